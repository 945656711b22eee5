# Oversight: what we measure, who consented, who looked.
title = Oversight
lead = Figures about groups appear from { NUMBER($floor) } people on. What comes closer to persons is off until somebody consents.
all-off = Everything that needs consent is off.
some-on = On, with consent: { $names }.
was-recorded = The consent is written down. What belongs to it is on now.
was-withdrawn = The consent is withdrawn. What belongs to it is off now.

scopes-title = What needs consent
scope-network = Network
scope-network-text = Who is in touch with whom, below the level of departments: islands, bridges, and what happens when a few people leave. Always without names.
scope-roles = Roles
scope-roles-text = Who often answers, connects people or starts a talk. A member sees their own role first and can refuse it. No page shows this yet.
scope-named-lists = Lists with names
scope-named-lists-text = Names with what asks for attention today: who is new, who waits for an answer. Whoever looks stands in the log.
on = On
off = Off
on-until = On until { $until }, with the consent of { $giver }.
by-paper = Laid down in: { $reference }
ends-soon = This ends soon. Ask for new consent in time.
off-text = This stays off until the works council or the data protection officer consents.
withdraw-button = Withdraw
withdraw-confirm = Withdraw the consent? What belongs to it goes off at once.

file-heading = For the works council
file-text = In one file: what is measured here and why, what is on and off, and who sees what. It comes from the settings as they are now.
file-button = Download the file
file-name = file-of-measures

record-title = Write a consent down
record-who = An administrator writes a consent down or withdraws it. So whoever uses the figures does not do it themselves.
record-button = Write down
field-scope = For what
field-given-by = Who consented?
field-given-by-hint = For example: works council, or data protection officer
field-given-on = Given on
field-expires-on = Holds until
field-reference = Where is the document?
field-reference-hint = For example: works council decision 2026-14
choose-a-day = Choose a day.
given-in-future = This day is still to come.
expires-too-early = Choose a day after today, and after the day on which the consent was given.
expires-too-late = Choose a day within three years. After that you ask again.
earlier-title = All consents
column-given = Given
column-state = State
column-recorded = Written down
given-by-on = By { $giver }, on { $day }
holds-until = Holds until { $until }
expired-on = Expired on { $until }
starts-later = Does not hold yet
withdrawn-at = Withdrawn { $at }
recorded-at = { $at } by { $by }

register-title = Register of measures
register-text = Every measure that this program knows, with what it is for. What does not stand here is not measured.
register-members = Members read it here.
column-measure = Measure
column-purpose = What for
column-data = From what data
column-who = Who sees it
column-kept = How long
column-basis = Ground in law
column-sensitivity = Sensitivity
column-version = Version
column-page = Page
column-scope = Needs consent for
level-groups = Who runs the community, as a count per group
level-named = Who runs the community, with names; each look stands in the log
level-own = The member alone
retention-community = As long as the community is there; facts under a pseudonym
retention-member = As long as it stands there or the member takes part
retention-days = { NUMBER($days) } days
basis-service = Needed for what the member asks (GDPR 6(1)(b))
basis-interest = Legitimate interest, weighed (GDPR 6(1)(f))
basis-council = Legitimate interest (GDPR 6(1)(f)), only with consent (Dutch Works Councils Act 27(1)(k) and (l))
sensitivity-plain = ordinary use
sensitivity-sensitive = sensitive: “everybody” or “nobody” stays hidden too in small groups

# What somebody looked for.
purpose-account = To see your role, department or access
purpose-people = The list of members with addresses
purpose-team = To choose who belongs to the community team
purpose-code = To make a code for you
purpose-today = To see who asks for attention today
purpose-waiting = To see who waits for an answer
purpose-mail = To look at a mail to you

# The file.
file-title = What { $community } measures, and why
file-made = Made on { $day } from the settings of { $address }.
file-what = This file is meant for the works council and the data protection officer. It describes what the program measures on this day, what is on and off and who sees what. It is no legal advice.
file-settings = Settings
file-floor = Floor: about a group of fewer than { NUMBER($floor) } people no figure appears, nor one from which it could be worked out. The floor can only rise.
file-frozen = Figures by department stand still for a week. So nobody can subtract one day from another.
file-zone = Time zone: { $zone }
file-team = The community team is marked and does not count in the figures about members.
file-no-team = The community team is not marked yet.
file-looks = Who of the team looks at data of a member stands in a log for { NUMBER($days) } days. The member reads it under their own settings.
file-objection = A member can object. Then they are outside all that is about persons, not outside the counts.
file-never-title = What this program does not do
never-reading = Keep who reads which post or how long.
never-ranking = Make a ranking of people.
never-superior = Give a superior a figure about one employee.
never-feelings = Guess how somebody feels.
never-outside = Send data outside.
was-taken-back = Withdrawn.

# What this part itself keeps.
measure-looks = Who looked at data
measure-looks-purpose = To show you who of the team saw your data, and what for
measure-looks-data = Who looked, when, on which page and about whom
