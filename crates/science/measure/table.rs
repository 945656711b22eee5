//! A file as a table: separator and header recognised, every value with its place.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};

use crate::problem::{Place, Problem, Why};

/// A file that the caller opened. Gzip is recognised and unpacked.
pub struct Source {
    /// What to call it in the answer and in problems.
    pub name: String,
    /// Its bytes.
    pub bytes: Box<dyn Read>,
}

impl Source {
    /// A file of this name.
    pub fn new(name: impl Into<String>, bytes: impl Read + 'static) -> Self {
        Self { name: name.into(), bytes: Box::new(bytes) }
    }
}

/// A column that a kind knows.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Other headings by which it is known, in small letters, Dutch and English.
    pub also: &'static [&'static str],
    /// Whether it must be there.
    pub needed: bool,
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: String,
    columns: BTreeMap<&'static str, usize>,
    /// With a comma between fields a comma cannot stand before decimals.
    decimal_comma: bool,
    rows: Vec<(u64, Vec<String>)>,
}

/// A table whose columns are not known beforehand. The first row is the header.
#[derive(Debug)]
pub(crate) struct Raw {
    pub(crate) name: String,
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<(u64, Vec<String>)>,
    decimal_comma: bool,
}

impl Raw {
    pub(crate) fn read(source: Source) -> Result<Self, Problem> {
        let name = source.name.clone();
        let text = text(source)?;
        let between = separator(&text);
        let mut rows = split(&name, &text, between)?;
        if rows.len() < 2 {
            return Err(Problem::file(&name, Why::Empty));
        }
        let header: Vec<String> =
            rows.remove(0).1.iter().map(|cell| cell.trim().to_owned()).collect();
        if let Some((line, row)) = rows.iter().find(|(_, row)| row.len() != header.len()) {
            return Err(Problem::line(&name, *line, Why::Uneven(row.len(), header.len())));
        }
        Ok(Self { name, header, rows, decimal_comma: between != Some(b',') })
    }

    /// The place of a column by one of its headings.
    pub(crate) fn place(&self, column: &Column) -> Option<usize> {
        let named = |heading: &String| heading.to_lowercase() == column.name;
        let exact = self.header.iter().position(named);
        exact.or_else(|| self.header.iter().position(|heading| is(column, heading)))
    }

    /// A finite number.
    pub(crate) fn number(&self, row: usize, column: usize) -> Result<f64, Problem> {
        let (line, cells) = &self.rows[row];
        let text = cells[column].trim();
        let plain = if self.decimal_comma { text.replace(',', ".") } else { text.to_owned() };
        plain.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(|| {
            let why = if text.is_empty() { Why::Missing } else { Why::NotANumber(text.to_owned()) };
            let mut problem = Problem::line(&self.name, *line, why);
            problem.place.column = Some(self.header[column].clone());
            problem
        })
    }
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Table,
    line: u64,
    cells: &'a [String],
}

impl Table {
    /// Reads a file. The first row is the header when it names a needed column. Otherwise columns are
    /// those of `named`, or the known ones in their order if the first row could be data.
    pub(crate) fn read(
        source: Source,
        known: &[Column],
        named: Option<&[String]>,
    ) -> Result<Self, Problem> {
        let name = source.name.clone();
        let text = text(source)?;
        let between = separator(&text);
        let mut rows = split(&name, &text, between)?;
        let Some((line, first)) = rows.first().cloned() else {
            return Err(Problem::file(&name, Why::Empty));
        };
        let header = match named {
            Some(names) => names.to_vec(),
            None if names_any(&first, known) => {
                rows.remove(0);
                first.clone()
            }
            None if could_be_data(&first, known) => {
                known.iter().map(|c| c.name.to_owned()).take(first.len()).collect()
            }
            None => first.clone(),
        };
        let columns = place(&header, known).map_err(|why| Problem::line(&name, line, why))?;
        if rows.is_empty() {
            return Err(Problem::file(&name, Why::Empty));
        }
        let width = named.map_or(first.len(), |_| header.len());
        if let Some((line, row)) = rows.iter().find(|(_, row)| row.len() != width) {
            return Err(Problem::line(&name, *line, Why::Uneven(row.len(), width)));
        }
        Ok(Self { name, columns, decimal_comma: between != Some(b','), rows })
    }

    /// Reads a file that is of one of two forms: the second when its header names that form's
    /// columns, else the first.
    pub(crate) fn read_either(
        source: Source,
        first: &[Column],
        second: &[Column],
        named: Option<&[String]>,
    ) -> Result<Self, Problem> {
        let name = source.name.clone();
        let text = text(source)?;
        let rows = split(&name, &text, separator(&text))?;
        let header = named.map(<[String]>::to_vec).or_else(|| rows.first().map(|r| r.1.clone()));
        let other = header.is_some_and(|header| place(&header, second).is_ok());
        let again = Source::new(name, std::io::Cursor::new(text.into_bytes()));
        Self::read(again, if other { second } else { first }, named)
    }

    /// Whether the table has this column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The rows below the header.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

impl<'a> Row<'a> {
    /// The text of a column; empty when the table has none.
    pub(crate) fn text(&self, column: &str) -> &'a str {
        let place = self.table.columns.get(column);
        place.and_then(|&at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// A problem with this value.
    pub(crate) fn problem(&self, column: &str, why: Why) -> Problem {
        Problem {
            place: Place {
                file: Some(self.table.name.clone()),
                line: Some(self.line),
                column: Some(column.to_owned()),
            },
            why,
        }
    }

    /// A text that must be there.
    pub(crate) fn needed(&self, column: &str) -> Result<&'a str, Problem> {
        match self.text(column) {
            "" => Err(self.problem(column, Why::Missing)),
            text => Ok(text),
        }
    }

    /// A finite number; with a decimal point, or a comma where fields are not parted by commas.
    pub(crate) fn number(&self, column: &str) -> Result<f64, Problem> {
        let text = self.needed(column)?;
        let plain = if self.table.decimal_comma { text.replace(',', ".") } else { text.to_owned() };
        match plain.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(self.problem(column, Why::NotANumber(text.to_owned()))),
        }
    }

    /// A number of at least zero.
    pub(crate) fn amount(&self, column: &str) -> Result<f64, Problem> {
        let number = self.number(column)?;
        if number < 0.0 {
            return Err(self.problem(column, Why::Negative(self.text(column).to_owned())));
        }
        Ok(number)
    }

    /// A whole number of at least zero; `3.0` is one too. At most 2⁵³, where doubles stop counting.
    pub(crate) fn count(&self, column: &str) -> Result<u64, Problem> {
        let number = self.number(column)?;
        if number < 0.0 || number.fract() != 0.0 || number > 9_007_199_254_740_992.0 {
            return Err(self.problem(column, Why::NotACount(self.text(column).to_owned())));
        }
        Ok(number as u64)
    }
}

/// The whole text; a mark of byte order at the front is dropped.
fn text(source: Source) -> Result<String, Problem> {
    let unreadable =
        |error: std::io::Error| Problem::file(&source.name, Why::Unreadable(error.to_string()));
    let mut reader = BufReader::new(source.bytes);
    let packed = reader.fill_buf().map_err(unreadable)?.starts_with(&[0x1f, 0x8b]);
    let mut bytes = Vec::new();
    let read = if packed {
        flate2::bufread::MultiGzDecoder::new(reader).read_to_end(&mut bytes)
    } else {
        reader.read_to_end(&mut bytes)
    };
    read.map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|_| Problem::file(&source.name, Why::NotText))?;
    Ok(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned))
}

/// What stands between fields: a tab, a semicolon or a comma, as far as the first line with anything
/// in it has one; else white space.
fn separator(text: &str) -> Option<u8> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [b'\t', b';', b','].into_iter().find(|b| first.as_bytes().contains(b))
}

fn split(name: &str, text: &str, between: Option<u8>) -> Result<Vec<(u64, Vec<String>)>, Problem> {
    let Some(between) = between else {
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        let cells = |line: &str| line.split_whitespace().map(str::to_owned).collect();
        return Ok(lines.map(|(number, line)| (number, cells(line))).collect());
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(between)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            Problem::line(name, line, Why::NotATable(error.to_string()))
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
    }
    Ok(rows)
}

fn is(column: &Column, heading: &str) -> bool {
    let heading = heading.trim().to_lowercase();
    heading == column.name || column.also.contains(&heading.as_str())
}

fn names_any(first: &[String], known: &[Column]) -> bool {
    known.iter().any(|column| first.iter().any(|heading| is(column, heading)))
}

/// Whether a first row that names nothing is data: it has the needed columns, and a number in one of
/// the first two places.
fn could_be_data(first: &[String], known: &[Column]) -> bool {
    let needed = known.iter().filter(|c| c.needed).count();
    let number = |cell: &String| cell.trim().replace(',', ".").parse::<f64>().is_ok();
    first.len() >= needed && first.len() <= known.len() && first.iter().take(2).any(number)
}

/// The place of each known column.
fn place(header: &[String], known: &[Column]) -> Result<BTreeMap<&'static str, usize>, Why> {
    let mut columns = BTreeMap::new();
    for column in known {
        // The exact name goes before the other headings.
        let exact = header.iter().filter(|h| h.trim().to_lowercase() == column.name).count();
        let fits = |h: &String| {
            if exact > 0 { h.trim().to_lowercase() == column.name } else { is(column, h) }
        };
        let mut places = header.iter().enumerate().filter(|(_, h)| fits(h)).map(|(at, _)| at);
        if let Some(at) = places.next() {
            if places.next().is_some() {
                return Err(Why::DoubleColumn(column.name.to_owned()));
            }
            columns.insert(column.name, at);
        }
    }
    let missing: Vec<String> = known
        .iter()
        .filter(|c| c.needed && !columns.contains_key(c.name))
        .map(|c| c.name.to_owned())
        .collect();
    if missing.is_empty() {
        Ok(columns)
    } else {
        let shown = |heading: &String| heading.chars().take(40).collect();
        Err(Why::MissingColumns(missing, header.iter().take(20).map(shown).collect()))
    }
}
