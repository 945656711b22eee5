# E-mail addresses.
email-empty = Fill in an email address
email-too-long = This email address is too long
email-space = An email address has no spaces
email-no-at = This email address has no @
email-two-ats = An email address has only one @
email-name = Something is wrong before the @: a part is missing, or there is a dot too many
email-no-dot = There is no dot after the @, as in company.com
email-domain = What comes after the @ is not right
email-character = This email address has a character that cannot be used

# Handles (@name).
handle-too-short = Choose a name of at least 2 characters
handle-too-long = Choose a name of at most 40 characters
handle-characters = Use only letters without accents, digits, dots, hyphens and underscores
handle-ends = Begin and end with a letter or a digit

# Names of people, groups and departments.
name-empty = Fill in a name
name-too-long = This name is too long: { $length } characters, { $most } fit
