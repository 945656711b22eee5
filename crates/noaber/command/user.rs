//! `noaber user`: accounts without a browser.

use clap::{Args, Subcommand};
use database::Database;
use language::{Failure, PersonId, Result, Role};
use noaber::configuration::Configuration;
use noaber::running;
use organisation::set_up::{Manager, SetUp};
use sign_in::accounts::{self, NewAccount};
use sign_in::password::{self, Hash};
use std::io::Read;
use std::process::ExitCode;
use words::Lang;

/// What to do with accounts.
#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Set up the community and its first manager, as the first visit would.
    SetUp {
        /// The community's name.
        #[arg(long)]
        community: String,
        /// nl or en.
        #[arg(long, default_value = "nl")]
        language: String,
        /// The time zone.
        #[arg(long, default_value = "Europe/Amsterdam")]
        zone: String,
        /// The manager's name.
        #[arg(long)]
        name: String,
        /// The manager's address. The password is read from standard input.
        #[arg(long)]
        email: String,
    },
    /// Make an account; the password is read from standard input.
    Add {
        /// The name.
        #[arg(long)]
        name: String,
        /// The address.
        #[arg(long)]
        email: String,
        /// member, moderator, manager or administrator.
        #[arg(long, default_value = "member")]
        role: String,
    },
    /// Give an account a new password, read from standard input; ends its sign-ins.
    Password {
        /// The address.
        email: String,
    },
}

/// Obeys.
pub fn run(configuration: &Configuration, arguments: &Arguments) -> Result<ExitCode> {
    let database = running::open_database(configuration)?;
    match &arguments.what {
        What::SetUp { community, language, zone, name, email } => {
            let lang =
                Lang::from_code(language).ok_or_else(|| wrong("language", "it is nl or en"))?;
            let email = address(email, lang)?;
            let hash = typed_password(&database, lang, &[name, email.as_str(), community])?;
            database.write(|tx| {
                organisation::set_up::set_up(
                    tx,
                    SetUp {
                        name: community,
                        language: lang,
                        zone,
                        floor: 5,
                        manager: Manager { name, email: email.clone(), password: hash },
                    },
                )
            })?;
            println!("{community} is set up; {} may sign in", email.as_str());
        }
        What::Add { name, email, role } => {
            let email = address(email, Lang::En)?;
            let role = Role::from_name(role)
                .ok_or_else(|| wrong("role", "member, moderator, manager or administrator"))?;
            let hash = typed_password(&database, Lang::En, &[name, email.as_str()])?;
            let account = NewAccount { role, ..NewAccount::member(name, email, hash) };
            database.write(|tx| accounts::create(tx, &account))?;
            println!("{name} may sign in");
        }
        What::Password { email } => {
            let person = known(&database, email)?;
            let hash = typed_password(&database, Lang::En, &[email])?;
            database.write(|tx| accounts::set_password(tx, person, &hash))?;
            println!("{email} has a new password; all its sign-ins ended");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn wrong(what: &str, why: &str) -> Failure {
    Failure::fault(format!("read --{what}"), why.to_owned())
}

fn address(text: &str, lang: Lang) -> Result<text::Email> {
    text::Email::parse(text).map_err(|why| wrong("email", why.say(lang)))
}

fn known(database: &Database, email: &str) -> Result<PersonId> {
    let email = address(email, Lang::En)?;
    database
        .read(|conn| accounts::find(conn, email.key()))?
        .ok_or_else(|| wrong("email", "nobody has this address"))
}

/// The password from standard input, so that it is in no list of processes; `own` is what
/// others know of its owner.
fn typed_password(database: &Database, lang: Lang, own: &[&str]) -> Result<Hash> {
    let mut text = String::new();
    std::io::stdin()
        .take(1_000)
        .read_to_string(&mut text)
        .map_err(|e| Failure::fault("read the password from standard input", e))?;
    let typed = text.trim_end_matches(['\r', '\n']);
    password::check(typed, own).map_err(|why| wrong("password", why.say(lang)))?;
    password::hash(typed, database.environment().random())
}
