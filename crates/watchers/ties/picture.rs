//! The picture of who turns to whom: departments as dots, ties as bands between them. No
//! names of people, and no tie below the floor.

use crate::between::Cell;
use askama::Template;
use language::Result;
use std::collections::BTreeMap;
use web::Rendered;

/// More departments than this make no readable picture: the largest are drawn.
const MOST: usize = 14;
/// The middle and the radii of the oval on which the dots stand, in a picture of 400 by 300.
const MIDDLE: (f64, f64) = (200.0, 148.0);
const RADII: (f64, f64) = (100.0, 104.0);
/// A name beside a dot has at most two lines of so many characters: more does not fit on a
/// phone.
const LINE: usize = 15;
/// The distance between two lines.
const LEADING: f64 = 13.0;

/// A department to draw.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dot {
    pub id: i64,
    pub name: String,
    /// How many came by: the size of the dot.
    pub active: u64,
}

struct Drawn {
    x: String,
    y: String,
    r: String,
    full: String,
    label_x: String,
    /// Each line of the name, with where it stands.
    lines: Vec<(String, String)>,
    anchor: &'static str,
}

struct Band {
    path: String,
    title: String,
}

#[derive(Template)]
#[template(path = "templates/picture.html")]
struct Picture<'a> {
    title: &'a str,
    summary: &'a str,
    bands: Vec<Band>,
    dots: Vec<Drawn>,
}

/// How strong the tie between two departments is: the larger share of either that turned
/// to the other, among what is shown; none when neither direction is.
pub(crate) fn strength(cells: &[Cell], one: i64, other: i64) -> Option<f64> {
    let share = |source: i64, target: i64| {
        let cell = cells.iter().find(|cell| cell.source == source && cell.target == target)?;
        let (turned, _) = cell.shown?;
        (cell.active > 0).then(|| (turned as f64 / cell.active as f64).min(1.0))
    };
    match (share(one, other), share(other, one)) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (found, None) | (None, found) => found,
    }
}

/// Puts strongly tied departments beside each other: begins with the largest and goes on
/// to whoever is tied most to the one before.
fn in_order(mut dots: Vec<Dot>, cells: &[Cell]) -> Vec<Dot> {
    dots.sort_by(|a, b| b.active.cmp(&a.active).then(a.id.cmp(&b.id)));
    dots.truncate(MOST);
    let mut placed: Vec<Dot> = Vec::with_capacity(dots.len());
    while !dots.is_empty() {
        let next = placed.last().map_or(0, |last| {
            let tied = |dot: &Dot| strength(cells, last.id, dot.id).unwrap_or(-1.0);
            let mut best = 0;
            for (at, dot) in dots.iter().enumerate() {
                if tied(dot) > tied(&dots[best]) {
                    best = at;
                }
            }
            best
        });
        placed.push(dots.remove(next));
    }
    placed
}

fn place(number: f64) -> String {
    format!("{number:.1}")
}

/// At most so many characters.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}

/// A name in one line or two.
fn lines(name: &str) -> Vec<String> {
    let mut first = String::new();
    let mut words = name.split_whitespace().peekable();
    while let Some(word) = words
        .next_if(|word| first.is_empty() || first.chars().count() + word.chars().count() < LINE)
    {
        if !first.is_empty() {
            first.push(' ');
        }
        first.push_str(word);
    }
    let rest: Vec<&str> = words.collect();
    let mut all = vec![cut(&first, LINE)];
    if !rest.is_empty() {
        all.push(cut(&rest.join(" "), LINE));
    }
    all
}

/// A band of a width between two points, as a filled path: widths in a style sheet would be
/// the same for all.
fn band(from: (f64, f64), to: (f64, f64), width: f64) -> String {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(1e-9);
    let (nx, ny) = (-dy / length * width / 2.0, dx / length * width / 2.0);
    let corners = [
        (from.0 + nx, from.1 + ny),
        (to.0 + nx, to.1 + ny),
        (to.0 - nx, to.1 - ny),
        (from.0 - nx, from.1 - ny),
    ];
    let words: Vec<String> =
        corners.iter().map(|(x, y)| format!("{} {}", place(*x), place(*y))).collect();
    format!("M{}Z", words.join("L"))
}

/// Draws it; none when there are fewer than two departments or no tie to show.
///
/// # Errors
/// A fault when the template fails.
pub(crate) fn draw(
    (title, summary): (&str, &str),
    dots: Vec<Dot>,
    cells: &[Cell],
    say: &dyn Fn(&str, &str, f64) -> String,
) -> Result<Option<Rendered>> {
    let dots = in_order(dots, cells);
    let count = dots.len() as f64;
    let at: BTreeMap<i64, (f64, f64)> = dots
        .iter()
        .enumerate()
        .map(|(number, dot)| {
            let angle = std::f64::consts::TAU * number as f64 / count - std::f64::consts::FRAC_PI_2;
            (dot.id, (MIDDLE.0 + RADII.0 * angle.cos(), MIDDLE.1 + RADII.1 * angle.sin()))
        })
        .collect();
    let mut ties: Vec<(f64, usize, usize)> = Vec::new();
    for one in 0..dots.len() {
        for other in one + 1..dots.len() {
            if let Some(strength) = strength(cells, dots[one].id, dots[other].id) {
                ties.push((strength, one, other));
            }
        }
    }
    if dots.len() < 2 || ties.is_empty() {
        return Ok(None);
    }
    ties.sort_by(|a, b| a.0.total_cmp(&b.0));
    let most = ties.last().map_or(1.0, |(strength, ..)| strength.max(1e-9));
    let bands = ties
        .iter()
        .map(|(strength, one, other)| {
            let (one, other) = (&dots[*one], &dots[*other]);
            Band {
                path: band(at[&one.id], at[&other.id], 1.0 + 9.0 * strength / most),
                title: say(&one.name, &other.name, *strength),
            }
        })
        .collect();
    let largest = dots.iter().map(|dot| dot.active).max().unwrap_or(1).max(1) as f64;
    let drawn = dots
        .iter()
        .map(|dot| {
            let (x, y) = at[&dot.id];
            let radius = 4.0 + 9.0 * (dot.active as f64 / largest).sqrt();
            let side = (x - MIDDLE.0) / RADII.0;
            let (anchor, dx) = if side > 0.35 {
                ("start", radius + 4.0)
            } else if side < -0.35 {
                ("end", -radius - 4.0)
            } else {
                ("middle", 0.0)
            };
            let lines = lines(&dot.name);
            let more = (lines.len() - 1) as f64 * LEADING;
            let top = match anchor {
                "middle" if y < MIDDLE.1 => y - radius - 5.0 - more,
                "middle" => y + radius + 13.0,
                _ => y + 4.0 - more / 2.0,
            };
            Drawn {
                x: place(x),
                y: place(y),
                r: place(radius),
                full: dot.name.clone(),
                label_x: place(x + dx),
                lines: lines
                    .into_iter()
                    .zip(0..)
                    .map(|(line, at)| (line, place(top + f64::from(at) * LEADING)))
                    .collect(),
                anchor,
            }
        })
        .collect();
    Rendered::of(&Picture { title, summary, bands, dots: drawn }).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(source: i64, target: i64, shown: Option<u64>, active: u64) -> Cell {
        Cell { source, target, shown: shown.map(|turned| (turned, turned)), active }
    }

    #[test]
    fn a_tie_is_as_strong_as_its_stronger_side_and_hidden_ones_are_not_drawn() {
        let cells = [
            cell(1, 2, Some(10), 40),
            cell(2, 1, Some(6), 12),
            cell(1, 3, None, 40),
            cell(3, 1, None, 8),
            cell(2, 3, Some(6), 12),
        ];
        assert_eq!(strength(&cells, 1, 2), Some(0.5));
        assert_eq!(strength(&cells, 1, 3), None);
        assert_eq!(strength(&cells, 3, 2), Some(0.5), "one direction is enough");
        let dots = [(1, 40), (2, 12), (3, 8)]
            .map(|(id, active)| Dot { id, name: format!("Afdeling {id}"), active })
            .to_vec();
        let order: Vec<i64> = in_order(dots.clone(), &cells).iter().map(|dot| dot.id).collect();
        assert_eq!(order, [1, 2, 3]);
        let drawn = draw(("t", "s"), dots, &cells, &|a, b, _| format!("{a}-{b}")).unwrap();
        let text = drawn.unwrap().to_string();
        assert_eq!(text.matches("<path").count(), 2, "{text}");
        assert!(!text.contains("Afdeling 1-Afdeling 3"));
        let none = draw(("t", "s"), Vec::new(), &cells, &|_, _, _| String::new()).unwrap();
        assert!(none.is_none());
    }

    #[test]
    fn a_long_name_is_cut_beside_its_dot() {
        assert_eq!(lines("Zorg"), ["Zorg"]);
        assert_eq!(lines("Verpleging en verzorging"), ["Verpleging en", "verzorging"]);
        assert_eq!(lines("Dagbesteding en welzijn"), ["Dagbesteding en", "welzijn"]);
        let long = lines("Arbeidsongeschiktheidsverzekeringen en alles wat daarbij hoort");
        assert!(
            long.len() == 2 && long.iter().all(|line| line.chars().count() <= LINE),
            "{long:?}"
        );
        assert!(lines("").len() == 1, "a name is never empty, but nothing breaks");
    }
}
