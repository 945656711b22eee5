# The community manager's cockpit.
cockpit = Cockpit
tab-today = Today
tab-reach = Reach
tab-participation = Taking part
tab-answers = Answers
tab-actions = Actions
tab-phase = Phase
tab-people = People
tab-data = Data

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
nobody-came = In the last eight weeks nobody came by yet.
more-came = More people came by than in the four weeks before.
fewer-came = Fewer people came by than in the four weeks before.
as-many-came = Whether more or fewer people come by than four weeks ago, we cannot say.
more-came-hardly = More people came by than in the four weeks before; we hardly reach { $names }.
fewer-came-hardly = Fewer people came by than in the four weeks before; we hardly reach { $names }.
as-many-came-hardly = No difference shown with the four weeks before; we hardly reach { $names }.
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
three-lines = Three lines
last-weeks = last 12 weeks
came-by = Came by, last 28 days
took-part = Took part: wrote or reacted
answered-in-a-day = Question was answered within a day
higher = higher than four weeks earlier
lower = lower than four weeks earlier
no-difference = no difference shown
nothing-to-compare = nothing to compare with yet
was = { $words } (then { NUMBER($before) })
between = between { $low } and { $high }
too-few-for-time = { $count ->
    [0] There was no question.
    [one] There was 1 question: too few to name a waiting time.
   *[other] There were { $count } questions: too few to name a waiting time.
}
half-not-answered = More than half still wait, or were never answered.
half-within = Half were answered within { $time }.
half-within-range = Half were answered within { $time } (between { $low } and { $high }).
half-within-least = Half were answered within { $time } (at least { $low }).

what-today = What needs you today?
nothing-today = Nothing. Everybody who asked something was answered.
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
reach-hidden = The departments are too small to show apart
reach-nothing = There are no departments with people yet
