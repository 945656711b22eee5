//! The invented organisation: Stichting Twijnveld, care and living in the east of the country.

use crate::Micros;
use crate::calendar::Day;

/// The name of the organisation; it exists only here.
pub const ORGANISATION: &str = "Stichting Twijnveld";

/// A set of departments, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Crowd(pub u32);

impl Crowd {
    /// Every department.
    pub(crate) const EVERYONE: Self = Self((1 << DEPARTMENTS.len()) - 1);

    /// Whether a department is among them.
    pub(crate) fn has(self, department: usize) -> bool {
        self.0 >> department & 1 == 1
    }
}

/// When people of a department work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    /// Monday to Friday, eight to half past five.
    Office,
    /// Early and late shifts on any day of the week.
    Care,
    /// From early in the morning, some weekends.
    Early,
    /// From the evening into the morning.
    Night,
}

/// A lowest department.
pub(crate) struct Department {
    /// The word that the corpus uses.
    pub word: &'static str,
    /// The path from the top.
    pub path: &'static [&'static str],
    /// How people call it: alone and with a preposition.
    pub called: [&'static str; 2],
    /// People that work there, at the ordinary size of 420.
    pub heads: u32,
    /// Of those the ones with an address in the books, at the ordinary size of 350.
    pub people: u32,
    /// The chance that an invited person signs in.
    pub joins: f64,
    /// How much its people talk, 1 is ordinary.
    pub talk: f64,
    /// At which share of the year its wave of invitations goes out.
    pub wave: f64,
    /// When its people work.
    pub shift: Shift,
}

const VV: &str = "Verpleging en verzorging";
const BUREAU: &str = "Bedrijfsbureau";

const fn department(
    word: &'static str,
    path: &'static [&'static str],
    called: [&'static str; 2],
    [heads, people]: [u32; 2],
    [joins, talk, wave]: [f64; 3],
    shift: Shift,
) -> Department {
    Department { word, path, called, heads, people, joins, talk, wave, shift }
}

/// The lowest departments; nine at the top.
#[rustfmt::skip]
pub(crate) const DEPARTMENTS: [Department; 16] = [
    department("meidoorn", &[VV, "De Meidoorn"], ["De Meidoorn", "op De Meidoorn"], [42, 36], [0.82, 1.0, 0.06], Shift::Care),
    department("wevershuis", &[VV, "Het Wevershuis"], ["Het Wevershuis", "in Het Wevershuis"], [40, 34], [0.75, 0.9, 0.12], Shift::Care),
    department("kolk", &[VV, "De Kolk"], ["De Kolk", "op De Kolk"], [30, 26], [0.66, 0.8, 0.22], Shift::Care),
    department("noord", &["Wijkzorg", "Wijkteam Noord"], ["Wijkteam Noord", "bij Wijkteam Noord"], [38, 33], [0.78, 1.0, 0.15], Shift::Care),
    department("zuid", &["Wijkzorg", "Wijkteam Zuid"], ["Wijkteam Zuid", "bij Wijkteam Zuid"], [36, 32], [0.7, 0.9, 0.26], Shift::Care),
    department("nacht", &["Nachtdienst"], ["de nachtdienst", "in de nachtdienst"], [36, 18], [0.3, 0.7, 0.55], Shift::Night),
    department("keuken", &["Keuken en restaurant"], ["de keuken", "in de keuken"], [38, 34], [0.64, 0.9, 0.3], Shift::Early),
    department("magazijn", &["Magazijn"], ["het magazijn", "in het magazijn"], [30, 15], [0.34, 0.5, 0.48], Shift::Early),
    department("techniek", &["Techniek en onderhoud"], ["de technische dienst", "bij de technische dienst"], [28, 26], [0.7, 0.9, 0.18], Shift::Office),
    department("wonen", &["Wonen en verhuur"], ["Wonen", "bij Wonen"], [24, 24], [0.88, 1.0, 0.08], Shift::Office),
    department("dagbesteding", &["Dagbesteding en welzijn"], ["de dagbesteding", "op de dagbesteding"], [34, 31], [0.84, 1.3, 0.1], Shift::Office),
    department("personeel", &[BUREAU, "Personeel en rooster"], ["Personeel en rooster", "bij Personeel en rooster"], [14, 13], [0.95, 1.1, 0.03], Shift::Office),
    department("ict", &[BUREAU, "ICT"], ["ICT", "bij ICT"], [9, 8], [1.0, 1.2, 0.02], Shift::Office),
    department("financien", &[BUREAU, "Financiën"], ["Financiën", "bij Financiën"], [11, 11], [0.85, 0.6, 0.04], Shift::Office),
    department("communicatie", &[BUREAU, "Communicatie"], ["Communicatie", "bij Communicatie"], [6, 5], [1.0, 1.2, 0.0], Shift::Office),
    department("bestuur", &[BUREAU, "Bestuur en beleid"], ["het bestuursbureau", "bij het bestuursbureau"], [4, 4], [1.0, 0.7, 0.02], Shift::Office),
];

/// People with an address at the ordinary size.
pub(crate) const ORDINARY_PEOPLE: u32 = 350;

/// What the words of the corpus mean, beyond the departments' own.
const TOGETHER: [(&str, &[&str]); 5] = [
    ("zorg", &["meidoorn", "wevershuis", "kolk", "noord", "zuid", "nacht"]),
    ("huizen", &["meidoorn", "wevershuis", "kolk"]),
    ("wijk", &["noord", "zuid"]),
    ("kantoor", &["wonen", "personeel", "ict", "financien", "communicatie", "bestuur"]),
    ("diensten", &["keuken", "magazijn", "techniek"]),
];

/// The departments that a word of the corpus means.
pub(crate) fn by_word(word: &str) -> Option<Crowd> {
    if let Some(place) = DEPARTMENTS.iter().position(|department| department.word == word) {
        return Some(Crowd(1 << place));
    }
    let (_, parts) = TOGETHER.iter().find(|(name, _)| *name == word)?;
    parts.iter().try_fold(Crowd(0), |sum, part| Some(Crowd(sum.0 | by_word(part)?.0)))
}

impl Department {
    /// The path as records have it.
    pub(crate) fn path(&self) -> Vec<String> {
        self.path.iter().map(|step| (*step).to_owned()).collect()
    }
}

impl Shift {
    /// The working days of a person in an even and an odd week: seven bits each, from Monday.
    pub(crate) fn pattern(self, dice: &mut crate::chance::Dice) -> [u8; 2] {
        let mut weeks = [0u8; 2];
        let days = match self {
            Self::Office => 3 + dice.below(3),
            Self::Care | Self::Early => 3 + dice.below(2),
            Self::Night => 3,
        };
        let width = if self == Self::Office { 5 } else { 7 };
        for week in &mut weeks {
            while (week.count_ones() as usize) < days {
                *week |= 1 << dice.below(width);
            }
        }
        if self == Self::Office {
            weeks[1] = weeks[0];
        }
        weeks
    }

    /// The local minute at which somebody of this shift does something on a working day.
    pub(crate) fn minute(self, dice: &mut crate::chance::Dice) -> i64 {
        let (low, high) = match (self, dice.below(20)) {
            (Self::Night, 0..=11) => (1_300.0, 1_435.0),
            (Self::Night, 12..=17) => (5.0, 400.0),
            (Self::Night, _) => (900.0, 1_020.0),
            (_, 0..=2) => (19.0 * 60.0, 22.5 * 60.0),
            (Self::Office, 3..=7) => (8.2 * 60.0, 10.0 * 60.0),
            (Self::Office, 8..=11) => (12.0 * 60.0, 13.5 * 60.0),
            (Self::Office, _) => (8.0 * 60.0, 17.4 * 60.0),
            (Self::Care, 3..=6) => (14.0 * 60.0, 16.0 * 60.0),
            (Self::Care, 7..=9) => (9.8 * 60.0, 10.8 * 60.0),
            (Self::Care, _) => (7.0 * 60.0, 22.0 * 60.0),
            (Self::Early, 3..=8) => (13.0 * 60.0, 15.0 * 60.0),
            (Self::Early, _) => (6.5 * 60.0, 15.5 * 60.0),
        };
        dice.between(low, high) as i64
    }

    /// Whether a local minute is one at which somebody of this shift is awake and might look.
    pub(crate) fn awake(self, minute: i64) -> bool {
        match self {
            Self::Night => !(420..=870).contains(&minute),
            Self::Office => (450..1_350).contains(&minute),
            Self::Care | Self::Early => (390..1_350).contains(&minute),
        }
    }
}

/// The first moment from `from` on at which somebody of this shift would act, given the days
/// on which `works`; after eight days off they act anyhow.
pub(crate) fn next_moment(
    shift: Shift,
    from: Micros,
    works: impl Fn(Day) -> bool,
    dice: &mut crate::chance::Dice,
) -> Micros {
    let (today, minute) = Day::of(from);
    if works(today) {
        if shift.awake(minute) {
            return from;
        }
        if shift != Shift::Night && minute < 450 {
            return today.at(450 + dice.below(150) as i64) + dice.below(60_000_000) as i64;
        }
    }
    let mut day = today.plus(1);
    for _ in 0..7 {
        if works(day) {
            break;
        }
        day = day.plus(1);
    }
    // A night's minute may fall before `from` only when it is another day, which it is here.
    day.at(shift.minute(dice)) + dice.below(60_000_000) as i64
}
