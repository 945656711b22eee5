//! How emphasis is written so that it is read as meant: the rules of CommonMark 6.2 on what may begin
//! and end it, and what to do where they do not hold. The text always stays; the mark goes.

use crate::pieces::{Mark, Piece};
use crate::work::tick;

/// A mark that ends where the same begins again goes on.
pub(crate) fn join_marks(pieces: &mut Vec<Piece>) {
    let mut done: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces.drain(..) {
        match (&piece, done.last()) {
            (Piece::Open(a), Some(Piece::Close(b))) if a == b => {
                done.pop();
            }
            _ => done.push(piece),
        }
    }
    *pieces = done;
}

/// How each mark is written; an empty text where it cannot be written so that it is read as meant.
pub(crate) fn plan_marks(pieces: &[Piece]) -> Vec<&'static str> {
    let mut plan: Vec<&'static str> = vec![""; pieces.len()];
    let pairs = pairs(pieces);
    for &(open, close) in &pairs {
        let sign = match pieces.get(open) {
            Some(Piece::Open(Mark::Strong)) => "**",
            Some(Piece::Open(Mark::Strike)) => "~~",
            _ => "_",
        };
        plan[open] = sign;
        plan[close] = sign;
    }
    // A change at one mark changes its neighbours' surroundings; a few rounds settle it.
    for _ in 0..4 {
        let edges = edges(pieces, &plan, false);
        // Renderers with strikethrough look through its signs at what is behind them; others do not.
        let through = self::edges(pieces, &plan, true);
        let mut changed = false;
        for &(open, close) in &pairs {
            let sign = plan[open];
            let read = |e: &[(char, char)]| opens(sign, e[open]) && closes(sign, e[close]);
            if sign.is_empty() || (read(&edges) && read(&through)) {
                continue;
            }
            // Inside a word only the asterisk is emphasis, and only away from other asterisks.
            let alone = [edges[open], edges[close]]
                .iter()
                .all(|(before, after)| *before != '*' && *after != '*');
            let next = if sign == "_" && alone { "*" } else { "" };
            plan[open] = next;
            plan[close] = next;
            changed = true;
        }
        if !changed {
            return plan;
        }
    }
    vec![""; pieces.len()]
}

/// Which mark ends which; what has no other half is left out, and so is what crosses a link or another mark.
fn pairs(pieces: &[Piece]) -> Vec<(usize, usize)> {
    let mut open: Vec<(Option<Mark>, usize)> = Vec::new();
    let mut pairs = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(mark) => open.push((Some(*mark), i)),
            Piece::LinkOpen => open.push((None, i)),
            Piece::Close(mark) => {
                if open.last().is_some_and(|(m, _)| *m == Some(*mark))
                    && let Some((_, start)) = open.pop()
                {
                    pairs.push((start, i));
                }
            }
            Piece::LinkClose(..) => while open.pop().is_some_and(|(mark, _)| mark.is_some()) {},
            _ => {}
        }
    }
    pairs
}

/// The characters before and after each piece as it will be written; a line's end counts as space.
/// With `through`, marks of strikethrough are as if they were not there.
pub(crate) fn edges(pieces: &[Piece], plan: &[&str], through: bool) -> Vec<(char, char)> {
    tick(pieces.len() * 3);
    let ends: Vec<Option<(char, char)>> = pieces
        .iter()
        .zip(plan)
        .map(|(piece, sign)| match piece {
            Piece::Text(text) => text.chars().next().zip(text.chars().last()),
            Piece::Code(_) => Some(('`', '`')),
            Piece::Break => Some(('\\', '\n')),
            Piece::LinkOpen => Some(('[', '[')),
            Piece::LinkClose(..) => Some((']', ')')),
            Piece::Address(_) => Some(('<', '>')),
            Piece::Open(Mark::Strike) | Piece::Close(Mark::Strike) if through => None,
            Piece::Open(_) | Piece::Close(_) => sign.chars().next().zip(sign.chars().last()),
        })
        .collect();
    let mut edges = vec![('\n', '\n'); pieces.len()];
    let mut before = '\n';
    for (edge, end) in edges.iter_mut().zip(&ends) {
        edge.0 = before;
        if let Some((_, last)) = end {
            before = *last;
        }
    }
    let mut after = '\n';
    for (edge, end) in edges.iter_mut().zip(&ends).rev() {
        edge.1 = after;
        if let Some((first, _)) = end {
            after = *first;
        }
    }
    edges
}

/// CommonMark's punctuation: what is neither letter, number, space nor a mark on a letter. Symbols count.
fn punctuation(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

/// Left-flanking and, for the underscore, not inside a word (CommonMark 6.2).
fn opens(sign: &str, (before, after): (char, char)) -> bool {
    let free = before.is_whitespace() || punctuation(before);
    let left = !after.is_whitespace() && (!punctuation(after) || free);
    if sign == "_" { left && free } else { left }
}

/// Right-flanking and, for the underscore, not inside a word (CommonMark 6.2).
fn closes(sign: &str, (before, after): (char, char)) -> bool {
    let free = after.is_whitespace() || punctuation(after);
    let right = !before.is_whitespace() && (!punctuation(before) || free);
    if sign == "_" { right && free } else { right }
}
