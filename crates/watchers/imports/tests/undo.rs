//! Taking an import back.

use super::talk::{accept, bring, comment, person, reaction, town};
use super::*;
use crate::{Obstacle, obstacles, undo};
use database::testing::{on_both, sqlite};
use language::{Audience, CommentId, Failure, ImportId, PersonId, PersonState, Refusal, Role};
use schema::{comments, departments, import_runs, people, posts, reactions};

/// The last run.
fn last(trial: &Trial) -> ImportId {
    look(trial, |conn| {
        import_runs::table
            .filter(import_runs::undone_at.is_null())
            .order((import_runs::at.desc(), import_runs::id.desc()))
            .select(import_runs::id)
            .first(conn)
    })
}

fn in_the_way(trial: &Trial, run: ImportId) -> Vec<Obstacle> {
    let now = trial.database.now();
    trial.database.read(|conn| obstacles(conn, run, now)).unwrap()
}

fn take_back(trial: &Trial, run: ImportId) {
    assert_eq!(in_the_way(trial, run), []);
    undo(&trial.database, run, None, &mut |_| {}).unwrap();
}

/// All but the log, the audit and the list of runs, which only grow.
fn contents(trial: &Trial) -> BTreeMap<&'static str, i64> {
    let mut sizes = sizes(&trial.database);
    for grows in ["facts", "audit", "import_runs"] {
        sizes.remove(grows);
    }
    sizes
}

/// Every imported fact but those of settings and retractions has its retraction.
fn all_is_retracted(trial: &Trial) {
    let standing = "select count(*) as n from facts f where f.verb not in (21, 32, 33)
        and not exists (select 1 from facts r where r.corrects = f.id and r.verb = 21)";
    assert_eq!(number(&trial.database, standing), 0);
}

fn comes_and_goes(trial: &Trial, kind: Kind, path: &Path) {
    set_up(&trial.database);
    let before = contents(trial);
    let first = bring_in(trial, kind, path);
    let run = last(trial);
    take_back(trial, run);
    assert_eq!(contents(trial), before);
    all_is_retracted(trial);
    assert_eq!(in_the_way(trial, run), [Obstacle::Done]);
    let again = undo(&trial.database, run, None, &mut |_| {});
    assert!(matches!(again, Err(Failure::Refusal(Refusal::Conflict))), "{again:?}");
    // The same file comes in again as if it had never been there.
    let second = bring_in(trial, kind, path);
    assert_eq!(second, first);
}

#[test]
fn a_workspace_comes_and_goes() {
    on_both(|trial| {
        comes_and_goes(trial, Kind::Slack, &shared("slack-houstondatavis/slack-export.zip"));
        counters_of_posts_are_exact(trial);
    });
}

#[test]
fn a_dump_comes_and_goes() {
    on_both(|trial| {
        comes_and_goes(trial, Kind::StackExchange, &shared("se-bicycles-meta"));
        counters_of_posts_are_exact(trial);
    });
}

#[test]
fn contacts_come_and_go() {
    let text: String = (0..3_000)
        .map(|n| {
            format!("2026-03-{:02} 10:{:02};m{};m{}\n", n % 28 + 1, n % 60, n % 40, n % 39 + 41)
        })
        .collect();
    on_both(|trial| {
        let path = file(trial, "post.csv", &format!("tijd;van;aan\n{text}"));
        comes_and_goes(trial, Kind::Interactions, &path);
    });
}

fn counters_of_posts_are_exact(trial: &Trial) {
    let wrong = "select count(*) as n from posts p where p.comments <>
        (select count(*) from comments c where c.subject_kind = 1 and c.subject_id = p.id)
        or p.reactions <>
        (select count(*) from reactions r where r.subject_kind = 1 and r.subject_id = p.id)
        or p.activity_at <> (select max(t) from
         (select q.published_at as t from posts q where q.id = p.id union all
          select c.published_at from comments c where c.subject_kind = 1 and c.subject_id = p.id) x)";
    assert_eq!(number(&trial.database, wrong), 0);
}

#[test]
fn what_a_grown_file_added_goes_and_the_rest_stays() {
    on_both(|trial| {
        set_up(&trial.database);
        let mut begun = town();
        begun.retain(|record| !matches!(record, formats::Record::Accept(_)));
        bring(trial, begun);
        let first = last(trial);
        let before = contents(trial);
        trial.clock.advance(Moment::HOUR);
        let mut grown = town();
        grown.push(person("Dirk"));
        grown.push(comment("Laat", "Oud", None, "Dirk", moment(9, 0)));
        grown.push(comment("Later", "Lek", Some("Plak"), "Carla", moment(9, 1)));
        grown.push(reaction("Plak", "Dirk", "tada", moment(9, 2)));
        grown.push(reaction("Lek", "Carla", "fire", moment(9, 3)));
        grown.push(accept("Lek", "Plak", moment(9, 4)));
        bring(trial, grown);
        let second = last(trial);
        assert_ne!(first, second);
        assert_eq!(in_the_way(trial, first)[0], Obstacle::Later("proef".into()));
        take_back(trial, second);
        let mut after = contents(trial);
        // What the first run made can still be taken back.
        assert_eq!(after, before);
        counters_of_posts_are_exact(trial);
        let carla: Option<Moment> = look(trial, |conn| {
            people::table.filter(people::name.eq("Carla")).select(people::joined_at).first(conn)
        });
        assert_eq!(carla, None, "she did nothing after all");
        take_back(trial, first);
        after = contents(trial);
        assert_eq!((after["people"], after["posts"], after["comments"]), (0, 0, 0));
        all_is_retracted(trial);
    });
}

#[test]
fn people_and_headcounts_become_what_they_were() {
    on_both(|trial| {
        set_up(&trial.database);
        let people_file = |text: &str| file(trial, "mensen.csv", text);
        let first = "id;naam;e-mail;afdeling;doelgroep;in dienst\n\
            1;Anna;anna@voorbeeld.nl;Zorg;medewerker;1-3-2020\n2;Bob;;ICT;;\n";
        bring_in(trial, Kind::People, &people_file(first));
        trial.clock.advance(Moment::HOUR);
        let heads = file(trial, "sterkte.csv", "afdeling;aantal\nZorg;40\n");
        bring_in(trial, Kind::Headcount, &heads);
        trial.clock.advance(Moment::HOUR);
        let all = |trial: &Trial| {
            look(trial, |conn| {
                people::table
                    .order(people::id)
                    .select((
                        people::name,
                        people::name_key,
                        people::email,
                        people::email_key,
                        people::department_id,
                        people::audience,
                        people::started_at,
                    ))
                    .load::<(
                        String,
                        String,
                        Option<String>,
                        Option<String>,
                        Option<language::DepartmentId>,
                        Audience,
                        Option<Moment>,
                    )>(conn)
            })
        };
        let heads_now = |trial: &Trial| {
            look(trial, |conn| {
                departments::table
                    .order(departments::path)
                    .select((departments::path, departments::headcount))
                    .load::<(String, Option<i32>)>(conn)
            })
        };
        let (before, counted) = (all(trial), heads_now(trial));
        let second = "id;naam;e-mail;afdeling;doelgroep;in dienst\n\
            1;Anna de Wit;anna@elders.nl;ICT > Beheer;klant;1-4-2021\n2;Bob;bob@voorbeeld.nl;;;\n";
        let report = bring_in(trial, Kind::People, &people_file(second));
        assert_eq!((report.updated, report.created.departments), (2, 1));
        let run = last(trial);
        trial.clock.advance(Moment::HOUR);
        let more = file(trial, "sterkte.csv", "afdeling;aantal\nZorg;41\nKeuken;7\n");
        bring_in(trial, Kind::Headcount, &more);
        take_back(trial, last(trial));
        assert_eq!(number(&trial.database, "select sum(headcount) as n from departments"), 40);
        take_back(trial, run);
        assert_eq!((all(trial), heads_now(trial)), (before, counted));
        // That of the first headcounts is left: they still stand.
        assert_eq!(number(&trial.database, "select count(*) as n from import_befores"), 1);
    });
}

#[test]
fn what_somebody_changed_since_stays_changed() {
    let trial = sqlite();
    set_up(&trial.database);
    bring_in(&trial, Kind::People, &file(&trial, "mensen.csv", "id;naam\n1;Anna\n"));
    trial.clock.advance(Moment::HOUR);
    bring_in(&trial, Kind::People, &file(&trial, "mensen.csv", "id;naam;afdeling\n1;Anne;ICT\n"));
    trial
        .database
        .write(|tx| {
            diesel::update(people::table).set(people::name.eq("Annie")).execute(&mut **tx)?;
            Ok(())
        })
        .unwrap();
    take_back(&trial, last(&trial));
    let name: String = look(&trial, |conn| people::table.select(people::name).first(conn));
    assert_eq!(name, "Annie");
}

#[test]
fn what_others_built_stands_in_the_way() {
    on_both(|trial| {
        set_up(&trial.database);
        bring(trial, town());
        let run = last(trial);
        let later = trial.database.now().plus(Moment::HOUR);
        trial.clock.advance(Moment::DAY);
        let (anna, bob) = look(trial, |conn| {
            people::table.order(people::name).select(people::id).load::<PersonId>(conn)
        })
        .split_first()
        .map(|(anna, rest)| (*anna, rest[0]))
        .unwrap();
        let post: i64 =
            look(trial, |conn| posts::table.select(posts::id).order(posts::id).first(conn));
        trial
            .database
            .write(|tx| {
                diesel::update(people::table.filter(people::id.eq(anna)))
                    .set((people::state.eq(PersonState::Active), people::role.eq(Role::Manager)))
                    .execute(&mut **tx)?;
                diesel::update(people::table.filter(people::id.eq(bob)))
                    .set(people::state.eq(PersonState::Invited))
                    .execute(&mut **tx)?;
                diesel::insert_into(comments::table)
                    .values((
                        comments::id.eq(CommentId(77)),
                        comments::subject_kind.eq(language::SubjectKind::Post),
                        comments::subject_id.eq(post),
                        comments::author_id.eq(Some(anna)),
                        comments::body.eq("Nieuw"),
                        comments::body_html.eq("Nieuw"),
                        comments::sanitizer.eq(1),
                        comments::state.eq("published"),
                        comments::published_at.eq(later),
                    ))
                    .execute(&mut **tx)?;
                diesel::insert_into(reactions::table)
                    .values((
                        reactions::subject_kind.eq(language::SubjectKind::Post),
                        reactions::subject_id.eq(post),
                        reactions::person_id.eq(anna),
                        reactions::word.eq("thanks"),
                        reactions::created_at.eq(later),
                    ))
                    .execute(&mut **tx)?;
                Ok(())
            })
            .unwrap();
        let found = in_the_way(trial, run);
        let expected = [
            Obstacle::Claimed(1),
            Obstacle::Invited(1),
            Obstacle::Team(1),
            Obstacle::Comments(1),
            Obstacle::Reactions(1),
        ];
        assert_eq!(found, expected);
        let before = sizes(&trial.database);
        let refused = undo(&trial.database, run, None, &mut |_| {});
        assert!(matches!(refused, Err(Failure::Refusal(Refusal::Conflict))), "{refused:?}");
        assert_eq!(sizes(&trial.database), before);
        trial.clock.advance(7 * Moment::DAY);
        assert_eq!(in_the_way(trial, run), [Obstacle::Over(7)]);
    });
}

#[test]
fn what_can_no_longer_be_taken_back_is_forgotten() {
    let trial = sqlite();
    set_up(&trial.database);
    bring_in(&trial, Kind::People, &file(&trial, "mensen.csv", "naam\nAnna\n"));
    assert!(number(&trial.database, "select count(*) as n from import_traces") > 0);
    trial.clock.advance(8 * Moment::DAY);
    bring_in(&trial, Kind::People, &file(&trial, "meer.csv", "naam\nBob\n"));
    let left = "select count(distinct run_id) as n from import_traces";
    assert_eq!(number(&trial.database, left), 1);
}
