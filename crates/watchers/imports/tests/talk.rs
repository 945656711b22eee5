//! Threads, comments and reactions, record by record.

use super::*;
use crate::publish;
use crate::stage::Stage;
use database::testing::on_both;
use formats::{Author, Key, Person, Record, Sink, Summary, ThreadKind};
use language::{PersonState, Verb};
use schema::{comments, facts, people, posts};

pub(super) fn key(text: &str) -> Key {
    Key::new(text)
}

pub(super) fn person(name: &str) -> Record {
    Record::Person(Person {
        key: key(name),
        name: name.to_owned(),
        email: None,
        department: Vec::new(),
        audience: None,
        started: None,
        about: None,
        bot: false,
    })
}

pub(super) fn thread(name: &str, author: Author, at: Moment) -> Record {
    Record::Thread(formats::Thread {
        key: key(name),
        group: None,
        author,
        kind: ThreadKind::Question,
        title: Some(name.to_owned()),
        body: format!("**{name}**\0"),
        at: at.0,
        edited: None,
        topics: vec!["Fiets".into(), "fiets".into(), "Pomp".into()],
        score: Some(3),
        closed: None,
    })
}

pub(super) fn comment(
    name: &str,
    thread: &str,
    parent: Option<&str>,
    author: &str,
    at: Moment,
) -> Record {
    Record::Comment(formats::Comment {
        key: key(name),
        thread: key(thread),
        parent: parent.map(key),
        author: Author::Known(key(author)),
        body: name.to_owned(),
        at: at.0,
        edited: None,
        score: None,
    })
}

pub(super) fn accept(thread: &str, comment: &str, at: Moment) -> Record {
    Record::Accept(formats::Accept { thread: key(thread), comment: key(comment), at: at.0 })
}

pub(super) fn reaction(subject: &str, person: &str, sign: &str, at: Moment) -> Record {
    Record::Reaction(formats::Reaction {
        subject: key(subject),
        person: key(person),
        sign: sign.to_owned(),
        at: at.0,
    })
}

/// Stages and publishes records, as a reader would give them.
pub(super) fn bring(trial: &Trial, records: Vec<Record>) -> Report {
    let options = options(trial);
    let mut progress = |_| {};
    let mut stage =
        Stage::new(&trial.database, Kind::StackExchange, &options, &mut progress).unwrap();
    let mut row = 0;
    for record in records {
        row += 1;
        let _ = stage.record(formats::Place::new("proef", row), record);
    }
    let summary = Summary { read: row, records: row, ..Summary::default() };
    let staged = stage.finish("proef".into(), Ok(summary)).unwrap();
    publish(&trial.database, staged, &options, &mut |_| {}).unwrap()
}

pub(super) fn town() -> Vec<Record> {
    vec![
        person("Anna"),
        person("Bob"),
        person("Carla"),
        thread("Lek", Author::Known(key("Anna")), moment(1, 0)),
        thread("Oud", Author::Gone(Some("Weggegaan".into())), moment(2, 0)),
        comment("Plak", "Lek", None, "Bob", moment(3, 0)),
        comment("Dank", "Lek", Some("Plak"), "Anna", moment(3, 1)),
        accept("Lek", "Plak", moment(4, 0)),
        reaction("Lek", "Bob", "+1", moment(3, 0)),
        reaction("Plak", "Anna", "heart", moment(3, 2)),
    ]
}

#[test]
fn history_keeps_times_authors_and_replies() {
    on_both(|trial| {
        set_up(&trial.database);
        let report = bring(trial, town());
        assert_eq!(report.refused, []);
        let made = &report.created;
        assert_eq!(
            (made.members, made.threads, made.comments, made.accepted, made.reactions),
            (3, 2, 2, 1, 2)
        );
        counters_are_exact(&trial.database);
        let (body, html, at, taken): (String, String, Moment, Option<i64>) = look(trial, |conn| {
            posts::table
                .filter(posts::source_key.eq("stackexchange:Lek"))
                .select((
                    posts::body,
                    posts::body_html,
                    posts::published_at,
                    posts::accepted_comment_id,
                ))
                .first(conn)
        });
        assert_eq!(body, "**Lek**", "without the character that no database keeps");
        assert!(html.contains("<strong>Lek</strong>"));
        assert_eq!(at, moment(1, 0));
        let plak: i64 = look(trial, |conn| {
            comments::table
                .filter(comments::source_key.eq("stackexchange:Plak"))
                .select(comments::id)
                .first(conn)
        });
        assert_eq!(taken, Some(plak));
        let gone: Option<String> = look(trial, |conn| {
            posts::table.filter(posts::author_id.is_null()).select(posts::author_name).first(conn)
        });
        assert_eq!(gone.as_deref(), Some("Weggegaan"));
        assert_eq!(number(&trial.database, "select count(*) as n from topics"), 2);
        assert_eq!(number(&trial.database, "select count(*) as n from post_topics"), 4);
        // Joined with the first act; Carla never did anything.
        let joined: Vec<(String, Option<Moment>)> = look(trial, |conn| {
            people::table.order(people::name).select((people::name, people::joined_at)).load(conn)
        });
        assert_eq!(joined[0], ("Anna".into(), Some(moment(1, 0))));
        assert_eq!(joined[1], ("Bob".into(), Some(moment(3, 0))));
        assert_eq!(joined[2], ("Carla".into(), None));
        let log: Vec<(Verb, Moment)> = look(trial, |conn| {
            facts::table.order(facts::id).select((facts::verb, facts::at)).load(conn)
        });
        let verbs: Vec<Verb> = log.iter().map(|(verb, _)| *verb).collect();
        use Verb::*;
        assert_eq!(verbs, [Joined, Post, Post, Joined, Reply, React, Reply, React, AcceptAnswer]);
        assert!(log.is_sorted_by_key(|(_, at)| *at));
        assert_eq!(
            number(
                &trial.database,
                "select count(*) as n from facts where verb = 8 and target is null"
            ),
            0
        );
    });
}

#[test]
fn a_second_run_adds_only_what_is_new() {
    on_both(|trial| {
        set_up(&trial.database);
        bring(trial, town());
        let before = sizes(&trial.database);
        let second = bring(trial, town());
        assert!(second.created.is_empty());
        assert_eq!((second.unchanged, second.refused_count), (10, 0));
        assert_eq!(sizes(&trial.database), before);
        let mut grown = town();
        grown.push(person("Dirk"));
        grown.push(comment("Laat", "Oud", None, "Dirk", moment(9, 0)));
        grown.push(comment("Later", "Lek", Some("Plak"), "Carla", moment(9, 1)));
        grown.push(reaction("Plak", "Dirk", "tada", moment(9, 2)));
        grown.push(reaction("Lek", "Dirk", "fire", moment(9, 3)));
        let third = bring(trial, grown);
        let made = &third.created;
        assert_eq!((made.members, made.threads, made.comments, made.reactions), (1, 0, 2, 2));
        counters_are_exact(&trial.database);
        let joined: Option<Moment> = look(trial, |conn| {
            people::table.filter(people::name.eq("Carla")).select(people::joined_at).first(conn)
        });
        assert_eq!(joined, Some(moment(9, 1)));
    });
}

#[test]
fn what_points_at_nothing_is_refused_with_what_hangs_on_it() {
    on_both(|trial| {
        set_up(&trial.database);
        let at = moment(1, 0);
        let report = bring(
            trial,
            vec![
                person("Anna"),
                person("Anna"),
                thread("Lek", Author::Known(key("Anna")), at),
                thread("Lek", Author::Known(key("Anna")), at),
                thread("Wie", Author::Known(key("Niemand")), at),
                comment("Bij wie", "Wie", None, "Anna", at),
                comment("Goed", "Lek", None, "Anna", at),
                comment("Onder niets", "Lek", Some("Bij wie"), "Anna", at),
                accept("Lek", "Bij wie", at),
                reaction("Goed", "Niemand", "+1", at),
                reaction("Goed", "Anna", "thumbsdown", at),
                reaction("Goed", "Anna", "+1", at),
                reaction("Goed", "Anna", "ok_hand", at),
            ],
        );
        let reasons: Vec<(&str, &str)> =
            report.refused.iter().map(|r| (r.place.as_str(), r.reason)).collect();
        assert_eq!(
            reasons,
            [
                ("proef:2", "duplicate_key"),
                ("proef:4", "duplicate_key"),
                ("proef:5", "unknown_person"),
                ("proef:6", "unknown_thread"),
                ("proef:8", "unknown_thread"),
                ("proef:9", "unknown_thread"),
                ("proef:10", "unknown_person"),
                ("proef:11", "not_supported"),
            ]
        );
        assert_eq!((report.created.reactions, report.folded), (1, 1));
        assert_eq!(
            report.refused[7].explanation,
            "The reaction ‘thumbsdown’ says something that we have no word for."
        );
        counters_are_exact(&trial.database);
    });
}

#[test]
fn new_words_of_the_forgotten_have_no_author() {
    on_both(|trial| {
        set_up(&trial.database);
        bring(trial, town());
        trial
            .database
            .write(|tx| {
                diesel::update(people::table.filter(people::name.eq("Anna")))
                    .set(people::state.eq(PersonState::Erased))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        let mut grown = town();
        grown.push(thread("Nieuw", Author::Known(key("Anna")), moment(5, 0)));
        let report = bring(trial, grown);
        assert_eq!(report.created.threads, 1);
        let author: Option<i64> = look(trial, |conn| {
            posts::table.filter(posts::title.eq("Nieuw")).select(posts::author_id).first(conn)
        });
        assert_eq!(author, None);
    });
}
