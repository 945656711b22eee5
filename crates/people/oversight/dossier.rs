//! The file for the works council: what the program measures here and now, written from
//! the live configuration.

use crate::consent::{Record, Scope};
use crate::looks::DAYS;
use crate::measure::{Measure, say_sensitivity};
use crate::w;
use language::Day;
use words::Lang;

/// What the file is made from.
pub(crate) struct Dossier<'a> {
    pub community: &'a str,
    pub address: &'a str,
    pub zone: &'a str,
    pub floor: i64,
    pub team_marked: bool,
    pub today: Day,
    pub records: &'a [Record],
    pub measures: &'a [Measure],
}

/// What somebody typed, on one line and without signs that mean something in Markdown.
fn calm(text: &str) -> String {
    let line: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::new();
    for c in line.join(" ").chars() {
        if "\\`*_{}[]<>#|~!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn day(lang: Lang, day: Day) -> String {
    // With its year, whatever today is.
    words::day(lang, day.date(), day.plus(-400).date())
}

/// The file, in Markdown.
pub(crate) fn write(lang: Lang, dossier: &Dossier<'_>) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    let today = dossier.today;
    line(&format!("# {}", w::file_title(lang, calm(dossier.community))));
    line("");
    line(&w::file_made(lang, calm(dossier.address), day(lang, today)));
    line("");
    line(w::file_what(lang));
    line("");
    line(&format!("## {}", w::file_settings(lang)));
    line("");
    line(&format!("- {}", w::file_floor(lang, dossier.floor)));
    line(&format!("- {}", w::file_frozen(lang)));
    line(&format!("- {}", w::file_zone(lang, dossier.zone)));
    let team = if dossier.team_marked { w::file_team(lang) } else { w::file_no_team(lang) };
    line(&format!("- {team}"));
    line(&format!("- {}", w::file_looks(lang, i64::from(DAYS))));
    line(&format!("- {}", w::file_objection(lang)));
    line("");
    line(&format!("## {}", w::scopes_title(lang)));
    for scope in Scope::ALL {
        line("");
        let on = dossier.records.iter().any(|r| r.scope == *scope && r.holds(today));
        let state = if on { w::on(lang) } else { w::off(lang) };
        line(&format!("### {}: {state}", scope.title(lang)));
        line("");
        line(scope.explained(lang));
        for record in dossier.records.iter().filter(|record| record.scope == *scope) {
            line("");
            line(&format!("- {}", said(lang, record)));
        }
    }
    line("");
    line(&format!("## {}", w::register_title(lang)));
    for measure in dossier.measures {
        line("");
        line(&format!("### {}", (measure.title)(lang)));
        line("");
        for (name, value) in fields(lang, measure) {
            line(&format!("- **{name}:** {value}"));
        }
    }
    line("");
    line(&format!("## {}", w::file_never_title(lang)));
    line("");
    for never in [
        w::never_reading(lang),
        w::never_ranking(lang),
        w::never_superior(lang),
        w::never_feelings(lang),
        w::never_outside(lang),
    ] {
        line(&format!("- {never}"));
    }
    out
}

fn said(lang: Lang, record: &Record) -> String {
    let mut said = w::given_by_on(lang, day(lang, record.given_on), calm(&record.given_by));
    said.push_str(". ");
    said.push_str(&w::holds_until(lang, day(lang, record.expires_on)));
    said.push('.');
    if !record.reference.is_empty() {
        said.push(' ');
        said.push_str(&w::by_paper(lang, calm(&record.reference)));
    }
    if record.withdrawn_at.is_some() {
        said.push(' ');
        said.push_str(w::was_taken_back(lang));
    }
    said
}

fn fields(lang: Lang, measure: &Measure) -> Vec<(&'static str, String)> {
    let who = format!("{} ({})", measure.level.say(lang), measure.level.code());
    let mut all = vec![
        (w::column_purpose(lang), (measure.purpose)(lang).to_owned()),
        (w::column_data(lang), (measure.data)(lang).to_owned()),
        (w::column_who(lang), who),
        (w::column_kept(lang), measure.retention.say(lang)),
        (w::column_basis(lang), measure.basis.say(lang).to_owned()),
        (w::column_sensitivity(lang), say_sensitivity(measure.sensitivity, lang).to_owned()),
        (w::column_version(lang), format!("{} ({})", measure.version, measure.name)),
        (w::column_page(lang), measure.page.to_owned()),
    ];
    if let Some(scope) = measure.scope {
        all.push((w::column_scope(lang), scope.title(lang).to_owned()));
    }
    all
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_was_typed_cannot_write_the_file() {
        assert_eq!(super::calm("OR\n\n# Akkoord *echt*"), "OR \\# Akkoord \\*echt\\*");
    }
}
