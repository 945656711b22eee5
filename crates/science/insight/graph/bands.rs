//! What may be shown of a person's place in the network: a band, never a position (SCIENCE 4).

/// Where a figure lies among those of everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Among the highest 5%.
    Top5,
    /// Among the highest 20%, but not the highest 5%.
    Top20,
    /// Everybody else.
    Rest,
}

/// The band of everybody. Equal figures share a band; where they do not all fit they share the
/// lower one, so a band never holds more than its share of people. A figure of zero or less (or
/// not a number) is never in a band: in a network without brokers nobody is one.
#[must_use]
pub fn bands(values: &[f64]) -> Vec<Band> {
    let mut order: Vec<usize> = (0..values.len()).filter(|&i| values[i] > 0.0).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
    let room = |percent: usize| values.len() * percent / 100;
    let mut bands = vec![Band::Rest; values.len()];
    let mut placed = 0;
    for same in order.chunk_by(|&a, &b| values[a] == values[b]) {
        placed += same.len();
        let band = if placed <= room(5) {
            Band::Top5
        } else if placed <= room(20) {
            Band::Top20
        } else {
            break;
        };
        same.iter().for_each(|&person| bands[person] = band);
    }
    bands
}
