# Ties between departments, and what holds the community together.
title = Ties
finding = Of all contact, { $percent } crosses the border of a department
nothing-went = In these four weeks nobody responded to anybody
past = After { $day } hardly anybody came by. These figures are about the four weeks before that.
waits = This week was not worked out yet
waits-text = We work this out every week, after Sunday night. It needs departments with people who come by.
waits-button = To the departments
across-of = Of the { $all } ties among people who come by now { $across } run between departments; by chance that would be { $percent }.
less-than-chance = That is clearly less than by chance: people mostly turn to their own department.
like-chance = That is not demonstrably less than by chance.
fewer-than = fewer than { NUMBER($floor) }
gone = A department that is gone

picture-title = Who is in touch with whom
picture-text = The line between { $one } and { $other } is the thickest: { $share } of the people who came by there turned to the other.
picture-none = Between departments there is too little contact to draw.
picture-note = A dot is a department: the larger, the more people came by. A line is thicker when a larger part turned to the other. What is too small is left out.
tie-title = { $one } and { $other }: { $share }

so-what = What can you do with this?
advice = Bring people of different departments together in pairs. Half an hour of coffee is enough to begin; people who know each other ask each other later.
advice-thin = Between { $one } and { $other } the contact is the thinnest of what we can show. Bring people of both together in pairs. Half an hour of coffee is enough to begin.
advice-source = Researchers who spoke for an hour and a half applied for money together more often after that: 28 instead of 16 of 10,000 pairs (Boudreau and others 2017).
coffee = Coffee across departments
gathering = A gathering with mixed tables

matrix = Who turns to whom
matrix-note = Read by row: so many different people of this department answered, mentioned or reacted to somebody of the department in the column. On the right stands how many people of that department came by.
column-from = From
column-to = To
column-turned = People who turned
column-met = People they turned to
column-came = Came by
hidden-cell = not to be shown
hidden = { $count ->
    [one] 1 cell we do not show: too few people took part there, or nearly everybody.
   *[other] { NUMBER($count) } cells we do not show: too few people took part there, or nearly everybody.
}
too-few-departments = There are no two departments yet where enough people come by to show this. It begins at { NUMBER($floor) } people on each side.
file-name = ties

islands-title = Islands
inward = Keeping more to themselves than by chance: { $names }.
outward = More in touch with other departments than by chance: { $names }.
nobody-inward = Of no department it can be shown that it keeps more to itself than by chance.
one-piece = All { $size } people form one whole: from each a way leads to every other.
nobody-alone = Everybody who came by was in touch with at least one other of them in a year.
alone = Of the { $people } people who came by, { $alone } were in touch with no other of them in a year.
largest-piece = { $size } of the { $people } people form one whole: from each a way leads to every other.
islands = { $count ->
    [one] Apart from it stands 1 island, of { $sizes } people.
   *[other] Apart from it stand { NUMBER($count) } islands, of { $sizes } people.
}
small-pieces = In little groups of fewer than { NUMBER($floor) }, apart from the rest: { $people } people.
together-title = What holds it together?
bridges = Half of the ties between departments come together at { $half } of the { $carriers } people who have one.
core = The core: { $people } people who are each in touch with at least { NUMBER($least) } others of that core.
communities = { $count ->
    [one] There is 1 close group, of { $sizes } people (modularity { $quality }; the runs agree for { $agreement }).
   *[other] There are { NUMBER($count) } close groups, of { $sizes } people (modularity { $quality }; the runs agree for { $agreement }).
}
no-communities = Close groups that are the same in every run we do not see.
leaving-title = If the most connected people leave
leave = { NUMBER($count) } people gone
by-chance = stays together; { $percent } if chance chose
leaving-note = This is a thought experiment. The further the bar stays behind what chance would do, the more rests on a few people.
core-ties = The three most connected people together have { $percent } of all ties.
leaning = Resting most on a few people: { $pairs }. Make those bonds wider.
pair = { $one } with { $other }
too-small-network = There are too few people or ties to say anything about this. It begins at 30 people and 50 ties.
network-waits = The consent is there. The first figures stand here within a few minutes.
off-title = What happens below the departments is off
off-text = Islands, bridges and what happens when a few people leave: we only work that out once the works council or the data protection officer consents. Even then there are never names.
off-button = See what needs consent

how-calculated = How is this calculated?
how-between = An answer counts 3, a mention 2, a reaction 1, over four weeks. Of more than forty departments, the forty with most visitors stand here. For each pair of departments we count different people. A cell appears when at least { NUMBER($floor) } people on both sides take part, and not nearly everybody does. The figures stand still for a week. The community team and whoever objected do not count.
how-network = For islands and bridges the ties of a year count; after 90 days a tie counts half. Whoever came by in the last four weeks takes part. Close groups come from the Leiden algorithm, twenty times. Chance: the departments dealt out ten thousand times over the same people.
how-weak = What happens here is only a part of who knows whom. A thin line does not mean that people do not speak.
definition = Definition 4.1 to 4.4, version 1

# The register of measures.
measure-ties = Ties between departments
measure-ties-purpose = To see whether departments find each other, and where getting acquainted helps
measure-ties-data = Who answered or reacted to whom, added up by department
measure-network = The network of the community
measure-network-purpose = To notice whether people stand alone, and whether too much rests on a few people
measure-network-data = Who answered or reacted to whom in a year; only counts are kept
