# Vooraf.
no-community = Richt eerst de community in. Daarna kun je gegevens inlezen.
source-name = De naam van de bron heeft hoogstens 40 kleine letters, cijfers en streepjes.
not-a-mapping = { $text } is geen kolom die je zo kunt aanwijzen. Schrijf het als email=Kop van de kolom.
no-columns = Deze soort bestand heeft geen kolommen om aan te wijzen.

# Waarom iets niet wordt ingelezen.
missing-field = Hier ontbreekt: { $field }.
no-such-column = De kolom { $column } staat niet in het bestand. Wel gevonden: { $found }.
not-an-address = ‘{ $text }’ is geen e-mailadres.
not-an-audience = ‘{ $text }’ is geen doelgroep die we kennen.
not-a-number = Bij { $field } staat ‘{ $text }’. Dat is geen heel getal.
negative-number = Bij { $field } staat ‘{ $text }’. Dat kan niet minder dan nul zijn.
unknown-person = Niemand heeft de sleutel, het adres of de naam ‘{ $key }’.
ambiguous-person = Meer dan één mens heet ‘{ $text }’. Gebruik een nummer of e-mailadres.
unknown-thread = Dit hoort bij ‘{ $key }’, en dat bericht is er niet.
unknown-group = De groep ‘{ $key }’ is er niet.
same-person = Afzender en ontvanger zijn dezelfde: ‘{ $key }’.
too-long = { $field } is langer dan { NUMBER($max) }.
sign-not-supported = De reactie ‘{ $sign }’ betekent iets waar we geen woord voor hebben.
truncated = Het bestand houdt midden in op. Lever het volledige bestand aan.
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

# Voor wie iemand is.
audience-employee = medewerker
audience-customer = klant
audience-alumnus = oud-medewerker
audience-candidate = kandidaat
audience-supplier = leverancier
audience-neighbour = omwonende

# Een bestand kiezen.
imports = Gegevens binnenhalen
choose-heading = Haal je mensen en gesprekken binnen
choose-kind = Wat haal je binnen?
choose-a-file = Kies eerst een bestand.
show-changes = Laat zien wat er verandert
kind-people = Mensen en afdelingen
kind-people-hint = Een lijst uit je personeelssysteem, als CSV.
kind-headcount = Aantal mensen per afdeling
kind-headcount-hint = Zodat je ziet wie je nog niet bereikt. Als CSV.
kind-stackexchange = Stack Exchange
kind-slack = Slack
kind-slack-hint = De zip die Slack maakt als je een export vraagt.
kind-interactions = Wie wie aanschrijft
kind-interactions-hint = Een CSV met tijd, afzender en ontvanger, zonder tekst.
earlier = Eerder binnengehaald
inside = Binnen
command-line = Opdrachtregel
made-members = { $count ->
    [one] 1 persoon erbij
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
bring-in = Binnenhalen
leave-it = Niet doen
other-file = Kies een ander bestand

# Waarom een bestand of een regel niet meegaat (vervolg).
missing-columns = We zien geen kolom voor: { $needed }. Wel gevonden: { $found }. Wijs hieronder aan welke kolom wat is.
double-column = Meer dan één kolom kan { $field } zijn: { $columns }. Wijs er één aan.
duplicate-key = ‘{ $key }’ kwam al eerder voor in dit bestand.
wrong-number-of-fields = Deze regel heeft { NUMBER($found) } velden, de kop heeft er { NUMBER($expected) }. Kijk of er een scheidingsteken of aanhalingsteken te veel of te weinig staat.
not-a-date = Bij { $field } staat ‘{ $text }’. Dat is geen datum die we kennen. Schrijf 31-03-2026 (de dag eerst) of 2026-03-31.
month-first = Bij { $field } staat ‘{ $text }’. Het lijkt erop dat de maand hier voorop staat. We lezen de dag eerst. Schrijf 31-03-2026 of 2026-03-31, in het hele bestand.
short-year = Bij { $field } staat ‘{ $text }’. Schrijf het jaar met vier cijfers, zoals 31-03-2026.
no-such-day = Bij { $field } staat ‘{ $text }’. Die dag bestaat niet.
wrong-encoding = De tekens zijn niet te lezen. Bewaar het bestand als CSV UTF-8.
empty = Het bestand is leeg.
missing-file = Het bestand { $name } is er niet bij.
missing-table = { $name } is er niet bij. Kies alle XML-bestanden van de dump in één keer, of één zip met alles erin.
malformed = Dit klopt niet met de opmaak van het bestand. De technische melding: { $detail }
malformed-line-break = Een aanhalingsteken gaat open en niet meer dicht, dus deze regel loopt door in de volgende.
malformed-attributes = Deze rij heeft te veel kenmerken.
malformed-attribute-twice = Deze rij heeft twee keer hetzelfde kenmerk.
malformed-no-zip = Dit is geen zip. Kies de zip zoals je hem hebt gekregen.
malformed-gzip = Het ingepakte bestand is beschadigd. Maak of download het opnieuw.
not-supported = Dit lezen we niet in: { $what }.
not-supported-xlsx = Dit is een Excel-bestand of een zip, geen CSV. Kies in Excel Opslaan als, en dan CSV UTF-8.
not-supported-xls = Dit is een oud Excel-bestand. Kies in Excel Opslaan als, en dan CSV UTF-8.
not-supported-pdf = Dit is een pdf. We hebben de tabel zelf nodig, als CSV.
not-supported-sqlite = Dit is een database. We hebben een tabel nodig, als CSV.
not-supported-seven-zip = Dit is een 7z-bestand. Pak het uit en kies de bestanden die erin zitten, allemaal tegelijk.
not-supported-encrypted = Er zit een wachtwoord op dit bestand. Pak het uit en maak er een zip zonder wachtwoord van.
not-supported-compression = Deze zip is ingepakt op een manier die we niet kennen. Pak hem uit en maak er een gewone zip van.
not-supported-doctype = Dit XML-bestand heeft een eigen documenttype. Dat lezen we niet, omdat het gevaarlijk kan zijn.
not-supported-instruction = Dit XML-bestand geeft opdrachten aan een programma. Dat lezen we niet.
not-supported-entry = Een bericht van de soort ‘{ $what }’ lezen we niet in.
too-big-line = Een regel is langer dan { $max }. Staat er ergens een aanhalingsteken dat niet sluit?
too-big-entry = Eén onderdeel is groter dan { $max }.
too-big-file = Uitgepakt is het bestand groter dan { $max }.
too-big-archive = Uitgepakt is alles bij elkaar groter dan { $max }.
too-big-ratio = Het bestand wordt bij uitpakken meer dan { NUMBER($max) } keer zo groot. Zo’n bestand kan de server platleggen, dus we lezen het niet.
too-big-files = Er zitten meer dan { NUMBER($max) } bestanden in.
too-big-depth = Er zitten te veel lagen in elkaar: meer dan { NUMBER($max) }.
too-big-columns = De tabel heeft meer dan { NUMBER($max) } kolommen.
too-big-rows = Hier staat meer in dan we in één keer kunnen lezen. Deel het op in stukken en haal ze één voor één binnen.
place-line = { $file }, regel { NUMBER($row) }
place-item = { $file }, onderdeel { NUMBER($row) }

# Een bestand kiezen (vervolg).
choose-lead = Kies een bestand. Je ziet eerst wat er zou veranderen. Er gebeurt niets tot je op Binnenhalen drukt.
choose-file = Kies een bestand, of meer dan één
choose-file-hint = CSV, zip of XML, samen tot 1 GB. Met gzip ingepakt mag ook. Het blijft op jullie eigen server.
choose-one-file = Kies één bestand tegelijk.
choose-one-zip-or-tables = Kies één zip, of alle XML-bestanden samen.
kind-stackexchange-hint = Alle XML-bestanden van de dump in één keer (Users, Posts, Comments, Votes), of een zip ervan.
source-summary = Haal je twee sites of werkruimtes van dezelfde soort binnen?
source-label = Naam van de bron
source-hint = Meestal niet nodig: we zien aan het bestand waar het vandaan komt. Kleine letters, cijfers en streepjes. Gebruik elke keer dezelfde naam.
uploading = Je bestand wordt verstuurd.
upload-too-big = Dit is samen meer dan 1 GB. Maak het kleiner of deel het op.
upload-failed = Het versturen lukte niet. Is de verbinding weggevallen? Probeer het nog eens.
taken-back = Teruggedraaid

# Onderweg.
checking-heading = We lezen je bestand
checking-lead = Er verandert nog niets. Je kunt gerust weggaan en later op deze pagina terugkomen.
publishing-heading = We halen het binnen
publishing-lead = Alles komt er in één keer in, of niets. Je kunt gerust weggaan.
undoing-heading = We draaien het terug
undoing-lead = Alles gaat in één keer terug, of niets. Je kunt gerust weggaan.
in-line-heading = Nog even wachten
in-line-lead = Er wordt één bestand tegelijk gelezen. Het jouwe staat klaar.
in-line-for = Nu bezig: { $file }
another-runs = { $file } wordt nu gelezen of binnengehaald. Wacht tot dat klaar is en probeer het dan nog eens.
step-received = Ontvangen
step-check = Lezen en nakijken
step-show = Laten zien wat er verandert
step-shown = Nagekeken
step-check-again = Nog een keer nakijken, voor als er intussen iets veranderde
step-publish = Binnenhalen
step-undo = Terugdraaien
percent-read = { NUMBER($percent) }% gelezen
rows-written = { $done } van { $total }
look-again = Kijk hoe ver het is
failed-heading = Dit lukte niet
failed-text = Er is niets veranderd.
failed-said = Melding: { $said }
try-again = Probeer het nog eens

# Zien wat er verandert (vervolg).
heading-unreadable = Dit bestand kunnen we niet lezen
heading-nothing = Alles uit dit bestand is al binnen
heading-no-rows = In dit bestand staat niets om binnen te halen
heading-all-refused = Niets uit dit bestand kan mee
heading-nothing-new = { $count ->
    [one] Er is niets nieuws, en 1 kan niet mee
   *[other] Er is niets nieuws, en { $count } kunnen niet mee
}
and-refused = { $count ->
    [one] 1 kan niet mee
   *[other] { $count } kunnen niet mee
}
why-unreadable = Wat er mis is
refused-hint = De rest wel. Je kunt ze in het bestand verbeteren en opnieuw beginnen, of ze laten liggen.
all-refused-hint = Verbeter ze in het bestand en begin opnieuw. Er is niets veranderd.
nobody-is-told = Niemand krijgt hier een melding van. Je kunt het een week lang terugdraaien. Uitnodigen doe je daarna, wanneer jij wilt.
columns-summary = Kloppen de kolommen?
columns-label = Kolommen van je bestand
columns-hint = Kies bij elke kolom wat erin staat. Daarna kijken we het bestand opnieuw na.
column-heading = Kolom in je bestand
column-is = Wat is het?
column-rows = De eerste regels
column-nothing = Niet inlezen
columns-use = Kijk het zo na
column-twice = Je koos { $field } bij meer dan één kolom. Laat er één over.
columns-too-long = Deze koppen zijn te lang om aan te wijzen. Maak ze korter in je bestand.

# Binnen, en terug.
in-heading = Het is binnen
undone-heading = Dit is teruggedraaid
were-refused = { $count ->
    [one] 1 kon niet mee.
   *[other] { $count } konden niet mee.
}
to-cockpit = Naar de cockpit
to-invite = Mensen uitnodigen
undo-question = Was dit niet de bedoeling?
undo-until = Je kunt dit terugdraaien zolang niemand erop heeft voortgebouwd, tot
undo-look = Terugdraaien
undo-title = Terugdraaien
undo-heading = Wil je dit terugdraaien?
undo-blocked = Dit kan niet meer terug
undo-goes = Dit gaat weg:
undo-means = Wat al bekend was en is aangepast, wordt weer zoals het was. De cijfers gaan mee. Je kunt het bestand daarna opnieuw binnenhalen.
undo-do = Draai het terug
undo-leave = Laat het zo
obstacle-done = Het is al teruggedraaid.
obstacle-over = { $days ->
    [one] Terugdraaien kan één dag lang, en die is om.
   *[other] Terugdraaien kan { $days } dagen lang, en die zijn om.
}
obstacle-later = Later kwam { $file } binnen. Draai dat eerst terug.
obstacle-claimed = { $count ->
    [one] 1 mens hieruit doet al mee.
   *[other] { $count } mensen hieruit doen al mee.
}
obstacle-invited = { $count ->
    [one] 1 mens hieruit is al uitgenodigd.
   *[other] { $count } mensen hieruit zijn al uitgenodigd.
}
obstacle-team = { $count ->
    [one] 1 mens hieruit hoort nu bij het communityteam of kreeg een rol.
   *[other] { $count } mensen hieruit horen nu bij het communityteam of kregen een rol.
}
obstacle-assigned = { $count ->
    [one] 1 mens hieruit is ingedeeld bij een actie.
   *[other] { $count } mensen hieruit zijn ingedeeld bij een actie.
}
obstacle-comments = { $count ->
    [one] Iemand reageerde op een bericht hieruit.
   *[other] Er staan { $count } nieuwe antwoorden onder berichten hieruit.
}
obstacle-reactions = { $count ->
    [one] Er kwam 1 nieuwe reactie bij berichten hieruit.
   *[other] Er kwamen { $count } nieuwe reacties bij berichten hieruit.
}
obstacle-posts = { $count ->
    [one] In een groep hieruit staat 1 nieuw bericht.
   *[other] In groepen hieruit staan { $count } nieuwe berichten.
}
obstacle-members = { $count ->
    [one] 1 mens is later lid geworden van een groep hieruit.
   *[other] { $count } mensen zijn later lid geworden van een groep hieruit.
}
obstacle-departments = { $count ->
    [one] Bij een afdeling hieruit hoort intussen nog 1 mens, afdeling of actie.
   *[other] Bij afdelingen hieruit horen intussen nog { $count } mensen, afdelingen of acties.
}
