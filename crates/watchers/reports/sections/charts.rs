//! The pictures of sections, in the shapes of the pages, and the values that they draw.

use super::{Drawn, Named};
use crate::w;
use cockpit::{Part, Ranged};
use documents::{Bar, Cell, Column, Line, Picture, Point, Shape, Table};
use language::Day;
use words::Lang;

pub(super) fn number(lang: Lang, n: u64) -> Cell {
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    Cell::Number(n, words::number(lang, n))
}

pub(super) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

pub(super) fn dash() -> Cell {
    text("–")
}

/// A part of a whole as a share; a dash where there is nobody.
pub(super) fn share(lang: Lang, (x, n): Part) -> Cell {
    if n == 0 {
        return dash();
    }
    let share = x as f64 / n as f64;
    Cell::Share(share, words::percent(lang, share))
}

pub(super) fn percent(lang: Lang, (x, n): Part) -> String {
    if n == 0 { "–".to_owned() } else { words::percent(lang, x as f64 / n as f64) }
}

/// Columns by name; those of numbers are marked.
pub(super) fn columns(names: &[(&str, bool)]) -> Vec<Column> {
    names
        .iter()
        .map(|(name, number)| Column { name: (*name).to_owned(), number: *number })
        .collect()
}

/// A bar of a part of a whole; with its range where figures are compared.
pub(super) fn part_bar(lang: Lang, label: &str, (x, n): Part, attention: bool) -> Bar {
    if n == 0 {
        return Bar {
            label: label.to_owned(),
            rest: w::nothing_yet(lang).to_owned(),
            hatched: true,
            ..Bar::default()
        };
    }
    let fill = x as f64 / n as f64 * 100.0;
    Bar {
        label: label.to_owned(),
        strong: words::number(lang, i64::try_from(x).unwrap_or(i64::MAX)),
        rest: w::of_n_percent(lang, n, percent(lang, (x, n))),
        track: 100.0,
        fill,
        attention: attention && x > 0,
        ..Bar::default()
    }
}

/// What bars say, for who does not see them.
pub(super) fn told(bars: &[Bar]) -> String {
    let all: Vec<String> = bars
        .iter()
        .map(|bar| {
            let value = format!("{} {}", bar.strong, bar.rest);
            format!("{}: {}", bar.label, value.trim())
        })
        .collect();
    all.join("; ")
}

/// Which points of a row get a label: the first, the middle, the last.
fn labelled(at: usize, count: usize) -> bool {
    let last = count.saturating_sub(1);
    at == 0 || at == last || at == last / 2
}

/// A line over weeks.
pub(super) struct Weeks<'a> {
    pub slug: &'static str,
    pub title: String,
    pub says: String,
    /// Whether values are shares, or else counts.
    pub shares: bool,
    pub axis: (f64, f64),
    pub steps: u32,
    pub mark: Option<(f64, &'a str)>,
    pub points: Vec<(String, String, Option<Ranged>)>,
}

impl Weeks<'_> {
    /// Points by the day that ends the week.
    pub fn by_day(
        lang: Lang,
        today: Day,
        values: &[(Day, Option<Ranged>)],
    ) -> Vec<(String, String, Option<Ranged>)> {
        let count = values.len();
        values
            .iter()
            .enumerate()
            .map(|(at, (day, value))| {
                let label = if labelled(at, count) {
                    words::day(lang, day.date(), today.date())
                } else {
                    String::new()
                };
                (label, day.date().to_string(), *value)
            })
            .collect()
    }

    pub fn draw(self, lang: Lang, first_column: &str, value_column: &str) -> Drawn {
        let shares = self.shares;
        let write = |value: f64| {
            if shares { words::percent(lang, value) } else { words::decimal(lang, value, 0) }
        };
        let cell = |value: f64| {
            if shares {
                Cell::Share(value, write(value))
            } else {
                Cell::Number(value.round() as i64, write(value))
            }
        };
        let (low, high) = self.axis;
        let grid = (0..=self.steps)
            .map(|step| low + (high - low) * f64::from(step) / f64::from(self.steps))
            .map(|value| (value, write(value)))
            .collect();
        let end = self.points.iter().rev().find_map(|(.., value)| value.map(|v| write(v.0)));
        let rows = self
            .points
            .iter()
            .map(|(_, name, value)| {
                let mut row = vec![text(name.clone())];
                row.extend(match value {
                    Some((value, low, high)) => [cell(*value), cell(*low), cell(*high)],
                    None => [dash(), dash(), dash()],
                });
                row
            })
            .collect();
        let names = [
            (first_column, false),
            (value_column, true),
            (w::column_low(lang), true),
            (w::column_high(lang), true),
        ];
        let points =
            self.points.into_iter().map(|(label, _, value)| Point { label, value }).collect();
        let shape = Shape::Line(Line {
            points,
            axis: self.axis,
            grid,
            mark: self.mark.map(|(value, name)| (value, name.to_owned())),
            end: end.unwrap_or_default(),
        });
        let values = Named {
            slug: self.slug,
            title: self.title.clone(),
            table: Table { columns: columns(&names), rows },
        };
        Drawn { title: self.title, picture: Picture { says: self.says, shape }, values }
    }
}
