//! What who leads a department sees of it: shares over closed weeks that were released, and
//! never a name.

use crate::store;
use database::Conn;
use language::{Day, DepartmentId, Result};

/// So many closed weeks are shown: a quarter.
const WEEKS: i32 = 13;

/// How many of how many, to the end of a week.
pub(crate) type Week = (Day, (u64, u64));

/// A department over closed weeks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Led {
    /// Who came by, of who works there; oldest first.
    pub reach: Vec<Week>,
    /// Of who came by: who started something, who answered, who read along.
    pub did: [Vec<Week>; 3],
}

impl Led {
    /// The figures of a department; empty where nothing of it may be shown.
    pub(crate) fn read(conn: &mut Conn, department: DepartmentId, today: Day) -> Result<Self> {
        let since = today.plus(-7 * (WEEKS + 1));
        let mut led = Self::default();
        for (measure, end, did, people) in store::released(conn, department, since)? {
            let week = (end, (did.min(people), people));
            match measure.as_str() {
                "reach" => led.reach.push(week),
                "starters" => led.did[0].push(week),
                "responders" => led.did[1].push(week),
                "readers" => led.did[2].push(week),
                _ => {}
            }
        }
        Ok(led)
    }
}
