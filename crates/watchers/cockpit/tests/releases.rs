use crate::release::{Cell, Group, fingerprint, protect, renew, under};
use insight::GroupMinimum;
use insight::suppress::Sensitivity;

const K: GroupMinimum = GroupMinimum::FIVE;

fn group(id: i64, did: u64, people: u64) -> Group {
    Group { id, did, people, payroll: false }
}

fn shown(cells: &[Cell]) -> Vec<(i64, u64, u64)> {
    cells.iter().filter_map(|c| c.shown.map(|(did, people)| (c.id, did, people))).collect()
}

#[test]
fn a_small_department_takes_another_along() {
    let groups = [group(1, 20, 40), group(2, 2, 3), group(3, 6, 12), group(4, 30, 60)];
    let cells = protect(&groups, Sensitivity::Plain, K);
    assert_eq!(shown(&cells), [(1, 20, 40), (4, 30, 60)]);
    // Few who did, and few who did not, are as telling.
    let cells =
        protect(&[group(1, 20, 40), group(2, 4, 30), group(3, 28, 30)], Sensitivity::Plain, K);
    assert!(shown(&cells).iter().all(|(id, ..)| *id == 1), "{cells:?}");
    // Nobody of many may be shown.
    assert_eq!(
        shown(&protect(&[group(1, 0, 40), group(2, 10, 20)], Sensitivity::Plain, K)).len(),
        2
    );
    assert_eq!(protect(&[], Sensitivity::Plain, K), []);
}

#[test]
fn what_was_shown_stands_when_few_people_moved() {
    let before = protect(&[group(1, 20, 40), group(2, 10, 30)], Sensitivity::Plain, K);
    assert_eq!(shown(&before).len(), 2);
    // One more in the first department.
    assert_eq!(renew(&before, &[group(1, 21, 40), group(2, 10, 30)], Sensitivity::Plain, K), None);
    assert_eq!(renew(&before, &[group(1, 20, 43), group(2, 10, 30)], Sensitivity::Plain, K), None);
    // History came in: everything is another.
    let fresh = renew(&before, &[group(1, 30, 40), group(2, 10, 30)], Sensitivity::Plain, K);
    assert_eq!(fresh.map(|cells| shown(&cells)), Some(vec![(1, 30, 40), (2, 10, 30)]));
    // A department that is gone took twenty people along.
    let fresh = renew(&before, &[group(2, 10, 30)], Sensitivity::Plain, K);
    assert!(fresh.is_some());
}

#[test]
fn a_new_headcount_shows_nothing_that_was_hidden_this_week() {
    let old = [
        Cell { id: 1, payroll: true, shown: Some((20, 40)) },
        Cell { id: 2, payroll: true, shown: None },
        Cell { id: 3, payroll: true, shown: None },
    ];
    let paid = |id, did, people| Group { id, did, people, payroll: true };
    let groups = [paid(1, 20, 41), paid(2, 10, 30), paid(3, 10, 30)];
    let fresh = renew(&old, &groups, Sensitivity::Plain, K).unwrap();
    assert_eq!(shown(&fresh), [(1, 20, 41)], "one more on the payroll is nobody's secret");
    // Nor when others moved: 15 of 40 and 3 of 12 were hidden together.
    let old = [
        Cell { id: 1, payroll: false, shown: None },
        Cell { id: 2, payroll: false, shown: None },
        Cell { id: 3, payroll: false, shown: Some((20, 45)) },
        Cell { id: 4, payroll: false, shown: Some((30, 80)) },
    ];
    let groups = [paid(1, 15, 60), group(2, 3, 12), paid(3, 20, 52), group(4, 30, 80)];
    let fresh = renew(&old, &groups, Sensitivity::Plain, K).unwrap();
    assert!(shown(&fresh).iter().all(|(id, ..)| *id > 2), "{fresh:?}");
    // Seven came and six of them were active: the one who was not is somebody.
    let before = protect(&[group(1, 20, 40), group(2, 10, 30)], Sensitivity::Plain, K);
    let after = [group(1, 26, 47), group(2, 10, 30)];
    assert_eq!(renew(&before, &after, Sensitivity::Plain, K), None);
    assert_ne!(fingerprint(&groups, K), fingerprint(&[paid(1, 20, 40)], K));
}

#[test]
fn a_floor_that_rises_hides_what_was_shown() {
    let cell = |id, did, people| Cell { id, payroll: false, shown: Some((did, people)) };
    let before =
        vec![cell(1, 20, 40), cell(2, 6, 30), cell(3, 27, 30), cell(4, 0, 9), cell(5, 0, 10)];
    assert_eq!(shown(&under(before.clone(), K)), [(1, 20, 40), (2, 6, 30), (4, 0, 9), (5, 0, 10)]);
    let ten = GroupMinimum::new(10).unwrap();
    assert_eq!(shown(&under(before, ten)), [(1, 20, 40), (5, 0, 10)]);
}
