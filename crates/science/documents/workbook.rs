//! Tables as a workbook.

use crate::values::harmless;
use crate::{Cell, Failed, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook};

/// One sheet: a title, some lines, a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// What stands on its tab.
    pub name: String,
    /// What it is about.
    pub title: String,
    /// Sentences above the table.
    pub lines: Vec<String>,
    /// The table.
    pub table: Table,
}

/// The most that a tab can hold, and what it may not.
const LONGEST_NAME: usize = 31;
/// The most text that a cell can hold.
const LONGEST_CELL: usize = 32_000;

fn tab(name: &str, used: &[String]) -> String {
    let clean: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).collect();
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let mut found = cut(clean.trim(), LONGEST_NAME);
    let mut number = 2;
    while found.is_empty() || used.iter().any(|u| u.to_lowercase() == found.to_lowercase()) {
        found = format!("{} {number}", cut(clean.trim(), LONGEST_NAME - 4));
        number += 1;
    }
    found
}

fn safe(text: &str) -> String {
    let cut: String = text.chars().filter(|c| !c.is_control()).take(LONGEST_CELL).collect();
    harmless(&cut)
}

/// A workbook of these sheets: numbers are numbers, shares are percentages, and no text is
/// a formula. The same sheets give the same bytes.
///
/// # Errors
/// When the workbook cannot be written.
pub fn workbook(title: &str, owner: &str, sheets: &[Sheet]) -> Result<Vec<u8>, Failed> {
    let mut book = Workbook::new();
    // Not the time of writing: the same report is the same file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_title(title).set_author(owner);
    book.set_properties(&properties.set_creation_datetime(&made));
    let large = Format::new().set_bold().set_font_size(14);
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut used: Vec<String> = Vec::new();
    for sheet in sheets {
        let name = tab(&sheet.name, &used);
        let page = book.add_worksheet();
        page.set_name(&name)?;
        used.push(name);
        page.write_string_with_format(0, 0, safe(&sheet.title), &large)?;
        let mut row = 1;
        for line in &sheet.lines {
            page.write_string(row, 0, safe(line))?;
            row += 1;
        }
        row += u32::from(!sheet.lines.is_empty()) + u32::from(sheet.lines.is_empty());
        write(page, row, &sheet.table, &wrap)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write(
    page: &mut rust_xlsxwriter::Worksheet,
    top: u32,
    table: &Table,
    wrap: &Format,
) -> Result<(), Failed> {
    let head = Format::new().set_bold().set_border_bottom(rust_xlsxwriter::FormatBorder::Thin);
    let whole = Format::new().set_num_format("#,##0");
    let percent = Format::new().set_num_format("0.0%");
    for (at, column) in (0_u16..).zip(&table.columns) {
        page.write_string_with_format(top, at, safe(&column.name), &head)?;
        let longest = table
            .rows
            .iter()
            .filter_map(|row| row.get(usize::from(at)))
            .map(|cell| cell.shown().chars().count())
            .max()
            .unwrap_or(0)
            .max(column.name.chars().count());
        page.set_column_width(at, (longest as f64 + 2.0).clamp(8.0, 60.0))?;
    }
    for (down, cells) in (top + 1..).zip(&table.rows) {
        for (at, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    page.write_string_with_format(down, at, safe(text), wrap)?;
                }
                Cell::Number(number, _) => {
                    page.write_number_with_format(down, at, *number as f64, &whole)?;
                }
                Cell::Share(share, _) => {
                    page.write_number_with_format(down, at, *share, &percent)?;
                }
            }
        }
    }
    if !table.columns.is_empty() {
        page.set_freeze_panes(top + 1, 0)?;
    }
    Ok(())
}
