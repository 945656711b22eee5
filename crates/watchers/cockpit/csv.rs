//! Figures as a file for a spreadsheet.

/// One line: every cell in quotes, semicolons between, as spreadsheets in Dutch expect.
pub(crate) fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(";"))
}

/// A cell that no spreadsheet takes for a formula: names are chosen by people.
fn cell(text: &str) -> String {
    let risky = text.trim_start().starts_with(['=', '+', '-', '@', '|', '%'])
        || text.starts_with(['\t', '\r', '\n']);
    let kept = if risky { format!("'{text}") } else { text.to_owned() };
    format!("\"{}\"", kept.replace('"', "\"\""))
}

/// The file: the mark by which spreadsheets know UTF-8, then the lines.
pub(crate) fn file(lines: &[Vec<String>]) -> Vec<u8> {
    let mut all = String::from('\u{feff}');
    for cells in lines {
        all.push_str(&line(cells));
    }
    all.into_bytes()
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("Magazijn", "\"Magazijn\""),
            ("=cmd|'/c calc'!A0", "\"'=cmd|'/c calc'!A0\""),
            (" +1", "\"' +1\""),
            ("@sum", "\"'@sum\""),
            ("zei \"nee\"; nu", "\"zei \"\"nee\"\"; nu\""),
        ] {
            assert_eq!(super::cell(text), expected);
        }
        let file = super::file(&[vec!["a".to_owned(), "b".to_owned()]]);
        assert_eq!(file, "\u{feff}\"a\";\"b\"\r\n".as_bytes());
    }
}
