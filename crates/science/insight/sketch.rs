//! How far off a sketch of distinct visitors is (SCIENCE 0). Members are counted exactly; a sketch
//! cannot forget a person and is used for anonymous visitors only.

/// Relative standard error of a HyperLogLog sketch with 2^`precision` registers: 1.04/√m (Flajolet
/// and others 2007).
#[must_use]
pub fn hyper_log_log_error(precision: u8) -> f64 {
    1.04 / f64::from(precision).exp2().sqrt()
}

/// Relative standard error of a theta sketch that keeps `kept` values: 1/√K (Dasgupta and others
/// 2016). Infinite when it keeps none.
#[must_use]
pub fn theta_error(kept: u32) -> f64 {
    1.0 / f64::from(kept).sqrt()
}
