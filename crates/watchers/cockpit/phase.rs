//! The phase of the community (SCIENCE.md §6), from what `rollups` counted.

use crate::judgement::Stage;
use crate::metrics::PHASE;
use crate::store::{self, Judged};
use database::{Conn, Database};
use insight::phase::{
    Assessment, By, Contributor, Phase, Signals, Verdict, Week, assess, supporting,
};
use language::{Day, Failure, Result};
use rollups::{DayFigures, PhaseWeek, Window, closed_week_end};
use serde::{Deserialize, Serialize};

/// How many weeks are judged: as many as decline and stability need.
pub(crate) const WEEKS: i32 = 26;

/// The phase with what it rests on.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// The calculation.
    pub assessment: Assessment,
    /// The Sunday that ends each of its weeks.
    pub ends: Vec<Day>,
    /// The choice of a manager, while it holds.
    pub chosen: Option<Judged>,
}

impl Standing {
    /// The phase that the cockpit goes by: the manager's, else the calculated one.
    pub fn phase(&self) -> Option<Phase> {
        let chosen = self.chosen.as_ref().and_then(|judged| judged.phase.phase());
        chosen.or(match self.assessment.verdict {
            Verdict::Is(phase) => Some(phase),
            Verdict::TeamNotMarked | Verdict::TooEarly => None,
        })
    }
}

/// Judges the phase. `days` must reach back as far as `weeks`; weeks before anybody
/// was active are left out of the trends.
///
/// # Errors
/// A fault when the figures make no sense.
pub(crate) fn standing(
    weeks: &[PhaseWeek],
    days: &[DayFigures],
    team_marked: bool,
    latest: Option<Judged>,
    today: Day,
) -> Result<Standing> {
    let judged: Vec<Week> = weeks.iter().map(week).collect();
    let active: Vec<u32> = weeks
        .iter()
        .map(|week| days.iter().find(|d| d.day == week.end).map_or(0, |d| d.month))
        .map(|month| u32::try_from(month).unwrap_or(0))
        .collect();
    let began = active.iter().position(|month| *month > 0).unwrap_or(active.len());
    let contributing = |week: &PhaseWeek| {
        let members = week.contributors.iter().filter(|share| share.by_member > 0).count();
        f64::from(u32::try_from(members).unwrap_or(0))
    };
    let signals = Signals {
        monthly_active: active[began..].iter().map(|month| f64::from(*month)).collect(),
        contributors: weeks[began..].iter().map(contributing).collect(),
        circles: Vec::new(),
    };
    let assessment = assess(&judged, team_marked, &signals)
        .map_err(|error| Failure::fault("judge the phase", error))?;
    let chosen = latest.filter(|one| one.phase != Stage::Calculated && one.until >= today);
    Ok(Standing { assessment, ends: weeks.iter().map(|week| week.end).collect(), chosen })
}

/// Somebody who wrote in both capacities counts in each.
fn week(week: &PhaseWeek) -> Week {
    let people: Vec<Contributor> = week
        .contributors
        .iter()
        .flat_map(|share| [(share.by_member, false), (share.by_staff, true)])
        .map(|(made, staff)| Contributor { contributions: u64::try_from(made).unwrap_or(0), staff })
        .filter(|one| one.contributions > 0)
        .collect();
    Week::from_contributors(&people)
}

/// A closed week of the phase, as it was known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Then {
    /// What was said, none when it was too early or nobody had marked the team.
    pub phase: Option<Step>,
    /// Whether the team was marked.
    pub team_marked: bool,
    /// The chances of start, growth and maturity.
    pub chances: [f64; 3],
    /// What it rested on.
    pub contributions: u64,
    pub by_members: u64,
    pub contributors: u64,
    /// How many independent contributions that was worth.
    pub effective: f64,
    /// Members who came by in those 28 days.
    pub active: i64,
    /// Whether both active members and contributors fell; none before 26 weeks.
    pub declining: Option<bool>,
    /// New members of these 28 days whom members invited, of those whom somebody invited; none
    /// where it was not looked up.
    #[serde(default)]
    pub invited: Option<(u64, u64)>,
}

/// A phase, as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Step {
    Inception,
    Establishment,
    Maturity,
    Mitosis,
    Decline,
}

impl Step {
    fn of(phase: Phase) -> Self {
        match phase {
            Phase::Inception => Self::Inception,
            Phase::Establishment => Self::Establishment,
            Phase::Maturity => Self::Maturity,
            Phase::Mitosis => Self::Mitosis,
            Phase::Decline => Self::Decline,
        }
    }

    /// The phase.
    pub fn phase(self) -> Phase {
        match self {
            Self::Inception => Phase::Inception,
            Self::Establishment => Phase::Establishment,
            Self::Maturity => Phase::Maturity,
            Self::Mitosis => Phase::Mitosis,
            Self::Decline => Phase::Decline,
        }
    }
}

/// What was known at the end of the last of some weeks.
///
/// # Errors
/// A fault when the figures make no sense.
pub(crate) fn then(
    weeks: &[PhaseWeek],
    days: &[DayFigures],
    team_marked: bool,
) -> Result<Option<Then>> {
    let Some(end) = weeks.last().map(|week| week.end) else { return Ok(None) };
    let standing = standing(weeks, days, team_marked, None, end)?;
    let Some(last) = standing.assessment.weeks.last() else { return Ok(None) };
    Ok(Some(Then {
        phase: standing.phase().map(Step::of),
        team_marked,
        chances: [last.chance_inception, last.chance_establishment, last.chance_maturity],
        contributions: last.week.contributions,
        by_members: last.week.by_members,
        contributors: last.week.contributors,
        effective: last.effective,
        active: days.iter().find(|one| one.day == end).map_or(0, |one| one.month),
        declining: standing.assessment.declining,
        invited: None,
    }))
}

/// Keeps the phase of the closed weeks that are not kept yet, or that history came in for;
/// `today` is where figures look back from.
///
/// # Errors
/// A fault of the database.
pub(crate) fn keep(database: &Database, today: Day, team_marked: bool) -> Result<()> {
    let last = closed_week_end(today);
    let first = last.plus(-7 * (WEEKS - 1));
    let missing = database.read(|conn| store::missing_weeks(conn, PHASE, first, last))?;
    if missing.is_empty() {
        return Ok(());
    }
    let found = database.snapshot(|conn| replay(conn, &missing, today, team_marked))?;
    database.write(|tx| {
        for (end, then) in &found {
            store::keep_insight(tx, PHASE, *end, then)?;
        }
        Ok(())
    })
}

fn replay(
    conn: &mut Conn,
    ends: &[Day],
    today: Day,
    team_marked: bool,
) -> Result<Vec<(Day, Then)>> {
    let Some(oldest) = ends.first().copied() else { return Ok(Vec::new()) };
    let last = closed_week_end(today);
    let from = oldest.plus(-7 * (WEEKS - 1));
    let weeks = rollups::phase_weeks(conn, today, (last.0 - from.0) / 7 + 1)?;
    let days = rollups::days(conn, Window { from, to: last })?;
    let mut all = Vec::with_capacity(ends.len());
    for &end in ends {
        let until = weeks.partition_point(|week| week.end <= end);
        let since = until.saturating_sub(usize::try_from(WEEKS).unwrap_or(0));
        all.extend(then(&weeks[since..until], &days, team_marked)?.map(|then| (end, then)));
    }
    if let Some((end, then)) = all.last_mut().filter(|(end, _)| *end == last) {
        let by_team = rollups::invited_by_team(conn, Window::month_to(*end))?;
        let by: Vec<By> =
            by_team.iter().map(|team| if *team { By::Team } else { By::Member }).collect();
        let share = supporting(&by, &[]).member_invited;
        then.invited = Some((share.x(), share.n()));
    }
    Ok(all)
}
