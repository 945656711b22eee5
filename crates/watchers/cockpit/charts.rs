//! The pictures that the pages share: bars with ranges, lines with a band, small
//! trends. SVG by attributes alone, and always the same figures in words beside it.

use askama::Template;
use language::Result;
use web::Rendered;

/// One bar of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// The figure in bold.
    pub strong: String,
    /// What stands behind it: "of 78".
    pub rest: String,
    /// A line below it.
    pub note: String,
    /// How long the track is, 0 to 100.
    pub track: f64,
    /// How long the fill is, 0 to 100.
    pub fill: f64,
    /// Where the range begins and ends, 0 to 100; only where a figure generalises.
    pub range: Option<(f64, f64)>,
    /// Deserves attention.
    pub attention: bool,
    /// Rests on little.
    pub quiet: bool,
    /// Not known or not to be shown: hatched.
    pub hatched: bool,
}

#[derive(Template)]
#[template(path = "templates/bars.html")]
struct Bars<'a> {
    class: &'a str,
    bars: &'a [Bar],
}

/// A list of bars; `class` is that of the list.
///
/// # Errors
/// A fault when the template fails.
pub fn bars(class: &str, bars: &[Bar]) -> Result<Rendered> {
    Rendered::of(&Bars { class, bars })
}

/// A number as SVG takes it.
fn place(number: f64) -> String {
    format!("{number:.1}")
}

/// The path of a small trend, 100 by 34 units; empty below two points.
pub(crate) fn spark(values: &[f64]) -> String {
    let (low, high) = ends(values.iter().copied());
    if values.len() < 2 {
        return String::new();
    }
    let last = (values.len() - 1) as f64;
    let span = if high > low { high - low } else { 1.0 };
    values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            let (x, y) = (at as f64 / last * 100.0, 30.0 - (value - low) / span * 26.0);
            format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, place(x), place(y))
        })
        .collect()
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
}

/// One point of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What stands below it, when it does.
    pub label: String,
    /// Its value and range; none leaves a hole.
    pub value: Option<(f64, f64, f64)>,
}

/// A line with its band.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    /// What it is of, for who cannot see it.
    pub title: &'a str,
    /// What it says, in a sentence.
    pub summary: &'a str,
    /// The points, oldest first.
    pub points: &'a [Point],
    /// A value that is drawn as a line across, with its name.
    pub mark: Option<(f64, &'a str)>,
    /// The lowest and highest value of the axis.
    pub axis: (f64, f64),
    /// How a value is written.
    pub write: &'a dyn Fn(f64) -> String,
}

struct Text {
    x: String,
    y: String,
    anchor: &'static str,
    text: String,
}

#[derive(Template)]
#[template(path = "templates/line.html")]
struct Drawn<'a> {
    title: &'a str,
    summary: &'a str,
    grid: Vec<(String, Text)>,
    mark: Option<(String, Text)>,
    bands: Vec<String>,
    lines: Vec<String>,
    end: Option<(String, String, Text)>,
    below: Vec<Text>,
}

/// Where the plot begins and ends, in the chart's units (400 wide, 176 high).
const LEFT: f64 = 34.0;
const RIGHT: f64 = 352.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 150.0;

/// Draws a line with its band.
///
/// # Errors
/// A fault when the template fails.
pub fn line(chart: &Line<'_>) -> Result<Rendered> {
    let (low, high) = chart.axis;
    let span = if high > low { high - low } else { 1.0 };
    let y = |value: f64| BOTTOM - (value.clamp(low, high) - low) / span * (BOTTOM - TOP);
    let last = chart.points.len().saturating_sub(1).max(1) as f64;
    let x = |at: usize| LEFT + at as f64 / last * (RIGHT - LEFT);
    let text = |x: f64, y: f64, anchor, text| Text { x: place(x), y: place(y), anchor, text };
    // Shares go by quarters; the roofs of counts are made for thirds.
    let steps = if span <= 1.0 { 4 } else { 3 };
    let grid = (0..=steps)
        .map(|step| low + span * f64::from(step) / f64::from(steps))
        .map(|value| (place(y(value)), text(0.0, y(value) + 3.0, "start", (chart.write)(value))))
        .collect();
    let mark = chart.mark.map(|(value, name)| {
        (place(y(value)), text(RIGHT, y(value) + 12.0, "end", name.to_owned()))
    });
    let (mut bands, mut lines) = (Vec::new(), Vec::new());
    for run in runs(chart.points) {
        let path = |of: &dyn Fn(&(f64, f64, f64)) -> f64, back: bool| -> Vec<String> {
            let mut all: Vec<String> = run
                .iter()
                .map(|(at, v)| format!("{} {}", place(x(*at)), place(y(of(v)))))
                .collect();
            if back {
                all.reverse();
            }
            all
        };
        let mut around = path(&|v| v.2, false);
        around.extend(path(&|v| v.1, true));
        bands.push(format!("M{}Z", around.join("L")));
        lines.push(format!("M{}", path(&|v| v.0, false).join("L")));
    }
    let end = chart.points.iter().enumerate().rev().find_map(|(at, point)| {
        let (value, _, _) = point.value?;
        let label = text(x(at) + 8.0, y(value) + 3.0, "start", (chart.write)(value));
        Some((place(x(at)), place(y(value)), label))
    });
    let below = chart
        .points
        .iter()
        .enumerate()
        .filter(|(_, point)| !point.label.is_empty())
        .map(|(at, point)| {
            let anchor = match at {
                0 => "start",
                _ if at + 1 == chart.points.len() => "end",
                _ => "middle",
            };
            text(x(at), 168.0, anchor, point.label.clone())
        })
        .collect();
    let (title, summary) = (chart.title, chart.summary);
    Rendered::of(&Drawn { title, summary, grid, mark, bands, lines, end, below })
}

/// A series with a hole before each of these places: there another definition begins, and
/// nobody should read a step of the definition as one of the community.
pub(crate) fn broken(points: Vec<Point>, breaks: &[usize]) -> Vec<Point> {
    let mut all = Vec::with_capacity(points.len() + breaks.len());
    for (at, point) in points.into_iter().enumerate() {
        if breaks.contains(&at) {
            all.push(Point { label: String::new(), value: None });
        }
        all.push(point);
    }
    all
}

/// A point's place in the row, with its value and range.
type Placed = (usize, (f64, f64, f64));

/// Points that follow each other without a hole.
fn runs(points: &[Point]) -> Vec<Vec<Placed>> {
    let mut all: Vec<Vec<Placed>> = vec![Vec::new()];
    for (at, point) in points.iter().enumerate() {
        match (point.value, all.last_mut()) {
            (Some(value), Some(run)) => run.push((at, value)),
            _ => all.push(Vec::new()),
        }
    }
    all.retain(|run| !run.is_empty());
    all
}

/// The end of an axis that holds `most`, so that its thirds are round: 12, 15, 18, 24,
/// 30, 45, 60, 90, 120 and so on.
pub fn roof(most: f64) -> f64 {
    let mut size = 1.0;
    loop {
        for lead in [12.0, 15.0, 18.0, 24.0, 30.0, 45.0, 60.0, 90.0] {
            if lead * size >= most {
                return lead * size;
            }
        }
        size *= 10.0;
    }
}
