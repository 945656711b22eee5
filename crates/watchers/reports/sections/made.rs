//! Each subject of a report.

use super::charts::{Weeks, columns, dash, number, part_bar, percent, share, told};
use super::{Drawn, Named, Section};
use crate::compare::{Against, Beside, Pair, against};
use crate::snapshot::{Department, Figures, Snapshot};
use crate::w;
use cockpit::{Part, Ranged};
use documents::{Bar, Picture, Shape, Table};
use language::Day;
use words::Lang;

/// The subjects of a report in one language, beside the report before when there is one.
pub(crate) fn sections(
    lang: Lang,
    snapshot: &Snapshot,
    beside: Option<Beside<'_>>,
) -> Vec<Section> {
    let Some(figures) = &snapshot.figures else { return Vec::new() };
    let to = snapshot.to();
    let mut all = vec![
        reach(lang, figures, beside),
        participation(lang, figures, beside, to),
        answers(lang, figures, beside, to),
    ];
    all.extend(returning(lang, figures, beside));
    all.push(phase(lang, figures, beside, to));
    all.push(actions(lang, figures));
    all
}

fn pair(now: Part, before: Option<Part>) -> Pair {
    Pair { now: Some(now), before }
}

fn bars(slug: &'static str, title: &str, bars: Vec<Bar>, table: Table) -> Drawn {
    let picture = Picture { says: told(&bars), shape: Shape::Bars(bars) };
    let values = Named { slug, title: title.to_owned(), table };
    Drawn { title: title.to_owned(), picture, values }
}

/// The name of a department as it was.
pub(crate) fn department_name(lang: Lang, one: &Department) -> String {
    if one.name.is_empty() { w::no_department(lang).to_owned() } else { one.name.clone() }
}

fn reach(lang: Lang, figures: &Figures, beside: Option<Beside<'_>>) -> Section {
    let (now, all) = (&figures.reach, &figures.departments.all);
    let whole = beside.map(|b| {
        let before = &b.figures.reach;
        against(b.month, (now.version, before.version), &[pair(now.came, Some(before.came))])
    });
    let most = all.iter().filter_map(|one| Some(one.shown?.1)).max().unwrap_or(1).max(1) as f64;
    let list: Vec<Bar> = all.iter().map(|one| department_bar(lang, one, most)).collect();
    let by_department = beside.map(|b| {
        let versions = (figures.departments.version, b.figures.departments.version);
        let pairs: Vec<Pair> = all
            .iter()
            .map(|one| {
                let before = b.figures.departments.all.iter().find(|then| then.id == one.id);
                // Counted out of other people: another base.
                let before = before.filter(|then| then.payroll == one.payroll);
                Pair { now: one.shown, before: before.and_then(|then| then.shown) }
            })
            .collect();
        against(b.month, versions, &pairs)
    });
    let table = department_table(lang, all, by_department.as_ref());
    let hidden = all.iter().filter(|one| one.shown.is_none()).count();
    let mut notes = vec![w::reach_note(lang).to_owned()];
    if let Some(one) = all.iter().find(|one| one.shown.is_some()).filter(|_| !is_mixed(all)) {
        notes.push(w::counted_from(lang, source(lang, one)));
    }
    if hidden > 0 {
        notes.push(w::reach_hidden(lang, hidden));
    }
    notes.extend(by_department.filter(|a| a.new_line).map(|a| a.sentence(lang, 0)));
    Section {
        key: "reach",
        kicker: w::kicker_reach(lang),
        figure: percent(lang, now.came),
        label: w::label_reach(lang).to_owned(),
        finding: now.finding.of(lang).to_owned(),
        beside: whole.map(|a| a.sentence(lang, 0)).unwrap_or_default(),
        more: vec![figures.departments.finding.of(lang).to_owned() + "."],
        pictures: vec![bars(w_slug::DEPARTMENTS, w::by_department(lang), list, table)],
        table: None,
        notes,
        definition: ("1.1", now.version, w::define_reach(lang).to_owned()),
    }
}

/// Names of tables in files.
mod w_slug {
    pub(super) const DEPARTMENTS: &str = "reach-by-department";
    pub(super) const TIERS: &str = "participation";
    pub(super) const TOOK_PART: &str = "took-part-by-week";
    pub(super) const ANSWERS: &str = "answers";
    pub(super) const QUICK: &str = "answered-in-a-day-by-week";
    pub(super) const STAYING: &str = "staying";
    pub(super) const CLASSES: &str = "rhythms";
    pub(super) const SHARES: &str = "written-by-members-by-week";
    pub(super) const ACTIONS: &str = "actions";
}

fn department_bar(lang: Lang, one: &Department, most: f64) -> Bar {
    let label = department_name(lang, one);
    let Some((did, people)) = one.shown else {
        return Bar { label, rest: w::too_small(lang).to_owned(), hatched: true, ..Bar::default() };
    };
    Bar {
        label,
        strong: words::number(lang, i64::try_from(did).unwrap_or(i64::MAX)),
        rest: w::of_n_percent(lang, people, percent(lang, (did, people))),
        track: people as f64 / most * 100.0,
        fill: did as f64 / most * 100.0,
        attention: one.hardly,
        ..Bar::default()
    }
}

/// Whether some are counted out of the payroll and others out of who is known.
fn is_mixed(all: &[Department]) -> bool {
    let mut shown = all.iter().filter(|one| one.shown.is_some()).map(|one| one.payroll);
    let first = shown.next();
    shown.any(|payroll| Some(payroll) != first)
}

fn source(lang: Lang, one: &Department) -> &'static str {
    if one.payroll { w::from_payroll(lang) } else { w::from_known(lang) }
}

fn department_table(lang: Lang, all: &[Department], against: Option<&Against>) -> Table {
    let before = against.map_or_else(String::new, |a| words::month(lang, a.month.date()));
    let mut names = vec![
        (w::column_department(lang), false),
        (w::column_came(lang), true),
        (w::column_works(lang), true),
        (w::column_share(lang), true),
    ];
    let mixed = is_mixed(all);
    if mixed {
        names.push((w::column_source(lang), false));
    }
    if against.is_some() {
        names.push((before.as_str(), true));
        names.push((w::column_difference(lang), false));
    }
    let rows = all
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let mut row = vec![super::charts::text(department_name(lang, one))];
            match one.shown {
                Some(part) => {
                    row.extend([number(lang, part.0), number(lang, part.1), share(lang, part)]);
                }
                None => row.extend([dash(), dash(), dash()]),
            }
            if mixed {
                row.push(super::charts::text(match one.shown {
                    None => w::too_small(lang),
                    Some(_) => source(lang, one),
                }));
            }
            if let Some(against) = against {
                let before = against.before.get(at).copied().flatten();
                row.push(before.map_or_else(dash, |part| share(lang, part)));
                let said = if one.shown.is_some() { against.words(lang, at) } else { "–" };
                row.push(super::charts::text(said));
            }
            row
        })
        .collect();
    Table { columns: columns(&names), rows }
}

/// A table of parts of a whole with their ranges, beside those of the report before.
fn parts_table(
    lang: Lang,
    first: &str,
    parts: &[(String, Part)],
    against: Option<&Against>,
) -> Table {
    let before = against.map_or_else(String::new, |a| words::month(lang, a.month.date()));
    let mut names = vec![
        (first, false),
        (w::column_count(lang), true),
        (w::column_of(lang), true),
        (w::column_share(lang), true),
        (w::column_range(lang), false),
    ];
    if against.is_some() {
        names.push((before.as_str(), true));
        names.push((w::column_difference(lang), false));
    }
    let rows = parts
        .iter()
        .enumerate()
        .map(|(at, (name, part))| {
            let mut row = vec![
                super::charts::text(name.clone()),
                number(lang, part.0),
                number(lang, part.1),
                share(lang, *part),
                super::charts::text(cockpit::ranged(lang, *part)),
            ];
            if let Some(against) = against {
                let before = against.before.get(at).copied().flatten();
                row.push(before.map_or_else(dash, |part| share(lang, part)));
                row.push(super::charts::text(against.words(lang, at)));
            }
            row
        })
        .collect();
    Table { columns: columns(&names), rows }
}

fn tiers(lang: Lang, counts: [u64; 4], of: u64) -> Vec<(String, Part)> {
    let names = [
        w::tier_creators(lang),
        w::tier_contributors(lang),
        w::tier_readers(lang),
        w::tier_absent(lang),
    ];
    names.iter().zip(counts).map(|(name, count)| ((*name).to_owned(), (count, of))).collect()
}

fn participation(lang: Lang, figures: &Figures, beside: Option<Beside<'_>>, to: Day) -> Section {
    let now = &figures.tiers;
    let parts = tiers(lang, now.counts, now.of);
    let doing = |tiers: &crate::snapshot::Tiers| (tiers.counts[0] + tiers.counts[1], tiers.of);
    let compared = beside.map(|b| {
        let before = &b.figures.tiers;
        let then = tiers(lang, before.counts, before.of);
        let mut pairs: Vec<Pair> =
            parts.iter().zip(then).map(|((_, now), (_, then))| pair(*now, Some(then))).collect();
        pairs.push(pair(doing(now), Some(doing(before))));
        against(b.month, (now.version, before.version), &pairs)
    });
    let list = parts.iter().map(|(name, part)| part_bar(lang, name, *part, false)).collect();
    let table = parts_table(lang, w::column_tier(lang), &parts, compared.as_ref());
    let weeks: Vec<(Day, Option<Ranged>)> = now
        .weeks
        .iter()
        .map(|(day, n)| {
            // With a range, because weeks are compared.
            let share = insight::Share::estimate((*n).min(now.of), now.of).ok();
            let range = share.and_then(insight::Share::range).map(|r| r.times(now.of as f64));
            (Day(*day), range.map(|r| (*n as f64, r.low, r.high)))
        })
        .collect();
    let most = weeks.iter().filter_map(|(_, value)| Some((*value)?.2)).fold(0.0, f64::max);
    let (first, last) = (now.weeks.first().map_or(0, |w| w.1), now.weeks.last().map_or(0, |w| w.1));
    let line = Weeks {
        slug: w_slug::TOOK_PART,
        title: w::took_part(lang).to_owned(),
        says: w::from_to(lang, first, last),
        shares: false,
        axis: (0.0, cockpit::charts::roof(most)),
        steps: 3,
        mark: None,
        points: Weeks::by_day(lang, to, &weeks),
    }
    .draw(lang, w::column_week(lang), w::column_people(lang));
    Section {
        key: "participation",
        kicker: w::kicker_participation(lang),
        figure: percent(lang, doing(now)),
        label: w::label_participation(lang).to_owned(),
        finding: now.finding.of(lang).to_owned(),
        beside: compared.as_ref().map(|a| a.sentence(lang, parts.len())).unwrap_or_default(),
        more: Vec::new(),
        pictures: vec![bars(w_slug::TIERS, w::in_four_weeks(lang), list, table), line],
        table: None,
        notes: vec![w::tiers_note(lang).to_owned()],
        definition: ("1.2", now.version, w::define_participation(lang).to_owned()),
    }
}

fn answers(lang: Lang, figures: &Figures, beside: Option<Beside<'_>>, to: Day) -> Section {
    let now = &figures.answers;
    let names = [
        w::answered_at_all(lang),
        w::answered_within(lang),
        w::unanswered_day(lang),
        w::unanswered_long(lang),
    ];
    let parts: Vec<(String, Part)> =
        names.iter().zip(now.parts).map(|(name, part)| ((*name).to_owned(), part)).collect();
    let compared = beside.map(|b| {
        let before = &b.figures.answers;
        let pairs: Vec<Pair> = now
            .parts
            .iter()
            .zip(before.parts)
            .map(|(now, then)| pair(*now, Some(then).filter(|then| then.1 > 0)))
            .collect();
        against(b.month, (now.version, before.version), &pairs)
    });
    let list = parts
        .iter()
        .enumerate()
        .map(|(at, (name, part))| part_bar(lang, name, *part, at == 3))
        .collect();
    let table = parts_table(lang, w::column_questions(lang), &parts, compared.as_ref());
    let mut pictures = vec![bars(w_slug::ANSWERS, w::in_four_weeks(lang), list, table)];
    let weeks: Vec<(Day, Option<Ranged>)> = now
        .weeks
        .iter()
        .map(|(day, (x, n))| {
            let range = insight::Share::estimate(*x, *n).ok().and_then(insight::Share::range);
            (Day(*day), range.map(|r| (*x as f64 / (*n).max(1) as f64, r.low, r.high)))
        })
        .collect();
    if weeks.iter().filter(|(_, value)| value.is_some()).count() > 1 {
        let line = Weeks {
            slug: w_slug::QUICK,
            title: w::answered_in_a_day(lang).to_owned(),
            says: now.finding.of(lang).to_owned(),
            shares: true,
            axis: (0.0, 1.0),
            steps: 4,
            mark: None,
            points: Weeks::by_day(lang, to, &weeks),
        };
        pictures.push(line.draw(lang, w::column_week(lang), w::column_share(lang)));
    }
    Section {
        key: "answers",
        kicker: w::kicker_answers(lang),
        figure: percent(lang, now.parts[1]),
        label: w::label_answers(lang).to_owned(),
        finding: now.finding.of(lang).to_owned(),
        beside: compared.map(|a| a.sentence(lang, 1)).unwrap_or_default(),
        more: vec![now.waiting.of(lang).to_owned()],
        pictures,
        table: None,
        notes: vec![w::band_note(lang).to_owned()],
        definition: ("3.1", now.version, w::define_answers(lang).to_owned()),
    }
}

fn returning(lang: Lang, figures: &Figures, beside: Option<Beside<'_>>) -> Option<Section> {
    let now = figures.returning.as_ref()?;
    let of: u64 = now.classes.iter().sum();
    let names = [
        w::class_active(lang),
        w::class_slowing(lang),
        w::class_asleep(lang),
        w::class_never(lang),
        w::class_early(lang),
    ];
    let parts: Vec<(String, Part)> =
        names.iter().zip(now.classes).map(|(name, n)| ((*name).to_owned(), (n, of))).collect();
    let compared = beside.and_then(|b| {
        let before = b.figures.returning.as_ref()?;
        let all: u64 = before.classes.iter().sum();
        let pairs: Vec<Pair> = now
            .classes
            .iter()
            .zip(before.classes)
            .map(|(now, then)| pair((*now, of), Some((then, all))))
            .collect();
        Some(against(b.month, (now.version, before.version), &pairs))
    });
    let asleep = w::asleep_now(lang, of, now.classes[2]);
    let asleep = match &compared {
        Some(against) => format!("{asleep} {}", against.sentence(lang, 2)),
        None => asleep,
    };
    let list = parts
        .iter()
        .enumerate()
        .map(|(at, (name, part))| part_bar(lang, name, *part, at == 2))
        .collect();
    let table = parts_table(lang, w::column_rhythm(lang), &parts, compared.as_ref());
    let points = now
        .weeks
        .iter()
        .enumerate()
        .map(|(week, value)| {
            let label = if week % 13 == 0 { w::after_weeks(lang, week) } else { String::new() };
            (label, week.to_string(), *value)
        })
        .collect();
    let line = Weeks {
        slug: w_slug::STAYING,
        title: w::staying(lang).to_owned(),
        says: w::staying_text(lang, now.people.0, now.people.1),
        shares: true,
        axis: (0.0, 1.0),
        steps: 4,
        mark: None,
        points,
    }
    .draw(lang, w::column_week(lang), w::column_still(lang));
    Some(Section {
        key: "returning",
        kicker: w::kicker_returning(lang),
        figure: now.still.map_or_else(|| "–".to_owned(), |one| words::percent(lang, one.1)),
        label: now.still.map_or_else(String::new, |one| w::label_still(lang, one.0)),
        finding: now.finding.of(lang).to_owned(),
        beside: String::new(),
        more: vec![asleep],
        pictures: vec![line, bars(w_slug::CLASSES, w::by_own_rhythm(lang), list, table)],
        table: None,
        notes: vec![w::staying_text(lang, now.people.0, now.people.1)],
        definition: ("2.1–2.3", now.version, w::define_returning(lang).to_owned()),
    })
}

fn phase(lang: Lang, figures: &Figures, beside: Option<Beside<'_>>, to: Day) -> Section {
    let now = &figures.phase;
    let compared = beside.map(|b| {
        let before = &b.figures.phase;
        let then = Some(before.by_members).filter(|then| then.1 > 0);
        // Contributions cluster in people: no test on their number would be honest.
        Against {
            month: b.month,
            new_line: now.version != before.version,
            before: vec![then],
            found: vec![None],
        }
    });
    let weeks: Vec<(Day, Option<Ranged>)> =
        now.weeks.iter().map(|(day, value)| (Day(*day), *value)).collect();
    let mut pictures = Vec::new();
    if weeks.iter().filter(|(_, value)| value.is_some()).count() > 1 {
        let line = Weeks {
            slug: w_slug::SHARES,
            title: w::written_by_members(lang).to_owned(),
            says: now.finding.of(lang).to_owned(),
            shares: true,
            axis: (0.0, 1.0),
            steps: 4,
            mark: Some((0.5, w::half(lang))),
            points: Weeks::by_day(lang, to, &weeks),
        };
        pictures.push(line.draw(lang, w::column_week(lang), w::column_share(lang)));
    }
    let sure = now.sure.of(lang);
    Section {
        key: "phase",
        kicker: w::kicker_phase(lang),
        figure: percent(lang, now.by_members),
        label: w::label_phase(lang).to_owned(),
        finding: now.finding.of(lang).to_owned(),
        beside: compared.map(|a| a.sentence(lang, 0)).unwrap_or_default(),
        more: if sure.is_empty() { Vec::new() } else { vec![w::how_sure(lang, sure)] },
        pictures,
        table: None,
        notes: vec![w::band_note(lang).to_owned()],
        definition: ("6", now.version, w::define_phase(lang).to_owned()),
    }
}

fn actions(lang: Lang, figures: &Figures) -> Section {
    let rows = figures
        .actions
        .iter()
        .map(|one| {
            let over = Day(one.over).date();
            let period = words::period(lang, Day(one.opened).date(), over, over);
            let said = match &one.sentence {
                Some(said) => said.of(lang).to_owned(),
                None => w::action_too_few(lang).to_owned(),
            };
            let counted = |part: Option<Part>| {
                let shown = part.filter(|(_, n)| *n > 0);
                shown.map_or_else(dash, |(x, n)| super::charts::text(w::x_of_n(lang, n, x)))
            };
            vec![
                super::charts::text(one.title.clone()),
                super::charts::text(period),
                super::charts::text(said),
                counted(one.counted.map(|both| both.0)),
                counted(one.counted.map(|both| both.1)),
            ]
        })
        .collect();
    let names = [
        (w::column_action(lang), false),
        (w::column_period(lang), false),
        (w::column_outcome(lang), false),
        (w::column_asked(lang), true),
        (w::column_held(lang), true),
    ];
    let count = figures.actions.len();
    Section {
        key: "actions",
        kicker: w::kicker_actions(lang),
        figure: words::number(lang, i64::try_from(count).unwrap_or(i64::MAX)),
        label: w::label_actions(lang, count),
        finding: w::actions_finding(lang, count),
        beside: String::new(),
        more: Vec::new(),
        pictures: Vec::new(),
        table: (count > 0).then(|| Named {
            slug: w_slug::ACTIONS,
            title: w::kicker_actions(lang).to_owned(),
            table: Table { columns: columns(&names), rows },
        }),
        notes: Vec::new(),
        definition: ("7.3", 1, w::define_actions(lang).to_owned()),
    }
}
