//! The figures of four weeks that are over, as numbers and as the sentences of the pages:
//! for reports, which keep them. By department only what the release log lets through.

use crate::answers::{self, Month};
use crate::departments::{self, REACH};
use crate::pages;
use crate::phase::{self, Standing};
use crate::say::{self, TwoMonths};
use crate::{returning, store, w};
use database::{Conn, Database};
use insight::dormancy::Class;
use insight::interval::wilson;
use insight::phase::Verdict;
use insight::proportion::Comparison;
use insight::survival::Curve;
use insight::{GroupMinimum, Interval, Share};
use jiff::tz::TimeZone;
use language::{Day, Moment, Result};
use rollups::{Opener, Reach, Window};
use words::Lang;

/// So many weeks of a trend are told.
const TREND: i32 = 12;
/// The curve of staying runs to half a year.
const LAST_WEEK: u32 = 26;
/// Below so many people no curve is drawn.
const FEWEST: usize = 30;
/// A sentence in each language, as it was when the figures were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl Said {
    /// What `say` says in each language.
    pub fn both(say: impl Fn(Lang) -> String) -> Self {
        Self { nl: say(Lang::Nl), en: say(Lang::En) }
    }

    /// What is said in one.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// How many of how many.
pub type Part = (u64, u64);

/// A value with its range.
pub type Ranged = (f64, f64, f64);

/// A department as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentPart {
    /// Its id; 0 for people without one.
    pub id: i64,
    /// Its name; empty for people without one.
    pub name: String,
    /// How many came, of how many; none when it is hidden.
    pub shown: Option<Part>,
    /// Whether the second number comes from the payroll.
    pub payroll: bool,
    /// Whether it is hardly reached.
    pub hardly: bool,
}

/// How the questions of members were answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answering {
    /// What is said of it.
    pub finding: Said,
    /// How long half of them waited.
    pub waiting: Said,
    /// How many there were.
    pub count: u64,
    /// Answered at all, within a day, not after a day, not after three.
    pub parts: [Part; 4],
    /// Answered within a day, of the four weeks to the end of each week, oldest first.
    pub weeks: Vec<(Day, Part)>,
}

/// Whether people come back.
#[derive(Debug, Clone, PartialEq)]
pub struct Returning {
    /// What is said of it, with its range.
    pub finding: Said,
    /// After how many days which share is still active: what the finding says.
    pub still: Option<(u32, f64)>,
    /// How many left, of how many people it rests on.
    pub people: Part,
    /// The share that is still there after 0, 1, 2 … weeks; none where it rests on few.
    pub weeks: Vec<Option<Ranged>>,
    /// Active, slowing, asleep, never got going, too early to say.
    pub classes: [u64; 5],
}

/// The phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Phased {
    /// What is said of it.
    pub finding: Said,
    /// How sure.
    pub sure: Said,
    /// The share of contributions that members made, week by week; none where it cannot be
    /// judged.
    pub weeks: Vec<(Day, Option<Ranged>)>,
    /// Contributions of the last week's four by members, of all.
    pub by_members: Part,
}

/// The figures of four weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct Monthly {
    /// The four weeks.
    pub window: Window,
    /// Whether there are so few people that nothing may be said.
    pub too_few: bool,
    /// What is said of who came.
    pub reach: Said,
    /// Who came, of all.
    pub came: Part,
    /// Who came in the four weeks before, of all.
    pub came_before: Part,
    /// Who could sign in.
    pub connected: u64,
    /// The version of the definition of reach by department.
    pub departments_version: i32,
    /// What is said of the departments.
    pub departments_finding: Said,
    /// The departments, most reached first.
    pub departments: Vec<DepartmentPart>,
    /// What is said of who takes part.
    pub tiers_finding: Said,
    /// Made something, took part, read along, were not seen.
    pub tiers: [u64; 4],
    /// Members who took part in the four weeks to the end of each week, oldest first.
    pub took_part: Vec<(Day, u64)>,
    /// Answers.
    pub answers: Answering,
    /// Coming back; none while it rests on too few.
    pub returning: Option<Returning>,
    /// The phase.
    pub phase: Phased,
}

/// What the figures are asked of.
#[derive(Debug, Clone, Copy)]
pub struct MonthOf<'a> {
    /// The Sunday that ends the four weeks.
    pub end: Day,
    /// The community's time zone.
    pub zone: &'a TimeZone,
    /// The privacy floor.
    pub floor: GroupMinimum,
    /// Whether somebody marked the community team.
    pub team_marked: bool,
}

fn whole(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

fn counts(share: Share) -> Part {
    (share.x(), share.n())
}

/// The figures of the four weeks that ended on a Sunday that is over; with that, what may
/// be shown by department of that week is written down as released.
///
/// # Errors
/// A fault of the database.
pub fn monthly(database: &Database, of: MonthOf<'_>) -> Result<Monthly> {
    let after = of.end.plus(1);
    let by_department = departments::by_department(database, Lang::Nl, after, of.floor)?;
    let mut monthly = database.snapshot(|conn| read(conn, of))?;
    let english = departments::by_department(database, Lang::En, after, of.floor)?;
    monthly.departments_version = REACH.version;
    monthly.departments_finding = Said {
        nl: say::reach_finding(Lang::Nl, &by_department),
        en: say::reach_finding(Lang::En, &english),
    };
    let least = by_department.behind().map(|one| one.name.as_str());
    let came = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let months =
        TwoMonths::new(came(monthly.came.0), came(monthly.came_before.0), came(monthly.came.1));
    monthly.reach = Said::both(|lang| say::headline(lang, months, &by_department.hardly(), least));
    monthly.departments = by_department
        .departments
        .iter()
        .map(|one| DepartmentPart {
            id: one.id,
            name: if one.id == 0 { String::new() } else { one.name.clone() },
            shown: one.shown,
            payroll: one.payroll,
            hardly: one.hardly(),
        })
        .collect();
    Ok(monthly)
}

fn read(conn: &mut Conn, of: MonthOf<'_>) -> Result<Monthly> {
    let (end, after) = (of.end, of.end.plus(1));
    let over = after.start(of.zone);
    let window = Window::month_to(end);
    let now = rollups::reach(conn, window)?;
    let before = rollups::reach(conn, Window::month_to(end.plus(-28)))?;
    let asked = Window { from: end.plus(-28 - 7 * TREND), to: end };
    let openers: Vec<Opener> =
        rollups::openers(conn, asked)?.into_iter().map(|one| as_of(one, over)).collect();
    let weeks = rollups::phase_weeks(conn, after, phase::WEEKS)?;
    let from = end.plus(-7 * (phase::WEEKS - 1));
    let days = rollups::days(conn, Window { from, to: end })?;
    let chosen = store::judgements(conn, 50)?.into_iter().find(|one| one.at < over);
    let standing = phase::standing(&weeks, &days, of.team_marked, chosen, end)?;
    // As it was known then: who came by since was silent all the same.
    let came = rollups::rhythms_then(conn, &[end])?;
    let came = came.first().map_or(&[][..], Vec::as_slice);
    let returning = returning(&returning::judge_came(came, after));
    let trend = usize::try_from(TREND).unwrap_or(0);
    let took_part = weeks[weeks.len().saturating_sub(trend)..]
        .iter()
        .map(|week| {
            let people = week.contributors.iter().filter(|share| share.by_member > 0).count();
            (week.end, people as u64)
        })
        .collect();
    Ok(Monthly {
        window,
        too_few: of.floor.too_few(whole(now.eligible)) || now.eligible == 0,
        reach: Said::default(),
        came: (whole(now.active), whole(now.eligible)),
        came_before: (whole(before.active), whole(before.eligible)),
        connected: whole(now.connected),
        departments_version: 0,
        departments_finding: Said::default(),
        departments: Vec::new(),
        tiers_finding: Said::both(|lang| pages::participation::finding(lang, &now, &before)),
        tiers: tiers(&now),
        took_part,
        answers: answering(&openers, of, over)?,
        returning,
        phase: phased(&standing),
    })
}

fn tiers(reach: &Reach) -> [u64; 4] {
    [reach.creators, reach.contributors, reach.readers, reach.absent()].map(whole)
}

/// A thread as it was known at a moment: what came later had not come.
fn as_of(opener: Opener, over: Moment) -> Opener {
    let until = |at: Option<Moment>| at.filter(|at| *at < over);
    Opener {
        first_member_reply_at: until(opener.first_member_reply_at),
        first_staff_reply_at: until(opener.first_staff_reply_at),
        accepted_at: until(opener.accepted_at),
        closed_at: until(opener.closed_at),
        ..opener
    }
}

fn answering(openers: &[Opener], of: MonthOf<'_>, over: Moment) -> Result<Answering> {
    let month = |end: Day, until: Moment| -> Result<Month> {
        let window = Window::month_to(end);
        let known: Vec<Opener> = openers.iter().map(|one| as_of(*one, until)).collect();
        answers::month(answers::within(&known, true, window, of.zone), until)
    };
    let now = month(of.end, over)?;
    let mut weeks = Vec::new();
    for back in (0..TREND).rev() {
        let end = of.end.plus(-7 * back);
        weeks.push((end, counts(month(end, end.plus(1).start(of.zone))?.quick.within)));
    }
    Ok(Answering {
        finding: Said::both(|lang| pages::answers::finding(lang, &now)),
        waiting: Said::both(|lang| say::median(lang, &now, &now.quick)),
        count: now.count as u64,
        parts: [
            counts(now.quick.answered),
            counts(now.quick.within),
            counts(now.quick.unanswered),
            counts(now.long.unanswered),
        ],
        weeks,
    })
}

fn returning(members: &[returning::Member]) -> Option<Returning> {
    let curve = returning::staying(members).filter(|curve| curve.n >= FEWEST)?;
    let classes = returning::classes(members);
    let class = |class| whole(classes.get(&class).copied().unwrap_or(0));
    Some(Returning {
        finding: Said::both(|lang| {
            let (finding, range) = pages::returning::finding(lang, Some(&curve));
            if range.is_empty() { finding } else { format!("{finding} ({range})") }
        }),
        still: pages::returning::HORIZONS
            .iter()
            .find_map(|days| Some((*days, curve.at(f64::from(*days))?))),
        people: (curve.events as u64, curve.n as u64),
        weeks: (0..=LAST_WEEK).map(|week| stays(&curve, f64::from(week * 7))).collect(),
        classes: [
            class(Class::Active),
            class(Class::Slowing),
            class(Class::Asleep),
            class(Class::NeverGotGoing),
            class(Class::TooEarly),
        ],
    })
}

fn stays(curve: &Curve, day: f64) -> Option<Ranged> {
    let step = curve.step_at(day);
    let value = curve.at(day).filter(|_| step.is_none_or(|step| !step.thin()))?;
    let range = step.map_or(Interval { low: 1.0, high: 1.0 }, |step| step.interval);
    Some((value, range.low, range.high))
}

fn phased(standing: &Standing) -> Phased {
    let assessment = &standing.assessment;
    let judged = assessment.verdict != Verdict::TeamNotMarked;
    let weeks = assessment
        .weeks
        .iter()
        .zip(&standing.ends)
        .map(|(week, end)| {
            let value = week.member_share.value().filter(|_| judged && !week.too_early);
            let ranged = value.and_then(|value| {
                // For as many contributions as are independent.
                let part = week.week.by_members as f64 / week.week.design_effect;
                let (x, n) = (part.round() as u64, week.effective.round() as u64);
                let range = wilson(x.min(n), n).ok().flatten()?;
                Some((value, range.low.min(value), range.high.max(value)))
            });
            (*end, ranged)
        })
        .collect();
    Phased {
        finding: Said::both(|lang| match standing.phase() {
            Some(phase) => say::phase_sentence(lang, phase).to_owned(),
            None if !judged => w::phase_team_first(lang).to_owned(),
            None => w::phase_too_early_is(lang).to_owned(),
        }),
        sure: Said::both(|lang| match assessment.weeks.last() {
            Some(last) if judged && !last.too_early => say::chances(lang, last),
            _ => String::new(),
        }),
        weeks,
        by_members: assessment.weeks.last().map_or((0, 0), |last| counts(last.member_share)),
    }
}

/// What may be said of figures beside those of another month, each a part of a whole: as
/// one table of tests (SCIENCE.md §0).
pub fn compared(pairs: &[Option<(Part, Part)>]) -> Vec<Option<Comparison>> {
    let share = |(x, n): Part| Share::estimate(x.min(n), n).ok();
    let pairs: Vec<Option<(Share, Share)>> = pairs
        .iter()
        .map(|pair| {
            let (now, before) = (*pair)?;
            share(now).zip(share(before))
        })
        .collect();
    say::family(&pairs)
}

/// A part of a whole with its range in words; empty where there is nobody.
pub fn ranged(lang: Lang, (x, n): Part) -> String {
    Share::estimate(x.min(n), n)
        .ok()
        .and_then(Share::range)
        .map_or_else(String::new, |range| say::range(lang, range))
}
