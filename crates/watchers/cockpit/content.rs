//! What resonates, which words rise, where the calendar has a gap, and whether there is a
//! best time to post (SCIENCE.md 9.1 to 9.4).

use crate::metrics::CONTENT;
use crate::store::{self, Item, Said, Tagged};
use crate::vocabulary::{Periods, Vocabulary};
use database::{Conn, Database};
use insight::GroupMinimum;
use insight::burst::{Period, USUAL_RATIO, USUAL_RELUCTANCE, bursts};
use insight::calendar_gap;
use insight::dormancy::{History, Rhythm, fit_rhythm};
use insight::proportion::Share;
use insight::resonance::{self, FEWEST_ITEMS};
use insight::terms::{FEWEST_AUTHORS, Sizes, Term, Use, rises, tally};
use insight::timing::{self, Posted};
use jiff::tz::TimeZone;
use language::{Day, Failure, Result};
use rollups::{DayFigures, Window};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Posts of so many days are compared, each over the week after it.
pub(crate) const DAYS: i32 = 91;
/// Words are looked at over so many weeks.
pub(crate) const WEEKS: usize = 26;
/// This week's words are compared with so many weeks before it.
pub(crate) const BEFORE: i32 = 8;
/// At most so many posts and messages: enough to know, and a night is long enough.
const MOST_ITEMS: i64 = 20_000;
const MOST_SAID: i64 = 60_000;
/// So many are listed.
const LISTED: usize = 10;
/// A topic with fewer posts has no rhythm of its own.
const FEWEST_POSTS: usize = 4;
/// Topics are looked back for so many days.
const TOPIC_DAYS: i32 = 364;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Content {
    /// How many posts were compared.
    pub posts: u64,
    /// The share that usually reacts: of all posts together.
    pub usual: f64,
    /// What resonated most, first first.
    pub top: Vec<Top>,
    /// The best time, if there is one.
    pub best: Best,
    /// Words that rise, clearest first.
    pub rising: Vec<Rising>,
    /// How many words at least five people used this week.
    pub compared: u64,
    /// Messages that were read.
    pub messages: u64,
    /// Topics that have been silent too long, longest first.
    pub gaps: Vec<Gap>,
    /// Topics with a rhythm of their own.
    pub topics: u64,
}

/// A post.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Top {
    pub post: i64,
    pub question: bool,
    /// Members who reacted or answered within a week.
    pub reactors: u64,
    /// Members who came by in that week.
    pub came: u64,
    /// The share, drawn towards what is usual for its kind, with its 95% range.
    pub share: f64,
    pub low: f64,
    pub high: f64,
    /// Whether it is above what is usual for its kind with 95% certainty.
    pub above: bool,
}

/// What may be said of the best time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Best {
    /// Weekday × 24 + hour, Monday is 0.
    pub slot: Option<u32>,
    /// Hours of the week at which something was posted.
    pub tried: u64,
    /// The probability that was needed, and the highest that was found.
    pub needed: f64,
    pub nearest: f64,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rising {
    pub word: String,
    /// People who used it this week.
    pub people: u64,
    /// Uses this week and in the weeks before: once per person and day.
    pub now: u64,
    pub before: u64,
    pub z: f64,
    /// For how many weeks it has been busy, up to now; 0 for a single week.
    pub weeks: u64,
}

/// A topic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Gap {
    pub name: String,
    /// Days since the last post.
    pub silent: u64,
    /// Days between posts, on average.
    pub usual: f64,
    pub posts: u64,
    /// The chance of such a silence by its own rhythm.
    pub chance: f64,
}

/// What is needed to find it.
pub(crate) struct Read {
    items: Vec<Item>,
    days: Vec<DayFigures>,
    said: Vec<Said>,
    names: Vec<String>,
    tagged: Vec<Tagged>,
}

/// Reads all that is needed for what is known at the end of a day.
pub(crate) fn read(conn: &mut Conn, end: Day, zone: &TimeZone) -> Result<Read> {
    // Posts need a week after them.
    let last = end.plus(-6);
    let from = last.plus(1 - DAYS);
    let until = end.plus(1).start(zone);
    let weeks = i32::try_from(WEEKS).unwrap_or(26);
    Ok(Read {
        items: store::items(conn, from.start(zone), last.plus(1).start(zone), MOST_ITEMS)?,
        days: rollups::days(conn, Window { from: from.plus(6), to: end })?,
        said: store::said(conn, end.plus(1 - 7 * weeks).start(zone), until, MOST_SAID)?,
        names: store::names(conn)?,
        tagged: store::tagged(conn, end.plus(1 - TOPIC_DAYS).start(zone), until)?,
    })
}

/// Works out what there is to find.
///
/// # Errors
/// A fault when counts make no sense.
pub(crate) fn find(read: &Read, end: Day, zone: &TimeZone, floor: GroupMinimum) -> Result<Content> {
    let mut content = Content::default();
    resonating(&mut content, read, zone)?;
    rising(&mut content, &read.said, &Vocabulary::new(&read.names), end, zone, floor)?;
    gaps(&mut content, &read.tagged, end, zone);
    Ok(content)
}

/// Reactors of those who came by in the week after a post. The program does not note who had
/// it in view, so everybody who came by stands for them.
fn share(item: &Item, days: &[DayFigures], zone: &TimeZone) -> Option<Share> {
    let end = item.at.day(zone).plus(6);
    let came = days.iter().find(|one| one.day == end)?.week - i64::from(item.by_member);
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    Share::estimate(whole(item.reactors.min(came)), whole(came)).ok().filter(|s| s.n() > 0)
}

fn resonating(content: &mut Content, read: &Read, zone: &TimeZone) -> Result<()> {
    let seen: Vec<(&Item, Share)> =
        read.items.iter().filter_map(|item| Some((item, share(item, &read.days, zone)?))).collect();
    content.posts = seen.len() as u64;
    let (x, n) = seen.iter().fold((0, 0), |(x, n), (_, s)| (x + s.x(), n + s.n()));
    content.usual = x as f64 / n.max(1) as f64;
    let mut ranked: Vec<(f64, Top)> = Vec::new();
    for question in [false, true] {
        let kind: Vec<&(&Item, Share)> =
            seen.iter().filter(|(item, _)| item.question == question).collect();
        let shares: Vec<Share> = kind.iter().map(|(_, share)| *share).collect();
        let prior = resonance::prior(&shares);
        ranked.extend(resonance::rank(&shares, prior).into_iter().take(LISTED).map(|one| {
            let (item, share) = kind[one.item];
            let top = Top {
                post: item.id,
                question,
                reactors: share.x(),
                came: share.n(),
                share: one.shrunk.value,
                low: one.shrunk.interval.low,
                high: one.shrunk.interval.high,
                above: shares.len() >= FEWEST_ITEMS && one.quantile > prior.mean(),
            };
            (one.quantile, top)
        }));
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    content.top = ranked.into_iter().take(LISTED).map(|(_, top)| top).collect();
    content.best = best(&seen, zone);
    Ok(())
}

fn best(seen: &[(&Item, Share)], zone: &TimeZone) -> Best {
    let posted: Vec<Posted> = seen
        .iter()
        .filter_map(|(item, share)| {
            let local = item.at.timestamp().to_zoned(zone.clone());
            let weekday = u32::try_from(local.weekday().to_monday_zero_offset()).ok()?;
            let slot = weekday * 24 + u32::try_from(local.hour()).ok()?;
            Some(Posted { author: item.author.unsigned_abs(), slot, share: *share })
        })
        .collect();
    if posted.is_empty() {
        return Best::default();
    }
    let shares: Vec<Share> = posted.iter().map(|one| one.share).collect();
    let found = timing::best_time(&posted, resonance::prior(&shares));
    Best {
        slot: found.claim,
        tried: found.slots.len() as u64,
        needed: found.needed,
        nearest: found.slots.iter().map(|slot| slot.better).fold(0.0, f64::max),
    }
}

fn rising(
    content: &mut Content,
    said: &[Said],
    vocabulary: &Vocabulary,
    end: Day,
    zone: &TimeZone,
    floor: GroupMinimum,
) -> Result<()> {
    let mut periods = Periods::new(WEEKS);
    let mut uses: Vec<(String, u64, i64)> = Vec::new();
    for one in said {
        let day = one.at.day(zone);
        let Ok(back) = usize::try_from((end.0 - day.0) / 7) else { continue };
        let words = vocabulary.words(&one.text);
        if let Some(period) = (WEEKS - 1).checked_sub(back) {
            periods.add(period, &words);
        }
        let author = one.author.unsigned_abs();
        uses.extend(words.into_iter().map(|word| (word, author, i64::from(day.0))));
    }
    content.messages = periods.messages();
    let of = |from: i32, to: i32| -> BTreeMap<&str, insight::terms::Tally> {
        let within: Vec<Use<'_>> = uses
            .iter()
            .filter(|(_, _, day)| (i64::from(from)..=i64::from(to)).contains(day))
            .map(|(term, author, day)| Use { term, author: *author, day: *day })
            .collect();
        tally(&within)
    };
    let (now, before) = (of(end.0 - 6, end.0), of(end.0 - 6 - 7 * BEFORE, end.0 - 7));
    let background = of(i32::MIN, end.0);
    let sum = |all: &BTreeMap<&str, insight::terms::Tally>| all.values().map(|t| t.count).sum();
    let sizes = Sizes { now: sum(&now), before: sum(&before), background: sum(&background) };
    let least = FEWEST_AUTHORS.max(floor.get());
    let words: Vec<(&str, Term)> = now
        .iter()
        .filter(|(_, tally)| tally.authors >= least)
        .map(|(word, tally)| {
            let count = |of: &BTreeMap<&str, insight::terms::Tally>| {
                of.get(word).map_or(0, |tally| tally.count)
            };
            let (before, background) = (count(&before), count(&background));
            let term = Term { now: tally.count, before, background, authors: tally.authors };
            (*word, term)
        })
        .collect();
    content.compared = words.len() as u64;
    // A first week has nothing before it.
    if sizes.before == 0 {
        return Ok(());
    }
    let terms: Vec<Term> = words.iter().map(|(_, term)| *term).collect();
    let mut found: Vec<Rising> = Vec::new();
    for rise in rises(&terms, sizes).into_iter().filter(|rise| rise.shown) {
        let (word, term) = words[rise.term];
        found.push(Rising {
            word: word.to_owned(),
            people: term.authors,
            now: term.now,
            before: term.before,
            z: rise.z,
            weeks: busy(&periods, word)?,
        });
    }
    found.sort_by(|a, b| b.z.total_cmp(&a.z).then_with(|| a.word.cmp(&b.word)));
    found.truncate(LISTED);
    content.rising = found;
    Ok(())
}

/// For how many weeks up to now a word has been busy.
fn busy(periods: &Periods, word: &str) -> Result<u64> {
    let weeks: Vec<Period> = periods
        .of(word)
        .into_iter()
        .skip_while(|(_, all)| *all == 0)
        .map(|(relevant, all)| Period { relevant, all })
        .collect();
    let last = weeks.len().saturating_sub(1);
    let found = bursts(&weeks, USUAL_RATIO, USUAL_RELUCTANCE)
        .map_err(|e| Failure::fault("look for bursts", e))?;
    Ok(found
        .and_then(|found| found.bursts.last().copied())
        .filter(|burst| burst.last == last)
        .map_or(0, |burst| (burst.last - burst.first + 1) as u64))
}

fn gaps(content: &mut Content, tagged: &[Tagged], end: Day, zone: &TimeZone) {
    let histories: Vec<(&str, usize, History)> = tagged
        .chunk_by(|a, b| a.topic == b.topic)
        .filter_map(|posts| {
            let (first, last) = (posts.first()?, posts.last()?);
            let (from, to) = (first.at.day(zone).0, last.at.day(zone).0);
            let history = History {
                returns: u32::try_from(posts.len() - 1).ok()?,
                span: f64::from(to - from),
                silence: f64::from((end.0 - to).max(0)),
            };
            Some((first.name.as_str(), posts.len(), history))
        })
        .filter(|(_, posts, _)| *posts >= FEWEST_POSTS)
        .collect();
    content.topics = histories.len() as u64;
    let all: Vec<History> = histories.iter().map(|(.., history)| *history).collect();
    let usual = fit_rhythm(&all).unwrap_or(Rhythm::USUAL);
    let mut found: Vec<Gap> = histories
        .into_iter()
        .filter_map(|(name, posts, history)| {
            let (chance, gap) = calendar_gap::theme(usual, history);
            gap.then(|| Gap {
                name: name.to_owned(),
                silent: history.silence as u64,
                usual: history.span / f64::from(history.returns.max(1)),
                posts: posts as u64,
                chance,
            })
        })
        .collect();
    found.sort_by(|a, b| b.silent.cmp(&a.silent).then_with(|| a.name.cmp(&b.name)));
    found.truncate(LISTED);
    content.gaps = found;
}

/// Works out yesterday's content, once; `today` is where figures look back from.
///
/// # Errors
/// A fault of the database.
pub(crate) fn keep(database: &Database, today: Day, floor: GroupMinimum) -> Result<()> {
    let end = today.plus(-1);
    let zone = database.zone();
    let found = database.snapshot(|conn| {
        if store::is_fresh(conn, CONTENT, end)? || rollups::beginning(conn)?.is_none() {
            return Ok(None);
        }
        read(conn, end, &zone).map(Some)
    })?;
    let Some(read) = found else { return Ok(()) };
    let content = find(&read, end, &zone, floor)?;
    database.write(|tx| {
        store::keep_insight(tx, CONTENT, end, &content)?;
        store::forget_insights(tx, CONTENT, end.plus(-7))
    })
}

/// The hour of the week of a slot: weekday (Monday is 0) and hour.
pub(crate) fn slot(slot: u32) -> (u32, u32) {
    (slot / 24, slot % 24)
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::Moment;

    const END: Day = Day(20_740);

    fn at(day: i32, hour: i64) -> Moment {
        Moment(i64::from(day) * Moment::DAY + hour * Moment::HOUR)
    }

    fn read_of(items: Vec<Item>, said: Vec<Said>, tagged: Vec<Tagged>) -> Read {
        let days = (END.0 - 120..=END.0)
            .map(|day| DayFigures {
                day: Day(day),
                active: 40,
                week: 100,
                month: 120,
                counts: rollups::Counts::default(),
            })
            .collect();
        Read { items, days, said, names: vec!["Anna Rooster".to_owned()], tagged }
    }

    fn item(id: i64, reactors: i64) -> Item {
        Item {
            id,
            question: id % 2 == 0,
            at: at(END.0 - 10 - i32::try_from(id).unwrap(), 9),
            author: id,
            by_member: true,
            reactors,
        }
    }

    #[test]
    fn what_resonates_is_ranked_on_what_is_certain() {
        let mut items: Vec<Item> = (1..=60).map(|id| item(id, 3 + id % 3)).collect();
        items[10].reactors = 40;
        // More reactors than people who came is a matter of time zones, not of nonsense.
        items[20].reactors = 900;
        let content =
            find(&read_of(items, vec![], vec![]), END, &TimeZone::UTC, GroupMinimum::FIVE).unwrap();
        assert_eq!(content.posts, 60);
        assert_eq!((content.top[0].post, content.top[0].came), (21, 99));
        assert_eq!((content.top[1].post, content.top[1].reactors), (11, 40));
        assert!(content.top[1].above && content.top[1].low < content.top[1].share);
        assert!(!content.top[9].above, "{:?}", content.top[9]);
        assert_eq!(content.best.slot, None);
        assert!(content.best.tried > 3 && content.best.needed > 0.95);
    }

    #[test]
    fn a_word_rises_when_many_use_it_and_names_never_do() {
        let mut said = Vec::new();
        for day in 0..180 {
            for author in 0..6 {
                said.push(Said {
                    author,
                    at: at(END.0 - day, 10),
                    text: format!("gewone dingen over fietsen nummer{author} plan{day}"),
                });
            }
        }
        for author in 0..9 {
            for day in 0..5 {
                said.push(Said {
                    author: 100 + author,
                    at: at(END.0 - day, 11),
                    text: "verhuizing en rooster".to_owned(),
                });
            }
        }
        // One person alone makes no trend.
        for day in 0..7 {
            said.push(Said { author: 1, at: at(END.0 - day, 12), text: "kaartclub".to_owned() });
        }
        let content =
            find(&read_of(vec![], said, vec![]), END, &TimeZone::UTC, GroupMinimum::FIVE).unwrap();
        let words: Vec<&str> = content.rising.iter().map(|one| one.word.as_str()).collect();
        assert_eq!(words, ["verhuizing"], "{:?}", content.rising);
        let found = &content.rising[0];
        assert_eq!((found.people, found.now, found.before, found.weeks), (9, 45, 0, 1));
        let high = GroupMinimum::new(10).unwrap();
        let again = rising_with(high);
        assert!(again.is_empty(), "the floor goes before the definition");
    }

    fn rising_with(floor: GroupMinimum) -> Vec<Rising> {
        let mut said: Vec<Said> = (0..60)
            .map(|day| Said { author: 1, at: at(END.0 - day, 9), text: "fietsen".to_owned() })
            .collect();
        said.extend((0..9).flat_map(|author| {
            (0..5).map(move |day| Said {
                author,
                at: at(END.0 - day, 9),
                text: "verhuizing".to_owned(),
            })
        }));
        find(&read_of(vec![], said, vec![]), END, &TimeZone::UTC, floor).unwrap().rising
    }

    #[test]
    fn a_topic_is_missed_by_its_own_rhythm() {
        let tagged = |topic, name: &str, days: &[i32]| -> Vec<Tagged> {
            days.iter()
                .map(|back| Tagged { topic, name: name.to_owned(), at: at(END.0 - back, 9) })
                .collect()
        };
        let weekly: Vec<i32> = (0..30).rev().map(|week| 70 + week * 7).collect();
        let mut all = tagged(1, "vrijdag", &weekly);
        all.extend(tagged(2, "kwartaal", &[350, 260, 170, 80]));
        all.extend(tagged(3, "eens", &[300]));
        let content =
            find(&read_of(vec![], vec![], all), END, &TimeZone::UTC, GroupMinimum::FIVE).unwrap();
        let names: Vec<&str> = content.gaps.iter().map(|gap| gap.name.as_str()).collect();
        assert_eq!((names, content.topics), (vec!["vrijdag"], 2));
        assert_eq!((content.gaps[0].silent, content.gaps[0].posts), (70, 30));
        assert!((content.gaps[0].usual - 7.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        let content =
            find(&read_of(vec![], vec![], vec![]), END, &TimeZone::UTC, GroupMinimum::FIVE);
        assert_eq!(content.unwrap(), Content::default());
        assert_eq!(slot(24 + 9), (1, 9));
    }
}
