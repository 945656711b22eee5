# People.
people-title = People
people-lead = { $count ->
    [0] Nobody found.
    [one] 1 person.
   *[other] { $count } people.
}
search-label = Find somebody
search-example = Name or department
search = Search
department = Department
all-departments = All departments
nobody-found = Nobody found.
nobody-found-more = See whether the name is right, or search by department.
show-all = Show everybody
team = Community team
new = New
not-here = Not here yet
pages = Pages
earlier = Previous
later = Next

# Profile.
department-since = { $department }, here since { $month }
here-since = Here since { $month }
edit-profile = Change your profile
manage = Manage
about = About { $name }
about-empty = There is nothing about you here yet.
about-fill = Tell in a few sentences what you do.
wrote-last = Wrote last
wrote-nothing = { $name } wrote nothing yet that you can read.
wrote-nothing-mine = You wrote nothing here yet.
in-group = in { $group }
facts = Details
is-in = Is in
role-moderator = Moderator
role-manager = Community manager
role-administrator = Administrator
role-member = Member

# Settings.
settings-title = Settings
saved = Saved.
picture = Picture
no-picture = Take my picture away
name = Name
about-label = About you
about-hint = A few sentences. What do you do, and what may people disturb you for?
language = Language
save = Save

# Who looked.
looks-title = Who looked at my data?
looks-lead = Whoever runs the community sometimes sees data about you. Here you read who, what for and when. We keep this for a year.
looks-none = In the past year nobody of the team looked at your data.
looks-who = Who
looks-purpose = What for
looks-when = When, the last time
looks-often = { NUMBER($times) } times that day
looks-more = There are more than fit here: these are the newest.
looks-not = Whoever reads your profile or opens a post of yours does not stand here: everybody may.

# What do we measure.
measuring-title = What do we measure, and who sees it?
measuring-lead = The short answer: we count groups, not people. Nobody gets a list of who read what.
measuring-what = This is what we keep
column-what = What
column-why = What for
column-who = Who sees it
wrote-what = What you write, what you react to, what you answer to an action
wrote-why = The conversation itself
wrote-who = Everybody who may see the post or the action
days-what = On which days you were here, also when you only read
days-why = To know which departments we reach, and whether people come back
days-who = Only as a number per group, from { NUMBER($floor) } people
ties-what = Who answered or reacted to whom
ties-why = To see whether departments find each other
ties-who = Between departments, from { NUMBER($floor) } people on; with consent also as a count of everybody together
rhythm-what = How long you stay away, compared with your own rhythm
rhythm-why = To notice that a group falls silent
rhythm-who = Only as a number per group, from { NUMBER($floor) } people
arms-what = Which half you were in for an action that we draw lots for
arms-why = To measure fairly whether an action helps
arms-who = Only as a number per half
read-what = How far you read a conversation
read-why = To show you what is new
read-who = Only you
devices-what = On which devices you are signed in
devices-why = To show you whether somebody else is in
devices-who = Only you
audit-what = What those in charge do: give a role, invite somebody or keep them out
audit-why = To be able to find out later who did it
audit-who = Whoever runs the system
measuring-register = All measures in a row
measuring-register-text = This is the register from which the works council reads too. What is “off” is not measured as long as nobody consented.
column-measure = Measure
measure-off = off
not-title = This we do not do
not-reading = We do not count which posts you read or for how long.
not-ranking = We make no ranking of people.
not-boss = Your manager never sees a figure here about you alone.
not-outside = Nothing goes to companies outside the organisation. No other system looks on.
not-feelings = We do not guess how you feel, not with a computer either.
small-title = Groups of fewer than { NUMBER($floor) }
small-text = Where a number about a department is about fewer than { NUMBER($floor) } people it says ‘too small to show’. Also when you could work it out by subtracting. ‘Nobody’, ‘everybody’ and numbers about the whole community are shown.
names-title = Where your name does stand
names-text = The community manager sees which question has no answer yet. The name of who asked it stands there only if the works council consented, and you read who saw it. In the log that we count from, you stand under a pseudonym. Whoever runs the community sees everybody’s name, address, department and role.
objection-title = Do you not want to count?
objection-text = You can object to what we compute per person: how long you stay away, compared with your own rhythm, and with whom you are in touch. You then no longer take part in it. In plain numbers, such as how many people were here, you still count.
objection-button = I object
objection-stands = You objected. We no longer compute your rhythm.
objection-undo = Withdraw my objection
objection-sign-in = Sign in to object.

# People in the cockpit.
cockpit-people-title = People
invite = Invite people
state = Account
all-states = All accounts
role = Role
all-roles = All roles
role-hint = A moderator keeps the talk decent. A community manager sees the cockpit. An administrator runs the system too.
state-placeholder = No account yet
state-invited = Invited
state-active = Takes part
state-suspended = May not come in
state-erased = Gone
audience = What is this person to the organisation?
audience-employee = Colleague
audience-customer = Customer
audience-alumnus = Former colleague
audience-candidate = Candidate
audience-supplier = Supplier
audience-neighbour = Neighbour
no-department = None
to-profile = See profile
code-title = Code on paper
code-text = With a code somebody comes in without mail at work. An older code stops working.
code-button = Make a code
suspend-title = Keep out
suspend-text = Then this person cannot come in any more, on no device. What they wrote stays. You can undo it.
suspend-confirm = Keep { $name } out? You can undo this.
suspend-button = Keep out
restore-button = Let in again
ranked-above = This person has a higher role than you. You cannot change anything here.
last-administrator = This cannot be: there must always be an administrator who can come in.
