title = Mail
lead = There is no mail server yet. Everything we would send lies here.
lead-server = Mail goes through the mail server. Once it is sent, we do not keep its text.
unsent = These mails reach nobody. You can read them and use their links. A mail server is set with smtp in the configuration.
audited = With a link in a mail one can sometimes sign in as somebody else. So we keep a record of who looks here.
none = There is no mail yet. Invite somebody, and here you read what they get.
invite = Invite somebody
to = to { $address }
no-subject = No subject
pages = Pages
newer = Newer
older = Older

# One mail.
all = All mail
from-label = From
to-label = To
written = Written
as-read = The mail as its reader sees it
as-text = As plain text

# With a mail server.
waiting = Waiting
since = the oldest: { $at }
sending = On its way
sent = Sent
failed = Failed
failures = What went wrong
failures-none = No mail has failed.
forgotten = We no longer keep the address.
