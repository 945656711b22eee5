# Gedeeld met de andere pagina's over mensen.
mend-this = Kijk dit nog even na
settings = Instellingen
tab-profile = Profiel
tab-sign-in = Inloggen
tab-looks = Wie keek
tab-data = Mijn gegevens

# Inloggen.
sign-in-title = Inloggen
sign-in-heading = Welkom terug
email-label = E-mailadres
password-label = Wachtwoord
forgotten = Vergeten?
sign-in-button = Inloggen
or = of
have-code = Ik heb een code op papier
no-account = Nog geen account? Vraag een uitnodiging aan wie deze community beheert.
password-empty = Vul je wachtwoord in
wrong = Dit e-mailadres en wachtwoord horen niet bij elkaar. Of je account is nog niet open.
too-often = Dit ging te vaak mis. Wacht een kwartier, of kies een nieuw wachtwoord.
go-on = Verder
back-to-sign-in = Terug naar inloggen

# Wachtwoorden.
password-short = Kies minstens 10 tekens. Een korte zin werkt goed.
password-long = Dit wachtwoord is te lang. Er passen 200 tekens.
password-common = Dit wachtwoord kiezen veel mensen. Neem een korte zin die jij alleen bedenkt.
password-own = Hier zit je naam, je adres of de naam van de community in. Dat raadt iemand snel.
password-hint = Minstens 10 tekens. Een korte zin werkt goed.
choose-password = Kies een wachtwoord

# Binnenkomen.
claim-title = Je code
claim-text = Kreeg je een briefje met een code? Typ hem over. Streepjes en hoofdletters maken niet uit.
claim-label = Code
claim-wrong = Deze code klopt niet, of is al gebruikt. Kijk hem nog eens na, of vraag een nieuwe.
invitation-title = Je bent uitgenodigd
invitation-heading = Hoi { $name }, kom je erbij?
invitation-text = Op { $community } praten collega’s met elkaar. Je stelt een vraag, of helpt iemand die iets niet weet.
name-label = Hoe heet je hier?
name-hint = Zo zien anderen je naam.
your-department = Je afdeling is { $department }.
email-hint = Hiermee log je voortaan in.
come-in = Kom erbij
invitation-measure = Benieuwd wat we bijhouden?
invitation-measure-link = Wat meten we, en wie ziet het?
address-taken = Bij dit adres hoort al een account. Log daarmee in, of kies een ander adres.

# Vergeten.
forgot-title = Wachtwoord vergeten?
forgot-text = Geeft niet. We mailen je een link waarmee je een nieuw kiest. Hij werkt een uur.
forgot-button = Mail mij de link
mailed-title = Kijk in je mail
mailed-text = Kennen we dit adres, dan staat er binnen een minuut een mail met een link. Niets gekregen? Kijk dan bij ongewenste mail.
mailed-again = Of probeer een ander adres.
reset-title = Nieuw wachtwoord
reset-text = Hoi { $name }. Kies een nieuw wachtwoord; daarna ben je binnen. Op andere apparaten log je opnieuw in.
reset-button = Bewaar en log in

# Adressen bevestigen en veranderen.
verify-title = Is dit je adres?
verify-text = Bevestig dat je mail leest op { $email }.
verified-title = Je adres is bevestigd
verified-text = Nu weten we zeker dat mail bij jou aankomt.
address-title = Je adres veranderen
address-text = Je logt nu in met { $old }. Wil je voortaan inloggen met { $new }?
address-done-title = Je nieuwe adres staat
address-done-text = Log voortaan in met je nieuwe adres. We stuurden er een mail heen, om te zien of die aankomt.

# Instellingen: inloggen.
account-title = Instellingen
verified = bevestigd
not-verified = nog niet bevestigd
prove-again = Mail de link nog eens
no-address = Je hebt nog geen e-mailadres.
new-address = Nieuw e-mailadres
new-address-hint = We mailen eerst je oude adres. Pas als je daar ja zegt, verandert er iets.
current-password = Je wachtwoord van nu
current-wrong = Dit is niet je wachtwoord van nu
change-address-button = Verander mijn adres
new-password = Nieuw wachtwoord
password-elsewhere = Op andere apparaten log je daarna opnieuw in.
change-password-button = Verander mijn wachtwoord
password-changed = Je wachtwoord is veranderd. Op andere apparaten ben je uitgelogd.
address-asked = Kijk in de mail van je oude adres. Daar staat een link.
address-proof-sent = Er is een mail onderweg naar je adres. Klik op de link die erin staat.
sessions-title = Hier ben je ingelogd
since = sinds
this-device = dit apparaat
end-session = Uitloggen
sign-out-everywhere = Overal uitloggen
device-on = { $browser } op { $system }
device-unknown = Onbekend apparaat

# Uitnodigen.
invite-title = Mensen uitnodigen
invite-lead = Iedereen krijgt een eigen mail met een link. Die werkt 30 dagen.
invite-label = Wie nodig je uit?
invite-hint = Een adres per regel, met of zonder naam: Anna de Vries <anna@bedrijf.nl>. Hoogstens 200 tegelijk.
invite-department = Afdeling
invite-no-department = Nog niet bekend
invite-look = Bekijk wie een mail krijgt
invite-codes = Voor wie hier al bekend is en geen mail op het werk heeft. Maak ze voor een hele afdeling, of
invite-codes-link = voor één persoon.
codes-title = Codes op papier
codes-everybody = Iedereen zonder account
codes-button = Maak codes
codes-lead = Je ziet deze codes één keer. Print de pagina en knip de kaartjes uit.
codes-more = Er kunnen meer mensen zonder code zijn: maak hierna de volgende honderd.
codes-none = Hier is niemand zonder account die nog een code nodig heeft.
invite-written = { $count ->
    [0] Er is niemand uitgenodigd.
    [one] 1 uitnodiging ligt klaar.
   *[other] { $count } uitnodigingen liggen klaar.
}
invite-no-server = Er is nog geen mailserver: wat je verstuurt, bereikt niemand.
invite-read-mail = Lees de mails en gebruik de links
invite-sent = { $count ->
    [0] Er is niemand uitgenodigd.
    [one] 1 uitnodiging is onderweg.
   *[other] { $count } uitnodigingen zijn onderweg.
}
invite-skipped = { $count ->
    [one] 1 adres kreeg niets: dat doet al mee of kreeg net al een uitnodiging.
   *[other] { $count } adressen kregen niets: die doen al mee of kregen net al een uitnodiging.
}
list-problem = { $problem }: ‘{ $shown }’
list-too-long = Nodig hoogstens { NUMBER($most) } mensen tegelijk uit.
list-empty = Vul minstens één e-mailadres in.
preview-title = { $count ->
    [0] Niemand krijgt een mail
    [one] 1 persoon krijgt een mail
   *[other] { $count } mensen krijgen een mail
}
preview-department = Zij komen bij { $path }.
outcome-new = Nieuw
outcome-again = Krijgt een nieuwe link
outcome-just-now = Kreeg net al een uitnodiging
outcome-member = Doet al mee
outcome-blocked = Mag er niet in
preview-send = { $count ->
    [one] Stuur 1 uitnodiging
   *[other] Stuur { $count } uitnodigingen
}
preview-back = Verander de lijst
code-title = Code op papier
code-lead = Deze code zie je één keer. Print hem of schrijf hem over.
code-how = Ga naar
code-foot = Werkt 90 dagen, één keer. Wie de code heeft, neemt deze plek in: geef hem alleen aan deze persoon.
code-next = Volgende

# Mails.
mail-hello = Hoi { $name },
mail-link-help = Doet de knop het niet? Plak dan deze link in je browser:
reset-mail-subject = Een nieuw wachtwoord voor { $community }
reset-mail-text = Iemand vroeg een nieuw wachtwoord aan voor jouw account op { $community }. Was jij dat? Kies het hier. De link werkt een uur, en één keer.
reset-mail-button = Kies een nieuw wachtwoord
reset-mail-foot = Was jij het niet? Dan hoef je niets te doen. Je wachtwoord blijft wat het was.
changed-mail-subject = Je wachtwoord voor { $community } is veranderd
changed-mail-text = Je wachtwoord voor { $community } is net veranderd. Op alle andere apparaten ben je uitgelogd.
changed-mail-foot = Was jij het niet? Vraag dan meteen een nieuw wachtwoord aan op de inlogpagina, en vertel het wie de community beheert.
verify-mail-subject = Is dit je adres? { $community }
verify-mail-text = Je gebruikt dit adres op { $community }. Klik op de link, dan weten we dat mail bij jou aankomt.
verify-mail-button = Bevestig mijn adres
verify-mail-foot = Zegt dit je niets? Dan hoef je niets te doen.
address-mail-subject = Wil je een ander adres voor { $community }?
address-mail-text = Je vroeg om voortaan in te loggen op { $community } met { $address }. Klopt dat? Bevestig het dan hier. Tot die tijd verandert er niets.
address-mail-button = Ja, verander mijn adres
address-mail-foot = Vroeg jij dit niet? Klik dan niet, en kies meteen een nieuw wachtwoord.
invitation-mail-subject = { $inviter } nodigt je uit op { $community }
invitation-mail-text = { $inviter } nodigt je uit op { $community }. Daar praten collega’s met elkaar: een vraag, een tip, iets om te vieren.
invitation-again-subject = Je uitnodiging voor { $community }
invitation-again-text = Je bent uitgenodigd op { $community }. Je hebt nog geen account; met deze link maak je er een.
invitation-mail-more = Je kiest een wachtwoord en bent binnen. De link werkt 30 dagen, en alleen voor jou.
invitation-mail-button = Kom erbij
invitation-mail-foot = Wil je niet meedoen met { $community }? Dan hoef je niets te doen.
signed-out-meanwhile = Je was intussen uitgelogd. Log in, dan kom je terug waar je bezig was.
