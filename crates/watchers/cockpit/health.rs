//! The honest health score (SCIENCE.md §15): five bars first, one number second, the weakest
//! named. Week by week, as it was known when the week had closed.

use crate::departments::highest;
use crate::metrics::HEALTH;
use crate::returning;
use crate::store::{self, Branch};
use crate::{answers, w};
use database::{Conn, Database};
use insight::concentration::{FEWEST as FEWEST_PEOPLE, gini, gini_range};
use insight::graph::outward::outward;
use insight::health::{Anchors, Bar, COMPONENTS, Component, Health, health};
use insight::{GroupMinimum, Share};
use jiff::tz::TimeZone;
use language::{Day, Failure, Result};
use rollups::{Bonds, Came, DayFigures, Opener, PhaseWeek, Window, closed_week_end};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use words::Lang;

/// The public values that count as 0 and 1, in the order of [`COMPONENTS`]. Part of the
/// definition: another value is another version of it.
pub(crate) const ANCHORS: [Anchors; 5] = [Anchors::PLAIN; 5];

/// Staying is measured at so many days.
pub(crate) const STAYS: f64 = 90.0;
/// Below so many people nobody's staying is drawn.
const FEWEST_STAYING: usize = 30;
/// Ties of so many days.
pub(crate) const TIES: i32 = 91;
/// So many weeks are worked out afterwards where nothing was kept: a quarter.
pub(crate) const BACK: i32 = 13;

/// One component as it was measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Measured {
    /// 0 to 1, before the anchors.
    pub value: f64,
    /// Its 95% range.
    pub low: f64,
    pub high: f64,
    /// Of how many: people, questions or ties.
    pub n: u64,
}

/// A closed week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Week {
    /// In the order of [`COMPONENTS`]; none where there is too little to measure.
    pub measured: [Option<Measured>; 5],
}

impl Week {
    /// The bars between their anchors.
    pub fn bars(&self) -> [Option<Bar>; 5] {
        let mut bars = [None; 5];
        for ((bar, one), anchors) in bars.iter_mut().zip(&self.measured).zip(ANCHORS) {
            *bar = one.and_then(|one| {
                let range = insight::Interval { low: one.low, high: one.high };
                anchors.bar(one.value, range).ok()
            });
        }
        bars
    }

    /// The number; none when a component is missing.
    pub fn health(&self) -> Option<Health> {
        health(self.bars())
    }

    /// The lowest of the components that could be measured.
    pub fn weakest(&self) -> Option<Component> {
        let bars = self.bars();
        let known = COMPONENTS.iter().zip(&bars).filter_map(|(one, bar)| Some((*one, (*bar)?)));
        known.min_by(|a, b| a.1.value.total_cmp(&b.1.value)).map(|(one, _)| one)
    }
}

/// A component in a word.
pub(crate) fn say(lang: Lang, component: Component) -> &'static str {
    match component {
        Component::Reach => w::health_reach(lang),
        Component::Retention => w::health_retention(lang),
        Component::Response => w::health_response(lang),
        Component::Spread => w::health_spread(lang),
        Component::Connection => w::health_connection(lang),
    }
}

/// What one component is made from.
pub(crate) fn note(lang: Lang, component: Component) -> &'static str {
    match component {
        Component::Reach => w::health_reach_note(lang),
        Component::Retention => w::health_retention_note(lang),
        Component::Response => w::health_response_note(lang),
        Component::Spread => w::health_spread_note(lang),
        Component::Connection => w::health_connection_note(lang),
    }
}

/// What helps a component most: a number of the library (SCIENCE.md 7.1), and why.
pub(crate) fn remedy(lang: Lang, component: Component) -> (i32, &'static str) {
    match component {
        Component::Reach => (4, w::health_reach_advice(lang)),
        Component::Retention => (5, w::health_retention_advice(lang)),
        Component::Response => (8, w::health_response_advice(lang)),
        Component::Spread => (9, w::health_spread_advice(lang)),
        Component::Connection => (22, w::health_connection_advice(lang)),
    }
}

/// All that one week is made from.
pub(crate) struct Inputs<'a> {
    /// The Sunday that ended it.
    pub end: Day,
    /// The 28 days up to it.
    pub month: Option<DayFigures>,
    /// People who may take part.
    pub eligible: i64,
    /// Everybody's active days until then.
    pub came: &'a [Came],
    /// What was opened.
    pub openers: &'a [Opener],
    /// Who contributed how much.
    pub made: Option<&'a PhaseWeek>,
    /// Who is tied to whom.
    pub bonds: &'a Bonds,
    /// Every department.
    pub tree: &'a [Branch],
}

fn whole(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

fn of(share: Share) -> Option<Measured> {
    let (value, range) = (share.value()?, share.range()?);
    Some(Measured { value, low: range.low, high: range.high, n: share.n() })
}

/// Measures a week.
///
/// # Errors
/// A fault when times or ties make no sense.
pub(crate) fn measure(inputs: &Inputs<'_>, zone: &TimeZone, floor: GroupMinimum) -> Result<Week> {
    let contributors = inputs.made.map(|week| week.contributors.as_slice()).unwrap_or_default();
    Ok(Week {
        measured: [
            reach(inputs, floor),
            staying(inputs),
            response(inputs, zone)?,
            spread(contributors),
            connection(inputs)?,
        ],
    })
}

fn reach(inputs: &Inputs<'_>, floor: GroupMinimum) -> Option<Measured> {
    let active = whole(inputs.month?.month);
    let people = whole(inputs.eligible).max(active);
    if people < floor.get() || active == 0 {
        return None;
    }
    // Every person counts once and all are counted; the range is there because weeks are
    // compared.
    of(Share::estimate(active, people).ok()?)
}

fn staying(inputs: &Inputs<'_>) -> Option<Measured> {
    let members = returning::judge_came(inputs.came, inputs.end.plus(1));
    let curve = returning::staying(&members).filter(|curve| curve.n >= FEWEST_STAYING)?;
    let (value, step) = (curve.at(STAYS)?, curve.step_at(STAYS));
    // A curve that has not fallen yet has no step; one that rests on few is not believed.
    let range = step.filter(|step| !step.thin())?.interval;
    Some(Measured { value, low: range.low, high: range.high, n: whole(members.len() as i64) })
}

fn response(inputs: &Inputs<'_>, zone: &TimeZone) -> Result<Option<Measured>> {
    let window = Window::month_to(inputs.end);
    let then = inputs.end.plus(1).start(zone);
    let month = answers::month(answers::within(inputs.openers, true, window, zone), then)?;
    let enough = month.quick.within.n() >= answers::FEWEST as u64;
    Ok(of(month.quick.within).filter(|_| enough))
}

fn spread(contributors: &[rollups::Share]) -> Option<Measured> {
    let made: Vec<u64> =
        contributors.iter().map(|one| whole(one.by_member)).filter(|made| *made > 0).collect();
    if made.len() < FEWEST_PEOPLE {
        return None;
    }
    let (gini, range) = (gini(&made)?, gini_range(&made)?);
    Some(Measured {
        value: 1.0 - gini,
        low: 1.0 - range.high,
        high: 1.0 - range.low,
        n: made.len() as u64,
    })
}

fn connection(inputs: &Inputs<'_>) -> Result<Option<Measured>> {
    let parents: HashMap<i64, Option<i64>> =
        inputs.tree.iter().map(|(id, parent, _)| (*id, *parent)).collect();
    let mut numbers: BTreeMap<i64, u32> = BTreeMap::new();
    let of: Vec<Option<u32>> = inputs
        .bonds
        .departments
        .iter()
        .map(|id| {
            let top = parents.contains_key(id).then(|| highest(&parents, *id))?;
            let next = u32::try_from(numbers.len()).ok()?;
            Some(*numbers.entry(top).or_insert(next))
        })
        .collect();
    // Whoever has no department is nobody's neighbour.
    let known: Vec<u32> = of.iter().flatten().copied().collect();
    let mut next = 0;
    let places: Vec<Option<u32>> = of
        .iter()
        .map(|department| {
            department.map(|_| {
                next += 1;
                next - 1
            })
        })
        .collect();
    let place = |person: u32| places.get(person as usize).copied().flatten();
    let ties: Vec<(u32, u32)> = inputs
        .bonds
        .bonds
        .iter()
        .filter_map(|bond| Some((place(bond.people.0)?, place(bond.people.1)?)))
        .collect();
    let found = outward(&ties, &known).map_err(|e| Failure::fault("measure the ties", e))?;
    Ok(found.filter(insight::graph::outward::Outward::enough).and_then(|found| {
        let (value, range) = found.connection()?;
        Some(Measured { value, low: range.low, high: range.high, n: found.ties })
    }))
}

/// Works out the weeks that are not kept yet, or that history came in for; `today` is where
/// figures look back from. Costs next to nothing when there is none.
///
/// # Errors
/// A fault of the database.
pub(crate) fn keep(database: &Database, today: Day, floor: GroupMinimum) -> Result<()> {
    let last = closed_week_end(today);
    let first = last.plus(-7 * (BACK - 1));
    let missing = database.read(|conn| store::missing_weeks(conn, HEALTH, first, last))?;
    if missing.is_empty() {
        return Ok(());
    }
    let zone = database.zone();
    let weeks = database.snapshot(|conn| measure_all(conn, &missing, today, &zone, floor))?;
    database.write(|tx| {
        for (end, week) in &weeks {
            store::keep_insight(tx, HEALTH, *end, week)?;
        }
        Ok(())
    })
}

fn measure_all(
    conn: &mut Conn,
    ends: &[Day],
    today: Day,
    zone: &TimeZone,
    floor: GroupMinimum,
) -> Result<Vec<(Day, Week)>> {
    let (Some(first), Some(last)) = (ends.first().copied(), ends.last().copied()) else {
        return Ok(Vec::new());
    };
    let tree = store::tree(conn)?;
    let came = rollups::rhythms_then(conn, ends)?;
    let days = rollups::days(conn, Window { from: first, to: last })?;
    let openers = rollups::openers(conn, Window { from: first.plus(-28), to: last })?;
    let made = rollups::phase_weeks(conn, today, (closed_week_end(today).0 - first.0) / 7 + 1)?;
    let mut all = Vec::with_capacity(ends.len());
    for (&end, came) in ends.iter().zip(&came) {
        let tiers = rollups::departments_at(conn, end)?;
        let bonds = rollups::bonds(conn, Window::last(TIES, end))?;
        let inputs = Inputs {
            end,
            month: days.iter().find(|one| one.day == end).copied(),
            eligible: tiers.iter().map(|one| one.eligible).sum(),
            came,
            openers: &openers,
            made: made.iter().find(|week| week.end == end),
            bonds: &bonds,
            tree: &tree,
        };
        all.push((end, measure(&inputs, zone, floor)?));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(value: f64, low: f64, high: f64) -> Option<Measured> {
        Some(Measured { value, low, high, n: 100 })
    }

    /// The example of SCIENCE.md §15.
    fn example() -> Week {
        Week {
            measured: [
                measured(0.62, 0.58, 0.66),
                measured(0.71, 0.66, 0.76),
                measured(0.48, 0.41, 0.55),
                measured(0.55, 0.50, 0.60),
                measured(0.40, 0.33, 0.47),
            ],
        }
    }

    #[test]
    fn five_bars_make_a_number_and_four_make_none() {
        let week = example();
        let found = week.health().unwrap();
        assert!((found.score - 0.541_331).abs() < 1e-6);
        assert_eq!(week.weakest(), Some(Component::Connection));
        let mut four = week;
        four.measured[4] = None;
        assert_eq!(four.health(), None);
        assert_eq!(four.weakest(), Some(Component::Response));
        assert_eq!(Week::default().weakest(), None);
    }

    #[test]
    fn a_kept_week_reads_back_as_it_was() {
        let text = serde_json::to_string(&example()).unwrap();
        assert_eq!(serde_json::from_str::<Week>(&text).unwrap(), example());
    }

    #[test]
    fn a_few_people_and_a_few_ties_are_not_measured() {
        let inputs = Inputs {
            end: Day(20_740),
            month: None,
            eligible: 3,
            came: &[],
            openers: &[],
            made: None,
            bonds: &Bonds::default(),
            tree: &[],
        };
        let week = measure(&inputs, &TimeZone::UTC, GroupMinimum::FIVE).unwrap();
        assert_eq!(week, Week::default());
    }

    #[test]
    fn ties_are_between_highest_departments() {
        // Forty people in two teams of one department and forty in another; a ring in each,
        // and every fifth is tied across.
        let tree = [(1, None, "A".into()), (2, Some(1), "B".into()), (3, None, "C".into())];
        let departments: Vec<i64> =
            (0..81).map(|n| [1, 2, 3, 3][n % 4]).map(|id| id as i64).take(80).chain([0]).collect();
        let bond = |a: u32, b: u32| rollups::Bond { people: (a.min(b), a.max(b)), weights: (3, 0) };
        let mut bonds: Vec<rollups::Bond> = (0..80).map(|n| bond(n, (n + 4) % 80)).collect();
        bonds.push(bond(0, 80));
        let bonds = Bonds { departments, bonds };
        let mut inputs = Inputs {
            end: Day(20_740),
            month: None,
            eligible: 0,
            came: &[],
            openers: &[],
            made: None,
            bonds: &bonds,
            tree: &tree,
        };
        let found = connection(&inputs).unwrap().unwrap();
        assert_eq!((found.value, found.n), (0.0, 80), "nothing crosses, the stranger is left out");
        let mut crossing = bonds.clone();
        crossing.bonds.extend((0..40).map(|n| bond(n, n + 2)));
        inputs.bonds = &crossing;
        let found = connection(&inputs).unwrap().unwrap();
        assert!(found.value > 0.5 && found.low < found.value && found.value < found.high);
    }
}
