//! A table as a file of values, for any program.

use crate::{Cell, Table};

/// The table as comma-separated values (RFC 4180, UTF-8), numbers written plainly: what is
/// shown as 39% is 0.39. No cell is taken for a formula.
pub fn values(table: &Table) -> String {
    let mut out = String::new();
    let heading: Vec<String> = table.columns.iter().map(|c| quoted(&c.name)).collect();
    out.push_str(&heading.join(","));
    out.push_str("\r\n");
    for row in &table.rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                Cell::Text(text) => quoted(text),
                Cell::Number(number, _) => number.to_string(),
                Cell::Share(share, _) => format!("{share:.6}"),
            })
            .collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", harmless(text).replace('"', "\"\""))
}

/// Text that no spreadsheet takes for a formula: names are chosen by people.
pub(crate) fn harmless(text: &str) -> String {
    let risky = |c: char| "=+-@|%＝＋－＠".contains(c);
    let guard = text.trim_start().starts_with(risky) || text.starts_with(char::is_control);
    if guard { format!("'{text}") } else { text.to_owned() }
}
