# E-mailadressen.
email-empty = Vul een e-mailadres in
email-too-long = Dit e-mailadres is te lang
email-space = In een e-mailadres staan geen spaties
email-no-at = Dit e-mailadres mist een @
email-two-ats = In een e-mailadres staat maar één @
email-name = Voor de @ klopt er iets niet: er ontbreekt iets, of er staat een punt te veel
email-no-dot = Na de @ mist een punt, zoals in bedrijf.nl
email-domain = Wat na de @ staat, klopt niet
email-character = In dit e-mailadres staat een teken dat niet kan

# Gebruikersnamen (@naam).
handle-too-short = Kies een naam van minstens 2 tekens
handle-too-long = Kies een naam van hoogstens 40 tekens
handle-characters = Gebruik alleen letters zonder accent, cijfers, punten, streepjes en lage streepjes
handle-ends = Begin en eindig met een letter of een cijfer

# Namen van mensen, groepen en afdelingen.
name-empty = Vul een naam in
name-too-long = Deze naam is te lang: { $length } tekens, er passen er { $most }
