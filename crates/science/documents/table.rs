//! Tables over pages.

use crate::colour::{INK, INK_2, LINE, LINE_2};
use crate::fonts::Voice;
use crate::layout::{Kind, Layout, Style};
use crate::wrap::Row;
use crate::{Run, Table};

/// A table of so many rows stays on one page.
const TOGETHER: usize = 8;

/// Between columns.
const GAP: f32 = 12.0;

impl Layout<'_> {
    /// How wide each column is: as its contents ask, less where they ask too much.
    fn columns(&self, table: &Table, body: Style, head: Style) -> Vec<f32> {
        let wide = |voice, text: &str, size| self.faces.width(voice, text, size) + GAP;
        let asked: Vec<f32> = table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let cells = table.rows.iter().filter_map(|row| row.get(at));
                let longest = cells
                    .map(|cell| wide(body.voice, cell.shown(), body.size))
                    .fold(0.0_f32, f32::max);
                // A long heading may break; its longest word may not.
                let words = column.name.split_whitespace();
                let least =
                    words.map(|word| wide(head.voice, word, head.size)).fold(0.0_f32, f32::max);
                let whole = wide(head.voice, &column.name, head.size);
                longest.max(least).max(whole.min(self.scaled(84.0)))
            })
            .collect();
        let all: f32 = asked.iter().sum();
        let room = self.width();
        if all <= room {
            // What is left goes to the names of the rows.
            let spare = (room - all).min(room * 0.25);
            return asked
                .iter()
                .enumerate()
                .map(|(at, wide)| if at == 0 { wide + spare } else { *wide })
                .collect();
        }
        // The widest give in until all fit.
        let (mut low, mut high) = (0.0_f32, all);
        for _ in 0..24 {
            let most = f32::midpoint(low, high);
            let sum: f32 = asked.iter().map(|wide| wide.min(most)).sum();
            if sum > room { high = most } else { low = most }
        }
        asked.iter().map(|wide| wide.min(low)).collect()
    }

    pub(crate) fn table(&mut self, table: &Table, section: usize) {
        let head = self.style(Voice::Strong, 9.0, INK_2);
        let body = self.style(Voice::Text, 9.5, INK);
        let columns = self.columns(table, body, head);
        let of = self.element(Kind::Table, Some(section));
        let thead = self.element(Kind::Head, Some(of));
        let row = self.element(Kind::Row, Some(thead));
        let names: Vec<usize> =
            columns.iter().map(|_| self.element(Kind::Named(true), Some(row))).collect();
        let tags: Vec<Option<usize>> = names.into_iter().map(Some).collect();
        let titles: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        // A small table is not parted.
        let whole: f32 = table
            .rows
            .iter()
            .take(TOGETHER + 1)
            .map(|cells| {
                let texts: Vec<&str> = cells.iter().map(crate::Cell::shown).collect();
                self.cells_height(&texts, &columns, body)
            })
            .sum();
        let small = table.rows.len() <= TOGETHER;
        self.ensure(self.scaled(60.0).max(if small { whole + self.scaled(30.0) } else { 0.0 }));
        self.cells(&titles, table, &columns, head, &tags);
        let under = self.y;
        self.line(self.left(), under, columns.iter().sum(), LINE_2);
        let tbody = self.element(Kind::Body, Some(of));
        for cells in &table.rows {
            let texts: Vec<&str> = cells.iter().map(crate::Cell::shown).collect();
            let high = self.cells_height(&texts, &columns, body);
            if self.room() < high {
                self.next_page();
                // The heading once more, for who reads it on paper.
                let none = vec![None; columns.len()];
                self.cells(&titles, table, &columns, head, &none);
                let under = self.y;
                self.line(self.left(), under, columns.iter().sum(), LINE_2);
            }
            let row = self.element(Kind::Row, Some(tbody));
            let tags: Vec<Option<usize>> = (0..columns.len())
                .map(|at| if at == 0 { Kind::Named(false) } else { Kind::Cell })
                .map(|kind| Some(self.element(kind, Some(row))))
                .collect();
            self.cells(&texts, table, &columns, body, &tags);
            let under = self.y;
            self.line(self.left(), under, columns.iter().sum(), LINE);
        }
    }

    fn lines(&self, texts: &[&str], columns: &[f32], style: Style) -> Vec<Vec<Row>> {
        texts
            .iter()
            .zip(columns)
            .map(|(text, wide)| self.rows(&[Run::plain(*text)], style, wide - GAP + 0.5))
            .collect()
    }

    fn cells_height(&self, texts: &[&str], columns: &[f32], style: Style) -> f32 {
        let lines = self.lines(texts, columns, style);
        let most = lines.iter().map(Vec::len).max().unwrap_or(1).max(1);
        most as f32 * style.lead * 0.94 + self.scaled(7.0)
    }

    fn cells(
        &mut self,
        texts: &[&str],
        table: &Table,
        columns: &[f32],
        style: Style,
        of: &[Option<usize>],
    ) {
        let high = self.cells_height(texts, columns, style);
        let lines = self.lines(texts, columns, style);
        let mut x = self.left();
        for (at, wide) in columns.iter().enumerate() {
            let number = table.columns.get(at).is_some_and(|column| column.number);
            for (down, row) in lines.get(at).into_iter().flatten().enumerate() {
                let base = self.y
                    + self.scaled(3.5)
                    + style.lead * 0.94 * (down as f32 + 0.5)
                    + style.size * 0.34;
                let text: f32 = row
                    .iter()
                    .map(|words| self.faces.width(words.voice, &words.text, style.size))
                    .sum();
                // The last column of numbers ends with the table.
                let end = if at + 1 == columns.len() { x + wide } else { x + wide - GAP };
                let start = if number { end - text } else { x };
                self.row(row, start, base, style, of.get(at).copied().flatten());
            }
            x += wide;
        }
        self.y += high;
    }
}
