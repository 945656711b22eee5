//! The figures of a report, as they were.
//!
//! Numbers, and the sentences of the pages in both languages: a sentence that was read by a
//! board stays what it was, also when the program says it otherwise later.

use actions::Told;
use cockpit::{MonthOf, Monthly, Part, Ranged, Said as Both};
use database::Database;
use insight::GroupMinimum;
use language::{Day, Failure, Result};
use serde::{Deserialize, Serialize};
use words::Lang;

/// The form of what is kept; another number is another form.
pub(crate) const FORMAT: u32 = 1;

/// The definitions that the figures rest on, each with its version. Where a version differs
/// from that of an earlier report, the two are not compared: a new line begins.
pub(crate) const REACH: i32 = 1;
pub(crate) const TIERS: i32 = 1;
pub(crate) const ANSWERS: i32 = 1;
pub(crate) const RETURNING: i32 = 1;
pub(crate) const PHASE: i32 = 1;

/// A sentence in each language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    pub nl: String,
    pub en: String,
}

impl Said {
    pub(crate) fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

impl From<Both> for Said {
    fn from(said: Both) -> Self {
        Self { nl: said.nl, en: said.en }
    }
}

/// Who came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Reach {
    pub version: i32,
    pub finding: Said,
    pub came: Part,
    pub came_before: Part,
    pub connected: u64,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Department {
    pub id: i64,
    pub name: String,
    /// None where it may not be shown: nothing is kept of it.
    pub shown: Option<Part>,
    pub payroll: bool,
    pub hardly: bool,
}

/// Reach by department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Departments {
    pub version: i32,
    pub finding: Said,
    pub all: Vec<Department>,
}

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Tiers {
    pub version: i32,
    pub finding: Said,
    pub counts: [u64; 4],
    pub of: u64,
    pub weeks: Vec<(i32, u64)>,
}

/// How questions are answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Answers {
    pub version: i32,
    pub finding: Said,
    pub waiting: Said,
    pub count: u64,
    pub parts: [Part; 4],
    pub weeks: Vec<(i32, Part)>,
}

/// Whether people come back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Returning {
    pub version: i32,
    pub finding: Said,
    pub still: Option<(u32, f64)>,
    pub people: Part,
    pub weeks: Vec<Option<Ranged>>,
    pub classes: [u64; 5],
}

/// The phase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Phase {
    pub version: i32,
    pub finding: Said,
    pub sure: Said,
    pub weeks: Vec<(i32, Option<Ranged>)>,
    pub by_members: Part,
}

/// An action with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Action {
    pub title: String,
    pub opened: i32,
    pub over: i32,
    /// None where it would tell of a few people.
    pub sentence: Option<Said>,
    pub counted: Option<(Part, Part)>,
}

/// The figures of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    pub format: u32,
    pub from: i32,
    pub to: i32,
    /// The privacy floor that held.
    pub floor: u64,
    /// None of the rest where there were so few people that every figure is about somebody.
    pub figures: Option<Figures>,
}

/// What there is to say where there are people enough.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Figures {
    pub reach: Reach,
    pub departments: Departments,
    pub tiers: Tiers,
    pub answers: Answers,
    pub returning: Option<Returning>,
    pub phase: Phase,
    pub actions: Vec<Action>,
}

impl Snapshot {
    /// Takes the figures of a closed month down.
    pub(crate) fn take(database: &Database, of: MonthOf<'_>) -> Result<Self> {
        let figures = cockpit::monthly(database, of)?;
        let from = figures.window.from.start(of.zone);
        let to = figures.window.to.plus(1).start(of.zone);
        let told = database.read(|conn| actions::told(conn, from, to, of.floor))?;
        Ok(Self::new(figures, &told, of))
    }

    fn new(figures: Monthly, told: &[Told], of: MonthOf<'_>) -> Self {
        let (from, to) = (figures.window.from.0, figures.window.to.0);
        let figures = (!figures.too_few).then(|| Figures::new(figures, told, of));
        Self { format: FORMAT, from, to, floor: of.floor.get(), figures }
    }

    /// As it is kept. The same figures give the same text.
    pub(crate) fn to_text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|e| Failure::fault("write the figures down", e))
    }

    /// From what was kept.
    pub(crate) fn from_text(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|e| Failure::fault("read the figures of a report", e))
    }

    pub(crate) fn to(&self) -> Day {
        Day(self.to)
    }

    pub(crate) fn first_day(&self) -> Day {
        Day(self.from)
    }
}

impl Figures {
    fn new(figures: Monthly, told: &[Told], of: MonthOf<'_>) -> Self {
        let floor = of.floor;
        Self {
            reach: Reach {
                version: REACH,
                finding: figures.reach.into(),
                came: figures.came,
                came_before: figures.came_before,
                connected: figures.connected,
            },
            departments: Departments {
                version: figures.departments_version,
                finding: figures.departments_finding.into(),
                all: figures.departments.into_iter().map(|one| department(one, floor)).collect(),
            },
            tiers: Tiers {
                version: TIERS,
                finding: figures.tiers_finding.into(),
                counts: figures.tiers,
                of: figures.came.1,
                weeks: figures.took_part.iter().map(|(day, n)| (day.0, *n)).collect(),
            },
            answers: Answers {
                version: ANSWERS,
                finding: figures.answers.finding.into(),
                waiting: figures.answers.waiting.into(),
                count: figures.answers.count,
                parts: figures.answers.parts,
                weeks: figures.answers.weeks.iter().map(|(day, part)| (day.0, *part)).collect(),
            },
            returning: figures.returning.map(|one| Returning {
                version: RETURNING,
                finding: one.finding.into(),
                still: one.still,
                people: one.people,
                weeks: one.weeks,
                classes: one.classes,
            }),
            phase: Phase {
                version: PHASE,
                finding: figures.phase.finding.into(),
                sure: figures.phase.sure.into(),
                weeks: figures.phase.weeks.iter().map(|(day, value)| (day.0, *value)).collect(),
                by_members: figures.phase.by_members,
            },
            actions: told
                .iter()
                .map(|one| Action {
                    title: one.title.clone(),
                    opened: one.opened_at.day(of.zone).0,
                    over: one.over_at.day(of.zone).0,
                    sentence: one
                        .sentence(Lang::Nl)
                        .map(|nl| Said { nl, en: one.sentence(Lang::En).unwrap_or_default() }),
                    counted: one.counted,
                })
                .collect(),
        }
    }
}

/// A department that is released is kept as it is; that no cell of 1 to k − 1 people is
/// among them was seen to before, and is looked at once more: what is kept is kept for ever.
fn department(one: cockpit::DepartmentPart, floor: GroupMinimum) -> Department {
    let shown = one.shown.filter(|(did, people)| {
        let did = (*did).min(*people);
        !floor.too_few(did) && !floor.too_few(people - did) && *people >= floor.get()
    });
    let (id, name) = (one.id, one.name);
    Department { id, name, shown, payroll: one.payroll, hardly: one.hardly && shown.is_some() }
}
