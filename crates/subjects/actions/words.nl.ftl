actions = Acties
cockpit = Cockpit
library = Bibliotheek
too-long = Dit zijn { NUMBER($length) } tekens, er passen er { NUMBER($most) }.

# De kaart
ask-everybody = Vraag aan iedereen
ask-departments = Vraag aan jouw afdeling
last-day = vandaag nog
days-left = { $days ->
    [one] nog 1 dag
   *[other] nog { $days } dagen
}
opens-on = begint { $moment }
closed-on = gesloten { $moment }
who-none = Wees de eerste die antwoordt.
who-one = { $a } deed mee.
who-two = { $a } en { $b } deden mee.
who-more = { $rest ->
    [one] { $a }, { $b } en nog 1 collega deden mee.
   *[other] { $a }, { $b } en { $rest } anderen deden mee.
}
thanks = Dank je, je foto staat erbij.
thanks-for = Dank je. Jouw antwoord: { $answer }
your-answer = Jouw antwoord
few-words = In een paar woorden
tell-it = Vertel het
choose-picture = Kies een foto
caption = Een paar woorden erbij (hoeft niet)
share-it = Delen
tap-label = Ik doe mee
see-answers = Bekijk de antwoorden

# De antwoorden
actions-lead = Eén vraag, een antwoord van een minuut, en zien wat anderen zeggen.
no-actions = Er is nu geen vraag aan iedereen. Zodra er een is, staat hij bovenaan je voorpagina.
to-home = Naar de voorpagina
to-cockpit = Naar de cockpit
running-now = Nu
earlier = Eerder
you-answered = Jij deed mee
answer-count = { $count ->
    [0] Nog geen antwoorden
    [one] 1 antwoord
   *[other] { NUMBER($count) } antwoorden
}
see-result = Bekijk de uitkomst
what-people-chose = Wat collega’s kozen
your-choice = jouw keuze
nobody-answered = Niemand gaf antwoord.
no-answers-yet = Nog niemand gaf antwoord. Jij kunt de eerste zijn.
more-answers = Meer antwoorden
take-back = Haal mijn antwoord weg
take-back-sure = Je antwoord weghalen? Zolang de actie loopt, kun je opnieuw antwoorden.
remove = Haal weg
remove-sure = Het antwoord van { $name } weghalen?
more-about = Meer over het antwoord van { $name }
photo-by = Foto van { $name }

# Wat er mis kan zijn
problem-question = Schrijf op wat je wilt vragen.
problem-choose = Kies een van de mogelijkheden.
problem-choices = Geef twee tot vijf antwoorden, elk op een eigen regel.
problem-departments = Kies minstens één afdeling, of vraag iedereen.
problem-many-departments = Dit zijn te veel afdelingen. Kies de afdeling erboven, of vraag iedereen.
problem-date = Vul een datum in.
problem-past = Deze dag is al geweest.
problem-far = Dit ligt meer dan een half jaar vooruit.
problem-order = De laatste dag ligt voor de eerste.
problem-long = Een actie duurt ten hoogste 90 dagen.
problem-answer = Schrijf een paar woorden.
problem-picture = Kies een foto, of vertel het in een paar woorden.

# De bouwer
new-action = Nieuwe actie
own-action = Eigen actie
own-action-lead = Eén vraag aan iedereen, of aan een paar afdelingen.
not-yet = Nog niet klaargezet. Kijk hier nog even naar:
field-question = Wat vraag je?
field-question-hint = Eén vraag die je in een minuut kunt beantwoorden. Dit zien mensen groot op hun scherm.
field-explanation = Een regel eronder (hoeft niet)
field-kind = Hoe antwoorden mensen?
kind-text = In een paar woorden
kind-picture = Met een foto
kind-picture-hint = Wie geen foto heeft, mag het ook vertellen.
kind-choice = Door te kiezen
kind-choice-hint = Je geeft zelf twee tot vijf antwoorden.
kind-tap = Met één knop
kind-tap-hint = Voor “ik doe mee”.
field-choices = De knoppen
field-choices-hint = Elk antwoord op een eigen regel. Alleen nodig als mensen kiezen of op één knop drukken.
field-audience = Wie vraag je?
audience-all = Iedereen
audience-departments = Een paar afdelingen
audience-departments-hint = Met alles wat eronder valt.
choose-departments = Kies afdelingen
field-from = Van
field-to = Tot en met
field-outcome = Wanneer is het gelukt?
field-outcome-hint = Dit ligt vast zodra je begint. Zo kan niemand achteraf een mooi cijfer uitzoeken.
measure-contributed = Mensen doen binnen { $days } dagen mee: ze schrijven, antwoorden of reageren
measure-posted = Mensen plaatsen binnen { $days } dagen zelf een bericht
measure-active-days = Mensen komen in { $days } dagen op meer dagen langs
field-held = Wil je weten of het werkt?
held-some = Ja, { $held } van elke 100 vragen we niet
held-some-hint = Wie dat zijn, bepaalt het lot. Na afloop zien zij de antwoorden.
held-half = Ja, de helft vragen we niet
held-half-hint = Zo zie je een kleiner verschil. Het lot bepaalt wie.
held-none = Nee, vraag iedereen
held-none-hint = Je ziet dan wie meedeed, maar niet of dat door de actie kwam.
field-goal = Waarvoor is het?
field-owner = Wie let erop?
owner-you = { $name } (jij)
field-title = Hoe noem je deze actie?
field-title-hint = Alleen jullie zien dit. Leeg is de vraag zelf.
set-out = Start de actie
keep-as-idea = Bewaar als idee
about-action = Over deze actie
how-people-see-it = Zo zien mensen het
why-it-may-work = Waarom dit kan werken
how-to = Zo pak je het aan
when-it-worked = Wanneer is het gelukt?
power-nobody = Dit zijn minder dan { $floor } mensen.
power-nobody-text = Kies er afdelingen bij. Bij zo weinig mensen is ieder antwoord en ieder verschil van iemand te herkennen.
power-all = Je vraagt alle { NUMBER($people) } mensen.
power-all-text = Je ziet straks wie meedeed, maar niet of dat door de actie kwam.
power-split = Van { NUMBER($people) } mensen vragen we er ongeveer { NUMBER($held) } niet.
power-days-text = Hoe klein een verschil in dagen we kunnen zien, is vooraf niet te zeggen.
power-none = Met { NUMBER($people) } mensen is geen verschil te zien.
power-none-text = Zelfs als iedereen mee gaat doen, kan dat nog toeval zijn. De uitkomst wordt: we kunnen het niet zeggen.
power-large = Met { NUMBER($people) } mensen zie je alleen een groot verschil.
power-middle = Met { NUMBER($people) } mensen zie je een flink verschil.
power-small = Met { NUMBER($people) } mensen zie je ook een klein verschil.
power-text = Nu lukt het bij { $base } van elke 100. Vanaf { $points } extra van elke 100 kunnen we meestal zeggen dat het werkte. Is het effect kleiner, dan wordt de uitkomst: we kunnen het niet zeggen.
reaches = Dit vraagt het aan { NUMBER($people) } mensen
confirm-lead = Ze zien de vraag boven aan hun voorpagina. Klopt alles?
set-out-sure = Ja, start de actie

# Alle acties en de bibliotheek
manage-lead = Wat loopt, wat het opleverde, en wat je nog kunt proberen.
now-and-soon = Nu en straks
tried-here = Wat jullie probeerden
nothing-tried = Er is nog niets geprobeerd. Begin klein: vraag om een foto van een werkplek.
start-small = Begin met een foto
library-head = Wat heeft elders gewerkt?
library-lead = 33 acties, met erbij waar we het van weten. Wat bij jullie geprobeerd is, staat voorop.
filter-goal = Waarvoor
any-goal = Elk doel
filter-phase = Fase
any-phase = Elke fase
filter-effort = Moeite
any-effort = Maakt niet uit
show-them = Toon
show-all = Toon alles
no-recipes = Hier past geen actie bij.
with-us = Bij ons: { $result }.
by-yourself = buiten dit scherm
by-yourself-text = Deze actie doe je zelf, buiten de voorpagina om. Daarom staat er geen vraag klaar.
set-this-out = Maak deze actie
row-meta = { $answers ->
    [0] { $period } · nog geen antwoorden
    [one] { $period } · 1 antwoord
   *[other] { $period } · { $answers } antwoorden
}
standing-idea = idee
standing-planned = staat klaar
standing-running = loopt
standing-over = afgelopen
standing-withdrawn = ingetrokken
finding-later = Uitkomst volgt
finding-none = Geen vergelijking
goal-first-step = Eerste bijdrage
goal-contribution = Bijdragen
goal-newcomers = Nieuwkomers
goal-answers = Antwoord krijgen
goal-reach = Bereik
goal-ties = Banden
goal-trust = Vertrouwen
goal-core = De kern
goal-return = Terugkomen
goal-neighbours = Buurt
phase-inception = Opstart
phase-establishment = Groei
phase-maturity = Volwassen
phase-mitosis = Splitsing
phase-decline = Neergang
effort-small = minder dan een uur
effort-medium = minder dan een dag
effort-large = meer dan een dag
grade-a = Elders: proef in een online community.
grade-b = Elders: proef, niet online.
grade-c = Elders: onderzoek dat meekeek.
grade-d = Uit de praktijk, niet onderzocht.
own-better = { $difference } extra van elke 100 ({ $low } tot { $high })
own-worse = { $difference } minder van elke 100 ({ $low } tot { $high })
own-unsure = we kunnen het niet zeggen

# De uitkomst
result-title = Uitkomst: { $title }
result-idea = Dit is nog een idee.
result-planned = Deze actie begint { $moment }.
result-withdrawn = Deze actie is ingetrokken.
result-not-yet = Nog niet te zeggen. De uitkomst komt op { $day }.
verdict-better = Het werkte: van elke 100 mensen deden er { $difference } extra mee (het kunnen er ook { $low } of { $high } zijn).
verdict-better-posted = Het werkte: van elke 100 mensen plaatsten er { $difference } extra een bericht (het kunnen er ook { $low } of { $high } zijn).
verdict-worse = Het werkte averechts: van elke 100 mensen deden er { $difference } minder mee (het kunnen er ook { $low } of { $high } zijn).
verdict-worse-posted = Het werkte averechts: van elke 100 mensen plaatsten er { $difference } minder een bericht (het kunnen er ook { $low } of { $high } zijn).
verdict-cannot-tell = We kunnen het niet zeggen: het verschil kan ook toeval zijn.
verdict-cannot-tell-range = We kunnen het niet zeggen: het effect ligt ergens tussen { $low } en { $high } van elke 100.
verdict-too-few = We kunnen het niet zeggen: het waren te weinig mensen om verschil te zien.
verdict-ratio = We kunnen het niet zeggen: de twee groepen zijn niet zo groot als het lot ze maakte, dus er ging iets mis.
verdict-nothing-to-compare = { $did }. Of dat door de actie kwam, kunnen we niet zeggen: iedereen is gevraagd.
verdict-nobody-held = We kunnen het niet zeggen: iedereen is gevraagd, dus er is niets om mee te vergelijken.
verdict-more-days = Het werkte: mensen kwamen op { $difference } dagen meer langs (het kunnen er ook { $low } of { $high } zijn).
verdict-fewer-days = Het werkte averechts: mensen kwamen op { $difference } dagen minder langs (het kunnen er ook { $low } of { $high } zijn).
more = { $amount } meer
fewer = { $amount } minder
asked-and-held = Gevraagd en niet gevraagd
what-was-said = Wat we vooraf zeiden
those-asked = Wie we vroegen
those-held = Wie we niet vroegen
did-contributed = { NUMBER($did) } van { NUMBER($of) } deden binnen { $days } dagen mee
did-posted = { NUMBER($did) } van { NUMBER($of) } plaatsten binnen { $days } dagen een bericht
people-count = { NUMBER($of) } mensen
of-hundred = { $share } van de 100
between = tussen { $low } en { $high }
scale-note = De balk loopt van 0 tot { $top } van de 100. Het lichte stuk is waar het echte getal waarschijnlijk ligt. Wie we niet vroegen, bepaalde het lot.
said-beforehand = We zeiden vooraf: met { NUMBER($people) } mensen zien we pas een verschil vanaf { $points } extra van elke 100.
said-beforehand-all = Alle { NUMBER($people) } mensen zijn gevraagd. We zeiden vooraf dat we dan niet kunnen zien of het werkte.
said-beforehand-none = Met { NUMBER($people) } mensen konden we vooraf niet zeggen welk verschil te zien zou zijn.
what-now = Wat kun je hiermee?
advice-wait = Wacht tot de uitkomst er is. Wie tussendoor kijkt en dan stopt, vindt vaker iets dat er niet is. Lees intussen de antwoorden, en reageer op een paar.
advice-better = Doe hem over een half jaar nog eens. Wie meedeed, kun je nu iets groters vragen.
advice-worse = Doe hem niet nog eens zo. Vraag een paar mensen wat hen tegenhield.
advice-unsure = Het kan nog steeds werken. Probeer hem met meer mensen, of vraag de helft niet; dan is een kleiner verschil genoeg.
advice-nothing-to-compare = Vraag de volgende keer een deel van de mensen niet. Dan weet je of het door de actie kwam.
do-again = Doe hem nog eens
work-it-out = Werk dit uit
see-as-member = Bekijk als lid
close = Sluit nu
close-sure = Deze actie nu sluiten? Antwoorden kan dan niet meer. De uitkomst komt op de dag die vooraf vaststond.
withdraw = Trek in
withdraw-sure = Deze actie intrekken? De vraag en de antwoorden zijn dan voor niemand meer te zien.
how-computed = Hoe is dit berekend?
how-fixed = Voor de start lag vast wat telt: { $measure }. Het antwoord op deze vraag telt zelf niet mee, want dat kon alleen geven wie gevraagd werd.
how-lot = Het lot verdeelde de mensen: { NUMBER($shown) } vroegen we, { NUMBER($held) } niet (bedoeld: { $percent } van elke 100). Iedereen telt mee in de eigen groep, ook wie niet keek. Het communityteam en de beheerders telden niet mee.
how-range = Het verschil is { $points } van de 100, met een marge van { $low } tot { $high } (Newcombe, 95%).
how-chance = Als de actie niets deed, is de kans op zo’n verschil { $chance } op de 1.000.
how-chance-tiny = Als de actie niets deed, is de kans op zo’n verschil kleiner dan 1 op de 1.000.
how-days = Wie we vroegen, kwam gemiddeld op { $asked } dagen langs; wie we niet vroegen op { $kept }. Het verschil ligt waarschijnlijk tussen { $low } en { $high } dagen. Waar genoeg mensen zijn, is rekening gehouden met de vier weken ervoor.
how-answers = Uitgerekend één keer, toen de tijd om was. Wat er daarna verandert, verandert de uitkomst niet.
reach = { NUMBER($answered) } van de { NUMBER($asked) } mensen die we vroegen, antwoordden
others-answered = { $count ->
    [one] Ook antwoordde 1 iemand van het team of die later kwam.
   *[other] Ook antwoordden { NUMBER($count) } mensen van het team of die later kwamen.
}
of-people = van { NUMBER($of) }
no-department = Zonder afdeling
small-departments = { $count ->
    [one] 1 afdeling
   *[other] { NUMBER($count) } afdelingen
}
too-small = te klein om te tonen
departments-note = De lange balk is wie we vroegen, het gekleurde stuk wie antwoordde. Het zijn tellingen van iedereen, dus zonder marge. De afdeling is die van toen we loten trokken.
no-departments = Per afdeling zijn het te weinig mensen om te tonen.
nothing-to-show = Nog geen antwoorden om te laten zien.
csv-department = Afdeling
csv-asked = Gevraagd
csv-answered = Antwoordden
csv-total = Samen
csv-name = antwoorden-per-afdeling

# De bibliotheek
photo-title = Foto van je werkplek
photo-purpose = Een kleine vraag maakt de volgende makkelijker.
photo-effect = Wie eerst ja zegt op iets kleins, zegt daarna vaker ja op iets groters. Dat bleek in een proef aan de voordeur; in een online community is het niet getoetst.
photo-measure = Mensen die alleen lazen, schrijven binnen 14 dagen zelf iets.
photo-step-1 = Deel zelf als eerste een foto, liefst een rommelige. Dan durft een ander ook.
photo-step-2 = Vraag drie collega’s van verschillende afdelingen om op de eerste dag mee te doen.
photo-step-3 = Zet onder elke foto een vraag. Zo wordt een plaatje een gesprek.
photo-question = Hoe ziet jouw werkplek er nu uit?
photo-note = Rommelig mag. Juist wel.

name-title = Bedenk een naam
name-purpose = Iedereen kan iets bedenken, en jouw idee is niet dat van een ander.
name-effect = Mensen droegen meer bij als ze hoorden dat juist hún inbreng anders is dan die van de rest. Vertellen wat het oplevert, hielp niet. Dat bleek in proeven in een online community.
name-measure = Hoeveel verschillende mensen iets bijdragen.
name-step-1 = Kies iets dat echt een naam nodig heeft: een zaal, een nieuwsbrief, een apparaat.
name-step-2 = Zeg erbij wie er kiest en wanneer. Een week is lang genoeg.
name-step-3 = Maak de winnaar bekend, en noem ook drie namen die het net niet werden.
name-question = Hoe zou jij deze plek noemen?
name-note = Iedereen mag één naam insturen. Vrijdag kiezen we.

founders-title = Persoonlijk vragen om mee te bouwen
founders-purpose = Een community begint met een paar mensen die zich verantwoordelijk voelen.
founders-effect = Een bericht aan één naam krijgt vaker antwoord dan een bericht aan velen. Dat bleek in proeven met e-mail.
founders-measure = Hoeveel van de gevraagden ja zeggen.
founders-step-1 = Schrijf tien namen op van mensen die anderen graag helpen, uit minstens vier afdelingen.
founders-step-2 = Vraag ze één voor één, met de reden waarom je juist hen vraagt.
founders-step-3 = Spreek af wat je vraagt: twee berichten in de week, zes weken lang.

waves-title = Introductie in golven
waves-purpose = Begin met een paar afdelingen en laat hen de volgende meenemen.
waves-effect = Mensen beginnen vaker als collega’s om hen heen al bezig zijn. Dat kwam uit onderzoek dat meekeek in een bedrijf; of het ook de oorzaak is, staat niet vast.
waves-measure = Hoeveel mensen per week beginnen, en of dat in de volgende golf vanzelf gaat.
waves-step-1 = Verdeel de afdelingen over drie of vier golven van elk drie weken.
waves-step-2 = Zorg dat er vóór elke golf al tien gesprekken staan waar die afdeling iets aan heeft.
waves-step-3 = Begin een nieuwe golf pas als vragen binnen een dag antwoord krijgen.

welcome-title = Persoonlijk welkom met een eerste vraag
welcome-purpose = Wie antwoord krijgt op het eerste bericht, schrijft vaker een tweede.
welcome-effect = Van wie antwoord kreeg, schreef 56 van de 100 nog eens; zonder antwoord 44. Dat kwam uit onderzoek dat meekeek; de toon van het antwoord maakte niet uit.
welcome-measure = Nieuwe mensen die binnen 28 dagen een tweede bericht schrijven.
welcome-step-1 = Kijk elke maandag wie er nieuw is.
welcome-step-2 = Stuur elk een eigen bericht met één vraag waar iedereen een antwoord op heeft.
welcome-step-3 = Reageer dezelfde dag op wat ze schrijven, of vraag een collega dat te doen.
welcome-question = Wat viel jou op in je eerste weken hier?
welcome-note = Ook als je er al jaren bent: weet je het nog?

house-title = Een eigen plek voor nieuwkomers
house-purpose = Een rustige groep met een gastheer, voor de eerste vier weken.
house-effect = Nieuwe schrijvers van een encyclopedie die werden uitgenodigd in zo’n plek, bleven vaker. Dat bleek in een proef in een online community.
house-measure = Nieuwe mensen die na 90 dagen nog meedoen.
house-step-1 = Maak een groep waar domme vragen welkom zijn, en zeg dat ook.
house-step-2 = Zoek drie gastheren die om de beurt elke dag even kijken.
house-step-3 = Nodig iedereen in de eerste week persoonlijk uit.

buddy-title = Een maatje voor wie nieuw is
buddy-purpose = Je doet na wat je iemand naast je ziet doen.
buddy-effect = Nieuwe mensen die hun vrienden iets zagen delen, deelden zelf ook meer. Dat kwam uit onderzoek dat meekeek.
buddy-measure = Nieuwe mensen die binnen 28 dagen iets bijdragen.
buddy-step-1 = Vraag wie maatje wil zijn: een kwartier in de week, vier weken lang.
buddy-step-2 = Koppel mensen van verschillende afdelingen en stel ze met een paar regels aan elkaar voor.
buddy-step-3 = Geef het maatje één opdracht: beantwoord het eerste bericht van je nieuwe collega.
buddy-question = Wil jij een maand lang maatje zijn van een nieuwe collega?
buddy-note = Een kwartier in de week is genoeg.
buddy-choice-1 = Ja, ik doe mee

guarantee-title = Antwoord binnen een dag
guarantee-purpose = Stilte na een vraag is de snelste manier om iemand kwijt te raken.
guarantee-effect = Op open fora bleef 4 van de 10 eerste berichten zonder antwoord, en wie geen antwoord kreeg, kwam minder vaak terug. Dat kwam uit onderzoek dat meekeek.
guarantee-measure = Hoeveel vragen na een dag nog zonder antwoord zijn.
guarantee-step-1 = Maak een rooster: elke werkdag één naam, met een vervanger.
guarantee-step-2 = Spreek af dat “ik zoek het uit” ook een antwoord is.
guarantee-step-3 = Vertel iedereen dat je binnen een dag antwoord krijgt, en laat zien of het lukt.
guarantee-question = Op welke dag kun jij een half uur vragen van collega’s beantwoorden?
guarantee-note = Je hoeft het antwoord niet te weten. Iemand wijzen die het weet, is ook helpen.
guarantee-choice-1 = Maandag
guarantee-choice-2 = Dinsdag
guarantee-choice-3 = Woensdag
guarantee-choice-4 = Donderdag
guarantee-choice-5 = Vrijdag

expert-title = Vraag het wie het weet
expert-purpose = Wie bij naam wordt gevraagd, en weet waarom, antwoordt eerder.
expert-effect = Een vraag aan één persoon krijgt vaker antwoord dan een vraag aan allen, en mensen helpen meer als hun kennis bijzonder is. Dat bleek in proeven, deels online.
expert-measure = Vragen die binnen een dag antwoord krijgen van wie gevraagd werd.
expert-step-1 = Verzamel van wie je waarvoor mag storen.
expert-step-2 = Noem bij een open vraag één naam, en zeg waarom je aan diegene denkt.
expert-step-3 = Bedank zichtbaar, en noem niet steeds dezelfde mensen.
expert-question = Waarover mogen collega’s jou altijd iets vragen?
expert-note = Klein is goed: de printer op de tweede, een lastig formulier, brood bakken.

tips-title = Samen 50 tips
tips-purpose = Een duidelijk doel dat net niet vanzelf gaat, trekt mensen over de streep.
tips-effect = Een precies en pittig doel leverde meer bijdragen op dan “doe je best”, zeker als het doel openbaar is en van de hele groep. Dat bleek in proeven, ook online.
tips-measure = Meer mensen doen mee dan in de groep die je niet vroeg.
tips-step-1 = Kies een getal dat haalbaar is, maar niet vanzelf: ongeveer één tip op de vijf mensen.
tips-step-2 = Laat elke dag zien hoe ver je bent, ook als het tegenvalt.
tips-step-3 = Maak van de tips iets dat blijft: een lijst, een poster, een hoofdstuk voor wie nieuw is.
tips-question = Welke tip had jij op je eerste dag willen krijgen?
tips-note = Samen gaan we voor 50 tips.

contest-title = Teams laten iets zien
contest-purpose = Wie bij een groep hoort, komt vaker terug om te kijken hoe het met die groep gaat.
contest-effect = Toen een filmsite groepen een naam en een gezicht gaf, kwamen mensen ongeveer twee keer zo vaak terug. Dat bleek in een proef in een online community. Let op dat teams niet alleen nog met zichzelf praten.
contest-measure = Hoe vaak mensen terugkomen, zonder dat afdelingen uit elkaar groeien.
contest-step-1 = Kies iets waar elk team goed in kan zijn, ook de nachtdienst.
contest-step-2 = Laat teams samen één bijdrage maken, en laat anderen daarop reageren.
contest-step-3 = Vier wat er gemaakt is. Zet geen ranglijst neer.
contest-question = Wat maakte jullie team deze week samen mogelijk?
contest-note = Een foto zegt genoeg.

plan-title = Kies een dag en een tijd
plan-purpose = Wie opschrijft wanneer, doet het vaker.
plan-effect = Een prik halen deden er 4 van de 100 meer als ze dag en tijd hadden opgeschreven. Over 94 proeven heen hielp het flink. Geen daarvan was in een community als deze.
plan-measure = Hoeveel mensen doen wat ze van plan waren.
plan-step-1 = Kies één ding dat veel mensen wel willen maar steeds uitstellen.
plan-step-2 = Vraag wanneer ze het doen, niet of ze het doen.
plan-step-3 = Kom er op die dag één keer op terug, en daarna niet meer.
plan-question = Wanneer deel jij iets dat een collega verder helpt?
plan-note = Kies een moment. Je hoeft het alleen met jezelf af te spreken.
plan-choice-1 = Vandaag
plan-choice-2 = Morgen
plan-choice-3 = Later deze week

colleagues-title = “18 van je 24 collega’s doen al mee”
colleagues-purpose = Mensen kijken wat mensen zoals zij doen.
colleagues-effect = In een hotel hergebruikten 44 van de 100 gasten hun handdoek na zo’n zin, en 35 zonder. Dat bleek in een proef, niet online. Het getal moet waar zijn.
colleagues-measure = Hoeveel mensen na de mail voor het eerst meedoen.
colleagues-step-1 = Gebruik alleen een getal dat vandaag klopt, van een afdeling van minstens vijf mensen.
colleagues-step-2 = Sla afdelingen over waar weinig mensen meedoen: daar werkt de zin andersom.
colleagues-step-3 = Zet er één ding bij dat ze nu kunnen doen.

compare-title = Zien hoe je bijdraagt, alleen voor jezelf
compare-purpose = Wie minder bijdraagt dan de meesten, gaat dat vaak goedmaken als hij het ziet.
compare-effect = Op een filmsite gingen mensen onder het midden ruim zes keer zo veel bijdragen, en mensen erboven minder dan de helft. Dat bleek in een proef. Laat het dus alleen zien aan wie onder het midden zit en het zelf wil.
compare-measure = Hoeveel bijdragen er bijkomen bij wie het ziet.
compare-step-1 = Vraag eerst wie dit wil zien. Zet het nooit vanzelf aan.
compare-step-2 = Laat alleen het eigen getal en het midden zien, op de eigen pagina.
compare-step-3 = Laat nooit een leidinggevende meekijken.

thanks-title = Een bedankje
thanks-purpose = Wie bedankt wordt, helpt vaker nog een keer, ook anderen.
thanks-effect = Mensen die een bedankje kregen voor hun hulp, hielpen daarna vaker opnieuw, ook iemand anders. Dat bleek in proeven, niet in een community.
thanks-measure = Mensen die nog een keer helpen.
thanks-step-1 = Begin zelf: bedank iemand die zelden in het zonnetje staat.
thanks-step-2 = Noem wat diegene deed en wat het jou opleverde.
thanks-step-3 = Vraag twee weken later wie er nog een bedankje verdient.
thanks-question = Wie verdient deze week een bedankje, en waarvoor?
thanks-note = Noem de naam en wat het jou opleverde.

award-title = Een prijs van collega’s
award-purpose = Waardering van gelijken telt zwaarder dan die van bovenaf.
award-effect = De actiefste schrijvers van een encyclopedie deden na een prijs 60% meer. Minder actieve mensen bleven daarna juist minder lang. Dat bleek in proeven in een online community. Geef hem dus alleen aan de kern.
award-measure = Hoeveel de kern bijdraagt in de drie maanden erna.
award-step-1 = Laat collega’s voordragen, met één zin waarom.
award-step-2 = Kies iemand die al lang veel doet en daar nooit iets voor kreeg.
award-step-3 = Zet de prijs op het profiel en zeg erbij van wie hij komt.

sunshine-title = Een nieuwkomer in het zonnetje
sunshine-purpose = Een klein teken dat je gezien bent, kan maanden doorwerken.
sunshine-effect = Nieuwe schrijvers van een encyclopedie die een vermelding kregen, bleven vaker, tot een jaar later. Dat bleek in een proef in een online community.
sunshine-measure = Nieuwe mensen die na 90 dagen nog meedoen.
sunshine-step-1 = Kies elke maand een paar mensen die pas begonnen en iets goeds deden.
sunshine-step-2 = Noem wat ze deden, en vraag eerst of het mag.
sunshine-step-3 = Bewaar de vermeldingen op één plek.
sunshine-question = Welke nieuwe collega maakte jouw werk deze maand fijner?
sunshine-note = Vertel in één zin waarmee.

badge-title = Een teken met een drempel
badge-purpose = Een duidelijke streep maakt dat mensen net iets verder gaan.
badge-effect = Op een vraagbaak deden mensen meer van waar een teken voor was, vlak voordat ze het kregen; daarna zakte het weer. Punten afschaffen verlaagde in een bedrijf de deelname. Beide uit onderzoek dat meekeek.
badge-measure = Hoe vaak het gewenste gebeurt, ook in de maand erna.
badge-step-1 = Beloon iets waar anderen wat aan hebben, zoals een geholpen collega. Nooit aantallen berichten.
badge-step-2 = Zet de drempel waar één op de vijf mensen binnen een kwartaal komt.
badge-step-3 = Begin er niet aan als je het niet jaren wilt volhouden.

highlight-title = Het mooiste van de week
highlight-purpose = Wie iets moois maakt, wil dat het gezien wordt.
highlight-effect = Dit weten we alleen uit de praktijk. Het is niet onderzocht.
highlight-measure = Hoeveel mensen na het overzicht iets nieuws plaatsen.
highlight-step-1 = Kies elke vrijdag één bericht dat anderen hielp. Populair hoeft niet.
highlight-step-2 = Vraag de maker of het mag, en laat diens eigen woorden staan.
highlight-step-3 = Kies over vier weken gezien uit evenveel afdelingen als er weken zijn.
highlight-question = Wat is het mooiste dat je deze week op je werk zag?
highlight-note = Een foto en één zin zijn genoeg.

leader-title = De leiding plaatst en antwoordt
leader-purpose = Als de leiding er zelf is, mag jij er ook zijn.
leader-effect = Mensen begonnen of herbegonnen vaker nadat hun leidinggevende actief was. Dat kwam uit onderzoek dat meekeek in een bedrijf.
leader-measure = Eerste berichten in de teams van wie meedoet.
leader-step-1 = Vraag drie leidinggevenden om elke week één eigen bericht en drie antwoorden.
leader-step-2 = Help ze met een vraag die ze zelf echt hebben. Geen mededelingen.
leader-step-3 = Laat ze antwoorden zolang er vragen komen, ook op de lastige.
leader-question = Wat moet de leiding over jouw werk weten?
leader-note = De leiding leest mee en antwoordt.

ambassadors-title = Ambassadeurs
ambassadors-purpose = Mensen nemen iets aan van wie ze vertrouwen, niet van wie het hardst roept.
ambassadors-effect = In dorpen verspreidde een nieuwtje zich verder via mensen die door vrienden waren genoemd (74 van de 100) dan via de mensen met de meeste contacten (61). Dat bleek in een proef, niet online.
ambassadors-measure = Hoeveel meer er gebeurt in teams met een ambassadeur dan in teams zonder.
ambassadors-step-1 = Vraag iedereen: van wie lees je graag iets? Kies uit die namen.
ambassadors-step-2 = Zorg dat elke afdeling er een heeft, en dat het vrijwillig is.
ambassadors-step-3 = Geef twee opdrachten in de maand, een bedankje, en een nette manier om te stoppen.
ambassadors-question = Wil jij in jouw team het gezicht van deze plek zijn?
ambassadors-note = Twee kleine dingen in de maand, en je stopt wanneer je wilt.
ambassadors-choice-1 = Ja, vertel me meer

coffee-title = Koffie met een andere afdeling
coffee-purpose = Twee mensen die elkaar niet kennen, een half uur, en een vraag om mee te beginnen.
coffee-effect = Onderzoekers die anderhalf uur bij elkaar in de zaal zaten, dienden daarna vaker samen een plan in: van 16 naar 28 van de 10.000 paren. Dat bleek in een proef, niet online.
coffee-measure = Nieuwe contacten tussen afdelingen.
coffee-step-1 = Vraag wie mee wil drinken.
coffee-step-2 = Loot paren van verschillende afdelingen en geef ze één vraag mee.
coffee-step-3 = Vraag ze achteraf één zin te delen over de ander.
coffee-question = Drink je koffie met iemand van een andere afdeling?
coffee-note = Wij loten, jullie kiezen zelf een moment.
coffee-choice-1 = Ik drink mee

gathering-title = Een bijeenkomst
gathering-purpose = Wie elkaar gezien heeft, praat daarna makkelijker.
gathering-effect = Leden van een forum die elkaar ontmoetten, kregen een sterkere band met elkaar, en een zwakkere met wie er niet bij was. Dat kwam uit onderzoek dat meekeek. Meng dus de tafels.
gathering-measure = Meer bijdragen daarna, zonder dat afdelingen uit elkaar groeien.
gathering-step-1 = Kies een dag met de mensen die zouden komen, niet voor hen.
gathering-step-2 = Zet mensen van verschillende afdelingen aan één tafel, met een klein karwei.
gathering-step-3 = Deel dezelfde avond wat er gezegd is, ook voor wie er niet was.
gathering-question = Welke dag past jou voor een bijeenkomst?
gathering-note = De dag met de meeste stemmen wint.
gathering-choice-1 = Dinsdagmiddag
gathering-choice-2 = Donderdagmiddag
gathering-choice-3 = Vrijdagochtend
gathering-choice-4 = Een avond

rules-title = Afspraken bovenaan
rules-purpose = Wie weet wat hier gewoon is, durft eerder mee te doen.
rules-effect = Toen de regels boven een groot forum stonden, hielden van elke 100 nieuwe mensen er 8 meer zich eraan, en deden er 70% meer nieuwe mensen mee. Dat bleek in een proef in een online community.
rules-measure = Minder meldingen en meer nieuwe mensen.
rules-step-1 = Vraag iedereen welke afspraak voor hen telt.
rules-step-2 = Maak er vijf korte zinnen van, in gewone woorden, met wat er wél kan voorop.
rules-step-3 = Zet ze boven elke groep en hou je er zelf aan.
rules-question = Welke afspraak maakt dat jij hier graag iets zegt?
rules-note = We maken er samen vijf van.

wake-title = Een persoonlijke mail aan wie weg is
wake-purpose = Laat iemand weten wat er sinds de laatste keer gebeurde dat over diegene gaat.
wake-effect = Na zo’n mail kwamen oud-schrijvers van een encyclopedie even terug; na twee dagen was het effect voorbij. Dat kwam uit onderzoek dat meekeek. De mail moet dus naar een gesprek leiden.
wake-measure = Mensen die in 28 dagen op minstens twee dagen terugkomen.
wake-step-1 = Noem iets van henzelf: een antwoord op hun vraag, een collega die erbij kwam.
wake-step-2 = Vraag één kleine daad, en zorg dat iemand binnen een dag antwoordt.
wake-step-3 = Stop na drie keer zonder verschil, en verander wat je aanbiedt.

digest-title = Een weekoverzicht op maat
digest-purpose = Wie weinig tijd heeft, wil in een minuut zien wat ertoe doet.
digest-effect = Dit weten we alleen uit de praktijk. Het is niet onderzocht.
digest-measure = Hoeveel mensen terugkomen, en hoe weinig zich afmelden.
digest-step-1 = Kies wat iemand volgt, niet wat jij belangrijk vindt.
digest-step-2 = Stuur niets als er niets is.
digest-step-3 = Hou het op vijf regels en een knop.

board-title = Vraag het de directie
board-purpose = Een uur waarin de directie zelf antwoordt, ook op lastige vragen.
board-effect = Dit weten we alleen uit de praktijk. Het is niet onderzocht.
board-measure = Mensen die voor het eerst iets vragen.
board-step-1 = Spreek met de directie af dat elke vraag een antwoord krijgt, ook met “dat weten we nog niet”.
board-step-2 = Verzamel een week lang vragen en kies een vast uur om te antwoorden.
board-step-3 = Laat een maand later zien wat er met de antwoorden gebeurde.
board-question = Wat wil jij de directie vragen?
board-note = Ook lastige vragen. De directie antwoordt zelf.

theme-title = Een themaweek
theme-purpose = Een week over één onderwerp geeft iedereen een reden om iets te zeggen.
theme-effect = Dit weten we alleen uit de praktijk. Het is niet onderzocht.
theme-measure = Meer bijdragen over een onderwerp dat er nog nauwelijks was.
theme-step-1 = Kies een onderwerp waar vragen over zijn maar weinig over geschreven is.
theme-step-2 = Vraag vijf mensen vooraf om elk één dag te beginnen.
theme-step-3 = Vat op vrijdag samen wat er geleerd is, met namen erbij.
theme-question = Waarover wil jij weleens een week lang van collega’s leren?
theme-note = Het onderwerp dat het vaakst genoemd wordt, krijgt een week.

sounding-title = Een klankbordgroep
sounding-purpose = Wie meepraat over de plek, voelt zich er thuis.
sounding-effect = Wie iets te zeggen heeft, raakt meer betrokken; zo vatten onderzoekers het samen. In een proef is het niet getoetst.
sounding-measure = Meer mensen vinden dat ze invloed hebben.
sounding-step-1 = Vraag wie mee wil denken, en loot als er meer dan twaalf zijn.
sounding-step-2 = Leg iets voor dat nog open is. Nooit iets dat al vaststaat.
sounding-step-3 = Vertel aan iedereen wat ermee gebeurde, ook als het nee werd.
sounding-question = Wil jij vier keer per jaar meedenken over deze plek?
sounding-note = Een uur per keer. Bij veel aanmeldingen loten we.
sounding-choice-1 = Ik denk mee

ideas-title = Een ideeënbus die antwoordt
ideas-purpose = Een idee insturen en nooit meer iets horen, doe je één keer.
ideas-effect = Dit weten we alleen uit de praktijk. Het is niet onderzocht.
ideas-measure = Hoeveel ideeën binnen een maand een antwoord hebben.
ideas-step-1 = Zoek eerst wie mag beslissen, en spreek af hoeveel ideeën je aankunt.
ideas-step-2 = Zet bij elk idee hoe het ervoor staat: gelezen, uitgezocht, gedaan, niet gedaan en waarom.
ideas-step-3 = Voer in de eerste maand drie kleine ideeën echt uit.
ideas-question = Welke kleine verandering maakt jouw werkdag beter?
ideas-note = Elk idee krijgt antwoord.

tells-title = Een lid vertelt in het overleg
tells-purpose = Een verhaal van een collega overtuigt meer dan een uitleg van ons.
tells-effect = Dit weten we alleen uit de praktijk. Het is niet onderzocht.
tells-measure = Nieuwe mensen uit dat team.
tells-step-1 = Zoek iemand die echt geholpen is door een antwoord.
tells-step-2 = Vraag vijf minuten in het overleg van diens afdeling. Laat het bericht zien.
tells-step-3 = Help daar meteen wie mee wil doen om binnen te komen.

split-title = Afsplitsen met een eigen trekker
split-purpose = Een groep waar te veel door elkaar loopt, wordt twee groepen die elk ergens over gaan.
split-effect = Dit weten we vooral uit de praktijk. Dat mensen zich meer binden aan een groep met een eigen gezicht, bleek in een proef elders.
split-measure = In beide delen doen samen evenveel mensen mee als eerst.
split-step-1 = Kijk welke mensen al vooral met elkaar praten, en vraag of ze een eigen plek willen.
split-step-2 = Begin pas als er een trekker is, en een vervanger.
split-step-3 = Laat de eerste maand elke week iets uit de ene groep in de andere zien.

neighbours-title = Buurtinloop
neighbours-purpose = Wie eens binnen is geweest, belt eerder op dan dat hij klaagt.
neighbours-effect = Dit weten we alleen uit de praktijk. Het is niet onderzocht.
neighbours-measure = Meer gesprekken met buren, en minder klachten waar niemand van wist.
neighbours-step-1 = Kies met collega’s wat je laat zien, en wie er vertelt.
neighbours-step-2 = Nodig de straat uit met een briefje met een naam en een telefoonnummer.
neighbours-step-3 = Schrijf op wat je belooft, en laat binnen twee weken weten hoe het ermee staat.
neighbours-question = Wat zou jij aan onze buren willen laten zien?
neighbours-note = We doen de deuren een middag open.

# Het register.
measure-effect = Effect van acties
measure-effect-purpose = Eerlijk weten of een actie helpt, zodat we doen wat werkt
measure-effect-data = In welke helft iemand door het lot kwam, en wat beide helften daarna deden
