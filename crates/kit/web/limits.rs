//! How often: token buckets in memory, by route class and by account or address.

use crate::Limit;
use language::{Moment, PersonId};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

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
    buckets: Mutex<HashMap<(Limit, Caller), Bucket>>,
}

struct Bucket {
    tokens: f64,
    at: Moment,
}

impl Limits {
    /// Whether one more is allowed now; counts it if so.
    pub(crate) fn allows(&self, limit: Limit, caller: Caller, now: Moment) -> bool {
        let most = f64::from(limit.per_minute(matches!(caller, Caller::Person(_))));
        let Ok(mut buckets) = self.buckets.lock() else { return true };
        if buckets.len() > 50_000 {
            // Full buckets are as good as none.
            buckets.retain(|_, b| now.since(b.at) < 60 * Moment::SECOND);
        }
        let bucket = buckets.entry((limit, caller)).or_insert(Bucket { tokens: most, at: now });
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
