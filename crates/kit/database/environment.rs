use language::{Clock, IdMaker, Moment, Randomness};
use std::sync::Arc;

/// What comes from outside: time, chance, new ids.
#[derive(Clone)]
pub struct Environment {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Randomness>,
    ids: Arc<IdMaker>,
}

impl Environment {
    /// An environment of this clock and this chance.
    pub fn new(clock: Arc<dyn Clock>, random: Arc<dyn Randomness>) -> Self {
        let ids = Arc::new(IdMaker::new(random.number()));
        Self { clock, random, ids }
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Random bits.
    pub fn random(&self) -> &dyn Randomness {
        &*self.random
    }

    /// A new id, larger than those before it.
    pub fn new_id(&self) -> i64 {
        self.ids.next(self.clock.now())
    }
}
