//! What is planned, in buckets of a local day, and the order in which it is given out.

use crate::Micros;
use crate::calendar::Day;
use crate::happening::What;
use std::collections::VecDeque;

/// Something planned.
pub(crate) struct Entry {
    /// When.
    pub at: Micros,
    /// Order among things at the same moment.
    order: u64,
    /// What.
    pub item: Item,
}

/// What can be planned.
pub(crate) enum Item {
    /// An act of a person, in a group or not: makes the day an active day, and the person a
    /// member of that group.
    Act {
        /// Who.
        person: u32,
        /// The group in which it is.
        group: Option<usize>,
        /// What is given out.
        what: Box<What>,
    },
    /// Something that is no act of a person.
    Tell(Box<What>),
    /// Somebody opens the platform.
    Session(u32),
    /// Somebody signs in for the first time.
    Join(u32),
    /// Somebody leaves the organisation.
    Leave(u32),
    /// Somebody enters a group.
    Enter(u32, usize),
}

/// Plans by day. Only days from today on are kept.
pub(crate) struct Diary {
    today: i64,
    now: Micros,
    next: u64,
    days: VecDeque<Vec<Entry>>,
}

impl Diary {
    /// An empty diary that begins on a day; nothing after `now` is kept.
    pub(crate) fn new(today: Day, now: Micros) -> Self {
        Self { today: today.0, now, next: 0, days: VecDeque::new() }
    }

    /// Plans something from today on; what falls before today or after the end is not kept.
    pub(crate) fn plan(&mut self, at: Micros, item: Item) {
        if at > self.now {
            return;
        }
        let Ok(ahead) = usize::try_from(Day::of(at).0.0 - self.today) else {
            debug_assert!(false, "planned in the past");
            return;
        };
        while self.days.len() <= ahead {
            self.days.push_back(Vec::new());
        }
        let order = self.next;
        self.next += 1;
        self.days[ahead].push(Entry { at, order, item });
    }

    /// Everything of today in order; the diary turns to tomorrow.
    pub(crate) fn close(&mut self) -> Vec<Entry> {
        let mut today = self.days.pop_front().unwrap_or_default();
        today.sort_unstable_by_key(|entry| (entry.at, entry.order));
        self.today += 1;
        today
    }
}
