//! How often: token buckets in memory, by route class and by account or address.

use crate::Limit;
use language::{Moment, PersonId};
use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// Who is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Caller {
    Person(PersonId),
    /// An address; of version 6 the first 64 bits, which one household holds.
    Address([u8; 16]),
    /// All together.
    Everybody,
}

impl Caller {
    pub(crate) fn address(ip: IpAddr) -> Self {
        Self::Address(household(ip))
    }
}

/// What is counted as one address: of version 6 the first 64 bits.
pub(crate) fn household(ip: IpAddr) -> [u8; 16] {
    match ip.to_canonical() {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().octets(),
        IpAddr::V6(v6) => {
            let mut octets = v6.octets();
            octets[8..].fill(0);
            octets
        }
    }
}

#[derive(Default)]
pub(crate) struct Limits {
    buckets: Mutex<Buckets>,
}

#[derive(Default)]
struct Buckets {
    held: HashMap<(Limit, Caller), Bucket>,
    /// How many were left when they were last swept.
    left: usize,
}

/// So many are held before any is swept.
const MOST_BUCKETS: usize = 50_000;

struct Bucket {
    tokens: f64,
    at: Moment,
}

impl Limits {
    /// Whether one more is allowed now; counts it if so.
    pub(crate) fn allows(&self, limit: Limit, caller: Caller, now: Moment) -> bool {
        let most = f64::from(limit.per_minute(matches!(caller, Caller::Person(_))));
        let Ok(mut buckets) = self.buckets.lock() else { return true };
        if buckets.held.len() > MOST_BUCKETS.max(2 * buckets.left) {
            // Full buckets are as good as none. Not at each request of a flood.
            buckets.held.retain(|_, b| now.since(b.at) < 60 * Moment::SECOND);
            buckets.left = buckets.held.len();
        }
        let bucket =
            buckets.held.entry((limit, caller)).or_insert(Bucket { tokens: most, at: now });
        let minutes = now.since(bucket.at).max(0) as f64 / (60.0 * Moment::SECOND as f64);
        bucket.tokens = (bucket.tokens + minutes * most).min(most);
        bucket.at = now;
        let allowed = bucket.tokens >= 1.0;
        if allowed {
            bucket.tokens -= 1.0;
        }
        allowed
    }
}

/// How much of one kind everybody holds at this moment.
pub(crate) struct Places<K>(Arc<Mutex<HashMap<K, usize>>>);

/// A place that is counted until it is dropped.
pub(crate) struct Place<K: Eq + Hash>(Places<K>, K);

impl<K> Default for Places<K> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: Copy + Eq + Hash> Places<K> {
    /// A place for `who`; none when they hold `most` already.
    pub(crate) fn take(&self, who: K, most: usize) -> Option<Place<K>> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(who).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Place(Self(self.0.clone()), who))
    }

    /// Whether nobody holds anything.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }
}

impl<K: Eq + Hash> Drop for Place<K> {
    fn drop(&mut self) {
        let mut counts = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let limits = Limits::default();
        let anna = Caller::Person(PersonId(1));
        let start = Moment(1_000_000_000);
        let allowed = (0..100).filter(|_| limits.allows(Limit::Heavy, anna, start)).count();
        assert_eq!(allowed, 10);
        assert!(limits.allows(Limit::Heavy, Caller::Person(PersonId(2)), start));
        let later = start.plus(30 * Moment::SECOND);
        let allowed = (0..100).filter(|_| limits.allows(Limit::Heavy, anna, later)).count();
        assert_eq!(allowed, 5);
    }

    #[test]
    fn a_whole_office_behind_one_address_can_sign_in() {
        let limits = Limits::default();
        let office = Caller::address("203.0.113.7".parse().unwrap());
        let start = Moment(1_000_000_000);
        // Ten thousand people in half an hour: six a second.
        let refused = (0..10_000)
            .filter(|n| {
                let at = start.plus(n * Moment::SECOND / 6);
                !limits.allows(Limit::Door, office, at)
            })
            .count();
        assert_eq!(refused, 0);
        let at_once = (0..5_000).filter(|_| limits.allows(Limit::Door, office, start)).count();
        assert!(at_once <= 600, "{at_once}");
    }

    #[test]
    fn places_are_given_back() {
        let places = Places::default();
        let (first, second) = (places.take(1, 2), places.take(1, 2));
        assert!(first.is_some() && second.is_some());
        assert!(places.take(1, 2).is_none());
        assert!(places.take(2, 2).is_some());
        drop(first);
        assert!(places.take(1, 2).is_some());
        drop(second);
        assert!(places.is_empty());
    }

    #[test]
    fn one_household_of_version_6_is_one_caller() {
        let a = Caller::address("2001:db8:1:2::1".parse().unwrap());
        let b = Caller::address("2001:db8:1:2:ffff::9".parse().unwrap());
        let c = Caller::address("2001:db8:1:3::1".parse().unwrap());
        assert_eq!(a, b);
        assert_ne!(a, c);
        let four = Caller::address("203.0.113.7".parse().unwrap());
        assert_eq!(four, Caller::address("::ffff:203.0.113.7".parse().unwrap()));
    }
}
