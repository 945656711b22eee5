//! Three actions for now (SCIENCE.md 7.2): what the library knows, what was learned
//! here, and what the figures of these weeks say.

use crate::library::Idea;
use crate::store::{ActionRow, Refused};
use crate::w;
use actions::catalogue::Goal;
use insight::advise::{
    Barrier, Belief, Candidate, Effort, Evidence, PROPOSALS, Proposal, Reason, Trial, propose,
};
use insight::phase::Phase;
use language::{Day, Moment};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rollups::monday_of;
use words::Lang;

/// How long a proposal that was put aside stays away. Own choice.
pub(crate) const RESTS: i64 = 28 * Moment::DAY;
/// 95% of a normal distribution lies within so many deviations.
const WIDE: f64 = 1.96;

/// A proposed action as a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    /// Where it is made, or told when it is done elsewhere.
    pub href: String,
    /// Whether it can be asked here, on a card.
    pub here: bool,
    /// Its number in the library.
    pub number: i32,
    /// Its name.
    pub title: &'static str,
    /// Why now.
    pub why: String,
    /// How much work.
    pub effort: &'static str,
    /// What to expect.
    pub expected: String,
    /// Where that is known from.
    pub known: String,
}

/// What the figures of these weeks say about goals.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signs {
    /// Questions that were not answered within a day, of those old enough.
    pub late: (u64, u64),
    /// Names of departments that are hardly reached.
    pub hardly: Vec<String>,
    /// First posts that wait for an answer.
    pub newcomers: usize,
    /// People who only read along, of those who came.
    pub readers: (i64, i64),
}

/// Every action with what stands in its way. Without a phase only those remain that fit
/// every phase.
pub(crate) fn candidates(
    ideas: &[Idea],
    phase: Option<Phase>,
    rows: &[ActionRow],
    refused: &[Refused],
    now: Moment,
) -> Vec<Candidate<i32>> {
    const ALL: [Phase; 4] =
        [Phase::Inception, Phase::Establishment, Phase::Maturity, Phase::Mitosis];
    ideas
        .iter()
        .filter(|idea| {
            let asked = rows.iter().any(|row| {
                row.catalogue == Some(idea.number) && row.state == "open" && row.closes_at > now
            });
            let aside = refused.iter().any(|one| one.catalogue == idea.number);
            !asked && !aside
        })
        .map(|idea| {
            let fits = match phase {
                // A community that falls needs what a grown one needs.
                Some(Phase::Decline) => idea.phases.contains(&Phase::Maturity),
                Some(phase) => idea.phases.contains(&phase),
                None => ALL.iter().all(|phase| idea.phases.contains(phase)),
            };
            let barrier = if idea.needs_consent() {
                Some(Barrier::Consent)
            } else {
                (!fits).then_some(Barrier::Phase)
            };
            Candidate {
                action: idea.number,
                evidence: idea.evidence,
                trials: trials(rows, idea.number),
                effort: idea.effort,
                barrier,
            }
        })
        .collect()
}

/// What this community found itself with an action.
fn trials(rows: &[ActionRow], number: i32) -> Vec<Trial> {
    let pair = |did: Option<i32>, people: Option<i32>| {
        Some((u64::try_from(did?).ok()?, u64::try_from(people?).ok()?))
    };
    rows.iter()
        .filter(|row| row.catalogue == Some(number) && row.judged_at.is_some())
        .filter_map(|row| {
            Trial::from_counts(
                pair(row.shown_did, row.shown_people)?,
                pair(row.held_did, row.held_people)?,
            )
        })
        .collect()
}

/// At most three cards. The draw stands still for a week, so that a page looked at
/// twice proposes the same.
pub(crate) fn cards(
    lang: Lang,
    ideas: &[Idea],
    candidates: &[Candidate<i32>],
    signs: &Signs,
    today: Day,
) -> Vec<Card> {
    let week = u64::try_from(monday_of(today).0).unwrap_or(0);
    let mut proposals: Vec<Proposal<i32>> = candidates
        .iter()
        .flat_map(|one| {
            // A chance of its own for each: that one is put aside moves no other.
            let number = u64::try_from(one.action).unwrap_or(0);
            let mut chance = ChaCha8Rng::seed_from_u64(week * 1_000 + number);
            propose(std::slice::from_ref(one), &mut chance)
        })
        .collect();
    proposals.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut said: Vec<String> = Vec::new();
    proposals
        .iter()
        .take(PROPOSALS)
        .filter_map(|proposal| {
            let idea = ideas.iter().find(|idea| idea.number == proposal.action)?;
            Some(Card {
                href: if idea.here {
                    format!("/cockpit/actions/new?catalogue={}", idea.number)
                } else {
                    format!("/cockpit/actions/library/{}", idea.number)
                },
                here: idea.here,
                number: idea.number,
                title: idea.title,
                why: why(lang, idea, proposal, signs, &mut said),
                effort: effort(lang, idea.effort),
                expected: expected(lang, idea, proposal),
                known: known(lang, idea, proposal.trials),
            })
        })
        .collect()
}

/// The reason: a figure of these weeks where one bears on the goal and no card above
/// said it, else what is known.
fn why(
    lang: Lang,
    idea: &Idea,
    proposal: &Proposal<i32>,
    signs: &Signs,
    said: &mut Vec<String>,
) -> String {
    let figure = match idea.goal {
        Goal::Answers if signs.late.0 > 0 => Some(w::sign_late(lang, signs.late.1, signs.late.0)),
        Goal::Reach if !signs.hardly.is_empty() => {
            Some(w::sign_hardly(lang, crate::say::named(lang, &signs.hardly)))
        }
        Goal::Newcomers if signs.newcomers > 0 => Some(w::sign_newcomers(lang, signs.newcomers)),
        Goal::FirstStep | Goal::Contribution if signs.readers.0 > 0 => {
            Some(w::sign_readers(lang, signs.readers.1, signs.readers.0))
        }
        _ => None,
    };
    let figure = figure.filter(|figure| !said.contains(figure));
    said.extend(figure.clone());
    let learned = match proposal.reason {
        Reason::WorkedHere => Some(w::reason_worked_here(lang)),
        Reason::PromisingHere => Some(w::reason_promising(lang)),
        Reason::WorkedElsewhere | Reason::WorthTrying => None,
    };
    let parts: Vec<&str> =
        [figure.as_deref(), learned, Some(idea.purpose)].into_iter().flatten().take(2).collect();
    parts.join(" ")
}

fn effort(lang: Lang, effort: Effort) -> &'static str {
    match effort {
        Effort::Small => w::effort_small(lang),
        Effort::Medium => w::effort_medium(lang),
        Effort::Large => w::effort_large(lang),
    }
}

/// The belief in people of each hundred where somebody measured, else in words.
fn expected(lang: Lang, idea: &Idea, proposal: &Proposal<i32>) -> String {
    let measured = matches!(idea.evidence, Evidence::A | Evidence::B) || proposal.trials > 0;
    if !measured {
        return idea.effect.to_owned();
    }
    let Belief { mean, deviation } = proposal.belief;
    let hundred = |share: f64| words::decimal(lang, (share * 100.0).abs(), 0);
    let (low, high) = (mean - WIDE * deviation, mean + WIDE * deviation);
    // What rounds to nobody is not "fewer".
    if (low * 100.0).round() < 0.0 {
        w::expected_or_fewer(lang, hundred(high), hundred(low), hundred(mean))
    } else {
        w::expected(lang, hundred(high), hundred(low.max(0.0)), hundred(mean))
    }
}

fn known(lang: Lang, idea: &Idea, trials: usize) -> String {
    let from = match idea.evidence {
        Evidence::A => w::known_online(lang),
        Evidence::B => w::known_elsewhere(lang),
        Evidence::C => w::known_watched(lang),
        Evidence::D => w::known_practice(lang),
    };
    let from = if idea.source.is_empty() {
        from.to_owned()
    } else {
        w::known_from(lang, from, idea.source)
    };
    if trials > 0 { w::known_here(lang, from, trials) } else { from }
}
