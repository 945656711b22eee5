//! Why something is refused, in a sentence.

use crate::w;
use formats::{Field, Limit, Reason};
use words::Lang;

/// The sentence of a reason.
pub(crate) fn say(reason: &Reason, lang: Lang) -> String {
    match reason {
        Reason::MissingField { field } => w::missing_field(lang, name(*field, lang)),
        Reason::MissingColumns { found, needed } => {
            let needed: Vec<&str> = needed.iter().map(|field| name(*field, lang)).collect();
            w::missing_columns(lang, found.join(", "), needed.join(", "))
        }
        Reason::DoubleColumn { field, columns } => {
            w::double_column(lang, columns.join(", "), name(*field, lang))
        }
        Reason::NoSuchColumn { column, found } => w::no_such_column(lang, column, found.join(", ")),
        Reason::NotADate { field, text } => no_date(*field, text, lang),
        Reason::NotAnAddress { text } => w::not_an_address(lang, text),
        Reason::NotAnAudience { text } => w::not_an_audience(lang, text),
        Reason::NotANumber { field, text } => w::not_a_number(lang, name(*field, lang), text),
        Reason::NegativeNumber { field, text } => {
            w::negative_number(lang, name(*field, lang), text)
        }
        Reason::UnknownPerson { key } => w::unknown_person(lang, key),
        Reason::AmbiguousPerson { text } => w::ambiguous_person(lang, text),
        Reason::UnknownThread { key } => w::unknown_thread(lang, key),
        Reason::UnknownGroup { key } => w::unknown_group(lang, key),
        Reason::DuplicateKey { key } => w::duplicate_key(lang, key),
        Reason::SamePerson { key } => w::same_person(lang, key),
        Reason::TooLong { field, max } => w::too_long(lang, name(*field, lang), whole(*max)),
        Reason::WrongNumberOfFields { expected, found } => {
            w::wrong_number_of_fields(lang, whole(*expected), whole(*found))
        }
        Reason::Malformed { detail } => malformed(detail, lang),
        Reason::NotSupported { what } => not_supported(what, lang),
        Reason::Truncated => w::truncated(lang).to_owned(),
        Reason::TooBig { limit, max } => too_big(*limit, *max, lang),
        Reason::WrongEncoding => w::wrong_encoding(lang).to_owned(),
        Reason::Empty => w::empty(lang).to_owned(),
        Reason::MissingFile { name } if name.ends_with(".xml") => w::missing_table(lang, name),
        Reason::MissingFile { name } => w::missing_file(lang, name),
        Reason::Unreadable { detail } => w::unreadable(lang, detail),
    }
}

/// What is wrong with a date, as far as it can be seen.
fn no_date(field: Field, text: &str, lang: Lang) -> String {
    let field = name(field, lang);
    let date = text.split([' ', 'T']).next().unwrap_or(text);
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let numbers: Vec<Option<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
    match numbers.as_slice() {
        [Some(_), Some(_), Some(_)] if parts.iter().all(|part| part.len() <= 2) => {
            w::short_year(lang, field, text)
        }
        [Some(1..=12), Some(13..=31), Some(_)] if parts[2].len() == 4 => {
            w::month_first(lang, field, text)
        }
        [Some(1..=31), Some(1..=12), Some(1900..=2199)]
        | [Some(1900..=2199), Some(1..=12), Some(1..=31)] => w::no_such_day(lang, field, text),
        _ => w::not_a_date(lang, field, text),
    }
}

/// What is not as the format has it. What readers say themselves has a sentence; what a library
/// says is given as it is.
fn malformed(detail: &str, lang: Lang) -> String {
    match detail {
        "line break in a field" => w::malformed_line_break(lang).to_owned(),
        "too many attributes" => w::malformed_attributes(lang).to_owned(),
        "an attribute twice" => w::malformed_attribute_twice(lang).to_owned(),
        "no zip" => w::malformed_no_zip(lang).to_owned(),
        _ if detail.contains("deflate") || detail.contains("gzip") => {
            w::malformed_gzip(lang).to_owned()
        }
        _ => w::malformed(lang, detail),
    }
}

fn not_supported(what: &str, lang: Lang) -> String {
    let sentence = match what {
        "xlsx_or_zip" => w::not_supported_xlsx(lang),
        "xls" => w::not_supported_xls(lang),
        "pdf" => w::not_supported_pdf(lang),
        "sqlite" => w::not_supported_sqlite(lang),
        "7z" => w::not_supported_seven_zip(lang),
        "encrypted" => w::not_supported_encrypted(lang),
        "compression" => w::not_supported_compression(lang),
        "doctype" => w::not_supported_doctype(lang),
        "processing_instruction" => w::not_supported_instruction(lang),
        other => {
            return match other.strip_prefix("sign ") {
                Some(sign) => w::sign_not_supported(lang, sign),
                None => w::not_supported_entry(lang, other),
            };
        }
    };
    sentence.to_owned()
}

fn too_big(limit: Limit, max: u64, lang: Lang) -> String {
    match limit {
        Limit::Line => w::too_big_line(lang, bytes(max)),
        Limit::Entry => w::too_big_entry(lang, bytes(max)),
        Limit::File => w::too_big_file(lang, bytes(max)),
        Limit::Archive => w::too_big_archive(lang, bytes(max)),
        Limit::Ratio => w::too_big_ratio(lang, whole(max)),
        Limit::Files => w::too_big_files(lang, whole(max)),
        Limit::Depth => w::too_big_depth(lang, whole(max)),
        Limit::Columns => w::too_big_columns(lang, whole(max)),
        Limit::Rows => w::too_big_rows(lang).to_owned(),
    }
}

/// A number of bytes as people say it.
fn bytes(number: u64) -> String {
    const UNITS: [&str; 4] = ["bytes", "KB", "MB", "GB"];
    let mut number = number;
    let mut unit = 0;
    while number >= 1_024 && unit + 1 < UNITS.len() {
        number /= 1_024;
        unit += 1;
    }
    format!("{number} {}", UNITS[unit])
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What people call a field.
pub(crate) fn name(field: Field, lang: Lang) -> &'static str {
    match field {
        Field::Key => w::field_key(lang),
        Field::Name => w::field_name(lang),
        Field::FirstName => w::field_first_name(lang),
        Field::Infix => w::field_infix(lang),
        Field::LastName => w::field_last_name(lang),
        Field::Email => w::field_email(lang),
        Field::Department => w::field_department(lang),
        Field::Audience => w::field_audience(lang),
        Field::Started => w::field_started(lang),
        Field::Count => w::field_count(lang),
        Field::At => w::field_at(lang),
        Field::Edited => w::field_edited(lang),
        Field::Closed => w::field_closed(lang),
        Field::From => w::field_from(lang),
        Field::To => w::field_to(lang),
        Field::Thread => w::field_thread(lang),
        Field::Parent => w::field_parent(lang),
        Field::Group => w::field_group(lang),
        Field::Author => w::field_author(lang),
        Field::Title => w::field_title(lang),
        Field::Body => w::field_body(lang),
        Field::About => w::field_about(lang),
        Field::Topic => w::field_topic(lang),
        Field::Score => w::field_score(lang),
        Field::Sign => w::field_sign(lang),
        Field::Kind => w::field_kind(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons() -> Vec<Reason> {
        let text = || "x".to_owned();
        let mut all = vec![
            Reason::MissingField { field: Field::Name },
            Reason::MissingColumns { found: vec![text()], needed: vec![Field::Name] },
            Reason::DoubleColumn { field: Field::Name, columns: vec![text()] },
            Reason::NoSuchColumn { column: text(), found: vec![text()] },
            Reason::NotAnAddress { text: text() },
            Reason::NotAnAudience { text: text() },
            Reason::NotANumber { field: Field::Count, text: text() },
            Reason::NegativeNumber { field: Field::Count, text: text() },
            Reason::UnknownPerson { key: text() },
            Reason::AmbiguousPerson { text: text() },
            Reason::UnknownThread { key: text() },
            Reason::UnknownGroup { key: text() },
            Reason::DuplicateKey { key: text() },
            Reason::SamePerson { key: text() },
            Reason::TooLong { field: Field::Body, max: 9 },
            Reason::WrongNumberOfFields { expected: 2, found: 3 },
            Reason::Truncated,
            Reason::WrongEncoding,
            Reason::Empty,
            Reason::MissingFile { name: text() },
            Reason::MissingFile { name: "Users.xml".into() },
            Reason::Unreadable { detail: text() },
        ];
        let dates = ["03/25/2024", "1-2-24", "31-02-2025", "2025-02-31 10:00", "gisteren"];
        all.extend(dates.map(|date| Reason::NotADate { field: Field::At, text: date.into() }));
        let details =
            ["line break in a field", "too many attributes", "an attribute twice", "no zip", "x"];
        all.extend(details.map(|detail| Reason::Malformed { detail: detail.into() }));
        let whats = [
            "xlsx_or_zip",
            "xls",
            "pdf",
            "sqlite",
            "7z",
            "encrypted",
            "compression",
            "doctype",
            "processing_instruction",
            "sign x",
            "x",
        ];
        all.extend(whats.map(|what| Reason::NotSupported { what: what.into() }));
        let limits = [
            Limit::Line,
            Limit::Entry,
            Limit::File,
            Limit::Archive,
            Limit::Ratio,
            Limit::Files,
            Limit::Depth,
            Limit::Columns,
            Limit::Rows,
        ];
        all.extend(limits.map(|limit| Reason::TooBig { limit, max: 2 << 20 }));
        all
    }

    #[test]
    fn every_reason_has_a_sentence_of_its_own_in_both_languages() {
        let mut seen = std::collections::HashSet::new();
        for reason in reasons() {
            let (nl, en) = (say(&reason, Lang::Nl), say(&reason, Lang::En));
            assert_ne!(nl, en, "{reason:?}");
            assert!(!nl.contains('_') && !en.contains('_'), "a code is no sentence: {nl}");
            assert!(nl.ends_with(['.', '?', 'x']), "{nl}");
            assert!(seen.insert(nl.clone()), "two reasons say the same: {nl}");
        }
    }

    #[test]
    fn a_wrong_date_says_what_is_wrong_with_it() {
        let said = |text| no_date(Field::Started, text, Lang::Nl);
        assert!(said("03/25/2024").contains("maand"));
        assert!(said("25-3-24").contains("vier cijfers"));
        assert!(said("31-02-2025").contains("bestaat niet"));
        assert!(said("2025-02-30").contains("bestaat niet"));
        assert!(said("gisteren").contains("geen datum"));
    }

    #[test]
    fn sizes_are_said_in_their_unit() {
        assert_eq!(bytes(2 << 20), "2 MB");
        assert_eq!(bytes(16 << 30), "16 GB");
        assert_eq!(bytes(900), "900 bytes");
    }
}
