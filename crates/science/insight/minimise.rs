//! A small minimiser for the likelihoods of this crate.

/// Finds a local minimum of `f` in a few dimensions with the simplex method of Nelder & Mead
/// (1965). Deterministic. `start` must not be empty; `step` is the size of the first simplex.
/// Values of `f` that are not a number count as infinitely bad.
pub(crate) fn nelder_mead(f: impl Fn(&[f64]) -> f64, start: &[f64], step: f64) -> Vec<f64> {
    let evaluate = |point: &[f64]| {
        let value = f(point);
        if value.is_nan() { f64::INFINITY } else { value }
    };
    let mut corners: Vec<(f64, Vec<f64>)> = Vec::with_capacity(start.len() + 1);
    corners.push((evaluate(start), start.to_vec()));
    for axis in 0..start.len() {
        let mut corner = start.to_vec();
        corner[axis] += step;
        corners.push((evaluate(&corner), corner));
    }
    for _ in 0..2_000 {
        corners.sort_by(|a, b| a.0.total_cmp(&b.0));
        if settled(&corners) {
            break;
        }
        improve(&evaluate, &mut corners);
    }
    corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    corners.swap_remove(0).1
}

fn settled(corners: &[(f64, Vec<f64>)]) -> bool {
    let (first, last) = (&corners[0], &corners[corners.len() - 1]);
    let near = first.1.iter().zip(&last.1).all(|(a, b)| (a - b).abs() < 1e-10 * (1.0 + a.abs()));
    near || (last.0 - first.0).abs() < 1e-15 * (1.0 + first.0.abs()) && first.0.is_finite()
}

/// One step: reflect the worst corner, stretch or shrink it, or pull everything to the best.
fn improve(f: &impl Fn(&[f64]) -> f64, corners: &mut [(f64, Vec<f64>)]) {
    let last = corners.len() - 1;
    let dimensions = corners[0].1.len();
    let centre: Vec<f64> = (0..dimensions)
        .map(|axis| corners[..last].iter().map(|c| c.1[axis]).sum::<f64>() / last as f64)
        .collect();
    let worst = corners[last].clone();
    let along = |factor: f64| -> (f64, Vec<f64>) {
        let point: Vec<f64> =
            centre.iter().zip(&worst.1).map(|(c, w)| c + factor * (c - w)).collect();
        (f(&point), point)
    };
    let reflected = along(1.0);
    if reflected.0 < corners[0].0 {
        let stretched = along(2.0);
        corners[last] = if stretched.0 < reflected.0 { stretched } else { reflected };
    } else if reflected.0 < corners[last - 1].0 {
        corners[last] = reflected;
    } else {
        let drawn_in = if reflected.0 < worst.0 { along(0.5) } else { along(-0.5) };
        if drawn_in.0 < worst.0.min(reflected.0) {
            corners[last] = drawn_in;
        } else {
            let best = corners[0].1.clone();
            for corner in corners.iter_mut().skip(1) {
                for (value, anchor) in corner.1.iter_mut().zip(&best) {
                    *value = anchor + 0.5 * (*value - anchor);
                }
                corner.0 = f(&corner.1);
            }
        }
    }
}
