//! The pictures of documents, drawn as the pages of the cockpit draw theirs.

use cockpit::charts;
use documents::{Picture, Shape};
use language::Result;
use web::Rendered;
use words::Lang;

/// A picture as SVG with its words.
pub(super) fn draw(lang: Lang, title: &str, picture: &Picture) -> Result<Rendered> {
    drawn(lang, title, picture, "bars bars--wide")
}

/// The same for who sits further away.
pub(super) fn draw_large(lang: Lang, title: &str, picture: &Picture) -> Result<Rendered> {
    drawn(lang, title, picture, "bars bars--large bars--wide")
}

fn drawn(lang: Lang, title: &str, picture: &Picture, class: &str) -> Result<Rendered> {
    match &picture.shape {
        Shape::Bars(bars) => {
            let bars: Vec<charts::Bar> = bars
                .iter()
                .map(|bar| charts::Bar {
                    label: bar.label.clone(),
                    strong: bar.strong.clone(),
                    rest: bar.rest.clone(),
                    note: bar.note.clone(),
                    track: bar.track,
                    fill: bar.fill,
                    range: bar.range,
                    attention: bar.attention,
                    quiet: bar.quiet,
                    hatched: bar.hatched,
                })
                .collect();
            charts::bars(class, &bars)
        }
        Shape::Line(line) => {
            let points: Vec<charts::Point> = line
                .points
                .iter()
                .map(|point| charts::Point { label: point.label.clone(), value: point.value })
                .collect();
            let shares = line.axis.1 <= 1.0;
            charts::line(&charts::Line {
                title,
                summary: &picture.says,
                points: &points,
                mark: line.mark.as_ref().map(|(value, name)| (*value, name.as_str())),
                axis: line.axis,
                write: &|value| {
                    if shares {
                        words::percent(lang, value)
                    } else {
                        words::decimal(lang, value, 0)
                    }
                },
            })
        }
    }
}
