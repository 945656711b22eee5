//! What the cockpit measures, for the register. A new page of figures belongs here: a test
//! of the whole site asks for it.

use crate::w;
use oversight::{Basis, Level, Measure, Retention, Scope, Sensitivity};
use words::Lang;

type Say = fn(Lang) -> &'static str;

/// A measure of groups, of ordinary use, in the first version of its definition: what is
/// different says so.
fn groups(name: &'static str, page: &'static str, [title, purpose, data]: [Say; 3]) -> Measure {
    Measure {
        name,
        version: 1,
        page,
        level: Level::Groups,
        sensitivity: Sensitivity::Plain,
        scope: None,
        retention: Retention::Community,
        basis: Basis::Interest,
        title,
        purpose,
        data,
    }
}

macro_rules! said {
    ($title:ident, $purpose:ident, $data:ident) => {
        [|lang| w::$title(lang), |lang| w::$purpose(lang), |lang| w::$data(lang)]
    };
}

/// The measures of the cockpit.
pub fn measures() -> Vec<Measure> {
    vec![
        groups(
            "reach",
            "/cockpit/reach",
            said!(measure_reach, measure_reach_purpose, measure_reach_data),
        ),
        groups(
            "connected",
            "/cockpit/reach",
            said!(measure_connected, measure_connected_purpose, measure_connected_data),
        ),
        groups(
            "adoption",
            "/cockpit/reach",
            said!(measure_adoption, measure_adoption_purpose, measure_adoption_data),
        ),
        groups(
            "participation",
            "/cockpit/participation",
            said!(measure_participation, measure_participation_purpose, measure_participation_data),
        ),
        groups(
            "returning",
            "/cockpit/returning",
            said!(measure_returning, measure_returning_purpose, measure_returning_data),
        ),
        Measure {
            sensitivity: Sensitivity::Sensitive,
            ..groups(
                "asleep",
                "/cockpit/returning",
                said!(measure_asleep, measure_asleep_purpose, measure_asleep_data),
            )
        },
        groups(
            "answers",
            "/cockpit/answers",
            said!(measure_answers, measure_answers_purpose, measure_answers_data),
        ),
        groups(
            "phase",
            "/cockpit/phase",
            said!(measure_phase, measure_phase_purpose, measure_phase_data),
        ),
        groups(
            "content",
            "/cockpit/content",
            said!(measure_content, measure_content_purpose, measure_content_data),
        ),
        groups(
            "health",
            "/cockpit/health",
            said!(measure_health, measure_health_purpose, measure_health_data),
        ),
        groups(
            "alarms",
            "/cockpit/alarms",
            said!(measure_alarms, measure_alarms_purpose, measure_alarms_data),
        ),
        Measure {
            level: Level::Named,
            scope: Some(Scope::NamedLists),
            retention: Retention::Member,
            basis: Basis::Council,
            ..groups(
                "today",
                "/cockpit",
                said!(measure_today, measure_today_purpose, measure_today_data),
            )
        },
    ]
}
