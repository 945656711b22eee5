# Rapporten aan de directie.
reports = Rapporten
reports-lead = Hoe ging het deze maand, en wat stel je voor? De cijfers staan vast vanaf de dag dat je het rapport begint.
report-of = Rapport van
make-report = Begin het rapport
no-reports = Er is nog geen rapport. Kies hierboven een maand: de cijfers staan er dan al in.
no-month-yet = Er is nog geen hele maand voorbij. Zodra vier weken om zijn, kun je hier het eerste rapport maken.
finished-when = af sinds { $when }
begun-when = begonnen { $when }
version-is = versie { $number }
is-draft = concept
is-finished = af
is-replaced = vervangen
report-title = Rapport { $month }
file-name = rapport
not-yet = Nog niet gelukt

# Schrijven.
saved = Bewaard.
retaken = De cijfers zijn opnieuw opgehaald.
frozen-figures = De cijfers
retake = Haal de cijfers opnieuw op
nothing-to-tell = Er zijn te weinig mensen om iets over te zeggen.
frozen-note = Deze zinnen komen in het rapport, met grafieken en tabellen. Ze staan vast; alleen in een concept kun je de cijfers nog eens ophalen, bijvoorbeeld als er laat iets binnenkwam.
successes = Wat goed ging
successes-hint = Verhalen die geen cijfer zijn: wie hielp wie, wat kwam er los? Noem alleen mensen die dat goed vinden. Met **sterretjes** maak je vet, met - een lijst.
explanation = Wat het betekent
explanation-hint = Waarom gingen deze cijfers omhoog of omlaag, en wat is toeval?
decisions = Voorstellen om te besluiten
decisions-hint = Elk voorstel heeft iemand die het doet, en een dag waarop het af is. Wat je leeg laat, telt niet mee.
decision-number = Voorstel { $number }
decision = Voorstel
decision-owner = Wie doet het?
decision-due = Wanneer is het af?
decision-wrong = Voorstel { $number } is niet compleet: schrijf wat je voorstelt, wie het doet en wanneer het af is.
more-decisions = Bewaar, dan komt er plaats voor meer.
too-long = Dit is te lang: er passen { NUMBER($most) } tekens.
save-draft = Bewaar
save-and-look = Bewaar en bekijk
finish-title = Klaar?
finish-text = Als je het rapport afmaakt, verandert er niets meer aan: niet aan de cijfers en niet aan de tekst. Vergeet je iets, dan maak je een nieuwe versie.
finish = Maak af
finish-sure = Afmaken? Daarna staat het rapport vast. Bewaar eerst wat je net typte.
discard = Gooi weg
discard-sure = Dit concept weggooien? Dat kun je niet terughalen.
looks-draft = Dit is een concept. Zo ziet het eruit als het af is.
go-on-writing = Schrijf verder
now-finished = Af. Dit rapport staat vast.
not-whole = De inhoud van dit rapport klopt niet meer met het controlegetal: iemand heeft het buiten dit programma om veranderd.
correct = Maak een verbeterde versie
all-csv = Alle cijfers (CSV)
too-few = Er doen minder dan { $floor } mensen mee. Elk cijfer zou over iemand gaan, dus we tonen er geen.

# Wat het rapport zegt.
in-short = In het kort
page-of = van
colophon-draft = Concept van versie { $version }; de tekst kan nog veranderen.
colophon-finished = Versie { $version }, afgemaakt door { $name } op { $day }. Controlegetal (SHA-256): { $checksum }.
was-then = In { $month } was het { NUMBER($x) } van { NUMBER($n) }. { $words }
new-line = De berekening is veranderd sinds { $month }. Daarom begint hier een nieuwe reeks en vergelijken we niet.
not-known-then = In { $month } was dit nog niet bekend.
now-higher = Nu hoger.
now-lower = Nu lager.
now-same = Geen duidelijk verschil.
now-unknown = Niet vergeleken.
kicker-reach = Bereik
kicker-participation = Meedoen
kicker-answers = Antwoorden
kicker-returning = Terugkomen
kicker-phase = Fase
kicker-actions = Acties
label-reach = kwam langs
label-participation = deed mee
label-answers = vragen binnen een dag beantwoord
label-still = actief na { $days } dagen
asleep-now = { NUMBER($x) } van { NUMBER($n) } mensen slapen volgens hun eigen ritme.
label-phase = geschreven door leden
label-actions = { $count ->
    [one] actie klaar
   *[other] acties klaar
}
counted-from = “Werkt er” komt uit: { $source }.
by-department = Wie er langskwam, per afdeling
in-four-weeks = In vier weken
no-department = Zonder afdeling
too-small = te klein om te tonen
of-n-percent = van { NUMBER($n) } · { $percent }
x-of-n = { NUMBER($x) } van { NUMBER($n) }
nothing-yet = nog niets
reach-note = De lange balk is iedereen die er werkt, het gekleurde stuk wie in deze vier weken minstens één dag hier was. Het zijn tellingen van iedereen, dus zonder marge.
reach-note-short = Een telling van iedereen, dus zonder marge.
reach-hidden = { $count ->
    [one] 1 afdeling is te klein om te tonen, of zou een kleine verraden.
   *[other] { $count } afdelingen zijn te klein om te tonen, of zouden een kleine verraden.
}
column-department = Afdeling
column-came = Was hier
column-works = Werkt er
column-share = Deel
column-source = Geteld uit
column-difference = Verschil
column-count = Aantal
column-of = Van
column-range = Marge
column-tier = Wat ze deden
column-questions = Vragen van leden
column-rhythm = Ritme
column-week = Week tot en met
column-people = Mensen
column-still = Is er nog
column-low = Ondergrens
column-high = Bovengrens
column-action = Actie
column-period = Wanneer
column-outcome = Wat kwam eruit?
column-asked = Gevraagd
column-held = Niet gevraagd
from-payroll = personeelslijst
from-known = wie we hier kennen
tier-creators = Plaatsten zelf iets
tier-contributors = Deden mee
tier-readers = Lazen mee
tier-absent = Zagen we niet
tiers-note = Iedereen telt één keer, bij het meeste wat iemand deed. Het communityteam telt niet mee.
took-part = Leden die schreven of reageerden, steeds in vier weken
from-to = Van { NUMBER($first) } naar { NUMBER($last) } mensen.
answered-at-all = Kreeg antwoord
answered-within = Binnen een dag
unanswered-day = Na een dag nog niet
unanswered-long = Na drie dagen nog niet
answered-in-a-day = Vragen binnen een dag beantwoord, steeds in vier weken
band-note = De lichte band is de marge: daarbinnen ligt het echte deel waarschijnlijk.
class-active = Actief
class-slowing = Komt minder
class-asleep = Slaapt
class-never = Kwam niet op gang
class-early = Te vroeg om te zeggen
by-own-rhythm = Ieders stilte, gemeten aan het eigen ritme
staying = Hoe lang mensen blijven
staying-text = Van { NUMBER($people) } mensen { $left ->
    [0] bleef iedereen
    [one] bleef 1 weg
   *[other] bleven er { NUMBER($left) } weg
}.
after-weeks = { $week ->
    [0] begin
   *[other] { $week } weken
}
written-by-members = Deel geschreven door leden, steeds in vier weken
half = de helft
how-sure = Hoe zeker? { $chances }.
actions-finding = { $count ->
    [0] In deze vier weken was er geen actie klaar.
    [one] In deze vier weken was 1 actie klaar.
   *[other] In deze vier weken waren { $count } acties klaar.
}
action-too-few = Het gaat om zo weinig mensen dat we niets zeggen.
subject = Onderwerp
figure = Cijfer
finding = Wat het zegt
compared-with = Naast het vorige rapport
definition = Berekening
definitions = Hoe het is berekend
version = Versie
defined = (Definitie { $number }, versie { $version }.)
define-all = Alle cijfers gaan over de vier weken tot en met de laatste zondag van de maand. Over een groep van minder dan { $floor } mensen zeggen we niets, en ook niet over een groep die een kleine zou verraden. Wie bij het communityteam hoort, telt nergens mee.
define-ranges = Waar we maanden of groepen vergelijken, staat een marge van 95%. We noemen een verschil alleen als het buiten de marge valt en ook standhoudt tussen alle verschillen in dezelfde tabel.
define-reach = Wie op minstens één dag hier was, van iedereen die mee kan doen. Per afdeling van iedereen op de personeelslijst, of als die er niet is van wie we hier kennen.
define-participation = Wie iets plaatste, wie reageerde of antwoordde, en wie alleen las, van iedereen die mee kan doen.
define-answers = Vragen van leden, en wanneer iemand anders antwoordde. Een vraag telt mee voor een dag als hij minstens een dag oud is.
define-returning = Iemand slaapt als de stilte veel langer duurt dan bij iemand met dat ritme gewoon is. Hoe lang mensen blijven rekent mee dat de meesten er nog zijn (Kaplan-Meier).
define-phase = De fase volgt uit het deel dat leden zelf schrijven. Wie veel schrijft, telt niet zwaarder dan past (ontwerpeffect). De fase wisselt pas na vier weken op rij.
define-actions = Een deel van de mensen kreeg de actie niet te zien, door het lot bepaald. Het oordeel valt als het venster voorbij is, op een uitkomst die van tevoren vaststond.

# Hand-outs per afdeling.
handouts = Voor de afdelingen
handouts-text = Dia’s voor het werkoverleg van één afdeling, om te tonen of te printen. Alleen van afdelingen die groot genoeg zijn.
handout-title = { $department } in { $month }
whole-community = iedereen
department-reach = In { $department } kwamen { NUMBER($x) } van de { NUMBER($n) } mensen langs
together = Samen
together-title = Waar hebben we in { $department } wat aan?
together-one = Wat lazen we deze maand waar we iets mee konden?
together-two = Welke vraag zouden we aan de andere afdelingen willen stellen?
together-three = Wie komt er niet bij, en wat houdt hen tegen?
handout-floor = Over groepen van minder dan { $floor } mensen zeggen we niets. Namen staan er nooit in.
back-to-report = Terug naar het rapport

# Mailen.
mailing = Het rapport mailen
mailing-lead = Kies wie elke maand een mail krijgt als het rapport af is. In de mail staat een link; de cijfers zie je pas als je inlogt.
mailing-set = Stel in
mailing-off = Er gaat nu geen mail.
mailing-runs = { $count ->
    [one] Vanaf dag { $day } van de maand gaat er een mail naar 1 adres, zodra het rapport af is.
   *[other] Vanaf dag { $day } van de maand gaat er een mail naar { $count } adressen, zodra het rapport af is.
}
who-get-it = Wie krijgt het?
nobody-yet = Nog niemand.
add-whom = Voeg iemand toe
add-hint = De gebruikersnaam of het e-mailadres van een lid. Wie op deze lijst staat, mag de rapporten lezen.
add-hint-address = De gebruikersnaam of het e-mailadres van een lid, of een ander adres. Zo’n ander adres krijgt alleen iets als de pdf meegaat.
add = Voeg toe
remove = Haal weg
nobody-called = Er is geen lid met deze naam of dit adres.
only-administrator = Dit adres is niet van een lid. Alleen een beheerder kan het toevoegen.
recipients-enough = Er passen hooguit { $most } mensen op de lijst.
not-reachable = Krijgt niets: geen bevestigd e-mailadres, of doet niet meer mee.
needs-attachment = Krijgt niets zolang de pdf niet meegaat: zonder account kun je niet inloggen.
when = Wanneer?
day-label = Dag van de maand
day-hint = Is het rapport dan nog niet af, dan gaat de mail zodra het af is.
day-wrong = Kies een dag van 1 tot en met 28.
attach = Stuur de pdf mee
attach-hint = Dan staan de cijfers in de mailbox van wie hem krijgt.
nobody-to-mail = Er is nog niemand die de mail kan krijgen. Voeg eerst iemand toe.
start-plan = Begin met mailen
change-plan = Wijzig
stop-plan = Stop met mailen
sure-link = { $count ->
    [one] Er gaat elke maand vanaf dag { $day } een mail naar 1 adres, met een link. Is het rapport van deze maand al af, dan gaat de eerste meteen.
   *[other] Er gaat elke maand vanaf dag { $day } een mail naar { $count } adressen, met een link. Is het rapport van deze maand al af, dan gaan de eerste meteen.
}
sure-attached = { $count ->
    [one] Er gaat elke maand vanaf dag { $day } een mail naar 1 adres, met de cijfers als pdf erbij. Is het rapport van deze maand al af, dan gaat de eerste meteen.
   *[other] Er gaat elke maand vanaf dag { $day } een mail naar { $count } adressen, met de cijfers als pdf erbij. Is het rapport van deze maand al af, dan gaan de eerste meteen.
}
sure-yes = Ja, begin
mail-subject = { $title } van { $community }
mail-there = Het { $title } van { $community } is af.
mail-attached = Je vindt het als pdf bij deze mail.
mail-read = Lees het hier; je logt eerst in:
    { $link }
mail-why = Je krijgt deze mail omdat een beheerder van { $community } je op de lijst zette. Wil je dat niet meer, vraag dan of je eraf kunt.

# Wie een afdeling leidt.
commitment-title = Inzet van leidinggevenden
commitment-too-few = Er is nog niets te zeggen: daarvoor moeten minstens { $floor } leidinggevenden iets hebben beloofd, en mag het nergens om een paar mensen gaan.
commitment-kept = { $leaders } leidinggevenden beloofden samen { $promises } dingen voor { $month }; daarvan kwamen er { $kept } uit.
commitment-top = Wie een hoofdafdeling leidt ({ $leaders }): { $kept } van { $promises }.
commitment-below = Wie een afdeling daaronder leidt ({ $leaders }): { $kept } van { $promises }.
commitment-note = Beloften zijn van henzelf. Je ziet alleen het geheel: nooit wie wat beloofde of deed, en het is geen beoordeling.
no-leaders = Nog niemand leidt een afdeling. Wijs aan wie dat doet: zij zien dan hun eigen afdeling, en houden bij wat ze zelf beloven.
set-leaders = Wijs aan
my-department = Mijn afdeling
my-department-lead = Hoe jouw afdeling meedoet, en wat je zelf belooft.
department-hidden = { $department } tonen we niet apart: te klein, onderdeel van een grotere afdeling, of er is nog geen week voorbij.
leader-bars-note = Over de vier weken tot en met de laatste zondag. Beginnen, antwoorden en meelezen zijn van wie er langskwam.
did-start = Begon iets
did-answer = Antwoordde of reageerde
did-read = Las mee
came-by = Kwam langs
came-by-week = Wie er langskwam, steeds in vier weken
share-from-to = Van { $first } naar { $last }.
my-promises = Wat ik beloof in { $month }
promises-lead = Klein en haalbaar werkt het best: twee berichten, drie reacties, een uur per maand. Alleen jij ziet ze. De communitymanager ziet hoeveel beloften samen uitkwamen, en pas als genoeg leidinggevenden meedoen.
done-times = { NUMBER($done) } van { NUMBER($amount) } keer
done-hours = { NUMBER($done) } van { NUMBER($amount) } uur
is-kept = gehaald
one-time = Gedaan
one-hour = Een uur
take-one-back = Een terug
end-promise = Stop
end-sure = Stoppen met deze belofte? Wat je al deed blijft staan.
promise-label = Wat beloof je?
promise-hint = Bijvoorbeeld: reageren op wat collega’s vragen.
promise-missing = Schrijf op wat je belooft.
amount-label = Hoeveel per maand?
amount-wrong = Kies een getal van 1 tot en met { $most }.
kind-label = Geteld in
kind-times = keren
kind-hours = uren
promise-button = Beloof het
promises-enough = Meer dan { $most } beloften tegelijk wordt te veel. Stop er eerst een.
earlier-months = Eerdere maanden
leader-privacy = Namen staan hier nooit bij, en over minder dan { $floor } mensen zeggen we niets. Cijfers per afdeling veranderen één keer per week.
you-lead = Je leidt { $names }.
look = Bekijk

# Voor het register.
measure-promises = Beloften van wie een afdeling leidt
measure-promises-purpose = Zelf bijhouden wat je beloofde
measure-promises-data = Wat je beloofde, en hoeveel je er elke maand van deed
measure-commitment = Inzet van leidinggevenden
measure-commitment-purpose = Weten of leidinggevenden samen tijd vrijmaken, zonder iemand te beoordelen
measure-commitment-data = Hoeveel beloften samen uitkwamen, van genoeg leidinggevenden
