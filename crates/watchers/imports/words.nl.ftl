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
