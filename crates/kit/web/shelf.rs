//! What a slice keeps in memory as long as the program runs, and no database holds: one
//! value of a type, made at its first use. Whatever stands here is gone after a restart.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

type Kept = Arc<dyn Any + Send + Sync>;

/// One value of each type.
#[derive(Default)]
pub struct Shelf {
    kept: Mutex<HashMap<TypeId, Kept>>,
}

impl Shelf {
    /// The value of this type, the same for everybody who asks.
    pub fn of<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        // A panic elsewhere cannot leave a map half changed: it only inserts.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        // What stands under a type's id is of that type.
        Arc::clone(found).downcast().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Shelf;
    use std::sync::Mutex;

    #[test]
    fn everybody_gets_the_same_value() {
        let shelf = Shelf::default();
        *shelf.of::<Mutex<u8>>().lock().unwrap() = 7;
        assert_eq!(*shelf.of::<Mutex<u8>>().lock().unwrap(), 7);
        assert_eq!(*shelf.of::<Mutex<u16>>().lock().unwrap(), 0);
    }
}
