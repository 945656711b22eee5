# Verbindingen tussen afdelingen, en wat de community bij elkaar houdt.
title = Verbindingen
finding = Van al het contact gaat { $percent } over de grens van een afdeling
nothing-went = In deze vier weken reageerde niemand op een ander
past = Na { $day } kwam er bijna niemand meer. Deze cijfers gaan over de vier weken daarvoor.
waits = Deze week is nog niet uitgerekend
waits-text = We rekenen dit elke week uit, na zondagnacht. Daarvoor moeten er afdelingen zijn met mensen die langskomen.
waits-button = Naar de afdelingen
across-of = Van de { $all } verbindingen tussen mensen die nu langskomen lopen er { $across } tussen afdelingen; bij toeval zou dat { $percent } zijn.
less-than-chance = Dat is duidelijk minder dan bij toeval: mensen zoeken vooral hun eigen afdeling.
like-chance = Dat is niet aantoonbaar minder dan bij toeval.
fewer-than = minder dan { NUMBER($floor) }
gone = Een afdeling die er niet meer is

picture-title = Wie contact heeft met wie
picture-text = Het dikst is de lijn tussen { $one } en { $other }: daar zocht { $share } van de mensen die langskwamen contact met de ander.
picture-none = Tussen afdelingen is er te weinig contact om te tekenen.
picture-note = Een stip is een afdeling: hoe groter, hoe meer mensen er langskwamen. Een lijn is dikker als een groter deel contact zocht. Wat te klein is, staat er niet in.
tie-title = { $one } en { $other }: { $share }

so-what = Wat kun je hiermee?
advice = Breng mensen van verschillende afdelingen twee aan twee bij elkaar. Een halfuur koffie is genoeg om te beginnen; wie elkaar kent, vraagt elkaar later ook iets.
advice-thin = Tussen { $one } en { $other } is het contact het dunst van wat we kunnen laten zien. Breng mensen van allebei twee aan twee bij elkaar. Een halfuur koffie is genoeg om te beginnen.
advice-source = Onderzoekers die elkaar anderhalf uur spraken, vroegen daarna vaker samen geld aan: 28 in plaats van 16 van de 10.000 paren (Boudreau e.a. 2017).
coffee = Koffie over afdelingen
gathering = Bijeenkomst met gemengde tafels

matrix = Wie zoekt contact met wie
matrix-note = Lees per rij: zoveel verschillende mensen van deze afdeling antwoordden, noemden of reageerden op iemand van de afdeling in de kolom. Rechts staat hoeveel mensen van die afdeling langskwamen.
column-from = Van
column-to = Naar
column-turned = Mensen die contact zochten
column-met = Mensen met wie
column-came = Kwam langs
hidden-cell = niet te tonen
hidden = { $count ->
    [one] 1 vak tonen we niet: daar deden te weinig mensen mee, of bijna iedereen.
   *[other] { NUMBER($count) } vakken tonen we niet: daar deden te weinig mensen mee, of bijna iedereen.
}
too-few-departments = Er zijn nog geen twee afdelingen waar genoeg mensen langskomen om dit te laten zien. Het begint bij { NUMBER($floor) } mensen aan elke kant.
file-name = verbindingen

islands-title = Eilanden
inward = Meer naar binnen gericht dan bij toeval: { $names }.
outward = Meer contact met andere afdelingen dan bij toeval: { $names }.
nobody-inward = Geen afdeling is aantoonbaar meer naar binnen gericht dan bij toeval.
one-piece = Alle { $size } mensen vormen samen één geheel: van ieder loopt er een weg naar ieder ander.
nobody-alone = Iedereen die langskwam, had in een jaar contact met minstens één ander van hen.
alone = Van de { $people } mensen die langskwamen, hadden er { $alone } in een jaar geen contact met een ander van hen.
largest-piece = { $size } van de { $people } mensen vormen samen één geheel: van ieder loopt er een weg naar ieder ander.
islands = { $count ->
    [one] Los daarvan staat 1 eiland, van { $sizes } mensen.
   *[other] Los daarvan staan { NUMBER($count) } eilanden, van { $sizes } mensen.
}
small-pieces = In groepjes van minder dan { NUMBER($floor) }, los van de rest: { $people } mensen.
together-title = Wat houdt het bij elkaar?
bridges = De helft van de verbindingen tussen afdelingen komt samen bij { $half } van de { $carriers } mensen die er zo een hebben.
core = De kern: { $people } mensen die elk met minstens { NUMBER($least) } anderen uit die kern contact hebben.
communities = { $count ->
    [one] Er is 1 hechte groep, van { $sizes } mensen (modulariteit { $quality }; de berekeningen zijn het voor { $agreement } eens).
   *[other] Er zijn { NUMBER($count) } hechte groepen, van { $sizes } mensen (modulariteit { $quality }; de berekeningen zijn het voor { $agreement } eens).
}
no-communities = Hechte groepen die bij elke berekening dezelfde zijn, zien we niet.
leaving-title = Als de meest verbonden mensen weggaan
leave = { NUMBER($count) } mensen weg
by-chance = blijft bij elkaar; { $percent } als het lot koos
leaving-note = Dit is een gedachteproef. Hoe verder de balk achterblijft bij wat het lot zou doen, hoe meer er op een paar mensen rust.
core-ties = De drie meest verbonden mensen hebben samen { $percent } van alle verbindingen.
leaning = Het meest rusten op een paar mensen: { $pairs }. Maak juist die banden breder.
pair = { $one } met { $other }
too-small-network = Er zijn te weinig mensen of verbindingen om hier iets over te zeggen. Het begint bij 30 mensen en 50 verbindingen.
network-waits = De toestemming is er. De eerste cijfers staan hier binnen een paar minuten.
off-title = Wat er onder de afdelingen gebeurt, staat uit
off-text = Eilanden, bruggen en wat er gebeurt als een paar mensen weggaan: dat rekenen we pas uit als de ondernemingsraad of de functionaris gegevensbescherming ermee instemt. Ook dan staan er nooit namen.
off-button = Bekijk wat toestemming nodig heeft

how-calculated = Hoe is dit berekend?
how-between = Een antwoord telt 3, iemand noemen 2, een reactie 1, over vier weken. Van meer dan veertig afdelingen staan hier de veertig met de meeste bezoekers. Voor elk paar afdelingen tellen we verschillende mensen. Een vak verschijnt als aan beide kanten minstens { NUMBER($floor) } mensen meedoen en er ook niet bijna iedereen meedoet. De cijfers staan een week stil. Het communityteam en wie bezwaar maakte, tellen niet mee.
how-network = Voor eilanden en bruggen tellen de verbindingen van een jaar; na 90 dagen telt een verbinding half. Meedoen wie de laatste vier weken langskwam. Hechte groepen komen uit het algoritme van Leiden, twintig keer. Toeval: de afdelingen tienduizend keer anders verdeeld over dezelfde mensen.
how-weak = Wat hier gebeurt, is maar een deel van wie elkaar kent. Een dunne lijn betekent niet dat mensen elkaar niet spreken.
definition = Definitie 4.1 tot 4.4, versie 1

# Het register van metingen.
measure-ties = Verbindingen tussen afdelingen
measure-ties-purpose = Zien of afdelingen elkaar vinden, en waar kennismaken helpt
measure-ties-data = Wie op wie antwoordde of reageerde, opgeteld per afdeling
measure-network = Het netwerk van de community
measure-network-purpose = Merken of mensen alleen staan, en of te veel op een paar mensen rust
measure-network-data = Wie op wie antwoordde of reageerde in een jaar; bewaard worden alleen aantallen
