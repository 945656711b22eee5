//! Texts with slots: `{locatie}` is filled in, `{=hoi|hallo}` is one of several, and
//! `{?oma|opa}` is what a woman and what a man says.

use crate::calendar::{Day, MONTHS, WEEKDAYS};
use crate::chance::mix;
use crate::sheet::Place;
use crate::{BrokenCorpus, sheet};
use std::fmt::Write as _;

/// A text that is filled in for every use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Template(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Slot(Slot),
    OneOf(Vec<Template>),
    /// What a woman says, and what a man says.
    Gendered(Box<[Template; 2]>),
}

/// What can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    /// First name of who wrote the thread.
    Author,
    /// First name of who said the previous thing.
    Previous,
    /// First name of a colleague who stays the same within the thread.
    Colleague(usize),
    /// Department of who speaks: alone, and with its preposition.
    Department(bool),
    /// Department of who wrote the thread.
    AuthorDepartment(bool),
    /// A day of the week.
    Weekday(u64),
    /// A date this many days away.
    Date(i64),
    /// This month, or a number of months later.
    Month(u32),
    /// The year.
    Year,
    /// A whole number in a range.
    Number(u64, u64, u64),
    /// A time of the day in quarters.
    Clock(u64),
    /// One of a list of `slots.txt`.
    List(usize, u64),
}

/// The list of the houses, in the order of their departments.
const LOCATIONS: &str = "locatie";

/// The lists of `slots.txt`.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    names: Vec<String>,
    values: Vec<Vec<String>>,
}

impl Lists {
    /// Reads the lists: one entry per list, one line of talk per value.
    pub(crate) fn read(file: &'static str, text: &str) -> Result<Self, BrokenCorpus> {
        let mut lists = Self::default();
        for entry in sheet::read(file, text)? {
            let values: Vec<String> =
                entry.body.lines().map(|line| line.trim().to_owned()).collect();
            if values.len() < 2 {
                return Err(entry.place.fault("a list needs two values at least"));
            }
            lists.names.push(entry.title.to_owned());
            lists.values.push(values);
        }
        Ok(lists)
    }
}

/// Everything that a text may ask about its surroundings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scene<'a> {
    /// The same for all texts of one thread.
    pub seed: u64,
    /// The day on which the thread began.
    pub day: Day,
    /// Who speaks is a woman.
    pub woman: bool,
    /// The house where the author works, as a place in the list of locations.
    pub home: Option<u64>,
    /// First name of who wrote the thread.
    pub author: &'a str,
    /// First name of who spoke last.
    pub previous: &'a str,
    /// Two colleagues who may be mentioned.
    pub colleagues: [&'a str; 2],
    /// Department of who speaks: alone and with its preposition.
    pub department: [&'a str; 2],
    /// Department of who wrote the thread.
    pub author_department: [&'a str; 2],
}

impl Template {
    /// Reads a text; an unknown slot is a fault.
    pub(crate) fn parse(text: &str, place: Place, lists: &Lists) -> Result<Self, BrokenCorpus> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(start) = rest.find('{') {
            plain.push_str(&rest[..start]);
            let inside = &rest[start + 1..];
            let end = closing(inside).ok_or_else(|| place.fault("a { without its }"))?;
            if !plain.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
            }
            let content = &inside[..end];
            pieces.push(match (content.strip_prefix('='), content.strip_prefix('?')) {
                (Some(choices), _) => {
                    let parsed: Result<Vec<_>, _> = choices_of(choices)
                        .into_iter()
                        .map(|choice| Self::parse(choice, place, lists))
                        .collect();
                    Piece::OneOf(parsed?)
                }
                (_, Some(pair)) => match choices_of(pair).as_slice() {
                    [woman, man] => Piece::Gendered(Box::new([
                        Self::parse(woman, place, lists)?,
                        Self::parse(man, place, lists)?,
                    ])),
                    _ => return Err(place.fault("{?} needs what a woman and what a man says")),
                },
                (None, None) => Piece::Slot(Slot::parse(content, place, lists)?),
            });
            rest = &inside[end + 1..];
        }
        plain.push_str(rest);
        if plain.contains('}') {
            return Err(place.fault("a } without its {"));
        }
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Ok(Self(pieces))
    }

    /// The text for one use.
    pub(crate) fn fill(&self, scene: &Scene<'_>, lists: &Lists) -> String {
        let mut out = String::with_capacity(160);
        self.write(scene, lists, &mut out);
        // A slot at the start of a sentence may begin with a small letter.
        if let Some(first) = out.chars().next().filter(|first| first.is_lowercase())
            && matches!(self.0.first(), Some(Piece::Slot(_)))
        {
            let upper: String = first.to_uppercase().collect();
            out.replace_range(..first.len_utf8(), &upper);
        }
        out
    }

    /// Whether it names who spoke before, so that it belongs under what they said.
    pub(crate) fn addresses_previous(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Slot(Slot::Previous)))
    }

    fn write(&self, scene: &Scene<'_>, lists: &Lists, out: &mut String) {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Slot(slot) => slot.write(scene, lists, out),
                Piece::Gendered(pair) => pair[usize::from(!scene.woman)].write(scene, lists, out),
                Piece::OneOf(choices) => {
                    // The same place in every choice of as many within one thread, so that a
                    // title and its text agree.
                    let place =
                        mix(scene.seed, 300 + choices.len() as u64) % choices.len().max(1) as u64;
                    if let Some(choice) = choices.get(place as usize) {
                        choice.write(scene, lists, out);
                    }
                }
            }
        }
    }
}

/// The place of the brace that closes, counting those inside.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Splits at bars that are not inside braces.
fn choices_of(text: &str) -> Vec<&str> {
    let mut choices = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => {
                choices.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    choices.push(&text[start..]);
    choices
}

impl Slot {
    fn parse(name: &str, place: Place, lists: &Lists) -> Result<Self, BrokenCorpus> {
        let unknown = || place.fault(format!("unknown slot {name}"));
        Ok(match name {
            "auteur" => Self::Author,
            "vorige" => Self::Previous,
            "collega" => Self::Colleague(0),
            "collega2" => Self::Colleague(1),
            "afdeling" => Self::Department(false),
            "op-afdeling" => Self::Department(true),
            "jouw-afdeling" => Self::AuthorDepartment(false),
            "op-jouw-afdeling" => Self::AuthorDepartment(true),
            "dag" => Self::Weekday(0),
            "dag2" => Self::Weekday(1),
            "maand" => Self::Month(0),
            "volgende-maand" => Self::Month(1),
            "jaar" => Self::Year,
            "tijd" => Self::Clock(0),
            "tijd2" => Self::Clock(1),
            _ => {
                if let Some(days) = name.strip_prefix("datum+") {
                    return Ok(Self::Date(days.parse().map_err(|_| unknown())?));
                }
                if let Some(range) = name.strip_prefix("getal:") {
                    let (low, high) = range.split_once('-').ok_or_else(unknown)?;
                    let low: u64 = low.parse().map_err(|_| unknown())?;
                    let high: u64 = high.parse().map_err(|_| unknown())?;
                    return if low < high {
                        Ok(Self::Number(low, high, low * 1_000 + high))
                    } else {
                        Err(unknown())
                    };
                }
                let (base, which) = match name.strip_suffix('2') {
                    Some(base) => (base, 1),
                    None => (name, 0),
                };
                let list =
                    lists.names.iter().position(|known| known == base).ok_or_else(unknown)?;
                Self::List(list, which)
            }
        })
    }

    fn write(self, scene: &Scene<'_>, lists: &Lists, out: &mut String) {
        match self {
            Self::Author => out.push_str(scene.author),
            Self::Previous => out.push_str(scene.previous),
            Self::Colleague(which) => out.push_str(scene.colleagues[which]),
            Self::Department(with) => out.push_str(scene.department[usize::from(with)]),
            Self::AuthorDepartment(with) => {
                out.push_str(scene.author_department[usize::from(with)])
            }
            // Five workdays; the second differs from the first.
            Self::Weekday(which) => {
                out.push_str(WEEKDAYS[((mix(scene.seed, 101) % 5 + 2 * which) % 5) as usize])
            }
            Self::Date(days) => {
                let mut day = scene.day.plus(days + (mix(scene.seed, 102) % 4) as i64);
                while day.weekday() >= 5 {
                    day = day.plus(1);
                }
                let (_, month, number) = day.date();
                write_number(out, u64::from(number));
                out.push(' ');
                out.push_str(MONTHS[month as usize - 1]);
            }
            Self::Month(later) => {
                out.push_str(MONTHS[((scene.day.date().1 - 1 + later) % 12) as usize])
            }
            Self::Year => write_number(out, scene.day.date().0.unsigned_abs()),
            Self::Number(low, high, salt) => {
                write_number(out, low + mix(scene.seed, salt) % (high - low + 1))
            }
            Self::Clock(which) => {
                let quarter = mix(scene.seed, 103) % 20 + 5 * which;
                let (hour, minutes) = (9 + quarter / 4, quarter % 4 * 15);
                // Writing to a string cannot fail.
                let _ = write!(out, "{hour}.{minutes:02}");
            }
            Self::List(list, which) => {
                let values = &lists.values[list];
                // Somebody who works in a house speaks of that house.
                let home = scene.home.filter(|_| lists.names[list] == LOCATIONS);
                let place =
                    home.unwrap_or_else(|| mix(scene.seed, 200 + list as u64) % 1_000) + which;
                out.push_str(&values[(place % values.len() as u64) as usize]);
            }
        }
    }
}

fn write_number(out: &mut String, number: u64) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{number}");
}
