//! Which column means what: by its heading in Dutch or English, or named by hand.

use crate::reason::{Fatal, Field, Reason, cut};
use crate::staged::Place;
use std::collections::BTreeMap;

/// Columns named by hand. What is not named is found by its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    by_hand: BTreeMap<Field, String>,
}

impl Mapping {
    /// Nothing by hand.
    pub fn new() -> Self {
        Self::default()
    }

    /// A column for a field; a second call for the same field replaces the first.
    #[must_use]
    pub fn with(mut self, field: Field, column: impl Into<String>) -> Self {
        self.by_hand.insert(field, column.into());
        self
    }

    /// Columns out of texts such as `naam=Medewerker` or `email=Work mail`: on the left the field by
    /// its machine name or any heading that is known for it, on the right the column's heading.
    /// Nothing on the right leaves the field out, also where a heading would fit.
    ///
    /// # Errors
    /// The first text that has no `=`, or names no field.
    pub fn parse<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut mapping = Self::new();
        for text in texts {
            let (left, column) = text.split_once('=').ok_or_else(|| text.to_owned())?;
            let field = field_named(left).ok_or_else(|| text.to_owned())?;
            mapping = mapping.with(field, column.trim());
        }
        Ok(mapping)
    }
}

fn field_named(text: &str) -> Option<Field> {
    let wanted = plain(text);
    Field::ALL.into_iter().find(|field| plain(field.code()) == wanted).or_else(|| {
        [PEOPLE, HEADCOUNT, INTERACTIONS]
            .iter()
            .flat_map(|headings| headings.iter())
            .find(|(_, names)| names.contains(&wanted.as_str()))
            .map(|(field, _)| *field)
    })
}

/// The headings that are known for each field of a table, as `plain` makes them.
pub(crate) type Headings = &'static [(Field, &'static [&'static str])];

/// Headings of a table of people.
pub(crate) const PEOPLE: Headings = &[
    (
        Field::Key,
        &[
            "id",
            "key",
            "sleutel",
            "personeelsnummer",
            "persnr",
            "medewerkernummer",
            "medewerkerid",
            "employeeid",
            "employeenumber",
            "personid",
            "persoonid",
            "userid",
            "gebruikerid",
            "relatienummer",
            "klantnummer",
            "lidnummer",
            "eid",
        ],
    ),
    (
        Field::Name,
        &[
            "naam",
            "name",
            "volledigenaam",
            "fullname",
            "weergavenaam",
            "displayname",
            "medewerker",
            "employeename",
            "persoon",
        ],
    ),
    (Field::FirstName, &["voornaam", "roepnaam", "firstname", "givenname"]),
    (
        Field::Infix,
        &["tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "infix", "prefix"],
    ),
    (Field::LastName, &["achternaam", "lastname", "surname", "familienaam", "familyname"]),
    (
        Field::Email,
        &[
            "email",
            "emailadres",
            "emailaddress",
            "mail",
            "mailadres",
            "mailaddress",
            "emailwerk",
            "werkmail",
            "workemail",
            "zakelijkemail",
            "epost",
        ],
    ),
    (
        Field::Department,
        &[
            "afdeling",
            "afdelingspad",
            "afdelingen",
            "department",
            "departmentpath",
            "dept",
            "organisatieonderdeel",
            "organisatieeenheid",
            "eenheid",
            "unit",
            "businessunit",
            "orgunit",
            "organisationalunit",
            "organizationalunit",
            "team",
        ],
    ),
    (
        Field::Audience,
        &["doelgroep", "audience", "rol", "role", "relatie", "relation", "soort", "type"],
    ),
    (
        Field::Started,
        &[
            "indienst",
            "indienstsinds",
            "datumindienst",
            "indiensttreding",
            "datumindiensttreding",
            "start",
            "startdatum",
            "startdate",
            "started",
            "begindatum",
            "hiredate",
            "dateofhire",
            "datejoined",
            "joined",
            "sinds",
            "since",
            "lidsinds",
        ],
    ),
];

/// Headings of a table of headcounts.
pub(crate) const HEADCOUNT: Headings = &[
    (
        Field::Department,
        &[
            "afdeling",
            "afdelingspad",
            "department",
            "departmentpath",
            "dept",
            "organisatieonderdeel",
            "organisatieeenheid",
            "eenheid",
            "unit",
            "businessunit",
            "orgunit",
            "team",
            "naam",
            "name",
        ],
    ),
    (
        Field::Count,
        &[
            "aantal",
            "aantalmedewerkers",
            "aantalmensen",
            "aantalpersonen",
            "medewerkers",
            "mensen",
            "personen",
            "koppen",
            "bezetting",
            "omvang",
            "count",
            "headcount",
            "number",
            "employees",
            "people",
            "size",
            "total",
            "totaal",
        ],
    ),
];

/// Headings of a table of interactions.
pub(crate) const INTERACTIONS: Headings = &[
    (
        Field::At,
        &[
            "tijd",
            "tijdstip",
            "datum",
            "datumtijd",
            "moment",
            "wanneer",
            "time",
            "timestamp",
            "date",
            "datetime",
            "eventdate",
            "eventtime",
            "at",
            "sentat",
            "sent",
            "verzonden",
            "unixtime",
        ],
    ),
    (
        Field::From,
        &[
            "van", "afzender", "zender", "bron", "from", "sender", "source", "src", "fromid",
            "senderid",
        ],
    ),
    (
        Field::To,
        &[
            "aan",
            "naar",
            "ontvanger",
            "geadresseerde",
            "doel",
            "to",
            "recipient",
            "receiver",
            "target",
            "dst",
            "toid",
            "recipientid",
        ],
    ),
    (
        Field::Thread,
        &[
            "gesprek",
            "draad",
            "onderwerpid",
            "thread",
            "threadid",
            "conversation",
            "conversationid",
            "messageid",
            "mid",
            "bericht",
            "berichtid",
            "id",
        ],
    ),
];

/// A heading in small letters without anything but letters and digits: `E-mail adres` is `emailadres`.
pub(crate) fn plain(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'ï' | 'í' => 'i',
            other => other,
        })
        .collect()
}

/// The columns of a header: for each field its index.
pub(crate) fn columns(
    header: &[String],
    headings: Headings,
    mapping: &Mapping,
    place: &Place,
) -> Result<BTreeMap<Field, usize>, Fatal> {
    let plain_header: Vec<String> = header.iter().map(|h| plain(h)).collect();
    let mut found = BTreeMap::new();
    for (field, column) in mapping.by_hand.iter().filter(|(_, column)| !column.is_empty()) {
        let index = header
            .iter()
            .position(|h| h.trim() == column.trim())
            .or_else(|| plain_header.iter().position(|h| *h == plain(column)))
            .ok_or_else(|| {
                let reason = Reason::NoSuchColumn { column: cut(column), found: shown(header) };
                Fatal::new(place.clone(), reason)
            })?;
        found.insert(*field, index);
    }
    let by_hand: Vec<usize> = found.values().copied().collect();
    for (field, names) in headings {
        if found.contains_key(field) || mapping.by_hand.contains_key(field) {
            continue;
        }
        let fits = |i: &usize| names.contains(&plain_header[*i].as_str()) && !by_hand.contains(i);
        let fitting: Vec<usize> = (0..header.len()).filter(fits).collect();
        match fitting.as_slice() {
            [] => {}
            [one] => {
                found.insert(*field, *one);
            }
            several => {
                let columns = several.iter().map(|i| cut(&header[*i])).collect();
                return Err(Fatal::new(
                    place.clone(),
                    Reason::DoubleColumn { field: *field, columns },
                ));
            }
        }
    }
    Ok(found)
}

/// How many headings of a header are known: the right delimiter knows the most.
pub(crate) fn known(header: &[String], headings: Headings, mapping: &Mapping) -> usize {
    header
        .iter()
        .map(|h| plain(h))
        .filter(|h| {
            headings.iter().any(|(_, names)| names.contains(&h.as_str()))
                || mapping.by_hand.values().any(|column| plain(column) == *h)
        })
        .count()
}

/// The header as a refusal shows it.
pub(crate) fn shown(header: &[String]) -> Vec<String> {
    header.iter().take(50).map(|h| cut(h)).collect()
}
