# Beforehand.
no-community = Set up the community first. Then you can bring data in.
source-name = The name of the source has at most 40 small letters, digits and hyphens.
not-a-mapping = { $text } does not point at a column. Write it as email=Heading of the column.
no-columns = This kind of file has no columns to point at.

# Why something is not brought in.
missing-field = Missing here: { $field }.
no-such-column = The column { $column } is not in the file. Found: { $found }.
not-an-address = ‘{ $text }’ is not an e-mail address.
not-an-audience = ‘{ $text }’ is not an audience we know.
not-a-number = { $field } says ‘{ $text }’. That is not a whole number.
negative-number = { $field } says ‘{ $text }’. It cannot be below zero.
unknown-person = Nobody has the key, the address or the name ‘{ $key }’.
ambiguous-person = More than one person is called ‘{ $text }’. Use a number or an e-mail address.
unknown-thread = This belongs to ‘{ $key }’, and that message is not there.
unknown-group = The group ‘{ $key }’ is not there.
same-person = Sender and recipient are the same: ‘{ $key }’.
too-long = { $field } is longer than { NUMBER($max) }.
sign-not-supported = The reaction ‘{ $sign }’ says something that we have no word for.
truncated = The file stops halfway. Provide the whole file.
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

# What somebody is.
audience-employee = employee
audience-customer = customer
audience-alumnus = former employee
audience-candidate = candidate
audience-supplier = supplier
audience-neighbour = neighbour

# Choosing a file.
imports = Bring data in
choose-heading = Bring in your people and conversations
choose-kind = What do you bring in?
choose-a-file = Choose a file first.
show-changes = Show what changes
kind-people = People and departments
kind-people-hint = A list from your personnel system, as CSV.
kind-headcount = Number of people per department
kind-headcount-hint = So that you see whom you do not reach yet. As CSV.
kind-stackexchange = Stack Exchange
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
bring-in = Bring in
leave-it = Don’t
other-file = Choose another file

# Why a file or a row does not come in (continued).
missing-columns = We see no column for: { $needed }. Found: { $found }. Point out below which column is what.
double-column = More than one column can be { $field }: { $columns }. Point at one.
duplicate-key = ‘{ $key }’ was there before in this file.
wrong-number-of-fields = This row has { NUMBER($found) } fields, the header has { NUMBER($expected) }. See whether a delimiter or a quote is missing or too many.
not-a-date = { $field } says ‘{ $text }’. That is no date we know. Write 31-03-2026 (the day first) or 2026-03-31.
month-first = { $field } says ‘{ $text }’. The month seems to come first here. We read the day first. Write 31-03-2026 or 2026-03-31, in the whole file.
short-year = { $field } says ‘{ $text }’. Write the year with four digits, such as 31-03-2026.
no-such-day = { $field } says ‘{ $text }’. There is no such day.
wrong-encoding = The characters cannot be read. Save the file as CSV UTF-8.
empty = The file is empty.
missing-file = The file { $name } is not there.
missing-table = { $name } is not there. Choose all XML files of the dump at once, or one zip with everything in it.
malformed = This does not follow the format of the file. The technical message: { $detail }
malformed-line-break = A quote opens and never closes, so this row runs on into the next.
malformed-attributes = This row has too many attributes.
malformed-attribute-twice = This row has the same attribute twice.
malformed-no-zip = This is not a zip. Choose the zip as you got it.
malformed-gzip = The packed file is damaged. Make or download it again.
not-supported = This is not brought in: { $what }.
not-supported-xlsx = This is an Excel file or a zip, not a CSV. In Excel choose Save as, then CSV UTF-8.
not-supported-xls = This is an old Excel file. In Excel choose Save as, then CSV UTF-8.
not-supported-pdf = This is a PDF. We need the table itself, as CSV.
not-supported-sqlite = This is a database. We need a table, as CSV.
not-supported-seven-zip = This is a 7z file. Unpack it and choose the files in it, all at once.
not-supported-encrypted = This file has a password. Unpack it and make a zip without a password.
not-supported-compression = This zip is packed in a way that we do not know. Unpack it and make an ordinary zip.
not-supported-doctype = This XML file has a document type of its own. We do not read that, because it can be dangerous.
not-supported-instruction = This XML file gives instructions to a program. We do not read that.
not-supported-entry = A message of the kind ‘{ $what }’ is not brought in.
too-big-line = A row is longer than { $max }. Is there a quote somewhere that never closes?
too-big-entry = One item is larger than { $max }.
too-big-file = Unpacked, the file is larger than { $max }.
too-big-archive = Unpacked, everything together is larger than { $max }.
too-big-ratio = Unpacked, the file becomes more than { NUMBER($max) } times as large. Such a file can bring the server down, so we do not read it.
too-big-files = There are more than { NUMBER($max) } files in it.
too-big-depth = There are too many layers inside each other: more than { NUMBER($max) }.
too-big-columns = The table has more than { NUMBER($max) } columns.
too-big-rows = There is more in this than we can read at once. Divide it and bring the parts in one by one.
place-line = { $file }, row { NUMBER($row) }
place-item = { $file }, item { NUMBER($row) }

# Choosing a file (continued).
choose-lead = Choose a file. You first see what would change. Nothing happens until you press Bring in.
choose-file = Choose a file, or more than one
choose-file-hint = CSV, zip or XML, up to 1 GB together. Packed with gzip is fine too. It stays on your own server.
choose-one-file = Choose one file at a time.
choose-one-zip-or-tables = Choose one zip, or all XML files together.
kind-stackexchange-hint = All XML files of the dump at once (Users, Posts, Comments, Votes), or a zip of them.
source-summary = Do you bring in two sites or workspaces of one kind?
source-label = Name of the source
source-hint = Usually not needed: the file tells where it is from. Small letters, digits and hyphens. Use the same name every time.
uploading = Your file is being sent.
upload-too-big = This is more than 1 GB together. Make it smaller or bring it in parts.
upload-failed = Sending did not work. Was the connection lost? Try again.
taken-back = Taken back

# On its way.
checking-heading = We are reading your file
checking-lead = Nothing changes yet. You may leave and come back to this page later.
publishing-heading = We are bringing it in
publishing-lead = All of it comes in at once, or nothing. You may leave.
undoing-heading = We are taking it back
undoing-lead = All of it goes back at once, or nothing. You may leave.
in-line-heading = Just a moment
in-line-lead = One file is read at a time. Yours is ready to go.
in-line-for = Busy with: { $file }
another-runs = { $file } is being read or brought in now. Wait until that is done and try again.
step-received = Received
step-check = Reading and checking
step-show = Showing what changes
step-shown = Checked
step-check-again = Checking once more, in case something changed meanwhile
step-publish = Bringing in
step-undo = Taking back
percent-read = { NUMBER($percent) }% read
rows-written = { $done } of { $total }
look-again = See how far it is
failed-heading = This did not work
failed-text = Nothing has changed.
failed-said = Message: { $said }
try-again = Try again

# Seeing what changes (continued).
heading-unreadable = We cannot read this file
heading-nothing = Everything in this file is in already
heading-no-rows = There is nothing to bring in in this file
heading-all-refused = Nothing in this file can come in
heading-nothing-new = { $count ->
    [one] There is nothing new, and 1 cannot come in
   *[other] There is nothing new, and { $count } cannot come in
}
and-refused = { $count ->
    [one] 1 cannot come in
   *[other] { $count } cannot come in
}
why-unreadable = What is wrong
refused-hint = The rest can. You may mend them in the file and begin again, or leave them.
all-refused-hint = Mend them in the file and begin again. Nothing has changed.
nobody-is-told = Nobody is told of this. You can take it back for a week. You invite people afterwards, when you like.
columns-summary = Is each column what we think it is?
columns-label = Columns of your file
columns-hint = Say of each column what is in it. Then we check the file again.
column-heading = Column in your file
column-is = What is it?
column-rows = The first rows
column-nothing = Do not read
columns-use = Check it like this
column-twice = You chose { $field } for more than one column. Leave one.
columns-too-long = These headings are too long to point at. Make them shorter in your file.

# In, and back.
in-heading = It is in
undone-heading = This was taken back
were-refused = { $count ->
    [one] 1 could not come in.
   *[other] { $count } could not come in.
}
to-cockpit = To the cockpit
to-invite = Invite people
undo-question = Was this not what you meant?
undo-until = You can take this back as long as nobody has built on it, until
undo-look = Take it back
undo-title = Take it back
undo-heading = Do you want to take this back?
undo-blocked = This cannot be taken back any more
undo-goes = This goes away:
undo-means = What was known and was changed becomes what it was. The figures follow. You can bring the file in again afterwards.
undo-do = Take it back
undo-leave = Leave it
obstacle-done = It was taken back already.
obstacle-over = { $days ->
    [one] It could be taken back for one day, and that is over.
   *[other] It could be taken back for { $days } days, and these are over.
}
obstacle-later = { $file } came in later. Take that back first.
obstacle-claimed = { $count ->
    [one] 1 person in it takes part already.
   *[other] { $count } people in it take part already.
}
obstacle-invited = { $count ->
    [one] 1 person in it was invited already.
   *[other] { $count } people in it were invited already.
}
obstacle-team = { $count ->
    [one] 1 person in it now belongs to the community team or got a role.
   *[other] { $count } people in it now belong to the community team or got a role.
}
obstacle-assigned = { $count ->
    [one] 1 person in it was drawn for an action.
   *[other] { $count } people in it were drawn for an action.
}
obstacle-comments = { $count ->
    [one] Somebody commented on a post in it.
   *[other] There are { $count } new comments under posts in it.
}
obstacle-reactions = { $count ->
    [one] There is 1 new reaction to posts in it.
   *[other] There are { $count } new reactions to posts in it.
}
obstacle-posts = { $count ->
    [one] There is 1 new post in a group of it.
   *[other] There are { $count } new posts in groups of it.
}
obstacle-members = { $count ->
    [one] 1 person joined a group of it later.
   *[other] { $count } people joined a group of it later.
}
obstacle-departments = { $count ->
    [one] A department of it has got 1 more person, department or action.
   *[other] Departments of it have got { $count } more people, departments or actions.
}
