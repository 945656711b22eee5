//! A community with people in it, and the whole site in front of it.
//!
//! A story is told with people: `let anna = town.member("Anna")`, then
//! `anna.get("/groups")`, `anna.posts("Hoi").in_group("Koffie")`,
//! `anna.fills("/groups/new", "/groups/new", &[("name", "Koffie")])`. Every request
//! goes the way that a browser's goes: cookie, origin, form token. The clock stands
//! still but for some seconds a request, so that no limit of rate is met.

use crate::markup;
use axum::Router;
use axum::body::Body;
use database::testing::{Trial, on_both};
use diesel::prelude::*;
use http::{HeaderMap, Request, StatusCode, header};
use language::{GroupId, Moment, PersonId, PersonState, Role};
use noaber::configuration::Configuration;
use organisation::set_up::{Manager, SetUp, set_up};
use sign_in::accounts::{self, NewAccount};
use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::sync::Arc;
use tower::ServiceExt;
use words::Lang;

/// How much time a request takes here: at most ten a minute are allowed of the
/// heaviest kind.
const PACE: i64 = 7 * Moment::SECOND;

/// The name of the threads that answer requests.
pub const THREADS: &str = "answers";

/// Tells a story on both engines; what must hold in the data must hold at its end.
pub fn story(tell: impl Fn(&Town<'_>)) {
    on_both(|trial| {
        let town = Town::on(trial);
        tell(&town);
        town.must_hold();
    });
}

/// The site over one database.
pub struct Town<'a> {
    /// The database, its clock and its folder.
    pub trial: &'a Trial,
    /// The open house.
    pub house: Arc<web::House>,
    site: Router,
    runtime: tokio::runtime::Runtime,
    count: Cell<u32>,
    first: OnceCell<PersonId>,
}

impl<'a> Town<'a> {
    /// The site before anybody set it up.
    pub fn before_set_up(trial: &'a Trial) -> Self {
        let configuration =
            Configuration { folder: trial.folder.clone(), ..Configuration::default() };
        let house = noaber::running::open_house(&configuration, trial.database.clone()).unwrap();
        let site = web::site(house.clone(), noaber::routes::all());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .thread_name(THREADS)
            .build()
            .unwrap();
        let (count, first) = (Cell::new(0), OnceCell::new());
        Self { trial, house, site, runtime, count, first }
    }

    /// The site of a community with an administrator, Mia, who reads Dutch.
    pub fn on(trial: &'a Trial) -> Self {
        let town = Self::before_set_up(trial);
        let random = trial.database.environment().random();
        let password = sign_in::password::hash("honderd fietsen op rij", random).unwrap();
        let mia = trial
            .database
            .write(|tx| {
                let email = text::Email::parse("mia@voorbeeld.nl").unwrap();
                let manager = Manager { name: "Mia Bakker", email, password };
                let zone = "Europe/Amsterdam";
                set_up(tx, SetUp { name: "Zonnehof", language: Lang::Nl, zone, floor: 5, manager })
            })
            .unwrap();
        town.house.reload().unwrap();
        town.first.set(mia).unwrap();
        town
    }

    /// The administrator.
    pub fn mia(&self) -> Person<'_> {
        self.enters(*self.first.get().expect("the community is set up"))
    }

    /// A new member who is signed in.
    pub fn member(&self, name: &str) -> Person<'_> {
        self.person(name, Role::Member)
    }

    /// Somebody new with a role, signed in.
    pub fn person(&self, name: &str, role: Role) -> Person<'_> {
        self.count.set(self.count.get() + 1);
        let address = format!("p{}@voorbeeld.nl", self.count.get());
        let id = self
            .trial
            .database
            .write(|tx| {
                accounts::create(
                    tx,
                    &NewAccount {
                        email: Some(text::Email::parse(&address).unwrap()),
                        role,
                        state: PersonState::Active,
                        ..NewAccount::placeholder(name)
                    },
                )
            })
            .unwrap();
        self.enters(id)
    }

    /// Somebody signs in once more.
    pub fn enters(&self, id: PersonId) -> Person<'_> {
        let secret = self.trial.database.write(|tx| accounts::session_for(tx, id)).unwrap();
        self.with_secret(id, secret)
    }

    fn with_secret(&self, id: PersonId, secret: String) -> Person<'_> {
        let handle = self.look(|conn| {
            use schema::people;
            people::table.filter(people::id.eq(id)).select(people::handle).first(conn)
        });
        let cookie = format!("__Host-noaber={secret}");
        Person { town: self, id, handle, cookie, token: OnceCell::new() }
    }

    /// Who was signed in by this answer.
    pub fn signed_in_by(&self, answer: &Answer) -> Person<'_> {
        let set = answer.header("set-cookie");
        let secret = set.strip_prefix("__Host-noaber=").unwrap_or_else(|| panic!("{set}"));
        let secret = secret.split(';').next().unwrap().to_owned();
        let hash = web::hash_token(&secret);
        let id = self.look(|conn| {
            use schema::sessions;
            sessions::table
                .filter(sessions::token_hash.eq(&hash))
                .select(sessions::person_id)
                .first(conn)
        });
        self.with_secret(id, secret)
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Person<'_> {
        let visit = self.trial.database.environment().random().token();
        Person {
            town: self,
            id: PersonId(0),
            handle: String::new(),
            cookie: format!("__Host-visit={visit}"),
            token: OnceCell::new(),
        }
    }

    /// Reads from the database.
    pub fn look<T>(&self, read: impl FnOnce(&mut database::Conn) -> diesel::QueryResult<T>) -> T {
        self.trial.database.read(|conn| Ok(read(conn)?)).unwrap()
    }

    /// The group of this name.
    pub fn group(&self, name: &str) -> (GroupId, String) {
        use schema::groups;
        self.look(|conn| {
            groups::table
                .filter(groups::name.eq(name))
                .select((groups::id, groups::slug))
                .first(conn)
        })
    }

    /// Lets everything that waits happen: read marks, followers.
    pub fn settles(&self) {
        self.house.later.settle();
        noaber::running::settle(&self.trial.database).unwrap();
    }

    /// All rows of all tables, by table.
    pub fn contents(&self) -> BTreeMap<&'static str, Vec<String>> {
        self.settles();
        self.trial.database.read(|conn| Ok(rows(conn))).unwrap()
    }

    /// What must hold in the data, holds.
    pub fn must_hold(&self) {
        self.settles();
        let checks = self.trial.database.read(noaber::checks::all).unwrap();
        for (name, problems, _) in checks {
            assert!(problems.is_empty(), "{name}: {problems:#?}");
        }
    }

    /// Sends a request as it is.
    pub fn send(&self, request: Request<Body>) -> Answer {
        self.answer(request, false)
    }

    /// Opens the live stream of a browser.
    pub fn listens(&self, person: &Person<'_>) -> Listening<'_> {
        let request = person.asking("GET", "/live").body(Body::empty()).unwrap();
        let answer = self.runtime.block_on(self.site.clone().oneshot(request)).unwrap();
        Listening {
            runtime: &self.runtime,
            status: answer.status().as_u16(),
            body: answer.into_body().into_data_stream(),
        }
    }

    /// Sends a request whose body never ends; the timers of the program are quick.
    pub fn send_without_end(&self, request: Request<Body>) -> Answer {
        self.answer(request, true)
    }

    fn answer(&self, request: Request<Body>, quickly: bool) -> Answer {
        self.trial.clock.advance(PACE);
        let path = request.uri().to_string();
        let method = request.method().to_string();
        self.runtime.block_on(async {
            if quickly {
                // Whenever all wait, the next timer rings.
                tokio::time::pause();
            }
            let answer = self.site.clone().oneshot(request).await.unwrap();
            if quickly {
                tokio::time::resume();
            }
            let (parts, body) = answer.into_parts();
            let body = axum::body::to_bytes(body, 1 << 26).await.unwrap();
            Answer {
                asked: format!("{method} {path}"),
                path,
                status: parts.status,
                headers: parts.headers,
                body: String::from_utf8_lossy(&body).into_owned(),
            }
        })
    }
}

/// A live stream that is open.
pub struct Listening<'a> {
    runtime: &'a tokio::runtime::Runtime,
    /// The status.
    pub status: u16,
    body: axum::body::BodyDataStream,
}

impl Listening<'_> {
    /// What is told next; none when the stream ended.
    pub fn hears(&mut self) -> Option<String> {
        let next = futures_util::StreamExt::next(&mut self.body);
        let patience = std::time::Duration::from_secs(20);
        let told = self.runtime.block_on(async { tokio::time::timeout(patience, next).await });
        let told = told.expect("something is told, or the stream ends")?;
        Some(String::from_utf8_lossy(&told.unwrap()).into_owned())
    }
}

/// What came back.
pub struct Answer {
    asked: String,
    path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// Fails the story unless the status is this.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        let seen = markup::seen(&self.body);
        let seen: Vec<&str> = seen.split_whitespace().collect();
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.asked, seen.join(" "));
        self
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The cookie of this name that the answer sets, as a browser sends it back.
    #[track_caller]
    pub fn cookie(&self, name: &str) -> String {
        let start = format!("{name}=");
        let all = self.headers.get_all("set-cookie").iter().filter_map(|v| v.to_str().ok());
        let found = all.filter_map(|line| line.split(';').next()).find(|c| c.starts_with(&start));
        found.unwrap_or_else(|| panic!("no cookie {name}")).to_owned()
    }

    /// Where a 303 leads.
    #[track_caller]
    pub fn leads(self) -> String {
        let answer = self.is(303);
        answer.header("location").to_owned()
    }

    /// Whether the page holds this text.
    pub fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// Where the page leads within the site.
    pub fn links(&self) -> Vec<String> {
        markup::links(&self.body, &self.path)
    }
}

/// Somebody at a browser.
pub struct Person<'t> {
    town: &'t Town<'t>,
    /// Who.
    pub id: PersonId,
    /// Their handle.
    pub handle: String,
    cookie: String,
    token: OnceCell<String>,
}

impl<'t> Person<'t> {
    /// Looks at a page.
    pub fn get(&self, path: &str) -> Answer {
        self.town.send(self.asking("GET", path).body(Body::empty()).unwrap())
    }

    /// Looks at a page and fails the story unless it is there.
    #[track_caller]
    pub fn sees(&self, path: &str) -> Answer {
        self.get(path).is(200)
    }

    /// The same browser with one cookie more.
    pub fn with_cookie(self, cookie: &str) -> Self {
        Self { cookie: format!("{}; {cookie}", self.cookie), ..self }
    }

    /// A request of this browser, not finished yet.
    pub fn asking(&self, method: &str, path: &str) -> http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8420")
            .header(header::COOKIE, &self.cookie)
    }

    /// The token that this browser's forms carry.
    pub fn token(&self) -> &str {
        self.token.get_or_init(|| {
            let page = self.get(if self.handle.is_empty() { "/sign-in" } else { "/settings" });
            let (_, rest) = page.body.split_once("name=\"token\" value=\"").expect("a form");
            rest.split('"').next().unwrap().to_owned()
        })
    }

    /// Sends a form, with its token, from a page of ours.
    pub fn submits(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.submits_from("same-origin", path, fields)
    }

    /// Sends a form, with its token, from a page of somebody's.
    pub fn submits_from(&self, site: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("token", self.token())];
        all.extend(fields);
        self.sends(site, path, markup::encoded(&all))
    }

    /// Sends a form's body as it is.
    pub fn sends(&self, site: &str, path: &str, body: String) -> Answer {
        let request = self
            .asking("POST", path)
            .header("sec-fetch-site", site)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.town.send(request.body(Body::from(body)).unwrap())
    }

    /// Opens `page`, fills in some fields of the form that goes to `action` and
    /// sends it with all the others as they were.
    #[track_caller]
    pub fn fills(&self, page: &str, action: &str, changes: &[(&str, &str)]) -> Answer {
        let page = self.sees(page);
        let fields = markup::form(&page.body, action)
            .unwrap_or_else(|| panic!("{} has no form to {action}", page.asked));
        let mut all: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        all.extend(changes);
        self.sends("same-origin", action, markup::encoded(&all))
    }

    /// Begins a group.
    #[track_caller]
    pub fn begins(&self, name: &str, purpose: &str, access: &str) -> String {
        let typed = [("name", name), ("purpose", purpose), ("access", access)];
        self.fills("/groups/new", "/groups/new", &typed).leads()
    }

    /// A post that is being written.
    pub fn posts<'w>(&'w self, body: &'w str) -> Post<'w, 't> {
        Post { by: self, kind: "update", title: "", body }
    }

    /// A question that is being written.
    pub fn asks<'w>(&'w self, title: &'w str, body: &'w str) -> Post<'w, 't> {
        Post { by: self, kind: "question", title, body }
    }

    /// Answers below a post; returns the number of what was said.
    #[track_caller]
    pub fn says(&self, post: &str, body: &str) -> String {
        let key = format!("key-{post}-{body}-{}", self.id);
        let key: String = key.chars().filter(char::is_ascii_alphanumeric).take(60).collect();
        let there =
            self.submits(&format!("{post}/comments"), &[("body", body), ("key", &key)]).leads();
        let (_, id) = there.split_once("#comment-").expect("the answer's place");
        id.to_owned()
    }
}

/// A post that is being written.
pub struct Post<'w, 't> {
    by: &'w Person<'t>,
    kind: &'w str,
    title: &'w str,
    body: &'w str,
}

impl Post<'_, '_> {
    /// Puts it in a group; returns its address.
    #[track_caller]
    pub fn in_group(self, name: &str) -> String {
        let (id, slug) = self.by.town.group(name);
        self.sent(&format!("/groups/{slug}"), &id.to_string())
    }

    /// Says it to everybody; returns its address.
    #[track_caller]
    pub fn for_everyone(self) -> String {
        let (id, _) = self.by.town.group("Iedereen");
        self.sent("/", &id.to_string())
    }

    #[track_caller]
    fn sent(self, page: &str, group: &str) -> String {
        let typed =
            [("kind", self.kind), ("title", self.title), ("body", self.body), ("group", group)];
        self.by.fills(page, "/posts", &typed).leads()
    }
}

#[derive(diesel::QueryableByName)]
struct Row {
    #[diesel(sql_type = diesel::sql_types::Text)]
    row: String,
}

/// Every row of every table as text, in order.
fn rows(conn: &mut database::Conn) -> BTreeMap<&'static str, Vec<String>> {
    let (json, hex) = match conn {
        database::Conn::Sqlite(_) => ("json_array", "hex("),
        database::Conn::Postgres(_) => ("json_build_array", "encode("),
    };
    let end = if hex == "hex(" { ")" } else { ", 'hex')" };
    let mut all = BTreeMap::new();
    for table in schema::TABLES {
        let said = |(name, form): &(&str, schema::Form)| match form {
            schema::Form::Bytes => format!("{hex}{name}{end}"),
            _ => (*name).to_owned(),
        };
        let columns: Vec<String> = table.columns.iter().map(said).collect();
        let (name, columns) = (table.name, columns.join(", "));
        let sql = format!("select cast({json}({columns}) as text) as row from {name} order by 1");
        let found: Vec<Row> = database::sql(sql).load(conn).unwrap();
        all.insert(name, found.into_iter().map(|row| row.row).collect());
    }
    all
}
