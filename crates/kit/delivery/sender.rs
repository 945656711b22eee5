use crate::Mailbox;
use crate::mailbox::one_line;
use crate::message::Message;
use crate::store::{self, Leased, Queued};
use crate::transport::{Open, Outcome, Transport};
use database::{Conn, Database};
use language::{MailId, Moment, Result};

/// How long a sender may be busy with one mail; far longer than a conversation
/// with a slow server, in which no answer takes over half a minute.
const LEASE: i64 = 600 * Moment::SECOND;
/// Mail that could not be sent in this time is given up (RFC 5321 §4.5.4.1: at
/// least four to five days).
const LIFE: i64 = 5 * Moment::DAY;
/// How many mails go out in one step; new security mail waits no longer than these.
const AT_ONCE: i64 = 20;
/// The longest trouble that is noted, in characters.
const LONGEST_TROUBLE: usize = 1_900;

const UNKNOWN: &str = "the program stopped while it was sent; nobody knows whether it arrived";
const STALE: &str = "it could not be sent in five days";
const UNWANTED: &str = "no longer wanted when its turn came";

type Check = Box<dyn Fn(&mut Conn, &Queued) -> Result<bool> + Send + Sync>;

/// Takes mails from the outbox and hands them to a transport. Any number may run,
/// in any number of processes.
pub struct Sender {
    from: Mailbox,
    check: Option<Check>,
}

/// What one step did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Round {
    /// Mails that went out.
    pub sent: usize,
    /// Mails that were put back for later.
    pub later: usize,
    /// Mails that will never be sent.
    pub failed: usize,
    /// Why nothing (more) can be sent at the moment, in the server's words. Wait a
    /// while before the next step.
    pub unreachable: Option<String>,
    /// Whether more mails are ready: step again at once.
    pub more: bool,
}

impl Sender {
    /// A sender of mail from `from`.
    pub fn new(from: Mailbox) -> Self {
        Self { from, check: None }
    }

    /// With a last look at each mail just before it goes: rights may have changed
    /// since it was written. A mail for which `check` says false is not sent.
    pub fn checking(
        mut self,
        check: impl Fn(&mut Conn, &Queued) -> Result<bool> + Send + Sync + 'static,
    ) -> Self {
        self.check = Some(Box::new(check));
        self
    }

    /// Sends what is ready, at most twenty mails.
    ///
    /// The server is called before any mail is taken: while it is away no mail
    /// counts a try.
    ///
    /// # Errors
    /// A fault of the database, or of the check.
    pub fn step(&self, database: &Database, transport: &Transport) -> Result<Round> {
        let mut round = Round { failed: settle_lost(database)?, ..Round::default() };
        let now = database.now();
        let ready = database.read(|conn| store::ready(conn, now, AT_ONCE))?;
        let mut open: Option<Open> = None;
        for id in &ready {
            let mut line = match open.take() {
                Some(line) => line,
                None => match transport.open() {
                    Ok(line) => line,
                    Err(why) => {
                        round.unreachable = Some(one_line(&why, LONGEST_TROUBLE));
                        break;
                    }
                },
            };
            let usable = self.one(database, &mut line, *id, &mut round)?;
            if usable {
                open = Some(line);
            }
        }
        if let Some(line) = open {
            line.close();
        }
        round.more = round.unreachable.is_none() && ready.len() >= AT_ONCE as usize;
        Ok(round)
    }

    /// Sends one mail, if it is still there to send; returns whether the line can
    /// be used for another.
    fn one(
        &self,
        database: &Database,
        line: &mut Open,
        id: MailId,
        round: &mut Round,
    ) -> Result<bool> {
        let Some(mail) = self.lease(database, id, round)? else { return Ok(true) };
        let (outcome, usable) = match Message::new(&self.from, &mail) {
            Ok(message) => line.send(&message),
            Err(failure) => (Outcome::Refused(failure.to_string()), true),
        };
        mark(database, &mail.queued, outcome, round)?;
        Ok(usable)
    }

    /// Takes the mail for this sender, after the check.
    pub(crate) fn lease(
        &self,
        database: &Database,
        id: MailId,
        round: &mut Round,
    ) -> Result<Option<Leased>> {
        let (leased, wanted) = database.write(|tx| {
            let Some(leased) = store::lease(tx, id, tx.now().plus(LEASE))? else {
                return Ok((None, true));
            };
            let wanted = match &self.check {
                Some(check) => check(tx, &leased.queued)?,
                None => true,
            };
            if !wanted {
                store::mark_failed(tx, &leased.queued, UNWANTED)?;
            }
            Ok((Some(leased), wanted))
        })?;
        if wanted {
            return Ok(leased);
        }
        round.failed += 1;
        Ok(None)
    }
}

/// Mails whose sender is gone and mails that nobody could send for too long.
fn settle_lost(database: &Database) -> Result<usize> {
    let now = database.now();
    let oldest = now.plus(-LIFE);
    if !database.read(|conn| store::has_lost(conn, now, oldest))? {
        return Ok(0);
    }
    database.write(|tx| store::settle_lost(tx, oldest, UNKNOWN, STALE))
}

/// Notes how sending ended, unless somebody else has the mail by now.
pub(crate) fn mark(
    database: &Database,
    mail: &Queued,
    outcome: Outcome,
    round: &mut Round,
) -> Result<()> {
    let (failed, later) = database.write(|tx| {
        let next_at = tx.now().plus(pause(mail.attempts));
        let short = |why: &str| one_line(why, LONGEST_TROUBLE);
        Ok(match &outcome {
            Outcome::Sent => {
                store::mark_sent(tx, mail)?;
                (false, false)
            }
            Outcome::Refused(why) => (store::mark_failed(tx, mail, &short(why))?, false),
            Outcome::Unknown(why) if !mail.security => {
                let why = format!("nobody knows whether it arrived: {}", short(why));
                (store::mark_failed(tx, mail, &short(&why))?, false)
            }
            Outcome::Later(why) | Outcome::Unknown(why) => {
                (false, store::mark_later(tx, mail, next_at, &short(why))?)
            }
        })
    })?;
    round.sent += usize::from(outcome == Outcome::Sent);
    round.failed += usize::from(failed);
    round.later += usize::from(later);
    Ok(())
}

/// How long to wait after so many tries: 1, 5 and 20 minutes, 1 hour, then every 4.
fn pause(attempts: i32) -> i64 {
    let minutes = match attempts {
        ..=1 => 1,
        2 => 5,
        3 => 20,
        4 => 60,
        _ => 240,
    };
    minutes * 60 * Moment::SECOND
}
