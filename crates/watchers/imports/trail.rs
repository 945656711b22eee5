//! What a run leaves behind, so that it can be taken back.

use crate::Options;
use crate::names::first;
use crate::plan::{Plan, Subject, WORDS};
use crate::store::{self, Changed};
use crate::traces::{Before, What};
use database::Tx;
use language::{Failure, ImportId, Moment, PersonId, Refusal, Result, SubjectKind};

/// So long an import can be taken back, in microseconds.
pub(crate) const UNDO: i64 = 7 * Moment::DAY;

/// Notes the run. A file that waited is published once: whoever comes second finds it gone.
pub(crate) fn begin(
    tx: &mut Tx<'_>,
    kind: &str,
    file: &str,
    options: &Options,
    report: &str,
) -> Result<ImportId> {
    let run = match options.upload {
        Some(upload) if store::remove_upload(tx, upload)? => upload,
        Some(_) => return Err(Failure::Refusal(Refusal::Gone)),
        None => ImportId(tx.new_id()),
    };
    let before = tx.now().plus(-UNDO);
    store::forget_traces(tx, before)?;
    store::add_run(tx, run, kind, first(file, 300), options.by, report)?;
    Ok(run)
}

/// The number of each in a list.
pub(crate) fn ids<T>(list: &[T], id: impl Fn(&T) -> i64) -> Vec<i64> {
    list.iter().map(id).collect()
}

/// Keeps what was made, so that it can be taken back.
pub(crate) fn traces(tx: &mut Tx<'_>, run: ImportId, plan: &Plan) -> Result<()> {
    let mut add = |what, numbers: Vec<i64>| store::add_traces(tx, run, what, &numbers);
    add(What::Departments, ids(&plan.new_departments, |row| row.id.0))?;
    add(What::People, ids(&plan.new_people, |row| row.id.0))?;
    add(What::Groups, ids(&plan.new_groups, |row| row.id.0))?;
    add(What::Topics, ids(&plan.new_topics, |row| row.id.0))?;
    add(What::Posts, plan.posts.iter().filter(|p| !p.known).map(|p| p.id.0).collect())?;
    add(What::Comments, plan.comments.iter().filter(|c| !c.known).map(|c| c.id.0).collect())?;
    let members = plan.memberships.iter();
    let members =
        members.flat_map(|m| [plan.groups[m.group as usize].id.0, plan.person(m.person).id.0]);
    add(What::Memberships, members.collect())?;
    // Those on what is new go with it.
    let reactions = plan.reactions.iter().filter_map(|reaction| {
        let (kind, subject) = match reaction.subject {
            Subject::Post(at) => {
                let post = &plan.posts[at as usize];
                (SubjectKind::Post, post.known.then_some(post.id.0)?)
            }
            Subject::Comment(at) => {
                let comment = &plan.comments[at as usize];
                (SubjectKind::Comment, comment.known.then_some(comment.id.0)?)
            }
        };
        let word = WORDS.iter().position(|word| *word == reaction.word).unwrap_or_default();
        let word = i64::try_from(word).unwrap_or_default();
        Some([i64::from(kind.code()), subject, plan.person(reaction.person).id.0, word])
    });
    add(What::Reactions, reactions.flatten().collect())?;
    let known = plan.people.len() - plan.new_people.len();
    let joined = plan.people[..known]
        .iter()
        .filter(|person| person.joined.is_none())
        .filter_map(|person| Some([person.id.0, person.first_act?.0]));
    add(What::Joined, joined.flatten().collect())
}

/// What a change makes of somebody, beside what they are.
pub(crate) fn changed(
    tx: &mut Tx<'_>,
    id: PersonId,
    change: &store::PersonChange,
) -> Result<Changed> {
    let now = store::standing(tx, id)?;
    let before = Before {
        name: change.name.clone().map(|is| (now.name, is)),
        email: change.email.clone().map(|is| (now.email, is)),
        department: change.department_id.map(|is| (now.department.map(|d| d.0), is.0)),
        audience: change.audience.map(|is| (now.audience.name().to_owned(), is.name().to_owned())),
        started: change.started_at.map(|is| (now.started.map(|at| at.0), is.0)),
        key: change.source_key.clone(),
        ..Before::default()
    };
    Ok(Changed { person: Some(id), department: None, before })
}
