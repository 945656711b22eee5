//! How contacts with the surroundings feel over the months (SCIENCE 12). Coded by hand from −2 to +2
//! per contact; a list of words may only pre-sort.

use crate::invalid::Invalid;
use crate::trend::{MannKendall, Slope, mann_kendall, theil_sen};

/// Fewest months for a trend.
pub const FEWEST_MONTHS: usize = 8;
/// Fewest contacts in each month.
pub const FEWEST_CONTACTS: usize = 10;

/// The course of the monthly mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Mean per month, `None` for a month without contacts.
    pub means: Vec<Option<f64>>,
    /// Contacts per month.
    pub contacts: Vec<usize>,
    /// The trend test; `None` when there are too few months or contacts to say anything.
    pub test: Option<MannKendall>,
    /// Change per month with its range, likewise.
    pub slope: Option<Slope>,
}

/// Measures the course from the codes per month, oldest first. A trend is given from
/// [`FEWEST_MONTHS`] months on, each with at least [`FEWEST_CONTACTS`] contacts: only the last months
/// in a row that have so many are used.
///
/// # Errors
/// [`Invalid::NotFinite`] for a code outside −2..=2.
pub fn course(months: &[Vec<i8>]) -> Result<Course, Invalid> {
    if months.iter().flatten().any(|code| !(-2..=2).contains(code)) {
        return Err(Invalid::NotFinite);
    }
    let mean = |codes: &Vec<i8>| {
        let sum: f64 = codes.iter().map(|&c| f64::from(c)).sum();
        (!codes.is_empty()).then(|| sum / codes.len() as f64)
    };
    let means: Vec<Option<f64>> = months.iter().map(mean).collect();
    let contacts: Vec<usize> = months.iter().map(Vec::len).collect();
    let enough = contacts.iter().rev().take_while(|&&n| n >= FEWEST_CONTACTS).count();
    let used: Vec<f64> = means[months.len() - enough..].iter().flatten().copied().collect();
    let (test, slope) = if used.len() >= FEWEST_MONTHS {
        (mann_kendall(&used)?, theil_sen(&used)?)
    } else {
        (None, None)
    };
    Ok(Course { means, contacts, test, slope })
}
