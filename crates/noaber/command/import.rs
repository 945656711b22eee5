//! `noaber import`.

use clap::Args;
use imports::{Kind, Options, Progress, Report};
use indicatif::{ProgressBar, ProgressStyle};
use language::Result;
use noaber::configuration::Configuration;
use noaber::running;
use std::path::PathBuf;
use std::process::ExitCode;
use words::Lang;

/// What to bring in, and how.
#[derive(Args)]
pub struct Arguments {
    /// people, headcount, stackexchange, slack or interactions.
    #[arg(value_parser = kind)]
    kind: Kind,
    /// The file or folder; `.gz` is read as it is.
    path: PathBuf,
    /// Only say what would change.
    #[arg(long)]
    dry_run: bool,
    /// End with one JSON object instead of sentences.
    #[arg(long)]
    json: bool,
    /// A column by hand: `--map name=Column`; may be given more than once. Nothing behind the sign
    /// (`--map department=`) leaves the field out.
    #[arg(long)]
    map: Vec<String>,
    /// Tells two sources of one kind apart (a second Slack workspace): small letters, digits and
    /// hyphens, the same each time. By default the file says where it is from.
    #[arg(long)]
    source: Option<String>,
    /// The language of reasons: nl or en.
    #[arg(long, default_value = "nl", value_parser = language)]
    lang: Lang,
}

fn language(code: &str) -> std::result::Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "one of: nl, en".to_owned())
}

fn kind(name: &str) -> std::result::Result<Kind, String> {
    Kind::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        format!("one of: {}", names.join(", "))
    })
}

/// Imports; exit code 1 when something was refused.
pub fn run(configuration: &Configuration, arguments: &Arguments) -> Result<ExitCode> {
    let database = running::open_database(configuration)?;
    let mut options = Options::new(&configuration.folder);
    options.map.clone_from(&arguments.map);
    options.dry_run = arguments.dry_run;
    options.source.clone_from(&arguments.source);
    options.lang = arguments.lang;
    let bar = ProgressBar::new(1_000);
    if let Ok(style) = ProgressStyle::with_template("{msg:12} [{bar:40}] {percent}% {eta}") {
        bar.set_style(style.progress_chars("=> "));
    }
    let mut show = |progress: Progress| {
        let (what, done, all) = match progress {
            Progress::Reading { done, total } => ("reading", done, total),
            Progress::Publishing { done, total } => ("publishing", done, total),
        };
        bar.set_message(what);
        bar.set_length(all.max(1));
        bar.set_position(done);
    };
    let report = imports::run(&database, arguments.kind, &arguments.path, &options, &mut show)?;
    bar.finish_and_clear();
    // What is in is in, also where the figures cannot follow at once (the disk is full).
    let settled = if arguments.dry_run { Ok(()) } else { running::settle(&database) };
    if arguments.json {
        println!("{}", report.to_json());
    } else {
        say(&report);
    }
    settled?;
    Ok(if report.refused_count == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn say(report: &Report) {
    let made = &report.created;
    let verb = if report.published { "made" } else { "would make" };
    println!("read {} rows; {verb}:", report.read);
    for (name, count) in [
        ("members", made.members),
        ("departments", made.departments),
        ("groups", made.groups),
        ("memberships", made.memberships),
        ("threads", made.threads),
        ("comments", made.comments),
        ("accepted answers", made.accepted),
        ("reactions", made.reactions),
        ("interactions", made.interactions),
        ("changes to what was known", report.updated),
    ] {
        if count > 0 {
            println!("  {count:>9} {name}");
        }
    }
    println!("unchanged: {}; refused: {}", report.unchanged, report.refused_count);
    for refused in report.refused.iter().take(50) {
        println!("  {}: {}", refused.place, refused.explanation);
    }
    if report.refused_count > 50 {
        println!("  … and {} more; --json lists them", report.refused_count - 50);
    }
}
