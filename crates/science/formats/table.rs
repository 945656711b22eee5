//! A table in text: encoding, delimiter and header found, rows given one by one.

use crate::decode::{decoded, look};
use crate::emit::{Go, Out};
use crate::input::{Input, Meter, io_fatal};
use crate::mapping::{Headings, Mapping, columns, known, shown};
use crate::reason::{Fatal, Field, Limit, Reason, cut};
use crate::staged::{Place, Skip};
use crate::work::tick;
use csv::{ByteRecord, ReaderBuilder};
use std::collections::BTreeMap;
use std::io::Read;
use std::rc::Rc;

/// The most columns of a table.
const COLUMNS_MAX: usize = 500;
/// After so many rows the sink hears how far it is.
const PROGRESS_ROWS: u64 = 1000;

/// A table whose header is read.
pub(crate) struct Table {
    reader: csv::Reader<Box<dyn Read>>,
    meter: Rc<Meter>,
    total: u64,
    file: String,
    header: Vec<String>,
    columns: BTreeMap<Field, usize>,
    record: ByteRecord,
    /// The line on which the record begins.
    line: u64,
    rows: u64,
}

/// A row with as many fields as the header.
pub(crate) struct Row<'a> {
    pub(crate) place: Place,
    fields: Vec<&'a str>,
    columns: &'a BTreeMap<Field, usize>,
}

impl Row<'_> {
    /// The field without space around it; empty when the table has no such column.
    pub(crate) fn get(&self, field: Field) -> &str {
        self.columns.get(&field).and_then(|i| self.fields.get(*i)).map_or("", |text| text.trim())
    }
}

/// A header, the column of each field as far as that can be said, and some rows.
pub(crate) type Beginning = (Vec<String>, BTreeMap<Field, usize>, Vec<Vec<String>>);

impl Table {
    /// Opens the file and reads its header.
    pub(crate) fn open(
        input: &Input,
        headings: Headings,
        mapping: &Mapping,
    ) -> Result<Self, Fatal> {
        let mut table = Self::unfold(input, headings, mapping)?;
        table.columns = columns(&table.header, headings, mapping, &Place::new(&table.file, 1))?;
        Ok(table)
    }

    /// The header, the column of each field as far as that can be said, and the first rows.
    pub(crate) fn peek(
        input: &Input,
        headings: Headings,
        mapping: &Mapping,
        most: usize,
    ) -> Result<Beginning, Fatal> {
        let mut table = Self::unfold(input, headings, mapping)?;
        let place = Place::new(&table.file, 1);
        // Fields that are told apart by nobody yet are left open.
        let found = columns(&table.header, headings, mapping, &place).unwrap_or_default();
        let mut rows = Vec::new();
        while rows.len() < most && table.advance()? {
            let cells = table.record.iter().take(table.header.len());
            let row: Vec<String> = cells.map(|f| cut(&String::from_utf8_lossy(f))).collect();
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                rows.push(row);
            }
        }
        Ok((table.header, found, rows))
    }

    /// Opens the file and reads its header, whatever the columns mean.
    fn unfold(input: &Input, headings: Headings, mapping: &Mapping) -> Result<Self, Fatal> {
        let look = look(input)?;
        let head = look.head();
        let delimiter = delimiter(&head, headings, mapping);
        let stream = input.open()?;
        let (meter, total) = (Rc::clone(&stream.meter), stream.total);
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(decoded(stream, look.encoding));
        let mut table = Self {
            reader,
            meter,
            total,
            file: input.name().to_owned(),
            header: Vec::new(),
            columns: BTreeMap::new(),
            record: ByteRecord::new(),
            line: 0,
            rows: 0,
        };
        table.read_header()?;
        Ok(table)
    }

    /// Whether the table has a column for the field.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// Stops the reading unless there is a column for each of the fields.
    pub(crate) fn need(&self, fields: &[Field]) -> Result<(), Fatal> {
        let needed: Vec<Field> = fields.iter().copied().filter(|field| !self.has(*field)).collect();
        if needed.is_empty() {
            return Ok(());
        }
        let reason = Reason::MissingColumns { found: shown(&self.header), needed };
        Err(Fatal::new(Place::new(&self.file, 1), reason))
    }

    fn read_header(&mut self) -> Result<(), Fatal> {
        let place = Place::new(&self.file, 1);
        loop {
            if !self.advance()? {
                return Err(Fatal::new(place, Reason::Empty));
            }
            let line_of_excel = self.record.get(0).is_some_and(|f| f.starts_with(b"sep="));
            if !line_of_excel && self.record.iter().any(|f| !f.trim_ascii().is_empty()) {
                break;
            }
        }
        if self.record.len() > COLUMNS_MAX {
            let reason = Reason::TooBig { limit: Limit::Columns, max: COLUMNS_MAX as u64 };
            return Err(Fatal::new(place, reason));
        }
        self.header =
            self.record.iter().map(|f| String::from_utf8_lossy(f).trim().to_owned()).collect();
        Ok(())
    }

    /// Reads the next record, whatever it is; false at the end.
    fn advance(&mut self) -> Result<bool, Fatal> {
        self.meter.row_ended();
        let more = self.reader.read_byte_record(&mut self.record).map_err(|e| {
            let place = Place::new(&self.file, self.line + 1);
            match e.into_kind() {
                csv::ErrorKind::Io(e) => io_fatal(place, &e),
                other => {
                    Fatal::new(place, Reason::Malformed { detail: cut(&format!("{other:?}")) })
                }
            }
        })?;
        // The library counts from where it began to look, before empty lines; counted back from the end
        // it is where the record begins.
        let within = self.record.as_slice().iter().filter(|b| **b == b'\n').count() as u64;
        self.line = self.reader.position().line().saturating_sub(1 + within);
        Ok(more)
    }

    /// The next row that has the header's shape. What has not is refused here.
    pub(crate) fn next(&mut self, out: &mut Out<'_>) -> Go<Option<Row<'_>>> {
        loop {
            if self.rows.is_multiple_of(PROGRESS_ROWS) {
                out.progress(self.meter.packed.get(), self.total);
            }
            if !self.advance()? {
                out.progress(self.total, self.total);
                return Ok(None);
            }
            self.rows += 1;
            tick(self.record.as_slice().len());
            out.read();
            match self.fault() {
                None => break,
                Some(Fault::Empty) => out.skip(Skip::EmptyLine),
                Some(Fault::Reason(reason)) => out.refuse(self.place(), reason)?,
            }
        }
        let fields =
            self.record.iter().map(|f| std::str::from_utf8(f).unwrap_or_default()).collect();
        Ok(Some(Row { place: self.place(), fields, columns: &self.columns }))
    }

    fn place(&self) -> Place {
        Place::new(&self.file, self.line)
    }

    fn fault(&self) -> Option<Fault> {
        let (expected, found) = (self.header.len(), self.record.len());
        if self.record.iter().all(|f| f.trim_ascii().is_empty()) {
            return Some(Fault::Empty);
        }
        if self.record.iter().any(|f| std::str::from_utf8(f).is_err()) {
            return Some(Fault::Reason(Reason::WrongEncoding));
        }
        // Spreadsheets leave empty fields at a row's end; anything else is a shifted row.
        let rest_empty = self.record.iter().skip(expected).all(|f| f.trim_ascii().is_empty());
        if found < expected || !rest_empty {
            let reason =
                Reason::WrongNumberOfFields { expected: expected as u64, found: found as u64 };
            return Some(Fault::Reason(reason));
        }
        // A quote that never closes swallows the rows after it into one field.
        let swallowed = self
            .columns
            .values()
            .find(|i| self.record.get(**i).is_some_and(|f| f.trim_ascii().contains(&b'\n')));
        swallowed.map(|_| {
            Fault::Reason(Reason::Malformed { detail: "line break in a field".to_owned() })
        })
    }
}

enum Fault {
    Empty,
    Reason(Reason),
}

/// The delimiter under which the header has the most known headings, then the most columns; a line
/// `sep=;`, as Excel writes it, decides.
fn delimiter(head: &str, headings: Headings, mapping: &Mapping) -> u8 {
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    if let Some(&byte) = first.strip_prefix("sep=").and_then(|rest| rest.as_bytes().first()) {
        return byte;
    }
    let mut best = (b',', 0, 0);
    for byte in [b';', b',', b'\t'] {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(byte)
            .from_reader(first.as_bytes());
        let header: Vec<String> = match reader.byte_records().next() {
            Some(Ok(record)) => {
                record.iter().map(|f| String::from_utf8_lossy(f).into_owned()).collect()
            }
            _ => Vec::new(),
        };
        let score = (known(&header, headings, mapping), header.len());
        if score > (best.1, best.2) {
            best = (byte, score.0, score.1);
        }
    }
    best.0
}
