//! Many requests at once, and how long each took.

use crate::client::Connection;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// What to send.
pub struct Load<'a> {
    /// Where to.
    pub address: &'a str,
    /// So many connections, each with one request at a time.
    pub connections: usize,
    /// For so long.
    pub span: Duration,
    /// The request of a number; numbers never come twice.
    pub request: &'a (dyn Fn(u64) -> Vec<u8> + Sync),
    /// The status of a good answer.
    pub wanted: u16,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Done {
    /// Good answers.
    pub good: u64,
    /// Other answers and broken connections.
    pub bad: u64,
    /// From the first request to the last answer.
    pub seconds: f64,
    /// How long each answer took, in microseconds, shortest first.
    pub micros: Vec<u64>,
    /// Bytes of all answers.
    pub bytes: u64,
}

impl Done {
    /// Good answers a second.
    pub fn rate(&self) -> f64 {
        if self.seconds > 0.0 { self.good as f64 / self.seconds } else { 0.0 }
    }

    /// The time in milliseconds within which this share of answers came
    /// (nearest rank).
    pub fn within(&self, share: f64) -> f64 {
        let rank = (share * self.micros.len() as f64).ceil() as usize;
        self.micros.get(rank.saturating_sub(1)).map_or(0.0, |micros| *micros as f64 / 1_000.0)
    }
}

/// Sends until the time is over. `from` numbers the requests.
pub fn run(load: &Load<'_>, from: &AtomicU64) -> Done {
    let begin = Instant::now();
    let until = begin + load.span;
    let parts: Vec<Done> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..load.connections)
            .map(|_| scope.spawn(|| one_connection(load, from, until)))
            .collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).collect()
    });
    let mut all = Done { seconds: begin.elapsed().as_secs_f64(), ..Done::default() };
    for part in parts {
        all.good += part.good;
        all.bad += part.bad;
        all.bytes += part.bytes;
        all.micros.extend(part.micros);
    }
    all.micros.sort_unstable();
    all
}

fn one_connection(load: &Load<'_>, from: &AtomicU64, until: Instant) -> Done {
    let mut done = Done::default();
    let Ok(mut connection) = Connection::open(load.address) else {
        done.bad += 1;
        return done;
    };
    while Instant::now() < until {
        let request = (load.request)(from.fetch_add(1, Ordering::Relaxed));
        let begin = Instant::now();
        match connection.ask(&request) {
            Ok(answer) if answer.status == load.wanted => {
                done.good += 1;
                done.bytes += answer.bytes as u64;
                let micros = u64::try_from(begin.elapsed().as_micros()).unwrap_or(u64::MAX);
                done.micros.push(micros);
            }
            Ok(_) => done.bad += 1,
            Err(_) => {
                done.bad += 1;
                return done;
            }
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_95th_of_a_hundred() {
        let done = Done { micros: (1..=100).map(|n| n * 1_000).collect(), ..Done::default() };
        assert!((done.within(0.95) - 95.0).abs() < 1e-9);
        assert!((Done::default().within(0.95)).abs() < 1e-9);
    }
}
