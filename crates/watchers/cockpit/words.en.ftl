# The community manager's cockpit.
cockpit = Cockpit

good-morning = Good morning, { $name }
good-afternoon = Good afternoon, { $name }
good-evening = Good evening, { $name }
no-figures-yet = There are hardly any figures yet. These steps bring them.
done = Done
step-people = Bring your people in
step-people-text = A list with names, e-mail addresses and departments.
step-people-button = Choose a file
step-invite = Invite your people
step-invite-text = They get a mail with a link. Whoever has no mail gets a code.
step-invite-button = Invite
step-team = Who belongs to the community team?
step-team-text = Then your own posts do not count as life.
step-team-button = Mark the team

how-is-it = How is it going?
more-came = More people come by: { NUMBER($now) } of { NUMBER($people) } in four weeks, { NUMBER($before) } before that.
fewer-came = Fewer people come by: { NUMBER($now) } of { NUMBER($people) } in four weeks, { NUMBER($before) } before that.
as-many-came = { $now ->
    [one] In four weeks 1 of { NUMBER($people) } people came by, not clearly more or fewer than before.
   *[other] In four weeks { NUMBER($now) } of { NUMBER($people) } people came by, not clearly more or fewer than before.
}
least-reached = We reach { $name } least.
hardly-reached = We hardly reach { $names }.
three-lines = The last four weeks
line-is = line: 12 weeks
ask-you = { $count ->
    [one] 1 thing needs you
   *[other] { NUMBER($count) } things need you
}
nothing-today = Nothing: everybody who asked something was answered.
runs-now = Running now
runs-still = { $answers ->
    [0] { $time } left · no answers yet
    [one] { $time } left · 1 answer
   *[other] { $time } left · { NUMBER($answers) } answers
}
phase-sure = { $percent } sure
phase-moving = on its way to { $phase } ({ $percent } sure)
phase-waits = The phase changes only after four weeks in a row.
what-it-brings = What does it bring?
expected = of every 100 people about { $middle } more take part (between { $low } and { $high })
expected-or-fewer = of every 100 people about { $middle } more take part (between { $low } fewer and { $high } more)
nobody-came = In the last eight weeks nobody came by yet.
other-departments = { $count ->
    [one] 1 other department
   *[other] { $count } other departments
}
reach-by-department = Reach by department
look-and-act = Look and do something
all-departments = See all departments
no-departments = There are no departments with people yet.
make-departments = Make departments
no-department = Without a department
small-departments = { $count ->
    [one] 1 department
   *[other] { $count } departments
}
too-small = too small to show
of-n = of { NUMBER($n) }
of-n-percent = of { NUMBER($n) } · { $percent }
x-of-n = { NUMBER($x) } of { NUMBER($n) }
tiers = Of { NUMBER($people) } people, { NUMBER($creators) } posted something, { NUMBER($contributors) } joined in, { NUMBER($readers) } read along and { NUMBER($absent) } were not seen.
came-by = Came by
took-part = Wrote or reacted
answered-in-a-day = Questions answered within a day
higher = higher than four weeks earlier
lower = lower than four weeks earlier
no-difference = no clear difference
nothing-to-compare = nothing to compare with yet
was = { $words } (was { NUMBER($before) })
between = between { $low } and { $high }
between-indicative = between { $low } and { $high }, indicative
too-few-for-time = { $count ->
    [0] There was no question.
    [one] There was 1 question: too few to name a waiting time.
   *[other] There were { $count } questions: too few to name a waiting time.
}
half-not-answered = Fewer than half were answered.
half-within = Half were answered within { $time }.
half-within-range = Half were answered within { $time } (between { $low } and { $high }).
half-within-least = Half were answered within { $time } (at least { $low }).

what-today = What needs you today?
unnamed = Somebody
somebody = Somebody who is no longer here
waits = waits { $time }
since = for { $time }
still = { $time } left
first-question = asked a first question: “{ $text }”
first-post = posted for the first time: “{ $text }”
open-question = asked “{ $text }” and has no answer yet
welcome = Say welcome
give-answer = Answer
outcome-known = is over; the outcome is known
action-ends = ends soon
read-outcome = Read the outcome
look = Look

what-now = What can you do now?
all-actions = All actions
why = why?
phases = Phases
phase-calculated = As calculated
phase-inception = Start
phase-establishment = Growth
phase-maturity = Mature
phase-mitosis = Splitting
phase-decline = Decline
phase-inception-is = Start: the team writes most for now.
phase-establishment-is = Growth: members now write more than the team.
phase-maturity-is = Mature: nearly everything comes from members.
phase-mitosis-is = Splitting: the groups could stand by themselves.
phase-decline-is = Decline: fewer people come, and fewer take part.
chance-of = { $phase } { $percent }
phase-chosen-by = chosen by { $name }
phase-team-first = First mark who belongs to the community team. Without that your own posts count as those of members, and the phase would be wrong.
phase-too-early = Too early to name a phase
choose-phase = Choose a phase.
note-missing = Write down why.
note-long = This is too long: { NUMBER($most) } characters fit.
until-wrong = Choose a day after today, a year from now at most.

reach-hardly = In { $names } fewer than 1 in 10 people came by
reach-half = In every department that we show at least half came by
reach-least = We reach { $name } least: { NUMBER($x) } of { NUMBER($n) } people came by
reach-alike = { NUMBER($x) } of { NUMBER($n) } people came by; no department stays clearly behind
reach-hidden = In each department too few people are involved to show anything
reach-nothing = There are no departments with people yet
reach-note = The long bar is everybody who works there, the coloured part who was here on at least one day of these four weeks. Everybody was counted, so there is no range.
reach-note-known = The long bar is everybody who works there, the coloured part who was here on at least one day of these four weeks. Of some departments we do not know how many people work there; there we count who is known here. Everybody was counted, so there is no range.
reach-hidden-count = { $count ->
    [one] 1 department is too small to show, or would give a small one away.
   *[other] { $count } departments are too small to show, or would give a small one away.
}
so-what = What can you do with this?
reach-advice-hardly = Ask somebody from { $names } what stands in the way: no computer, no time, or nothing to gain. Whoever has no work e-mail comes in with a code on paper.
reach-advice = Ask in the department with the smallest share what stands in the way: no computer, no time, or nothing to gain. Whoever has no work e-mail comes in with a code on paper.
make-codes = Make access codes
the-figures = The figures
column-department = Department
column-came = Was here
column-works = Works there
column-share = Share
column-source = Counted from
from-payroll = payroll
from-known = who is known here
column-before = With four weeks earlier
reach-file = reach-by-department
how-calculated = How is this calculated?
reach-how = ‘Was here’ means: read or did something on at least one of these 28 days. Opening a mail does not count. ‘Works there’ comes from the payroll, without the community team; where it does not say, it is who is known here. Departments count with the department that they are part of.
reach-how-privacy = Departments where fewer than { NUMBER($floor) } people work, or where fewer than { NUMBER($floor) } people came (or did not), are not shown. At least two then stay hidden, so that nobody can be worked out.
reach-how-week = Figures by department stand still for a week, up to the last Sunday. So you cannot see what one new colleague changes. A difference with four weeks earlier is only named when chance does not explain it, even when all departments are compared at once (Newcombe, Fisher, Benjamini-Hochberg).
definition = Definition { $number }, version { $version }

phase-title = Phase
phase-team-question = Who belongs to the community team?
phase-too-early-is = It is too early to say where you are.
phase-needs = In the last four weeks { NUMBER($contributors) } people wrote something. We name a phase from 20 people and 10 separate contributions; now we count { NUMBER($effective) }.
phase-chances = This is how sure we are, with the last four weeks: { $chances }.
phase-chosen-but = As { $name } chose. Our estimate: { $chances }.
nothing-yet = nothing to count yet
written-by-members = Written by members
first-replies = First answer came from a member
feels-close = Does it feel close?
not-asked = not asked yet
phase-rule = Start becomes growth when members write more than half for four weeks in a row. Growth becomes mature from 90 in 100.
weeks-in-a-row = { $count ->
    [0] That row has not begun.
    [one] So far that is 1 week of { NUMBER($needed) }.
   *[other] So far that is { $count } weeks of { NUMBER($needed) }.
}
trend-unknown = Whether the community grows or shrinks, we only say after 26 weeks.
trend-falls = Over 26 weeks ever fewer people came, and ever fewer took part.
trend-holds = Over 26 weeks no decline can be seen.
counted-lighter = { NUMBER($contributors) } people made { NUMBER($contributions) } contributions. Because a few people write much, they count as { NUMBER($effective) } separate ones.
share-summary = Now { $share }, between { $low } and { $high }.
half = half
nine-tenths = 9 in 10
chosen-when = { $at }, chosen by { $name }, up to { $until }
where-are-you = Where are you?
how-we-know = How do we know?
phase-line-note = The part of the contributions that came from members, each week over 28 days. The light band is the range; a week with too few contributions stays empty.
see-it-otherwise = Do you see it otherwise?
overrule-lead = You know the people. Choose a phase yourself; the actions follow. Our estimate stays beside it.
overrule-phase = I think we are in
overrule-why = Why?
overrule-why-hint = Your successor reads this in a year.
overrule-until = Until when?
overrule-button = Take my judgement
earlier = Earlier
no-judgements = Nobody chose a phase yet.
phase-how = Each week we look at all posts, answers and reactions of the last 28 days: which part came from members, and not from the community team? Because a few people write much, we count their contributions less heavily. A phase begins after four weeks in a row with a chance of at least 90%, and ends after four weeks with a chance of at most 10%.

who-takes-part = Who takes part
part-nobody = Nobody wrote or reacted in these eight weeks yet
part-more = { $count ->
    [one] 1 more person takes part than four weeks earlier
   *[other] { $count } more people take part than four weeks earlier
}
part-fewer = { $count ->
    [one] 1 person fewer takes part than four weeks earlier
   *[other] { $count } people fewer take part than four weeks earlier
}
part-same = { NUMBER($count) } of { NUMBER($people) } people took part; no clear difference with four weeks earlier
tier-creators = Posted something
tier-contributors = Answered or reacted
tier-readers = Read along
tier-absent = Were not seen
from-to = From { NUMBER($first) } to { NUMBER($now) } people in twelve weeks.
lean-title = On how many people does it lean?
lean-nobody = Members made nothing yet in these four weeks.
lean-half = { $count ->
    [one] Half of all { NUMBER($made) } contributions by members come from 1 person, of the { NUMBER($people) } who did something.
   *[other] Half of all { NUMBER($made) } contributions by members come from { $count } people, of the { NUMBER($people) } who did something.
}
top-hundredth = The most active 1%
top-tenth = The most active 10%
top-made = { $count ->
    [one] { $name } (1 person) made { $share } of all contributions.
   *[other] { $name } ({ $count } people) made { $share } of all contributions.
}
too-few-people = You are still too few to count
fewer-than-floor = With fewer than { NUMBER($floor) } people every figure is about somebody. Bring people in, and you will see here who takes part.
so-few = You are still too few to count. Bring people in.
tiers-note = Everybody stands once: with the most that they did in these four weeks. Reading along is often a choice, not a shortcoming.
band-note = The light band shows how far a week can be off by chance.
part-advice = Whoever only reads along takes the first step most easily with a small question: one tap, or one photo.
column-tier = What did they do?
column-now = Now
column-range = Range
column-then = Four weeks earlier
part-how = ‘Posted’ is at least one own post in 28 days. ‘Answered or reacted’ is an answer, a reaction, a vote or a contact. ‘Read along’ is a day here without that. The community team is left out.
part-how-range = The numbers count everybody. The range (Wilson, 95%) stands beside them because we compare weeks. The lines run up to Sunday and count people who left since, too.

questions-of-members = Questions by members
no-questions = In these four weeks nobody asked a question
questions-too-young = { $count ->
    [one] The one question is not a day old yet
   *[other] The { $count } questions are not a day old yet
}
questions-quick = { $n ->
    [one] { $x ->
        [0] The one question was not answered within a day
       *[other] The one question was answered within a day
    }
   *[other] { $x ->
        [0] None of { $n } questions was answered within a day
        [one] 1 of { $n } questions was answered within a day
       *[other] { $x } of { $n } questions were answered within a day
    }
}
answered-at-all = Was answered
answered-within = Within a day
unanswered-day = Not after a day
unanswered-long = Not after { NUMBER($hours) } hours
by-anyone = By anyone
by-members = By a member
by-team = By the community team
all-threads = Of all { NUMBER($n) } threads that members began, { NUMBER($x) } were answered.
answers-summary = Four weeks up to Sunday: { $of }, { $range }; { $words }.
answers-note = Only questions that are old enough count for ‘within a day’ and ‘after 72 hours’. The light part is the range.
answers-few = These are few questions: read this as a hint.
how-long = How long do people wait?
answers-advice = Agree on who looks every day. Whoever gets an answer to a first question comes back more often; that was seen in other research, not proven here.
answers-action = Promise an answer within a day
who-waits = Who is waiting now?
nobody-waits = Nobody. Everybody who asked something was answered.
answers-how = The first answer is that of another human. Questions by the community team do not count; answers by the team do, and apart as well.
answers-how-time = The time of the half comes from a Kaplan-Meier curve: questions that still wait count for as long as they have waited. Counting answered questions only would make it prettier than it is.

sign-late = { NUMBER($late) } of { NUMBER($all) } questions waited longer than a day this month.
sign-hardly = We hardly reach { $names }.
sign-newcomers = { $count ->
    [one] 1 first post waits for an answer.
   *[other] { $count } first posts wait for an answer.
}
sign-readers = { NUMBER($readers) } of the { NUMBER($came) } people who came by only read along.
reason-worked-here = This very likely helped here before.
reason-promising = It seemed to help here before; that is not sure yet.
effort = Effort
effort-small = less than an hour
effort-medium = less than a day
effort-large = more than a day
expected-label = Expected
known-label = Known from
known-online = a trial in an online community
known-elsewhere = a trial elsewhere, not in a community
known-watched = research that only watched
known-practice = practice; nobody measured it
known-from = { $from } ({ $source })
known-here = { $trials ->
    [one] { $from }, and once here
   *[other] { $from }, and { $trials } times here
}
make-action = Make this action
see-how = See how
not-now = Not now
not-now-why = Why not?
not-now-hint = This proposal then stays away for four weeks.
put-aside = Put aside
every-phase = These fit every phase.

# Coming back
returning = Coming back
returning-early = It is too early to say who comes back
returning-finding = Of those who start here, { $share } are still active after { NUMBER($days) } days
returning-curve = How long do people stay?
returning-curve-text = { NUMBER($people) } people started here; of { NUMBER($gone) } we know that they are asleep or never got going.
returning-band = The light area is the margin. The line stops where fewer than ten people have been here that long.
returning-after = { $weeks ->
    [0] start
    [one] 1 week
   *[other] { $weeks } weeks
}
returning-advice-door = Most people are lost in their first four weeks. A personal welcome with one easy question helps most.
returning-advice-asleep = Those who stay the first weeks mostly stay. Write to those who are asleep, personally, about something that changed for them.
returning-action-door = Set out a personal welcome
returning-action-asleep = Set out a wake-up letter
returning-classes = Who is still here?
returning-classes-note = Everybody is compared with themselves: who came every day is asleep after a week of silence; who comes once a month is far from it.
class-active = Active
class-active-note = This silence is ordinary for them.
class-slowing = Slowing down
class-slowing-note = It takes longer than it used to.
class-asleep = Asleep
class-asleep-note = Silent for much longer than usual, or for over 90 days.
class-never = Never got going
class-never-note = Came back once at most.
class-early = Just started
class-early-note = Here for less than four weeks.
returning-departments = Who is asleep, by department
returning-departments-note = As of the last closed week. Departments where 1 to { NUMBER($floor) } people are asleep (or awake) are not shown, and then at least two always stay hidden.
column-with-rhythm = With a rhythm
column-people = People
returning-cohorts = What became of the newcomers?
returning-no-cohorts = Once three weeks have passed, this shows for each week how many newcomers came back.
returning-column-came = Came in
returning-column-week = Week { $week }
returning-pooled = All together
returning-cohorts-note = Week 1 is day 7 to 13 after somebody’s first day. An empty cell is still to come; a dash is too small to show. Small weeks stand together.
returning-file = coming-back
returning-how-curve = The line (Kaplan and Meier, 1958) also counts those who started recently, for as long as we can follow them. Somebody is gone on their last active day when they are asleep now or never got going. The community team does not count.
returning-how-asleep = How often somebody came tells how unusual their silence is. When the chance of such a silence is below 5%, they are asleep; between 5% and 20% they are slowing down. Those who objected do not count here. There are no names: only the member sees how it stands with them.
returning-how-cohorts = Of everybody whose first active day was in a week: how many were active on at least one day of their own week 1, 2 and so on? Only weeks that are over for all of them count.
past-notice = It has grown quiet here since { $day }. So these figures look back from that week.

# The register of measures.
measure-reach = Reach
measure-reach-purpose = To know which departments we do not reach yet
measure-reach-data = On which days somebody came by, and to which department they belong
measure-connected = Connected
measure-connected-purpose = To know in which departments nobody came in yet
measure-connected-data = Whether somebody ever signed in, and to which department they belong
measure-adoption = How the community grows
measure-adoption-purpose = To see whether the introduction is on course
measure-adoption-data = How many people came by for the first time each week
measure-participation = Taking part
measure-participation-purpose = To see how many people read, join in and make, and whether we lean on too few
measure-participation-data = How many days, posts and reactions somebody had in four weeks
measure-returning = Coming back
measure-returning-purpose = To notice whether new people stay, and where we lose them
measure-returning-data = The first and the last day on which somebody came by, and how many days between
measure-asleep = Asleep
measure-asleep-purpose = To notice that a group falls silent, so that we can do something
measure-asleep-data = How long somebody stays away, compared with their own rhythm
measure-answers = Answers
measure-answers-purpose = To see to it that everybody gets an answer, and soon
measure-answers-data = When a question came, and when the first answer
measure-phase = Phase
measure-phase-purpose = To choose what the community needs now
measure-phase-data = Which part of what is said comes from members, and which from the team
measure-content = Content
measure-content-purpose = To see which subjects resonate, so that we make more of them
measure-content-data = Reactions and answers for each post, and words that enough people used
measure-health = Health
measure-health-purpose = To see at one glance what is lacking
measure-health-data = The figures of reach, coming back, answers, taking part and ties together
measure-alarms = Signals
measure-alarms-purpose = To notice in time that something unusual happens
measure-alarms-data = Counts a day of the whole community
measure-today = What asks for attention today
measure-today-purpose = To see to it that new people and questions are not left waiting
measure-today-data = Open questions and first posts, with the name of who wrote them

# About figures
until-day = up to and including { $day }
how-versions = When a definition changes it gets a new version number and the line starts anew. What was known before is not worked out again.
worked-out-afterwards = Weeks from before this screen existed were worked out afterwards.
column-version = Version
column-week-until = Week up to
days-ago = { $days ->
    [0] today
    [one] 1 day ago
   *[other] { $days } days ago
}
every-days = { $days ->
    [one] every day
   *[other] every { $days } days
}

# Content
content = Content
content-empty = Nothing was posted yet that everybody can read. Start small: ask something that can be answered with one photo.
content-empty-button = Ask a first question
content-finding-few = Too little was posted to say what resonates
content-finding-none = No post stands out above what is usual here
content-finding-top = “{ $title }” touched most people: { $of } reacted
content-lead-word = Rising this week: ‘{ $word }’. { NUMBER($people) } people wrote about it.
content-lead-quiet = No word is clearly rising this week.
what-resonates = What resonates?
content-counted = { NUMBER($x) } of { NUMBER($n) } people
content-bars-note = The bar is the share of those who came by in the week after a post that also reacted or answered. With few people it moves towards what is usual. The lighter part is the range. Usual here is { $usual }.
content-advice-word = People talk about ‘{ $word }’. Make it a theme this week: ask an open question about it, and have somebody who knows answer.
content-advice-gap = About ‘{ $name }’ it has been silent for longer than usual. Ask who knows of any news.
content-advice-top = Share one story with everybody each week. Choose from the list below: what touches many is not yet what matters most.
content-action-theme = Make it a theme week
content-action-highlight = Put a post in the spotlight
content-posts = The posts
column-post = Post
column-kind = Kind
column-reacted = Reacted
kind-question = question
kind-update = post
above-usual = above usual
content-words = Rising words
column-word = Word
column-this-week = This week
column-weeks-before = { NUMBER($weeks) } weeks before
column-busy = For how long?
content-busy = { $weeks ->
    [0] not a whole week yet
    [one] 1 week
   *[other] { $weeks } weeks
}
content-words-few = No word was used by five people this week.
content-words-note = { $compared ->
    [one] We compared the one word that at least five people used this week. By chance { $chance } of those seem to rise.
   *[other] We compared { $compared } words that at least five people used this week. By chance { $chance } of those seem to rise.
}
content-gaps = Where did it fall silent?
content-no-gaps = No topic has been silent for longer than it usually is.
content-gaps-note = { $topics ->
    [0] No topic has four posts yet: too few for a rhythm of its own.
    [one] There is 1 topic with a rhythm of its own.
   *[other] There are { $topics } topics with a rhythm of their own.
}
content-unheard = From { $names } nobody posted anything in four weeks.
column-topic = Topic
column-last-post = Last post
column-usually = Usually
column-posts = Posts
best-time-unknown = Whether there is a best time to post is not known yet
best-time-is = What is posted on { $day } between { $hour }:00 and { $next }:00 gets more reactions here
best-time-sure = That is { $sure } certain, after comparing { NUMBER($tried) } hours of the week and taking into account who posted.
best-time-none = There is no best time to be seen
best-time-why = We compared { NUMBER($tried) } hours of the week, and took into account who posted. The best hour is better with { $nearest } certainty; with so many hours { $needed }% is needed. So post when it suits you.
content-file = content
content-words-file = rising-words
content-how-where = Only posts that everybody in the community can read count. What is said in closed and secret groups stays there.
content-how-resonance = We do not record who saw which post. So everybody who came by in the week after a post counts as its public, and we look at posts of the last thirteen weeks that are a full week old. Reacted: different members who reacted or answered, without the author and the community team. The share moves towards the usual while there are few people (beta-binomial, by kind), and the order goes by what the share is at least with 95% certainty. Who is well known or posts at a busy moment has it easier: this is no verdict on authors.
content-how-words = A word counts once per person per day. A word rises when at least five people used it this week, and far more often than in the eight weeks before (log-odds with a Dirichlet prior, z above 3; Monroe, Colaresi and Quinn, 2008). ‘For how long’ comes from Kleinberg's bursts (2002). Names of people and ordinary words are left out.
content-how-gaps = A topic is silent when such a silence, given how often it is posted about, had a chance below 10%. It counts from four posts in a year.
content-how-best = For each hour of the week we look which share reacted, and whether that is better than all other hours together, with authors kept equal. Because many hours are compared, the certainty must be higher than 95% (Bonferroni). Mostly there is no best time. Who really wants to know posts at times drawn by lot.

# Health
health = Health
health-empty = Too little happens to measure health. Bring people in, and the bars will fill.
health-finding = { $name } is the weakest point now
health-finding-none = There is too little to measure yet
health-reach = Reach
health-retention = Staying
health-response = Response
health-spread = Spread
health-connection = Connection
health-reach-note = Share of people who came by in four weeks.
health-retention-note = Share that is still active after 90 days.
health-response-note = Share of questions answered within a day.
health-spread-note = How evenly contributions are spread over people: 0 is all by one person, 100 is as much by everybody.
health-connection-note = Ties between departments, beside what mixing at random would give.
health-missing = cannot be measured yet
health-between = between { $low } and { $high }
health-bars-note = Each bar runs from 0 to 100. The lighter part is the range. The weakest point has another colour.
health-together = Together
health-number = { $score } of 100, between { $low } and { $high }.
health-no-number = No number yet: { $names } cannot be measured. Four of five is not the whole.
health-weights = Who weighs the five otherwise arrives between { $low } and { $high }.
health-same = Four weeks earlier it was { $was }. That difference may be chance.
health-better = Four weeks earlier it was { $was }. That rise is real.
health-worse = Four weeks earlier it was { $was }. That fall is real.
health-series = Week by week
health-line = { $count ->
    [one] In 1 week: { $now }.
   *[other] In { $count } weeks from { $first } to { $now }.
}
health-band = The lighter area is the range.
health-weeks = The weeks
health-weeks-note = As it was known when the week had closed. A dash cannot be measured yet.
health-anchors = { $zero } counts as 0 and { $one } as 100
health-reach-advice = Too few people come by. Visit the departments that stay behind in waves, with somebody from the department itself.
health-retention-advice = People do start, but do not stay. Welcome everybody in person, with one easy question.
health-response-advice = Questions wait too long. Agree on who looks every day, and promise an answer within a day.
health-spread-advice = It leans on few people. Ask somebody who knows something for one answer, by name.
health-connection-advice = Departments mostly talk to themselves. Bring people from two departments together, with coffee and a question.
health-how = Each bar is a figure of another page, over the 28 days up to and including Sunday (ties: 91 days). The present anchors stand below; they belong to the definition.
health-how-number = The number is the geometric mean: a hole in one is not filled with another. Its range comes from the ranges of the five (delta method). When one is missing there is no number. A change is called real only when it lies outside both ranges.
health-how-not = The number is there to compare with yourself. Not with other organisations, and never with people. The weights are equal and not learned.
health-file = health

# Alarms
alarms = Alarms
series-came = Came by
series-posts = Posts
series-replies = Answers
series-reactions = Reactions
series-newcomers = New people
series-questions = Questions
series-late = Questions that waited a day
alarms-finding-quiet = Nothing out of the ordinary in the last week
alarms-finding-early = Alarms come after { NUMBER($weeks) } weeks, when we know what is usual here
alarms-chance = We look at { NUMBER($series) } figures every day. Even when nothing is the matter, together they give about one false alarm in { NUMBER($weeks) } weeks.
alarm-high = { $name } on { $day }: { $value }, where { $usual } is usual
alarm-low = { $name } on { $day }: only { $value }, where { $usual } is usual
alarm-instead = { $value }, where { $usual } is usual
alarm-ordinary = usual
alarm-is-high = far more than usual
alarm-is-low = far less than usual
alarm-too-early = too early
alarm-above = above { $high }
alarm-outside = below { $low } or above { $high }
alarms-left-out = This is a day off, or one of the first days of an action. Then we do not look: it is not usual anyway.
alarms-days = The last eight weeks
alarms-line = { $name } per day. The lighter area is what is usual on such a day; an alarm only goes off outside it.
alarms-advice-quiet = No alarm, no work. Rather look at what is in your list for today.
alarms-advice-live = First find out what it was: a failure, a meeting, a message of the board? Say below whether the alarm was right. Then your successor knows what was going on, and that day does not count as usual.
alarms-series = What do we look at?
column-series = Per day
column-yesterday = Yesterday
column-usual-day = Usual on such a day
column-signal = Alarm
column-stands = State
alarms-history = What went off?
alarms-none = Nothing went off yet.
alarms-no-looks = Nothing was looked at yet: that takes twelve weeks.
alarms-tally = { $came ->
    [0] In the last half year a day was compared { NUMBER($looks) } times. Chance alone would give at most { $expected } alarms; there were none.
    [one] In the last half year a day was compared { NUMBER($looks) } times. Chance alone would give at most { $expected } alarms; there was 1.
   *[other] In the last half year a day was compared { NUMBER($looks) } times. Chance alone would give at most { $expected } alarms; there were { $came }.
}
alarms-judged = You called { NUMBER($right) } of them right and { NUMBER($wrong) } false.
judge-alarm = Was there something?
was-something = Was there something that day?
verdict-right = Yes, the alarm was right
verdict-false = No, there was nothing
alarm-note = What was it?
keep-verdict = Keep
choose-verdict = Choose whether there was something.
verdict-right-by = right, according to { $name }
verdict-false-by = false, according to { $name }
alarm-task-look = Find out
ahead-title = What comes next?
ahead-early = Looking ahead is possible from ten weeks on.
ahead-expected = In { NUMBER($steps) } weeks we expect { $low } to { $high } people per week (now { $now }); such a range holds 4 times out of 5. The chance that it is more than now is { $chance }. Worked out from { NUMBER($weeks) } weeks.
alarms-file = alarms
alarms-how = Every day the count of yesterday is compared with the same weekday of at most 52 weeks before: the median, and how far days usually lie from it (MAD). That is done with the cube root of the counts, because reactions come in bursts: on the counts themselves an alarm went off ten to a hundred times too often (Wilson and Hilferty, 1931; checked with simulated days). Members count, the community team does not.
alarms-how-chance = The limit is chosen so that one series in which nothing happens goes off on one of a thousand days. With few weeks it lies far out (7.5 times the usual distance at 12 weeks, 3.96 at 52), because then we hardly know what is usual. Before twelve weeks nothing goes off.
alarms-how-left-out = Days off, the first three days of an action, and days of which you called the alarm right do not belong to what is usual.
alarms-how-ahead = Looking ahead uses the method that did best in the past: the same week a year earlier, exponential smoothing, a damped trend or Theta. The range is 80%.
and-more-alarms = { $others ->
    [one] { $day } · and 1 more alarm
   *[other] { $day } · and { $others } more alarms
}
alarms-older = { $count ->
    [one] 1 earlier alarm
   *[other] { $count } earlier alarms
}
health-alike = { $count ->
    [one] { $names } cannot be shown to be higher.
   *[other] { $names } cannot be shown to be higher.
}

# Conversations
first-none = Nobody wrote a first post.
first-sentence = { $n ->
    [one] { $x ->
        [0] The one first post was not answered within two days.
       *[other] The one first post was answered within two days.
    }
   *[other] { $x ->
        [0] None of { $n } first posts was answered within two days.
        [one] 1 of { $n } first posts was answered within two days.
       *[other] { $x } of { $n } first posts were answered within two days.
    }
}
first-more = Those who were answered wrote again more often; that goes together, it is no cause yet.
first-fewer = Those who were answered wrote again less often here; that goes together, it is no cause yet.
first-same = Whether being answered goes together with writing again cannot be shown here.
first-posts = What became of first posts?
first-what = In half a year
first-answered = Answered within two days
first-again = Wrote again within four weeks
first-again-answered = … of those who were answered
first-again-unanswered = … of those who were not
first-action = Set out a personal welcome
first-how = A first post is the first that a member opens. It counts as answered when somebody else answers within 48 hours; ‘again’ is a next post of their own within 28 days. Only posts that are old enough count. Whether answers are the cause this does not say: who writes a good first post is answered and stays (Joyce and Kraut, 2006).
waiting-curve = How fast does an answer come?
waiting-curve-text = The share of questions that had an answer after so many hours. Questions that still wait count. The lighter area is the range.
after-hours = { $hours ->
    [0] at once
   *[other] { $hours } hours
}
depth-title = How deep does a conversation go?
depth-steps = { $steps ->
    [1] Only answers to the opener
    [4] 4 steps deep or more
   *[other] { $steps } steps deep
}
mutual-pairs = { $mutual ->
    [0] Of { NUMBER($pairs) } pairs of people who had to do with each other, none went both ways yet.
    [one] Of { NUMBER($pairs) } pairs of people who had to do with each other, 1 went both ways.
   *[other] Of { NUMBER($pairs) } pairs of people who had to do with each other, { $mutual } went both ways.
}
mutual-returned = { $share } of what people gave they got back from the same person.
mutual-above = That is more than chance would give: people answer those who answer them.
mutual-below = That is no more than chance would give.
depth-how = Depth is the longest row of answers to answers, in conversations of the last 28 days with at least one answer. Both ways means: both answered or reacted to the other where it could be seen; the community team does not count. Against chance: Garlaschelli and Loffredo (2004).
column-figure = Figure
answers-file = conversations
everybody = Everybody
participation-file = taking-part
lean-alike = It is as if { $count } people did equally much.
other-departments-together = Other departments together
tiers-departments = From receiver to sender, by department
tiers-departments-none = The departments are too small to show what people did there.
tiers-departments-note = Shares of those who came by. The line is who started or answered, over thirteen weeks or as long as is known; as it stood
column-starters = Posted
column-responders = Answered
column-readers = Read along
column-joined-before = Took part, first
column-joined-now = Took part, now
tiers-how = By department a row is shown whole or not at all: when a number in the row, or what is left of it, is of fewer than { NUMBER($floor) } people, the department stands with ‘other departments together’. So does a department whose reach is hidden. The figures stand still for a week.

# The beginning
adoption-title = Who came for the first time?
adoption-none = Once people come by, this shows how fast that goes.
adoption-so-far = { $came ->
    [one] 1 of { NUMBER($people) } people came at least once.
   *[other] { $came } of { NUMBER($people) } people came at least once.
}
adoption-early = Looking ahead is possible when there are a few more weeks.
adoption-peak-ahead = Most new people are still to come: where it ends cannot be read from the beginning.
adoption-uncertain = Where it ends is still too uncertain to say.
adoption-end = If it goes on like this there will be { $low } to { $high }.
adoption-mouth = Colleagues bring colleagues: word of mouth seems to do more than the campaign.
adoption-campaign = The campaign seems to do more than word of mouth: without a new wave few will follow.
adoption-file = first-time
column-new-people = For the first time
column-until-then = Together until then
adoption-how = The first active day of everybody counts. Through the weeks we lay the curve of Bass (1969): part of the people come through the campaign, part through colleagues. We only look ahead when the peak is behind us and the error of the final number is below a quarter. Waves and compulsory logins bend the curve.
reach-never = From { $names } nobody was ever seen.

# Turning back through the phase
then-title = Turn back
then-known = Week up to { $week }, as it was known then
then-phase = Then: { $phase }
then-early = Then it was too early to name a phase
then-team = Then it was not known who belongs to the community team
then-came = Came by in four weeks
then-contributors = People who contributed
then-contributions = Contributions
then-by-members = Contributions of members
then-effective = Independent contributions
then-chances = How sure
then-afterwards = This week was worked out afterwards.
then-old = Worked out with version { NUMBER($version) } of the definition.
week-earlier = A week earlier
week-later = A week later
phase-file = phase
column-course = Course
alarms-empty = First we have to know what is usual here. After twelve weeks we look every day whether something stands out.
alarms-empty-button = To what you can do now
member-invited = Invited by a member
