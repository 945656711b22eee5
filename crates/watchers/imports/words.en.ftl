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
