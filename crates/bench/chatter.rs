//! Names and texts of nobody in particular, the same for the same seed.

const FIRST: &[&str] = &[
    "Aafje",
    "Bram",
    "Cato",
    "Daan",
    "Elif",
    "Fenna",
    "Gijs",
    "Hamid",
    "Ilse",
    "Jorrit",
    "Kaatje",
    "Luuk",
    "Maryam",
    "Noor",
    "Okke",
    "Pien",
    "Ruben",
    "Sanne",
    "Tygo",
    "Willemijn",
];
const LAST: &[&str] = &[
    "Akkerhuis",
    "Boomkamp",
    "Duinveld",
    "Eikelaar",
    "Grasdijk",
    "Heideman",
    "IJssel",
    "Kerkwal",
    "Lindeboer",
    "Molenpad",
    "Noorderhof",
    "Oeverdam",
    "Polderman",
    "Rietland",
    "Slootweg",
    "Tuinsma",
    "Veldzicht",
    "Waterval",
];
/// Names of groups.
pub const GROUPS: &[&str] = &[
    "Fietsen naar het werk",
    "Nieuwe collega's",
    "Tuin en dak",
    "Koken",
    "Werkplaats",
    "Veilig werken",
    "Boekenkast",
    "Planning",
    "Klantenservice",
    "Magazijn",
    "Inkoop",
    "Hardlopen",
    "Techniek",
    "Duurzaam",
    "Vergaderen",
    "Data",
    "Onderhoud",
    "Opleiding",
    "Nachtploeg",
    "Verhuizing",
];
const SENTENCES: &[&str] = &[
    "Gisteren stond de bestelling al klaar, maar niemand wist het.",
    "Wie heeft hier ervaring mee?",
    "Bij ons werkt het het beste als je het **een dag van tevoren** afspreekt.",
    "Ik heb de lijst bijgewerkt en in de map gezet.",
    "Dat scheelt ons elke week een uur.",
    "De sleutel ligt bij de balie.",
    "Kun je een foto sturen van hoe het er nu uitziet?",
    "Volgende week dinsdag om tien uur, in de kantine.",
    "We proberen het een maand en kijken dan opnieuw.",
    "Let op de stap na het afsluiten: die vergeet je snel.",
    "De handleiding staat op https://example.org/handleiding.",
    "Dank voor het uitzoeken, dit hielp echt.",
    "Bij de vorige verhuizing liep dit ook mis, dus ik schrijf het nu op.",
    "Het formulier vraagt om een nummer dat nergens staat.",
    "Ik neem morgen een voorbeeld mee.",
    "Zet het `vinkje` uit en start daarna opnieuw.",
    "Samen komen we er wel uit.",
    "Mijn voorstel: eerst het magazijn, dan pas de winkel.",
];

/// SplitMix64 (Steele, Lea and Flood 2014): quick, and never for secrets.
#[derive(Debug, Clone)]
pub struct Chatter(u64);

impl Chatter {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `most`, which is above zero.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let span = u64::try_from(most).unwrap_or(u64::MAX).max(1);
        usize::try_from((z ^ (z >> 31)) % span).unwrap_or(0)
    }

    /// One of a list; the list is not empty.
    pub fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// The name of the member with a number.
    pub fn name(number: usize) -> String {
        let (first, last) = (FIRST[number % FIRST.len()], LAST[number / FIRST.len() % LAST.len()]);
        match number / (FIRST.len() * LAST.len()) {
            0 => format!("{first} {last}"),
            1 => format!("{first} van {last}"),
            n => format!("{first} {last} {n}"),
        }
    }

    /// A title.
    pub fn title(&mut self) -> String {
        let sentence = self.one(SENTENCES).trim_end_matches('.');
        sentence.replace("**", "").replace('`', "")
    }

    /// From `least` to `most` sentences, in one or two paragraphs.
    pub fn text(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        let mut text = String::new();
        for at in 0..count {
            if at > 0 {
                text.push_str(if at == 4 { "\n\n" } else { " " });
            }
            text.push_str(self.one(SENTENCES));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_says_the_same() {
        let said = |seed| Chatter::new(seed).text(3, 9);
        assert_eq!(said(7), said(7));
        assert_ne!(said(7), said(8));
        let names: std::collections::HashSet<String> = (0..1_000).map(Chatter::name).collect();
        assert_eq!(names.len(), 1_000);
    }
}
