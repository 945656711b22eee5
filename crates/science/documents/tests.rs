//! What is written can be read back.

use crate::*;
use std::io::Read;

fn table() -> Table {
    let column = |name: &str, number| Column { name: name.to_owned(), number };
    Table {
        columns: vec![column("Afdeling", false), column("Was hier", true), column("Deel", true)],
        rows: (0..60)
            .map(|at| {
                vec![
                    Cell::Text(if at == 0 {
                        "=cmd|'/c calc'!A0".into()
                    } else {
                        format!("Ploeg {at}")
                    }),
                    Cell::Number(1_200 + at, format!("1.{}", 200 + at)),
                    Cell::Share(0.385, "39%".into()),
                ]
            })
            .collect(),
    }
}

fn document() -> Document {
    let bar = Bar {
        label: "Magazijn, expeditie en binnendienst van de nacht".into(),
        strong: "74".into(),
        rest: "van 148 · 50%".into(),
        note: "tussen 42% en 58%".into(),
        track: 100.0,
        fill: 50.0,
        range: Some((42.0, 58.0)),
        ..Bar::default()
    };
    let hatched =
        Bar { hatched: true, label: "Directie".into(), rest: "te klein".into(), ..Bar::default() };
    let points = (0..12)
        .map(|at| Point {
            label: if at == 0 || at == 11 { format!("week {at}") } else { String::new() },
            value: (at != 5).then_some((f64::from(at), f64::from(at) - 1.0, f64::from(at) + 1.0)),
        })
        .collect();
    let line = Line {
        points,
        axis: (0.0, 12.0),
        grid: vec![(0.0, "0".into()), (6.0, "6".into()), (12.0, "12".into())],
        mark: Some((6.0, "de helft".into())),
        end: "11".into(),
    };
    let item =
        |words: &str| Block::Item { depth: 0, mark: "•".into(), runs: vec![Run::plain(words)] };
    Document {
        lang: "nl".into(),
        owner: "Zonnehof".into(),
        title: "Rapport oktober 2026".into(),
        lead: "28 september t/m 25 oktober 2026".into(),
        headlines_title: "In het kort".into(),
        headlines: vec![Headline {
            figure: "39%".into(),
            label: "kwam langs".into(),
            sentence: "Er komen meer mensen langs: 137 van de 351 in vier weken, 98 daarvoor."
                .into(),
            note: "hoger dan vorige maand".into(),
        }],
        colophon: "Versie 1".into(),
        parts: vec![Part {
            kicker: "Bereik".into(),
            title: "In Magazijn en Nachtdienst kwam minder dan 1 op de 10 mensen langs".into(),
            blocks: vec![
                Block::Picture(Picture {
                    says: "Bereik per afdeling".into(),
                    shape: Shape::Bars(vec![bar, hatched]),
                }),
                Block::Note("Het zijn tellingen van iedereen.".into()),
                Block::Heading("Tabel".into()),
                Block::Table(table()),
                Block::Paragraph(vec![
                    Run::plain("Yıldız en Wójcik zeiden: "),
                    Run::strong("het werkt"),
                    Run::plain(" 🎉 好."),
                ]),
                item("Een punt"),
                item(
                    "Nog een punt dat lang genoeg is om over de rand van de regel te lopen, zodat ook de tweede regel ingesprongen staat en leesbaar blijft.",
                ),
                Block::Quote(vec![Run::plain("Eindelijk weet ik wie wat doet.")]),
                Block::Picture(Picture {
                    says: "Meedoen per week".into(),
                    shape: Shape::Line(line),
                }),
                Block::Paragraph(vec![Run::plain("x".repeat(400))]),
            ],
            new_page: true,
        }],
        of: "van".into(),
        slides: false,
    }
}

/// The streams of a PDF, unpacked.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    let find = |hay: &[u8], needle: &[u8]| hay.windows(needle.len()).position(|w| w == needle);
    while let Some(start) = find(rest, b"stream\n") {
        let body = &rest[start + 7..];
        let Some(end) = find(body, b"endstream") else { break };
        let mut text = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(&body[..end]).read_to_end(&mut text);
        out.extend(text);
        out.push(b'\n');
        rest = &body[end + 9..];
    }
    out
}

#[test]
fn a_pdf_is_whole_and_the_same_each_time() {
    let document = document();
    let bytes = pdf(&document).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(bytes, pdf(&document).unwrap());
    let all = [bytes.clone(), unpacked(&bytes)].concat();
    let text = String::from_utf8_lossy(&all);
    for part in
        ["pdfuaid", "StructTreeRoot", "/Lang", "/TH", "/Figure", "/H2", "/LBody", "FontFile"]
    {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn slides_lie_on_their_side() {
    let slides = Document { slides: true, ..document() };
    let bytes = pdf(&slides).unwrap();
    let all = [bytes.clone(), unpacked(&bytes)].concat();
    assert!(String::from_utf8_lossy(&all).contains("841.89 595.28"));
}

#[test]
fn an_empty_document_is_a_page() {
    let empty = Document { title: "Leeg".into(), lang: "nl".into(), ..Document::default() };
    assert!(pdf(&empty).unwrap().starts_with(b"%PDF"));
}

fn part_of(book: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_holds_numbers_and_no_formula() {
    let sheet = |name: &str| Sheet {
        name: name.into(),
        title: "Bereik".into(),
        lines: vec!["=1+1".into()],
        table: table(),
    };
    let long = "Bereik: [per] afdeling / heel lange naam";
    let book = workbook("Rapport", "Zonnehof", &[sheet(long), sheet(long), sheet("")]).unwrap();
    assert_eq!(
        book,
        workbook("Rapport", "Zonnehof", &[sheet(long), sheet(long), sheet("")]).unwrap()
    );
    let first = part_of(&book, "xl/worksheets/sheet1.xml");
    assert!(first.contains("<v>1200</v>") && first.contains("<v>0.385</v>"), "{first}");
    assert!(!first.contains("<f>"), "{first}");
    let words = part_of(&book, "xl/sharedStrings.xml");
    assert!(words.contains("'=cmd|") && words.contains("'=1+1"), "{words}");
    let names = part_of(&book, "xl/workbook.xml");
    assert_eq!(names.matches("<sheet ").count(), 3, "{names}");
}

#[test]
fn values_are_plain_and_harmless() {
    let text = values(&table());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "\"Afdeling\",\"Was hier\",\"Deel\"");
    assert_eq!(lines[1], "\"'=cmd|'/c calc'!A0\",1200,0.385000");
    assert_eq!(lines.len(), 61);
}
