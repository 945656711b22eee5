//! What the simulator gives: happenings in the order of time, and the truth behind them.

use crate::Micros;
use crate::calendar::DAY;
use formats::{Key, Record};

/// How long after the start of an action contributing counts as its result: 14 days.
pub const WINDOW: Micros = 14 * DAY;

/// What to simulate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The same seed gives the same bytes.
    pub seed: u64,
    /// The moment up to which things happened, microseconds since 1970 in UTC.
    pub now: Micros,
    /// People with an address in the organisation's books, at least [`Settings::FEWEST_PEOPLE`];
    /// the headcount is a fifth larger.
    pub people: u32,
    /// Days of history before `now`, at least [`Settings::FEWEST_DAYS`].
    pub days: u32,
}

impl Settings {
    /// Below this the nine departments have nobody to talk.
    pub const FEWEST_PEOPLE: u32 = 60;
    /// Below this there is no room for a finished action.
    pub const FEWEST_DAYS: u32 = 60;

    /// A year of about 350 people.
    pub fn new(seed: u64, now: Micros) -> Self {
        Self { seed, now, people: 350, days: 365 }
    }

    /// The moment at which the first happening falls: local morning, `days` before `now`.
    pub fn start(&self) -> Micros {
        let days = self.days.max(Self::FEWEST_DAYS);
        crate::calendar::Day::of(self.now).0.plus(-i64::from(days)).at(7 * 60)
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// When, microseconds since 1970 in UTC; never before the happening given earlier.
    pub at: Micros,
    /// What.
    pub what: What,
}

/// What can happen. A key is always introduced before it is referred to.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A person, headcount (of the lowest departments only, so that they add up), group,
    /// membership, thread, comment, accepted answer or reaction.
    Record(Box<Record>),
    /// Who may see and enter a group; follows the group's record.
    Access {
        /// The group.
        group: Key,
        /// How far its door is open.
        access: Access,
    },
    /// Somebody got an invitation.
    Invited {
        /// Who.
        person: Key,
    },
    /// Somebody signed in for the first time.
    Joined {
        /// Who.
        person: Key,
    },
    /// Somebody left the organisation, and with it the community.
    Left {
        /// Who.
        person: Key,
    },
    /// Somebody belongs to the community team (`actor_kind` staff).
    StaffMarked {
        /// Who.
        person: Key,
    },
    /// Somebody got a task with rights.
    Role {
        /// Who.
        person: Key,
        /// Which task.
        role: Role,
    },
    /// An active day: at most one for each person and local day, never after another act of that day.
    Session {
        /// Who.
        person: Key,
    },
    /// A community action opens.
    Action(Box<Action>),
    /// Whether a person is called or held back; drawn at random when the action opens.
    Arm {
        /// The action.
        action: Key,
        /// Who.
        person: Key,
        /// Kept back: sees nothing of the action.
        held: bool,
        /// The chance beforehand of the arm that was drawn.
        propensity: f64,
    },
    /// Somebody answers an action.
    Answer(Box<Answer>),
}

/// How far the door of a group is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// Everyone reads and may join.
    Open,
    /// Everyone sees that it exists; only members read.
    Closed,
    /// Only members know of it.
    Secret,
}

/// A task with rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Sees the cockpit.
    Manager,
    /// Handles reports.
    Moderator,
}

/// A call to share something.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its key.
    pub key: Key,
    /// The number in the catalogue of proven actions, 1 to 33.
    pub catalogue: u8,
    /// The one question, in plain text.
    pub question: String,
    /// What it is for, for the manager.
    pub purpose: String,
    /// Who of the community team runs it.
    pub owner: Key,
    /// When it opens; also the start of the window in which its result counts.
    pub opens: Micros,
    /// When answering ends; may lie after `now`.
    pub closes: Micros,
    /// Paths of the departments that are called; empty is everyone.
    pub audience: Vec<Vec<String>>,
    /// The chance to be held back.
    pub held_back_share: f64,
}

/// An answer to an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its key.
    pub key: Key,
    /// The action.
    pub action: Key,
    /// Who answers.
    pub person: Key,
    /// What they say, in Markdown.
    pub text: String,
    /// A picture goes with it; the caller draws one.
    pub picture: bool,
}

/// What is really so, which an analysis of the happenings should recover.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Truth {
    /// The actions in the order of opening.
    pub actions: Vec<TrueEffect>,
    /// Happenings given.
    pub happenings: u64,
}

/// The true effect of one action on contributing: writing a thread or a comment between the
/// opening and [`WINDOW`] later. Answers to the action itself do not count.
#[derive(Clone, Debug, PartialEq)]
pub struct TrueEffect {
    /// The action.
    pub action: Key,
    /// The uplift that the simulator was told to cause, as a difference of probabilities
    /// (0.05 is five extra in every hundred).
    pub declared: f64,
    /// The uplift that it caused in expectation over the lots for exactly these people: equal
    /// to `declared` unless too few people were left to be won over.
    pub uplift: f64,
    /// People that the lots were drawn for.
    pub people: u32,
    /// The share of them that would contribute without the action.
    pub base: f64,
    /// The window was over before `now`.
    pub finished: bool,
}

impl TrueEffect {
    /// The standard error of the observed difference of proportions between called and held
    /// back, for this many in each arm.
    pub fn standard_error(&self, called: f64, held: f64) -> f64 {
        let treated = self.base + self.uplift;
        (treated * (1.0 - treated) / called + self.base * (1.0 - self.base) / held).sqrt()
    }
}
