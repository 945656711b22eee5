//! The hand-out of one department: slides from the frozen figures of a report, only where
//! the department was released.

use crate::compare::{Beside, Pair, against};
use crate::draft::Report;
use crate::sections::Section;
use crate::tell::{self, Telling};
use crate::w;
use documents::{Bar, Block, Document, Part, Picture, Run, Shape};
use language::{Refusal, Result};
use words::Lang;

/// A slide.
pub(crate) struct Slide {
    pub kicker: String,
    pub title: String,
    pub text: Vec<String>,
    pub picture: Option<Picture>,
    pub note: String,
}

/// A hand-out.
pub(crate) struct Handout {
    pub department: String,
    pub title: String,
    pub slides: Vec<Slide>,
}

fn bar(lang: Lang, label: &str, (x, n): (u64, u64), attention: bool) -> Bar {
    let share = x as f64 / n.max(1) as f64;
    Bar {
        label: label.to_owned(),
        strong: words::percent(lang, share),
        rest: w::x_of_n(lang, n, x),
        track: 100.0,
        fill: share * 100.0,
        attention,
        ..Bar::default()
    }
}

/// Makes the hand-out of a department.
///
/// # Errors
/// Not found where the department is not in the report or may not be shown.
pub(crate) fn handout(
    telling: &Telling<'_>,
    report: &Report,
    beside: Option<Beside<'_>>,
    sections: &[Section],
    department: i64,
) -> Result<Handout> {
    let lang = telling.lang;
    let figures = report.snapshot.figures.as_ref().ok_or(Refusal::NotFound)?;
    let found = figures.departments.all.iter().find(|one| one.id == department && one.id != 0);
    let (one, part) = found.and_then(|one| Some((one, one.shown?))).ok_or(Refusal::NotFound)?;
    let name = &one.name;
    let whole = figures.reach.came;
    let bars =
        vec![bar(lang, name, part, one.hardly), bar(lang, w::whole_community(lang), whole, false)];
    let says = format!("{}: {}; {}: {}", name, bars[0].strong, bars[1].label, bars[1].strong);
    let compared = beside.and_then(|b| {
        let then = b.figures.departments.all.iter().find(|then| then.id == one.id);
        let then = then.filter(|then| then.payroll == one.payroll)?.shown?;
        let versions = (figures.departments.version, b.figures.departments.version);
        let pair = Pair { now: Some(part), before: Some(then) };
        Some(against(b.month, versions, &[pair]).sentence(lang, 0))
    });
    let mut slides = vec![Slide {
        kicker: w::kicker_reach(lang).to_owned(),
        title: w::department_reach(lang, name, part.1, part.0),
        text: compared.into_iter().collect(),
        picture: Some(Picture { says, shape: Shape::Bars(bars) }),
        note: w::reach_note_short(lang).to_owned(),
    }];
    // The rest is of everybody: one picture, one sentence.
    for section in sections.iter().filter(|s| ["participation", "answers"].contains(&s.key)) {
        let first = section.pictures.iter().find(|drawn| drawn.is_list());
        slides.push(Slide {
            kicker: format!("{} · {}", section.kicker, w::whole_community(lang)),
            title: section.finding.clone(),
            text: Vec::new(),
            picture: first.map(|drawn| drawn.picture.clone()),
            note: section.beside.clone(),
        });
    }
    let said = figures.actions.iter().filter_map(|action| {
        let said = action.sentence.as_ref()?;
        let title = action.title.trim();
        let colon = if title.ends_with(['?', '!', '.']) { "" } else { ":" };
        Some(format!("{title}{colon} {}", said.of(lang)))
    });
    let said: Vec<String> = said.take(3).collect();
    if !said.is_empty() {
        slides.push(Slide {
            kicker: w::kicker_actions(lang).to_owned(),
            title: w::actions_finding(lang, figures.actions.len()),
            text: said,
            picture: None,
            note: String::new(),
        });
    }
    slides.push(Slide {
        kicker: w::together(lang).to_owned(),
        title: w::together_title(lang, name),
        text: vec![
            w::together_one(lang).to_owned(),
            w::together_two(lang).to_owned(),
            w::together_three(lang).to_owned(),
        ],
        picture: None,
        note: w::handout_floor(lang, report.snapshot.floor),
    });
    Ok(Handout {
        department: name.clone(),
        title: w::handout_title(lang, name, words::month(lang, report.month.date())),
        slides,
    })
}

/// The hand-out as a document of slides.
pub(crate) fn document(telling: &Telling<'_>, report: &Report, handout: &Handout) -> Document {
    let lang = telling.lang;
    Document {
        lang: lang.code().to_owned(),
        owner: telling.community.to_owned(),
        title: handout.title.clone(),
        lead: tell::period(lang, report),
        colophon: w::handout_floor(lang, report.snapshot.floor),
        parts: handout
            .slides
            .iter()
            .map(|slide| {
                let mut blocks: Vec<Block> =
                    slide.picture.clone().map(Block::Picture).into_iter().collect();
                blocks.extend(
                    slide.text.iter().map(|text| Block::Paragraph(vec![Run::plain(text.clone())])),
                );
                if !slide.note.is_empty() {
                    blocks.push(Block::Note(slide.note.clone()));
                }
                Part {
                    kicker: slide.kicker.clone(),
                    title: slide.title.clone(),
                    blocks,
                    new_page: true,
                }
            })
            .collect(),
        of: w::page_of(lang).to_owned(),
        slides: true,
        ..Document::default()
    }
}
