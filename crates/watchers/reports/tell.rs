//! A report as a document and as sheets.

use crate::draft::Report;
use crate::sections::Section;
use crate::w;
use documents::{Block, Cell, Column, Document, Headline, Part, Run, Sheet, Table};
use jiff::tz::TimeZone;
use text::{PieceKind, pieces};
use words::Lang;

/// What a document needs beside the report.
pub(crate) struct Telling<'a> {
    pub lang: Lang,
    pub community: &'a str,
    pub zone: &'a TimeZone,
}

/// "Rapport oktober 2026".
pub(crate) fn title(lang: Lang, report: &Report) -> String {
    w::report_title(lang, words::month(lang, report.month.date()))
}

/// "28 september t/m 25 oktober 2026".
pub(crate) fn period(lang: Lang, report: &Report) -> String {
    let (from, to) = (report.snapshot.first_day().date(), report.snapshot.to().date());
    let period = words::period(lang, from, to, to);
    // Forever: the year is told, also this one.
    if period.contains(&to.year().to_string()) { period } else { format!("{period} {}", to.year()) }
}

/// Which version it is, and how it can be known again.
pub(crate) fn colophon(telling: &Telling<'_>, report: &Report) -> String {
    let lang = telling.lang;
    match (&report.finished, &report.checksum) {
        (Some(finished), Some(checksum)) => {
            let date = finished.at.day(telling.zone).date();
            let day = format!("{} {}", words::day(lang, date, date), date.year());
            w::colophon_finished(lang, checksum, day, &finished.by, report.version)
        }
        _ => w::colophon_draft(lang, report.version),
    }
}

/// Markdown as blocks.
pub(crate) fn blocks(source: &str) -> Vec<Block> {
    pieces(source)
        .into_iter()
        .map(|piece| {
            let runs = || -> Vec<Run> {
                let spans = piece.spans.iter();
                spans.map(|s| Run { text: s.text.clone(), strong: s.strong }).collect()
            };
            match &piece.kind {
                PieceKind::Heading => {
                    Block::Heading(piece.spans.iter().map(|s| s.text.as_str()).collect())
                }
                PieceKind::Paragraph => Block::Paragraph(runs()),
                PieceKind::Item(depth, mark) => {
                    Block::Item { depth: *depth, mark: mark.clone(), runs: runs() }
                }
                PieceKind::Quote => Block::Quote(runs()),
            }
        })
        .collect()
}

/// The decisions as a table.
pub(crate) fn decisions(lang: Lang, report: &Report) -> Option<Table> {
    if report.decisions.is_empty() {
        return None;
    }
    let text = |text: &str| Cell::Text(text.to_owned());
    let columns = [w::decision(lang), w::decision_owner(lang), w::decision_due(lang)];
    Some(Table {
        columns: columns
            .iter()
            .map(|name| Column { name: (*name).to_owned(), number: false })
            .collect(),
        rows: report
            .decisions
            .iter()
            .map(|one| {
                let due = one.due.date();
                let due = format!("{} {}", words::day(lang, due, due), due.year());
                vec![text(&one.text), text(&one.owner), text(&due)]
            })
            .collect(),
    })
}

/// The report as a document.
pub(crate) fn document(telling: &Telling<'_>, report: &Report, sections: &[Section]) -> Document {
    let lang = telling.lang;
    let mut parts = Vec::new();
    let words_of_people = [
        (w::successes(lang), &report.texts.successes),
        (w::explanation(lang), &report.texts.explanation),
    ];
    let mut first = true;
    for (title, source) in words_of_people {
        let blocks = blocks(source);
        if !blocks.is_empty() {
            parts.push(Part {
                kicker: String::new(),
                title: title.to_owned(),
                blocks,
                new_page: first,
            });
            first = false;
        }
    }
    if let Some(table) = decisions(lang, report) {
        parts.push(Part {
            kicker: String::new(),
            title: w::decisions(lang).to_owned(),
            blocks: vec![Block::Table(table)],
            new_page: first,
        });
    }
    parts.extend(sections.iter().map(|one| part(one, first)));
    parts.push(definitions(lang, report, sections));
    Document {
        lang: lang.code().to_owned(),
        owner: telling.community.to_owned(),
        title: title(lang, report),
        lead: period(lang, report),
        headlines_title: w::in_short(lang).to_owned(),
        headlines: sections
            .iter()
            .map(|one| Headline {
                figure: one.figure.clone(),
                label: one.label.clone(),
                sentence: one.finding.clone(),
                note: one.beside.clone(),
            })
            .collect(),
        colophon: colophon(telling, report),
        parts,
        of: w::page_of(lang).to_owned(),
        slides: false,
    }
}

/// A section as a part of a document.
pub(crate) fn part(section: &Section, new_page: bool) -> Part {
    let mut blocks = Vec::new();
    for sentence in section.more.iter().chain(std::iter::once(&section.beside)) {
        if !sentence.is_empty() {
            blocks.push(Block::Paragraph(vec![Run::plain(sentence.clone())]));
        }
    }
    for drawn in &section.pictures {
        if section.pictures.len() > 1 {
            blocks.push(Block::Heading(drawn.title.clone()));
        }
        blocks.push(Block::Picture(drawn.picture.clone()));
    }
    // Weeks stand in the picture; the table of a list of bars says more than the bars.
    let listed = section.pictures.iter().filter(|drawn| drawn.is_list()).map(|d| &d.values);
    for named in section.table.iter().chain(listed) {
        blocks.push(Block::Table(named.table.clone()));
    }
    blocks.extend(section.notes.iter().cloned().map(Block::Note));
    Part { kicker: section.kicker.to_owned(), title: section.finding.clone(), blocks, new_page }
}

fn definitions(lang: Lang, report: &Report, sections: &[Section]) -> Part {
    let mut blocks =
        vec![Block::Paragraph(vec![Run::plain(w::define_all(lang, report.snapshot.floor))])];
    for section in sections {
        let (number, version, text) = &section.definition;
        blocks.push(Block::Paragraph(vec![
            Run::strong(format!("{}. ", section.kicker)),
            Run::plain(format!("{text} {}", w::defined(lang, *number, *version))),
        ]));
    }
    blocks.push(Block::Paragraph(vec![Run::plain(w::define_ranges(lang))]));
    Part { kicker: String::new(), title: w::definitions(lang).to_owned(), blocks, new_page: true }
}

/// The report as sheets: one for each subject, then the definitions.
pub(crate) fn sheets(telling: &Telling<'_>, report: &Report, sections: &[Section]) -> Vec<Sheet> {
    let lang = telling.lang;
    let column = |name: &str, number| Column { name: name.to_owned(), number };
    let text = |text: &str| Cell::Text(text.to_owned());
    let mut all = vec![Sheet {
        name: w::in_short(lang).to_owned(),
        title: title(lang, report),
        lines: vec![telling.community.to_owned(), period(lang, report), colophon(telling, report)],
        table: Table {
            columns: vec![
                column(w::subject(lang), false),
                column(w::figure(lang), false),
                column(w::finding(lang), false),
                column(w::compared_with(lang), false),
            ],
            rows: sections
                .iter()
                .map(|one| {
                    let figure = format!("{} {}", one.figure, one.label);
                    vec![text(one.kicker), text(&figure), text(&one.finding), text(&one.beside)]
                })
                .collect(),
        },
    }];
    for section in sections {
        for named in section.tables() {
            let many = section.tables().count() > 1;
            let name = if many {
                format!("{} {}", section.kicker, named.title)
            } else {
                section.kicker.to_owned()
            };
            let mut lines = vec![section.finding.clone()];
            lines.extend(section.notes.iter().cloned());
            all.push(Sheet { name, title: named.title.clone(), lines, table: named.table.clone() });
        }
    }
    if let Some(table) = decisions(lang, report) {
        let name = w::decisions(lang).to_owned();
        all.push(Sheet { title: name.clone(), name, lines: Vec::new(), table });
    }
    all.push(Sheet {
        name: w::definitions(lang).to_owned(),
        title: w::definitions(lang).to_owned(),
        lines: vec![w::define_all(lang, report.snapshot.floor), w::define_ranges(lang).to_owned()],
        table: Table {
            columns: vec![
                column(w::subject(lang), false),
                column(w::definition(lang), false),
                column(w::version(lang), true),
            ],
            rows: sections
                .iter()
                .map(|one| {
                    let (number, version, words) = &one.definition;
                    let version = i64::from(*version);
                    vec![
                        text(one.kicker),
                        text(&format!("{words} ({number})")),
                        Cell::Number(version, version.to_string()),
                    ]
                })
                .collect(),
        },
    });
    all
}
