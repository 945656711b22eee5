actions = Actions
cockpit = Cockpit
library = Library
too-long = This is { NUMBER($length) } characters, { NUMBER($most) } fit.

# The card
ask-everybody = A question for everybody
ask-departments = A question for your department
last-day = last day today
days-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
}
opens-on = opens { $moment }
closed-on = closed { $moment }
who-none = Be the first to answer.
who-one = { $a } took part.
who-two = { $a } and { $b } took part.
who-more = { $rest ->
    [one] { $a }, { $b } and 1 other took part.
   *[other] { $a }, { $b } and { $rest } others took part.
}
thanks = Thank you, your photo is there.
thanks-for = Thank you. Your answer: { $answer }
your-answer = Your answer
few-words = In a few words
tell-it = Tell us
choose-picture = Choose a photo
caption = A few words with it (optional)
share-it = Share
tap-label = Count me in
see-answers = See the answers

# The answers
actions-lead = One question, an answer of one minute, and seeing what others say.
no-actions = There is no question for everybody right now. When there is one, it stands on top of your home page.
to-home = To the home page
to-cockpit = To the cockpit
running-now = Now
earlier = Earlier
you-answered = You took part
answer-count = { $count ->
    [0] No answers yet
    [one] 1 answer
   *[other] { NUMBER($count) } answers
}
see-result = See the result
what-people-chose = What colleagues chose
your-choice = your choice
nobody-answered = Nobody answered.
no-answers-yet = Nobody has answered yet. You can be the first.
more-answers = More answers
take-back = Take my answer back
take-back-sure = Take your answer back? While the action runs, you can answer again.
remove = Take away
remove-sure = Take away the answer of { $name }?
more-about = More about the answer of { $name }
photo-by = Photo by { $name }

# What may be wrong
problem-question = Write what you want to ask.
problem-choose = Choose one of these.
problem-choices = Give two to five answers, each on a line of its own.
problem-departments = Choose at least one department, or ask everybody.
problem-many-departments = These are too many departments. Choose the one above them, or ask everybody.
problem-date = Fill in a date.
problem-past = This day has passed.
problem-far = This is more than half a year ahead.
problem-order = The last day is before the first.
problem-long = An action lasts 90 days at most.
problem-answer = Write a few words.
problem-picture = Choose a photo, or tell us in a few words.

# The builder
new-action = New action
own-action = An action of your own
own-action-lead = One question for everybody, or for some departments.
not-yet = Not set out yet. Have another look at this:
field-question = What do you ask?
field-question-hint = One question that can be answered in a minute. People see this large on their screen.
field-explanation = A line below it (optional)
field-kind = How do people answer?
kind-text = In a few words
kind-picture = With a photo
kind-picture-hint = People without a photo may tell it instead.
kind-choice = By choosing
kind-choice-hint = You give two to five answers yourself.
kind-tap = With one button
kind-tap-hint = For “count me in”.
field-choices = The buttons
field-choices-hint = Each answer on a line of its own. Needed only when people choose or press one button.
field-audience = Whom do you ask?
audience-all = Everybody
audience-departments = Some departments
audience-departments-hint = With everything below them.
choose-departments = Choose departments
field-from = From
field-to = Up to and including
field-outcome = When has it worked?
field-outcome-hint = This is fixed from the moment you begin. So nobody can pick a nice figure afterwards.
measure-contributed = People take part within { $days } days: they write, answer or react
measure-posted = People post something themselves within { $days } days
measure-active-days = People come by on more days, within { $days } days
field-held = Do you want to know whether it works?
held-some = Yes, we do not ask { $held } of every 100
held-some-hint = Who they are is decided by lot. Afterwards they see the answers.
held-half = Yes, we do not ask half of them
held-half-hint = That shows a smaller difference. The lot decides who.
held-none = No, ask everybody
held-none-hint = You then see who took part, but not whether that was because of the action.
field-goal = What is it for?
field-owner = Who looks after it?
owner-you = { $name } (you)
field-title = What do you call this action?
field-title-hint = Only you and your team see this. Empty means the question itself.
set-out = Set it out
keep-as-idea = Keep as an idea
about-action = About this action
how-people-see-it = How people see it
why-it-may-work = Why this may work
how-to = How to go about it
when-it-worked = When has it worked?
power-nobody = These are fewer than { $floor } people.
power-nobody-text = Add departments. With so few people every answer and every difference can be traced to somebody.
power-all = You ask all { NUMBER($people) } people.
power-all-text = You will see who took part, but not whether that was because of the action.
power-split = Of { NUMBER($people) } people we do not ask about { NUMBER($held) }.
power-days-text = How small a difference in days we can see cannot be said beforehand.
power-none = With { NUMBER($people) } people no difference can be seen.
power-none-text = Even if everybody takes part, it may still be chance. The result will be: we cannot tell.
power-large = With { NUMBER($people) } people you see only a large difference.
power-middle = With { NUMBER($people) } people you see a sizeable difference.
power-small = With { NUMBER($people) } people you see a small difference too.
power-text = Now { $base } of every 100 get there. From { $points } more of every 100 we can usually say that it worked. If the effect is smaller, the result will be: we cannot tell.
reaches = This asks { NUMBER($people) } people
confirm-lead = They see the question on top of their home page. Is everything right?
set-out-sure = Yes, set it out

# All actions and the library
manage-lead = What is running, what came of it, and what you can still try.
now-and-soon = Now and soon
tried-here = What you have tried
nothing-tried = Nothing has been tried yet. Begin small: ask for a photo of where people work.
start-small = Begin with a photo
library-head = What worked elsewhere?
library-lead = 33 actions, each with how we know. What was tried here comes first.
filter-goal = What for
any-goal = Any goal
filter-phase = Phase
any-phase = Any phase
filter-effort = Effort
any-effort = Does not matter
show-them = Show
show-all = Show all
no-recipes = No action fits this.
with-us = With us: { $result }.
by-yourself = away from this screen
by-yourself-text = You do this action yourself, away from the home page. That is why there is no question to set out.
set-this-out = Make this action
row-meta = { $answers ->
    [0] { $period } · no answers yet
    [one] { $period } · 1 answer
   *[other] { $period } · { $answers } answers
}
standing-idea = idea
standing-planned = set out
standing-running = running
standing-over = over
standing-withdrawn = withdrawn
finding-later = Result to come
finding-none = No comparison
goal-first-step = First contribution
goal-contribution = Contributing
goal-newcomers = Newcomers
goal-answers = Getting answers
goal-reach = Reach
goal-ties = Ties
goal-trust = Trust
goal-core = The core
goal-return = Coming back
goal-neighbours = Neighbourhood
phase-inception = Start
phase-establishment = Growth
phase-maturity = Mature
phase-mitosis = Splitting
phase-decline = Decline
effort-small = less than an hour
effort-medium = less than a day
effort-large = more than a day
grade-a = Elsewhere: a trial in an online community.
grade-b = Elsewhere: a trial, not online.
grade-c = Elsewhere: a study that watched.
grade-d = From practice, not studied.
own-better = { $difference } more of every 100 ({ $low } to { $high })
own-worse = { $difference } fewer of every 100 ({ $low } to { $high })
own-unsure = we cannot tell

# The result
result-title = Result: { $title }
result-idea = This is still an idea.
result-planned = This action opens { $moment }.
result-withdrawn = This action was withdrawn.
result-not-yet = Too early to say. The result comes on { $day }.
verdict-better = It worked: of every 100 people { $difference } more took part (it could also be { $low } or { $high }).
verdict-better-posted = It worked: of every 100 people { $difference } more posted something (it could also be { $low } or { $high }).
verdict-worse = It worked against us: of every 100 people { $difference } fewer took part (it could also be { $low } or { $high }).
verdict-worse-posted = It worked against us: of every 100 people { $difference } fewer posted something (it could also be { $low } or { $high }).
verdict-cannot-tell = We cannot tell: the difference may be chance.
verdict-cannot-tell-range = We cannot tell: the effect lies somewhere between { $low } and { $high } of every 100.
verdict-too-few = We cannot tell: there were too few people to see a difference.
verdict-ratio = We cannot tell: the two groups are not as large as the lot made them, so something went wrong.
verdict-nothing-to-compare = { $did }. Whether that was because of the action we cannot tell: everybody was asked.
verdict-nobody-held = We cannot tell: everybody was asked, so there is nothing to compare with.
verdict-more-days = It worked: people came by on { $difference } more days (it could also be { $low } or { $high }).
verdict-fewer-days = It worked against us: people came by on { $difference } fewer days (it could also be { $low } or { $high }).
more = { $amount } more
fewer = { $amount } fewer
asked-and-held = Asked and not asked
what-was-said = What we said beforehand
those-asked = Those we asked
those-held = Those we did not ask
did-contributed = { NUMBER($did) } of { NUMBER($of) } took part within { $days } days
did-posted = { NUMBER($did) } of { NUMBER($of) } posted something within { $days } days
people-count = { NUMBER($of) } people
of-hundred = { $share } of 100
between = between { $low } and { $high }
scale-note = The bar runs from 0 to { $top } of 100. The light part is where the real number probably lies. Whom we did not ask was decided by lot.
said-beforehand = We said beforehand: with { NUMBER($people) } people we see a difference only from { $points } more of every 100.
said-beforehand-all = All { NUMBER($people) } people were asked. We said beforehand that we could not see then whether it worked.
said-beforehand-none = With { NUMBER($people) } people we could not say beforehand which difference would be seen.
what-now = What can you do with this?
advice-wait = Wait until the result is there. Whoever looks in between and then stops finds things more often that are not there. Meanwhile read the answers, and respond to a few.
advice-better = Do it again in half a year. Those who took part you can now ask something larger.
advice-worse = Do not do it like this again. Ask a few people what held them back.
advice-unsure = It may still work. Try it with more people, or do not ask half of them; then a smaller difference is enough.
advice-nothing-to-compare = Next time, do not ask some of the people. Then you know whether it was because of the action.
do-again = Do it again
work-it-out = Work this out
see-as-member = See it as a member
close = Close now
close-sure = Close this action now? Nobody can answer any more. The result comes on the day that was fixed beforehand.
withdraw = Withdraw
withdraw-sure = Withdraw this action? Nobody will see the question and the answers any more.
how-computed = How was this computed?
how-fixed = What counts was fixed before the start: { $measure }. Answering this question does not count itself, because only those who were asked could.
how-lot = The lot divided people: { NUMBER($shown) } we asked, { NUMBER($held) } we did not (meant: { $percent } of every 100). Everybody counts in their own group, also those who did not look. The community team and the managers did not count.
how-range = The difference is { $points } of 100, with a range from { $low } to { $high } (Newcombe, 95%).
how-chance = If the action did nothing, the chance of such a difference is { $chance } in 1,000.
how-chance-tiny = If the action did nothing, the chance of such a difference is less than 1 in 1,000.
how-days = Those we asked came by on { $asked } days on average; those we did not ask on { $kept }. The difference probably lies between { $low } and { $high } days. Where there are enough people, the four weeks before were taken into account.
how-answers = Computed once, when the time was over. What changes afterwards does not change the result.
reach = { NUMBER($answered) } of the { NUMBER($asked) } people we asked answered
others-answered = { $count ->
    [one] So did 1 person of the team or who came later.
   *[other] So did { NUMBER($count) } people of the team or who came later.
}
of-people = of { NUMBER($of) }
no-department = No department
small-departments = { $count ->
    [one] 1 department
   *[other] { NUMBER($count) } departments
}
too-small = too small to show
departments-note = The long bar is those we asked, the coloured part those who answered. These are counts of everybody, so there is no range. The department is the one at the time of the draw.
no-departments = By department there are too few people to show.
nothing-to-show = No answers to show yet.
csv-department = Department
csv-asked = Asked
csv-answered = Answered
csv-total = Together
csv-name = answers-by-department

# The library
photo-title = A photo of where you work
photo-purpose = One small request makes the next one easier.
photo-effect = People who first say yes to something small say yes more often to something larger. That came from a trial at people’s front doors; it was not tested in an online community.
photo-measure = People who only read write something themselves within 14 days.
photo-step-1 = Share a photo yourself first, preferably a messy one. Then others will dare to.
photo-step-2 = Ask three colleagues from different departments to join on the first day.
photo-step-3 = Put a question under every photo. That turns a picture into a conversation.
photo-question = What does the place where you work look like right now?
photo-note = Messy is fine. Better, even.

name-title = Think of a name
name-purpose = Anyone can come up with something, and your idea is nobody else’s.
name-effect = People contributed more when they heard that their own input differs from everybody else’s. Telling them what good it does did not help. That came from trials in an online community.
name-measure = How many different people contribute.
name-step-1 = Choose something that really needs a name: a room, a newsletter, a machine.
name-step-2 = Say who will choose, and when. A week is long enough.
name-step-3 = Announce the winner, and mention three names that came close.
name-question = What would you call this place?
name-note = Everyone can send in one name. We choose on Friday.

founders-title = Asking people in person to help build
founders-purpose = A community begins with a few people who feel responsible for it.
founders-effect = A message to one name is answered more often than a message to many. That came from trials with e-mail.
founders-measure = How many of those you ask say yes.
founders-step-1 = Write down ten people who like to help others, from at least four departments.
founders-step-2 = Ask them one by one, and say why you ask them in particular.
founders-step-3 = Agree on what you ask: two posts a week, for six weeks.

waves-title = Introducing it in waves
waves-purpose = Begin with a few departments and let them bring in the next.
waves-effect = People start more often when colleagues around them are already active. That came from a study that watched inside a company; whether it is the cause is not certain.
waves-measure = How many people start each week, and whether the next wave goes by itself.
waves-step-1 = Divide the departments into three or four waves of three weeks each.
waves-step-2 = Before each wave, make sure there are ten conversations that department has use for.
waves-step-3 = Begin a new wave only when questions get an answer within a day.

welcome-title = A personal welcome with a first question
welcome-purpose = People whose first post is answered write a second one more often.
welcome-effect = Of those who got an answer 56 in 100 wrote again; without an answer 44. That came from a study that watched; the tone of the answer made no difference.
welcome-measure = New people who write a second post within 28 days.
welcome-step-1 = Look every Monday who is new.
welcome-step-2 = Send each of them a message of their own with one question that anybody can answer.
welcome-step-3 = Respond the same day to what they write, or ask a colleague to.
welcome-question = What struck you in your first weeks here?
welcome-note = Even if you have been here for years: do you remember?

house-title = A place of their own for newcomers
house-purpose = A quiet group with a host, for the first four weeks.
house-effect = New writers of an encyclopedia who were invited to such a place stayed more often. That came from a trial in an online community.
house-measure = New people who still take part after 90 days.
house-step-1 = Make a group where simple questions are welcome, and say so.
house-step-2 = Find three hosts who take turns looking in every day.
house-step-3 = Invite everybody in person in their first week.

buddy-title = A buddy for whoever is new
buddy-purpose = You do what you see somebody next to you do.
buddy-effect = New people who saw their friends share something shared more themselves. That came from a study that watched.
buddy-measure = New people who contribute within 28 days.
buddy-step-1 = Ask who wants to be a buddy: a quarter of an hour a week, for four weeks.
buddy-step-2 = Pair people from different departments and introduce them in a few lines.
buddy-step-3 = Give the buddy one task: answer your new colleague’s first post.
buddy-question = Will you be a new colleague’s buddy for a month?
buddy-note = A quarter of an hour a week is enough.
buddy-choice-1 = Yes, count me in

guarantee-title = An answer within a day
guarantee-purpose = Silence after a question is the quickest way to lose somebody.
guarantee-effect = On open forums 4 in 10 first posts got no answer, and people without an answer came back less often. That came from studies that watched.
guarantee-measure = How many questions have no answer after a day.
guarantee-step-1 = Make a rota: one name for each working day, with a stand-in.
guarantee-step-2 = Agree that “I will find out” is an answer too.
guarantee-step-3 = Tell everybody that an answer comes within a day, and show whether it does.
guarantee-question = On which day can you spend half an hour answering colleagues’ questions?
guarantee-note = You need not know the answer. Pointing to somebody who does is helping too.
guarantee-choice-1 = Monday
guarantee-choice-2 = Tuesday
guarantee-choice-3 = Wednesday
guarantee-choice-4 = Thursday
guarantee-choice-5 = Friday

expert-title = Ask whoever knows
expert-purpose = People who are asked by name, and know why, answer sooner.
expert-effect = A question to one person is answered more often than a question to all, and people help more when what they know is special. That came from trials, partly online.
expert-measure = Questions answered within a day by the person who was asked.
expert-step-1 = Collect whom one may interrupt, and about what.
expert-step-2 = With an open question mention one name, and say why you think of them.
expert-step-3 = Say thank you where others see it, and do not always name the same people.
expert-question = What may colleagues always ask you about?
expert-note = Small is good: the printer on the second floor, a tricky form, baking bread.

tips-title = Fifty tips together
tips-purpose = A clear goal that does not quite reach itself gets people moving.
tips-effect = A precise and demanding goal brought more contributions than “do your best”, the more so when it is public and belongs to the whole group. That came from trials, also online.
tips-measure = More people take part than in the group you did not ask.
tips-step-1 = Choose a number within reach but not by itself: about one tip for every five people.
tips-step-2 = Show every day how far you are, also when it is disappointing.
tips-step-3 = Turn the tips into something that lasts: a list, a poster, a chapter for newcomers.
tips-question = Which tip would you have liked on your first day?
tips-note = Together we go for 50 tips.

contest-title = Teams show something
contest-purpose = People who belong to a group come back more often to see how it is doing.
contest-effect = When a film site gave groups a name and a face, people came back about twice as often. That came from a trial in an online community. Watch that teams do not end up talking only to themselves.
contest-measure = How often people come back, without departments growing apart.
contest-step-1 = Choose something every team can be good at, the night shift included.
contest-step-2 = Let each team make one contribution together, and let others respond.
contest-step-3 = Celebrate what was made. Put up no ranking.
contest-question = What did your team make possible together this week?
contest-note = A photo says enough.

plan-title = Choose a day and a time
plan-purpose = People who write down when, do it more often.
plan-effect = Four more in 100 got a vaccination when they had written down day and time. Over 94 trials it helped a good deal. None of them was in a community like this.
plan-measure = How many people do what they planned.
plan-step-1 = Choose one thing that many people mean to do but put off.
plan-step-2 = Ask when they will do it, not whether.
plan-step-3 = Come back to it once on that day, and then no more.
plan-question = When will you share something that helps a colleague?
plan-note = Choose a moment. It is a promise to nobody but yourself.
plan-choice-1 = Today
plan-choice-2 = Tomorrow
plan-choice-3 = Later this week

colleagues-title = “18 of your 24 colleagues already take part”
colleagues-purpose = People look at what people like them do.
colleagues-effect = In a hotel 44 in 100 guests reused their towels after such a sentence, and 35 without it. That came from a trial, not online. The number has to be true.
colleagues-measure = How many people take part for the first time after the mail.
colleagues-step-1 = Use only a number that is right today, of a department of at least five people.
colleagues-step-2 = Skip departments where few take part: there the sentence works the other way.
colleagues-step-3 = Add one thing they can do now.

compare-title = Seeing what you contribute, for your eyes only
compare-purpose = People who contribute less than most often make up for it once they see it.
compare-effect = On a film site people below the middle contributed over six times as much, and people above it less than half. That came from a trial. So show it only to those below the middle, who asked for it.
compare-measure = How much is added by those who see it.
compare-step-1 = First ask who wants to see this. Never switch it on by itself.
compare-step-2 = Show only their own number and the middle, on their own page.
compare-step-3 = Never let a manager look along.

thanks-title = A word of thanks
thanks-purpose = People who are thanked help again more often, others too.
thanks-effect = People who were thanked for their help helped again more often, also somebody else. That came from trials, not in a community.
thanks-measure = People who help once more.
thanks-step-1 = Begin yourself: thank somebody who is rarely in the light.
thanks-step-2 = Say what they did and what good it did you.
thanks-step-3 = Ask two weeks later who else deserves thanks.
thanks-question = Who deserves thanks this week, and what for?
thanks-note = Say the name and what good it did you.

award-title = An award from colleagues
award-purpose = Praise from equals counts for more than praise from above.
award-effect = The most active writers of an encyclopedia did 60% more after an award. Less active people stayed less long afterwards. That came from trials in an online community. So give it to the core only.
award-measure = How much the core contributes in the three months after.
award-step-1 = Let colleagues nominate, with one sentence why.
award-step-2 = Choose somebody who has long done much and never got anything for it.
award-step-3 = Put the award on their profile and say whom it comes from.

sunshine-title = A newcomer in the sun
sunshine-purpose = A small sign that you were seen can work for months.
sunshine-effect = New writers of an encyclopedia who were mentioned stayed more often, up to a year later. That came from a trial in an online community.
sunshine-measure = New people who still take part after 90 days.
sunshine-step-1 = Every month choose a few people who just began and did something good.
sunshine-step-2 = Say what they did, and ask first whether you may.
sunshine-step-3 = Keep the mentions in one place.
sunshine-question = Which new colleague made your work nicer this month?
sunshine-note = Tell us how in one sentence.

badge-title = A badge with a threshold
badge-purpose = A clear line makes people go just a little further.
badge-effect = On a question-and-answer site people did more of what a badge was for just before they got it; afterwards it dropped again. In a company, taking points away lowered participation. Both came from studies that watched.
badge-measure = How often the wanted thing happens, also in the month after.
badge-step-1 = Reward something others have use for, such as a colleague helped. Never numbers of posts.
badge-step-2 = Put the threshold where one in five people gets within a quarter.
badge-step-3 = Do not begin if you will not keep it up for years.

highlight-title = The best of the week
highlight-purpose = People who make something good want it to be seen.
highlight-effect = We know this from practice only. It was not studied.
highlight-measure = How many people post something new after the overview.
highlight-step-1 = Every Friday choose one post that helped others. It need not be popular.
highlight-step-2 = Ask the maker whether you may, and leave their own words.
highlight-step-3 = Over four weeks, choose from as many departments as there are weeks.
highlight-question = What is the best thing you saw at work this week?
highlight-note = A photo and one sentence are enough.

leader-title = Leaders post and answer
leader-purpose = When leaders are here themselves, you may be here too.
leader-effect = People started, or started again, more often after their manager had been active. That came from a study that watched inside a company.
leader-measure = First posts in the teams of those who join in.
leader-step-1 = Ask three leaders for one post of their own and three answers every week.
leader-step-2 = Help them find a question they really have. No announcements.
leader-step-3 = Let them answer as long as questions come, the hard ones too.
leader-question = What should our leaders know about your work?
leader-note = Our leaders read along and answer.

ambassadors-title = Ambassadors
ambassadors-purpose = People take things from those they trust, not from whoever shouts loudest.
ambassadors-effect = In villages news spread further through people whom friends had named (74 in 100) than through those with the most contacts (61). That came from a trial, not online.
ambassadors-measure = How much more happens in teams with an ambassador than in teams without.
ambassadors-step-1 = Ask everybody: whose posts do you like to read? Choose from those names.
ambassadors-step-2 = See that every department has one, and that it is voluntary.
ambassadors-step-3 = Give two tasks a month, thanks, and a decent way to stop.
ambassadors-question = Will you be the face of this place in your team?
ambassadors-note = Two small things a month, and you stop whenever you like.
ambassadors-choice-1 = Yes, tell me more

coffee-title = Coffee with another department
coffee-purpose = Two people who do not know each other, half an hour, and a question to begin with.
coffee-effect = Researchers who spent an hour and a half in the same room later proposed a plan together more often: from 16 to 28 of 10,000 pairs. That came from a trial, not online.
coffee-measure = New contacts between departments.
coffee-step-1 = Ask who wants to join.
coffee-step-2 = Draw pairs from different departments and give them one question.
coffee-step-3 = Ask them afterwards to share one sentence about the other.
coffee-question = Will you have coffee with somebody from another department?
coffee-note = We draw the pairs, you choose the moment.
coffee-choice-1 = I am in

gathering-title = A gathering
gathering-purpose = People who have met talk more easily afterwards.
gathering-effect = Members of a forum who met became closer to each other, and less close to those who were not there. That came from a study that watched. So mix the tables.
gathering-measure = More contributions afterwards, without departments growing apart.
gathering-step-1 = Choose a day with the people who would come, not for them.
gathering-step-2 = Put people from different departments at one table, with a small job.
gathering-step-3 = Share the same evening what was said, also for those who were not there.
gathering-question = Which day suits you for a gathering?
gathering-note = The day with the most votes wins.
gathering-choice-1 = Tuesday afternoon
gathering-choice-2 = Thursday afternoon
gathering-choice-3 = Friday morning
gathering-choice-4 = An evening

rules-title = Agreements on top
rules-purpose = People who know what is usual here dare to join in sooner.
rules-effect = When the rules stood on top of a large forum, 8 more in every 100 new people kept to them, and 70% more new people took part. That came from a trial in an online community.
rules-measure = Fewer reports and more new people.
rules-step-1 = Ask everybody which agreement matters to them.
rules-step-2 = Turn them into five short sentences in plain words, with what one can do first.
rules-step-3 = Put them above every group and keep to them yourself.
rules-question = Which agreement makes you want to say something here?
rules-note = Together we turn them into five.

wake-title = A personal mail to those who left off
wake-purpose = Tell people what has happened since last time that concerns them.
wake-effect = After such a mail former writers of an encyclopedia came back briefly; after two days the effect was over. That came from a study that watched. So the mail has to lead into a conversation.
wake-measure = People who come back on at least two days within 28 days.
wake-step-1 = Mention something of their own: an answer to their question, a colleague who joined.
wake-step-2 = Ask for one small act, and see that somebody answers within a day.
wake-step-3 = Stop after three times without a difference, and change what you offer.

digest-title = A weekly overview made to measure
digest-purpose = People with little time want to see in a minute what matters.
digest-effect = We know this from practice only. It was not studied.
digest-measure = How many people come back, and how few unsubscribe.
digest-step-1 = Choose what somebody follows, not what you find important.
digest-step-2 = Send nothing when there is nothing.
digest-step-3 = Keep it to five lines and a button.

board-title = Ask the board
board-purpose = An hour in which the board itself answers, hard questions too.
board-effect = We know this from practice only. It was not studied.
board-measure = People who ask something for the first time.
board-step-1 = Agree with the board that every question gets an answer, even “we do not know yet”.
board-step-2 = Collect questions for a week and choose a fixed hour to answer.
board-step-3 = A month later, show what became of the answers.
board-question = What do you want to ask the board?
board-note = Hard questions too. The board answers itself.

theme-title = A theme week
theme-purpose = A week about one subject gives everybody a reason to say something.
theme-effect = We know this from practice only. It was not studied.
theme-measure = More contributions on a subject that was hardly there.
theme-step-1 = Choose a subject people ask about but little is written on.
theme-step-2 = Ask five people beforehand to begin one day each.
theme-step-3 = On Friday sum up what was learned, with names.
theme-question = What would you like to learn from colleagues for a week?
theme-note = The subject that is named most gets a week.

sounding-title = A sounding board
sounding-purpose = People who have a say in a place feel at home there.
sounding-effect = People who have a say become more committed; that is how researchers sum it up. It was not tested in a trial.
sounding-measure = More people feel that they have influence.
sounding-step-1 = Ask who wants to think along, and draw lots if there are more than twelve.
sounding-step-2 = Put something to them that is still open. Never something already settled.
sounding-step-3 = Tell everybody what became of it, also when it was no.
sounding-question = Will you think along about this place four times a year?
sounding-note = An hour each time. If many sign up, we draw lots.
sounding-choice-1 = I will think along

ideas-title = A suggestion box that answers
ideas-purpose = You send in an idea and never hear of it again only once.
ideas-effect = We know this from practice only. It was not studied.
ideas-measure = How many ideas have an answer within a month.
ideas-step-1 = First find who may decide, and agree on how many ideas you can handle.
ideas-step-2 = Show with each idea where it stands: read, looked into, done, not done and why.
ideas-step-3 = In the first month really carry out three small ideas.
ideas-question = Which small change would make your working day better?
ideas-note = Every idea gets an answer.

tells-title = A member tells it in the meeting
tells-purpose = A colleague’s story convinces more than our explanation.
tells-effect = We know this from practice only. It was not studied.
tells-measure = New people from that team.
tells-step-1 = Find somebody who was really helped by an answer.
tells-step-2 = Ask for five minutes in their department’s meeting. Show the post.
tells-step-3 = Help those who want to join to get in, right there.

split-title = Splitting off with a lead of its own
split-purpose = A group where too much mixes becomes two groups that are each about something.
split-effect = We know this mostly from practice. That people bind more to a group with a face of its own came from a trial elsewhere.
split-measure = Both parts together have as many people taking part as before.
split-step-1 = See which people already talk mostly with each other, and ask whether they want a place of their own.
split-step-2 = Begin only when there is a lead, and a stand-in.
split-step-3 = In the first month, show something from one group in the other every week.

neighbours-title = Open house for the neighbourhood
neighbours-purpose = People who have been inside call sooner than they complain.
neighbours-effect = We know this from practice only. It was not studied.
neighbours-measure = More conversations with neighbours, and fewer complaints nobody knew of.
neighbours-step-1 = Choose with colleagues what to show, and who tells.
neighbours-step-2 = Invite the street with a note that has a name and a telephone number.
neighbours-step-3 = Write down what you promise, and let people know within two weeks how it stands.
neighbours-question = What would you like to show our neighbours?
neighbours-note = We open the doors for an afternoon.

# The register.
measure-effect = Effect of actions
measure-effect-purpose = To know honestly whether an action helps, so that we do what works
measure-effect-data = Into which half somebody was drawn, and what both halves did after that
