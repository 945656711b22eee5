# Het dashboard van de communitymanager.
cockpit = Cockpit
tab-today = Vandaag
tab-reach = Bereik
tab-participation = Meedoen
tab-answers = Antwoorden
tab-actions = Acties
tab-phase = Fase
tab-people = Mensen
tab-data = Gegevens

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
nobody-came = De laatste acht weken kwam er nog niemand langs.
more-came = Meer mensen kwamen langs dan in de vier weken ervoor.
fewer-came = Minder mensen kwamen langs dan in de vier weken ervoor.
as-many-came = Of er meer of minder mensen langskomen dan vier weken eerder, is niet te zeggen.
more-came-hardly = Meer mensen kwamen langs dan in de vier weken ervoor; { $names } bereiken we nauwelijks.
fewer-came-hardly = Minder mensen kwamen langs dan in de vier weken ervoor; { $names } bereiken we nauwelijks.
as-many-came-hardly = Geen verschil aantoonbaar met de vier weken ervoor; { $names } bereiken we nauwelijks.
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
three-lines = Drie lijnen
last-weeks = laatste 12 weken
came-by = Kwamen langs, laatste 28 dagen
took-part = Deden mee: schreven of reageerden
answered-in-a-day = Vraag kreeg binnen een dag antwoord
higher = hoger dan vier weken eerder
lower = lager dan vier weken eerder
no-difference = geen verschil aantoonbaar
nothing-to-compare = nog niets om mee te vergelijken
was = { $words } (toen { NUMBER($before) })
between = tussen { $low } en { $high }
too-few-for-time = { $count ->
    [0] Er was geen vraag.
    [one] Er was 1 vraag: te weinig om een wachttijd te noemen.
   *[other] Er waren { $count } vragen: te weinig om een wachttijd te noemen.
}
half-not-answered = Meer dan de helft wacht nog, of bleef zonder antwoord.
half-within = De helft kreeg antwoord binnen { $time }.
half-within-range = De helft kreeg antwoord binnen { $time } (tussen { $low } en { $high }).
half-within-least = De helft kreeg antwoord binnen { $time } (minstens { $low }).

# Wat vraagt vandaag om jou?
what-today = Wat vraagt vandaag om jou?
nothing-today = Niets. Iedereen die iets vroeg, kreeg antwoord.
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
reach-hidden = De afdelingen zijn te klein om apart te tonen
reach-nothing = Er zijn nog geen afdelingen met mensen
