# Toezicht: wat we meten, wie ermee instemde, wie keek.
title = Toezicht
lead = Cijfers over groepen verschijnen vanaf { NUMBER($floor) } mensen. Wat dichter bij personen komt, staat uit tot iemand ermee instemt.
all-off = Alles waar toestemming voor nodig is, staat uit.
some-on = Met toestemming staat nu aan: { $names }.
was-recorded = De toestemming staat erin. Wat erbij hoort, staat nu aan.
was-withdrawn = De toestemming is ingetrokken. Wat erbij hoort, staat nu uit.

scopes-title = Wat toestemming nodig heeft
scope-network = Netwerk
scope-network-text = Wie met wie contact heeft, onder het niveau van afdelingen: eilanden, bruggen, en wat er gebeurt als een paar mensen weggaan. Altijd zonder namen.
scope-roles = Rollen
scope-roles-text = Wie vaak antwoord geeft, mensen verbindt of een gesprek begint. Een lid ziet de eigen rol als eerste en kan die weigeren. Nog geen pagina toont dit.
scope-named-lists = Lijsten met namen
scope-named-lists-text = Namen bij wat vandaag aandacht vraagt: wie nieuw is, wie op antwoord wacht. Wie kijkt, staat in het logboek.
on = Aan
off = Uit
on-until = Aan tot en met { $until }, met toestemming van { $giver }.
by-paper = Vastgelegd in: { $reference }
ends-soon = Dit loopt bijna af. Vraag op tijd nieuwe toestemming.
off-text = Dit blijft uit tot de ondernemingsraad of de functionaris gegevensbescherming instemt.
withdraw-button = Trek in
withdraw-confirm = Toestemming intrekken? Wat erbij hoort, gaat meteen uit.

file-heading = Voor de ondernemingsraad
file-text = In één bestand: wat hier gemeten wordt en waarom, wat aan en uit staat, en wie wat ziet. Het komt uit de instellingen zoals ze nu zijn.
file-button = Download het dossier
file-name = dossier-metingen

record-title = Toestemming vastleggen
record-who = Een beheerder legt toestemming vast of trekt die in. Zo doet degene die de cijfers gebruikt dat niet zelf.
record-button = Leg vast
field-scope = Waarvoor
field-given-by = Wie gaf toestemming?
field-given-by-hint = Bijvoorbeeld: ondernemingsraad, of functionaris gegevensbescherming
field-given-on = Gegeven op
field-expires-on = Geldt tot en met
field-reference = Waar staat het document?
field-reference-hint = Bijvoorbeeld: OR-besluit 2026-14
choose-a-day = Kies een dag.
given-in-future = Deze dag moet nog komen.
expires-too-early = Kies een dag na vandaag, en na de dag waarop de toestemming gegeven is.
expires-too-late = Kies een dag binnen drie jaar. Daarna vraag je het opnieuw.
earlier-title = Alle toestemmingen
column-given = Gegeven
column-state = Stand
column-recorded = Vastgelegd
given-by-on = Door { $giver }, op { $day }
holds-until = Geldt tot en met { $until }
expired-on = Verlopen op { $until }
starts-later = Geldt nog niet
withdrawn-at = Ingetrokken { $at }
recorded-at = { $at } door { $by }

register-title = Register van metingen
register-text = Elke meting die dit programma kent, met waarvoor ze is. Wat hier niet staat, wordt niet gemeten.
register-members = Leden lezen het hier.
column-measure = Meting
column-purpose = Waarvoor
column-data = Uit welke gegevens
column-who = Wie het ziet
column-kept = Hoe lang
column-basis = Grondslag
column-sensitivity = Gevoeligheid
column-version = Versie
column-page = Pagina
column-scope = Toestemming nodig voor
level-groups = Wie de community runt, als aantal per groep
level-named = Wie de community runt, met namen; elke blik staat in het logboek
level-own = Alleen het lid zelf
retention-community = Zolang de community er is; feiten onder een schuilnaam
retention-member = Zolang het er staat of het lid meedoet
retention-days = { NUMBER($days) } dagen
basis-service = Nodig voor wat het lid vraagt (AVG 6 lid 1 b)
basis-interest = Gerechtvaardigd belang, afgewogen (AVG 6 lid 1 f)
basis-council = Gerechtvaardigd belang (AVG 6 lid 1 f), alleen met instemming (WOR 27 lid 1 k en l)
sensitivity-plain = gewoon gebruik
sensitivity-sensitive = gevoelig: ook “iedereen” of “niemand” blijft verborgen in kleine groepen

# Waarvoor iemand keek.
purpose-account = Je rol, afdeling of toegang bekijken
purpose-people = De ledenlijst met mailadressen
purpose-team = Kiezen wie bij het communityteam hoort
purpose-code = Een code voor je maken
purpose-today = Zien wie vandaag aandacht vraagt
purpose-waiting = Zien wie op antwoord wacht
purpose-mail = Een mail aan jou bekijken

# Het dossier.
file-title = Wat { $community } meet, en waarom
file-made = Gemaakt op { $day } uit de instellingen van { $address }.
file-what = Dit dossier is bedoeld voor de ondernemingsraad en de functionaris gegevensbescherming. Het beschrijft wat het programma op deze dag meet, wat aan en uit staat en wie wat ziet. Het is geen juridisch advies.
file-settings = Instellingen
file-floor = Ondergrens: over een groep van minder dan { NUMBER($floor) } mensen verschijnt geen cijfer, en ook geen cijfer waaruit je dat kunt uitrekenen. De ondergrens kan alleen omhoog.
file-frozen = Cijfers per afdeling staan een week stil. Zo kan niemand twee dagen van elkaar aftrekken.
file-zone = Tijdzone: { $zone }
file-team = Het communityteam is aangewezen en telt in de cijfers over leden niet mee.
file-no-team = Het communityteam is nog niet aangewezen.
file-looks = Wie van het team naar gegevens van een lid kijkt, staat { NUMBER($days) } dagen in een logboek. Het lid leest dat bij de eigen instellingen.
file-objection = Een lid kan bezwaar maken. Dan valt het buiten alles wat over personen gaat, niet buiten de tellingen.
file-never-title = Wat dit programma niet doet
never-reading = Bijhouden wie welk bericht leest of hoe lang.
never-ranking = Een ranglijst van mensen maken.
never-superior = Een leidinggevende een cijfer over één medewerker geven.
never-feelings = Raden hoe iemand zich voelt.
never-outside = Gegevens naar buiten sturen.
was-taken-back = Ingetrokken.

# Wat dit onderdeel zelf bijhoudt.
measure-looks = Wie naar gegevens keek
measure-looks-purpose = Jou laten zien wie van het team jouw gegevens zag, en waarvoor
measure-looks-data = Wie keek, wanneer, op welke pagina en over wie
