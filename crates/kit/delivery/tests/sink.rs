//! A mail server for tests: it keeps what it gets, and misbehaves when told.

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};

/// How the sink treats the next mail (after them: `Accept`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Takes it.
    Accept,
    /// 550 to the recipient: there is nobody of that name.
    RefuseRecipient,
    /// 451 to the recipient: come back later.
    DeferRecipient,
    /// 550 to the sender.
    RefuseSender,
    /// 421 to the recipient: the server is going away.
    Leave,
    /// The line breaks before the text.
    DropBeforeText,
    /// 550 after the text.
    RefuseText,
    /// 451 after the text.
    DeferText,
    /// Takes the text and never answers.
    Hang,
    /// Takes the text, and the line breaks before the answer.
    DropAfterText,
}

/// A mail whose text came in whole, answered or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub from: String,
    pub to: String,
    pub text: String,
}

#[derive(Default)]
struct Held {
    taken: Mutex<Vec<Taken>>,
    came: Condvar,
    manners: Mutex<VecDeque<Manner>>,
    /// Names and passwords that were given.
    logins: Mutex<Vec<String>>,
    connections: AtomicUsize,
    closed: AtomicBool,
}

/// A running sink; it stops when dropped.
pub struct Sink {
    pub port: u16,
    held: Arc<Held>,
}

/// What the sink offers besides mail.
#[derive(Clone, Default)]
pub struct Offers {
    /// With it the sink speaks TLS: at once, or after STARTTLS.
    pub tls: Option<Arc<ServerConfig>>,
    pub at_once: bool,
    pub auth: bool,
}

impl Sink {
    pub fn new(manners: &[Manner]) -> Self {
        Self::offering(manners, Offers::default())
    }

    pub fn offering(manners: &[Manner], offers: Offers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let held = Arc::new(Held::default());
        held.manners.lock().unwrap().extend(manners);
        let mine = held.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if mine.closed.load(Ordering::SeqCst) {
                    return;
                }
                let (held, offers) = (mine.clone(), offers.clone());
                held.connections.fetch_add(1, Ordering::SeqCst);
                // A line that breaks is what these tests are about.
                std::thread::spawn(move || stream.and_then(|s| serve(s, &held, &offers)));
            }
        });
        Self { port, held }
    }

    /// Lets the next mails be treated like this.
    pub fn will(&self, manners: &[Manner]) {
        self.held.manners.lock().unwrap().extend(manners);
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.held.taken.lock().unwrap().clone()
    }

    /// Waits until the texts of `count` mails have come.
    pub fn wait_for(&self, count: usize) {
        let taken = self.held.taken.lock().unwrap();
        drop(self.held.came.wait_while(taken, |taken| taken.len() < count).unwrap());
    }

    pub fn logins(&self) -> Vec<String> {
        self.held.logins.lock().unwrap().clone()
    }

    pub fn connections(&self) -> usize {
        self.held.connections.load(Ordering::SeqCst)
    }

    /// The subjects of what came, in order.
    pub fn subjects(&self) -> Vec<String> {
        let subject = |taken: &Taken| {
            let line = taken.text.lines().find(|l| l.starts_with("Subject: "));
            line.unwrap_or_default().trim_start_matches("Subject: ").to_owned()
        };
        self.taken().iter().map(subject).collect()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.held.closed.store(true, Ordering::SeqCst);
        // Wakes the one who waits for connections.
        drop(TcpStream::connect(("127.0.0.1", self.port)));
    }
}

trait Both: Read + Write {}
impl<T: Read + Write> Both for T {}

fn private(stream: TcpStream, config: &Arc<ServerConfig>) -> Box<dyn Both> {
    let tls = ServerConnection::new(config.clone()).unwrap();
    Box::new(StreamOwned::new(tls, stream))
}

fn serve(stream: TcpStream, held: &Held, offers: &Offers) -> std::io::Result<()> {
    let plain = stream.try_clone()?;
    let mut line: BufReader<Box<dyn Both>> = BufReader::new(match (&offers.tls, offers.at_once) {
        (Some(config), true) => private(stream, config),
        _ => Box::new(stream),
    });
    let mut encrypted = offers.at_once;
    say(&mut line, "220 sink")?;
    let (mut manner, mut from, mut to) = (Manner::Accept, String::new(), String::new());
    loop {
        let mut command = String::new();
        if line.read_line(&mut command)? == 0 {
            return Ok(());
        }
        let command = command.trim_end();
        let word = command.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        match word.as_str() {
            "EHLO" => {
                let mut lines = vec!["sink".to_owned()];
                if offers.tls.is_some() && !encrypted {
                    lines.push("STARTTLS".to_owned());
                }
                if offers.auth {
                    lines.push("AUTH PLAIN".to_owned());
                }
                let last = lines.len() - 1;
                for (i, words) in lines.iter().enumerate() {
                    say(&mut line, &format!("250{}{words}", if i == last { ' ' } else { '-' }))?;
                }
            }
            "STARTTLS" => {
                say(&mut line, "220 go")?;
                line = BufReader::new(private(plain.try_clone()?, offers.tls.as_ref().unwrap()));
                encrypted = true;
            }
            "AUTH" => {
                let secret = command.split(' ').nth(2).unwrap_or_default().to_owned();
                let good = secret == "AGFubmEAZ2VoZWlt"; // \0anna\0geheim
                held.logins.lock().unwrap().push(secret);
                say(&mut line, if good { "235 come in" } else { "535 no" })?;
            }
            "MAIL" => {
                manner = held.manners.lock().unwrap().pop_front().unwrap_or(Manner::Accept);
                from = command.to_owned();
                let refused = manner == Manner::RefuseSender;
                say(&mut line, if refused { "550 not you" } else { "250 ok" })?;
            }
            "RCPT" => {
                to = command.to_owned();
                let answer = match manner {
                    Manner::RefuseRecipient => "550 nobody of that name",
                    Manner::DeferRecipient => "451 come back later",
                    Manner::Leave => "421 going away",
                    _ => "250 ok",
                };
                say(&mut line, answer)?;
                if manner == Manner::Leave {
                    return Ok(());
                }
            }
            "DATA" => {
                if manner == Manner::DropBeforeText {
                    return Ok(());
                }
                say(&mut line, "354 go on")?;
                let text = read_text(&mut line)?;
                let taken = Taken { from: from.clone(), to: to.clone(), text };
                held.taken.lock().unwrap().push(taken);
                held.came.notify_all();
                match manner {
                    Manner::DropAfterText => return Ok(()),
                    Manner::Hang => {
                        // Until the other side gives up.
                        std::io::copy(&mut line, &mut std::io::sink())?;
                        return Ok(());
                    }
                    Manner::RefuseText => say(&mut line, "550 not this")?,
                    Manner::DeferText => say(&mut line, "451 come back later")?,
                    _ => say(&mut line, "250 taken")?,
                }
            }
            "QUIT" => return say(&mut line, "221 bye"),
            _ => say(&mut line, "250 ok")?,
        }
    }
}

fn say(line: &mut BufReader<Box<dyn Both>>, words: &str) -> std::io::Result<()> {
    line.get_mut().write_all(format!("{words}\r\n").as_bytes())?;
    line.get_mut().flush()
}

/// Up to the line with a lone dot; the dots that were doubled are single again.
fn read_text(line: &mut BufReader<Box<dyn Both>>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut next = String::new();
        if line.read_line(&mut next)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if next == ".\r\n" {
            return Ok(text);
        }
        text.push_str(next.strip_prefix('.').unwrap_or(&next));
    }
}

/// An authority made on the spot (PEM), and a server that it vouches for.
pub fn authority(name: &str) -> (String, Arc<ServerConfig>) {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let root = params.self_signed(&key).unwrap();
    let pem = root.pem();
    let issuer = rcgen::Issuer::new(params, key);
    let server_key = rcgen::KeyPair::generate().unwrap();
    let server = rcgen::CertificateParams::new(vec![name.to_owned()])
        .unwrap()
        .signed_by(&server_key, &issuer)
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![server.der().clone()],
            PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(server_key.serialize_der())),
        )
        .unwrap();
    (pem, Arc::new(config))
}
