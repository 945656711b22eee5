//! Many small rows in one: what the members of a block did on a day, and to whom they
//! turned (SCIENCE.md §16, R1, R2 and R4).
//!
//! Members have small numbers; [`BLOCK`] of them share a row of a table. A row begins
//! with [`FORM`] and a list of what many cells share (capacity and department, or two
//! departments); then come the cells in the order of their keys, numbers as
//! differences with the cell before, everything in LEB128. A cell takes about four
//! bytes. The rows are made anew from the facts whenever the form changes.

use crate::event::Counts;
use std::collections::BTreeMap;

/// How many members share a row.
pub(crate) const BLOCK: u32 = 4_096;

/// The first byte of a row.
const FORM: u8 = 1;

/// In which block the member with this number is.
pub(crate) fn block_of(member: u32) -> i32 {
    // A number is below 2³¹, or the table would not take it.
    i32::try_from(member / BLOCK).unwrap_or(i32::MAX)
}

/// What can be packed: a key, and a value that adds up.
pub(crate) trait Cell: Copy {
    /// What two cells have in common when they are one.
    type Key: Ord + Copy;

    /// The table that holds the rows.
    const TABLE: &'static str;

    /// Its key.
    fn key(&self) -> Self::Key;

    /// The number of the member in whose block it is.
    fn member(&self) -> u32;

    /// Adds the value of a cell with the same key.
    fn add(&mut self, other: &Self);

    /// Whether nothing is left of it.
    fn is_empty(&self) -> bool;

    /// Whether no value is below zero.
    fn is_sound(&self) -> bool;

    /// Packs cells of `block` that stand in the order of their keys.
    fn pack(block: i32, cells: &[Self]) -> Vec<u8>;

    /// Hands every cell of a row to `each`, in the order of their keys; none when the
    /// bytes are not what [`Cell::pack`] makes.
    fn unpack(block: i32, bytes: &[u8], each: impl FnMut(&Self)) -> Option<()>;
}

/// What a member did on a day, in one capacity and department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Acts {
    pub member: u32,
    pub kind: i16,
    pub department: i64,
    pub counts: Counts,
}

/// To whom a member turned on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turned {
    pub source: u32,
    pub target: u32,
    pub source_department: i64,
    pub target_department: i64,
    pub weight: i64,
}

impl Cell for Acts {
    type Key = (u32, i16, i64);

    const TABLE: &'static str = "member_blocks";

    fn key(&self) -> Self::Key {
        (self.member, self.kind, self.department)
    }

    fn member(&self) -> u32 {
        self.member
    }

    fn add(&mut self, other: &Self) {
        self.counts.add(&other.counts, 1);
    }

    fn is_empty(&self) -> bool {
        self.counts == Counts::default()
    }

    fn is_sound(&self) -> bool {
        self.counts.columns().iter().all(|count| *count >= 0)
    }

    fn pack(block: i32, cells: &[Self]) -> Vec<u8> {
        let mut out = Writer::new(cells.len());
        let shared = out.shared(cells.iter().map(|cell| (i64::from(cell.kind), cell.department)));
        let mut before = first_of(block);
        for cell in cells {
            out.number(u64::from(cell.member.saturating_sub(before)));
            before = cell.member;
            out.number(shared[&(i64::from(cell.kind), cell.department)]);
            let [acts, others @ ..] = cell.counts.columns();
            out.number(acts.unsigned_abs());
            // Most acts are visits: one byte says which of the others there are.
            let there = (0..).zip(others).filter(|(_, count)| *count != 0);
            out.number(there.clone().fold(0, |mask, (at, _): (u32, i64)| mask | 1 << at));
            for (_, count) in there {
                out.number(count.unsigned_abs());
            }
        }
        out.bytes
    }

    fn unpack(block: i32, bytes: &[u8], mut each: impl FnMut(&Self)) -> Option<()> {
        let mut from = Reader::new(bytes)?;
        let shared = from.shared()?;
        let mut member = first_of(block);
        while !from.bytes.is_empty() {
            member = member.checked_add(from.small()?)?;
            let &(kind, department) = shared.get(from.size()?)?;
            let acts = from.count()?;
            let mask = from.number()?;
            let mut counts = [acts, 0, 0, 0, 0, 0];
            for (at, count) in (0..).zip(counts.iter_mut().skip(1)) {
                if mask >> at & 1 == 1 {
                    *count = from.count()?;
                }
            }
            let counts = Counts::from_columns(&counts)?;
            each(&Self { member, kind: i16::try_from(kind).ok()?, department, counts });
        }
        Some(())
    }
}

impl Cell for Turned {
    type Key = (u32, u32, i64, i64);

    const TABLE: &'static str = "tie_blocks";

    fn key(&self) -> Self::Key {
        (self.source, self.target, self.source_department, self.target_department)
    }

    fn member(&self) -> u32 {
        self.source
    }

    fn add(&mut self, other: &Self) {
        self.weight += other.weight;
    }

    fn is_empty(&self) -> bool {
        self.weight == 0
    }

    fn is_sound(&self) -> bool {
        self.weight >= 0
    }

    fn pack(block: i32, cells: &[Self]) -> Vec<u8> {
        let mut out = Writer::new(cells.len());
        let pair = |cell: &Self| (cell.source_department, cell.target_department);
        let shared = out.shared(cells.iter().map(pair));
        let mut before = first_of(block);
        for cell in cells {
            out.number(u64::from(cell.source.saturating_sub(before)));
            before = cell.source;
            out.number(u64::from(cell.target));
            out.number(shared[&pair(cell)]);
            out.number(cell.weight.unsigned_abs());
        }
        out.bytes
    }

    fn unpack(block: i32, bytes: &[u8], mut each: impl FnMut(&Self)) -> Option<()> {
        let mut from = Reader::new(bytes)?;
        let shared = from.shared()?;
        let mut source = first_of(block);
        while !from.bytes.is_empty() {
            source = source.checked_add(from.small()?)?;
            let target = from.small()?;
            let &(source_department, target_department) = shared.get(from.size()?)?;
            let weight = from.count()?;
            each(&Self { source, target, source_department, target_department, weight });
        }
        Some(())
    }
}

fn first_of(block: i32) -> u32 {
    u32::try_from(block).unwrap_or(0).saturating_mul(BLOCK)
}

struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn new(cells: usize) -> Self {
        let mut bytes = Vec::with_capacity(64 + cells * 5);
        bytes.push(FORM);
        Self { bytes }
    }

    fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push((value & 0x7f) as u8);
    }

    fn signed(&mut self, value: i64) {
        self.number((value << 1 ^ value >> 63).cast_unsigned());
    }

    /// Writes the pairs that occur and says where in the list each stands.
    fn shared(&mut self, pairs: impl Iterator<Item = (i64, i64)>) -> BTreeMap<(i64, i64), u64> {
        let mut places: BTreeMap<(i64, i64), u64> = BTreeMap::new();
        for pair in pairs {
            places.entry(pair).or_default();
        }
        self.number(places.len() as u64);
        for (number, (pair, place)) in (0..).zip(&mut places) {
            *place = number;
            self.signed(pair.0);
            self.signed(pair.1);
        }
        places
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let (form, bytes) = bytes.split_first()?;
        (*form == FORM).then_some(Self { bytes })
    }

    fn number(&mut self) -> Option<u64> {
        let mut value = 0;
        for (at, byte) in self.bytes.iter().enumerate().take(10) {
            value |= u64::from(byte & 0x7f) << (7 * at);
            if byte & 0x80 == 0 {
                self.bytes = &self.bytes[at + 1..];
                return Some(value);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i64> {
        let value = self.number()?;
        Some((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }

    fn count(&mut self) -> Option<i64> {
        i64::try_from(self.number()?).ok()
    }

    fn small(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn shared(&mut self) -> Option<Vec<(i64, i64)>> {
        let size = self.size()?;
        // No more pairs than bytes: a damaged row asks for no memory.
        (size <= self.bytes.len()).then_some(())?;
        (0..size).map(|_| Some((self.signed()?, self.signed()?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unpacked<C: Cell>(block: i32, bytes: &[u8]) -> Option<Vec<C>> {
        let mut cells = Vec::new();
        C::unpack(block, bytes, |cell| cells.push(*cell))?;
        Some(cells)
    }

    fn acts() -> impl Strategy<Value = Vec<Acts>> {
        let counts = prop::array::uniform6(0..300_i64);
        let cell = (0..BLOCK, 1..5_i16, prop::option::of(any::<i64>()), counts);
        prop::collection::vec(cell, 0..50).prop_map(|cells| {
            let mut cells: Vec<Acts> = cells
                .into_iter()
                .map(|(member, kind, department, counts)| Acts {
                    member: member + 3 * BLOCK,
                    kind,
                    department: department.unwrap_or(0),
                    counts: Counts::from_columns(&counts).unwrap(),
                })
                .collect();
            cells.sort_unstable_by_key(Cell::key);
            cells
        })
    }

    proptest! {
        #[test]
        fn acts_come_out_as_they_went_in(cells in acts()) {
            let bytes = Acts::pack(3, &cells);
            prop_assert_eq!(unpacked(3, &bytes), Some(cells));
        }

        #[test]
        fn ties_come_out_as_they_went_in(
            mut cells in prop::collection::vec(
                (0..BLOCK, any::<u32>(), any::<i64>(), any::<i64>(), 0..i64::MAX), 0..50
            ).prop_map(|cells| cells.into_iter().map(|(source, target, a, b, weight)| Turned {
                source, target, source_department: a, target_department: b, weight,
            }).collect::<Vec<_>>())
        ) {
            cells.sort_unstable_by_key(Cell::key);
            prop_assert_eq!(unpacked(0, &Turned::pack(0, &cells)), Some(cells));
        }

        #[test]
        fn damaged_rows_are_refused_or_read_but_never_break(
            bytes in prop::collection::vec(any::<u8>(), 0..200)
        ) {
            let mut whole = vec![FORM];
            whole.extend(&bytes);
            let _ = unpacked::<Acts>(0, &whole);
            let _ = unpacked::<Turned>(1, &bytes);
        }
    }

    #[test]
    fn a_visit_takes_four_bytes() {
        let visit = |member| Acts {
            member,
            kind: 1,
            department: 7,
            counts: Counts { acts: 1, ..Counts::default() },
        };
        let cells: Vec<Acts> = (0..1_000).map(|n| visit(n * 3)).collect();
        assert_eq!(Acts::pack(0, &cells).len(), 4 + 4 * 1_000);
        assert_eq!(unpacked::<Acts>(0, &[]), None, "no form");
        assert_eq!(unpacked::<Acts>(0, &[2, 0]), None, "another form");
        assert_eq!(unpacked::<Acts>(0, &[1, 1, 2, 14, 0, 9]), None, "cut off");
    }
}
