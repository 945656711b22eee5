//! gzip (RFC 1952) for pages. What a compressor needs is large beside a page: it is
//! used again instead of being made for each.

use flate2::{Compress, Compression, Crc, FlushCompress, Status};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Compressors that wait for work: as many as pages are usually made at once.
static IDLE: Mutex<Vec<Compress>> = Mutex::new(Vec::new());
const MOST_IDLE: usize = 4;

/// gzip, deflate, no name, no time, quickest, made wherever.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 255];

fn idle() -> MutexGuard<'static, Vec<Compress>> {
    // A panic cannot leave a list half changed.
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// These bytes squeezed at the lowest level: eight times smaller for a fraction of the
/// time of the highest. None when that fails.
pub(crate) fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    // A name of its own, so that the lock is not held while it works.
    let waiting = idle().pop();
    let mut compress = waiting.unwrap_or_else(|| Compress::new(Compression::fast(), false));
    let mut out = Vec::with_capacity(bytes.len() / 6 + 1_024);
    out.extend_from_slice(&HEADER);
    loop {
        let taken = usize::try_from(compress.total_in()).ok()?;
        let rest = bytes.get(taken..)?;
        match compress.compress_vec(rest, &mut out, FlushCompress::Finish).ok()? {
            Status::StreamEnd => break,
            Status::Ok | Status::BufError => out.reserve(bytes.len() / 4 + 1_024),
        }
    }
    let mut sum = Crc::new();
    sum.update(bytes);
    out.extend_from_slice(&sum.sum().to_le_bytes());
    out.extend_from_slice(&sum.amount().to_le_bytes());
    compress.reset();
    let mut idle = idle();
    if idle.len() < MOST_IDLE {
        idle.push(compress);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::gzip;
    use std::io::Read;

    #[test]
    fn comes_out_as_it_went_in_whatever_was_squeezed_before() {
        let mut random = 7_u64;
        for length in [0, 1, 1_400, 70_000, 400_000, 3] {
            // Neither all the same nor without any order.
            let mut next = || {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                u8::try_from(random >> 60).unwrap()
            };
            let bytes: Vec<u8> = (0..length).map(|_| next()).collect();
            let small = gzip(&bytes).unwrap();
            let mut back = Vec::new();
            flate2::read::GzDecoder::new(small.as_slice()).read_to_end(&mut back).unwrap();
            assert_eq!(back, bytes);
        }
    }
}
