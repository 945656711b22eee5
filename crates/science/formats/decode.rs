//! Which encoding a text file has, and its text as UTF-8.
//!
//! The whole file is looked at before it is read, because one wrong guess spoils every name in it:
//! - A byte-order mark decides: UTF-8, UTF-16 little or big endian.
//! - Without one it is UTF-8 when every byte fits. When few bytes do not and ten times as many
//!   characters beyond ASCII do, it is UTF-8 with broken rows, which are refused one by one.
//! - Otherwise it is Windows-1252, unless a byte has no meaning there.
//! - A zero byte means that it is no text.

use crate::input::{Input, Stream, io_fatal};
use crate::reason::{Fatal, Reason};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

/// So many bytes from the start are kept to find the delimiter.
const HEAD: usize = 64 * 1024;

/// What a look at the whole file told.
pub(crate) struct Look {
    pub(crate) encoding: &'static Encoding,
    /// The first bytes, as they are.
    head: Vec<u8>,
}

impl Look {
    /// The beginning of the text.
    pub(crate) fn head(&self) -> String {
        self.encoding.decode_with_bom_removal(&self.head).0.into_owned()
    }
}

/// Reads the file once and says which encoding it has.
pub(crate) fn look(input: &Input) -> Result<Look, Fatal> {
    let mut stream = input.open()?;
    let mut tally = Tally::default();
    let mut head = Vec::new();
    // Small enough to stay below every limit on a row.
    let mut buffer = vec![0; 8 * 1024];
    loop {
        stream.meter.row_ended();
        let n = stream.read(&mut buffer).map_err(|e| io_fatal(input.place(), &e))?;
        if n == 0 {
            break;
        }
        let some = &buffer[..n];
        head.extend_from_slice(&some[..n.min(HEAD - head.len())]);
        tally.take(some);
    }
    if head.is_empty() {
        return Err(Fatal::new(input.place(), Reason::Empty));
    }
    let encoding = match Encoding::for_bom(&head) {
        Some((encoding, _)) => encoding,
        None => tally.encoding().ok_or_else(|| Fatal::new(input.place(), no_text(&head)))?,
    };
    if encoding == UTF_8 && tally.zero {
        return Err(Fatal::new(input.place(), Reason::WrongEncoding));
    }
    Ok(Look { encoding, head })
}

/// Why bytes are no text; what people often send instead of a table is named.
fn no_text(head: &[u8]) -> Reason {
    let known: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "xlsx_or_zip"),
        (b"\xd0\xcf\x11\xe0", "xls"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"%PDF", "pdf"),
        (b"SQLite format 3", "sqlite"),
    ];
    known
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map_or(Reason::WrongEncoding, |(_, what)| Reason::NotSupported {
            what: (*what).to_owned(),
        })
}

/// Counts over the bytes of a file.
#[derive(Default)]
struct Tally {
    /// Characters of two to four bytes that are UTF-8.
    wide: u64,
    /// Places where the bytes are no UTF-8.
    broken: u64,
    /// A zero byte was there.
    zero: bool,
    /// A byte was there that Windows-1252 does not define.
    undefined: bool,
    /// The beginning of a character whose rest is in the next buffer.
    rest: Vec<u8>,
}

impl Tally {
    fn take(&mut self, bytes: &[u8]) {
        self.zero |= bytes.contains(&0);
        self.undefined |= bytes.iter().any(|b| matches!(b, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
        let mut joined = std::mem::take(&mut self.rest);
        joined.extend_from_slice(bytes);
        let mut left: &[u8] = &joined;
        while !left.is_empty() {
            match std::str::from_utf8(left) {
                Ok(good) => {
                    self.count(good.as_bytes());
                    return;
                }
                Err(e) => {
                    let (good, bad) = left.split_at(e.valid_up_to());
                    self.count(good);
                    let Some(length) = e.error_len() else {
                        self.rest = bad.to_vec();
                        return;
                    };
                    self.broken += 1;
                    left = &bad[length..];
                }
            }
        }
    }

    fn count(&mut self, good: &[u8]) {
        self.wide += good.iter().filter(|b| **b >= 0xc0).count() as u64;
    }

    fn encoding(&self) -> Option<&'static Encoding> {
        let broken = self.broken + u64::from(!self.rest.is_empty());
        if self.zero {
            None
        } else if broken == 0 || broken.saturating_mul(10) <= self.wide {
            Some(UTF_8)
        } else {
            (!self.undefined).then_some(WINDOWS_1252)
        }
    }
}

/// The stream as UTF-8 with one kind of line end. UTF-8 itself goes through as it is, broken bytes included.
pub(crate) fn decoded<'a>(stream: Stream<'a>, encoding: &'static Encoding) -> Box<dyn Read + 'a> {
    if encoding == UTF_8 {
        Box::new(Lines::new(WithoutMark::new(stream)))
    } else {
        Box::new(Lines::new(Transcoded::new(stream, encoding)))
    }
}

/// Text whose lines all end in a line feed, the last one too, so that lines are counted alike whoever
/// wrote the file.
struct Lines<R> {
    inner: R,
    /// The byte before was a carriage return, given on as a line feed.
    after_return: bool,
    /// The last byte given was a line feed.
    ended: bool,
}

impl<R> Lines<R> {
    fn new(inner: R) -> Self {
        Self { inner, after_return: false, ended: true }
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let n = self.inner.read(buffer)?;
            if n == 0 {
                let Some(last) = buffer.first_mut().filter(|_| !self.ended) else {
                    return Ok(0);
                };
                *last = b'\n';
                self.ended = true;
                return Ok(1);
            }
            let mut kept = 0;
            for at in 0..n {
                let byte = buffer[at];
                let second_half = byte == b'\n' && self.after_return;
                self.after_return = byte == b'\r';
                if !second_half {
                    buffer[kept] = if byte == b'\r' { b'\n' } else { byte };
                    kept += 1;
                }
            }
            // Nothing kept is not yet the end.
            if kept > 0 {
                self.ended = buffer[kept - 1] == b'\n';
                return Ok(kept);
            }
        }
    }
}

/// UTF-8 without a byte-order mark at its start.
struct WithoutMark<R> {
    inner: R,
    begun: bool,
    /// What was read to see whether it is a mark and was none.
    kept: Vec<u8>,
}

impl<R: Read> WithoutMark<R> {
    fn new(inner: R) -> Self {
        Self { inner, begun: false, kept: Vec::new() }
    }
}

impl<R: Read> Read for WithoutMark<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.begun {
            self.begun = true;
            self.inner.by_ref().take(3).read_to_end(&mut self.kept)?;
            if self.kept == b"\xef\xbb\xbf" {
                self.kept.clear();
            }
        }
        if self.kept.is_empty() {
            return self.inner.read(buffer);
        }
        let n = self.kept.as_slice().read(buffer)?;
        self.kept.drain(..n);
        Ok(n)
    }
}

/// Text of another encoding as UTF-8; a byte without meaning is an error.
struct Transcoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// How much of `raw` is read and not yet decoded.
    from: usize,
    to: usize,
    text: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Transcoded<R> {
    fn new(inner: R, encoding: &'static Encoding) -> Self {
        debug_assert!(encoding == UTF_16LE || encoding == UTF_16BE || encoding == WINDOWS_1252);
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; 8 * 1024],
            from: 0,
            to: 0,
            text: Vec::new(),
            given: 0,
            ended: false,
        }
    }

    /// Decodes more until there is text to give or the end.
    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.given = 0;
        while self.text.is_empty() && !self.ended {
            if self.from == self.to {
                self.from = 0;
                self.to = self.inner.read(&mut self.raw)?;
            }
            let last = self.to == 0;
            self.text.resize(32 * 1024, 0);
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(
                &self.raw[self.from..self.to],
                &mut self.text,
                last,
            );
            self.text.truncate(written);
            self.from += read;
            match result {
                DecoderResult::Malformed(..) => return Err(io::Error::other(BadText)),
                DecoderResult::InputEmpty => self.ended = last,
                DecoderResult::OutputFull => {}
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.text.len() {
            self.refill()?;
        }
        let n = (&self.text[self.given..]).read(buffer)?;
        self.given += n;
        Ok(n)
    }
}

/// The message that bytes are no text, on its way through `std::io::Error`.
#[derive(Debug)]
pub(crate) struct BadText;

impl std::fmt::Display for BadText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no text in the encoding of its byte-order mark")
    }
}

impl std::error::Error for BadText {}
