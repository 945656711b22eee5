# Sizes, times and lists.
and = and
bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
less-than-a-minute = less than a minute
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
just-now = just now
minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
in-minutes = { $count ->
    [one] in 1 minute
   *[other] in { $count } minutes
}
yesterday-at = yesterday { $clock }
today-at = today { $clock }
tomorrow-at = tomorrow { $clock }
full-moment = { $date } at { $clock }
from-to = { $from } to { $to }
