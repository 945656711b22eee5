//! A JSON file that is one long list, an element at a time.

use crate::emit::{Go, Out, Stop};
use crate::input::{Meter, Stream, io_fatal};
use crate::reason::{Fatal, Limit, Reason, cut};
use crate::staged::Place;
use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::error::Category;
use std::fmt;
use std::io::BufReader;
use std::rc::Rc;

/// The depth at which serde_json gives up.
const DEPTH: u64 = 128;

/// Calls `each` with the number (from 1) and value of every element.
pub(crate) fn list(
    stream: Stream<'_>,
    file: &str,
    out: &mut Out<'_>,
    each: &mut dyn FnMut(&mut Out<'_>, u64, &Value) -> Go,
) -> Go {
    let meter = Rc::clone(&stream.meter);
    let mut walk = Walk { out, each, meter: &meter, number: 0, stop: None };
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(stream));
    let end = (&mut walk).deserialize(&mut json).and_then(|()| json.end());
    let (number, stop) = (walk.number, walk.stop);
    if let Some(stop) = stop {
        return Err(stop);
    }
    end.map_err(|e| json_fatal(Place::new(file, number), e).into())
}

struct Walk<'w, 's> {
    out: &'w mut Out<'s>,
    each: &'w mut dyn FnMut(&mut Out<'_>, u64, &Value) -> Go,
    meter: &'w Meter,
    number: u64,
    /// Why `each` ended the walk; serde's own error cannot carry it.
    stop: Option<Stop>,
}

impl<'de> DeserializeSeed<'de> for &mut Walk<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Walk<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            self.meter.row_ended();
            self.number += 1;
            if let Err(stop) = (self.each)(self.out, self.number, &value) {
                self.stop = Some(stop);
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

fn json_fatal(place: Place, error: serde_json::Error) -> Fatal {
    let detail = cut(&error.to_string());
    let reason = match error.classify() {
        Category::Io => return io_fatal(place, &std::io::Error::from(error)),
        Category::Eof => Reason::Truncated,
        Category::Syntax if detail.contains("recursion limit") => {
            Reason::TooBig { limit: Limit::Depth, max: DEPTH }
        }
        Category::Syntax | Category::Data => Reason::Malformed { detail },
    };
    Fatal::new(place, reason)
}

/// A member of an object that is text with something in it; a number counts as its text.
pub(crate) fn text<'a>(value: &'a Value, name: &str) -> Option<std::borrow::Cow<'a, str>> {
    match value.get(name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.as_str().into()),
        Value::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

/// A member of a member.
pub(crate) fn inner_text<'a>(
    value: &'a Value,
    outer: &str,
    name: &str,
) -> Option<std::borrow::Cow<'a, str>> {
    value.get(outer).and_then(|inner| text(inner, name))
}

/// A member that is true.
pub(crate) fn flag(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or(false)
}

/// The elements of a member that is a list.
pub(crate) fn items<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
