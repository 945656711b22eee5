//! Taking an import back: all that it made goes, all that it changed becomes what it was.
//!
//! What others built on would go with it, so they stand in the way: somebody came in, somebody
//! answered or reacted. A later import may have met what this one made, so the last goes first.
//! The log keeps every fact and gets its retraction; the read models follow.

use crate::Progress;
use crate::plan::WORDS;
use crate::store::{self, Changed, Past};
use crate::traces::What;
use crate::trail::UNDO;
use database::{Conn, Database, Tx};
use language::{
    Fact, FactId, Failure, ImportId, Moment, ObjectKind, PersonId, Refusal, Result, Source,
    SubjectKind, Verb,
};
use std::collections::HashSet;

/// Why an import cannot be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// It was before.
    Done,
    /// The time for it is over, in whole days.
    Over(i64),
    /// A later import of this file stands.
    Later(String),
    /// So many of its people came in.
    Claimed(i64),
    /// So many of its people were invited.
    Invited(i64),
    /// So many of its people got a role or belong to the community team.
    Team(i64),
    /// So many of its people were drawn for an action.
    Assigned(i64),
    /// So many comments stand under its posts that it did not bring.
    Comments(i64),
    /// So many reactions were given since.
    Reactions(i64),
    /// So many posts stand in its groups that it did not bring.
    Posts(i64),
    /// So many people came into its groups since.
    Members(i64),
    /// So many people came into its departments since, or departments below them, or actions.
    Departments(i64),
}

/// All that one run made and changed.
struct Made {
    departments: Vec<i64>,
    people: Vec<i64>,
    groups: Vec<i64>,
    topics: Vec<i64>,
    posts: Vec<i64>,
    comments: Vec<i64>,
    contacts: Vec<i64>,
    facts: Vec<i64>,
    memberships: Vec<i64>,
    reactions: Vec<i64>,
    joined: Vec<i64>,
    changed: Vec<Changed>,
}

impl Made {
    fn of(conn: &mut Conn, run: ImportId) -> Result<Self> {
        let mut of = |what| store::traces(conn, run, what);
        Ok(Self {
            departments: of(What::Departments)?,
            people: of(What::People)?,
            groups: of(What::Groups)?,
            topics: of(What::Topics)?,
            posts: of(What::Posts)?,
            comments: of(What::Comments)?,
            contacts: of(What::Contacts)?,
            facts: of(What::Facts)?,
            memberships: of(What::Memberships)?,
            reactions: of(What::Reactions)?,
            joined: of(What::Joined)?,
            changed: store::befores(conn, run)?,
        })
    }
}

/// What stands in the way of taking a run back; nothing when it can be.
///
/// # Errors
/// Not found when there is no such run; a fault of the database.
pub fn obstacles(conn: &mut Conn, run: ImportId, now: Moment) -> Result<Vec<Obstacle>> {
    let past = store::past(conn, run)?.ok_or(Failure::Refusal(Refusal::NotFound))?;
    let made = Made::of(conn, run)?;
    in_the_way(conn, &past, &made, now)
}

fn in_the_way(conn: &mut Conn, past: &Past, made: &Made, now: Moment) -> Result<Vec<Obstacle>> {
    if past.undone_at.is_some() {
        return Ok(vec![Obstacle::Done]);
    }
    if now.since(past.at) > UNDO {
        return Ok(vec![Obstacle::Over(UNDO / Moment::DAY)]);
    }
    let mut found = Vec::new();
    found.extend(store::later_run(conn, past)?.map(Obstacle::Later));
    let mut some = |count: i64, obstacle: fn(i64) -> Obstacle| {
        if count > 0 {
            found.push(obstacle(count));
        }
    };
    let grown = store::grown(conn, &made.people)?;
    some(grown.claimed, Obstacle::Claimed);
    some(grown.invited, Obstacle::Invited);
    some(grown.team, Obstacle::Team);
    some(grown.assigned, Obstacle::Assigned);
    let comments = store::comments_on(conn, &made.posts)?;
    let below = store::comments_below(conn, &made.comments)?;
    some(others(comments.into_iter().chain(below), &made.comments), Obstacle::Comments);
    let reactions = store::reactions_after(conn, SubjectKind::Post, &made.posts, past.at)?
        + store::reactions_after(conn, SubjectKind::Comment, &made.comments, past.at)?;
    some(reactions, Obstacle::Reactions);
    some(others(store::posts_in(conn, &made.groups)?, &made.posts), Obstacle::Posts);
    let brought: HashSet<(i64, i64)> = pairs(&made.memberships).collect();
    let members = store::members_of(conn, &made.groups)?;
    let members = members.iter().filter(|pair| !brought.contains(pair)).count();
    some(whole(members), Obstacle::Members);
    some(in_departments(conn, made)?, Obstacle::Departments);
    Ok(found)
}

/// How many of these the run did not make, each counted once.
fn others(found: impl IntoIterator<Item = i64>, made: &[i64]) -> i64 {
    let made: HashSet<i64> = made.iter().copied().collect();
    let found: HashSet<i64> = found.into_iter().filter(|id| !made.contains(id)).collect();
    whole(found.len())
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn pairs(numbers: &[i64]) -> impl Iterator<Item = (i64, i64)> {
    numbers.as_chunks::<2>().0.iter().map(|[a, b]| (*a, *b))
}

/// Who and what is in the run's departments that it did not put there.
fn in_departments(conn: &mut Conn, made: &Made) -> Result<i64> {
    if made.departments.is_empty() {
        return Ok(0);
    }
    let own: HashSet<i64> = made.people.iter().copied().collect();
    let moved: HashSet<(i64, i64)> = made
        .changed
        .iter()
        .filter_map(|changed| Some((changed.person?.0, changed.before.department?.1)))
        .collect();
    let people = store::people_in(conn, &made.departments)?;
    let people = people
        .iter()
        .filter(|(person, at)| !own.contains(person) && !moved.contains(&(*person, *at)));
    let people = whole(people.count());
    let (below, actions) = store::departments_below(conn, &made.departments)?;
    Ok(people + others(below, &made.departments) + actions)
}

/// Takes a run back, all of it or nothing.
///
/// # Errors
/// Not found when there is no such run; a conflict when something stands in the way (see
/// [`obstacles`]) or somebody else takes it back at the same time; a fault of the database.
pub fn undo(
    database: &Database,
    run: ImportId,
    by: Option<PersonId>,
    progress: &mut dyn FnMut(Progress),
) -> Result<()> {
    database.write(|tx| {
        let now = tx.now();
        let past = store::past(tx, run)?.ok_or(Failure::Refusal(Refusal::NotFound))?;
        let made = Made::of(tx, run)?;
        if !in_the_way(tx, &past, &made, now)?.is_empty() || !store::set_undone(tx, &past, by)? {
            return Err(Failure::Refusal(Refusal::Conflict));
        }
        let total =
            whole(made.posts.len() + made.comments.len() + made.contacts.len() + made.facts.len())
                .cast_unsigned();
        let mut done = 0;
        let mut tell = |rows: usize| {
            done += whole(rows).cast_unsigned();
            progress(Progress::Publishing { done, total });
        };
        tell(0);
        talk(tx, &made)?;
        tell(made.posts.len() + made.comments.len());
        people(tx, &made)?;
        store::drop_keys(tx, &made.contacts)?;
        tell(made.contacts.len());
        for facts in made.facts.chunks(store::CHUNK) {
            retract(tx, facts)?;
            tell(facts.len());
        }
        store::forget_trace(tx, run)
    })
}

/// Reactions, comments, posts and groups go.
fn talk(tx: &mut Tx<'_>, made: &Made) -> Result<()> {
    let known: HashSet<i64> = made.posts.iter().copied().collect();
    let mut posts = store::posts_of(tx, &made.comments)?;
    let mut comments = Vec::new();
    for [kind, subject, person, word] in made.reactions.as_chunks::<4>().0 {
        let word = usize::try_from(*word).ok().and_then(|at| WORDS.get(at)).unwrap_or(&"");
        let Ok(kind) = i16::try_from(*kind) else { continue };
        store::drop_reaction(tx, kind, *subject, *person, word)?;
        if kind == SubjectKind::Post.code() {
            posts.push(*subject);
        } else {
            comments.push(*subject);
        }
    }
    posts.retain(|post| !known.contains(post));
    posts.sort_unstable();
    posts.dedup();
    comments.sort_unstable();
    comments.dedup();
    store::drop_reactions(tx, SubjectKind::Post, &made.posts)?;
    store::drop_reactions(tx, SubjectKind::Comment, &made.comments)?;
    store::drop_comments(tx, &made.comments)?;
    store::drop_posts(tx, &made.posts)?;
    store::drop_topics(tx, &made.topics)?;
    store::count_posts(tx, &posts)?;
    store::count_comments(tx, &comments)?;
    let groups: HashSet<i64> = made.groups.iter().copied().collect();
    let people: HashSet<i64> = made.people.iter().copied().collect();
    for (group, person) in pairs(&made.memberships) {
        // The others go with their group or their person.
        if !groups.contains(&group) && !people.contains(&person) {
            store::drop_membership(tx, group, person)?;
        }
    }
    store::drop_groups(tx, &made.groups)
}

/// People and departments go, or become what they were.
fn people(tx: &mut Tx<'_>, made: &Made) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    let new = |verb| Fact { source: Source::Import, ..Fact::new(verb, now, today) };
    let mut facts = Vec::new();
    for changed in &made.changed {
        if let Some(person) = changed.person
            && let Some(department) = store::restore_person(tx, person, &changed.before)?
        {
            let pseudonym = facts::pseudonym_of(tx, person)?;
            facts.push(Fact {
                object_kind: ObjectKind::Person,
                object_id: pseudonym.map_or(0, |p| p.0),
                target: pseudonym,
                target_dept_at: department,
                ..new(Verb::PersonChange)
            });
        }
        if let (Some(department), Some(counts)) = (changed.department, changed.before.headcount) {
            store::restore_headcount(tx, department, counts)?;
        }
    }
    for (person, at) in pairs(&made.joined) {
        store::unjoin(tx, PersonId(person), Moment(at))?;
    }
    store::drop_people(tx, &made.people)?;
    store::drop_departments(tx, &made.departments)?;
    facts.push(Fact { object_kind: ObjectKind::Community, ..new(Verb::Settings) });
    facts::record_all(tx, &facts)
}

/// Each fact gets its retraction: the log is never rewritten.
fn retract(tx: &mut Tx<'_>, ids: &[i64]) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    let fact = |id: &i64| Fact {
        source: Source::Import,
        corrects: Some(FactId(*id)),
        ..Fact::new(Verb::Retract, now, today)
    };
    let facts: Vec<Fact> = ids.iter().map(fact).collect();
    facts::record_all(tx, &facts)
}
