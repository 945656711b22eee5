//! Publishing: everything that was staged, in one transaction.

use crate::acts::{Facts, acts};
use crate::plan::{Plan, Post, Spills, Subject};
use crate::stage::Staged;
use crate::store::{self, CHUNK, Changed};
use crate::traces::{Before, What};
use crate::trail::{begin, changed, ids, traces};
use crate::{Options, Progress, Report};
use database::{Database, Tx};
use language::{
    DepartmentId, Fact, MembershipState, Moment, ObjectKind, PersonId, Pseudonym, Result, Source,
    SubjectKind, Verb,
};
use std::collections::HashSet;

/// Publishes what was staged, all of it or nothing; what changes nothing writes nothing.
///
/// # Errors
/// A conflict when the community has changed meanwhile in a way that meets the import
/// (stage anew), or a fault of the database.
pub fn publish(
    database: &Database,
    staged: Staged,
    options: &Options,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report> {
    let Staged { kind, file, mut plan, mut spills, mut report } = staged;
    if report.unreadable {
        return Ok(report);
    }
    if plan.is_empty() {
        report.published = true;
        return Ok(report);
    }
    let acts = acts(&plan);
    let mut meter = Meter::new(&plan, acts.len(), progress);
    let zone = database.zone();
    let record = Report { refused: Vec::new(), published: true, ..report.clone() }.to_json();
    database.write(|tx| {
        let run = begin(tx, kind.name(), &file, options, &record)?;
        let changed = people(tx, &mut plan)?;
        store::add_befores(tx, run, &changed)?;
        groups(tx, &mut plan)?;
        meter.tell();
        posts(tx, &plan, &mut spills, &mut meter)?;
        comments(tx, &plan, &mut spills, &mut meter)?;
        reactions(tx, &plan, &mut meter)?;
        gains(tx, &plan)?;
        let mut keys: Vec<_> = plan.contacts.iter().map(|c| store::KeyRow { key: c.key }).collect();
        // In order, each goes beside the one before it.
        keys.sort_unstable_by_key(|row| row.key);
        store::add_keys(tx, &keys)?;
        let facts = Facts { plan: &plan, zone: &zone };
        let mut recorded = Vec::with_capacity(acts.len());
        for acts in acts.chunks(CHUNK) {
            let facts: Vec<Fact> = acts.iter().map(|(at, act)| facts.fact(*at, *act)).collect();
            recorded.extend(facts::record_each(tx, &facts)?.iter().map(|id| id.0));
            meter.wrote(facts.len());
        }
        changes(tx, &plan)?;
        store::add_traces(tx, run, What::Contacts, &ids(&keys, |row| row.key))?;
        store::add_traces(tx, run, What::Facts, &recorded)?;
        traces(tx, run, &plan)
    })?;
    report.published = true;
    Ok(report)
}

/// Tells how far the writing is.
struct Meter<'a> {
    done: u64,
    total: u64,
    progress: &'a mut dyn FnMut(Progress),
}

impl<'a> Meter<'a> {
    fn new(plan: &Plan, acts: usize, progress: &'a mut dyn FnMut(Progress)) -> Self {
        let posts = plan.posts.iter().filter(|p| !p.known).count();
        let comments = plan.comments.iter().filter(|c| !c.known).count();
        let total = (posts + comments + plan.reactions.len() + acts) as u64;
        Self { done: 0, total, progress }
    }

    fn wrote(&mut self, rows: usize) {
        self.done += rows as u64;
        self.tell();
    }

    fn tell(&mut self) {
        (self.progress)(Progress::Publishing { done: self.done, total: self.total });
    }
}

/// Departments, people and what the log calls them. Gives what changes of those that were there.
fn people(tx: &mut Tx<'_>, plan: &mut Plan) -> Result<Vec<Changed>> {
    let mut changes = Vec::new();
    store::add_departments(tx, &plan.new_departments)?;
    let new: HashSet<DepartmentId> = plan.new_departments.iter().map(|row| row.id).collect();
    for (department, count) in &plan.headcounts {
        if !new.contains(department) {
            let was = store::headcount(tx, *department)?;
            let before = Before { headcount: Some((was, *count)), ..Before::default() };
            changes.push(Changed { person: None, department: Some(*department), before });
        }
        store::set_headcount(tx, *department, *count)?;
    }
    // The new ones stand last, in the order of their rows.
    let known = plan.people.len() - plan.new_people.len();
    for (row, person) in plan.new_people.iter_mut().zip(&plan.people[known..]) {
        row.joined_at = person.first_act;
    }
    store::add_people(tx, &plan.new_people)?;
    let mut names: Vec<store::PseudonymRow> =
        plan.people[known..].iter().filter_map(named).collect();
    for person in &mut plan.people[..known] {
        if person.joined.is_none()
            && let Some(first) = person.first_act
        {
            store::set_joined(tx, person.id, first)?;
        }
        if person.pseudonym.is_none() && !person.erased {
            let number = tx.environment().random().number();
            person.pseudonym = Some(Pseudonym(i64::from_le_bytes(number.to_le_bytes()) & i64::MAX));
            names.extend(named(person));
        }
    }
    store::add_pseudonyms(tx, &names)?;
    for (at, change) in &plan.person_changes {
        let id = plan.person(*at).id;
        changes.push(changed(tx, id, change)?);
        store::change_person(tx, id, change)?;
    }
    changes.extend(plan.new_aliases.iter().map(|alias| Changed {
        person: Some(alias.person_id),
        department: None,
        before: Before { alias: Some(alias.source_key.clone()), ..Before::default() },
    }));
    store::add_aliases(tx, &plan.new_aliases)?;
    Ok(changes)
}

fn named(person: &crate::plan::Somebody) -> Option<store::PseudonymRow> {
    Some(store::PseudonymRow { person_id: person.id, pseudonym: person.pseudonym? })
}

/// Groups, who is in them, and topics.
fn groups(tx: &mut Tx<'_>, plan: &mut Plan) -> Result<()> {
    store::add_groups(tx, &plan.new_groups)?;
    let rows: Vec<_> = plan
        .memberships
        .iter()
        .map(|m| store::MembershipRow {
            group_id: plan.groups[m.group as usize].id,
            person_id: plan.person(m.person).id,
            state: MembershipState::Active,
            moderates: false,
            since: m.at,
        })
        .collect();
    store::add_memberships(tx, &rows)?;
    store::add_topics(tx, &plan.new_topics)
}

/// A name that may be absent.
fn some(name: String) -> Option<String> {
    (!name.is_empty()).then_some(name)
}

fn author(plan: &Plan, author: Option<u32>) -> Option<PersonId> {
    author.map(|at| plan.people[at as usize].id)
}

fn posts(tx: &mut Tx<'_>, plan: &Plan, spills: &mut Spills, meter: &mut Meter<'_>) -> Result<()> {
    let mut texts = spills.posts.texts()?;
    let new: Vec<&Post> = plan.posts.iter().filter(|p| !p.known).collect();
    for posts in new.chunks(CHUNK) {
        let mut rows = Vec::with_capacity(posts.len());
        for post in posts {
            rows.push(store::PostRow {
                id: post.id,
                group_id: plan.groups[post.group as usize].id,
                author_id: author(plan, post.author),
                kind: if post.question { "question" } else { "update" },
                source_key: Some(texts.next()?),
                author_name: some(texts.next()?),
                title: texts.next()?,
                body: texts.next()?,
                body_html: texts.next()?,
                sanitizer: text::SANITIZER_VERSION,
                state: "published",
                published_at: post.at,
                edited_at: post.edited,
                activity_at: post.activity,
                comments: post.comments,
                reactions: post.reactions,
                accepted_comment_id: post.accepted,
                accepted_by: post.accepted.and_then(|_| author(plan, post.author)),
                score: post.score,
                closed_at: post.closed,
            });
        }
        store::add_posts(tx, &rows)?;
        meter.wrote(rows.len());
    }
    let rows: Vec<_> = plan
        .post_topics
        .iter()
        .map(|(post, topic)| store::PostTopicRow {
            post_id: plan.posts[*post as usize].id,
            topic_id: plan.topics[*topic as usize],
        })
        .collect();
    store::add_post_topics(tx, &rows)
}

fn comments(
    tx: &mut Tx<'_>,
    plan: &Plan,
    spills: &mut Spills,
    meter: &mut Meter<'_>,
) -> Result<()> {
    let mut texts = spills.comments.texts()?;
    let new: Vec<_> = plan.comments.iter().filter(|c| !c.known).collect();
    for comments in new.chunks(CHUNK) {
        let mut rows = Vec::with_capacity(comments.len());
        for comment in comments {
            rows.push(store::CommentRow {
                id: comment.id,
                subject_kind: SubjectKind::Post,
                subject_id: plan.posts[comment.post as usize].id.0,
                parent_id: comment.parent.map(|at| plan.comments[at as usize].id),
                author_id: author(plan, comment.author),
                source_key: Some(texts.next()?),
                author_name: some(texts.next()?),
                body: texts.next()?,
                body_html: texts.next()?,
                sanitizer: text::SANITIZER_VERSION,
                state: "published",
                published_at: comment.at,
                edited_at: comment.edited,
                reactions: comment.reactions,
                score: comment.score,
            });
        }
        store::add_comments(tx, &rows)?;
        meter.wrote(rows.len());
    }
    Ok(())
}

fn reactions(tx: &mut Tx<'_>, plan: &Plan, meter: &mut Meter<'_>) -> Result<()> {
    for reactions in plan.reactions.chunks(CHUNK) {
        let row = |reaction: &crate::plan::Reaction| {
            let (subject_kind, subject_id) = match reaction.subject {
                Subject::Post(at) => (SubjectKind::Post, plan.posts[at as usize].id.0),
                Subject::Comment(at) => (SubjectKind::Comment, plan.comments[at as usize].id.0),
            };
            store::ReactionRow {
                subject_kind,
                subject_id,
                person_id: plan.person(reaction.person).id,
                word: reaction.word,
                created_at: reaction.at,
            }
        };
        let rows: Vec<_> = reactions.iter().map(row).collect();
        store::add_reactions(tx, &rows)?;
        meter.wrote(rows.len());
    }
    Ok(())
}

/// What posts and comments that were there already gain.
fn gains(tx: &mut Tx<'_>, plan: &Plan) -> Result<()> {
    let taken: HashSet<u32> = plan.accepts.iter().map(|a| a.post).collect();
    for (post, at) in plan.posts.iter().zip(0..) {
        let accepted = taken.contains(&at);
        if post.known && (post.comments > 0 || post.reactions > 0 || accepted) {
            let by = author(plan, post.author);
            let gain = store::Gain {
                id: post.id,
                comments: post.comments,
                reactions: post.reactions,
                activity: post.activity,
                accepted: post.accepted.filter(|_| accepted).map(|comment| (comment, by)),
            };
            store::grow_post(tx, &gain)?;
        }
    }
    for comment in plan.comments.iter().filter(|c| c.known && c.reactions > 0) {
        store::grow_comment(tx, comment.id, comment.reactions)?;
    }
    Ok(())
}

/// Facts of now: whose department changed, and that groups or departments came.
fn changes(tx: &mut Tx<'_>, plan: &Plan) -> Result<()> {
    let now: Moment = tx.now();
    let today = tx.today();
    let new = |verb| Fact { source: Source::Import, ..Fact::new(verb, now, today) };
    let mut facts = Vec::new();
    for (at, _) in plan.person_changes.iter().filter(|(_, change)| change.department_id.is_some()) {
        let person = plan.person(*at);
        facts.push(Fact {
            object_kind: ObjectKind::Person,
            object_id: person.pseudonym.map_or(0, |p| p.0),
            target: person.pseudonym,
            target_dept_at: person.department,
            ..new(Verb::PersonChange)
        });
    }
    if !(plan.new_departments.is_empty()
        && plan.headcounts.is_empty()
        && plan.new_groups.is_empty())
    {
        facts.push(Fact { object_kind: ObjectKind::Community, ..new(Verb::Settings) });
    }
    facts::record_all(tx, &facts)
}
