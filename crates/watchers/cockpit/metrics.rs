//! Which definition a figure follows. A definition that changes gets the next version:
//! what was kept under the old one stays as it is, and the chart starts a new line.

/// A figure that is kept over time, with the version of its definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Metric {
    /// Its name where it is kept.
    pub name: &'static str,
    /// Raised whenever the same facts would give another number.
    pub version: i32,
    /// Where SCIENCE.md defines it.
    pub section: &'static str,
}

/// What resonates, which words rise, when to post.
pub(crate) const CONTENT: Metric = Metric { name: "content", version: 1, section: "9.1–9.4" };
/// The five bars and their number.
pub(crate) const HEALTH: Metric = Metric { name: "health", version: 1, section: "15" };
/// Counts of the whole community that are watched day by day.
pub(crate) const ALARMS: Metric = Metric { name: "alarms", version: 1, section: "11" };
/// The counts behind them, for the page.
pub(crate) const ALARM_DAYS: Metric = Metric { name: "alarm_days", version: 1, section: "11" };
/// The phase of one week.
pub(crate) const PHASE: Metric = Metric { name: "phase", version: 1, section: "6" };
/// How deep conversations go and whether people answer each other.
pub(crate) const TALK: Metric = Metric { name: "talk", version: 1, section: "3.3–3.4" };

/// A value of a closed week under some version of its definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Versioned<T> {
    /// The version.
    pub version: i32,
    /// The value.
    pub value: T,
}

/// The places at which a series must be broken: before every value that follows another
/// definition than the one before it.
pub(crate) fn breaks<T>(series: &[Versioned<T>]) -> Vec<usize> {
    (1..series.len()).filter(|&at| series[at].version != series[at - 1].version).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_definition_breaks_the_series() {
        let of = |versions: &[i32]| -> Vec<Versioned<()>> {
            versions.iter().map(|&version| Versioned { version, value: () }).collect()
        };
        assert_eq!(breaks(&of(&[1, 1, 2, 2, 3])), [2, 4]);
        assert!(breaks(&of(&[1, 1, 1])).is_empty() && breaks(&of(&[])).is_empty());
    }
}
