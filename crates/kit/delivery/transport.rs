use crate::folder;
use crate::message::Message;
use crate::smtp::{Line, Smtp};
use std::path::PathBuf;

/// How mail leaves the house.
#[derive(Debug, Clone)]
pub enum Transport {
    /// It does not: each mail becomes an `.eml` file in this folder, which is made
    /// when it is not there.
    Folder(PathBuf),
    /// To a mail server.
    Smtp(Smtp),
}

/// How sending one mail ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The other side has it.
    Sent,
    /// The other side has it not and never wants it.
    Refused(String),
    /// The other side has it not; it may take it later.
    Later(String),
    /// It went out, and no answer came.
    Unknown(String),
}

/// A transport that is ready to take mails.
pub(crate) enum Open {
    Folder(PathBuf),
    Smtp(Box<Line>),
}

impl Transport {
    /// Connects.
    ///
    /// # Errors
    /// Why nothing can be sent at the moment, in a few words.
    pub(crate) fn open(&self) -> Result<Open, String> {
        match self {
            Self::Folder(path) => {
                folder::make(path).map_err(|e| format!("the folder for mail: {e}"))?;
                Ok(Open::Folder(path.clone()))
            }
            Self::Smtp(smtp) => smtp.connect().map(|line| Open::Smtp(Box::new(line))),
        }
    }
}

impl Open {
    /// Sends one mail. The second value is false when nothing more can be sent
    /// over this connection.
    pub(crate) fn send(&mut self, message: &Message) -> (Outcome, bool) {
        match self {
            Self::Folder(path) => match folder::write(path, message) {
                Ok(()) => (Outcome::Sent, true),
                Err(error) => (Outcome::Later(error.to_string()), false),
            },
            Self::Smtp(line) => line.send(message),
        }
    }

    /// Says goodbye.
    pub(crate) fn close(self) {
        if let Self::Smtp(line) = self {
            line.close();
        }
    }
}
