//! `bursts`: periods in which a theme was busy.
//!
//! Columns `relevant` (messages on the theme), `all` (all messages); if given `period` (its name) and
//! `theme` (several in one file). Periods are of equal length and stand in order of time.

use insight::burst::{FEWEST_PERIODS, Period, USUAL_RATIO, USUAL_RELUCTANCE, bursts};
use serde::Serialize;

use crate::Options;
use crate::definition::{Definition, define};
use crate::problem::{Problem, Why};
use crate::table::{Column, Source, Table};

/// The columns.
pub const COLUMNS: [Column; 4] = [
    Column { name: "relevant", also: &["r", "hits", "count", "treffers"], needed: true },
    Column {
        name: "all",
        also: &["d", "total", "messages", "totaal", "alle", "berichten"],
        needed: true,
    },
    Column {
        name: "period",
        also: &["week", "day", "date", "month", "periode", "dag", "datum", "maand"],
        needed: false,
    },
    Column { name: "theme", also: &["term", "topic", "word", "thema", "woord"], needed: false },
];

/// What the figures mean.
pub const DEFINITIONS: &[Definition] = &[
    define(
        "bursts",
        "the busy rows of the cheapest path of a two-state automaton: the calm state has the overall share, the busy state ratio times it; a period costs −ln of its binomial chance; going up costs reluctance·ln(periods), going down nothing; it starts calm",
        "Kleinberg 2002, for batches",
    ),
    define(
        "weight",
        "how much better the busy state fits over the burst, in log-likelihood",
        "Kleinberg 2002",
    ),
    define("may_be_shown", "at least ten periods", "own choice"),
];

/// One burst.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Burst {
    /// Number of its first period, from 1.
    pub first: usize,
    /// Number of its last period.
    pub last: usize,
    /// Their names, if the file has them.
    pub from: Option<String>,
    /// The last one's.
    pub to: Option<String>,
    /// Its weight.
    pub weight: f64,
}

/// One theme.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Theme {
    /// Its name; empty when the file has one theme.
    pub theme: String,
    /// How many periods.
    pub periods: usize,
    /// Share of messages on the theme; none when it never or always occurs.
    pub usual: Option<f64>,
    /// Share in the busy state.
    pub busy: Option<f64>,
    /// In order of time.
    pub bursts: Vec<Burst>,
    /// Whether there are enough periods.
    pub may_be_shown: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Themes {
    /// How many times the usual rate is busy.
    pub ratio: f64,
    /// How unwilling the model is to change.
    pub reluctance: f64,
    /// In order of appearance.
    pub themes: Vec<Theme>,
}

/// Measures.
///
/// # Errors
/// See [`crate::measure`].
pub fn measure(sources: Vec<Source>, options: &Options) -> Result<(usize, Themes), Problem> {
    let ratio = options.ratio.unwrap_or(USUAL_RATIO);
    let reluctance = options.reluctance.unwrap_or(USUAL_RELUCTANCE);
    if !ratio.is_finite() || ratio <= 1.0 {
        return Err(Problem::nowhere(Why::Option("ratio")));
    }
    if !reluctance.is_finite() || reluctance < 0.0 {
        return Err(Problem::nowhere(Why::Option("reluctance")));
    }
    let mut rows = 0;
    let mut themes: Vec<(String, Vec<Period>, Vec<String>)> = Vec::new();
    for source in sources {
        let table = Table::read(source, &COLUMNS, options.columns.as_deref())?;
        rows += table.len();
        for row in table.rows() {
            let (relevant, all) = (row.count("relevant")?, row.count("all")?);
            if relevant > all {
                let why = Why::PartAboveWhole(relevant.to_string(), all.to_string());
                return Err(row.problem("relevant", why));
            }
            let name = row.text("theme");
            let place = themes.iter().position(|(n, _, _)| n == name).unwrap_or_else(|| {
                themes.push((name.to_owned(), Vec::new(), Vec::new()));
                themes.len() - 1
            });
            themes[place].1.push(Period { relevant, all });
            themes[place].2.push(row.text("period").to_owned());
        }
    }
    let themes = themes
        .into_iter()
        .map(|(theme, periods, names)| {
            let found = bursts(&periods, ratio, reluctance)?;
            let name = |at: usize| Some(names[at].clone()).filter(|n| !n.is_empty());
            let shown = |b: &insight::burst::Burst| Burst {
                first: b.first + 1,
                last: b.last + 1,
                from: name(b.first),
                to: name(b.last),
                weight: b.weight,
            };
            Ok(Theme {
                theme,
                periods: periods.len(),
                usual: found.as_ref().map(|f| f.usual),
                busy: found.as_ref().map(|f| f.busy),
                bursts: found.iter().flat_map(|f| &f.bursts).map(shown).collect(),
                may_be_shown: periods.len() >= FEWEST_PERIODS,
            })
        })
        .collect::<Result<Vec<Theme>, Problem>>()?;
    Ok((rows, Themes { ratio, reluctance, themes }))
}
