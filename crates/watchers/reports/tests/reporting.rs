use super::*;
use crate::compare::Beside;
use crate::draft::{State, Texts, TypedDecision, Written};
use crate::sections::sections;
use crate::tell::{self, Telling};
use crate::{files, handout};
use database::testing::on_both;
use language::{Failure, Refusal};
use std::io::Read;
use words::Lang::{En, Nl};

fn written(successes: &str) -> Written {
    let texts = Texts { successes: successes.into(), explanation: "Het was **rustig**.".into() };
    let decision = TypedDecision {
        text: "Een tablet in de kantine".into(),
        owner: "Sanne".into(),
        due: "2026-11-15".into(),
    };
    Written::new(Nl, texts, &[decision, TypedDecision::default()]).unwrap()
}

#[test]
fn no_cell_of_a_few_people_is_ever_kept() {
    on_both(|trial| {
        town(trial);
        let snapshot = snapshot(trial, made(trial, "2026-09"));
        let figures = snapshot.figures.as_ref().unwrap();
        let all = &figures.departments.all;
        let floor = GroupMinimum::FIVE;
        assert!(all.iter().filter(|one| one.shown.is_some()).count() >= 2, "{all:?}");
        for one in all {
            let Some((did, people)) = one.shown else { continue };
            assert!(people >= 5 && !floor.too_few(did) && !floor.too_few(people - did), "{one:?}");
        }
        for name in ["Directie", "Winkel"] {
            let one = all.iter().find(|one| one.name == name).unwrap();
            assert_eq!((one.shown, one.hardly), (None, false), "{name}");
        }
        // What is left when the shown are taken from the whole is no few either: nobody
        // here has a payroll, so the sums are of the same people.
        let shown = |part: fn((u64, u64)) -> u64| -> u64 {
            all.iter().filter_map(|one| one.shown).map(part).sum()
        };
        let (came, people) = figures.reach.came;
        assert_eq!((came, people), (45, 110));
        assert!(!floor.too_few(came - shown(|part| part.0)), "{all:?}");
        assert!(!floor.too_few(people - shown(|part| part.1)), "{all:?}");
        // Nothing of what is hidden stands in what is kept, in whatever form.
        let kept = read(trial, made(trial, "2026-09")).kept;
        let hidden: Vec<&str> =
            kept.split("\"name\":\"").filter(|r| r.starts_with("Dir")).collect();
        assert!(hidden[0].starts_with("Directie\",\"shown\":null,"), "{}", hidden[0]);
        assert_eq!(kept.matches("Directie").count(), 1, "it is named in no sentence: {kept}");
    });
}

#[test]
fn of_a_few_people_a_report_says_nothing() {
    on_both(|trial| {
        run(
            trial,
            "insert into community (id, name, language, zone, seed, created_at)
            values (1, 'Dorp', 'nl', 'Europe/Amsterdam', 1, 1)",
        );
        fill_alone(trial);
        let snapshot = snapshot(trial, made(trial, "2026-09"));
        assert_eq!(snapshot.figures, None);
        assert!(sections(Nl, &snapshot, None).is_empty());
    });
}

/// Four members and a manager.
fn fill_alone(trial: &Trial) {
    run(
        trial,
        "insert into departments (id, parent_id, name, name_key, path, created_at)
        values (1, null, 'Verkoop', 'verkoop', 'Verkoop', 1)",
    );
    fill(trial, 1, 100, 4);
    fill(trial, 1, MANAGER.0, 1);
    run(trial, "update people set role = 'manager', team = true where id = 900");
    act(trial, Verb::Session, 1, 100..103, -12);
}

#[test]
fn a_finished_report_stands_and_a_correction_is_a_new_version() {
    on_both(|trial| {
        town(trial);
        let id = made(trial, "2026-09");
        assert_eq!(id, made(trial, "2026-09"), "begun once");
        let permit = permit();
        trial.database.write(|tx| draft::save(tx, &permit, id, &written("Goed."))).unwrap();
        trial.database.write(|tx| draft::finish(tx, &permit, id)).unwrap();
        let before = read(trial, id);
        assert_eq!(before.state, State::Finished);
        assert_eq!(before.checksum.as_deref(), Some(before.sum(None).unwrap().as_str()));
        assert_eq!(before.decisions.len(), 1);
        let conflict = |result: language::Result<()>| {
            assert!(matches!(result, Err(Failure::Refusal(Refusal::Conflict))), "{result:?}");
        };
        let zone = TimeZone::UTC;
        conflict(trial.database.write(|tx| draft::save(tx, &permit, id, &written("Beter."))));
        conflict(trial.database.write(|tx| draft::finish(tx, &permit, id)));
        conflict(trial.database.write(|tx| draft::discard(tx, &permit, id)));
        conflict(draft::retake(&trial.database, &permit, &before, of(month("2026-09"), &zone)));
        let after = read(trial, id);
        assert_eq!((&after.kept, &after.texts), (&before.kept, &before.texts));
        assert_eq!(after.sum(None).unwrap(), before.sum(None).unwrap());
        // A correction has its figures and texts, and a version of its own.
        let new = trial.database.write(|tx| draft::correct(tx, &permit, id)).unwrap();
        assert_eq!(new, trial.database.write(|tx| draft::correct(tx, &permit, id)).unwrap());
        let corrected = read(trial, new);
        assert_eq!((corrected.version, corrected.state), (2, State::Draft));
        assert_eq!((&corrected.kept, &corrected.texts), (&before.kept, &before.texts));
        assert_eq!(corrected.decisions, before.decisions);
        trial.database.write(|tx| draft::discard(tx, &permit, new)).unwrap();
        assert!(trial.database.read(|conn| store::report(conn, new)).is_err());
        // Whoever changes it behind our back is found out.
        run(trial, &format!("update reports set explanation = 'Mooier' where id = {id}"));
        assert_ne!(read(trial, id).sum(None).ok(), before.checksum);
    });
}

#[test]
fn figures_that_come_later_change_no_report() {
    on_both(|trial| {
        town(trial);
        let id = finished(trial, "2026-09");
        let before = read(trial, id).kept;
        act(trial, Verb::Session, 1, 120..140, -13);
        assert_eq!(read(trial, id).kept, before);
        // A draft may take them again; the departments stand as they were released.
        let new = trial.database.write(|tx| draft::correct(tx, &permit(), id)).unwrap();
        let zone = TimeZone::UTC;
        let draft = read(trial, new);
        draft::retake(&trial.database, &permit(), &draft, of(month("2026-09"), &zone)).unwrap();
        let (old, new) =
            (snapshot(trial, id).figures.unwrap(), snapshot(trial, new).figures.unwrap());
        assert_eq!(new.reach.came.0, old.reach.came.0 + 20);
    });
}

#[test]
fn figures_stand_beside_those_of_the_report_before() {
    on_both(|trial| {
        town(trial);
        let august = finished(trial, "2026-08");
        let september = finished(trial, "2026-09");
        let report = read(trial, september);
        assert_eq!(report.beside, Some(august));
        let before = read(trial, august);
        let beside = Some(Beside {
            month: before.month,
            figures: before.snapshot.figures.as_ref().unwrap(),
        });
        let all = sections(Nl, &report.snapshot, beside);
        assert_eq!(all[0].key, "reach");
        assert!(
            all[0].beside.starts_with("In augustus 2026 was het 45 van 110."),
            "{}",
            all[0].beside
        );
        let table = &all[0].pictures[0].values.table;
        assert_eq!(table.columns[4].name, "augustus 2026");
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        // Another definition begins a new line: nothing is compared.
        let mut other = before.snapshot.clone();
        other.figures.as_mut().unwrap().reach.version = 7;
        let beside = Some(Beside { month: before.month, figures: other.figures.as_ref().unwrap() });
        let all = sections(En, &report.snapshot, beside);
        assert!(all[0].beside.contains("a new line begins here"), "{}", all[0].beside);
    });
}

/// The streams of a PDF, unpacked.
fn unpacked(bytes: &[u8]) -> String {
    let mut out = bytes.to_vec();
    let mut rest = bytes;
    let find = |hay: &[u8], needle: &[u8]| hay.windows(needle.len()).position(|w| w == needle);
    while let Some(start) = find(rest, b"stream\n") {
        let body = &rest[start + 7..];
        let Some(end) = find(body, b"endstream") else { break };
        let mut text = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(&body[..end]).read_to_end(&mut text);
        out.extend(text);
        rest = &body[end + 9..];
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[test]
fn a_report_can_be_read_back_from_its_files() {
    on_both(|trial| {
        town(trial);
        let id = made(trial, "2026-09");
        let text = "# Kop\n\nDe *eerste* tablet hangt er.\n\n- een\n- twee\n\n> Fijn";
        trial.database.write(|tx| draft::save(tx, &permit(), id, &written(text))).unwrap();
        trial.database.write(|tx| draft::finish(tx, &permit(), id)).unwrap();
        let report = read(trial, id);
        let zone = TimeZone::UTC;
        for lang in [Nl, En] {
            let telling = Telling { lang, community: "Dorp", zone: &zone };
            let all = sections(lang, &report.snapshot, None);
            for named in all.iter().flat_map(|one| one.tables()) {
                for row in &named.table.rows {
                    assert_eq!(row.len(), named.table.columns.len(), "{}", named.slug);
                }
            }
            let pdf = files::pdf(&telling, &report, &all).unwrap();
            assert_eq!(pdf, files::pdf(&telling, &report, &all).unwrap());
            let said = unpacked(&pdf);
            let title = tell::title(lang, &report);
            let short = if lang == Nl { "(In het kort)" } else { "(In short)" };
            for part in [format!("({title})").as_str(), short, "/TH", "/Figure", "pdfuaid"] {
                assert!(said.contains(part), "{part}");
            }
            let book = files::workbook(&telling, &report, &all).unwrap();
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
            let mut part = |name: &str| {
                let mut text = String::new();
                zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
                text
            };
            assert!(part("xl/sharedStrings.xml").contains("Verkoop"));
            assert!(part("xl/worksheets/sheet2.xml").contains("<v>20</v>"), "Verkoop came");
            // One file for each chart, and all in one.
            let csv = files::values(&all, "reach-by-department.csv").unwrap();
            let csv = String::from_utf8(csv).unwrap();
            assert!(csv.contains("\"Verkoop\",20,40,0.500000"), "{csv}");
            assert!(files::values(&all, "nothing").is_err());
            let packed = files::zip(&all).unwrap();
            let names = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap().len();
            assert_eq!(names, all.iter().flat_map(|one| one.tables()).count());
            // Of a department that is hidden there is no hand-out.
            let of = |id| handout::handout(&telling, &report, None, &all, id);
            assert!(of(3).is_err() && of(4).is_err() && of(0).is_err() && of(99).is_err());
            let made = of(1).unwrap();
            assert!(made.slides[0].title.contains("20") && made.slides[0].title.contains("40"));
            let slides = documents::pdf(&handout::document(&telling, &report, &made)).unwrap();
            assert!(unpacked(&slides).contains("841.89 595.28"));
        }
    });
}

#[test]
fn what_is_typed_is_checked() {
    let decision = |text: &str, owner: &str, due: &str| TypedDecision {
        text: text.into(),
        owner: owner.into(),
        due: due.into(),
    };
    let check = |one: TypedDecision| Written::new(Nl, Texts::default(), &[one]);
    assert!(check(decision("", "", "")).unwrap().decisions.is_empty());
    assert_eq!(check(decision("Doen", "Ik", "2026-12-01")).unwrap().decisions.len(), 1);
    for wrong in [
        decision("Doen", "", "2026-12-01"),
        decision("", "Ik", "2026-12-01"),
        decision("Doen", "Ik", ""),
        decision("Doen", "Ik", "morgen"),
        decision(&"x".repeat(1_001), "Ik", "2026-12-01"),
        decision("Doen", &"x".repeat(121), "2026-12-01"),
    ] {
        assert!(check(wrong.clone()).is_err(), "{wrong:?}");
    }
    let long = Texts { successes: "x".repeat(20_001), ..Texts::default() };
    assert!(Written::new(Nl, long, &[]).is_err());
}

#[test]
fn a_month_that_is_not_over_has_no_report() {
    on_both(|trial| {
        town(trial);
        let zone = TimeZone::UTC;
        let october = month("2026-10");
        let begun = draft::make(&trial.database, &permit(), october, of(october, &zone));
        assert!(matches!(begun, Err(Failure::Refusal(Refusal::NotFound))));
    });
}
