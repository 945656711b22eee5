//! Section 7.2 and the draw of arms.

use proptest::prelude::*;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::close;
use crate::advise::*;
use crate::assign::{Arm, arm, mix, wave};

#[test]
fn the_hash_is_the_published_one() {
    // First numbers of SplitMix64 from state 0.
    assert_eq!(mix(0), 0xE220_A839_7B1D_CDAF);
    assert_eq!(mix(0x9E37_79B9_7F4A_7C15), 0x6E78_9E6A_A1B9_65F4);
}

#[test]
fn the_draw_never_changes() {
    let held: Vec<u64> = (0..20).filter(|&m| arm(m, 7, 42, 0.5) == Arm::Held).collect();
    assert_eq!(held, HELD_OF_TWENTY);
    let waves: Vec<u32> = (0..10).map(|m| wave(m, 7, 42, 3)).collect();
    assert_eq!(waves, WAVES_OF_TEN);
}

// Computed apart from this program, from the description in `assign`.
const HELD_OF_TWENTY: [u64; 11] = [0, 3, 4, 5, 7, 9, 13, 16, 17, 18, 19];
const WAVES_OF_TEN: [u32; 10] = [2, 1, 1, 1, 2, 2, 1, 1, 0, 2];

#[test]
fn the_share_is_kept_and_actions_are_independent() {
    let held = |action, share| -> Vec<u64> {
        (0..10_000).filter(|&m| arm(m, action, 1, share) == Arm::Held).collect()
    };
    let (first, second) = (held(1, 0.2), held(2, 0.2));
    // Four standard deviations of a binomial with 10,000 and 0.2 are 160.
    assert!(first.len().abs_diff(2_000) < 160, "{}", first.len());
    let both = first.iter().filter(|m| second.contains(m)).count();
    assert!(both.abs_diff(400) < 80, "{both}");
    // A larger share keeps everyone who was held.
    let more = held(1, 0.3);
    assert!(first.iter().all(|m| more.contains(m)));
    assert!(held(1, 0.0).is_empty() && held(1, f64::NAN).is_empty());
    assert_eq!(held(1, 1.0).len(), 10_000);
}

#[test]
fn waves_are_even() {
    let mut sizes = [0_u32; 4];
    (0..8_000).for_each(|team| sizes[wave(team, 3, 9, 4) as usize] += 1);
    assert!(sizes.iter().all(|s| s.abs_diff(2_000) < 160), "{sizes:?}");
    assert_eq!((wave(5, 3, 9, 1), wave(5, 3, 9, 0)), (0, 0));
}

#[test]
fn beliefs_move_with_trials() {
    let prior = Evidence::A.prior();
    let trial = Trial { difference: 0.05, standard_error: 0.05 };
    let now = prior.after(trial);
    // Equal precision: halfway, and the deviation over the root of two.
    close(now.mean, 0.04, 1e-9);
    close(now.deviation, 0.05 / 2f64.sqrt(), 1e-9);
    assert_eq!(Evidence::D.prior().mean, 0.0);
    let broken = Trial { difference: 0.5, standard_error: 0.0 };
    assert_eq!(prior.after(broken), prior);
    let counted = Trial::from_counts((84, 600), (54, 600)).unwrap();
    close(counted.difference, 0.05, 0.01);
    close(counted.standard_error, 0.01836, 0.02);
    assert_eq!(Trial::from_counts((0, 0), (1, 2)), None);
    assert!(Trial::from_counts((0, 9), (0, 9)).unwrap().standard_error > 0.0);
}

fn candidate(action: &str, evidence: Evidence, effort: Effort) -> Candidate<&str> {
    Candidate { action, evidence, trials: Vec::new(), effort, barrier: None }
}

#[test]
fn proven_actions_win_mostly_and_blocked_ones_never() {
    let mut worked = candidate("worked", Evidence::C, Effort::Small);
    worked.trials = vec![Trial { difference: 0.12, standard_error: 0.02 }; 2];
    let mut failed = candidate("failed", Evidence::A, Effort::Small);
    failed.trials = vec![Trial { difference: -0.06, standard_error: 0.02 }; 2];
    let mut blocked = candidate("blocked", Evidence::A, Effort::Small);
    blocked.barrier = Some(Barrier::Consent);
    let all = [
        worked,
        failed,
        blocked,
        candidate("new", Evidence::B, Effort::Small),
        candidate("unknown", Evidence::D, Effort::Large),
    ];
    let mut firsts = 0;
    for seed in 0..200 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let proposals = propose(&all, &mut rng);
        assert_eq!(proposals.len(), 3);
        assert!(proposals.iter().all(|p| p.action != "blocked"));
        assert!(proposals.windows(2).all(|w| w[0].score >= w[1].score));
        for p in &proposals {
            let expected = match p.action {
                "worked" => Reason::WorkedHere,
                "new" => Reason::WorkedElsewhere,
                _ => Reason::WorthTrying,
            };
            assert_eq!(p.reason, expected);
        }
        firsts += u32::from(proposals[0].action == "worked");
    }
    assert!(firsts > 150 && firsts < 200, "{firsts}");
    let mut rng = ChaCha8Rng::seed_from_u64(0);
    assert!(propose::<u8, _>(&[], &mut rng).is_empty());
}

#[test]
fn the_same_seed_gives_the_same_advice() {
    let all =
        [candidate("a", Evidence::A, Effort::Small), candidate("b", Evidence::C, Effort::Large)];
    let draw = |seed| propose(&all, &mut ChaCha8Rng::seed_from_u64(seed));
    assert_eq!(draw(5), draw(5));
    assert_ne!(draw(5), draw(6));
}

#[test]
fn one_push_per_week() {
    assert!(may_push(None) && may_push(Some(7)) && !may_push(Some(6)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn belief_lies_between_prior_and_trial(d in -0.5f64..0.5, se in 0.001f64..1.0) {
        let prior = Evidence::B.prior();
        let now = prior.after(Trial { difference: d, standard_error: se });
        prop_assert!(now.mean >= prior.mean.min(d) - 1e-12 && now.mean <= prior.mean.max(d) + 1e-12);
        prop_assert!(now.deviation < prior.deviation && now.deviation < se);
    }
}
