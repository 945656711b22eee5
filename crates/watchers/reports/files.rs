//! A report as files.

use crate::draft::Report;
use crate::sections::Section;
use crate::tell::{self, Telling};
use language::{Failure, Refusal, Result};
use std::io::Write;

fn failed(error: documents::Failed) -> Failure {
    Failure::fault("make a document", error)
}

/// The name that files of a report begin with: "rapport-2026-10-v1".
pub(crate) fn name(telling: &Telling<'_>, report: &Report) -> String {
    let word = crate::w::file_name(telling.lang);
    format!("{word}-{}-v{}", report.month, report.version)
}

/// As PDF.
pub(crate) fn pdf(telling: &Telling<'_>, report: &Report, sections: &[Section]) -> Result<Vec<u8>> {
    documents::pdf(&tell::document(telling, report, sections)).map_err(failed)
}

/// As workbook.
pub(crate) fn workbook(
    telling: &Telling<'_>,
    report: &Report,
    sections: &[Section],
) -> Result<Vec<u8>> {
    let sheets = tell::sheets(telling, report, sections);
    let title = tell::title(telling.lang, report);
    documents::workbook(&title, telling.community, &sheets).map_err(failed)
}

/// The values of one table, for any program.
pub(crate) fn values(sections: &[Section], slug: &str) -> Result<Vec<u8>> {
    let slug = slug.strip_suffix(".csv").unwrap_or(slug);
    let named = sections.iter().flat_map(Section::tables).find(|named| named.slug == slug);
    let table = &named.ok_or(Refusal::NotFound)?.table;
    // The mark by which spreadsheets know UTF-8.
    Ok(format!("\u{feff}{}", documents::values(table)).into_bytes())
}

/// The values of every table in one file.
pub(crate) fn zip(sections: &[Section]) -> Result<Vec<u8>> {
    let failed = |e: zip::result::ZipError| Failure::fault("pack figures", e);
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    // Without the time of packing: the same report is the same file.
    let options = zip::write::SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .compression_method(zip::CompressionMethod::Deflated);
    for named in sections.iter().flat_map(Section::tables) {
        packed.start_file(format!("{}.csv", named.slug), options).map_err(failed)?;
        let text = format!("\u{feff}{}", documents::values(&named.table));
        packed.write_all(text.as_bytes()).map_err(|e| Failure::fault("pack figures", e))?;
    }
    Ok(packed.finish().map_err(failed)?.into_inner())
}
