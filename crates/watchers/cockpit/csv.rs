//! Figures as a file for a spreadsheet.

/// One line: every cell in quotes, semicolons between, as spreadsheets in Dutch expect.
pub(crate) fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| text::csv_cell(text)).collect();
    format!("{}\r\n", cells.join(";"))
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
    fn a_file_has_its_mark_and_its_lines() {
        let file = super::file(&[vec!["a".to_owned(), "b".to_owned()]]);
        assert_eq!(file, "\u{feff}\"a\";\"b\"\r\n".as_bytes());
    }
}
