//! Marking who belongs to the community team.

use crate::permits::MayOrganise;
use crate::team::{self, Candidate, FIRST_POSTS};
use crate::w;
use askama::Template;
use language::{Failure, PersonId, Refusal, Result, Role};
use oversight::Purpose;
use web::{Face, Place, Reply, Request};
use words::Lang;

#[derive(Template)]
#[template(path = "templates/team.html")]
struct Team<'a> {
    lang: Lang,
    marked: bool,
    likely: Vec<Row>,
    found: Vec<Row>,
    query: &'a str,
    notice: &'a str,
}

struct Row {
    id: i64,
    face: Face,
    name: String,
    grounds: String,
    team: bool,
}

/// Until somebody said who they are, those who run the community are proposed.
fn row(candidate: Candidate, marked: bool, lang: Lang) -> Row {
    let role = match candidate.role {
        Role::Member => None,
        Role::Moderator => Some(w::role_moderator(lang)),
        Role::Manager => Some(w::role_manager(lang)),
        Role::Administrator => Some(w::role_administrator(lang)),
    };
    let wrote = (candidate.first_posts > 0)
        .then(|| w::wrote_first(lang, candidate.first_posts, FIRST_POSTS));
    let grounds: Vec<String> =
        [candidate.department, role.map(str::to_owned), wrote].into_iter().flatten().collect();
    Row {
        id: candidate.person.0,
        face: Face::of(candidate.person, &candidate.name, candidate.picture),
        name: candidate.name,
        grounds: grounds.join(" · "),
        team: candidate.team || (!marked && candidate.role >= Role::Manager),
    }
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    MayOrganise::of(request.visitor()?)?;
    let lang = request.lang;
    let query = request.query.text("q");
    let (likely, found) = request.house.database.snapshot(|conn| {
        let likely = team::likely(conn)?;
        let found = if query.is_empty() { Vec::new() } else { team::search(conn, query)? };
        Ok((likely, found))
    })?;
    let seen: Vec<PersonId> = likely.iter().chain(&found).map(|c| c.person).collect();
    oversight::looked(request, Purpose::Team, &seen);
    let already: Vec<PersonId> = likely.iter().map(|c| c.person).collect();
    let marked = request.community()?.team_marked;
    let body = Team {
        lang,
        marked,
        found: found
            .into_iter()
            .filter(|c| !already.contains(&c.person))
            .map(|c| row(c, true, lang))
            .collect(),
        likely: likely.into_iter().map(|c| row(c, marked, lang)).collect(),
        query,
        notice: if request.query.has("saved") { w::team_saved(lang) } else { "" },
    };
    request.page(w::team_title(lang), Place::Cockpit, &body)
}

fn ids<'a>(values: impl Iterator<Item = &'a str>) -> Result<Vec<PersonId>> {
    values
        .take(500)
        .map(|value| value.parse().map_err(|_| Failure::Refusal(Refusal::NotFound)))
        .collect()
}

pub(super) fn mark(request: &Request) -> Result<Reply> {
    let permit = MayOrganise::of(request.visitor()?)?;
    let form = request.form.only(&["team[]", "shown[]"])?;
    let shown = ids(form.all("shown"))?;
    let chosen = ids(form.all("team"))?;
    request.house.database.write(|tx| team::mark(tx, &permit, &shown, &chosen))?;
    request.house.reload()?;
    Ok(Reply::to("/cockpit/team?saved"))
}
