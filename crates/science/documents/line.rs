//! A line with its band, in the shape that the pages draw: 400 units wide, 176 high.

use crate::Line;
use crate::colour::{CHART, CHART_2, INK, INK_2, LINE, LINE_2};
use crate::fonts::Voice;
use crate::layout::{Layout, Mark, Style};

/// Where the plot begins and ends, in the chart's units, as on the pages.
const LEFT: f32 = 34.0;
const RIGHT: f32 = 352.0;
const TOP: f32 = 20.0;
const BOTTOM: f32 = 150.0;
const WIDE: f32 = 400.0;
const HIGH: f32 = 176.0;

/// A point's place in the row, with its value and range.
type Placed = (usize, (f64, f64, f64));

/// Points that follow each other without a hole.
fn runs(line: &Line) -> Vec<Vec<Placed>> {
    let mut all: Vec<Vec<Placed>> = vec![Vec::new()];
    for (at, point) in line.points.iter().enumerate() {
        match (point.value, all.last_mut()) {
            (Some(value), Some(run)) => run.push((at, value)),
            _ => all.push(Vec::new()),
        }
    }
    all.retain(|run| !run.is_empty());
    all
}

impl Layout<'_> {
    /// Not the whole width of a page: a trend needs no more.
    fn unit(&self) -> f32 {
        (self.width() * 0.86).min(self.room_for_chart()) / WIDE
    }

    fn room_for_chart(&self) -> f32 {
        // A slide is wide but low.
        (self.format.height - self.format.top - self.format.bottom) * 0.55 / HIGH * WIDE
    }

    pub(crate) fn chart_height(&self) -> f32 {
        self.unit() * HIGH
    }

    pub(crate) fn chart(&mut self, line: &Line, of: usize) {
        let unit = self.unit();
        let (left, top) = (self.left(), self.y);
        let (low, high) = line.axis;
        let span = if high > low { high - low } else { 1.0 };
        let part = |value: f64| ((value.clamp(low, high) - low) / span) as f32;
        let y = |value: f64| top + unit * (BOTTOM - part(value) * (BOTTOM - TOP));
        let last = line.points.len().saturating_sub(1).max(1) as f32;
        let x = |at: usize| left + unit * (LEFT + at as f32 / last * (RIGHT - LEFT));
        let of = Some(of);
        let small = Style::new(Voice::Text, 9.0 * unit, INK_2);
        let stroke = |points, width, colour| Mark::Stroke { points, width, colour };
        let (from, to) = (left + unit * LEFT, left + unit * RIGHT);
        for (value, words) in &line.grid {
            self.put(stroke(vec![(from, y(*value)), (to, y(*value))], 0.6, LINE), of);
            self.words(words, (left, y(*value) + 3.0 * unit), false, small, of);
        }
        for run in runs(line) {
            let mut around: Vec<(f32, f32)> = run.iter().map(|(at, v)| (x(*at), y(v.2))).collect();
            around.extend(run.iter().rev().map(|(at, v)| (x(*at), y(v.1))));
            if run.len() > 1 {
                self.put(Mark::Fill { points: around, colour: CHART_2 }, of);
            }
        }
        if let Some((value, name)) = &line.mark {
            self.put(stroke(vec![(from, y(*value)), (to, y(*value))], 0.8, LINE_2), of);
            self.words(name, (to, y(*value) + 12.0 * unit), true, small, of);
        }
        for run in runs(line) {
            let points: Vec<(f32, f32)> = run.iter().map(|(at, v)| (x(*at), y(v.0))).collect();
            if points.len() > 1 {
                self.put(stroke(points, 1.8 * unit, CHART), of);
            }
        }
        let end = line.points.iter().enumerate().rev().find_map(|(at, p)| Some((at, p.value?.0)));
        if let Some((at, value)) = end {
            self.put(Mark::Fill { points: dot(x(at), y(value), 3.2 * unit), colour: CHART }, of);
            let strong = Style::new(Voice::Strong, 10.0 * unit, INK);
            let place = (x(at) + 8.0 * unit, y(value) + 3.5 * unit);
            self.words(&line.end, place, false, strong, of);
        }
        for (at, point) in line.points.iter().enumerate().filter(|(_, p)| !p.label.is_empty()) {
            let wide = self.faces.width(Voice::Text, &point.label, small.size);
            let back = match at {
                0 => 0.0,
                _ if at + 1 == line.points.len() => wide,
                _ => wide / 2.0,
            };
            self.words(&point.label, (x(at) - back, top + unit * 168.0), false, small, of);
        }
        self.y += unit * HIGH;
    }
}

/// A round dot, from point to point.
fn dot(x: f32, y: f32, radius: f32) -> Vec<(f32, f32)> {
    (0..24)
        .map(|step| {
            let angle = step as f32 / 24.0 * std::f32::consts::TAU;
            (x + radius * angle.cos(), y + radius * angle.sin())
        })
        .collect()
}
