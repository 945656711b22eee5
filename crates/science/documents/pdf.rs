//! From a document to a PDF.

use crate::colour::{DEEP, DEEP_INK, DEEP_INK_2, INK, INK_2, LINE, WATER};
use crate::fonts::{Faces, Voice};
use crate::layout::{Kind, Layout, Mark, PAPER, SLIDE, Style};
use crate::{Document, Failed, Headline, Run, paint};

/// How high the band of the first page is.
const BAND: f32 = 196.0;

/// The document as a PDF (PDF/UA-1). The same document gives the same bytes.
///
/// # Errors
/// When a font cannot be read or the PDF would not hold to its standard.
pub fn pdf(document: &Document) -> Result<Vec<u8>, Failed> {
    let faces = Faces::load()?;
    let format = if document.slides { SLIDE } else { PAPER };
    let mut layout = Layout::new(&faces, format);
    if document.slides {
        first_slide(&mut layout, document);
    } else {
        first_page(&mut layout, document);
    }
    layout.parts(document);
    layout.feet(document);
    paint::paint(document, &layout)
}

fn band(layout: &mut Layout<'_>, document: &Document, height: f32) {
    let width = layout.format.width;
    layout.put(Mark::Box { x: 0.0, y: 0.0, width, height, colour: DEEP }, None);
    let (left, room) = (layout.left(), layout.width());
    layout.y = layout.format.top - 8.0;
    let section = layout.element(Kind::Part, None);
    let owner = layout.style(Voice::Strong, 11.0, DEEP_INK_2);
    let of = layout.element(Kind::Paragraph, Some(section));
    layout.flow(&[Run::plain(&document.owner)], left, room, owner, Some(of));
    layout.y += layout.scaled(22.0);
    let title = layout.style(Voice::Heading, if document.slides { 25.0 } else { 34.0 }, DEEP_INK);
    let of = layout.element(Kind::Title(document.title.clone()), Some(section));
    layout.outline.push((document.title.clone(), 0, layout.y));
    layout.flow(&[Run::plain(&document.title)], left, room, title, Some(of));
    layout.y += layout.scaled(5.0);
    let lead = layout.style(Voice::Text, 12.0, DEEP_INK_2);
    let of = layout.element(Kind::Paragraph, Some(section));
    layout.flow(&[Run::plain(&document.lead)], left, room, lead, Some(of));
}

fn first_page(layout: &mut Layout<'_>, document: &Document) {
    band(layout, document, BAND);
    layout.y = layout.y.max(BAND) + 26.0;
    let section = layout.element(Kind::Part, None);
    let (left, width) = (layout.left(), layout.width());
    if !document.headlines.is_empty() {
        let style = layout.style(Voice::Heading, 17.0, INK);
        let title = document.headlines_title.clone();
        let of = layout.element(Kind::Heading(2, title.clone()), Some(section));
        layout.outline.push((title.clone(), 0, layout.y));
        layout.flow(&[Run::plain(&title)], left, width, style, Some(of));
        layout.y += 8.0;
        for headline in &document.headlines {
            one_headline(layout, headline, section);
        }
    }
    let small = layout.style(Voice::Text, 9.0, INK_2);
    layout.y += 10.0;
    let of = layout.element(Kind::Paragraph, Some(section));
    layout.flow(&[Run::plain(&document.colophon)], left, width, small, Some(of));
}

/// The figure to the left, what it says to the right.
fn one_headline(layout: &mut Layout<'_>, headline: &Headline, section: usize) {
    const FIGURES: f32 = 104.0;
    let (left, width) = (layout.left(), layout.width());
    let big = layout.style(Voice::Heading, 24.0, WATER);
    let label = layout.style(Voice::Text, 8.5, INK_2);
    let said = layout.style(Voice::Text, 11.5, INK);
    let note = layout.style(Voice::Text, 9.5, INK_2);
    let rows = |layout: &Layout<'_>, text: &str, style: Style, width: f32| {
        layout.rows(&[Run::plain(text)], style, width).len() as f32 * style.lead
    };
    let right = rows(layout, &headline.sentence, said, width - FIGURES)
        + rows(layout, &headline.note, note, width - FIGURES);
    let height = right.max(big.lead + rows(layout, &headline.label, label, FIGURES - 14.0));
    layout.ensure(height + 18.0);
    let top = layout.y;
    layout.line(left, top, width, LINE);
    layout.y = top + 8.0;
    let of = layout.element(Kind::Paragraph, Some(section));
    layout.flow(&[Run::plain(&headline.figure)], left, FIGURES - 10.0, big, Some(of));
    layout.flow(&[Run::plain(&headline.label)], left, FIGURES - 14.0, label, Some(of));
    layout.y = top + 10.0;
    let of = layout.element(Kind::Paragraph, Some(section));
    layout.flow(&[Run::plain(&headline.sentence)], left + FIGURES, width - FIGURES, said, Some(of));
    if !headline.note.is_empty() {
        let of = layout.element(Kind::Paragraph, Some(section));
        layout.flow(&[Run::plain(&headline.note)], left + FIGURES, width - FIGURES, note, Some(of));
    }
    layout.y = top + height + 18.0;
}

fn first_slide(layout: &mut Layout<'_>, document: &Document) {
    let height = layout.format.height * 0.62;
    band(layout, document, height);
    layout.y = layout.y.max(height) + 24.0;
    let (left, width) = (layout.left(), layout.width());
    let section = layout.element(Kind::Part, None);
    let style = layout.style(Voice::Text, 9.0, INK_2);
    let of = layout.element(Kind::Paragraph, Some(section));
    layout.flow(&[Run::plain(&document.colophon)], left, width, style, Some(of));
}
