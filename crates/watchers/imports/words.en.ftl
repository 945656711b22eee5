# Beforehand.
no-community = Set up the community first. Then you can bring data in.
source-name = The name of the source has at most 40 small letters, digits and hyphens.
not-a-mapping = { $text } does not point at a column. Write it as email=Heading of the column.
no-columns = This kind of file has no columns to point at.

# Why something is not brought in.
missing-field = Missing here: { $field }.
missing-columns = The file lacks a column for: { $needed }. Found: { $found }.
double-column = More than one column can be { $field }: { $columns }. Point at one.
no-such-column = The column { $column } is not in the file. Found: { $found }.
not-a-date = { $field } says ‘{ $text }’. That is no date we know.
not-an-address = ‘{ $text }’ is not an e-mail address.
not-an-audience = ‘{ $text }’ is not an audience we know.
not-a-number = { $field } says ‘{ $text }’. That is not a whole number.
negative-number = { $field } says ‘{ $text }’. It cannot be below zero.
unknown-person = Nobody has the key, the address or the name ‘{ $key }’.
ambiguous-person = More than one person is called ‘{ $text }’. Use a number or an e-mail address.
unknown-thread = This belongs to ‘{ $key }’, and that message is not there.
unknown-group = The group ‘{ $key }’ is not there.
duplicate-key = ‘{ $key }’ was there before.
same-person = Sender and recipient are the same: ‘{ $key }’.
too-long = { $field } is longer than { NUMBER($max) }.
wrong-number-of-fields = This row has { NUMBER($found) } fields, the header has { NUMBER($expected) }.
malformed = This does not follow the format of the file: { $detail }
sign-not-supported = The reaction ‘{ $sign }’ says something that we have no word for.
not-supported = This is not brought in: { $what }.
truncated = The file stops halfway. Provide the whole file.
too-big = Too big: { $limit } may be at most { NUMBER($max) }.
wrong-encoding = The characters cannot be read. Save the file as UTF-8.
empty = The file is empty.
missing-file = The file { $name } is not there.
unreadable = The file could not be read: { $detail }

# What a field is called.
field-key = key
field-name = name
field-first-name = first name
field-infix = infix
field-last-name = last name
field-email = e-mail address
field-department = department
field-audience = audience
field-started = start date
field-count = count
field-at = time
field-edited = time of editing
field-closed = time of closing
field-from = sender
field-to = recipient
field-thread = conversation
field-parent = what it stands under
field-group = group
field-author = author
field-title = title
field-body = text
field-about = description
field-topic = topic
field-score = score
field-sign = reaction
field-kind = kind

# What a limit is about.
limit-line = a line in bytes
limit-entry = an entry in bytes
limit-file = an unpacked file in bytes
limit-archive = the unpacked archive in bytes
limit-ratio = how many times larger it becomes when unpacked
limit-files = the number of files
limit-depth = the depth
limit-columns = the number of columns

# What somebody is.
audience-employee = employee
audience-customer = customer
audience-alumnus = former employee
audience-candidate = candidate
audience-supplier = supplier
audience-neighbour = neighbour

# Choosing a file.
imports = Bring data in
cockpit = Cockpit
choose-heading = Bring in your people and conversations
choose-lead = Choose a file. You first see what would change. Nothing happens until you press Bring in.
choose-kind = What do you bring in?
choose-file = Choose a file
choose-file-hint = CSV or zip, up to 1 GB. A CSV may be packed with gzip. It stays on your own server.
choose-a-file = Choose a file first.
columns-summary = Don’t we recognise your columns?
columns-label = Which column is what?
columns-hint = One per line, with the heading from your file after the equals sign: name=Employee
show-changes = Show what changes
kind-people = People and departments
kind-people-hint = A list from your personnel system, as CSV.
kind-headcount = Number of people per department
kind-headcount-hint = So that you see whom you do not reach yet. As CSV.
kind-stackexchange = Stack Exchange
kind-stackexchange-hint = A zip with Users.xml, Posts.xml and what goes with them.
kind-slack = Slack
kind-slack-hint = The zip that Slack makes when you ask for an export.
kind-interactions = Who writes to whom
kind-interactions-hint = A CSV with time, sender and recipient, without text.
earlier = Brought in earlier
inside = In
command-line = Command line
made-members = { $count ->
    [one] 1 person added
   *[other] { $count } people added
}
made-departments = { $count ->
    [one] 1 department
   *[other] { $count } departments
}
made-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
}
made-threads = { $count ->
    [one] 1 post
   *[other] { $count } posts
}
made-comments = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
made-interactions = { $count ->
    [one] 1 contact
   *[other] { $count } contacts
}
made-memberships = { $count ->
    [one] 1 membership
   *[other] { $count } memberships
}
made-reactions = { $count ->
    [one] 1 reaction
   *[other] { $count } reactions
}
made-accepted = { $count ->
    [one] 1 answer that helped
   *[other] { $count } answers that helped
}
made-updates = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}

# Seeing what changes.
preview = What changes?
rows-read = { $count ->
    [one] 1 row read
   *[other] { $count } rows read
}
heading-unreadable = We cannot read this file
heading-nothing = Everything in this file is in already
moved = The community has changed meanwhile. Look again whether this is what you want.
count-members = { $count ->
    [one] person is added
   *[other] people are added
}
count-departments = { $count ->
    [one] department is added
   *[other] departments are added
}
count-groups = { $count ->
    [one] group is added
   *[other] groups are added
}
count-memberships = { $count ->
    [one] time somebody joins a group
   *[other] times somebody joins a group
}
count-threads = { $count ->
    [one] post is added
   *[other] posts are added
}
count-comments = { $count ->
    [one] answer is added
   *[other] answers are added
}
count-accepted = { $count ->
    [one] answer that helped
   *[other] answers that helped
}
count-reactions = { $count ->
    [one] reaction is added
   *[other] reactions are added
}
count-interactions = { $count ->
    [one] contact is added
   *[other] contacts are added
}
count-updated = { $count ->
    [one] is changed
   *[other] are changed
}
count-unchanged = { $count ->
    [one] stays the same
   *[other] stay the same
}
count-refused = { $count ->
    [one] cannot come in
   *[other] cannot come in
}
refused-heading = { $count ->
    [one] This one cannot come in
   *[other] These { $count } cannot come in
}
refused-hint = The rest can. You may mend them in the file and begin again, or leave them.
unreadable-hint = Nothing has changed. Mend the file and begin again.
refused-download = Download these rows as CSV
refused-file = refused-rows
column-place = place
column-reason = reason
column-why = explanation
what-changes = What changes
all-changes = All changes
first-changes = The first { NUMBER($shown) } changes
column-who = Who
column-what = What
column-was = Was
column-becomes = Becomes
nobody-is-told = Nobody is told about this. You invite people afterwards, when you like.
bring-in = Bring in
leave-it = Don’t
other-file = Choose another file
