//! Tables of people, of headcounts and of interactions.

use crate::dates;
use crate::directory::{Directory, Found};
use crate::emit::{Go, Out};
use crate::input::Input;
use crate::mapping::{HEADCOUNT, INTERACTIONS, Mapping, PEOPLE, plain};
use crate::reason::{Fatal, Field, Reason, cut};
use crate::staged::*;
use crate::table::{Row, Table};
use jiff::tz::TimeZone;
use std::collections::HashSet;

/// Reads a table of people.
///
/// Columns, in any order, by their Dutch or English heading or by hand: a name (or given name, infix
/// and surname; beside a given name a column `naam` is the surname), and if there are any an id, an
/// e-mail address, a department path (steps parted by `>`, else `\`, else `/`), an audience and a start
/// date. The key is the id, else the address, else the name. A start date is the first moment of that
/// day in `zone`. A row with anything wrong is refused whole, so that no half person comes in.
///
/// # Errors
/// The file as a whole: no text, cut off, too big, without a name column.
pub fn people(
    input: &Input,
    mapping: &Mapping,
    zone: &TimeZone,
    sink: &mut dyn Sink,
) -> Result<Summary, Fatal> {
    let mut out = Out::new(sink);
    let end = read_people(input, mapping, zone, &mut out);
    out.finish(end)
}

fn read_people(input: &Input, mapping: &Mapping, zone: &TimeZone, out: &mut Out<'_>) -> Go {
    let mut table = Table::open(input, PEOPLE, mapping)?;
    if !table.has(Field::FirstName) && !table.has(Field::LastName) {
        table.need(&[Field::Name])?;
    }
    let mut seen = HashSet::new();
    let mut addresses = HashSet::new();
    while let Some(row) = table.next(out)? {
        let place = row.place.clone();
        match person(&row, zone) {
            Err(reason) => out.refuse(place, reason)?,
            Ok(person) if seen.contains(&person.key) => {
                out.refuse(place, Reason::DuplicateKey { key: cut(person.key.as_str()) })?;
            }
            // Two people cannot have one address: signing in would make them one.
            Ok(Person { email: Some(email), .. }) if addresses.contains(&email) => {
                out.refuse(place, Reason::DuplicateKey { key: cut(&email) })?;
            }
            Ok(person) => {
                let (key, email) = (person.key.clone(), person.email.clone());
                if out.record(place, Record::Person(person))? {
                    seen.insert(key);
                    addresses.extend(email);
                }
            }
        }
    }
    Ok(())
}

fn person(row: &Row<'_>, zone: &TimeZone) -> Result<Person, Reason> {
    let name = name(row);
    if name.is_empty() {
        return Err(Reason::MissingField { field: Field::Name });
    }
    let email = match row.get(Field::Email) {
        "" => None,
        text => Some(address(text).ok_or_else(|| Reason::NotAnAddress { text: cut(text) })?),
    };
    let audience = match row.get(Field::Audience) {
        "" => None,
        text => Some(audience(text).ok_or_else(|| Reason::NotAnAudience { text: cut(text) })?),
    };
    let started = match row.get(Field::Started) {
        "" => None,
        text => Some(
            dates::day(text, zone)
                .ok_or_else(|| Reason::NotADate { field: Field::Started, text: cut(text) })?,
        ),
    };
    let key = match row.get(Field::Key) {
        "" => email.clone().unwrap_or_else(|| name.clone()),
        id => id.to_owned(),
    };
    let department = department(row.get(Field::Department));
    Ok(Person {
        key: Key(key),
        name,
        email,
        department,
        audience,
        started,
        about: None,
        bot: false,
    })
}

/// The full name, or the parts put together.
fn name(row: &Row<'_>) -> String {
    let (full, first, infix, last) = (
        row.get(Field::Name),
        row.get(Field::FirstName),
        row.get(Field::Infix),
        row.get(Field::LastName),
    );
    let parts = match (full, first, last) {
        ("", _, _) => [first, infix, last],
        // In Belgium and in many exports `Naam` beside `Voornaam` is the surname.
        (surname, given, "") if !given.is_empty() && !surname.contains(given) => {
            [given, infix, surname]
        }
        _ => [full, "", ""],
    };
    let words: Vec<&str> = parts.iter().flat_map(|part| part.split_whitespace()).collect();
    words.join(" ")
}

/// An e-mail address in small letters, when the text looks like one: something, an at sign, a domain
/// with a dot, no space or control character. Whether it exists only a letter to it tells.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = text.trim().strip_prefix("mailto:").unwrap_or(text.trim());
    let (local, domain) = text.rsplit_once('@')?;
    let fits = !local.is_empty()
        && !local.contains('@')
        && domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
        && !text.chars().any(|c| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')')
        });
    fits.then(|| text.to_lowercase())
}

/// The steps of a department path. The first of `>`, `\`, `/` that occurs parts them.
pub(crate) fn department(text: &str) -> Vec<String> {
    let separator = ['>', '\\', '/'].into_iter().find(|c| text.contains(*c)).unwrap_or('>');
    let tidy = |step: &str| step.split_whitespace().collect::<Vec<_>>().join(" ");
    text.split(separator).map(tidy).filter(|step| !step.is_empty()).collect()
}

fn audience(text: &str) -> Option<Audience> {
    Some(match plain(text).as_str() {
        "medewerker" | "medewerkers" | "werknemer" | "werknemers" | "personeel" | "collega"
        | "employee" | "employees" | "staff" => Audience::Employee,
        "klant" | "klanten" | "afnemer" | "customer" | "customers" | "client" => Audience::Customer,
        "alumnus" | "alumna" | "alumni" | "oudmedewerker" | "oudleerling" | "oudstudent" => {
            Audience::Alumnus
        }
        "kandidaat" | "kandidaten" | "sollicitant" | "candidate" | "candidates" | "applicant" => {
            Audience::Candidate
        }
        "leverancier" | "leveranciers" | "supplier" | "suppliers" | "vendor" => Audience::Supplier,
        "buur" | "buren" | "buurt" | "buurtbewoner" | "omwonende" | "omwonenden" | "neighbour"
        | "neighbours" | "neighbor" | "neighbors" => Audience::Neighbour,
        _ => return None,
    })
}

/// Reads a table of headcounts: a department path and how many people it has.
///
/// A path that comes twice is refused the second time.
///
/// # Errors
/// The file as a whole: no text, cut off, too big, without the two columns.
pub fn headcount(input: &Input, mapping: &Mapping, sink: &mut dyn Sink) -> Result<Summary, Fatal> {
    let mut out = Out::new(sink);
    let end = read_headcount(input, mapping, &mut out);
    out.finish(end)
}

fn read_headcount(input: &Input, mapping: &Mapping, out: &mut Out<'_>) -> Go {
    let mut table = Table::open(input, HEADCOUNT, mapping)?;
    table.need(&[Field::Department, Field::Count])?;
    let mut seen = HashSet::new();
    while let Some(row) = table.next(out)? {
        let place = row.place.clone();
        let department = department(row.get(Field::Department));
        match count(row.get(Field::Count)) {
            _ if department.is_empty() => {
                out.refuse(place, Reason::MissingField { field: Field::Department })?
            }
            Err(reason) => out.refuse(place, reason)?,
            Ok(_) if !seen.insert(department.clone()) => {
                out.refuse(place, Reason::DuplicateKey { key: cut(&department.join(" > ")) })?;
            }
            Ok(count) => {
                out.record(place, Record::Headcount(Headcount { department, count }))?;
            }
        }
    }
    Ok(())
}

/// A whole number; a point or a space between each three digits is allowed, as in `1.250`.
fn count(text: &str) -> Result<u32, Reason> {
    let field = Field::Count;
    if text.is_empty() {
        return Err(Reason::MissingField { field });
    }
    let negative = text.starts_with(['-', '\u{2212}']);
    let digits = text.trim_start_matches(['-', '\u{2212}']);
    let groups: Vec<&str> = digits.split(['.', ' ', '\u{a0}']).collect();
    let grouped = groups.len() == 1
        || (groups.iter().skip(1).all(|g| g.len() == 3)
            && groups.first().is_some_and(|g| (1..=3).contains(&g.len())));
    let joined = groups.concat();
    let number = grouped && !joined.is_empty() && joined.bytes().all(|b| b.is_ascii_digit());
    match (number, negative, joined.parse()) {
        (true, false, Ok(count)) => Ok(count),
        (true, true, _) => Err(Reason::NegativeNumber { field, text: cut(text) }),
        _ => Err(Reason::NotANumber { field, text: cut(text) }),
    }
}

/// Reads a table of interactions: when, from whom, to whom, and if there is one what binds rows together.
///
/// One row is one recipient. People are found in `directory` by id, e-mail address or exact name; with
/// an empty directory the text itself is the key (an address in small letters). A time without a zone
/// is local time in `zone`.
///
/// # Errors
/// The file as a whole: no text, cut off, too big, without the three columns.
pub fn interactions(
    input: &Input,
    mapping: &Mapping,
    zone: &TimeZone,
    directory: &Directory,
    sink: &mut dyn Sink,
) -> Result<Summary, Fatal> {
    let mut out = Out::new(sink);
    let end = read_interactions(input, mapping, zone, directory, &mut out);
    out.finish(end)
}

fn read_interactions(
    input: &Input,
    mapping: &Mapping,
    zone: &TimeZone,
    directory: &Directory,
    out: &mut Out<'_>,
) -> Go {
    let mut table = Table::open(input, INTERACTIONS, mapping)?;
    table.need(&[Field::At, Field::From, Field::To])?;
    while let Some(row) = table.next(out)? {
        let place = row.place.clone();
        match interaction(&row, zone, directory) {
            Ok(interaction) => {
                out.record(place, Record::Interaction(interaction))?;
            }
            Err(reason) => out.refuse(place, reason)?,
        }
    }
    Ok(())
}

fn interaction(
    row: &Row<'_>,
    zone: &TimeZone,
    directory: &Directory,
) -> Result<Interaction, Reason> {
    let at = match row.get(Field::At) {
        "" => return Err(Reason::MissingField { field: Field::At }),
        text => dates::moment(text, zone)
            .ok_or_else(|| Reason::NotADate { field: Field::At, text: cut(text) })?,
    };
    let from = somebody(row, Field::From, directory)?;
    let to = somebody(row, Field::To, directory)?;
    if from == to {
        return Err(Reason::SamePerson { key: cut(from.as_str()) });
    }
    let thread = match row.get(Field::Thread) {
        "" => None,
        text => Some(Key::new(text)),
    };
    Ok(Interaction {
        key: Key(format!("{}:{}", row.place.file, row.place.row)),
        from,
        to,
        at,
        thread,
    })
}

fn somebody(row: &Row<'_>, field: Field, directory: &Directory) -> Result<Key, Reason> {
    let text = row.get(field);
    if text.is_empty() {
        return Err(Reason::MissingField { field });
    }
    if directory.is_empty() {
        return Ok(Key(address(text).unwrap_or_else(|| text.to_owned())));
    }
    match directory.find(text) {
        Found::Person(key) => Ok(key),
        Found::Several => Err(Reason::AmbiguousPerson { text: cut(text) }),
        Found::Nobody => Err(Reason::UnknownPerson { key: cut(text) }),
    }
}
