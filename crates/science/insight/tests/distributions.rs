//! Reference values by scipy 1.17.

use super::close;
use crate::distributions::*;

#[test]
fn normal() {
    close(z95(), 1.959_963_984_540_054, 1e-10);
    close(normal_quantile(0.999), 3.090_232_306_167_813, 1e-10);
    close(normal_quantile(0.2), -0.841_621_233_572_914, 1e-10);
    close(two_sided(2.714_626_448_949_015_8), 0.006_635_056_486_126_68, 1e-9);
    assert!(normal_quantile(1.5).is_nan());
}

#[test]
fn student() {
    close(student_quantile(0.975, 2.0), 4.302_652_729_749_462, 1e-9);
    close(student_quantile(0.975, 7.0), 2.364_624_251_592_784, 1e-9);
    close(student_quantile(0.025, 11.0), -2.200_985_160_091_639, 1e-9);
    close(student_quantile(0.5, 3.0), 0.0, 1e-9);
}

#[test]
fn beta_and_gamma() {
    close(beta_quantile(0.975, 3.0, 9.0), 0.517_755_852_360_172_6, 1e-9);
    close(beta_quantile(0.025, 68.0941, 18.9939), 0.689_908_89, 1e-7);
    close(chi_squared_tail(3.1, 7.0), 0.875_599_821_693_967_1, 1e-9);
    close(gamma_quantile(0.975, 1.0), 3.688_879_454_113_936, 1e-9);
    assert!(beta_cdf(0.5, -1.0, 2.0).is_nan());
    assert_eq!(beta_cdf(0.0, 2.0, 2.0), 0.0);
    assert_eq!(beta_cdf(1.0, 2.0, 2.0), 1.0);
}

#[test]
fn beta_keeps_its_accuracy_for_a_million_contributions() {
    // By symmetry exactly one half, and one standard deviation off about 0.8413.
    close(beta_cdf(0.5, 500_000.0, 500_000.0), 0.5, 1e-6);
    close(beta_cdf(0.5005, 500_000.0, 500_000.0), 0.841_344_746, 1e-5);
}

#[test]
fn beta_agrees_with_statrs() {
    for (x, a, b) in [(0.3, 2.0, 5.0), (0.9, 0.5, 0.5), (0.52, 31.5, 29.5), (0.01, 1.0, 40.0)] {
        close(beta_cdf(x, a, b), statrs::function::beta::beta_reg(a, b, x), 1e-9);
    }
}
