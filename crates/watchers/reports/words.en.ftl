# Reports to management.
reports = Reports
reports-lead = How did the month go, and what do you propose? The figures stand from the day you begin the report.
report-of = Report of
make-report = Begin the report
no-reports = There is no report yet. Choose a month above: the figures will be in it already.
no-month-yet = No whole month has passed yet. Once four weeks are over, you can make the first report here.
finished-when = finished { $when }
begun-when = begun { $when }
version-is = version { $number }
is-draft = draft
is-finished = finished
is-replaced = replaced
report-title = Report { $month }
file-name = report
not-yet = Not done yet

# Writing.
saved = Saved.
retaken = The figures have been taken again.
frozen-figures = The figures
retake = Take the figures again
nothing-to-tell = There are too few people to say anything about.
frozen-note = These sentences go into the report, with charts and tables. They stand; only in a draft can you take the figures again, for instance when something came in late.
successes = What went well
successes-hint = Stories that are no figure: who helped whom, what came loose? Name only people who agree. Use **stars** for bold, - for a list.
explanation = What it means
explanation-hint = Why did these figures rise or fall, and what is chance?
decisions = Proposals to decide on
decisions-hint = Each proposal has somebody who does it, and a day by which it is done. What you leave empty does not count.
decision-number = Proposal { $number }
decision = Proposal
decision-owner = Who does it?
decision-due = When is it done?
decision-wrong = Proposal { $number } is not complete: write what you propose, who does it and when it is done.
more-decisions = Save, and there will be room for more.
too-long = This is too long: { NUMBER($most) } characters fit.
save-draft = Save
save-and-look = Save and look
finish-title = Ready?
finish-text = Once you finish the report, nothing in it changes any more: not the figures, not the text. If you forgot something, you make a new version.
finish = Finish
finish-sure = Finish? After this the report stands. Save what you just typed first.
discard = Throw away
discard-sure = Throw this draft away? It cannot be brought back.
looks-draft = This is a draft. It will look like this when it is finished.
go-on-writing = Go on writing
now-finished = Finished. This report stands.
not-whole = What this report holds no longer matches its checksum: somebody changed it outside this program.
correct = Make a corrected version
all-csv = All figures (CSV)
too-few = Fewer than { $floor } people take part. Every figure would be about somebody, so we show none.

# What the report says.
in-short = In short
page-of = of
colophon-draft = Draft of version { $version }; the text may still change.
colophon-finished = Version { $version }, finished by { $name } on { $day }. Checksum (SHA-256): { $checksum }.
was-then = In { $month } it was { NUMBER($x) } of { NUMBER($n) }. { $words }
new-line = The calculation has changed since { $month }. So a new line begins here, and we do not compare.
not-known-then = In { $month } this was not known yet.
now-higher = Higher now.
now-lower = Lower now.
now-same = No clear difference.
now-unknown = Not compared.
kicker-reach = Reach
kicker-participation = Taking part
kicker-answers = Answers
kicker-returning = Coming back
kicker-phase = Phase
kicker-actions = Actions
label-reach = came by
label-participation = took part
label-answers = questions answered within a day
label-still = active after { $days } days
asleep-now = { NUMBER($x) } of { NUMBER($n) } people are asleep by their own rhythm.
label-phase = written by members
label-actions = { $count ->
    [one] action completed
   *[other] actions completed
}
counted-from = “Works there” comes from: { $source }.
by-department = Who came by, by department
in-four-weeks = In four weeks
no-department = Without a department
too-small = too small to show
of-n-percent = of { NUMBER($n) } · { $percent }
x-of-n = { NUMBER($x) } of { NUMBER($n) }
nothing-yet = nothing yet
reach-note = The long bar is everybody who works there, the coloured part who was here on at least one day of these four weeks. These are counts of everybody, so without a margin.
reach-note-short = A count of everybody, so without a margin.
reach-hidden = { $count ->
    [one] 1 department is too small to show, or would give a small one away.
   *[other] { $count } departments are too small to show, or would give a small one away.
}
column-department = Department
column-came = Was here
column-works = Works there
column-share = Share
column-source = Counted from
column-difference = Difference
column-count = Count
column-of = Of
column-range = Margin
column-tier = What they did
column-questions = Questions of members
column-rhythm = Rhythm
column-week = Week up to
column-people = People
column-still = Still here
column-low = Lower end
column-high = Upper end
column-action = Action
column-period = When
column-outcome = What came of it?
column-asked = Asked
column-held = Not asked
from-payroll = payroll
from-known = who we know here
tier-creators = Posted something
tier-contributors = Took part
tier-readers = Read along
tier-absent = Not seen
tiers-note = Everybody counts once, at the most that they did. The community team does not count.
took-part = Members who wrote or reacted, each time in four weeks
from-to = From { NUMBER($first) } to { NUMBER($last) } people.
answered-at-all = Got an answer
answered-within = Within a day
unanswered-day = Not after a day
unanswered-long = Not after three days
answered-in-a-day = Questions answered within a day, each time in four weeks
band-note = The light band is the margin: the true share probably lies within it.
class-active = Active
class-slowing = Comes less often
class-asleep = Asleep
class-never = Never got going
class-early = Too early to say
by-own-rhythm = Everybody’s silence, by their own rhythm
staying = How long people stay
staying-text = Of { NUMBER($people) } people { $left ->
    [0] everybody stayed
    [one] 1 stayed away
   *[other] { NUMBER($left) } stayed away
}.
after-weeks = { $week ->
    [0] start
   *[other] { $week } weeks
}
written-by-members = Share written by members, each time in four weeks
half = half
how-sure = How sure? { $chances }.
actions-finding = { $count ->
    [0] No action was completed in these four weeks.
    [one] 1 action was completed in these four weeks.
   *[other] { $count } actions were completed in these four weeks.
}
action-too-few = It concerns so few people that we say nothing.
subject = Subject
figure = Figure
finding = What it says
compared-with = Beside the report before
definition = Calculation
definitions = How it is calculated
version = Version
defined = (Definition { $number }, version { $version }.)
define-all = All figures are about the four weeks up to the last Sunday of the month. We say nothing about a group of fewer than { $floor } people, nor about a group that would give a small one away. The community team counts nowhere.
define-ranges = Where we compare months or groups, there is a margin of 95%. We name a difference only when it lies outside the margin and also holds among all differences of the same table.
define-reach = Who was here on at least one day, of everybody who can take part. By department of everybody on the payroll, or without one of who we know here.
define-participation = Who posted, who reacted or answered, and who only read, of everybody who can take part.
define-answers = Questions of members, and when somebody else answered. A question counts for a day once it is at least a day old.
define-returning = Somebody is asleep when the silence lasts much longer than is usual for somebody with that rhythm. How long people stay takes into account that most are still here (Kaplan-Meier).
define-phase = The phase follows from the share that members write themselves. Who writes much does not weigh more than fits (design effect). The phase changes only after four weeks in a row.
define-actions = Some people, chosen by lot, did not see the action. The verdict falls when its window is over, on an outcome that was fixed beforehand.

# Hand-outs by department.
handouts = For the departments
handouts-text = Slides for the meeting of one department, to show or to print. Only of departments that are large enough.
handout-title = { $department } in { $month }
whole-community = everybody
department-reach = In { $department } { NUMBER($x) } of the { NUMBER($n) } people came by
together = Together
together-title = What is of use to us in { $department }?
together-one = What did we read this month that we could use?
together-two = Which question would we like to ask the other departments?
together-three = Who is not reached, and what holds them back?
handout-floor = We say nothing about groups of fewer than { $floor } people. There are never names.
back-to-report = Back to the report

# Mailing.
mailing = Mailing the report
mailing-lead = Choose who gets a mail each month when the report is finished. The mail holds a link; the figures are seen only after signing in.
mailing-set = Set up
mailing-off = No mail is sent now.
mailing-runs = { $count ->
    [one] From day { $day } of the month a mail goes to 1 address, once the report is finished.
   *[other] From day { $day } of the month a mail goes to { $count } addresses, once the report is finished.
}
who-get-it = Who gets it?
nobody-yet = Nobody yet.
add-whom = Add somebody
add-hint = The user name or e-mail address of a member. Who is on this list may read the reports.
add-hint-address = The user name or e-mail address of a member, or another address. Another address gets something only when the PDF goes along.
add = Add
remove = Remove
nobody-called = There is no member with this name or address.
only-administrator = This address is not a member’s. Only an administrator can add it.
recipients-enough = At most { $most } fit on the list.
not-reachable = Gets nothing: no confirmed e-mail address, or no longer takes part.
needs-attachment = Gets nothing as long as the PDF does not go along: without an account one cannot sign in.
when = When?
day-label = Day of the month
day-hint = If the report is not finished by then, the mail goes once it is.
day-wrong = Choose a day from 1 to 28.
attach = Send the PDF along
attach-hint = Then the figures stand in the mailbox of who gets it.
nobody-to-mail = There is nobody yet who can get the mail. Add somebody first.
start-plan = Begin mailing
change-plan = Change
stop-plan = Stop mailing
sure-link = { $count ->
    [one] Each month from day { $day } a mail goes to 1 address, with a link. If this month’s report is finished already, the first one goes at once.
   *[other] Each month from day { $day } a mail goes to { $count } addresses, with a link. If this month’s report is finished already, the first ones go at once.
}
sure-attached = { $count ->
    [one] Each month from day { $day } a mail goes to 1 address, with the figures as a PDF. If this month’s report is finished already, the first one goes at once.
   *[other] Each month from day { $day } a mail goes to { $count } addresses, with the figures as a PDF. If this month’s report is finished already, the first ones go at once.
}
sure-yes = Yes, begin
mail-subject = { $title } of { $community }
mail-there = The { $title } of { $community } is finished.
mail-attached = You find it as a PDF with this mail.
mail-read = Read it here; you sign in first:
    { $link }
mail-why = You get this mail because an administrator of { $community } put you on the list. If you no longer want it, ask to be taken off.

# Who leads a department.
commitment-title = Commitment of leaders
commitment-too-few = There is nothing to say yet: at least { $floor } leaders must have promised something, and it may nowhere be about a few people.
commitment-kept = { $leaders } leaders together promised { $promises } things for { $month }; { $kept } of them were kept.
commitment-top = Who lead a department at the top ({ $leaders }): { $kept } of { $promises }.
commitment-below = Who lead a department below one ({ $leaders }): { $kept } of { $promises }.
commitment-note = Promises are their own. You see only the whole: never who promised or did what, and it is no appraisal.
no-leaders = Nobody leads a department yet. Say who does: they will see their own department, and keep what they promise themselves.
set-leaders = Set leaders
my-department = My department
my-department-lead = How your department takes part, and what you promise yourself.
department-hidden = We do not show { $department } apart: too small, part of a larger department, or no week has passed yet.
leader-bars-note = Over the four weeks up to the last Sunday. Starting, answering and reading are of who came by.
did-start = Started something
did-answer = Answered or reacted
did-read = Read along
came-by = Came by
came-by-week = Who came by, each time in four weeks
share-from-to = From { $first } to { $last }.
my-promises = What I promise in { $month }
promises-lead = Small and feasible works best: two posts, three reactions, an hour a month. Only you see them. The community manager sees how many promises were kept together, and only when enough leaders take part.
done-times = { NUMBER($done) } of { NUMBER($amount) } times
done-hours = { NUMBER($done) } of { NUMBER($amount) } hours
is-kept = kept
one-time = Done
one-hour = One hour
take-one-back = One back
end-promise = Stop
end-sure = Stop with this promise? What you did stays.
promise-label = What do you promise?
promise-hint = For instance: reacting to what colleagues ask.
promise-missing = Write what you promise.
amount-label = How much a month?
amount-wrong = Choose a number from 1 to { $most }.
kind-label = Counted in
kind-times = times
kind-hours = hours
promise-button = Promise it
promises-enough = More than { $most } promises at once is too much. Stop one first.
earlier-months = Earlier months
leader-privacy = Names are never here, and about fewer than { $floor } people we say nothing. Figures by department change once a week.
you-lead = You lead { $names }.
look = Look

# For the register.
measure-promises = Promises of who leads a department
measure-promises-purpose = Keeping track yourself of what you promised
measure-promises-data = What you promised, and how much of it you did each month
measure-commitment = Commitment of leaders
measure-commitment-purpose = Knowing whether leaders make time together, without judging anybody
measure-commitment-data = How many promises were kept together, by enough leaders
