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
        Reason::NotADate { field, text } => w::not_a_date(lang, name(*field, lang), text),
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
        Reason::Malformed { detail } => w::malformed(lang, detail),
        Reason::NotSupported { what } => match what.strip_prefix("sign ") {
            Some(sign) => w::sign_not_supported(lang, sign),
            None => w::not_supported(lang, what),
        },
        Reason::Truncated => w::truncated(lang).to_owned(),
        Reason::TooBig { limit, max } => w::too_big(lang, limit_name(*limit, lang), whole(*max)),
        Reason::WrongEncoding => w::wrong_encoding(lang).to_owned(),
        Reason::Empty => w::empty(lang).to_owned(),
        Reason::MissingFile { name } => w::missing_file(lang, name),
        Reason::Unreadable { detail } => w::unreadable(lang, detail),
    }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What people call a field.
fn name(field: Field, lang: Lang) -> &'static str {
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

/// What people call that which a limit counts.
fn limit_name(limit: Limit, lang: Lang) -> &'static str {
    match limit {
        Limit::Line => w::limit_line(lang),
        Limit::Entry => w::limit_entry(lang),
        Limit::File => w::limit_file(lang),
        Limit::Archive => w::limit_archive(lang),
        Limit::Ratio => w::limit_ratio(lang),
        Limit::Files => w::limit_files(lang),
        Limit::Depth => w::limit_depth(lang),
        Limit::Columns => w::limit_columns(lang),
    }
}
