//! A list of bars, as the pages draw it.

use crate::Bar;
use crate::colour::{BRICK, BRICK_2, CHART, CHART_2, INK, INK_2, LINE_2, TRACK};
use crate::fonts::Voice;
use crate::layout::{Layout, Mark};
use crate::{Picture, Run, Shape};

/// The part of the width that labels take, and that figures take.
const LABELS: f32 = 0.29;
const FIGURES: f32 = 0.25;
/// Between the strokes of hatching.
const HATCH: f32 = 5.0;

impl Layout<'_> {
    pub(crate) fn picture_height(&self, picture: &Picture) -> f32 {
        match &picture.shape {
            Shape::Bars(bars) => bars.iter().map(|bar| self.bar_height(bar)).sum::<f32>(),
            Shape::Line(_) => self.chart_height(),
        }
    }

    fn bar_height(&self, bar: &Bar) -> f32 {
        let style = self.style(Voice::Text, 10.0, INK);
        let label = self.rows(&[Run::plain(&bar.label)], style, self.width() * LABELS - 10.0);
        let lines = label.len().max(1) + usize::from(!bar.note.is_empty());
        (style.lead * lines as f32).max(self.scaled(20.0)) + self.scaled(3.0)
    }

    pub(crate) fn bars(&mut self, bars: &[Bar], of: usize) {
        for bar in bars {
            let height = self.bar_height(bar);
            // Longer than a page: it goes on on the next.
            self.ensure(height);
            self.one_bar(bar, of);
            self.y += height;
        }
    }

    fn one_bar(&mut self, bar: &Bar, of: usize) {
        let (left, width) = (self.left(), self.width());
        let colour = if bar.hatched { INK_2 } else { INK };
        let style = self.style(Voice::Text, 10.0, colour);
        let labels = width * LABELS;
        let rows = self.rows(&[Run::plain(&bar.label)], style, labels - 10.0);
        for (at, row) in rows.iter().enumerate() {
            let base = self.y + self.scaled(13.0) + style.lead * at as f32;
            self.row(row, left, base, style, Some(of));
        }
        let x = left + labels;
        let long = width * (1.0 - LABELS - FIGURES) - 12.0;
        let (top, high) = (self.y + self.scaled(3.5), self.scaled(12.0));
        let at = |part: f64| x + long * (part.clamp(0.0, 100.0) as f32) / 100.0;
        if bar.hatched {
            self.hatch(x, top, long, high, of);
        } else {
            let fill = match (bar.attention, bar.quiet) {
                (true, _) => BRICK,
                (false, true) => LINE_2,
                (false, false) => CHART,
            };
            let tint = match (bar.attention, bar.quiet) {
                (true, _) => BRICK_2,
                (false, true) => TRACK,
                (false, false) => CHART_2,
            };
            self.block(x, top, at(bar.track) - x, high, TRACK, of);
            self.block(x, top, at(bar.fill) - x, high, fill, of);
            if let Some((from, to)) = bar.range {
                self.block(at(from), top, at(to) - at(from), high, tint, of);
                self.block(at(bar.fill) - 0.75, top, 1.5, high, INK, of);
            }
        }
        let base = self.y + self.scaled(13.0);
        let mut figures = x + long + 12.0;
        if !bar.strong.is_empty() {
            let strong = self.style(Voice::Strong, 10.0, INK);
            self.words(&bar.strong, (figures, base), false, strong, Some(of));
            figures += self.faces.width(Voice::Strong, &format!("{} ", bar.strong), strong.size);
        }
        let soft = self.style(Voice::Text, 10.0, INK_2);
        self.words(&bar.rest, (figures, base), false, soft, Some(of));
        if !bar.note.is_empty() {
            let note = self.style(Voice::Text, 8.5, INK_2);
            self.words(&bar.note, (x, base + note.lead), false, note, Some(of));
        }
    }

    fn block(
        &mut self,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        colour: crate::colour::Colour,
        of: usize,
    ) {
        if width > 0.0 {
            self.put(Mark::Box { x, y, width, height, colour }, Some(of));
        }
    }

    /// Unknown, or too small to show.
    fn hatch(&mut self, x: f32, y: f32, width: f32, height: f32, of: usize) {
        self.block(x, y, width, height, TRACK, of);
        let mut at = x;
        while at + height <= x + width {
            let points = vec![(at, y + height), (at + height, y)];
            self.put(Mark::Stroke { points, width: 0.6, colour: LINE_2 }, Some(of));
            at += HATCH;
        }
    }
}
