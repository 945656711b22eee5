//! One event stream per browser. It carries topics, never content: the page then
//! fetches the piece with its own rights.
//!
//! A thread reads new facts after each commit and hands their topics to the open
//! streams. A stream passes on only what its visitor may read, and ends when the
//! session or the visitor's rights change.

use crate::limits::{Place, Places};
use crate::store;
use crate::visitor::Visitor;
use bytes::Bytes;
use database::Database;
use facts::Recorded;
use futures_util::Stream;
use language::{GroupId, Moment, ObjectKind, PersonId, Source, SubjectKind, Verb};
use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast;

/// The topic of a thread, as elements name it in `data-live`.
pub fn topic(kind: SubjectKind, id: i64) -> String {
    match kind {
        SubjectKind::Post => format!("post-{id}"),
        SubjectKind::Comment => format!("comment-{id}"),
        SubjectKind::Action => format!("action-{id}"),
        SubjectKind::Answer => format!("answer-{id}"),
    }
}

#[derive(Debug, Clone)]
struct Nudge {
    topics: Arc<[String]>,
    group: Option<GroupId>,
    /// Only for the pages of somebody.
    person: Option<PersonId>,
    /// Rights may have changed: look again before going on.
    rights: bool,
}

pub(crate) struct Live {
    nudges: broadcast::Sender<Nudge>,
    places: Places<PersonId>,
}

impl Live {
    pub(crate) fn start(database: Database) -> Self {
        let (nudges, _) = broadcast::channel(1_024);
        let sender = nudges.clone();
        std::thread::Builder::new()
            .name("live".into())
            .spawn(move || watch(&database, &sender))
            .ok();
        Self { nudges, places: Places::default() }
    }

    /// Names a topic to the open pages of one person.
    pub(crate) fn tell(&self, person: PersonId, topic: &str) {
        let topics: Arc<[String]> = Arc::new([topic.to_owned()]);
        // Where nobody listens, nobody is told.
        let _ =
            self.nudges.send(Nudge { topics, group: None, person: Some(person), rights: false });
    }

    /// The stream of one browser; none when its owner has [`MOST_STREAMS`] open.
    pub(crate) fn stream(
        &self,
        database: Database,
        visitor: &Visitor,
    ) -> Option<impl Stream<Item = Result<Bytes, Infallible>> + Send + use<>> {
        let place = self.places.take(visitor.id, MOST_STREAMS)?;
        let state = Open {
            _place: place,
            looked: Moment(0),
            nudges: self.nudges.subscribe(),
            database,
            person: visitor.id,
            session: visitor.session,
            epoch: visitor.epoch,
            readable: None,
            greeted: false,
        };
        Some(futures_util::stream::unfold(state, |mut state| async move {
            let bytes = state.next().await?;
            Some((Ok(bytes), state))
        }))
    }
}

/// Streams of one person at once, on all their devices: a browser has one for all its
/// pages.
const MOST_STREAMS: usize = 20;

/// Rights that were looked at longer ago are looked at again before anything is told:
/// a session that was ended hears nothing for long, however busy the house is.
const TRUSTED: i64 = 5 * Moment::SECOND;

struct Open {
    _place: Place<PersonId>,
    /// When the rights were looked at.
    looked: Moment,
    nudges: broadcast::Receiver<Nudge>,
    database: Database,
    person: PersonId,
    session: language::SessionId,
    epoch: i32,
    readable: Option<Arc<HashSet<GroupId>>>,
    greeted: bool,
}

impl Open {
    async fn next(&mut self) -> Option<Bytes> {
        if !self.greeted {
            self.greeted = true;
            // A browser that lost the stream waits this long before it asks again.
            return Some(Bytes::from_static(b"retry: 5000\n\n"));
        }
        loop {
            let waited = tokio::time::timeout(Duration::from_secs(25), self.nudges.recv()).await;
            match waited {
                // Keeps proxies from closing a quiet stream, and finds dead ones.
                Err(_) => {
                    return self.look_again().await.then(|| Bytes::from_static(b":\n\n"));
                }
                Ok(Ok(nudge)) => {
                    let long_ago = self.database.now().since(self.looked) > TRUSTED;
                    if (nudge.rights || long_ago) && !self.look_again().await {
                        return None;
                    }
                    if self.may_see(&nudge) {
                        return Some(event(&nudge.topics));
                    }
                }
                // Too slow: tell the page to fetch all it shows.
                Ok(Err(broadcast::error::RecvError::Lagged(_))) => {
                    let tell = self.look_again().await;
                    return tell.then(|| Bytes::from_static(b"event: nudge\ndata: *\n\n"));
                }
                Ok(Err(broadcast::error::RecvError::Closed)) => return None,
            }
        }
    }

    fn may_see(&self, nudge: &Nudge) -> bool {
        !nudge.topics.is_empty()
            && nudge.person.is_none_or(|person| person == self.person)
            && match (nudge.group, &self.readable) {
                (None, _) => true,
                (Some(group), Some(readable)) => readable.contains(&group),
                (Some(_), None) => false,
            }
    }

    /// Reads the visitor's rights anew; false when the stream must end.
    async fn look_again(&mut self) -> bool {
        let (database, person, session, epoch) =
            (self.database.clone(), self.person, self.session, self.epoch);
        let looked = tokio::task::spawn_blocking(move || {
            let now = database.now();
            database.read(|conn| {
                if store::still_valid(conn, session, epoch, now)? {
                    store::readable(conn, person).map(Some)
                } else {
                    Ok(None)
                }
            })
        })
        .await;
        match looked {
            Ok(Ok(Some(readable))) => {
                self.readable = Some(Arc::new(readable));
                self.looked = self.database.now();
                true
            }
            _ => false,
        }
    }
}

fn event(topics: &[String]) -> Bytes {
    let mut text = String::new();
    for topic in topics {
        text.push_str("event: nudge\ndata: ");
        text.push_str(topic);
        text.push_str("\n\n");
    }
    Bytes::from(text)
}

/// A page takes at most so long from being read to listening, in microseconds.
const FRESH: i64 = 10 * language::Moment::SECOND;

fn watch(database: &Database, sender: &broadcast::Sender<Nudge>) {
    let mut position = None;
    let mut seen = 0;
    loop {
        // The limit is for facts of another process on the same database.
        seen = database.wait_for_growth(seen, Duration::from_secs(2));
        if sender.receiver_count() == 0 {
            // Nobody looks: take up the thread where the log then stands.
            position = None;
            continue;
        }
        let from = match position {
            Some(from) => from,
            None => database.read(facts::head).unwrap_or(0) - 50,
        };
        let Ok(new) = database.read(|conn| facts::after(conn, from.max(0), 500)) else {
            continue;
        };
        // Whoever opens the first page has read what stands: only what came while it
        // was on its way is news.
        let since = position.is_none().then(|| database.now().plus(-FRESH));
        position = Some(new.last().map_or(from, |last| last.position));
        for fact in &new {
            if is_news(&fact.fact, since) {
                let _ = sender.send(nudge(fact));
            }
        }
    }
}

/// Whether pages that are open hear of a fact; `since` is there when nobody listened before.
fn is_news(fact: &language::Fact, since: Option<language::Moment>) -> bool {
    fact.source != Source::Import && since.is_none_or(|since| fact.at >= since)
}

fn nudge(recorded: &Recorded) -> Nudge {
    let fact = &recorded.fact;
    let mut topics = Vec::new();
    if let Some(thread) = fact.thread_id {
        topics.push(match fact.action_id {
            Some(action) => topic(SubjectKind::Action, action.0),
            None => topic(SubjectKind::Post, thread),
        });
    }
    match (fact.verb, fact.object_kind) {
        (Verb::Post, _) => topics.push("feed".to_owned()),
        (_, ObjectKind::Post) if topics.is_empty() => {
            topics.push(topic(SubjectKind::Post, fact.object_id));
        }
        (_, ObjectKind::Action) if topics.is_empty() => {
            topics.push(topic(SubjectKind::Action, fact.object_id));
        }
        _ => {}
    }
    if fact.verb == Verb::Session || fact.verb == Verb::Assign {
        topics.clear();
    }
    Nudge {
        topics: topics.into(),
        group: fact.group_id,
        person: None,
        rights: matches!(
            fact.verb,
            Verb::JoinGroup
                | Verb::LeaveGroup
                | Verb::PersonChange
                | Verb::Settings
                | Verb::Left
                | Verb::Joined
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{FRESH, is_news};
    use language::{Day, Fact, Moment, Source, Verb};

    #[test]
    fn what_stood_before_anybody_listened_is_no_news() {
        let now = Moment(1_795_000_000_000_000);
        let since = Some(now.plus(-FRESH));
        let post = |ago: i64| Fact::new(Verb::Post, now.plus(-ago * Moment::SECOND), Day(20_000));
        assert!(!is_news(&post(3_600), since));
        assert!(is_news(&post(2), since));
        // Whoever listens already hears of all that comes, when it is said to be of earlier, too.
        assert!(is_news(&post(3_600), None));
        let import = Fact { source: Source::Import, ..post(2) };
        assert!(!is_news(&import, None));
    }
}
