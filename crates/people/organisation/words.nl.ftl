# Begin.
set-up-title = Begin je community
set-up-lead = Zes dingen, dan staat het er. Alles hiervan kun je later veranderen.
community-label = Hoe heet het?
community-hint = De naam van je organisatie, of een eigen naam zoals ‘Het Plein’.
language-label = Taal
zone-label = Tijdzone
zone-unknown = Deze tijdzone kennen we niet. Kies er een uit de lijst, zoals Europe/Amsterdam.
your-name = Jouw naam
your-email = Jouw e-mailadres
your-password = Kies een wachtwoord
password-hint = Minstens 10 tekens. Een korte zin werkt goed.
set-up-button = Maak de community

# Afdelingen.
departments-title = Afdelingen
departments-lead = Hoeveel mensen werken waar? Daarmee zie je wie je nog niet bereikt.
departments-none = Er zijn nog geen afdelingen. Voeg er een toe, of haal ze binnen met een lijst van mensen.
members-of = { NUMBER($members) } van { NUMBER($headcount) } doen mee
members-only = { $members ->
    [one] 1 doet mee
   *[other] { $members } doen mee
}
change = Wijzig
save = Bewaar
saved = Bewaard.
department-name = Naam
department-add = Afdeling toevoegen
department-parent = Hoort bij
department-top = Niets: dit is een hoofdafdeling
department-add-button = Voeg toe
department-taken = Deze afdeling is er al.
department-too-long = Deze naam is te lang, samen met wat erboven staat.
headcount = Aantal mensen
headcount-hint = Iedereen die er werkt, ook wie nog niet meedoet, met alles wat eronder valt. Leeg als je het niet weet.
leader = Wie leidt deze afdeling?
leader-hint = De gebruikersnaam. Wie leidt, ziet de eigen afdeling als geheel, nooit wie wat deed.
leader-unknown = Er is geen lid met deze gebruikersnaam. Kijk op diens profiel hoe die luidt.
led-by = geleid door { $name }
headcount-wrong = Vul een heel getal in, zoals 48.

# Team.
team-title = Wie hoort bij het communityteam?
team-lead = Hun berichten tellen we apart. Anders lijkt het alsof de community leeft, terwijl jullie vooral zelf schrijven.
team-unknown = Zolang dit niet vaststaat, zeggen we niets over de fase.
team-saved = Bewaard. Dit is nu het team.
team-search = Zoek op naam
search = Zoek
team-found = Gevonden
team-not-found = Niemand gevonden met ‘{ $query }’ in de naam.
team-likely = Waarschijnlijk wel
team-likely-why = Zij hebben een rol, of schreven een groot deel van de eerste berichten.
team-button = Dit is het team
in-team = in het team
wrote-first = schreef { NUMBER($count) } van de eerste { NUMBER($first) } berichten
role-moderator = moderator
role-manager = communitymanager
role-administrator = beheerder

# Instellingen.
settings-title = Instellingen van de community
floor-label = Kleinste groep die je mag zien
floor-hint = Een kleinere groep tonen we nergens apart. Dit getal kan alleen omhoog.
floor-wrong = Kies een getal van { NUMBER($floor) } tot en met 100. Omlaag kan niet.
