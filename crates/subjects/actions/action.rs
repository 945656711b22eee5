//! An action and an answer, as they are read.

use crate::catalogue::Goal;
use language::{ActionId, AnswerId, DepartmentId, Moment, PersonId, text_enum};

text_enum!(
    /// How people answer.
    AnswerKind {
        /// One button.
        Tap = "tap",
        /// One of several buttons.
        Choice = "choice",
        /// A line of text.
        Text = "text",
        /// A picture, with a line of text if they like.
        Picture = "picture",
    }
);

text_enum!(
    /// The outcome that decides, fixed before the action opens.
    ///
    /// An answer to an action is no outcome: only those who were asked could give one,
    /// so it would be an effect by definition. What people do besides is.
    Outcome {
        /// Posted, replied, reacted or made contact: yes or no.
        Contributed = "contributed",
        /// Opened a thread: yes or no.
        Posted = "posted",
        /// The number of active days.
        ActiveDays = "active_days",
    }
);

text_enum!(
    /// What was decided about an action; time does the rest ([`Standing`]).
    State {
        /// An idea that nobody has seen.
        Draft = "draft",
        /// Set out: it runs between its opening and its closing.
        Open = "open",
        /// Closed by hand, before its time.
        Closed = "closed",
        /// Taken away.
        Withdrawn = "withdrawn",
    }
);

/// Where an action stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An idea that nobody has seen.
    Idea,
    /// Will open.
    Planned,
    /// Can be answered.
    Running,
    /// Its time is over.
    Over,
    /// Taken away.
    Withdrawn,
}

/// A community action.
#[derive(Debug, Clone)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// Its number in the library; none for an own action.
    pub catalogue: Option<i32>,
    /// What the manager calls it.
    pub title: String,
    /// The one question.
    pub question: String,
    /// A line below it.
    pub explanation: String,
    /// What it is for; none when another program wrote something else.
    pub goal: Option<Goal>,
    /// How people answer.
    pub kind: AnswerKind,
    /// The buttons, in order, with their numbers.
    pub choices: Vec<(i32, String)>,
    /// The outcome that decides.
    pub outcome: Outcome,
    /// The length of its window in days, from the opening.
    pub window_days: i32,
    /// Who looks after it.
    pub owner: PersonId,
    /// Their name.
    pub owner_name: String,
    /// The departments that were chosen; empty for everybody.
    pub audience: Vec<DepartmentId>,
    /// The share held back, 0 to 50 of each 100.
    pub held_percent: i32,
    /// What was decided about it.
    pub state: State,
    /// When it opens.
    pub opens_at: Moment,
    /// When it closes.
    pub closes_at: Moment,
    /// People drawn to be asked.
    pub shown: i32,
    /// People drawn to be held back.
    pub held: i32,
    /// Answers that stand.
    pub answers: i32,
    /// Said beforehand: the smallest rise it can show, as a share.
    pub detectable: Option<f64>,
    /// The share that reached the outcome before, in a window of the same length.
    pub base_rate: Option<f64>,
    /// When it was judged.
    pub judged_at: Option<Moment>,
    /// What the verdict rests on, once judged: asked and held back, each with how many
    /// reached the outcome, of how many.
    pub counted: Option<((u64, u64), (u64, u64))>,
}

impl Action {
    /// Where it stands at `now`.
    pub fn standing(&self, now: Moment) -> Standing {
        match self.state {
            State::Draft => Standing::Idea,
            State::Withdrawn => Standing::Withdrawn,
            State::Open if now < self.opens_at => Standing::Planned,
            State::Open if now < self.closes_at => Standing::Running,
            State::Open | State::Closed => Standing::Over,
        }
    }

    /// When the window in which its outcome is measured is over.
    pub fn window_ends(&self) -> Moment {
        self.opens_at.plus(i64::from(self.window_days) * Moment::DAY)
    }

    /// The share held back, 0 to 0.5.
    pub fn held_share(&self) -> f64 {
        f64::from(self.held_percent) / 100.0
    }

    /// The label of a button.
    pub fn label(&self, number: i32) -> Option<&str> {
        self.choices.iter().find(|(n, _)| *n == number).map(|(_, label)| label.as_str())
    }
}

/// An answer to an action.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// Who gave it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their handle.
    pub handle: String,
    /// Their picture.
    pub face: Option<i64>,
    /// Their department's name.
    pub department: Option<String>,
    /// The button they chose.
    pub choice: Option<i32>,
    /// What they wrote.
    pub body: String,
    /// When.
    pub at: Moment,
    /// Their photo: its width and height, and what is on it.
    pub picture: Option<(i32, i32, String)>,
}
