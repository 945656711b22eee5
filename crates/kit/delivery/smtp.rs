use crate::message::Message;
use crate::transport::Outcome;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Severity;
use std::fmt;
use std::time::Duration;

/// How the line to the mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// Not at all: for a server on the same machine. No password is sent.
    None,
    /// It begins in the open (port 587) and must go private before anything is said.
    StartTls,
    /// Private from the first byte (port 465).
    Tls,
}

/// A mail server to hand mail to.
#[derive(Clone)]
pub struct Smtp {
    host: String,
    port: u16,
    encryption: Encryption,
    hello: String,
    login: Option<(String, String)>,
    authority: Option<Vec<u8>>,
    timeout: Duration,
}

impl fmt::Debug for Smtp {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("encryption", &self.encryption)
            .field("user", &self.login.as_ref().map(|(user, _)| user))
            .finish_non_exhaustive()
    }
}

impl Smtp {
    /// The server at `host` and `port`; `hello` is the name that this program calls
    /// itself, its own host name.
    pub fn new(
        host: impl Into<String>,
        port: u16,
        encryption: Encryption,
        hello: impl Into<String>,
    ) -> Self {
        Self {
            host: host.into(),
            port,
            encryption,
            hello: hello.into(),
            login: None,
            authority: None,
            timeout: Duration::from_secs(30),
        }
    }

    /// With a name and a password. Over an open line they are never sent.
    pub fn login(mut self, user: impl Into<String>, password: impl Into<String>) -> Self {
        self.login = Some((user.into(), password.into()));
        self
    }

    /// Trusting also certificates of this authority (PEM): a server of one's own.
    pub fn trusting(mut self, authority: impl Into<Vec<u8>>) -> Self {
        self.authority = Some(authority.into());
        self
    }

    /// How long each answer may take; half a minute unless told. A whole
    /// conversation must fit in a lease of ten minutes.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    fn tls(&self) -> Result<TlsParameters, String> {
        let mut builder = TlsParameters::builder(self.host.clone());
        if let Some(pem) = &self.authority {
            let certificate = Certificate::from_pem(pem)
                .map_err(|e| format!("the certificate of the mail server's authority: {e}"))?;
            builder = builder.add_root_certificate(certificate);
        }
        builder.build().map_err(|e| format!("TLS: {e}"))
    }

    /// Connects, goes private, logs in.
    pub(crate) fn connect(&self) -> Result<Line, String> {
        let hello = ClientId::Domain(self.hello.clone());
        let tls = match self.encryption {
            Encryption::None => None,
            Encryption::StartTls | Encryption::Tls => Some(self.tls()?),
        };
        let at_once = tls.as_ref().filter(|_| self.encryption == Encryption::Tls);
        let trouble = |what: &str, e: Error| format!("{what} {}:{}: {e}", self.host, self.port);
        let mut line = SmtpConnection::connect(
            (self.host.as_str(), self.port),
            Some(self.timeout),
            &hello,
            at_once,
            None,
        )
        .map_err(|e| trouble("connect to", e))?;
        if let (Encryption::StartTls, Some(tls)) = (self.encryption, &tls) {
            // A server that does not offer it, or somebody in between who hides
            // it, gets no mail.
            line.starttls(tls, &hello).map_err(|e| trouble("go private with", e))?;
        }
        if let Some((user, password)) = &self.login {
            if self.encryption == Encryption::None {
                line.abort();
                return Err("a password is not sent over an open line".to_owned());
            }
            let credentials = Credentials::new(user.clone(), password.clone());
            line.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .map_err(|e| trouble("log in at", e))?;
        }
        Ok(Line { line })
    }
}

/// An open line to a mail server.
pub(crate) struct Line {
    line: SmtpConnection,
}

impl Line {
    /// Hands over one mail, step by step: only after its text has gone out can
    /// there be a doubt. The second value is false when the line cannot be used
    /// any more.
    pub(crate) fn send(&mut self, message: &Message) -> (Outcome, bool) {
        // Who may send is a matter of settings, not of this mail: it waits.
        if let Err(error) = self.line.command(Mail::new(Some(message.from.clone()), Vec::new())) {
            return (Outcome::Later(format!("the server refuses the sender: {error}")), false);
        }
        let before = self
            .line
            .command(Rcpt::new(message.to.clone(), Vec::new()))
            .and_then(|_| self.line.command(Data));
        if let Err(error) = before {
            return self.not_taken(&error);
        }
        match self.line.message(&message.bytes) {
            Ok(answer) if answer.code().severity == Severity::PositiveCompletion => {
                (Outcome::Sent, true)
            }
            Ok(answer) => (Outcome::Unknown(format!("a strange answer: {}", answer.code())), false),
            Err(error) if error.status().is_some() => self.not_taken(&error),
            Err(error) => (Outcome::Unknown(error.to_string()), false),
        }
    }

    /// The server said no, or the line broke before the text went out.
    fn not_taken(&mut self, error: &Error) -> (Outcome, bool) {
        let words = error.to_string();
        let outcome =
            if error.is_permanent() { Outcome::Refused(words) } else { Outcome::Later(words) };
        let leaving = error.status().is_none_or(|code| code.to_string() == "421");
        let usable = !leaving && self.line.command(Rset).is_ok();
        (outcome, usable)
    }

    pub(crate) fn close(mut self) {
        // Politeness: what was sent is sent.
        let _ = self.line.quit();
    }
}
