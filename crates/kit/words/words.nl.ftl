# Maten, tijden en opsommingen.
and = en
bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
less-than-a-minute = minder dan een minuut
minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
hours = { NUMBER($count) } uur
days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
weeks = { $count ->
    [one] 1 week
   *[other] { $count } weken
}
just-now = zojuist
minutes-ago = { $count ->
    [one] 1 minuut geleden
   *[other] { $count } minuten geleden
}
in-minutes = { $count ->
    [one] over 1 minuut
   *[other] over { $count } minuten
}
yesterday-at = gisteren { $clock }
today-at = vandaag { $clock }
tomorrow-at = morgen { $clock }
full-moment = { $date } om { $clock }
from-to = { $from } t/m { $to }
