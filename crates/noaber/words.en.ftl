# noaber measure: what is wrong with a file.
measure-line = line { $line }
measure-column = column { $column }
measure-no-file = give at least one file
measure-empty = there are no rows in it
measure-unreadable = it cannot be read: { $detail }
measure-not-text = it is not text in UTF-8
measure-not-a-table = it is not a table: { $detail }
measure-missing-columns = columns are missing: { $needed }. Found: { $found }. Without a header, name them with --columns
measure-double-column = more than one column is called { $name }
measure-uneven = this row has { NUMBER($found) } fields, the first one { NUMBER($expected) }
measure-missing = there is nothing here
measure-not-a-number = ‘{ $text }’ is not a number
measure-not-a-count = ‘{ $text }’ is not a whole number of at least 0
measure-negative = ‘{ $text }’ is below 0
measure-not-an-event = ‘{ $text }’ is not 1 (it happened), 0 (not yet) or 2 (something else came first)
measure-not-a-date = ‘{ $text }’ is not a day such as 2026-11-23
measure-part-above-whole = { $part } of { $whole } cannot be
measure-recency-above-age = the last visit lies after the end of watching
measure-twice = ‘{ $text }’ is there twice
measure-option = --{ $name } does not fit
measure-undefined = the figure is not defined for these values

# noaber measure: the figures.
measure-definitions = Definitions:
measure-all = All together
measure-between = between { $low } and { $high }
measure-survival = { $group }: { NUMBER($n) } watched, it happened to { NUMBER($events) }
measure-median = {"  "}half by { $median } (between { $low } and { $high })
measure-no-median = {"  "}half was not reached in the longest time, { $last }
measure-mean = {"  "}mean time up to { $limit }: { $mean }, { $range }
measure-incidence = {"  "}something else came first for { NUMBER($other) }; by { $time } it had happened to { $share }, { $range }
measure-log-rank-differs = The groups differ (log-rank { $chi }, p { $p }).
measure-log-rank-none = No difference between the groups can be shown (log-rank { $chi }, p { $p }).
measure-members = { NUMBER($n) } members, of whom { NUMBER($returned) } came back.
measure-no-model = Nobody came back: there is nothing to estimate.
measure-model = BG/NBD: r = { $r }, alpha = { $alpha }, a = { $a }, b = { $b }; log-likelihood { $likelihood }.
measure-ahead-days = Expected visits of these members in the next { $ahead } days: { $visits }.
measure-ahead-weeks = Expected visits of these members in the next { $ahead } weeks: { $visits }.
measure-still-there = Of the { NUMBER($returned) } who came back, about { $there } are still there.
measure-too-few-members = Too little to show as a forecast: that takes 500 members and 90 days.
measure-burst = { $name }: busy from { $from } to { $to } (weight { $weight })
measure-no-burst = { $name }: no burst
measure-few-periods = {"  "}{ NUMBER($periods) } periods is little: ten are needed to show this
measure-share = { $name }: { NUMBER($did) } of { NUMBER($of) }, between { $low } and { $high }
measure-nobody = { $name }: –
measure-indicative = {"  "}indicative: the range is wide
measure-fewer-than-five = {"  "}fewer than five people: do not publish
measure-higher = {"  "}higher than the others, by { $low } to { $high } percentage points
measure-lower = {"  "}lower than the others, by { $low } to { $high } percentage points
measure-none-shown = {"  "}no difference from the others can be shown ({ $low } to { $high } percentage points)

# noaber measure graph.
measure-network = { NUMBER($people) } people, { NUMBER($ties) } ties.
measure-small-network = Too small to show figures of: that takes 30 people and 50 ties.
measure-left-out = { NUMBER($lines) } lines are no tie: to oneself, or without a weight above 0.
measure-reciprocity = Of the tied pairs { $share } address each other both ways.
measure-pieces = Separate pieces: { NUMBER($count) }. The largest has { NUMBER($largest) } people; { NUMBER($isolates) } people have no tie.
measure-cut-points = People who alone hold a piece together: { NUMBER($count) }.
measure-core = The innermost core has { NUMBER($people) } people, each tied to at least { NUMBER($deepest) } others of it.
measure-external-internal = { $name }: E-I { $value }, by chance { $usual }. { $says }
measure-no-ties = There are no ties to judge it by.
measure-island = More inside than chance (p { $p }).
measure-outward = More outside than chance (p { $p }).
measure-as-chance = No difference from chance can be shown (p { $p }).
measure-communities = { NUMBER($count) } communities, modularity { $quality }; runs agree { $agreement }.
measure-no-communities = No stable communities: runs agree { $agreement }, it takes 0.70.
measure-fragility = Without the three most tied, { $lost } of the ties are gone and { $left } of the people are still in the largest piece; without three at random { $random }.
measure-linkers = Among the 5% who are most on the ways between others (in order of name): { $names }

# noaber measure effect.
measure-series = { $series }: { NUMBER($before) } periods before and { NUMBER($after) } from { $start }.
measure-controls = Beside it: { $controls }
measure-steady = If the level was steady:
measure-free = If the level may move by itself as it did before:
measure-expected = {"  "}{ $actual } seen, { $expected } expected, { $range }
measure-total = {"  "}difference { $total }, { $range }
measure-relative = {"  "}that is { $share }, { $range }
measure-agreed-higher = Higher than was to be expected, on both assumptions.
measure-agreed-lower = Lower than was to be expected, on both assumptions.
measure-agreed-none = The two together show no difference.
measure-no-proof = An interrupted series: an indication, no proof. Something else may have happened at the same time.
measure-few-before = Too few periods before to show this: that takes 26.
measure-too-many-files = that is one file too many
measure-no-such-start = there is no period ‘{ $text }’ with periods before and after it
measure-no-such-column = there is no column ‘{ $name }’ with numbers
