//! Twice as much text may cost about twice as much time, not four times. Looked at over three
//! doublings at once, because one is drowned by what the caches of a processor do.

use crate::{Options, excerpt, mentions, plain, render};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The most that doubling may cost. What is quadratic costs four times as much; what the caches
/// of a busy processor do was seen to take it to 2.51 for work that is linear.
const MOST: f64 = 2.8;

/// How often the text is doubled between the two measurements.
const DOUBLINGS: u32 = 3;

/// Bytes of the shorter text. At 256 KiB, the longest there is, one step that is quadratic begins to
/// show: writing a single paragraph of nothing but `&`, at a few nanoseconds each (html5ever 0.40
/// looks for the next `<` again at each). It is bounded there: 0.1 s.
const BYTES: usize = 8 * 1024;

/// Time that this thread has worked, where the system tells it (Linux): a busy machine does not
/// disturb it. Elsewhere the time on the wall.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|line| line.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// What one run costs. The system counts in steps of a few milliseconds, so that a short run is
/// repeated until it counts.
fn cost(work: &dyn Fn()) -> f64 {
    const ENOUGH: Duration = Duration::from_millis(24);
    let since = Instant::now();
    let start = worked(since);
    for runs in 1_u32.. {
        work();
        let spent = worked(since).saturating_sub(start);
        if spent >= ENOUGH {
            return spent.as_secs_f64() / f64::from(runs);
        }
    }
    0.0
}

fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len() + 1)
}

/// By how much a doubling multiplies the cost, tried a few times, for a busy machine.
fn ratio(make: &dyn Fn(usize) -> String) -> f64 {
    let (short, long) = (make(BYTES), make(BYTES << DOUBLINGS));
    let known = |_: &crate::Handle| true;
    let all = |source: &str| {
        black_box(render(source, &Options::post().with_mentions(&known)));
        black_box((plain(source), mentions(source), excerpt(source, 200)));
    };
    let mut least = f64::INFINITY;
    for _ in 0..6 {
        let ratio = (cost(&|| all(&long)) / cost(&|| all(&short))).powf(1.0 / f64::from(DOUBLINGS));
        least = least.min(ratio);
        if least <= MOST {
            break;
        }
    }
    least
}

#[test]
fn twice_the_text_costs_about_twice_the_time() {
    let pieces = [
        "[",
        "]",
        "[a](",
        "![",
        "[[",
        "](",
        "[a]",
        "[a][b]",
        "*",
        "**a *b ",
        "*a **a ",
        "_a _",
        "a**b",
        "~~a ",
        "`",
        "`a``",
        ">",
        "> ",
        ">>>>\n",
        "- ",
        "- a\n",
        "* a\n\n",
        "1. ",
        "\n",
        " \n",
        "<",
        "<a ",
        "<!-",
        "<?",
        "<!A",
        "<![CDATA[",
        "&",
        "&amp;",
        "&#",
        "\\",
        "@a",
        "@ann ",
        "@",
        "a@b.c ",
        "a@a.",
        "www.a",
        "http://a",
        "https://",
        "www.x.nl)",
        "|",
        "|a",
        "| a |\n|--|\n",
        "# ",
        "#",
        "```\n",
        "~~~\n",
        "$",
        "    a\n",
        "[a]: b\n",
        "[a]: <",
        "(",
        ")",
        "\"",
        "'",
        "a ",
        "aaaa",
        "é",
        "☑",
        "- [x] a\n",
        "---\n",
        "===\n",
        "a\n===\n",
        "\t",
        "\0",
        "<div>\n",
        "</",
        "<b>",
        "<b></b>",
        "!",
        ":",
        "a.b",
        "mailto:",
        "x](y) ",
    ];
    let mut slow = Vec::new();
    for piece in pieces {
        let ratio = ratio(&|bytes| repeated(piece, bytes));
        if ratio > MOST {
            slow.push((piece.to_owned(), ratio));
        }
    }
    type Shape = (&'static str, fn(usize) -> String);
    let shapes: [Shape; 8] = [
        ("nested brackets", |n| format!("{}a{}", "[".repeat(n / 2), "]".repeat(n / 2))),
        ("nested links", |n| format!("{}a{}", "[".repeat(n / 5), "](b)".repeat(n / 5))),
        ("nested emphasis", |n| format!("{}a{}", "*a ".repeat(n / 6), " a*".repeat(n / 6))),
        ("quotes, then lazy lines", |n| format!("{}a\n{}", ">".repeat(n / 2), "a\n".repeat(n / 4))),
        ("lists, then empty lines", |n| format!("{}a\n{}", "- ".repeat(n / 4), "\n".repeat(n / 2))),
        ("one wide table", |n| {
            format!("{}\n{}\n{}", "|a".repeat(n / 6), "|-".repeat(n / 6), "|\n".repeat(n / 6))
        }),
        ("many definitions", |n| (0..n / 12).map(|i| format!("[{i}]: /x\n\n[{i}]\n")).collect()),
        ("backticks of every length", |n| {
            (1..)
                .scan(0, |total, i| {
                    *total += i + 1;
                    (*total < n).then(|| format!("{} ", "`".repeat(i)))
                })
                .collect()
        }),
    ];
    for (name, make) in shapes {
        let ratio = ratio(&make);
        if ratio > MOST {
            slow.push((name.to_owned(), ratio));
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}
