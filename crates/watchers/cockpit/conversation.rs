//! How conversations go, besides how fast questions are answered: what became of first posts
//! (SCIENCE.md 3.2), how deep conversations go and whether people answer each other (3.3, 3.4).

use crate::answers::{FEWEST, Month};
use crate::charts::{self, Bar, Line, Point};
use crate::talk::{First, Talk};
use crate::{say, w};
use insight::proportion::{Comparison, compare};
use insight::{Interval, Share};
use language::Result;
use web::Rendered;
use words::Lang;

/// The curve of waiting runs to so many hours.
const LAST_HOUR: i32 = 72;

/// A share in the table of first posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub name: &'static str,
    pub of: String,
    pub range: String,
}

fn share((x, n): (u64, u64)) -> Option<Share> {
    Share::estimate(x, n).ok()
}

fn row(lang: Lang, name: &'static str, pair: (u64, u64)) -> Option<Row> {
    let share = share(pair)?;
    Some(Row {
        name,
        of: say::of(lang, share),
        range: share.range().map_or_else(String::new, |range| say::range(lang, range)),
    })
}

/// The rows about first posts; none when there was none.
pub(crate) fn rows(lang: Lang, found: &First) -> Vec<Row> {
    if found.answered.1 == 0 {
        return Vec::new();
    }
    [
        row(lang, w::first_answered(lang), found.answered),
        row(lang, w::first_again(lang), found.again),
        row(lang, w::first_again_answered(lang), found.again_answered),
        row(lang, w::first_again_unanswered(lang), found.again_unanswered),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What became of first posts, in a sentence.
pub(crate) fn sentence(lang: Lang, found: &First) -> String {
    let (x, n) = found.answered;
    if n == 0 {
        return w::first_none(lang).to_owned();
    }
    let answered = w::first_sentence(lang, n, x);
    let difference = share(found.again_answered)
        .zip(share(found.again_unanswered))
        .and_then(|(answered, not)| compare(answered, not));
    let together = match difference.map(|found| found.comparison) {
        None => return answered,
        Some(Comparison::Higher) => w::first_more(lang),
        Some(Comparison::Lower) => w::first_fewer(lang),
        Some(Comparison::NoneShown) => w::first_same(lang),
    };
    format!("{answered} {together}")
}

/// How long questions wait, as a curve of those that were answered; none below ten.
///
/// # Errors
/// A fault when the template fails.
pub(crate) fn curve(lang: Lang, month: &Month) -> Result<Option<Rendered>> {
    if month.count < FEWEST {
        return Ok(None);
    }
    let waiting = &month.quick.waiting;
    let points: Vec<Point> = (0..=LAST_HOUR)
        .step_by(3)
        .map(|hour| {
            let at = f64::from(hour);
            let step = waiting.step_at(at);
            let known = waiting.at(at).filter(|_| step.is_none_or(|step| !step.thin()));
            let range = step.map_or(Interval { low: 1.0, high: 1.0 }, |step| step.interval);
            Point {
                label: if hour % 24 == 0 {
                    w::after_hours(lang, i64::from(hour))
                } else {
                    String::new()
                },
                value: known.map(|left| (1.0 - left, 1.0 - range.high, 1.0 - range.low)),
            }
        })
        .collect();
    if points.iter().filter(|point| point.value.is_some()).count() < 2 {
        return Ok(None);
    }
    charts::line(&Line {
        title: w::waiting_curve(lang),
        summary: w::waiting_curve_text(lang),
        points: &points,
        mark: None,
        axis: (0.0, 1.0),
        write: &|value| words::percent(lang, value),
    })
    .map(Some)
}

/// How deep conversations went.
pub(crate) fn depths(lang: Lang, talk: &Talk) -> Vec<Bar> {
    let all = talk.threads.max(1) as f64;
    (1..)
        .zip(talk.depths)
        .map(|(steps, count): (usize, u64)| Bar {
            label: w::depth_steps(lang, steps),
            strong: words::number(lang, i64::try_from(count).unwrap_or(i64::MAX)),
            rest: w::of_n_percent(lang, talk.threads, words::percent(lang, count as f64 / all)),
            track: 100.0,
            fill: count as f64 / all * 100.0,
            ..Bar::default()
        })
        .collect()
}

/// Whether people answer each other.
pub(crate) fn mutual(lang: Lang, talk: &Talk) -> Vec<String> {
    if talk.pairs == 0 {
        return Vec::new();
    }
    let mut all = vec![w::mutual_pairs(lang, talk.mutual, talk.pairs)];
    if let Some(returned) = talk.returned {
        all.push(w::mutual_returned(lang, words::percent(lang, returned)));
    }
    if let Some(corrected) = talk.corrected {
        all.push(if corrected > 0.0 {
            w::mutual_above(lang).to_owned()
        } else {
            w::mutual_below(lang).to_owned()
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use language::{Moment, PostId};
    use rollups::FirstPost;
    use words::Lang::{En, Nl};

    const NOW: Moment = Moment(60 * Moment::DAY);

    fn post(days: i64, answered: Option<i64>, again: Option<i64>) -> FirstPost {
        let opened_at = NOW.plus(-days * Moment::DAY);
        let after = |days: Option<i64>| days.map(|d| opened_at.plus(d * Moment::DAY));
        FirstPost {
            thread: PostId(1),
            opened_at,
            first_reply_at: after(answered),
            next_post_at: after(again),
        }
    }

    #[test]
    fn first_posts_are_a_connection_and_no_cause() {
        assert_eq!(
            sentence(Nl, &First::of(&[], NOW).unwrap()),
            "Niemand schreef een eerste bericht."
        );
        // SCIENCE.md 3.2: 14 of 18 against 5 of 12.
        let mut posts: Vec<FirstPost> = (0..14).map(|_| post(40, Some(1), Some(9))).collect();
        posts.extend((0..4).map(|_| post(40, Some(1), None)));
        posts.extend((0..5).map(|_| post(40, None, Some(9))));
        posts.extend((0..7).map(|_| post(40, Some(9), None)));
        posts.push(post(1, None, None));
        let found = First::of(&posts, NOW).unwrap();
        assert_eq!(
            sentence(Nl, &found),
            "18 van de 30 eerste berichten kregen binnen twee dagen antwoord. Wie antwoord kreeg, \
             schreef vaker nog eens; dat hangt samen, het is nog geen oorzaak."
        );
        assert_eq!(
            sentence(En, &found),
            "18 of 30 first posts were answered within two days. Those who were answered wrote \
             again more often; that goes together, it is no cause yet."
        );
        let rows = rows(Nl, &found);
        let of: Vec<&str> = rows.iter().map(|row| row.of.as_str()).collect();
        assert_eq!(of, ["18 van 30", "19 van 30", "14 van 18", "5 van 12"]);
    }

    #[test]
    fn answering_each_other_is_said_of_pairs() {
        let talk = Talk {
            threads: 4,
            depths: [2, 1, 0, 1],
            mutual: 3,
            pairs: 9,
            returned: Some(0.5),
            corrected: Some(0.3),
            people: 8,
            virality: None,
            first: First::default(),
        };
        assert_eq!(
            mutual(Nl, &talk),
            [
                "Van de 9 paren mensen die met elkaar te maken hadden, reageerden er 3 over en weer.",
                "50% van wat mensen gaven, kregen ze van dezelfde mens terug.",
                "Dat is meer dan je bij toeval verwacht: mensen antwoorden wie hen antwoordt.",
            ]
        );
        assert!(mutual(Nl, &Talk::default()).is_empty());
        let bars = depths(En, &talk);
        assert_eq!(bars[0].label, "Only answers to the opener");
        assert_eq!(
            (bars[3].label.as_str(), bars[3].strong.as_str()),
            ("4 steps deep or more", "1")
        );
    }
}
