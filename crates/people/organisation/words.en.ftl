# Begin.
set-up-title = Begin your community
set-up-lead = Six things, and it is there. You can change all of this later.
community-label = What is it called?
community-hint = The name of your organisation, or a name of its own such as ‘The Square’.
language-label = Language
zone-label = Time zone
zone-unknown = We do not know this time zone. Choose one from the list, such as Europe/Amsterdam.
your-name = Your name
your-email = Your email address
your-password = Choose a password
password-hint = At least 10 characters. A short sentence works well.
set-up-button = Make the community

# Departments.
departments-title = Departments
departments-lead = How many people work where? It shows you whom you do not reach yet.
departments-none = There are no departments yet. Add one, or bring them in with a list of people.
members-of = { NUMBER($members) } of { NUMBER($headcount) } take part
members-only = { $members ->
    [one] 1 takes part
   *[other] { $members } take part
}
change = Change
save = Save
saved = Saved.
department-name = Name
department-add = Add a department
department-parent = Belongs to
department-top = Nothing: this is a main department
department-add-button = Add
department-taken = This department is there already.
department-too-long = This name is too long, together with what is above it.
headcount = Number of people
headcount-hint = Everybody who works there, also who does not take part yet, with all that is below it. Empty when you do not know.
leader = Who leads this department?
leader-hint = The user name. Who leads sees the own department as a whole, never who did what.
leader-unknown = There is no member with this user name. Look at their profile for it.
led-by = led by { $name }
headcount-wrong = Fill in a whole number, such as 48.

# Team.
team-title = Who belongs to the community team?
team-lead = Their posts are counted apart. Otherwise the community seems alive while it is mostly you who write.
team-unknown = Until this is known we say nothing about the phase.
team-saved = Saved. This is the team now.
team-search = Search by name
search = Search
team-found = Found
team-not-found = Nobody found with “{ $query }” in their name.
team-likely = Probably yes
team-likely-why = They have a role, or wrote a large part of the first posts.
team-button = This is the team
in-team = in the team
wrote-first = wrote { NUMBER($count) } of the first { NUMBER($first) } posts
role-moderator = moderator
role-manager = community manager
role-administrator = administrator

# Settings.
settings-title = Settings of the community
floor-label = Smallest group that may be shown
floor-hint = A smaller group is never shown apart. This number can only rise.
floor-wrong = Choose a number from { NUMBER($floor) } to 100. It cannot go down.
