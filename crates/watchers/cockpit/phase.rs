//! The phase of the community (SCIENCE.md §6), from what `rollups` counted.

use crate::judgement::Stage;
use crate::store::Judged;
use insight::phase::{Assessment, Contributor, Phase, Signals, Verdict, Week, assess};
use language::{Day, Failure, Result};
use rollups::{DayFigures, PhaseWeek};

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
