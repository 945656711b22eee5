# Vooraf.
no-community = Richt eerst de community in. Daarna kun je gegevens inlezen.
source-name = De naam van de bron heeft hoogstens 40 kleine letters, cijfers en streepjes.
not-a-mapping = { $text } is geen kolom die je zo kunt aanwijzen. Schrijf het als email=Kop van de kolom.
no-columns = Deze soort bestand heeft geen kolommen om aan te wijzen.

# Waarom iets niet wordt ingelezen.
missing-field = Hier ontbreekt: { $field }.
missing-columns = In het bestand ontbreekt een kolom voor: { $needed }. Wel gevonden: { $found }.
double-column = Meer dan één kolom kan { $field } zijn: { $columns }. Wijs er één aan.
no-such-column = De kolom { $column } staat niet in het bestand. Wel gevonden: { $found }.
not-a-date = Bij { $field } staat ‘{ $text }’. Dat is geen datum die we kennen.
not-an-address = ‘{ $text }’ is geen e-mailadres.
not-an-audience = ‘{ $text }’ is geen doelgroep die we kennen.
not-a-number = Bij { $field } staat ‘{ $text }’. Dat is geen heel getal.
negative-number = Bij { $field } staat ‘{ $text }’. Dat kan niet minder dan nul zijn.
unknown-person = Niemand heeft de sleutel, het adres of de naam ‘{ $key }’.
ambiguous-person = Meer dan één mens heet ‘{ $text }’. Gebruik een nummer of e-mailadres.
unknown-thread = Dit hoort bij ‘{ $key }’, en dat bericht is er niet.
unknown-group = De groep ‘{ $key }’ is er niet.
duplicate-key = ‘{ $key }’ kwam al eerder voor.
same-person = Afzender en ontvanger zijn dezelfde: ‘{ $key }’.
too-long = { $field } is langer dan { NUMBER($max) }.
wrong-number-of-fields = Deze regel heeft { NUMBER($found) } velden, de kop heeft er { NUMBER($expected) }.
malformed = Dit klopt niet met de opmaak van het bestand: { $detail }
sign-not-supported = De reactie ‘{ $sign }’ betekent iets waar we geen woord voor hebben.
not-supported = Dit lezen we niet in: { $what }.
truncated = Het bestand houdt midden in op. Lever het volledige bestand aan.
too-big = Te groot: { $limit } mag hoogstens { NUMBER($max) } zijn.
wrong-encoding = De tekens zijn niet te lezen. Bewaar het bestand als UTF-8.
empty = Het bestand is leeg.
missing-file = Het bestand { $name } is er niet.
unreadable = Het bestand kon niet worden gelezen: { $detail }

# Hoe een veld heet.
field-key = sleutel
field-name = naam
field-first-name = voornaam
field-infix = tussenvoegsel
field-last-name = achternaam
field-email = e-mailadres
field-department = afdeling
field-audience = doelgroep
field-started = begindatum
field-count = aantal
field-at = tijdstip
field-edited = tijdstip van bewerken
field-closed = tijdstip van sluiten
field-from = afzender
field-to = ontvanger
field-thread = gesprek
field-parent = waar het onder staat
field-group = groep
field-author = schrijver
field-title = titel
field-body = tekst
field-about = beschrijving
field-topic = onderwerp
field-score = score
field-sign = reactie
field-kind = soort

# Waar een grens aan is.
limit-line = een regel in bytes
limit-entry = een item in bytes
limit-file = een uitgepakt bestand in bytes
limit-archive = het uitgepakte archief in bytes
limit-ratio = hoeveel keer zo groot het wordt bij uitpakken
limit-files = het aantal bestanden
limit-depth = de diepte
limit-columns = het aantal kolommen

# Voor wie iemand is.
audience-employee = medewerker
audience-customer = klant
audience-alumnus = oud-medewerker
audience-candidate = kandidaat
audience-supplier = leverancier
audience-neighbour = omwonende

# Een bestand kiezen.
imports = Gegevens binnenhalen
cockpit = Cockpit
choose-heading = Haal je mensen en gesprekken binnen
choose-lead = Kies een bestand. Je ziet eerst wat er zou veranderen. Er gebeurt niets tot je op Binnenhalen drukt.
choose-kind = Wat haal je binnen?
choose-file = Kies een bestand
choose-file-hint = CSV of zip, tot 1 GB. CSV mag met gzip zijn ingepakt. Het blijft op jullie eigen server.
choose-a-file = Kies eerst een bestand.
columns-summary = Herkennen we je kolommen niet?
columns-label = Welke kolom is wat?
columns-hint = Eén per regel, met de kop uit je bestand achter het isteken: naam=Medewerker
show-changes = Laat zien wat er verandert
kind-people = Mensen en afdelingen
kind-people-hint = Een lijst uit je personeelssysteem, als CSV.
kind-headcount = Aantal mensen per afdeling
kind-headcount-hint = Zodat je ziet wie je nog niet bereikt. Als CSV.
kind-stackexchange = Stack Exchange
kind-stackexchange-hint = Een zip met Users.xml, Posts.xml en wat erbij hoort.
kind-slack = Slack
kind-slack-hint = De zip die Slack maakt als je een export vraagt.
kind-interactions = Wie wie aanschrijft
kind-interactions-hint = Een CSV met tijd, afzender en ontvanger, zonder tekst.
earlier = Eerder binnengehaald
inside = Binnen
command-line = Opdrachtregel
made-members = { $count ->
    [one] 1 mens erbij
   *[other] { $count } mensen erbij
}
made-departments = { $count ->
    [one] 1 afdeling
   *[other] { $count } afdelingen
}
made-groups = { $count ->
    [one] 1 groep
   *[other] { $count } groepen
}
made-threads = { $count ->
    [one] 1 bericht
   *[other] { $count } berichten
}
made-comments = { $count ->
    [one] 1 antwoord
   *[other] { $count } antwoorden
}
made-interactions = { $count ->
    [one] 1 contact
   *[other] { $count } contacten
}
made-memberships = { $count ->
    [one] 1 lidmaatschap
   *[other] { $count } lidmaatschappen
}
made-reactions = { $count ->
    [one] 1 reactie
   *[other] { $count } reacties
}
made-accepted = { $count ->
    [one] 1 antwoord dat hielp
   *[other] { $count } antwoorden die hielpen
}
made-updates = { $count ->
    [one] 1 aangepast
   *[other] { $count } aangepast
}

# Zien wat er verandert.
preview = Wat verandert er?
rows-read = { $count ->
    [one] 1 regel gelezen
   *[other] { $count } regels gelezen
}
heading-unreadable = Dit bestand kunnen we niet lezen
heading-nothing = Alles uit dit bestand is al binnen
moved = De community is intussen veranderd. Kijk nog eens of dit is wat je wilt.
count-members = { $count ->
    [one] mens komt erbij
   *[other] mensen komen erbij
}
count-departments = { $count ->
    [one] afdeling komt erbij
   *[other] afdelingen komen erbij
}
count-groups = { $count ->
    [one] groep komt erbij
   *[other] groepen komen erbij
}
count-memberships = { $count ->
    [one] keer wordt iemand lid van een groep
   *[other] keer wordt iemand lid van een groep
}
count-threads = { $count ->
    [one] bericht komt erbij
   *[other] berichten komen erbij
}
count-comments = { $count ->
    [one] antwoord komt erbij
   *[other] antwoorden komen erbij
}
count-accepted = { $count ->
    [one] antwoord dat hielp
   *[other] antwoorden die hielpen
}
count-reactions = { $count ->
    [one] reactie komt erbij
   *[other] reacties komen erbij
}
count-interactions = { $count ->
    [one] contact komt erbij
   *[other] contacten komen erbij
}
count-updated = { $count ->
    [one] wordt aangepast
   *[other] worden aangepast
}
count-unchanged = { $count ->
    [one] blijft gelijk
   *[other] blijven gelijk
}
count-refused = { $count ->
    [one] kan niet mee
   *[other] kunnen niet mee
}
refused-heading = { $count ->
    [one] Deze ene kan niet mee
   *[other] Deze { $count } kunnen niet mee
}
refused-hint = De rest wel. Je kunt ze in het bestand verbeteren en opnieuw beginnen, of ze laten liggen.
unreadable-hint = Er is niets veranderd. Verbeter het bestand en begin opnieuw.
refused-download = Download deze regels als CSV
refused-file = niet-ingelezen
column-place = plaats
column-reason = reden
column-why = uitleg
what-changes = Wat er verandert
all-changes = Alle aanpassingen
first-changes = De eerste { NUMBER($shown) } aanpassingen
column-who = Wie
column-what = Wat
column-was = Was
column-becomes = Wordt
nobody-is-told = Niemand krijgt hier een melding van. Uitnodigen doe je daarna, wanneer jij wilt.
bring-in = Binnenhalen
leave-it = Niet doen
other-file = Kies een ander bestand
