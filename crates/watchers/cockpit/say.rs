//! From figures to sentences: only what the figures carry (SCIENCE.md §0).

use crate::answers::{FEWEST, Month};
use crate::departments::ByDepartment;
use crate::phase::Standing;
use crate::w;
use insight::effect::fisher_exact;
use insight::multiple::{FALSE_DISCOVERY_RATE, benjamini_hochberg};
use insight::phase::{Evidence, Phase, Verdict};
use insight::proportion::{Comparison, Difference, INDICATIVE_HALF_WIDTH, compare};
use insight::{Interval, Share};
use words::Lang;

/// At most so many departments are named in one sentence.
const NAMED: usize = 2;

/// How many people came in two months that follow each other, of the same people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TwoMonths {
    /// In these 28 days.
    pub now: Share,
    /// In the 28 days before.
    pub before: Share,
}

impl TwoMonths {
    /// Of `people`; more than that cannot have come.
    pub fn new(now: i64, before: i64, people: i64) -> Option<Self> {
        let whole = |n: i64| u64::try_from(n).unwrap_or(0);
        let people = whole(people.max(now).max(before));
        Some(Self {
            now: Share::estimate(whole(now), people).ok()?,
            before: Share::estimate(whole(before), people).ok()?,
        })
    }

    /// The two compared. The same people stand in both months, which this test does
    /// not use: it is careful.
    pub fn difference(&self) -> Option<Difference> {
        compare(self.now, self.before)
    }
}

/// Names of departments, the rest as a number.
pub(crate) fn named(lang: Lang, names: &[String]) -> String {
    let mut list: Vec<String> = names.iter().take(NAMED).cloned().collect();
    if names.len() > NAMED {
        list.push(w::other_departments(lang, names.len() - NAMED));
    }
    words::list(lang, &list)
}

/// The sentences on top: how many come, whether that is more, and who is missing.
pub(crate) fn headline(
    lang: Lang,
    months: Option<TwoMonths>,
    hardly: &[String],
    least: Option<&str>,
) -> String {
    let counted = months.filter(|m| m.now.x() > 0 || m.before.x() > 0);
    let Some((months, found)) = counted.and_then(|m| Some((m, m.difference()?.comparison))) else {
        return w::nobody_came(lang).to_owned();
    };
    let (before, now, people) = (months.before.x(), months.now.x(), months.now.n());
    let come = match found {
        Comparison::Higher => w::more_came(lang, before, now, people),
        Comparison::Lower => w::fewer_came(lang, before, now, people),
        Comparison::NoneShown => w::as_many_came(lang, now, people),
    };
    let missing = match (hardly, least) {
        ([], None) => return come,
        ([], Some(name)) => w::least_reached(lang, name),
        (names, _) => w::hardly_reached(lang, named(lang, names)),
    };
    format!("{come} {missing}")
}

/// The direction of a difference: its icon and its words.
pub(crate) fn direction(
    lang: Lang,
    comparison: Option<Comparison>,
) -> (&'static str, &'static str) {
    match comparison {
        Some(Comparison::Higher) => ("trend-up", w::higher(lang)),
        Some(Comparison::Lower) => ("trend-down", w::lower(lang)),
        Some(Comparison::NoneShown) => ("trend-flat", w::no_difference(lang)),
        None => ("trend-flat", w::nothing_to_compare(lang)),
    }
}

/// What may be said of several comparisons that stand in one table: a difference is
/// named when its own range leaves out zero and it stands after Benjamini-Hochberg over
/// the table (Fisher's exact p; SCIENCE.md §0).
pub(crate) fn family(pairs: &[Option<(Share, Share)>]) -> Vec<Option<Comparison>> {
    let counts = |share: Share| (share.x(), share.n());
    let tested: Vec<(usize, f64)> = pairs
        .iter()
        .enumerate()
        .filter_map(|(at, pair)| {
            let (now, before) = (*pair)?;
            Some((at, fisher_exact(counts(now), counts(before))?.clamp(0.0, 1.0)))
        })
        .collect();
    let p: Vec<f64> = tested.iter().map(|(_, p)| *p).collect();
    let adjusted = benjamini_hochberg(&p).unwrap_or_default();
    pairs
        .iter()
        .enumerate()
        .map(|(at, pair)| {
            let (now, before) = (*pair)?;
            let found = compare(now, before)?.comparison;
            let mut stands = tested.iter().zip(&adjusted).filter(|((place, _), _)| *place == at);
            if stands.next().is_some_and(|(_, p)| *p <= FALSE_DISCOVERY_RATE) {
                Some(found)
            } else {
                Some(Comparison::NoneShown)
            }
        })
        .collect()
}

/// "7 van 12", or a dash when there is nobody.
pub(crate) fn of(lang: Lang, share: Share) -> String {
    if share.n() == 0 { "–".to_owned() } else { w::x_of_n(lang, share.n(), share.x()) }
}

/// "tussen 32% en 81%"; with "indicatief" when it is wider than ten points either way.
pub(crate) fn range(lang: Lang, interval: Interval) -> String {
    let (high, low) = (words::percent(lang, interval.high), words::percent(lang, interval.low));
    if interval.half_width() > INDICATIVE_HALF_WIDTH {
        w::between_indicative(lang, high, low)
    } else {
        w::between(lang, high, low)
    }
}

/// How long half of the questions waited; below ten questions no time is named.
pub(crate) fn median(lang: Lang, month: &Month, curve: &insight::answer::Answers) -> String {
    if month.count < FEWEST {
        return w::too_few_for_time(lang, month.count);
    }
    let Some(median) = curve.median() else { return w::half_not_answered(lang).to_owned() };
    let time = words::duration(lang, median);
    match curve.waiting.median_range() {
        (Some(low), Some(high)) => w::half_within_range(
            lang,
            words::duration(lang, high),
            words::duration(lang, low),
            time,
        ),
        (Some(low), None) => w::half_within_least(lang, words::duration(lang, low), time),
        _ => w::half_within(lang, time),
    }
}

/// A phase in a word.
pub(crate) fn phase(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Inception => w::phase_inception(lang),
        Phase::Establishment => w::phase_establishment(lang),
        Phase::Maturity => w::phase_maturity(lang),
        Phase::Mitosis => w::phase_mitosis(lang),
        Phase::Decline => w::phase_decline(lang),
    }
}

/// What the phase is, in a sentence.
pub(crate) fn phase_sentence(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Inception => w::phase_inception_is(lang),
        Phase::Establishment => w::phase_establishment_is(lang),
        Phase::Maturity => w::phase_maturity_is(lang),
        Phase::Mitosis => w::phase_mitosis_is(lang),
        Phase::Decline => w::phase_decline_is(lang),
    }
}

/// "groei 90%, opstart 10%": the chances of the last week, largest first; what rounds
/// to nothing is left out.
pub(crate) fn chances(lang: Lang, week: &Evidence) -> String {
    let all = ordered(week);
    let parts: Vec<String> = all
        .iter()
        .filter(|(chance, _)| *chance >= 0.005)
        .map(|(chance, of)| {
            // A chance is never quite everything.
            let percent = words::percent(lang, chance.min(0.99));
            w::chance_of(lang, percent, phase(lang, *of).to_lowercase())
        })
        .collect();
    parts.join(", ")
}

/// The phase block of the first page: the word, and how sure.
pub(crate) fn phase_line(lang: Lang, standing: &Standing) -> (Option<&'static str>, String) {
    if let (Some(chosen), Some(now)) = (&standing.chosen, standing.phase()) {
        return (Some(phase(lang, now)), w::phase_chosen_by(lang, &chosen.by));
    }
    match standing.assessment.verdict {
        Verdict::TeamNotMarked => (None, w::phase_team_first(lang).to_owned()),
        Verdict::TooEarly => (None, w::phase_too_early(lang).to_owned()),
        Verdict::Is(now) => (Some(phase(lang, now)), sure(lang, standing, now)),
    }
}

/// How sure the phase `now` is; that another is likelier this week is said, because a
/// phase changes only after several weeks in a row.
pub(crate) fn sure(lang: Lang, standing: &Standing, now: Phase) -> String {
    let Some(week) = standing.assessment.weeks.last().filter(|week| !week.too_early) else {
        return String::new();
    };
    let all = ordered(week);
    let percent = |chance: f64| words::percent(lang, chance.min(0.99));
    if moves(week, now) {
        let (chance, likely) = all[0];
        return w::phase_moving(lang, percent(chance), phase(lang, likely).to_lowercase());
    }
    // Mitosis and decline are not drawn from these chances.
    let own = all.iter().find(|(_, of)| *of == now);
    own.map_or_else(String::new, |(chance, _)| w::phase_sure(lang, percent(*chance)))
}

/// Whether this week another phase is likelier than `now`.
pub(crate) fn moves(week: &Evidence, now: Phase) -> bool {
    let all = ordered(week);
    all[0].1 != now && all.iter().any(|(_, of)| *of == now)
}

/// The chances of a week, largest first.
fn ordered(week: &Evidence) -> [(f64, Phase); 3] {
    let mut all = [
        (week.chance_inception, Phase::Inception),
        (week.chance_establishment, Phase::Establishment),
        (week.chance_maturity, Phase::Maturity),
    ];
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all
}

/// The title of the page about reach by department.
pub(crate) fn reach_finding(lang: Lang, figures: &ByDepartment) -> String {
    let hardly = figures.hardly();
    if !hardly.is_empty() {
        return w::reach_hardly(lang, named(lang, &hardly));
    }
    match figures.least() {
        None if figures.departments.is_empty() => w::reach_nothing(lang).to_owned(),
        None => w::reach_hidden(lang).to_owned(),
        Some(one) if one.share().is_some_and(|share| share >= 0.5) => {
            w::reach_half(lang).to_owned()
        }
        Some(_) => match figures.behind() {
            Some(one) => {
                let (did, people) = one.shown.unwrap_or((0, 0));
                w::reach_least(lang, people, &one.name, did)
            }
            None => {
                let (did, people) = figures.together();
                w::reach_alike(lang, people, did)
            }
        },
    }
}
