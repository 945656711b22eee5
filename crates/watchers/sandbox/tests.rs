//! What was filled agrees with itself, with the log and with the truth.

use crate::{Filled, Plan, fill};
use database::Database;
use database::testing::{BEGINNING, Trial, on_both, sqlite};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use language::{Failure, Moment, Refusal};
use rollups::Rollups;

const PASSWORD: &str = "vijf natte eenden";

fn plan(people: u32, days: u32) -> Plan {
    Plan { seed: 3, people, days, now: BEGINNING, password: PASSWORD.to_owned() }
}

fn filled(trial: &Trial, people: u32, days: u32) -> Filled {
    fill(&trial.database, &plan(people, days), &mut |_, _| {}).unwrap()
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Nullable<Text>)]
    line: Option<String>,
}

/// The one number of a statement that names it `n`.
fn number(database: &Database, sql: &str) -> i64 {
    database
        .read(|conn| Ok(database::sql(sql).get_result::<Number>(conn)?.n))
        .unwrap_or_else(|failure| panic!("{sql}: {failure}"))
}

fn count(database: &Database, of: &str) -> u64 {
    u64::try_from(number(database, &format!("select count(*) as n from {of}"))).unwrap()
}

fn lines(database: &Database, sql: &str) -> Vec<String> {
    database
        .read(|conn| {
            let rows: Vec<Line> = database::sql(sql).load(conn)?;
            Ok(rows.into_iter().filter_map(|row| row.line).collect())
        })
        .unwrap_or_else(|failure| panic!("{sql}: {failure}"))
}

fn settle(database: &Database) {
    while facts::step(database, &Rollups).unwrap() > 0 {}
}

/// Rows that contradict others: each statement must find none.
const CONTRADICTIONS: &[&str] = &[
    // Counters are what a recount gives.
    "posts p where p.comments <> (select count(*) from comments c
        where c.subject_kind = 1 and c.subject_id = p.id)",
    "posts p where p.reactions <> (select count(*) from reactions r
        where r.subject_kind = 1 and r.subject_id = p.id)",
    "comments p where p.reactions <> (select count(*) from reactions r
        where r.subject_kind = 2 and r.subject_id = p.id)",
    "posts p where p.activity_at <> (select max(t.at) from (
        select published_at as at, subject_id as id from comments
        union all select published_at, id from posts) t where t.id = p.id)",
    "actions a where a.answers <> (select count(*) from action_answers n where n.action_id = a.id)",
    "actions a where a.shown <> (select count(*) from action_arms n
        where n.action_id = a.id and n.arm = 1)",
    "actions a where a.held <> (select count(*) from action_arms n
        where n.action_id = a.id and n.arm = 2)",
    // Nobody who was held back answered.
    "action_answers n join action_arms m on m.action_id = n.action_id and m.person_id = n.person_id
        where m.arm = 2",
    // An accepted answer stands under its question and was accepted by who asked.
    "posts p left join comments c on c.id = p.accepted_comment_id
        where p.accepted_comment_id is not null
            and (c.subject_id <> p.id or c.id is null or p.kind <> 'question'
                or p.accepted_by <> p.author_id)",
    // Who came in is in the group of everybody; nobody else is.
    "people p where (p.joined_at is not null) <> (exists (select 1 from memberships m
        join groups g on g.id = m.group_id where g.commons and m.person_id = p.id))",
    "people p where p.joined_at is null and p.state in ('active', 'suspended')",
    "people p where p.joined_at is not null and p.state not in ('active', 'suspended')",
    // Only members speak where not everybody does.
    "posts p join groups g on g.id = p.group_id where g.access <> 'open'
        and not exists (select 1 from memberships m
            where m.group_id = g.id and m.person_id = p.author_id)",
    // The log says the same as the rows.
    "posts p where not exists (select 1 from facts f join pseudonyms s on s.pseudonym = f.actor
        where f.verb = 7 and f.object_id = p.id and f.at = p.published_at
            and s.person_id = p.author_id and f.thread_id = p.id and f.group_id = p.group_id)",
    "comments c where not exists (select 1 from facts f join pseudonyms s on s.pseudonym = f.actor
        where f.verb = 8 and f.object_id = c.id and f.at = c.published_at
            and s.person_id = c.author_id and f.thread_id = c.subject_id)",
    "facts f where f.source <> 3",
    "facts f where f.tenure_days < 0",
    "facts f join people p on p.id = (select person_id from pseudonyms where pseudonym = f.actor)
        where f.dept_at is null or f.dept_at <> p.department_id
            or (f.actor_kind = 2) <> p.team",
    // A headcount covers what is below it, and the people in it.
    "departments d where d.headcount is null or d.headcount <> coalesce((
        select sum(b.headcount) from departments b where b.parent_id = d.id), d.headcount)",
    "departments d where d.headcount <
        (select count(*) from people p where p.department_id = d.id)",
    "posts where body_html = ''",
];

#[test]
fn everything_agrees_with_everything_on_both_engines() {
    on_both(|trial| {
        let database = &trial.database;
        let filled = filled(trial, 40, 60);
        assert_eq!(filled.people, 60, "fewer are no community");
        let counts = [
            ("people", filled.people),
            ("pseudonyms", filled.people),
            ("groups", filled.groups),
            ("posts", filled.posts),
            ("comments", filled.comments),
            ("reactions", filled.reactions),
            ("actions", filled.actions),
            ("action_answers", filled.answers),
            ("facts", filled.facts),
        ];
        for (table, made) in counts {
            assert_eq!(count(database, table), made, "{table}");
            assert!(made > 0, "{table}");
        }
        for rows in CONTRADICTIONS {
            assert_eq!(count(database, rows), 0, "{rows}");
        }
        let verb = |verb| count(database, &format!("facts where verb = {verb}"));
        assert_eq!(verb(4), count(database, "active_days"));
        assert_eq!(verb(9), filled.reactions);
        assert_eq!(verb(11), count(database, "posts where accepted_comment_id is not null"));
        assert_eq!(verb(17), count(database, "action_arms"));
        assert_eq!(verb(20), filled.answers);
        assert_eq!(verb(2), count(database, "people where joined_at is not null"));
        settle(database);
        assert_eq!(database.read(rollups::recount).unwrap(), []);
        // The log is in the order of time, also by position.
        let disorder = "facts a join facts b on b.position = a.position + 1 where b.at < a.at";
        assert_eq!(count(database, disorder), 0);
        assert_eq!(number(database, "select cast(max(day) as bigint) as n from facts"), 20_731);
        assert_eq!(database.zone().iana_name(), Some("Europe/Amsterdam"));
    });
}

#[test]
fn two_accounts_can_be_entered_and_no_other() {
    let trial = sqlite();
    let database = &trial.database;
    let filled = filled(&trial, 60, 60);
    assert_eq!(count(database, "passwords"), 2);
    let account = |email: &str| {
        lines(
            database,
            &format!(
                "select p.role || ' ' || p.state || ' ' || case when p.team then 'team' else '-' end
                    || ' ' || w.hash as line
                 from people p join passwords w on w.person_id = p.id
                 where p.email_key = '{email}' and p.email_verified"
            ),
        )
        .remove(0)
    };
    for (email, stands) in
        [(&filled.manager, "administrator active team"), (&filled.member, "member active -")]
    {
        let found = account(email);
        let (found, hash) = found.rsplit_once(' ').unwrap();
        assert_eq!(found, stands);
        assert!(sign_in::password::matches(PASSWORD, Some(hash)).unwrap());
    }
    let new = format!("posts where published_at >= {}", BEGINNING.0 - Moment::DAY);
    assert_eq!(
        count(database, "thread_reads"),
        2 * (filled.posts - count(database, &new)),
        "they have read all but what is new"
    );
}

#[test]
fn the_same_seed_gives_the_same_community() {
    let once = |seed| {
        let trial = sqlite();
        let plan = Plan { seed, ..plan(60, 60) };
        fill(&trial.database, &plan, &mut |_, _| {}).unwrap();
        let database = &trial.database;
        let mut all = lines(
            database,
            "select verb || ' ' || at || ' ' || count(*) as line from facts
             group by verb, at order by verb, at",
        );
        all.extend(lines(database, "select handle || ' ' || state as line from people order by 1"));
        all.extend(lines(
            database,
            "select p.handle || t.published_at || t.body || t.comments || t.reactions as line
             from posts t join people p on p.id = t.author_id order by 1",
        ));
        all
    };
    let first = once(5);
    assert!(first == once(5));
    assert!(first != once(6));
}

#[test]
fn a_database_with_somebody_in_it_is_refused() {
    let refused = |trial: &Trial| {
        let before = count(&trial.database, "facts");
        let result = fill(&trial.database, &plan(60, 60), &mut |_, _| {});
        assert!(matches!(result, Err(Failure::Refusal(Refusal::Conflict))), "{result:?}");
        assert_eq!(count(&trial.database, "facts"), before);
    };
    let trial = sqlite();
    filled(&trial, 60, 60);
    refused(&trial);
    // Broken off half way: people, but no community.
    trial
        .database
        .write(|tx| {
            diesel::delete(schema::community::table).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
    refused(&trial);
}

#[test]
fn the_true_effect_is_found_again_in_what_was_written() {
    let trial = sqlite();
    let database = &trial.database;
    let told = std::cell::RefCell::new(Vec::new());
    let filled = fill(database, &plan(350, 130), &mut |done, all| {
        told.borrow_mut().push((done, all));
    })
    .unwrap();
    assert_eq!(told.borrow().last(), Some(&(130, 130)), "{told:?}");
    assert!(told.borrow().is_sorted());
    let ids = lines(database, "select cast(id as text) as line from actions order by opens_at");
    assert_eq!(ids.len(), filled.truth.actions.len());
    let mut finished = 0;
    for (id, truth) in ids.iter().zip(&filled.truth.actions) {
        let arm = |arm: i32| {
            let all =
                count(database, &format!("action_arms where action_id = {id} and arm = {arm}"));
            let did = count(
                database,
                &format!(
                    "action_arms r join actions a on a.id = r.action_id
                     join pseudonyms s on s.person_id = r.person_id
                     where a.id = {id} and r.arm = {arm} and exists (select 1 from facts f
                        where f.actor = s.pseudonym and f.verb in (7, 8) and f.at >= a.opens_at
                            and f.at < a.opens_at + a.window_days * 86400000000
                            and f.day between {} and {})",
                    20_731 - 200,
                    20_731
                ),
            );
            (did, all)
        };
        let (shown, held) = (arm(1), arm(2));
        assert_eq!(shown.1 + held.1, u64::from(truth.people));
        let state = lines(database, &format!("select state as line from actions where id = {id}"));
        if !truth.finished {
            assert_eq!(state, ["open"]);
            continue;
        }
        finished += 1;
        assert_eq!(state, ["closed"]);
        let share = |(did, of): (u64, u64)| did as f64 / of as f64;
        let found = share(shown) - share(held);
        // Three standard errors: the seed is fixed, the texts are not.
        let room = 3.0 * truth.standard_error(shown.1 as f64, held.1 as f64);
        assert!((found - truth.uplift).abs() < room, "{found} of {truth:?} within {room}");
    }
    assert!(finished >= 2, "{:?}", filled.truth);
    // Crate `actions` reads what was written as its own, and judges it.
    database
        .write(|tx| {
            assert_eq!(actions::judge_due(tx)?, finished);
            Ok(())
        })
        .unwrap();
    let unlike = "actions where (judged_at is null) <> (state = 'open')
        or shown_people <> shown or held_people <> held";
    assert_eq!(count(database, unlike), 0);
    let unsaid = "actions where base_rate is null or detectable is null or goal = ''";
    assert_eq!(count(database, unsaid), 0);
}

#[test]
fn an_action_is_called_by_the_first_sentence_of_its_question() {
    for (question, title) in [
        ("Wat wil jij vragen? De vijf beste krijgen antwoord", "Wat wil jij vragen?"),
        ("Laat zien! Wat staat er?", "Laat zien"),
        ("Week van de nacht: waar denk jij aan", "Week van de nacht"),
        ("Zonder einde", "Zonder einde"),
    ] {
        assert_eq!(crate::act::title(question), title);
    }
}

/// `NOABER_LONG=1 cargo nextest run -p sandbox --release large --no-capture`
#[test]
fn a_large_community_is_filled_as_a_stream() {
    if !database::testing::long() {
        return;
    }
    on_both(|trial| {
        let start = std::time::Instant::now();
        let filled = filled(trial, 20_000, 90);
        let memory = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = memory.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("");
        println!(
            "{} people, {} facts: {:.1} s; {peak}",
            filled.people,
            filled.facts,
            start.elapsed().as_secs_f64()
        );
        for rows in &CONTRADICTIONS[..3] {
            assert_eq!(count(&trial.database, rows), 0, "{rows}");
        }
    });
}

#[test]
fn actions_are_those_of_the_catalogue() {
    for number in [1, 2, 10, 12, 15, 27, 28] {
        let entry = actions::catalogue::find(i32::from(number)).unwrap();
        let (goal, kind) = crate::act::form(number);
        assert_eq!(goal, entry.goal.name(), "{number}");
        let proposed = entry.proposal.unwrap().kind.name();
        assert_eq!(kind == "picture", proposed == "picture", "{number}");
    }
}
