//! Text in a file for a spreadsheet.

/// A cell in quotes that no spreadsheet takes for a formula, also not behind spaces or
/// in the wide signs of East Asia: names are chosen by people, and a file is opened by
/// whoever has the highest rank.
#[must_use]
pub fn csv_cell(text: &str) -> String {
    let risky = |c: char| "=+-@|%＝＋－＠".contains(c);
    let guard = text.trim_start().starts_with(risky) || text.starts_with(|c: char| c.is_control());
    format!("\"{}{}\"", if guard { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::csv_cell;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("Magazijn", "\"Magazijn\""),
            ("", "\"\""),
            ("12", "\"12\""),
            ("=cmd|'/c calc'!A0", "\"'=cmd|'/c calc'!A0\""),
            (" \t=1+1", "\"' \t=1+1\""),
            ("+31 6", "\"'+31 6\""),
            ("-1", "\"'-1\""),
            ("@sum(1)", "\"'@sum(1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\u{ff1d}1", "\"'\u{ff1d}1\""),
            ("zei \"nee\"; nu", "\"zei \"\"nee\"\"; nu\""),
        ] {
            assert_eq!(csv_cell(text), expected);
        }
    }
}
