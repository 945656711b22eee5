home = Home
empty = Write something first.
too-long = These are { NUMBER($length) } characters, { NUMBER($most) } fit.
gone-author = Somebody who is no longer here
what-to-share = What would you like to share?
new-post = New post
close = Close
kind-of-post = Kind of post
update = Post
question = Question
title-optional = Title (optional)
text = Text
text-hint = What did you see, learn or make?
post-in = Post in
to-everyone = Everyone
publish = Post
new-posts = There are new posts
nothing-yet = Nobody has said anything here yet. Start small: ask a question that takes a minute to answer.
ask-something = Ask a question
older = Older posts
caught-up = You are all caught up
write-post = Write a post
about-group = About this group
read-on = Read on
all-answers = { $count ->
    [one] See the one answer
   *[other] See all { $count } answers
}
answer-to = Answer { $name }
be-first = Be the first to answer
answer = Answer
answers = Answers
answered = Answered
team = Community team
in-group = in
edited = edited
edit = Edit
edit-post = Edit post
edit-comment = Edit answer
more-about-answer = More about the answer of { $name }
more-about-post = More about this post
copy-link = Copy link
withdraw = Delete
withdraw-sure = Delete? Others will no longer see it.
react = React
score = { $score ->
    [one] 1 vote
   *[other] { $score } votes
}
score-hint = Votes from the previous system
post-by = Post by { $name }
helped-says = This answer helped, says { $name }
stands-on-top = This answer stands on top.
accept = This is the answer
unaccept = Not the answer after all
more-answers = More answers
closed = This conversation is closed.
save = Save
leave-it = Never mind
beside = Beside the posts
waits-for-answer = Waits for an answer
asked-this = { $name } asked this { $when }
who-sees = Who sees this?
sees-open = Everybody can read along.
sees-closed = Only members of this group read along. Everybody can see that it exists.
sees-secret = Only members read along. Others do not even see that the group exists.
your-groups = Your groups
find-groups = Find a group
add-picture = Photo
pictures = Photos
seen-on = What can be seen on photo { $nth }?
take-off = Remove this photo
add-pictures = Add photos
describe-picture = Describe your photo
what-is-seen = What can be seen? For people who cannot see it.
too-many-pictures = Choose at most { NUMBER($most) }.
choose-again = Choose your photo again: it does not come along by itself.
picture-of = Photo by { $name }
picture-nth = Photo { $nth } of { $all } by { $name }

# The register.
measure-reading = How far you read
measure-reading-purpose = To show you what is new
measure-reading-data = How far you read a talk
group-archived = This group has been archived meanwhile. Choose another group for your post.
