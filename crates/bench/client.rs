//! A small HTTP/1.1 client that keeps its connection: enough for a server that
//! gives every answer a length, and cheap enough to load one.

use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The cookie of a session, as crate `web` names it.
const SESSION: &str = "__Host-noaber";

/// A connection with the last answer.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    head: usize,
}

/// What came back; the bytes stay in the connection.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Bytes on the wire, head and body.
    pub bytes: usize,
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// That nobody listens.
    pub fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream, buffer: Vec::with_capacity(256 * 1024), head: 0 })
    }

    /// Sends a request and reads the whole answer.
    ///
    /// # Errors
    /// The network's, or an answer without a length.
    pub fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request)?;
        self.buffer.clear();
        let mut chunk = [0; 64 * 1024];
        let mut whole = None;
        loop {
            if let Some(length) = whole
                && self.buffer.len() >= length
            {
                break;
            }
            let read = self.stream.read(&mut chunk)?;
            if read == 0 {
                return Err(Error::new(ErrorKind::UnexpectedEof, "the server hung up"));
            }
            self.buffer.extend_from_slice(&chunk[..read]);
            if whole.is_none()
                && let Some(at) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n")
            {
                self.head = at + 4;
                whole = Some(self.head + self.length()?);
            }
        }
        let status = self.head().split(' ').nth(1).and_then(|code| code.parse().ok());
        Ok(Answer { status: status.unwrap_or(0), bytes: self.buffer.len() })
    }

    fn length(&self) -> Result<usize> {
        match self.header("content-length") {
            Some(text) => text.parse().map_err(|e| Error::new(ErrorKind::InvalidData, e)),
            None if self.head().contains(" 304 ") || self.head().contains(" 204 ") => Ok(0),
            None => Err(Error::new(ErrorKind::InvalidData, "an answer without a length")),
        }
    }

    fn head(&self) -> &str {
        std::str::from_utf8(&self.buffer[..self.head]).unwrap_or("")
    }

    /// A header of the last answer; `name` in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head().lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// The body of the last answer.
    pub fn body(&self) -> &[u8] {
        &self.buffer[self.head..]
    }

    /// The body of the last answer as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body()).into_owned()
    }
}

fn common(session: Option<&str>, gzip: bool) -> String {
    let mut lines = String::from("host: localhost\r\nuser-agent: bench\r\naccept-language: nl\r\n");
    if let Some(session) = session {
        lines.push_str(&format!("cookie: {SESSION}={session}\r\n"));
    }
    if gzip {
        lines.push_str("accept-encoding: gzip\r\n");
    }
    lines
}

/// A request for a page.
pub fn get(path: &str, session: Option<&str>, gzip: bool) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\n{}\r\n", common(session, gzip)).into_bytes()
}

/// A form as a browser sends it from a page of the same site.
pub fn post(path: &str, session: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\n{}sec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        common(Some(session), true),
        form.len()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_answers_on_one_connection() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 4_096];
            for body in ["first", ""] {
                assert!(stream.read(&mut asked).unwrap() > 0);
                let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
                stream.write_all(head.as_bytes()).unwrap();
                stream.write_all(body.as_bytes()).unwrap();
            }
        });
        let mut connection = Connection::open(&address).unwrap();
        assert_eq!(connection.ask(&get("/", None, false)).unwrap().status, 200);
        assert_eq!(connection.body(), b"first");
        assert_eq!(connection.ask(&post("/", "s", "a=b")).unwrap().status, 200);
        assert!(connection.body().is_empty());
        server.join().unwrap();
    }
}
