//! Distribution functions for the whole crate, in one place, so that their accuracy is tested once.
//!
//! Inputs outside the domain give NaN instead of a panic; the public functions of the crate check
//! their inputs before they come here.

use statrs::function::erf::{erfc, erfc_inv};
use statrs::function::gamma::{gamma_lr, ln_gamma};

/// Steps of a bisection: far beyond what a double can tell apart.
const BISECTION_STEPS: u32 = 200;

/// The z with P(Z <= z) = p; infinite at 0 and 1.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    -std::f64::consts::SQRT_2 * erfc_inv(2.0 * p)
}

/// The z of a two-sided 95% interval, 1.959964.
pub(crate) fn z95() -> f64 {
    normal_quantile(0.975)
}

/// Two-sided p-value of a standard normal statistic.
pub(crate) fn two_sided(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2).min(1.0)
}

/// The logarithm of the beta function.
pub(crate) fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// The logarithm of the number of ways to choose `k` of `n`.
pub(crate) fn ln_choose(n: u64, k: u64) -> f64 {
    ln_gamma(n as f64 + 1.0) - ln_gamma(k as f64 + 1.0) - ln_gamma((n - k) as f64 + 1.0)
}

/// P(X <= x) for Beta(a, b).
///
/// Our own continued fraction (Lentz's method), because the number of terms must grow with the
/// square root of the larger parameter: a community with a million contributions is in range.
pub(crate) fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if a <= 0.0 || b <= 0.0 || !a.is_finite() || !b.is_finite() || x.is_nan() {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = (a * x.ln() + b * (-x).ln_1p() - ln_beta(a, b)).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        (front * beta_fraction(x, a, b) / a).clamp(0.0, 1.0)
    } else {
        (1.0 - front * beta_fraction(1.0 - x, b, a) / b).clamp(0.0, 1.0)
    }
}

fn beta_fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let keep = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / keep(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for step in 1..100_000_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / keep(1.0 + even * d);
        c = keep(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / keep(1.0 + odd * d);
        c = keep(1.0 + odd / c);
        let factor = d * c;
        value *= factor;
        if (factor - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

/// The x with P(X <= x) = p for Beta(a, b).
pub(crate) fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    bisect(0.0, 1.0, |x| beta_cdf(x, a, b) < p)
}

/// The x with P(X <= x) = p for a gamma distribution with this shape and scale 1.
pub(crate) fn gamma_quantile(p: f64, shape: f64) -> f64 {
    let mut high = shape + 1.0;
    while gamma_lr(shape, high) < p && high.is_finite() {
        high *= 2.0;
    }
    bisect(0.0, high, |x| x <= 0.0 || gamma_lr(shape, x) < p)
}

/// P(T <= t) for Student's t.
pub(crate) fn student_cdf(t: f64, freedom: f64) -> f64 {
    let tail = 0.5 * beta_cdf(freedom / (freedom + t * t), freedom / 2.0, 0.5);
    if t > 0.0 { 1.0 - tail } else { tail }
}

/// The t with P(T <= t) = p for Student's t.
pub(crate) fn student_quantile(p: f64, freedom: f64) -> f64 {
    if p < 0.5 {
        return -student_quantile(1.0 - p, freedom);
    }
    let mut high = 2.0;
    while student_cdf(high, freedom) < p && high < 1e12 {
        high *= 2.0;
    }
    bisect(0.0, high, |t| student_cdf(t, freedom) < p)
}

/// P(X > x) for chi-squared with `freedom` degrees.
pub(crate) fn chi_squared_tail(x: f64, freedom: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    statrs::function::gamma::gamma_ur(freedom / 2.0, x / 2.0)
}

/// The point where `below` turns from true to false, between `low` and `high`.
pub(crate) fn bisect(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..BISECTION_STEPS {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
