//! What is wrong with a file, in words.

use crate::w;
use measure::{Problem, Why};
use words::Lang;

/// One line: file, line, column, reason.
pub fn problem(lang: Lang, problem: &Problem) -> String {
    let place = &problem.place;
    let mut parts: Vec<String> = place.file.iter().cloned().collect();
    parts.extend(place.line.map(|line| w::measure_line(lang, line)));
    parts.extend(place.column.as_ref().map(|column| w::measure_column(lang, column)));
    parts.push(why(lang, &problem.why));
    parts.join(": ")
}

fn why(lang: Lang, why: &Why) -> String {
    match why {
        Why::NoFile => w::measure_no_file(lang).to_owned(),
        Why::Empty => w::measure_empty(lang).to_owned(),
        Why::Unreadable(detail) => w::measure_unreadable(lang, detail),
        Why::NotText => w::measure_not_text(lang).to_owned(),
        Why::NotATable(detail) => w::measure_not_a_table(lang, detail),
        Why::MissingColumns(needed, found) => {
            w::measure_missing_columns(lang, found.join(", "), needed.join(", "))
        }
        Why::DoubleColumn(name) => w::measure_double_column(lang, name),
        Why::Uneven(found, expected) => w::measure_uneven(lang, expected, found),
        Why::Missing => w::measure_missing(lang).to_owned(),
        Why::NotANumber(text) => w::measure_not_a_number(lang, text),
        Why::NotACount(text) => w::measure_not_a_count(lang, text),
        Why::Negative(text) => w::measure_negative(lang, text),
        Why::NotAnEvent(text) => w::measure_not_an_event(lang, text),
        Why::NotADate(text) => w::measure_not_a_date(lang, text),
        Why::PartAboveWhole(part, whole) => w::measure_part_above_whole(lang, part, whole),
        Why::RecencyAboveAge => w::measure_recency_above_age(lang).to_owned(),
        Why::Twice(text) => w::measure_twice(lang, text),
        Why::Option(name) => w::measure_option(lang, name),
        Why::TooManyFiles => w::measure_too_many_files(lang).to_owned(),
        Why::NoSuchStart(text) => w::measure_no_such_start(lang, text),
        Why::NoSuchColumn(name) => w::measure_no_such_column(lang, name),
        Why::Undefined(_) => w::measure_undefined(lang).to_owned(),
    }
}
