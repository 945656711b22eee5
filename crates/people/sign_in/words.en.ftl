# Shared with the other pages about people.
mend-this = Please look at this again
settings = Settings
tab-profile = Profile
tab-sign-in = Signing in
tab-looks = Who looked
tab-data = My data

# Signing in.
sign-in-title = Sign in
sign-in-heading = Welcome back
email-label = Email address
password-label = Password
forgotten = Forgotten?
sign-in-button = Sign in
or = or
have-code = I have a code on paper
no-account = No account yet? Ask whoever runs this community for an invitation.
password-empty = Fill in your password
wrong = This email address and password do not belong together. Or your account is not open yet.
too-often = This went wrong too often. Wait fifteen minutes, or choose a new password.
go-on = Continue
back-to-sign-in = Back to sign in

# Passwords.
password-short = Choose at least 10 characters. A short sentence works well.
password-long = This password is too long. 200 characters fit.
password-common = Many people choose this password. Take a short sentence that only you would think of.
password-own = Your name, your address or the community’s name is in it. That is quickly guessed.
password-hint = At least 10 characters. A short sentence works well.
choose-password = Choose a password

# Coming in.
claim-title = Your code
claim-text = Did you get a note with a code? Type it here. Dashes and capitals do not matter.
claim-label = Code
claim-wrong = This code is not right, or was used already. Check it once more, or ask for a new one.
invitation-title = You are invited
invitation-heading = Hi { $name }, will you join?
invitation-text = On { $community } colleagues talk with each other. You ask a question, or help somebody who does not know.
name-label = What are you called here?
name-hint = This is how others see your name.
your-department = Your department is { $department }.
email-hint = You will sign in with this from now on.
come-in = Join
invitation-measure = Curious what we keep?
invitation-measure-link = What do we measure, and who sees it?
address-taken = This address has an account already. Sign in with it, or choose another address.

# Forgotten.
forgot-title = Forgotten your password?
forgot-text = Never mind. We mail you a link to choose a new one. It works for an hour.
forgot-button = Mail me the link
mailed-title = Look in your mail
mailed-text = If we know this address, there will be a mail with a link within a minute. Nothing there? Then look in your junk mail.
mailed-again = Or try another address.
reset-title = New password
reset-text = Hi { $name }. Choose a new password and you are in. On other devices you sign in again.
reset-button = Save and sign in

# Confirming and changing addresses.
verify-title = Is this your address?
verify-text = Confirm that you read mail at { $email }.
verified-title = Your address is confirmed
verified-text = Now we are sure that mail reaches you.
address-title = Changing your address
address-text = You sign in with { $old } now. Do you want to sign in with { $new } from now on?
address-done-title = Your new address stands
address-done-text = Sign in with your new address from now on. We sent a mail there, to see whether it arrives.

# Settings: signing in.
account-title = Settings
verified = confirmed
not-verified = not confirmed yet
prove-again = Mail the link again
no-address = You have no email address yet.
new-address = New email address
new-address-hint = We mail your old address first. Nothing changes until you say yes there.
current-password = Your present password
current-wrong = This is not your present password
change-address-button = Change my address
new-password = New password
password-elsewhere = You will have to sign in again on other devices.
change-password-button = Change my password
password-changed = Your password is changed. You are signed out on other devices.
address-asked = Look in the mail of your old address. There is a link.
address-proof-sent = A mail is on its way to your address. Follow the link in it.
sessions-title = You are signed in here
since = since
this-device = this device
end-session = Sign out
sign-out-everywhere = Sign out everywhere
device-on = { $browser } on { $system }
device-unknown = Unknown device

# Inviting.
invite-title = Invite people
invite-lead = Everybody gets a mail of their own with a link. It works for 30 days.
invite-label = Whom do you invite?
invite-hint = One address on a line, with or without a name: Anna Smith <anna@company.com>. At most 200 at a time.
invite-department = Department
invite-no-department = Not known yet
invite-look = See who gets a mail
invite-codes = For who is known here already and has no mail at work. Make them for a whole department, or
invite-codes-link = for one person.
codes-title = Codes on paper
codes-everybody = Everybody without an account
codes-button = Make codes
codes-lead = You see these codes once. Print the page and cut out the cards.
codes-more = There may be more people without a code: make the next hundred after this.
codes-none = Nobody here is without an account and still needs a code.
invite-written = { $count ->
    [0] Nobody was invited.
    [one] 1 invitation is written.
   *[other] { $count } invitations are written.
}
invite-no-server = There is no mail server yet: what you send reaches nobody.
invite-read-mail = Read the mails and use their links
invite-sent = { $count ->
    [0] Nobody was invited.
    [one] 1 invitation is on its way.
   *[other] { $count } invitations are on their way.
}
invite-skipped = { $count ->
    [one] 1 address got nothing: it belongs to a member, or was invited just now.
   *[other] { $count } addresses got nothing: they belong to members, or were invited just now.
}
list-problem = { $problem }: “{ $shown }”
list-too-long = Invite at most { NUMBER($most) } people at a time.
list-empty = Fill in at least one email address.
preview-title = { $count ->
    [0] Nobody gets a mail
    [one] 1 person gets a mail
   *[other] { $count } people get a mail
}
preview-department = They come to { $path }.
outcome-new = New
outcome-again = Gets a new link
outcome-just-now = Was invited just now
outcome-member = Is a member already
outcome-blocked = May not come in
preview-send = { $count ->
    [one] Send 1 invitation
   *[other] Send { $count } invitations
}
preview-back = Change the list
code-title = Code on paper
code-lead = You see this code once. Print it or write it down.
code-how = Go to
code-foot = Works for 90 days, once. Whoever has the code takes this place: give it to this person only.
code-next = Next

# Mails.
mail-hello = Hi { $name },
mail-link-help = Does the button not work? Then paste this link into your browser:
reset-mail-subject = A new password for { $community }
reset-mail-text = Somebody asked for a new password for your account on { $community }. Was it you? Choose it here. The link works for an hour, and once.
reset-mail-button = Choose a new password
reset-mail-foot = Was it not you? Then there is nothing to do. Your password stays what it was.
changed-mail-subject = Your password for { $community } was changed
changed-mail-text = Your password for { $community } was changed just now. You are signed out on all other devices.
changed-mail-foot = Was it not you? Then ask for a new password on the sign-in page at once, and tell whoever runs the community.
verify-mail-subject = Is this your address? { $community }
verify-mail-text = You use this address on { $community }. Follow the link, then we know that mail reaches you.
verify-mail-button = Confirm my address
verify-mail-foot = Does this mean nothing to you? Then there is nothing to do.
address-mail-subject = Do you want another address for { $community }?
address-mail-text = You asked to sign in to { $community } with { $address } from now on. Is that right? Then confirm it here. Until then nothing changes.
address-mail-button = Yes, change my address
address-mail-foot = Did you not ask this? Then do not follow the link, and choose a new password at once.
invitation-mail-subject = { $inviter } invites you to { $community }
invitation-mail-text = { $inviter } invites you to { $community }. Colleagues talk there: a question, a tip, something to celebrate.
invitation-again-subject = Your invitation to { $community }
invitation-again-text = You are invited to { $community }. You have no account yet; with this link you make one.
invitation-mail-more = You choose a password and you are in. The link works for 30 days, and only for you.
invitation-mail-button = Join
invitation-mail-foot = Do you not want to join { $community }? Then there is nothing to do.
signed-out-meanwhile = You had been signed out meanwhile. Sign in to go back to where you were.
