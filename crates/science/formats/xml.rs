//! The rows of an XML table dump: `<posts><row Id="1" .../></posts>`, one at a time.
//!
//! Only what such a file needs is taken: no document type, no entities but the five that XML has by
//! itself and character references, no processing instruction but the XML declaration, no deep nesting.

use crate::emit::{Go, Out};
use crate::input::{Meter, Stream, io_fatal};
use crate::reason::{Fatal, Limit, Reason, cut};
use crate::staged::Place;
use crate::work::tick;
use quick_xml::Reader;
use quick_xml::errors::{IllFormedError, SyntaxError};
use quick_xml::events::{BytesDecl, BytesStart, Event};
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::rc::Rc;

/// Elements inside each other; a dump needs two.
const DEPTH: usize = 8;
/// Attributes of a row.
const ATTRIBUTES: usize = 64;

/// The attributes of a row.
pub(crate) struct Row {
    pub(crate) place: Place,
    attributes: HashMap<String, String>,
}

impl Row {
    /// An attribute without space around it; none when absent or empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }
}

/// Calls `each` for every row, in order. A row that cannot be read is refused and left out.
pub(crate) fn rows(
    stream: Stream<'_>,
    file: &str,
    counted: bool,
    out: &mut Out<'_>,
    each: &mut dyn FnMut(&mut Out<'_>, Row, &Meter) -> Go,
) -> Go {
    let meter = Rc::clone(&stream.meter);
    let mut source = BufReader::new(stream);
    no_utf16(&mut source, file)?;
    let mut reader = Reader::from_reader(source);
    let mut buffer = Vec::new();
    let mut number = 0_u64;
    let mut shape = Shape::default();
    loop {
        buffer.clear();
        meter.row_ended();
        let place = Place::new(file, number);
        let event =
            reader.read_event_into(&mut buffer).map_err(|e| xml_fatal(place.clone(), &e))?;
        let tag = match shape.step(event) {
            Ok(Step::Row(tag)) => tag,
            Ok(Step::Other) => continue,
            Ok(Step::End) => return Ok(()),
            Err(reason) => return Err(Fatal::new(place, reason).into()),
        };
        number += 1;
        tick(tag.len());
        if counted {
            out.read();
        }
        let place = Place::new(file, number);
        match attributes(&tag) {
            Ok(attributes) => each(out, Row { place, attributes }, &meter)?,
            // A row that is read twice is refused once.
            Err(reason) if counted => out.refuse(place, reason)?,
            Err(_) => {}
        }
    }
}

/// What an event means.
enum Step<'b> {
    Row(BytesStart<'b>),
    Other,
    End,
}

/// Where in the file the reading is.
#[derive(Default)]
struct Shape {
    /// Elements that are open.
    depth: usize,
    /// The outermost element was there.
    begun: bool,
}

impl Shape {
    /// Takes an event, or says why the file cannot be read.
    fn step<'b>(&mut self, event: Event<'b>) -> Result<Step<'b>, Reason> {
        let unsupported = |what: &str| Reason::NotSupported { what: what.to_owned() };
        let is_row = |row: bool, tag| if row { Step::Row(tag) } else { Step::Other };
        Ok(match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.begun = true;
                if self.depth > DEPTH {
                    return Err(Reason::TooBig { limit: Limit::Depth, max: DEPTH as u64 });
                }
                is_row(self.depth == 2, tag)
            }
            Event::Empty(tag) => {
                self.begun = true;
                is_row(self.depth == 1, tag)
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Step::Other
            }
            Event::Decl(declaration) => {
                utf8_only(&declaration)?;
                Step::Other
            }
            Event::DocType(_) => return Err(unsupported("doctype")),
            Event::PI(_) => return Err(unsupported("processing_instruction")),
            Event::Eof if self.depth > 0 => return Err(Reason::Truncated),
            Event::Eof if !self.begun => return Err(Reason::Empty),
            Event::Eof => Step::End,
            Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::GeneralRef(_) => {
                Step::Other
            }
        })
    }
}

/// UTF-16 and the like are not what a dump is written in; read as UTF-8 they would be rubbish.
fn no_utf16(source: &mut impl BufRead, file: &str) -> Go {
    let place = Place::new(file, 0);
    let start = source.fill_buf().map_err(|e| io_fatal(place.clone(), &e))?;
    if start.is_empty() {
        return Err(Fatal::new(place, Reason::Empty).into());
    }
    let wide = start.starts_with(&[0xff, 0xfe])
        || start.starts_with(&[0xfe, 0xff])
        || start.iter().take(4).any(|b| *b == 0);
    if wide { Err(Fatal::new(place, Reason::WrongEncoding).into()) } else { Ok(()) }
}

fn utf8_only(declaration: &BytesDecl<'_>) -> Result<(), Reason> {
    let Some(encoding) = declaration.encoding() else {
        return Ok(());
    };
    let utf8 = encoding.is_ok_and(|name| {
        let name: &[u8] = name.as_ref().as_ref();
        name.eq_ignore_ascii_case(b"utf-8")
            || name.eq_ignore_ascii_case(b"utf8")
            || name.eq_ignore_ascii_case(b"us-ascii")
    });
    if utf8 { Ok(()) } else { Err(Reason::WrongEncoding) }
}

fn attributes(tag: &BytesStart<'_>) -> Result<HashMap<String, String>, Reason> {
    let malformed =
        |detail: &dyn std::fmt::Display| Reason::Malformed { detail: cut(&detail.to_string()) };
    let mut found = HashMap::new();
    // The library compares each attribute with all before it; a map does that in one step.
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|e| malformed(&e))?;
        if found.len() == ATTRIBUTES {
            return Err(malformed(&"too many attributes"));
        }
        let name: &[u8] = attribute.key.as_ref().as_ref();
        let name = std::str::from_utf8(name).map_err(|_| Reason::WrongEncoding)?.to_owned();
        let raw: &[u8] = attribute.value.as_ref().as_ref();
        let raw = std::str::from_utf8(raw).map_err(|_| Reason::WrongEncoding)?;
        let value = quick_xml::escape::unescape(raw).map_err(|e| malformed(&e))?.into_owned();
        if found.insert(name, value).is_some() {
            return Err(malformed(&"an attribute twice"));
        }
    }
    Ok(found)
}

fn xml_fatal(place: Place, error: &quick_xml::Error) -> Fatal {
    use quick_xml::Error;
    let reason = match error {
        Error::Io(e) => return io_fatal(place, e),
        Error::Encoding(_) => Reason::WrongEncoding,
        // What is not closed at the file's end was cut off.
        Error::Syntax(
            SyntaxError::UnclosedTag
            | SyntaxError::UnclosedCData
            | SyntaxError::UnclosedComment
            | SyntaxError::UnclosedPI
            | SyntaxError::UnclosedXmlDecl
            | SyntaxError::UnclosedSingleQuotedAttributeValue
            | SyntaxError::UnclosedDoubleQuotedAttributeValue,
        )
        | Error::IllFormed(IllFormedError::MissingEndTag(_)) => Reason::Truncated,
        Error::Syntax(SyntaxError::UnclosedDoctype) => {
            Reason::NotSupported { what: "doctype".into() }
        }
        other => Reason::Malformed { detail: cut(&other.to_string()) },
    };
    Fatal::new(place, reason)
}
