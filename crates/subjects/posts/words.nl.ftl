home = Home
empty = Schrijf eerst iets.
too-long = Dit zijn { NUMBER($length) } tekens, er passen er { NUMBER($most) }.
gone-author = Iemand die hier niet meer is
what-to-share = Wat wil je delen?
new-post = Nieuw bericht
close = Sluiten
kind-of-post = Soort bericht
update = Bericht
question = Vraag
title-optional = Titel (hoeft niet)
text = Tekst
text-hint = Wat zag, leerde of maakte je?
post-in = Plaats in
to-everyone = Iedereen
publish = Plaatsen
new-posts = Er zijn nieuwe berichten
nothing-yet = Nog niemand heeft hier iets gezegd. Begin klein: stel een vraag die je in een minuut kunt beantwoorden.
ask-something = Stel een vraag
older = Oudere berichten
caught-up = Je bent weer bij
write-post = Schrijf een bericht
about-group = Over deze groep
read-on = Lees verder
all-answers = { $count ->
    [one] Bekijk het ene antwoord
   *[other] Bekijk alle { $count } antwoorden
}
answer-to = Antwoord aan { $name }
be-first = Wees de eerste die antwoordt
answer = Antwoorden
answers = Antwoorden
answered = Beantwoord
team = Communityteam
in-group = in
edited = aangepast
edit = Aanpassen
edit-post = Bericht aanpassen
edit-comment = Antwoord aanpassen
more-about-answer = Meer over het antwoord van { $name }
more-about-post = Meer over dit bericht
copy-link = Link kopiëren
withdraw = Verwijderen
withdraw-sure = Verwijderen? Anderen zien het dan niet meer.
react = Reageer
score = { $score ->
    [one] 1 stem
   *[other] { $score } stemmen
}
score-hint = Stemmen uit het vorige systeem
post-by = Bericht van { $name }
helped-says = Dit antwoord hielp, zegt { $name }
stands-on-top = Dit antwoord staat bovenaan.
accept = Dit is het antwoord
unaccept = Toch niet het antwoord
more-answers = Meer antwoorden
closed = Dit gesprek is gesloten.
save = Bewaar
leave-it = Laat maar
beside = Naast de berichten
waits-for-answer = Wacht op een antwoord
asked-this = { $name } vroeg dit { $when }
who-sees = Wie ziet dit?
sees-open = Iedereen kan meelezen.
sees-closed = Alleen leden van deze groep lezen mee. Dat de groep bestaat, kan iedereen zien.
sees-secret = Alleen leden lezen mee. Anderen zien niet eens dat de groep bestaat.
your-groups = Jouw groepen
find-groups = Vind een groep
add-picture = Foto
pictures = Foto’s
seen-on = Wat is er te zien op foto { $nth }?
take-off = Haal deze foto weg
add-pictures = Voeg foto’s toe
describe-picture = Beschrijf je foto
what-is-seen = Wat is er te zien? Voor wie het niet kan zien.
too-many-pictures = Kies er hooguit { NUMBER($most) }.
choose-again = Kies je foto opnieuw, die gaat niet vanzelf weer mee.
picture-of = Foto van { $name }
picture-nth = Foto { $nth } van de { $all } van { $name }

# Het register.
measure-reading = Tot waar je las
measure-reading-purpose = Jou laten zien wat nieuw is
measure-reading-data = Tot waar jij een gesprek las
group-archived = Deze groep is intussen gearchiveerd. Kies een andere groep voor je bericht.
