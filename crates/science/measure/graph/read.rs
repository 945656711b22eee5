//! The files of a network.

use std::collections::BTreeMap;

use insight::graph::Edge;
use insight::graph::tie::HALF_LIFE_DAYS;
use jiff::civil::{Date, DateTime};

use crate::Options;
use crate::graph::{COLUMNS, PERSON};
use crate::problem::{Problem, Why};
use crate::table::{Raw, Row, Source, Table};

/// What the files say.
pub(super) struct Input {
    /// Everybody, in order of id: as numbers when all are, else as text. So that where people are
    /// equal the same one comes first in every order of the lines.
    pub(super) ids: Vec<String>,
    pub(super) edges: Vec<Edge>,
    /// By column: its name, its values, and which of them everybody has.
    pub(super) attributes: Vec<Attribute>,
}

pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) values: Vec<String>,
    pub(super) of: Vec<Option<u32>>,
}

/// Numbers for names, in order of appearance.
#[derive(Default)]
struct Numbers {
    known: BTreeMap<String, u32>,
    names: Vec<String>,
}

impl Numbers {
    fn of(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.known.get(name) {
            return number;
        }
        let number = self.names.len() as u32;
        self.known.insert(name.to_owned(), number);
        self.names.push(name.to_owned());
        number
    }
}

pub(super) fn read(sources: Vec<Source>, options: &Options) -> Result<(usize, Input), Problem> {
    if options.half_life.is_some_and(|days| !days.is_finite() || days < 0.0) {
        return Err(Problem::nowhere(Why::Option("half-life")));
    }
    let mut sources = sources.into_iter();
    let Some(first) = sources.next() else {
        return Err(Problem::nowhere(Why::NoFile));
    };
    let second = sources.next();
    if let Some(third) = sources.next() {
        return Err(Problem::file(&third.name, Why::TooManyFiles));
    }
    let table = Table::read(first, &COLUMNS, options.columns.as_deref())?;
    let mut rows = table.len();
    let mut people = Numbers::default();
    let mut edges = lines(&table, &mut people, options)?;
    let mut attributes = match second {
        None => Vec::new(),
        Some(source) => {
            let raw = Raw::read(source)?;
            rows += raw.rows.len();
            known_of(&raw, &mut people)?
        }
    };
    let order = by_id(&people.names);
    let mut number = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| number[old] = new as u32);
    for edge in &mut edges {
        edge.from = number[edge.from as usize];
        edge.to = number[edge.to as usize];
    }
    for attribute in &mut attributes {
        attribute.of = order.iter().map(|&old| attribute.of[old]).collect();
    }
    let ids = order.iter().map(|&old| people.names[old].clone()).collect();
    Ok((rows, Input { ids, edges, attributes }))
}

/// The places of names in their order.
fn by_id(names: &[String]) -> Vec<usize> {
    let numbers: Option<Vec<u64>> = names.iter().map(|name| name.parse().ok()).collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    match numbers {
        Some(numbers) => order.sort_by_key(|&at| numbers[at]),
        None => order.sort_by(|&a, &b| names[a].cmp(&names[b])),
    }
    order
}

fn lines(table: &Table, people: &mut Numbers, options: &Options) -> Result<Vec<Edge>, Problem> {
    let mut edges = Vec::with_capacity(table.len());
    let mut times = Vec::new();
    for row in table.rows() {
        if options.only.as_ref().is_some_and(|only| row.text("type") != only) {
            continue;
        }
        let weight = if table.has("weight") { row.number("weight")? } else { 1.0 };
        let (from, to) = (row.needed("from")?, row.needed("to")?);
        edges.push(Edge { from: people.of(from), to: people.of(to), weight });
        if table.has("time") {
            times.push(days(row)?);
        }
    }
    if edges.is_empty() {
        return Err(Problem::file(&table.name, Why::Empty));
    }
    let half_life = options.half_life.unwrap_or(HALF_LIFE_DAYS);
    if half_life > 0.0 {
        // A tie is as strong as it is at the last moment of the file.
        let last = times.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for (edge, time) in edges.iter_mut().zip(times) {
            edge.weight *= ((time - last) / half_life).exp2();
        }
    }
    Ok(edges)
}

/// A moment in days since 1970. Numbers above ten million are seconds, others days.
fn days(row: Row<'_>) -> Result<f64, Problem> {
    const SECONDS_FROM: f64 = 1e7;
    const SECONDS_A_DAY: f64 = 86_400.0;
    let text = row.needed("time")?;
    if let Ok(number) = text.parse::<f64>()
        && number.is_finite()
    {
        return Ok(if number.abs() > SECONDS_FROM { number / SECONDS_A_DAY } else { number });
    }
    let wrong = || row.problem("time", Why::NotADate(text.to_owned()));
    let front = text.trim_end_matches('Z');
    let moment = front
        .parse::<DateTime>()
        .or_else(|_| {
            front.parse::<Date>().map(|date| date.to_datetime(jiff::civil::Time::midnight()))
        })
        .map_err(|_| wrong())?;
    let since = moment.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
    Ok(since.as_secs_f64() / SECONDS_A_DAY)
}

/// The attributes. A column with more different values than a third of the people (names, ages)
/// divides nobody into groups and is left out.
fn known_of(raw: &Raw, people: &mut Numbers) -> Result<Vec<Attribute>, Problem> {
    let person = raw.place(&PERSON).unwrap_or(0);
    let mut numbers = Vec::with_capacity(raw.rows.len());
    for (line, cells) in &raw.rows {
        let id = cells[person].trim();
        if id.is_empty() {
            let mut problem = Problem::line(&raw.name, *line, Why::Missing);
            problem.place.column = Some(raw.header[person].clone());
            return Err(problem);
        }
        let number = people.of(id);
        numbers.push(number);
    }
    let mut seen = vec![false; people.names.len()];
    for (&number, (line, cells)) in numbers.iter().zip(&raw.rows) {
        if std::mem::replace(&mut seen[number as usize], true) {
            let why = Why::Twice(cells[person].trim().to_owned());
            return Err(Problem::line(&raw.name, *line, why));
        }
    }
    let columns = (0..raw.header.len()).filter(|&column| column != person);
    let attributes = columns.filter_map(|column| {
        let mut values = Numbers::default();
        let mut of = vec![None; people.names.len()];
        for (&number, (_, cells)) in numbers.iter().zip(&raw.rows) {
            let value = cells[column].trim();
            if !value.is_empty() {
                of[number as usize] = Some(values.of(value));
            }
        }
        let count = values.names.len();
        (count >= 2 && 3 * count <= people.names.len()).then(|| Attribute {
            name: raw.header[column].clone(),
            values: values.names,
            of,
        })
    });
    Ok(attributes.collect())
}
