# Mensen.
people-title = Mensen
people-lead = { $count ->
    [0] Niemand gevonden.
    [one] 1 persoon.
   *[other] { $count } mensen.
}
search-label = Zoek iemand
search-example = Naam of afdeling
search = Zoek
department = Afdeling
all-departments = Alle afdelingen
nobody-found = Niemand gevonden.
nobody-found-more = Kijk of de naam klopt, of zoek op afdeling.
show-all = Toon iedereen
team = Communityteam
new = Nieuw
not-here = Nog niet hier
pages = Bladeren
earlier = Vorige
later = Volgende

# Profiel.
department-since = { $department }, hier sinds { $month }
here-since = Hier sinds { $month }
edit-profile = Verander je profiel
manage = Beheer
about = Over { $name }
about-empty = Hier staat nog niets over jou.
about-fill = Vertel in een paar zinnen wat je doet.
wrote-last = Schreef het laatst
wrote-nothing = { $name } schreef nog niets wat jij kunt lezen.
wrote-nothing-mine = Je schreef hier nog niets.
in-group = in { $group }
facts = Gegevens
is-in = Zit in
role-moderator = Moderator
role-manager = Communitymanager
role-administrator = Beheerder
role-member = Lid

# Instellingen.
settings-title = Instellingen
saved = Bewaard.
picture = Foto
no-picture = Haal mijn foto weg
name = Naam
about-label = Over jou
about-hint = Een paar zinnen. Wat doe je, en waarvoor mag iemand je storen?
language = Taal
save = Bewaar

# Wie keek.
looks-title = Wie heeft naar mijn gegevens gekeken?
looks-lead = Wie de community runt, ziet soms gegevens over jou. Hier lees je wie, waarvoor en wanneer. We bewaren dit een jaar.
looks-none = Het afgelopen jaar keek niemand van het team naar jouw gegevens.
looks-who = Wie
looks-purpose = Waarvoor
looks-when = Wanneer het laatst
looks-often = { NUMBER($times) } keer die dag
looks-more = Er zijn er meer dan hier passen: dit zijn de nieuwste.
looks-not = Wie je profiel leest of een bericht van je opent, staat hier niet: dat mag iedereen.

# Wat meten we.
measuring-title = Wat meten we, en wie ziet het?
measuring-lead = Het korte antwoord: we tellen groepen, geen mensen. Niemand krijgt een lijst van wie wat las.
measuring-what = Dit houden we bij
column-what = Wat
column-why = Waarvoor
column-who = Wie ziet het
wrote-what = Wat je schrijft, waarop je reageert, wat je bij een actie antwoordt
wrote-why = Het gesprek zelf
wrote-who = Iedereen die het bericht of de actie mag zien
days-what = Op welke dagen je hier was, ook als je alleen las
days-why = Weten welke afdelingen we bereiken, en of mensen terugkomen
days-who = Alleen als aantal per groep, vanaf { NUMBER($floor) } mensen
ties-what = Wie op wie antwoordde of reageerde
ties-why = Zien of afdelingen elkaar vinden
ties-who = Tussen afdelingen, vanaf { NUMBER($floor) } mensen; met toestemming ook als aantal van iedereen samen
rhythm-what = Hoe lang je wegblijft, vergeleken met je eigen ritme
rhythm-why = Merken dat een groep stilvalt
rhythm-who = Alleen als aantal per groep, vanaf { NUMBER($floor) } mensen
arms-what = In welke helft je zat bij een actie waarvoor we loten
arms-why = Eerlijk meten of een actie helpt
arms-who = Alleen als aantal per helft
read-what = Tot waar je een gesprek las
read-why = Jou laten zien wat nieuw is
read-who = Alleen jij
devices-what = Op welke apparaten je bent ingelogd
devices-why = Jou laten zien of er iemand anders bij zit
devices-who = Alleen jij
audit-what = Wat beheerders doen: een rol geven, iemand uitnodigen of buitensluiten
audit-why = Later kunnen nagaan wie dat deed
audit-who = Wie het systeem beheert
measuring-register = Alle metingen op een rij
measuring-register-text = Dit is het register waaruit ook de ondernemingsraad leest. Wat “uit” staat, wordt niet gemeten zolang niemand daarmee instemde.
column-measure = Meting
measure-off = uit
not-title = Dit doen we niet
not-reading = We tellen niet welke berichten jij leest of hoe lang.
not-ranking = We maken geen ranglijst van mensen.
not-boss = Je leidinggevende ziet hier nooit een cijfer over jou alleen.
not-outside = Er gaat niets naar bedrijven buiten de organisatie. Er kijkt geen ander systeem mee.
not-feelings = We raden niet hoe je je voelt, ook niet met een computer.
small-title = Groepen van minder dan { NUMBER($floor) }
small-text = Gaat een getal over een afdeling over minder dan { NUMBER($floor) } mensen, dan staat er ‘te klein om te tonen’. Ook als je het door aftrekken zou kunnen uitrekenen. ‘Niemand’, ‘iedereen’ en getallen over de hele community tonen we wel.
names-title = Waar je naam wel staat
names-text = De communitymanager ziet welke vraag nog geen antwoord heeft. De naam van wie hem stelde staat daar alleen bij als de ondernemingsraad daarmee instemde, en jij leest wie hem zag. In het logboek waaruit we tellen, sta je onder een schuilnaam. Wie de community beheert, ziet van iedereen de naam, het adres, de afdeling en de rol.
objection-title = Wil je niet meetellen?
objection-text = Je kunt bezwaar maken tegen wat we per persoon uitrekenen: hoe lang jij wegblijft, vergeleken met je eigen ritme, en met wie je contact hebt. Je doet daarin dan niet meer mee. In gewone aantallen, zoals hoeveel mensen er waren, tel je wel mee.
objection-button = Ik maak bezwaar
objection-stands = Je maakte bezwaar. Je ritme rekenen we niet meer uit.
objection-undo = Trek mijn bezwaar in
objection-sign-in = Log in om bezwaar te maken.

# Mensen in de cockpit.
cockpit-people-title = Mensen
invite = Nodig mensen uit
state = Account
all-states = Alle accounts
role = Rol
all-roles = Alle rollen
role-hint = Een moderator houdt het gesprek netjes. Een communitymanager ziet de cockpit. Een beheerder regelt ook het systeem.
state-placeholder = Nog geen account
state-invited = Uitgenodigd
state-active = Doet mee
state-suspended = Mag er niet in
state-erased = Weg
audience = Wie is dit voor de organisatie?
audience-employee = Collega
audience-customer = Klant
audience-alumnus = Oud-collega
audience-candidate = Kandidaat
audience-supplier = Leverancier
audience-neighbour = Buur
no-department = Geen
to-profile = Bekijk profiel
code-title = Code op papier
code-text = Met een code komt iemand binnen zonder mail op het werk. Een oude code vervalt.
code-button = Maak een code
suspend-title = Buitensluiten
suspend-text = Dan kan deze persoon er niet meer in, op geen enkel apparaat. Wat er geschreven is, blijft staan. Je kunt het terugdraaien.
suspend-confirm = { $name } buitensluiten? Je kunt dit terugdraaien.
suspend-button = Sluit buiten
restore-button = Laat weer binnen
ranked-above = Deze persoon heeft een hogere rol dan jij. Je kunt hier niets veranderen.
last-administrator = Dit kan niet: er moet altijd een beheerder zijn die erin kan.
