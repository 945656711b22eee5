//! A network as organisations have them: departments of unequal size, most exchange inside them,
//! a few people with very many ties (preferential attachment, Barabási & Albert 1999).

use insight::graph::Edge;

/// The share of ties inside the own department.
const INSIDE: f64 = 0.75;
/// The share of ties that go both ways.
const MUTUAL: f64 = 0.4;
/// The share of choices that follow earlier ties; the others are made at random.
const FOLLOWING: f64 = 0.6;

/// The department of everybody: the first half of the people is in the first quarter of the
/// departments, and so on.
pub fn departments(people: u32, departments: u32) -> Vec<Option<u32>> {
    (0..people).map(|person| Some(department(person, people, departments))).collect()
}

fn department(person: u32, people: u32, departments: u32) -> u32 {
    let share = (f64::from(person) + 0.5) / f64::from(people);
    ((share * share * f64::from(departments)) as u32).min(departments.saturating_sub(1))
}

/// At least so many different ties (or as many as there can be), some of them in both directions,
/// with weights as exchange gives them.
pub fn ties(people: u32, least: usize, count: u32, seed: u64) -> Vec<Edge> {
    if people < 2 {
        return Vec::new();
    }
    let mut chance = Chance(seed);
    let possible = people as usize * (people as usize - 1) / 2;
    let least = least.min(possible / 2);
    // Who had a tie, as often as they had one: all of them, and by department.
    let all_of: Vec<u32> = (0..people).map(|p| department(p, people, count)).collect();
    let mut first = vec![people; count as usize];
    let mut size = vec![0_u32; count as usize];
    for (person, &d) in all_of.iter().enumerate() {
        first[d as usize] = first[d as usize].min(person as u32);
        size[d as usize] += 1;
    }
    let mut ends: Vec<Vec<u32>> = vec![Vec::new(); count as usize];
    let mut pairs: Vec<u64> = Vec::with_capacity(least + least / 4);
    while pairs.len() < least {
        let missing = least - pairs.len();
        for _ in 0..missing + missing / 16 + 1 {
            let one = chance.below(people);
            let own = all_of[one as usize];
            let inside = chance.unit() < INSIDE && size[own as usize] > 1;
            let there = if inside { own } else { all_of[chance.below(people) as usize] };
            let met = &ends[there as usize];
            let other = if chance.unit() < FOLLOWING && !met.is_empty() {
                met[chance.below(met.len() as u32) as usize]
            } else {
                first[there as usize] + chance.below(size[there as usize])
            };
            if one != other {
                ends[own as usize].push(one);
                ends[there as usize].push(other);
                pairs.push((u64::from(one.min(other)) << 32) | u64::from(one.max(other)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
    }
    drop(ends);
    let mut edges = Vec::with_capacity(pairs.len() * 3 / 2);
    for pair in pairs {
        let (a, b) = ((pair >> 32) as u32, pair as u32);
        let (from, to) = if chance.unit() < 0.5 { (a, b) } else { (b, a) };
        // Reactions, mentions and replies of some weeks, faded.
        let mut weight = || 1.0 + 20.0 * chance.unit().powi(4);
        edges.push(Edge { from, to, weight: weight() });
        let back = weight();
        if chance.unit() < MUTUAL {
            edges.push(Edge { from: to, to: from, weight: back });
        }
    }
    edges
}

/// Chance from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: u32) -> u32 {
        (((self.next() >> 32) * u64::from(end)) >> 32) as u32
    }
}
