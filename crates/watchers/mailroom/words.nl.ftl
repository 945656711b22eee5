title = Mail
lead = Er is nog geen mailserver. Alles wat we zouden versturen, ligt hier.
lead-server = Mail gaat via de mailserver. Na het versturen bewaren we de tekst niet.
unsent = Deze mails bereiken niemand. Je kunt ze wel lezen en de links gebruiken. Een mailserver stel je in met smtp in de configuratie.
audited = Met een link in een mail kun je soms inloggen als iemand anders. Daarom houden we bij wie hier kijkt.
none = Er ligt nog geen mail. Nodig iemand uit, dan lees je hier wat die persoon krijgt.
invite = Nodig iemand uit
to = aan { $address }
no-subject = Zonder onderwerp
pages = Bladeren
newer = Nieuwer
older = Ouder

# Eén mail.
all = Alle mail
from-label = Van
to-label = Aan
written = Klaargezet
as-read = De mail zoals de ontvanger hem ziet
as-text = Als gewone tekst

# Met een mailserver.
waiting = Wacht nog
since = de oudste: { $at }
sending = Gaat nu weg
sent = Verstuurd
failed = Mislukt
failures = Wat niet lukte
failures-none = Er is geen mail mislukt.
forgotten = Het adres bewaren we niet meer.
