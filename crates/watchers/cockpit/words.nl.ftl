# Het dashboard van de communitymanager.
cockpit = Cockpit

good-morning = Goedemorgen, { $name }
good-afternoon = Goedemiddag, { $name }
good-evening = Goedenavond, { $name }
no-figures-yet = Er zijn nog bijna geen cijfers. Met deze stappen komen ze.
done = Gedaan
step-people = Haal je mensen binnen
step-people-text = Een lijst met namen, e-mailadressen en afdelingen.
step-people-button = Kies een bestand
step-invite = Nodig je mensen uit
step-invite-text = Ze krijgen een mail met een link. Wie geen mail heeft, krijgt een code.
step-invite-button = Nodig uit
step-team = Wie hoort bij het communityteam?
step-team-text = Dan tellen jullie eigen berichten niet mee als leven.
step-team-button = Wijs aan

# Hoe gaat het?
how-is-it = Hoe gaat het?
more-came = Er komen meer mensen langs: { NUMBER($now) } van de { NUMBER($people) } in vier weken, { NUMBER($before) } daarvoor.
fewer-came = Er komen minder mensen langs: { NUMBER($now) } van de { NUMBER($people) } in vier weken, { NUMBER($before) } daarvoor.
as-many-came = { $now ->
    [one] In vier weken kwam 1 van de { NUMBER($people) } mensen langs, niet duidelijk meer of minder dan daarvoor.
   *[other] In vier weken kwamen { NUMBER($now) } van de { NUMBER($people) } mensen langs, niet duidelijk meer of minder dan daarvoor.
}
least-reached = { $name } bereiken we het minst.
hardly-reached = { $names } bereiken we nauwelijks.
three-lines = De laatste vier weken
line-is = lijn: 12 weken
ask-you = { $count ->
    [one] 1 ding vraagt om jou
   *[other] { NUMBER($count) } dingen vragen om jou
}
nothing-today = Niets: iedereen die iets vroeg, kreeg antwoord.
runs-now = Loopt nu
runs-still = { $answers ->
    [0] nog { $time } · nog geen antwoord
    [one] nog { $time } · 1 antwoord
   *[other] nog { $time } · { NUMBER($answers) } antwoorden
}
phase-sure = { $percent } zeker
phase-moving = op weg naar { $phase } ({ $percent } zeker)
phase-waits = De fase wisselt pas na vier weken op rij.
what-it-brings = Wat levert het op?
expected = van elke 100 mensen doen er ongeveer { $middle } extra mee (tussen { $low } en { $high })
expected-or-fewer = van elke 100 mensen doen er ongeveer { $middle } extra mee (tussen { $low } minder en { $high } meer)
nobody-came = De laatste acht weken kwam er nog niemand langs.
other-departments = { $count ->
    [one] nog 1 afdeling
   *[other] nog { $count } afdelingen
}
reach-by-department = Bereik per afdeling
look-and-act = Bekijk en doe iets
all-departments = Bekijk alle afdelingen
no-departments = Er zijn nog geen afdelingen met mensen.
make-departments = Maak afdelingen
no-department = Zonder afdeling
small-departments = { $count ->
    [one] 1 afdeling
   *[other] { $count } afdelingen
}
too-small = te klein om te tonen
of-n = van { NUMBER($n) }
of-n-percent = van { NUMBER($n) } · { $percent }
x-of-n = { NUMBER($x) } van { NUMBER($n) }
tiers = Van { NUMBER($people) } mensen plaatsten er { NUMBER($creators) } zelf iets, { NUMBER($contributors) } deden mee, { NUMBER($readers) } lazen mee en { NUMBER($absent) } zagen we niet.
came-by = Kwamen langs
took-part = Schreven of reageerden
answered-in-a-day = Vragen binnen een dag beantwoord
higher = hoger dan vier weken eerder
lower = lager dan vier weken eerder
no-difference = geen duidelijk verschil
nothing-to-compare = nog niets om mee te vergelijken
was = { $words } (was { NUMBER($before) })
between = tussen { $low } en { $high }
between-indicative = tussen { $low } en { $high }, indicatief
too-few-for-time = { $count ->
    [0] Er was geen vraag.
    [one] Er was 1 vraag: te weinig om een wachttijd te noemen.
   *[other] Er waren { $count } vragen: te weinig om een wachttijd te noemen.
}
half-not-answered = Minder dan de helft kreeg antwoord.
half-within = De helft kreeg antwoord binnen { $time }.
half-within-range = De helft kreeg antwoord binnen { $time } (tussen { $low } en { $high }).
half-within-least = De helft kreeg antwoord binnen { $time } (minstens { $low }).

# Wat vraagt vandaag om jou?
what-today = Wat vraagt vandaag om jou?
unnamed = Iemand
somebody = Iemand die hier niet meer is
waits = wacht { $time }
since = sinds { $time }
still = nog { $time }
first-question = stelde een eerste vraag: “{ $text }”
first-post = plaatste een eerste bericht: “{ $text }”
open-question = vroeg “{ $text }” en kreeg nog geen antwoord
welcome = Heet welkom
give-answer = Antwoord
outcome-known = is klaar; de uitkomst is bekend
action-ends = loopt bijna af
read-outcome = Lees uitkomst
look = Bekijk

# Wat kun je nu doen?
what-now = Wat kun je nu doen?
all-actions = Alle acties
why = waarom?
phases = Fasen
phase-calculated = Zoals berekend
phase-inception = Opstart
phase-establishment = Groei
phase-maturity = Volwassen
phase-mitosis = Splitsing
phase-decline = Neergang
phase-inception-is = Opstart: het team schrijft nu het meeste.
phase-establishment-is = Groei: leden schrijven nu meer dan het team.
phase-maturity-is = Volwassen: bijna alles komt van leden.
phase-mitosis-is = Splitsing: de groepen kunnen op zichzelf staan.
phase-decline-is = Neergang: er komen minder mensen, en minder mensen doen mee.
chance-of = { $phase } { $percent }
phase-chosen-by = gekozen door { $name }
phase-team-first = Wijs eerst aan wie bij het communityteam hoort. Zonder dat tellen jullie eigen berichten mee als die van leden, en zou de fase niet kloppen.
phase-too-early = Te vroeg om een fase te noemen
choose-phase = Kies een fase.
note-missing = Schrijf op waarom.
note-long = Dit is te lang: er passen { NUMBER($most) } tekens.
until-wrong = Kies een dag na vandaag, hooguit een jaar verder.

# Bereik
reach-hardly = In { $names } kwam minder dan 1 op de 10 mensen langs
reach-half = In elke afdeling die we tonen kwam minstens de helft langs
reach-least = { $name } bereiken we het minst: { NUMBER($x) } van { NUMBER($n) } mensen kwamen langs
reach-alike = { NUMBER($x) } van { NUMBER($n) } mensen kwamen langs; geen afdeling blijft aantoonbaar achter
reach-hidden = Per afdeling gaat het om te weinig mensen om iets te tonen
reach-nothing = Er zijn nog geen afdelingen met mensen
reach-note = De lange balk is iedereen die er werkt, het gekleurde stuk wie in deze vier weken minstens één dag hier was. Het zijn tellingen van iedereen, dus zonder marge.
reach-note-known = De lange balk is iedereen die er werkt, het gekleurde stuk wie in deze vier weken minstens één dag hier was. Van sommige afdelingen weten we niet hoeveel mensen er werken; daar tellen we wie we hier kennen. Het zijn tellingen van iedereen, dus zonder marge.
reach-hidden-count = { $count ->
    [one] 1 afdeling is te klein om te tonen, of zou een kleine verraden.
   *[other] { $count } afdelingen zijn te klein om te tonen, of zouden een kleine verraden.
}
so-what = Wat kun je hiermee?
reach-advice-hardly = Vraag iemand uit { $names } wat hen tegenhoudt: geen computer, geen tijd, of niets te halen. Wie geen e-mailadres van het werk heeft, komt binnen met een code op papier.
reach-advice = Vraag in de afdeling met het kleinste deel wat mensen tegenhoudt: geen computer, geen tijd, of niets te halen. Wie geen e-mailadres van het werk heeft, komt binnen met een code op papier.
make-codes = Maak toegangscodes
the-figures = De cijfers
column-department = Afdeling
column-came = Was hier
column-works = Werkt er
column-share = Deel
column-source = Geteld uit
from-payroll = personeelslijst
from-known = wie we kennen
column-before = Met vier weken eerder
reach-file = bereik-per-afdeling
how-calculated = Hoe is dit berekend?
reach-how = ‘Was hier’ betekent: op minstens één dag van deze 28 dagen iets gelezen of gedaan. Een mail openen telt niet. ‘Werkt er’ komt uit de personeelslijst, zonder het communityteam; staat een afdeling daar niet in, dan is het wie we hier kennen. Afdelingen tellen mee bij de afdeling waar ze onder vallen.
reach-how-privacy = Afdelingen waar minder dan { NUMBER($floor) } mensen werken, of waar minder dan { NUMBER($floor) } mensen wel (of juist niet) kwamen, tonen we niet. Er blijven er dan altijd minstens twee verborgen, zodat je niemand kunt uitrekenen.
reach-how-week = De cijfers per afdeling staan een week stil, tot en met de laatste zondag. Zo kun je niet zien wat één nieuwe collega verandert. Een verschil met vier weken eerder noemen we pas als toeval het niet verklaart, ook niet als je bedenkt dat we alle afdelingen tegelijk vergelijken (Newcombe, Fisher, Benjamini-Hochberg).
definition = Definitie { $number }, versie { $version }

# Fase
phase-title = Fase
phase-team-question = Wie hoort bij het communityteam?
phase-too-early-is = Het is te vroeg om te zeggen waar jullie staan.
phase-needs = In de laatste vier weken schreven { NUMBER($contributors) } mensen iets. We noemen een fase vanaf 20 mensen en 10 losse bijdragen; nu tellen we er { NUMBER($effective) }.
phase-chances = Zo zeker zijn we, met de laatste vier weken: { $chances }.
phase-chosen-but = Zo koos { $name }. Onze schatting: { $chances }.
nothing-yet = nog niets om te tellen
written-by-members = Geschreven door leden
first-replies = Eerste antwoord kwam van een lid
feels-close = Voelt het hecht?
not-asked = nog niet gevraagd
phase-rule = Opstart wordt groei als leden vier weken achter elkaar meer dan de helft schrijven. Groei wordt volwassen vanaf 90 van de 100.
weeks-in-a-row = { $count ->
    [0] Die reeks is nog niet begonnen.
    [one] Nu is dat 1 week van de { NUMBER($needed) }.
   *[other] Nu zijn dat { $count } weken van de { NUMBER($needed) }.
}
trend-unknown = Of de community groeit of krimpt, zeggen we pas na 26 weken.
trend-falls = In 26 weken kwamen er steeds minder mensen, en deden er steeds minder mee.
trend-holds = Over 26 weken is geen neergang te zien.
counted-lighter = { NUMBER($contributors) } mensen leverden { NUMBER($contributions) } bijdragen. Omdat een paar mensen veel schrijven, tellen die als { NUMBER($effective) } losse.
share-summary = Nu { $share }, tussen { $low } en { $high }.
half = de helft
nine-tenths = 9 van de 10
chosen-when = { $at }, gekozen door { $name }, tot en met { $until }
where-are-you = Waar staan jullie?
how-we-know = Waar zien we dat aan?
phase-line-note = Deel van de bijdragen dat van leden kwam, per week over 28 dagen. Het lichte vlak is de marge; een week met te weinig bijdragen blijft leeg.
see-it-otherwise = Zie jij het anders?
overrule-lead = Jij kent de mensen. Kies zelf een fase; de acties passen zich aan. Onze schatting blijft erbij staan.
overrule-phase = Wij zitten volgens mij in
overrule-why = Waarom?
overrule-why-hint = Je opvolger leest dit over een jaar.
overrule-until = Tot en met wanneer?
overrule-button = Houd het op mijn oordeel
earlier = Eerder
no-judgements = Nog niemand koos zelf een fase.
phase-how = We kijken per week naar alle berichten, antwoorden en reacties van de laatste 28 dagen: welk deel kwam van leden, en niet van het communityteam? Omdat een paar mensen veel schrijven, tellen we hun bijdragen minder zwaar mee. Een fase begint na vier weken achter elkaar met minstens 90% kans, en eindigt na vier weken met hooguit 10% kans.

# Meedoen
who-takes-part = Wie doet mee
part-nobody = Nog niemand schreef of reageerde in deze acht weken
part-more = { $count ->
    [one] Er doet 1 mens meer mee dan vier weken eerder
   *[other] Er doen { $count } mensen meer mee dan vier weken eerder
}
part-fewer = { $count ->
    [one] Er doet 1 mens minder mee dan vier weken eerder
   *[other] Er doen { $count } mensen minder mee dan vier weken eerder
}
part-same = { NUMBER($count) } van { NUMBER($people) } mensen deden mee; geen duidelijk verschil met vier weken eerder
tier-creators = Plaatsten zelf iets
tier-contributors = Antwoordden of reageerden
tier-readers = Lazen mee
tier-absent = Zagen we niet
from-to = Van { NUMBER($first) } naar { NUMBER($now) } mensen in twaalf weken.
lean-title = Op hoeveel mensen leunt het?
lean-nobody = Leden leverden deze vier weken nog niets.
lean-half = { $count ->
    [one] De helft van alle { NUMBER($made) } bijdragen van leden komt van 1 mens, van de { NUMBER($people) } die iets deden.
   *[other] De helft van alle { NUMBER($made) } bijdragen van leden komt van { $count } mensen, van de { NUMBER($people) } die iets deden.
}
top-hundredth = De actiefste 1%
top-tenth = De actiefste 10%
top-made = { $count ->
    [one] { $name } (1 mens) leverde { $share } van alle bijdragen.
   *[other] { $name } ({ $count } mensen) leverde { $share } van alle bijdragen.
}
too-few-people = Jullie zijn nog met te weinig om te tellen
fewer-than-floor = Met minder dan { NUMBER($floor) } mensen gaat elk cijfer over iemand. Haal er mensen bij, dan zie je hier wie meedoet.
so-few = Jullie zijn nog met te weinig om te tellen. Haal er mensen bij.
tiers-note = Iedereen staat één keer: bij het meeste dat hij of zij deed in deze vier weken. Meelezen is vaak een keuze, geen gebrek.
band-note = Het lichte vlak laat zien hoe ver een week toevallig kan afwijken.
part-advice = Wie alleen meeleest, zet de eerste stap het makkelijkst met een kleine vraag: één tik, of één foto.
column-tier = Wat deden ze?
column-now = Nu
column-range = Marge
column-then = Vier weken eerder
part-how = ‘Plaatsten’ is minstens één eigen bericht in 28 dagen. ‘Antwoordden of reageerden’ is een antwoord, een reactie, een stem of een contact. ‘Lazen mee’ is een dag hier zonder dat. Het communityteam telt niet mee.
part-how-range = De aantallen zijn tellingen van iedereen. De marge (Wilson, 95%) staat erbij omdat we weken met elkaar vergelijken. De lijnen lopen tot en met zondag en tellen ook wie intussen weg is.

# Antwoorden
questions-of-members = Vragen van leden
no-questions = In deze vier weken stelde niemand een vraag
questions-too-young = { $count ->
    [one] De ene vraag is nog geen dag oud
   *[other] De { $count } vragen zijn nog geen dag oud
}
questions-quick = { $n ->
    [one] { $x ->
        [0] De ene vraag kreeg binnen een dag geen antwoord
       *[other] De ene vraag kreeg binnen een dag antwoord
    }
   *[other] { $x ->
        [0] Geen van de { $n } vragen kreeg binnen een dag antwoord
        [one] 1 van de { $n } vragen kreeg binnen een dag antwoord
       *[other] { $x } van de { $n } vragen kregen binnen een dag antwoord
    }
}
answered-at-all = Kreeg antwoord
answered-within = Binnen een dag
unanswered-day = Na een dag nog niet
unanswered-long = Na { NUMBER($hours) } uur nog niet
by-anyone = Van wie dan ook
by-members = Van een lid
by-team = Van het communityteam
all-threads = { $x ->
    [0] Van alle { NUMBER($n) } gesprekken die leden begonnen, kreeg er geen een antwoord.
    [one] Van alle { NUMBER($n) } gesprekken die leden begonnen, kreeg er 1 een antwoord.
   *[other] Van alle { NUMBER($n) } gesprekken die leden begonnen, kregen er { $x } een antwoord.
}
answers-summary = Vier weken tot en met zondag: { $of }, { $range }; { $words }.
answers-note = Alleen vragen die oud genoeg zijn tellen mee bij ‘binnen een dag’ en ‘na 72 uur’. Het lichte stuk is de marge.
answers-few = Het zijn weinig vragen: lees dit als een aanwijzing.
how-long = Hoe lang wachten mensen?
answers-advice = Spreek af wie er elke dag kijkt. Wie op een eerste vraag antwoord krijgt, komt vaker terug; dat is in ander onderzoek gezien, niet bij ons bewezen.
answers-action = Beloof antwoord binnen een dag
who-waits = Wie wacht er nu?
nobody-waits = Niemand. Iedereen die iets vroeg, kreeg antwoord.
answers-how = Het eerste antwoord is dat van een ander mens. Vragen van het communityteam tellen niet mee; antwoorden van het team wel, en ook apart.
answers-how-time = De helft-tijd komt van een Kaplan-Meier-curve: vragen die nog wachten tellen mee voor de tijd dat ze al wachten. Alleen de beantwoorde vragen tellen, zou het mooier maken dan het is.

# Voorstellen
sign-late = { $late ->
    [one] 1 van de { NUMBER($all) } vragen bleef deze maand langer dan een dag liggen.
   *[other] { $late } van de { NUMBER($all) } vragen bleven deze maand langer dan een dag liggen.
}
sign-hardly = { $names } bereiken we nauwelijks.
sign-newcomers = { $count ->
    [one] 1 eerste bericht wacht op een antwoord.
   *[other] { $count } eerste berichten wachten op een antwoord.
}
sign-readers = { $readers ->
    [one] 1 van de { NUMBER($came) } mensen die langskwamen, las alleen mee.
   *[other] { $readers } van de { NUMBER($came) } mensen die langskwamen, lazen alleen mee.
}
reason-worked-here = Dit hielp hier eerder heel waarschijnlijk.
reason-promising = Dit leek hier eerder te helpen; zeker is dat nog niet.
effort = Moeite
effort-small = minder dan een uur
effort-medium = minder dan een dag
effort-large = meer dan een dag
expected-label = Verwacht
known-label = Bekend uit
known-online = een proef in een online community
known-elsewhere = een proef elders, niet in een community
known-watched = onderzoek dat alleen meekeek
known-practice = de praktijk; niemand mat het
known-from = { $from } ({ $source })
known-here = { $trials ->
    [one] { $from }, en 1 keer bij ons
   *[other] { $from }, en { $trials } keer bij ons
}
make-action = Maak deze actie
see-how = Bekijk hoe
not-now = Niet nu
not-now-why = Waarom niet?
not-now-hint = Dit voorstel blijft dan vier weken weg.
put-aside = Zet opzij
every-phase = Deze passen in elke fase.

# Terugkomen
returning = Terugkomen
returning-early = Het is nog te vroeg om te zeggen wie terugkomt
returning-finding = Van wie hier begint, is na { NUMBER($days) } dagen nog { $share } actief
returning-curve = Hoe lang blijven mensen?
returning-curve-text = { NUMBER($people) } mensen begonnen hier; van { NUMBER($gone) } weten we dat ze slapen of niet op gang kwamen.
returning-band = Het lichte vlak is de marge. Waar nog geen tien mensen zo lang meedoen, houdt de lijn op.
returning-after = { $weeks ->
    [0] begin
    [one] 1 week
   *[other] { $weeks } weken
}
returning-advice-door = De meeste mensen raken we kwijt in hun eerste vier weken. Een persoonlijk welkom, met één makkelijke vraag, helpt het best.
returning-advice-asleep = Wie de eerste weken blijft, blijft meestal. Schrijf wie slaapt persoonlijk over iets dat voor hem of haar veranderde.
returning-action-door = Zet een persoonlijk welkom uit
returning-action-asleep = Stuur een wek-mail
returning-classes = Wie is er nog?
returning-classes-note = Iedereen wordt met zichzelf vergeleken: wie elke dag kwam, slaapt na een week stilte; wie eens per maand komt, nog lang niet.
class-active = Actief
class-active-note = De stilte is voor hen gewoon.
class-slowing = Vertraagt
class-slowing-note = Het duurt langer dan anders.
class-asleep = Slaapt
class-asleep-note = Veel langer stil dan anders, of langer dan 90 dagen.
class-never = Niet op gang gekomen
class-never-note = Kwam hoogstens één keer terug.
class-early = Net begonnen
class-early-note = Korter dan vier weken hier.
returning-departments = Wie slaapt, per afdeling
returning-departments-note = Stand van de laatste afgesloten week. Afdelingen waar 1 tot { NUMBER($floor) } mensen slapen (of juist niet slapen), tonen we niet, en er blijven er dan altijd minstens twee verborgen.
column-with-rhythm = Met een ritme
column-people = Mensen
returning-cohorts = Wat werd er van de nieuwkomers?
returning-no-cohorts = Zodra er drie weken om zijn, staat hier per week hoeveel nieuwkomers terugkwamen.
returning-column-came = Kwam in
returning-column-week = Week { $week }
returning-pooled = Allemaal samen
returning-cohorts-note = Week 1 is dag 7 tot en met 13 na iemands eerste dag. Een leeg vakje moet nog komen; een streepje is te klein om te tonen. Kleine weken staan samen.
returning-file = terugkomen
returning-how-curve = De lijn (Kaplan en Meier, 1958) telt ook wie pas kort meedoet mee, zolang we ze kunnen volgen. Iemand is weg op zijn of haar laatste actieve dag, als hij of zij nu slaapt of niet op gang kwam. Het communityteam telt niet mee.
returning-how-asleep = Hoe vaak iemand kwam, zegt hoe ongewoon zijn of haar stilte is. Is de kans op zo’n stilte kleiner dan 5%, dan slaapt iemand; tussen 5% en 20% vertraagt hij of zij. Wie bezwaar maakte, telt hier niet mee. Namen zijn er niet: alleen het lid zelf ziet hoe het er bij hem of haar voor staat.
returning-how-cohorts = Van alle mensen die in een week voor het eerst actief waren: hoeveel waren er in hun eigen week 1, 2 en verder minstens één dag actief? Alleen weken die voor iedereen om zijn, tellen.
past-notice = Sinds { $day } is het hier stil geworden. Deze cijfers kijken daarom terug vanaf die week.

# Het register van metingen.
measure-reach = Bereik
measure-reach-purpose = Weten welke afdelingen we nog niet bereiken
measure-reach-data = Op welke dagen iemand langskwam, en bij welke afdeling die hoort
measure-connected = Aangesloten
measure-connected-purpose = Weten bij welke afdelingen nog niemand binnen is
measure-connected-data = Of iemand ooit inlogde, en bij welke afdeling die hoort
measure-adoption = Hoe de community groeit
measure-adoption-purpose = Zien of de introductie op koers ligt
measure-adoption-data = Hoeveel mensen er elke week voor het eerst langskwamen
measure-participation = Meedoen
measure-participation-purpose = Zien hoeveel mensen lezen, meedoen en maken, en of we op te weinig mensen leunen
measure-participation-data = Hoeveel dagen, berichten en reacties iemand in vier weken had
measure-returning = Terugkomen
measure-returning-purpose = Merken of nieuwe mensen blijven, en waar we ze kwijtraken
measure-returning-data = De eerste en de laatste dag dat iemand langskwam, en hoeveel dagen ertussen
measure-asleep = Ingeslapen
measure-asleep-purpose = Merken dat een groep stilvalt, zodat we iets kunnen doen
measure-asleep-data = Hoe lang iemand wegblijft, vergeleken met het eigen ritme
measure-answers = Antwoorden
measure-answers-purpose = Zorgen dat iedereen antwoord krijgt, en snel
measure-answers-data = Wanneer een vraag kwam, en wanneer het eerste antwoord
measure-phase = Fase
measure-phase-purpose = Kiezen wat de community nu nodig heeft
measure-phase-data = Welk deel van de bijdragen van leden komt, en welk deel van het team
measure-content = Inhoud
measure-content-purpose = Zien welke onderwerpen aanslaan, zodat we daar meer van maken
measure-content-data = Reacties en antwoorden per bericht, en woorden die genoeg mensen gebruikten
measure-health = Gezondheid
measure-health-purpose = In één keer zien waar het aan schort
measure-health-data = De cijfers van bereik, terugkomen, antwoorden, meedoen en verbindingen bij elkaar
measure-alarms = Signalen
measure-alarms-purpose = Op tijd merken dat er iets ongewoons gebeurt
measure-alarms-data = Aantallen per dag van de hele community
measure-today = Wat vandaag om aandacht vraagt
measure-today-purpose = Zorgen dat nieuwe mensen en vragen niet blijven liggen
measure-today-data = Open vragen en eerste berichten, met de naam van wie ze schreef

# Over cijfers
until-day = tot en met { $day }
how-versions = Verandert een definitie, dan krijgt ze een nieuw versienummer en begint de lijn opnieuw. Wat eerder bekend was, rekenen we niet om.
worked-out-afterwards = Weken van voor dit scherm er was, zijn achteraf berekend.
column-version = Versie
column-week-until = Week tot en met
days-ago = { $days ->
    [0] vandaag
    [one] 1 dag geleden
   *[other] { $days } dagen geleden
}
every-days = { $days ->
    [one] elke dag
   *[other] om de { $days } dagen
}

# Inhoud
content = Inhoud
content-empty = Er is nog niets geplaatst dat iedereen kan lezen. Begin klein: stel een vraag die je met één foto kunt beantwoorden.
content-empty-button = Stel een eerste vraag
content-finding-few = Er is nog te weinig geplaatst om te zeggen wat raakt
content-finding-none = Geen bericht springt eruit boven wat hier gewoon is
content-finding-top = “{ $title }” raakte de meeste mensen: { $of } reageerden
content-lead-word = Deze week in opkomst: ‘{ $word }’. { NUMBER($people) } mensen schreven erover.
content-lead-quiet = Geen woord is deze week duidelijk in opkomst.
what-resonates = Wat raakt?
content-counted = { NUMBER($x) } van { NUMBER($n) } mensen
content-bars-note = De balk is het deel van wie in de week na het bericht langskwam, dat ook reageerde of antwoordde. Van weinig mensen schuift hij naar wat gewoon is. Het lichte stuk is de marge. Gewoon is hier { $usual }.
content-advice-word = Mensen praten over ‘{ $word }’. Maak er deze week een thema van: stel er een open vraag over, en laat iemand uit het vak antwoorden.
content-advice-gap = Over ‘{ $name }’ is het langer stil dan gewoon. Vraag wie er iets van weet of er nieuws is.
content-advice-top = Deel elke week één verhaal met iedereen. Kies zelf uit wat hieronder staat: wat veel mensen raakt, is nog niet het belangrijkst.
content-action-theme = Maak er een themaweek van
content-action-highlight = Zet een bericht in het zonnetje
content-posts = De berichten
column-post = Bericht
column-kind = Soort
column-reacted = Reageerden
kind-question = vraag
kind-update = bericht
above-usual = boven gewoon
content-words = Woorden in opkomst
column-word = Woord
column-this-week = Deze week
column-weeks-before = { NUMBER($weeks) } weken ervoor
column-busy = Hoe lang al?
content-busy = { $weeks ->
    [0] nog geen hele week
    [one] 1 week
   *[other] { $weeks } weken
}
content-words-few = Deze week schreven nog geen vijf mensen hetzelfde woord.
content-words-note = { $compared ->
    [one] We vergeleken het ene woord dat deze week door minstens vijf mensen is gebruikt. Door toeval lijken er daarvan { $chance } in opkomst.
   *[other] We vergeleken { $compared } woorden die deze week door minstens vijf mensen zijn gebruikt. Door toeval lijken er daarvan { $chance } in opkomst.
}
content-gaps = Waar werd het stil?
content-no-gaps = Geen onderwerp is langer stil dan bij dat onderwerp hoort.
content-gaps-note = { $topics ->
    [0] Nog geen onderwerp heeft vier berichten: te weinig voor een eigen ritme.
    [one] Er is 1 onderwerp met een eigen ritme.
   *[other] Er zijn { $topics } onderwerpen met een eigen ritme.
}
content-unheard = Uit { $names } plaatste in vier weken niemand iets.
column-topic = Onderwerp
column-last-post = Laatste bericht
column-usually = Gewoon
column-posts = Berichten
best-time-unknown = Of er een beste tijd is om te plaatsen, weten we nog niet
best-time-is = Wat op { $day } tussen { $hour } en { $next } uur wordt geplaatst, krijgt hier meer reacties
best-time-sure = Dat is { $sure } zeker, na vergelijking van { NUMBER($tried) } uren van de week en rekening houdend met wie er plaatste.
best-time-none = Er is geen beste tijd om gezien te worden
best-time-why = We vergeleken { NUMBER($tried) } uren van de week, en hielden rekening met wie er plaatste. Het beste uur is met { $nearest } zekerheid beter; bij zoveel uren is { $needed }% nodig. Plaats dus wanneer het jou uitkomt.
content-file = inhoud
content-words-file = woorden-in-opkomst
content-how-where = Alleen berichten die iedereen in de community kan lezen tellen mee. Wat in besloten en geheime groepen wordt gezegd, blijft daar.
content-how-resonance = We houden niet bij wie welk bericht zag. Daarom tellen we als publiek iedereen die in de week na het bericht langskwam, en kijken we naar berichten van de laatste dertien weken die een hele week oud zijn. Reageerden: verschillende leden die reageerden of antwoordden, zonder de schrijver en het communityteam. Het deel schuift naar het gewone zolang er weinig mensen waren (bèta-binomiaal, per soort), en de volgorde gaat op wat met 95% zekerheid minstens het deel is. Wie bekend is of op een druk moment plaatst, heeft het makkelijker: het is geen oordeel over schrijvers.
content-how-words = Een woord telt één keer per mens per dag. In opkomst is een woord dat deze week door minstens vijf mensen is gebruikt, en veel vaker dan in de acht weken ervoor (log-odds met een Dirichlet-prior, z boven 3; Monroe, Colaresi en Quinn, 2008). ‘Hoe lang al’ komt van de uitbarstingen van Kleinberg (2002). Namen van mensen en gewone woorden laten we weg.
content-how-gaps = Een onderwerp is stil als zo’n stilte, gezien hoe vaak erover geplaatst wordt, minder dan 10% kans had. Het telt mee vanaf vier berichten in een jaar.
content-how-best = Per uur van de week kijken we welk deel reageerde, en of dat beter is dan alle andere uren samen, met de schrijvers gelijk gehouden. Omdat we veel uren vergelijken, moet de zekerheid hoger zijn dan 95% (Bonferroni). Meestal is er geen beste tijd. Wie het echt wil weten, plaatst op tijden die het lot kiest.

# Gezondheid
health = Gezondheid
health-empty = Er gebeurt nog te weinig om de gezondheid te meten. Haal er mensen bij, dan vullen de balken zich.
health-finding = { $name } is nu het zwakste punt
health-finding-none = Er is nog te weinig om te meten
health-reach = Bereik
health-retention = Behoud
health-response = Respons
health-spread = Spreiding
health-connection = Verbinding
health-reach-note = Deel van de mensen dat in vier weken langskwam.
health-retention-note = Deel dat na 90 dagen nog actief is.
health-response-note = Deel van de vragen dat binnen een dag antwoord kreeg.
health-spread-note = Hoe gelijk de bijdragen over mensen verdeeld zijn: 0 is alles van één mens, 100 is van iedereen evenveel.
health-connection-note = Banden tussen afdelingen, naast wat je bij willekeurig mengen verwacht.
health-missing = nog niet te meten
health-between = tussen { $low } en { $high }
health-bars-note = Elke balk loopt van 0 tot 100. Het lichte stuk is de marge. Het zwakste punt heeft een andere kleur.
health-together = Samen
health-number = { $score } van de 100, tussen { $low } en { $high }.
health-no-number = Nog geen getal: { $names } is nog niet te meten. Vier van de vijf is niet het geheel.
health-weights = Wie de vijf anders weegt, komt uit tussen { $low } en { $high }.
health-same = Vier weken eerder was het { $was }. Dat verschil kan toeval zijn.
health-better = Vier weken eerder was het { $was }. Die stijging is echt.
health-worse = Vier weken eerder was het { $was }. Die daling is echt.
health-series = Week na week
health-line = { $count ->
    [one] In 1 week: { $now }.
   *[other] In { $count } weken van { $first } naar { $now }.
}
health-band = Het lichte vlak is de marge.
health-weeks = De weken
health-weeks-note = Zoals het bekend was toen de week dicht was. Een streepje is nog niet te meten.
health-anchors = { $zero } telt als 0 en { $one } als 100
health-reach-advice = Te weinig mensen komen langs. Ga in golven langs de afdelingen die achterblijven, met iemand uit de afdeling zelf.
health-retention-advice = Mensen beginnen wel, maar blijven niet. Heet iedereen persoonlijk welkom, met één makkelijke vraag.
health-response-advice = Vragen blijven te lang liggen. Spreek af wie er elke dag kijkt, en beloof antwoord binnen een dag.
health-spread-advice = Het leunt op weinig mensen. Vraag iemand die iets weet om één antwoord, bij naam.
health-connection-advice = Afdelingen praten vooral met zichzelf. Breng mensen uit twee afdelingen bij elkaar, met koffie en een vraag.
health-how = Elke balk is een cijfer van een andere bladzijde, over de 28 dagen tot en met zondag (banden: 91 dagen). De ankers van nu staan hieronder; ze horen bij de definitie.
health-how-number = Het getal is het meetkundig gemiddelde: een gat in het ene vul je niet met het andere. De marge komt van de marges van de vijf (deltamethode). Ontbreekt er één, dan is er geen getal. We noemen een verandering pas echt als ze buiten beide marges valt.
health-how-not = Het getal is er om met jezelf te vergelijken. Niet met andere organisaties, en nooit met mensen. De gewichten zijn gelijk en niet geleerd.
health-file = gezondheid

# Signalen
alarms = Signalen
series-came = Langsgekomen
series-posts = Berichten
series-replies = Antwoorden
series-reactions = Reacties
series-newcomers = Nieuwe mensen
series-questions = Vragen
series-late = Vragen die een dag wachtten
alarms-finding-quiet = Niets bijzonders in de laatste week
alarms-finding-early = Signalen komen na { NUMBER($weeks) } weken, als we weten wat hier gewoon is
alarms-chance = We kijken elke dag naar { NUMBER($series) } cijfers. Ook als er niets is, geven ze in { NUMBER($weeks) } weken samen ongeveer één vals signaal.
alarm-high = { $name } op { $day }: { $value }, en { $usual } is dan gewoon
alarm-low = { $name } op { $day }: maar { $value }, en { $usual } is dan gewoon
alarm-instead = { $value }, en { $usual } is dan gewoon
alarm-ordinary = gewoon
alarm-is-high = veel meer dan gewoon
alarm-is-low = veel minder dan gewoon
alarm-too-early = nog te vroeg
alarm-above = boven { $high }
alarm-outside = onder { $low } of boven { $high }
alarms-left-out = Dit is een vrije dag, of de eerste dagen van een actie. Dan kijken we niet: gewoon is het toch niet.
alarms-days = De laatste acht weken
alarms-line = { $name } per dag. Het lichte vlak is wat op zo’n dag gewoon is; een signaal gaat pas af daarbuiten.
alarms-advice-quiet = Geen signaal, geen werk. Kijk liever naar wat er in je lijst van vandaag staat.
alarms-advice-live = Zoek eerst uit wat er was: een storing, een vergadering, een bericht van de directie? Zeg hieronder of het signaal terecht was. Zo weet je opvolger wat er speelde, en telt die dag niet mee als gewoon.
alarms-series = Waar kijken we naar?
column-series = Per dag
column-yesterday = Gisteren
column-usual-day = Gewoon op zo’n dag
column-signal = Signaal
column-stands = Stand
alarms-history = Wat ging er af?
alarms-none = Er ging nog niets af.
alarms-no-looks = Er is nog niet gekeken: daarvoor zijn twaalf weken nodig.
alarms-tally = { $came ->
    [0] In het laatste halfjaar vergeleken we { NUMBER($looks) } keer een dag. Door toeval verwacht je dan hooguit { $expected } signalen; er kwam er geen.
    [one] In het laatste halfjaar vergeleken we { NUMBER($looks) } keer een dag. Door toeval verwacht je dan hooguit { $expected } signalen; er kwam er 1.
   *[other] In het laatste halfjaar vergeleken we { NUMBER($looks) } keer een dag. Door toeval verwacht je dan hooguit { $expected } signalen; er kwamen er { $came }.
}
alarms-judged = Terecht noemden jullie er { NUMBER($right) }, vals { NUMBER($wrong) }.
judge-alarm = Was er iets?
was-something = Was er die dag iets?
verdict-right = Ja, het signaal was terecht
verdict-false = Nee, er was niets
alarm-note = Wat was er?
keep-verdict = Bewaar
choose-verdict = Kies of er iets was.
verdict-right-by = terecht, volgens { $name }
verdict-false-by = vals, volgens { $name }
alarm-task-look = Zoek uit
ahead-title = Hoe gaat het verder?
ahead-early = Vooruitkijken kan vanaf tien weken.
ahead-expected = Over { NUMBER($steps) } weken verwachten we { $low } tot { $high } mensen per week (nu { $now }); zo’n bereik klopt 4 van de 5 keer. De kans dat het er dan meer zijn dan nu is { $chance }. Gerekend met { NUMBER($weeks) } weken.
alarms-file = signalen
alarms-how = Elke dag vergelijken we de telling van gisteren met dezelfde weekdag van hooguit 52 weken ervoor: de mediaan, en hoe ver dagen daar meestal vanaf liggen (MAD). We doen dat met de derdemachtswortel van de tellingen, want reacties komen in vlagen: op de tellingen zelf ging een signaal tien tot honderd keer te vaak af (Wilson en Hilferty, 1931; nagerekend met nagebootste dagen). Leden tellen, het communityteam niet.
alarms-how-chance = De grens is zo gekozen dat één reeks waarin niets gebeurt op één van de duizend dagen afgaat. Met weinig weken ligt ze ver weg (bij 12 weken 7,5 keer de gewone afstand, bij 52 weken 3,96), want dan weten we nog slecht wat gewoon is. Vóór twaalf weken gaat er niets af.
alarms-how-left-out = Vrije dagen, de eerste drie dagen van een actie en dagen waarvan jullie het signaal terecht noemden, horen niet bij wat gewoon is.
alarms-how-ahead = Vooruitkijken gaat met de methode die het in het verleden het best deed: dezelfde week een jaar eerder, exponentieel afvlakken, een gedempte trend of Theta. Het bereik is 80%.
and-more-alarms = { $others ->
    [one] { $day } · en nog 1 signaal
   *[other] { $day } · en nog { $others } signalen
}
alarms-older = { $count ->
    [one] 1 eerder signaal
   *[other] { $count } eerdere signalen
}
health-alike = { $count ->
    [one] { $names } ligt daar niet aantoonbaar boven.
   *[other] { $names } liggen daar niet aantoonbaar boven.
}

# Gesprekken
first-none = Niemand schreef een eerste bericht.
first-sentence = { $n ->
    [one] { $x ->
        [0] Het ene eerste bericht kreeg binnen twee dagen geen antwoord.
       *[other] Het ene eerste bericht kreeg binnen twee dagen antwoord.
    }
   *[other] { $x ->
        [0] Geen van de { $n } eerste berichten kreeg binnen twee dagen antwoord.
        [one] 1 van de { $n } eerste berichten kreeg binnen twee dagen antwoord.
       *[other] { $x } van de { $n } eerste berichten kregen binnen twee dagen antwoord.
    }
}
first-more = Wie antwoord kreeg, schreef vaker nog eens; dat hangt samen, het is nog geen oorzaak.
first-fewer = Wie antwoord kreeg, schreef hier juist minder vaak nog eens; dat hangt samen, het is nog geen oorzaak.
first-same = Of antwoord krijgen samengaat met nog eens schrijven, is hier niet aan te tonen.
first-posts = Wat werd er van eerste berichten?
first-what = In een halfjaar
first-answered = Binnen twee dagen beantwoord
first-again = Schreven binnen vier weken nog eens
first-again-answered = … van wie antwoord kreeg
first-again-unanswered = … van wie geen antwoord kreeg
first-action = Zet een persoonlijk welkom uit
first-how = Een eerste bericht is het eerste dat een lid plaatst. Het telt als beantwoord als een ander binnen 48 uur antwoordt; ‘nog eens’ is een volgend eigen bericht binnen 28 dagen. Alleen berichten die oud genoeg zijn tellen. Of antwoorden de oorzaak is, zegt dit niet: wie een goed eerste bericht schrijft, krijgt antwoord én blijft (Joyce en Kraut, 2006).
waiting-curve = Hoe snel komt een antwoord?
waiting-curve-text = Het deel van de vragen dat na zoveel uur antwoord had. Vragen die nog wachten tellen mee. Het lichte vlak is de marge.
after-hours = { $hours ->
    [0] meteen
   *[other] { $hours } uur
}
depth-title = Hoe diep gaat een gesprek?
depth-steps = { $steps ->
    [1] Alleen antwoorden op de opener
    [4] 4 stappen diep of meer
   *[other] { $steps } stappen diep
}
mutual-pairs = { $mutual ->
    [0] Van de { NUMBER($pairs) } paren mensen die met elkaar te maken hadden, reageerde er nog geen over en weer.
    [one] Van de { NUMBER($pairs) } paren mensen die met elkaar te maken hadden, reageerde er 1 over en weer.
   *[other] Van de { NUMBER($pairs) } paren mensen die met elkaar te maken hadden, reageerden er { $mutual } over en weer.
}
mutual-returned = { $share } van wat mensen gaven, kregen ze van dezelfde mens terug.
mutual-above = Dat is meer dan je bij toeval verwacht: mensen antwoorden wie hen antwoordt.
mutual-below = Dat is niet meer dan je bij toeval verwacht.
depth-how = Diepte is het langste rijtje antwoorden op antwoorden, in gesprekken van de laatste 28 dagen met minstens één antwoord. Over en weer is: beiden antwoordden of reageerden op elkaar, waar anderen het konden zien; het communityteam telt niet mee. Tegen toeval: Garlaschelli en Loffredo (2004).
column-figure = Cijfer
answers-file = gesprekken
everybody = Iedereen
participation-file = meedoen
lean-alike = Het is alsof { $count } mensen evenveel deden.
other-departments-together = Andere afdelingen samen
tiers-departments = Van ontvanger naar zender, per afdeling
tiers-departments-none = De afdelingen zijn te klein om te laten zien wat mensen er deden.
tiers-departments-note = Delen van wie langskwam. Het lijntje is wie startte of antwoordde, over dertien weken, of zolang we dat weten; stand
column-starters = Plaatsten zelf
column-responders = Antwoordden
column-readers = Lazen mee
column-joined-before = Deden mee, eerst
column-joined-now = Deden mee, nu
tiers-how = Per afdeling tonen we een rij helemaal of niet: is een getal in de rij, of wat ervan overblijft, van minder dan { NUMBER($floor) } mensen, dan staat de afdeling bij ‘andere afdelingen samen’. Een afdeling waarvan het bereik verborgen is, staat daar ook. De cijfers staan een week stil.

# Het begin
adoption-title = Wie kwam er voor het eerst?
adoption-none = Zodra mensen langskomen, staat hier hoe snel dat gaat.
adoption-so-far = { $came ->
    [one] 1 van de { NUMBER($people) } mensen kwam minstens één keer.
   *[other] { $came } van de { NUMBER($people) } mensen kwamen minstens één keer.
}
adoption-early = Vooruitkijken kan als er een paar weken meer zijn.
adoption-peak-ahead = De meeste nieuwe mensen komen nog: waar het eindigt, is uit het begin niet te lezen.
adoption-uncertain = Waar het eindigt, is nog te onzeker om te zeggen.
adoption-end = Gaat het zo door, dan worden het er { $low } tot { $high }.
adoption-mouth = Collega’s halen collega’s: mond-tot-mond lijkt meer te doen dan de campagne.
adoption-campaign = De campagne lijkt meer te doen dan mond-tot-mond: zonder nieuwe golf komt er weinig bij.
adoption-file = eerste-keer
column-new-people = Voor het eerst
column-until-then = Samen tot dan
adoption-how = Van iedereen telt de eerste actieve dag. Door de weken leggen we de kromme van Bass (1969): een deel komt door de campagne, een deel door collega’s. We kijken alleen vooruit als de piek voorbij is en de fout in het eindgetal kleiner is dan een kwart. Golven en verplicht inloggen verstoren de kromme.
reach-never = Uit { $names } zagen we nog nooit iemand.

# Terugbladeren door de fase
then-title = Terugbladeren
then-known = Week tot en met { $week }, zoals het toen bekend was
then-phase = Toen: { $phase }
then-early = Toen was het te vroeg om een fase te noemen
then-team = Toen was nog niet bekend wie bij het communityteam hoort
then-came = Langsgekomen in vier weken
then-contributors = Mensen die iets bijdroegen
then-contributions = Bijdragen
then-by-members = Bijdragen van leden
then-effective = Losse bijdragen
then-chances = Zo zeker
then-afterwards = Deze week is achteraf berekend.
then-old = Berekend met versie { NUMBER($version) } van de definitie.
week-earlier = Week eerder
week-later = Week later
phase-file = fase
column-course = Verloop
alarms-empty = Eerst moeten we weten wat hier gewoon is. Na twaalf weken kijken we elke dag of er iets opvalt.
alarms-empty-button = Naar wat je nu kunt doen
member-invited = Uitgenodigd door een lid
