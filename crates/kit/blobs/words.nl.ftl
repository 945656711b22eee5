# Foto's die niet kunnen.
picture-too-many-bytes = Dit bestand is te groot. Kies een kleinere foto.
picture-too-many-pixels = Deze foto is te groot om te verwerken. Maak hem kleiner en probeer het opnieuw.
picture-svg = Een SVG-tekening kan hier niet. Kies een JPEG of PNG.
picture-heic = Dit soort foto (HEIC) kunnen we niet lezen. Bewaar hem als JPEG en kies die.
picture-unknown-kind = Dit is geen foto die we kunnen lezen. Kies een JPEG, PNG, WebP of GIF.
picture-broken = Deze foto is beschadigd. Kies een andere.
picture-busy = Er worden net heel veel foto's verwerkt. Probeer het zo nog eens.
