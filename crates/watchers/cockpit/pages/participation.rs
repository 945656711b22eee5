//! Who reads, who joins in, who makes (SCIENCE.md 1.2), and on how few we lean (3.6).

use crate::answers::TREND_WEEKS;
use crate::charts::{self, Bar, Line, Point};
use crate::permits::MayManage;
use crate::store::Branch;
use crate::tiers::{self, MEASURES, OTHERS};
use crate::{csv, say, store, w};
use askama::Template;
use insight::concentration::{Contribution, concentration, top_share};
use insight::proportion::{Comparison, compare};
use insight::{Interval, Share};
use jiff::civil::Date;
use language::{Day, Result};
use rollups::{Contributor, Reach, Window, closed_week_end};
use web::{Place, Rendered, Reply, Request};
use words::Lang;

/// One tier in two months.
struct Tier {
    name: &'static str,
    now: String,
    range: String,
    before: String,
    words: &'static str,
}

#[derive(Template)]
#[template(path = "templates/participation.html")]
struct Page {
    lang: Lang,
    finding: String,
    past: String,
    period: String,
    too_few: bool,
    floor: u64,
    bars: Rendered,
    tiers: Vec<Tier>,
    came: Rendered,
    came_text: String,
    took_part: Rendered,
    took_part_text: String,
    lean: Vec<String>,
    departments: Vec<Department>,
    departments_text: &'static str,
    week: String,
}

/// A department in the table: what its people did, of those who came by, and over time.
pub(crate) struct Department {
    pub name: String,
    pub came: String,
    pub cells: Vec<String>,
    /// Who joined in, at the beginning of the weeks that are shown and now.
    pub before: String,
    pub now: String,
    /// The same as a small line; empty below two weeks.
    pub spark: Vec<String>,
}

fn whole(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

fn estimate(part: i64, all: i64) -> Option<Share> {
    Share::estimate(whole(part).min(whole(all)), whole(all)).ok()
}

pub(super) fn show(request: &Request) -> Result<Reply> {
    MayManage::of(request.visitor()?)?;
    let community = request.community()?;
    let floor = super::floor(&community);
    let (lang, real) = (request.lang, request.now.day(&request.zone));
    let standing = super::standing(request)?;
    let today = standing.day;
    let month = Window::month_to(today);
    let last = closed_week_end(today);
    let (now, front, contributors, tree, shown) = request.house.database.snapshot(|conn| {
        Ok((
            rollups::reach_at(conn, month, standing.present)?,
            rollups::front(conn, today, TREND_WEEKS, standing.present)?,
            // Days that are over, because those are kept ready.
            rollups::contributors(conn, Window::month_to(today.plus(-1)))?,
            store::tree(conn)?,
            store::shown_of(conn, &MEASURES, last.plus(-7 * (tiers::BACK - 1)), last)?,
        ))
    })?;
    let rollups::Front { days, weeks, before: then } = front;
    let came: Vec<(Day, i64)> = days
        .iter()
        .filter(|one| (last.0 - one.day.0) % 7 == 0 && one.day <= last)
        .map(|one| (one.day, one.month))
        .collect();
    let took_part: Vec<(Day, i64)> = weeks
        .iter()
        .map(|week| {
            let people = week.contributors.iter().filter(|share| share.by_member > 0).count();
            (week.end, i64::try_from(people).unwrap_or(0))
        })
        .collect();
    let (came, came_text) = trend(lang, w::came_by(lang), &came, now.eligible, real.date())?;
    let (took_part, took_part_text) =
        trend(lang, w::took_part(lang), &took_part, now.eligible, real.date())?;
    let departments = departments(lang, &tiers::lines(&shown), &tree);
    // Of so few people every figure is about somebody.
    let too_few = floor.too_few(whole(now.eligible));
    let body = Page {
        lang,
        finding: if too_few {
            w::too_few_people(lang).to_owned()
        } else {
            finding(lang, &now, &then)
        },
        past: super::past(lang, &standing, real),
        period: words::period(lang, month.from.date(), month.to.date(), real.date()),
        too_few,
        floor: floor.get(),
        bars: charts::bars("bars bars--large bars--wide", &bars(lang, &now))?,
        tiers: tiers(lang, &now, &then),
        came,
        came_text,
        took_part,
        took_part_text,
        lean: lean(lang, &contributors),
        departments_text: departments_note(lang, &departments),
        departments,
        week: words::day(lang, last.date(), real.date()),
    };
    request.page(w::who_takes_part(lang), Place::Cockpit, &body)
}

/// The departments that may be shown, with what their people did.
pub(crate) fn departments(lang: Lang, lines: &[tiers::Line], tree: &[Branch]) -> Vec<Department> {
    let percent = |part: u64, all: u64| words::percent(lang, part as f64 / all.max(1) as f64);
    let joined = |row: &tiers::Row| row.did[0] + row.did[1];
    lines
        .iter()
        .map(|line| {
            let name = match line.id {
                OTHERS => w::other_departments_together(lang).to_owned(),
                id => tree
                    .iter()
                    .find(|(known, ..)| *known == id)
                    .map_or_else(|| w::no_department(lang).to_owned(), |(.., name)| name.clone()),
            };
            let came = line.now.came();
            let first = line.weeks.first().filter(|_| line.weeks.len() > 1);
            Department {
                name,
                came: words::number(lang, i64::try_from(came).unwrap_or(i64::MAX)),
                cells: line.now.did.iter().map(|did| percent(*did, came)).collect(),
                before: first.map_or_else(
                    || "–".to_owned(),
                    |(_, row)| percent(joined(&row.value), row.value.came()),
                ),
                now: percent(joined(&line.now), came),
                spark: sparks(line),
            }
        })
        .collect()
}

/// Who joined in, week by week: a line for each definition.
fn sparks(line: &tiers::Line) -> Vec<String> {
    line.weeks
        .chunk_by(|(_, one), (_, other)| one.version == other.version)
        .map(|weeks| {
            let shares: Vec<f64> = weeks
                .iter()
                .map(|(_, row)| {
                    let row = row.value;
                    (row.did[0] + row.did[1]) as f64 / row.came().max(1) as f64
                })
                .collect();
            charts::spark(&shares)
        })
        .filter(|path| !path.is_empty())
        .collect()
}

/// What stands below the table.
fn departments_note(lang: Lang, departments: &[Department]) -> &'static str {
    if departments.is_empty() {
        w::tiers_departments_none(lang)
    } else {
        w::tiers_departments_note(lang)
    }
}

pub(super) fn csv(request: &Request) -> Result<Reply> {
    MayManage::of(request.visitor()?)?;
    let lang = request.lang;
    let standing = super::standing(request)?;
    let last = closed_week_end(standing.day);
    let (now, then, tree, shown) = request.house.database.snapshot(|conn| {
        Ok((
            rollups::reach(conn, Window::month_to(standing.day))?,
            rollups::reach(conn, Window::month_to(standing.day.plus(-28)))?,
            store::tree(conn)?,
            store::shown_of(conn, &MEASURES, last.plus(-7 * (tiers::BACK - 1)), last)?,
        ))
    })?;
    let floor = super::floor(&*request.community()?);
    let heading = [
        w::column_department(lang),
        w::column_tier(lang),
        w::column_now(lang),
        w::column_then(lang),
    ];
    let mut lines = vec![heading.map(str::to_owned).to_vec()];
    if !floor.too_few(whole(now.eligible)) {
        lines.extend(tiers(lang, &now, &then).into_iter().map(|tier| {
            vec![w::everybody(lang).to_owned(), tier.name.to_owned(), tier.now, tier.before]
        }));
    }
    let names = [w::tier_creators(lang), w::tier_contributors(lang), w::tier_readers(lang)];
    for one in departments(lang, &tiers::lines(&shown), &tree) {
        lines.extend(
            names.iter().zip(one.cells).map(|(name, cell)| {
                vec![one.name.clone(), (*name).to_owned(), cell, String::new()]
            }),
        );
    }
    Ok(Reply::File {
        media_type: "text/csv; charset=utf-8",
        bytes: csv::file(&lines),
        save_as: Some(format!("{}-{}.csv", w::participation_file(lang), last.date())),
    })
}

/// What changed in who takes part.
pub(crate) fn finding(lang: Lang, now: &Reach, then: &Reach) -> String {
    let doing = |reach: &Reach| reach.creators + reach.contributors;
    let (current, before) = (doing(now), doing(then));
    let found = estimate(current, now.eligible)
        .zip(estimate(before, now.eligible))
        .and_then(|(a, b)| compare(a, b));
    match found.map(|difference| difference.comparison) {
        None => w::part_nobody(lang).to_owned(),
        _ if current == 0 && before == 0 => w::part_nobody(lang).to_owned(),
        Some(Comparison::Higher) => w::part_more(lang, current - before),
        Some(Comparison::Lower) => w::part_fewer(lang, before - current),
        Some(Comparison::NoneShown) => w::part_same(lang, current, now.eligible),
    }
}

/// The names and counts of the four tiers.
fn counts(lang: Lang, reach: &Reach) -> [(&'static str, i64); 4] {
    [
        (w::tier_creators(lang), reach.creators),
        (w::tier_contributors(lang), reach.contributors),
        (w::tier_readers(lang), reach.readers),
        (w::tier_absent(lang), reach.absent()),
    ]
}

fn bars(lang: Lang, reach: &Reach) -> Vec<Bar> {
    let all = reach.eligible.max(1) as f64;
    counts(lang, reach)
        .into_iter()
        .map(|(name, part)| Bar {
            label: name.to_owned(),
            strong: words::number(lang, part),
            rest: w::of_n_percent(lang, reach.eligible, words::percent(lang, part as f64 / all)),
            track: 100.0,
            fill: part as f64 / all * 100.0,
            ..Bar::default()
        })
        .collect()
}

fn tiers(lang: Lang, now: &Reach, then: &Reach) -> Vec<Tier> {
    let rows: Vec<(&'static str, Option<Share>, Option<Share>)> = counts(lang, now)
        .into_iter()
        .zip(counts(lang, then))
        .map(|((name, part), (_, before))| {
            (name, estimate(part, now.eligible), estimate(before, then.eligible))
        })
        .collect();
    let pairs: Vec<Option<(Share, Share)>> =
        rows.iter().map(|(_, now, before)| now.zip(*before)).collect();
    let dash = || "–".to_owned();
    rows.iter()
        .zip(say::family(&pairs))
        .map(|((name, now, before), found)| Tier {
            name,
            now: now.map_or_else(dash, |share| say::of(lang, share)),
            range: now.and_then(Share::range).map_or_else(String::new, |r| say::range(lang, r)),
            before: before.map_or_else(dash, |share| say::of(lang, share)),
            words: say::direction(lang, found).1,
        })
        .collect()
}

/// People per week, each over 28 days, of those who may take part now; with Wilson's
/// range, because weeks are compared.
fn trend(
    lang: Lang,
    title: &str,
    weeks: &[(Day, i64)],
    people: i64,
    today: Date,
) -> Result<(Rendered, String)> {
    let all = people.max(weeks.iter().map(|(_, n)| *n).max().unwrap_or(0)).max(1);
    let last = weeks.len().saturating_sub(1);
    let points: Vec<Point> = weeks
        .iter()
        .enumerate()
        .map(|(at, (end, count))| {
            let range = estimate(*count, all)
                .and_then(Share::range)
                .unwrap_or(Interval { low: 0.0, high: 0.0 })
                .times(all as f64);
            Point {
                label: if at == 0 || at == last || at == last / 2 {
                    words::day(lang, end.date(), today)
                } else {
                    String::new()
                },
                value: Some((*count as f64, range.low, range.high)),
            }
        })
        .collect();
    let first = weeks.first().map_or(0, |(_, n)| *n);
    let now = weeks.last().map_or(0, |(_, n)| *n);
    let text = w::from_to(lang, first, now);
    let most = points.iter().filter_map(|p| p.value).map(|v| v.2).fold(0.0, f64::max);
    let chart = charts::line(&Line {
        title,
        summary: &text,
        points: &points,
        mark: None,
        axis: (0.0, charts::roof(most)),
        write: &|value| words::decimal(lang, value, 0),
    })?;
    Ok((chart, text))
}

/// On how few people the contributions of members rest. Counts, never names.
pub(crate) fn lean(lang: Lang, contributors: &[Contributor]) -> Vec<String> {
    let made: Vec<Contribution> = (0..)
        .zip(contributors.iter().filter(|one| !one.staff))
        .map(|(member, one)| Contribution { member, count: whole(one.counts.contributions()) })
        .collect();
    let Some(found) = concentration(&made) else { return vec![w::lean_nobody(lang).to_owned()] };
    let mut all = vec![w::lean_half(lang, found.bus_factor_50, found.contributions, found.people)];
    if let Some(spread) = found.spread {
        let alike = words::decimal(lang, spread.effective_entropy, 0);
        all.push(w::lean_alike(lang, alike));
    }
    let tops = [(0.01, w::top_hundredth(lang)), (0.10, w::top_tenth(lang))];
    for (part, name) in tops.into_iter().filter(|_| found.spread.is_some()) {
        if let Some(top) = top_share(&made, part)
            && let Some(share) = top.made.value()
        {
            all.push(w::top_made(lang, top.members, name, words::percent(lang, share)));
        }
    }
    all
}
