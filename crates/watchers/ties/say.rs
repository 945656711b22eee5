//! What the figures say, in sentences.

use crate::between::Whole;
use crate::network::Network;
use crate::w;
use cockpit::charts::Bar;
use words::Lang;

/// Above this chance, fewer ties across borders than at random prove nothing.
const SURE: f64 = 0.05;
/// At most so many bonds are named.
const NAMED: usize = 3;

pub(crate) fn number(lang: Lang, count: u64) -> String {
    words::number(lang, i64::try_from(count).unwrap_or(i64::MAX))
}

/// A number of people, or that it is fewer than the floor.
fn people(lang: Lang, count: u64, floor: u64) -> String {
    if (1..floor).contains(&count) {
        w::fewer_than(lang, i64::try_from(floor).unwrap_or(i64::MAX))
    } else {
        number(lang, count)
    }
}

/// The title: how much goes across departments.
pub(crate) fn finding(lang: Lang, whole: Whole) -> String {
    match whole.share() {
        Some(share) => w::finding(lang, words::percent(lang, share)),
        None => w::nothing_went(lang).to_owned(),
    }
}

/// The line below it: whether that is less than chance would bring; only from the network.
pub(crate) fn against_chance(lang: Lang, network: &Network) -> String {
    let (across, all) = network.across;
    let Some((index, expected)) = network.index.filter(|_| network.enough && all > 0) else {
        return String::new();
    };
    let (across, all) = (number(lang, across), number(lang, all));
    let counts =
        w::across_of(lang, across, all, words::percent(lang, f64::midpoint(expected, 1.0)));
    let less = index < expected && network.by_chance.is_some_and(|chance| chance <= SURE);
    let verdict = if less { w::less_than_chance(lang) } else { w::like_chance(lang) };
    format!("{counts} {verdict}")
}

/// Islands, in sentences.
pub(crate) fn islands(lang: Lang, network: &Network, floor: u64) -> Vec<String> {
    let mut all = Vec::new();
    all.push(if network.alone == 0 {
        w::nobody_alone(lang).to_owned()
    } else {
        w::alone(lang, people(lang, network.alone, floor), number(lang, network.people))
    });
    if let Some((largest, others)) = network.pieces.split_first() {
        all.push(if *largest == network.people {
            w::one_piece(lang, number(lang, *largest))
        } else {
            w::largest_piece(lang, number(lang, network.people), number(lang, *largest))
        });
        if !others.is_empty() {
            let sizes: Vec<String> = others.iter().map(|size| number(lang, *size)).collect();
            let count = i64::try_from(others.len()).unwrap_or(i64::MAX);
            all.push(w::islands(lang, count, words::list(lang, &sizes)));
        }
    }
    if network.in_small > 0 {
        let floor_said = i64::try_from(floor).unwrap_or(i64::MAX);
        all.push(w::small_pieces(lang, floor_said, people(lang, network.in_small, floor)));
    }
    all
}

/// Which departments keep to themselves, in sentences; names of departments only.
pub(crate) fn borders(lang: Lang, network: &Network, name: &dyn Fn(i64) -> String) -> Vec<String> {
    let names = |ids: &[i64]| {
        let mut names: Vec<String> = ids.iter().map(|id| name(*id)).collect();
        names.sort();
        words::list(lang, &names)
    };
    let mut all = Vec::new();
    if network.inward.is_empty() {
        all.push(w::nobody_inward(lang).to_owned());
    } else {
        all.push(w::inward(lang, names(&network.inward)));
    }
    if !network.outward.is_empty() {
        all.push(w::outward(lang, names(&network.outward)));
    }
    all
}

/// What holds the community together, in sentences.
pub(crate) fn together(lang: Lang, network: &Network, floor: u64) -> Vec<String> {
    let mut all = Vec::new();
    if let Some((half, carriers)) = network.bridges {
        all.push(w::bridges(lang, number(lang, carriers), people(lang, half, floor)));
    }
    if let Some((least, core)) = network.core {
        all.push(w::core(lang, i64::try_from(least).unwrap_or(i64::MAX), number(lang, core)));
    }
    match network.modularity {
        Some((quality, agreement)) if !network.communities.is_empty() => {
            let sizes: Vec<String> =
                network.communities.iter().map(|size| number(lang, *size)).collect();
            let count = i64::try_from(sizes.len()).unwrap_or(i64::MAX);
            all.push(w::communities(
                lang,
                words::decimal(lang, agreement, 2),
                count,
                words::decimal(lang, quality, 2),
                words::list(lang, &sizes),
            ));
        }
        _ => all.push(w::no_communities(lang).to_owned()),
    }
    all
}

/// What happens when the most tied leave, as bars: the largest piece, and by chance.
pub(crate) fn leaving(lang: Lang, network: &Network) -> Vec<Bar> {
    network
        .leaving
        .iter()
        .map(|(leavers, now, chance)| Bar {
            label: w::leave(lang, i64::try_from(*leavers).unwrap_or(i64::MAX)),
            strong: words::percent(lang, *now),
            rest: w::by_chance(lang, words::percent(lang, *chance)),
            track: 100.0,
            fill: now * 100.0,
            attention: chance - now > 0.1,
            ..Bar::default()
        })
        .collect()
}

/// What the core carries, and which bonds lean most on it; names of departments only.
pub(crate) fn leaning(lang: Lang, network: &Network, name: &dyn Fn(i64) -> String) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(lost) = network.lost {
        all.push(w::core_ties(lang, words::percent(lang, lost)));
    }
    let bonds: Vec<String> = network
        .leaning
        .iter()
        .take(NAMED)
        .map(|(one, other)| w::pair(lang, name(*one), name(*other)))
        .collect();
    if !bonds.is_empty() {
        all.push(w::leaning(lang, words::list(lang, &bonds)));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::Nl;

    #[test]
    fn few_people_are_said_as_few() {
        assert_eq!(people(Nl, 0, 5), "0");
        assert_eq!(people(Nl, 4, 5), "minder dan 5");
        assert_eq!(people(Nl, 5, 5), "5");
        let network = Network { people: 40, alone: 3, pieces: vec![30], ..Network::default() };
        let said = islands(Nl, &network, 5);
        assert!(said[0].contains("minder dan 5"), "{said:?}");
        assert!(said[1].contains("30 van de 40"), "{said:?}");
    }

    #[test]
    fn the_title_counts_what_goes_across() {
        assert_eq!(
            finding(Nl, Whole { inside: 77, across: 23 }),
            "Van al het contact gaat 23% over de grens van een afdeling"
        );
        assert_eq!(finding(Nl, Whole::default()), w::nothing_went(Nl));
        let network = Network {
            enough: true,
            across: (30, 100),
            index: Some((-0.4, 0.4)),
            by_chance: Some(0.0001),
            ..Network::default()
        };
        let said = against_chance(Nl, &network);
        assert!(said.starts_with("Van de 100 verbindingen"), "{said}");
        assert!(said.contains("70%") && said.contains("duidelijk minder dan bij toeval"), "{said}");
        let unsure = Network { by_chance: Some(0.2), ..network };
        assert!(against_chance(Nl, &unsure).contains("niet aantoonbaar minder"));
    }
}
