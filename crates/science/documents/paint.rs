//! From marks to the bytes of a PDF.

use crate::colour::rgb;
use crate::layout::{Kind, Layout, Mark, Placed};
use crate::{Document, Failed};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope,
    Tag, TagGroup, TagKind, TagTree,
};
use krilla::{Document as Pdf, SerializeSettings};
use std::num::NonZeroU16;

pub(crate) fn paint(document: &Document, layout: &Layout<'_>) -> Result<Vec<u8>, Failed> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| Failed::Pdf(format!("{error:?}")))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut pdf = Pdf::new_with(settings);
    let mut leaves: Vec<Vec<Identifier>> = vec![Vec::new(); layout.tree.len()];
    for page in &layout.pages {
        let size = PageSettings::from_wh(layout.format.width, layout.format.height);
        let mut sheet = pdf.start_page_with(size.ok_or(Failed::Size)?);
        let mut surface = sheet.surface();
        for group in page.chunk_by(|a, b| a.of == b.of) {
            let of = group.first().and_then(|placed| placed.of);
            let id = surface.start_tagged(match of {
                Some(_) => ContentTag::Span(SpanTag::empty()),
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            });
            for placed in group {
                put(&mut surface, layout, placed);
            }
            surface.end_tagged();
            if let Some(leaf) = of.and_then(|of| leaves.get_mut(of)) {
                leaf.push(id);
            }
        }
        surface.finish();
        sheet.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(document.lang.clone()));
    let nodes = grown(layout, &leaves);
    for node in nodes {
        tree.push(node);
    }
    pdf.set_tag_tree(tree);
    let mut outline = Outline::new();
    for (text, page, y) in &layout.outline {
        let place = XyzDestination::new(*page, Point::from_xy(0.0, (*y - 12.0).max(0.0)));
        outline.push_child(OutlineNode::new(text.clone(), place));
    }
    pdf.set_outline(outline);
    pdf.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(document.lang.clone())
            .authors(vec![document.owner.clone()])
            .creator("Noaber".to_owned()),
    );
    pdf.finish().map_err(|error| Failed::Pdf(format!("{error:?}")))
}

fn put(surface: &mut Surface<'_>, layout: &Layout<'_>, placed: &Placed) {
    let fill = |colour| Fill {
        paint: rgb(colour).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    };
    match &placed.mark {
        Mark::Text { x, y, size, colour, piece } => {
            let Some(font) = layout.faces.font(piece.font) else { return };
            surface.set_stroke(None);
            surface.set_fill(Some(fill(*colour)));
            let start = Point::from_xy(*x, *y);
            surface.draw_glyphs(start, &piece.glyphs, font, &piece.text, *size, false);
        }
        Mark::Box { x, y, width, height, colour } => {
            let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(rect);
            let Some(path) = path.finish() else { return };
            surface.set_stroke(None);
            surface.set_fill(Some(fill(*colour)));
            surface.draw_path(&path);
        }
        Mark::Fill { points, colour } => {
            let Some(path) = through(points, true) else { return };
            surface.set_stroke(None);
            surface.set_fill(Some(fill(*colour)));
            surface.draw_path(&path);
        }
        Mark::Stroke { points, width, colour } => {
            let Some(path) = through(points, false) else { return };
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: rgb(*colour).into(),
                width: *width,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                ..Stroke::default()
            }));
            surface.draw_path(&path);
        }
    }
}

fn through(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let ((x, y), rest) = points.split_first()?;
    path.move_to(*x, *y);
    for (x, y) in rest {
        path.line_to(*x, *y);
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// The tree with its leaves: an element comes after the one that it is within, so from the
/// end every element is whole when it is hung into its own.
fn grown(layout: &Layout<'_>, leaves: &[Vec<Identifier>]) -> Vec<Node> {
    let mut children: Vec<Vec<Node>> = vec![Vec::new(); layout.tree.len()];
    let mut tops: Vec<Node> = Vec::new();
    for (at, element) in layout.tree.iter().enumerate().rev() {
        let mut group = TagGroup::new(tag(&element.kind));
        let own = leaves.get(at).map_or(&[][..], Vec::as_slice);
        let mut below = children.get_mut(at).map(std::mem::take).unwrap_or_default();
        below.reverse();
        // A cell may be empty; what else holds nothing is nothing.
        let cell = matches!(element.kind, Kind::Cell | Kind::Named(_));
        if own.is_empty() && below.is_empty() && !cell {
            continue;
        }
        for id in own {
            group.push(*id);
        }
        for node in below {
            group.push(node);
        }
        let node = Node::Group(group);
        match element.within {
            Some(within) => {
                if let Some(list) = children.get_mut(within) {
                    list.push(node);
                }
            }
            None => tops.push(node),
        }
    }
    tops.reverse();
    tops
}

fn tag(kind: &Kind) -> TagKind {
    let level = |level: u16| NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    match kind {
        Kind::Part => Tag::Section.into(),
        Kind::Title(text) => Tag::Hn(NonZeroU16::MIN, Some(text.clone())).into(),
        Kind::Heading(at, text) => Tag::Hn(level(*at), Some(text.clone())).into(),
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::None).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Mark => Tag::Lbl.into(),
        Kind::Words => Tag::LBody.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Head => Tag::THead.into(),
        Kind::Body => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::Named(true) => Tag::TH(TableHeaderScope::Column).into(),
        Kind::Named(false) => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(says) => Tag::Figure(Some(says.clone())).into(),
    }
}
