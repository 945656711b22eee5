//! `noaber measure`: figures from files, without a database.

mod complain;
mod say;
mod say_impact;
mod say_network;

use clap::Args;
use measure::{Kind, Options, Problem, Source, Unit, Why};
use std::fs::File;
use std::path::PathBuf;
use std::process::ExitCode;
use words::Lang;

/// What to measure.
#[derive(Args)]
#[command(after_long_help = KINDS)]
pub struct Arguments {
    /// survival, bgnbd, bursts, proportions, graph or effect.
    #[arg(value_parser = kind)]
    kind: Kind,
    /// Tables with a header (CSV; semicolons, tabs or spaces do too; `.gz` is read as it is).
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Answer with one JSON object that names its definitions.
    #[arg(long)]
    json: bool,
    /// nl or en; by default the language of the terminal (LC_ALL, LC_MESSAGES, LANG).
    #[arg(long, value_parser = language)]
    language: Option<Lang>,
    /// Names of the columns by position, for files without a header: `--columns group,time,event`.
    #[arg(long, value_delimiter = ',')]
    columns: Option<Vec<String>>,
    /// survival: the limit of the restricted mean.
    #[arg(long)]
    limit: Option<f64>,
    /// bgnbd: how far to look ahead.
    #[arg(long)]
    ahead: Option<f64>,
    /// bgnbd on a log: the last day that counts, as 2026-11-23.
    #[arg(long, value_parser = date)]
    until: Option<jiff::civil::Date>,
    /// bgnbd: count in weeks instead of days.
    #[arg(long)]
    weeks: bool,
    /// bursts: how many times the usual rate is busy.
    #[arg(long)]
    ratio: Option<f64>,
    /// bursts: how unwilling the model is to change.
    #[arg(long)]
    reluctance: Option<f64>,
    /// graph: ties have no direction.
    #[arg(long)]
    undirected: bool,
    /// graph: only lines of this type.
    #[arg(long)]
    only: Option<String>,
    /// graph: days in which a tie loses half its strength; 0 for not at all.
    #[arg(long)]
    half_life: Option<f64>,
    /// graph: where chance begins; the same seed gives the same answer.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// effect: the first period after the action: its name (a day) or its number, from 1.
    #[arg(long)]
    start: Option<String>,
    /// effect: the column with the series.
    #[arg(long)]
    series: Option<String>,
    /// effect: the columns with controls; by default all other columns of numbers.
    #[arg(long, value_delimiter = ',')]
    controls: Option<Vec<String>>,
}

const KINDS: &str = "\
Kinds and their columns (Dutch headings are known too; extra columns are left alone):
  survival     time, event (1 happened, 0 not yet, 2 something else came first), group
               curve, median, restricted mean, log-rank; with 2 also the cumulative incidence
  bgnbd        frequency, recency, age; or a log with member, date
               how many come back: fitted model, expected visits ahead
  bursts       relevant, all, period, theme
               periods in which a theme was busy
  proportions  group, did, of
               shares with ranges, shrunk, and each group against the others
  graph        from, to, weight, time, type; a second file with id and attributes
               degree, reciprocity, E-I by attribute, betweenness, constraint, cores,
               communities, fragility
  effect       value, date, and controls; --start names the first period after the action
               what happened against what was to be expected, with its range
Exit code 2 and one line with file, line, column and reason when a file cannot be measured.";

fn kind(name: &str) -> Result<Kind, String> {
    Kind::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        format!("one of: {}", names.join(", "))
    })
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "nl or en".to_owned())
}

fn date(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "a day such as 2026-11-23".to_owned())
}

/// Measures; exit code 2 when a file cannot be measured. Needs no configuration, so that a wrong one
/// does not stand in the way.
pub fn run(arguments: &Arguments, variables: &[(String, String)]) -> ExitCode {
    let lang = arguments.language.unwrap_or_else(|| of_terminal(variables));
    match report(arguments) {
        Ok(report) if arguments.json => match serde_json::to_string(&report) {
            Ok(json) => put(&[json]),
            Err(error) => {
                eprintln!("noaber: {error}");
                ExitCode::from(2)
            }
        },
        Ok(report) => put(&say::report(lang, &report)),
        Err(problem) => {
            eprintln!("noaber: {}", complain::problem(lang, &problem));
            ExitCode::from(2)
        }
    }
}

/// Prints lines; a reader that went away (`| head`) is no failure.
fn put(lines: &[String]) -> ExitCode {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    for line in lines {
        if writeln!(out, "{line}").is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

/// The language of the terminal: the first of the three variables that says something, as POSIX has
/// it. English unless it is Dutch.
fn of_terminal(variables: &[(String, String)]) -> Lang {
    let says = |name: &str| {
        variables.iter().find(|(n, value)| n == name && !value.is_empty()).map(|(_, value)| value)
    };
    let first = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(says);
    first
        .and_then(|code| Lang::from_code(code.split('.').next().unwrap_or(code)))
        .unwrap_or(Lang::En)
}

fn report(arguments: &Arguments) -> Result<measure::Report, Problem> {
    let mut sources = Vec::new();
    for path in &arguments.files {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| Problem {
            place: measure::Place { file: Some(name.clone()), ..measure::Place::default() },
            why: Why::Unreadable(error.to_string()),
        })?;
        sources.push(Source::new(name, file));
    }
    let options = Options {
        columns: arguments.columns.clone(),
        limit: arguments.limit,
        ahead: arguments.ahead,
        until: arguments.until,
        unit: if arguments.weeks { Unit::Weeks } else { Unit::Days },
        ratio: arguments.ratio,
        reluctance: arguments.reluctance,
        undirected: arguments.undirected,
        only: arguments.only.clone(),
        half_life: arguments.half_life,
        seed: arguments.seed,
        workers: std::thread::available_parallelism().map_or(1, usize::from),
        start: arguments.start.clone(),
        series: arguments.series.clone(),
        controls: arguments.controls.clone(),
    };
    measure::measure(arguments.kind, sources, &options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lang: Lang, kind: Kind, text: &str) -> Result<Vec<String>, String> {
        let source = Source::new("t.csv", std::io::Cursor::new(text.as_bytes().to_vec()));
        measure::measure(kind, vec![source], &Options::default())
            .map(|report| say::report(lang, &report))
            .map_err(|problem| complain::problem(lang, &problem))
    }

    #[test]
    fn the_terminal_says_which_language() {
        let of = |pairs: &[(&str, &str)]| {
            let variables: Vec<(String, String)> =
                pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
            of_terminal(&variables)
        };
        assert_eq!(of(&[]), Lang::En);
        assert_eq!(of(&[("LANG", "nl_NL.UTF-8")]), Lang::Nl);
        assert_eq!(of(&[("LANG", "nl_NL.UTF-8"), ("LC_ALL", "C.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "nl"), ("LANG", "en_GB")]), Lang::Nl);
    }

    #[test]
    fn figures_are_sentences_in_both_languages() {
        let departments = "groep;deden;van\nICT;64;80\nHR;9;30\n";
        let dutch = said(Lang::Nl, Kind::Proportions, departments).unwrap();
        assert_eq!(dutch[0], "ICT: 64 van 80, tussen 70% en 87%");
        assert_eq!(dutch[1], "  hoger dan de anderen, 29 tot 65 procentpunt");
        let english = said(Lang::En, Kind::Proportions, departments).unwrap();
        assert_eq!(english[0], "ICT: 64 of 80, between 70% and 87%");
        assert!(english.iter().any(|line| line.contains("Wilson 1927")));
        let curve = said(Lang::Nl, Kind::Survival, "tijd;gebeurd\n1,5;ja\n2;nee\n3;ja\n").unwrap();
        assert_eq!(curve[0], "Allemaal samen: 3 gevolgd, bij 2 gebeurde het");
        assert!(curve[1].starts_with("  de helft na 3 ("), "{}", curve[1]);
        let visits = said(Lang::En, Kind::Bgnbd, "x,t_x,t\n0,0,9\n").unwrap();
        assert_eq!(visits[1], "Nobody came back: there is nothing to estimate.");
        let busy = said(Lang::Nl, Kind::Bursts, "r,all\n1,50\n1,50\n30,50\n1,50\n").unwrap();
        assert!(busy[0].starts_with("Allemaal samen: druk van 3 tot en met 3"), "{}", busy[0]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let wrong = "time,event\n1,1\nx,1\n";
        assert_eq!(
            said(Lang::Nl, Kind::Survival, wrong).unwrap_err(),
            "t.csv: regel 3: kolom time: ‘x’ is geen getal"
        );
        assert_eq!(
            said(Lang::En, Kind::Survival, "time,what\n1,1\n").unwrap_err(),
            "t.csv: line 1: columns are missing: event. Found: time, what. Without a header, name \
             them with --columns"
        );
    }
}
