//! How deep a conversation goes (SCIENCE 3.4): a row of answers to one question, or people who
//! answer each other.

use crate::invalid::Invalid;

/// The shape of one conversation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// Messages, the opener included.
    pub messages: usize,
    /// Steps from the opener to the deepest answer; 0 without answers.
    pub depth: usize,
    /// Structural virality: the mean distance, in steps, over all pairs of messages. `None` with
    /// fewer than two messages.
    pub virality: Option<f64>,
}

/// Measures a conversation given as the place of each message's parent, `None` for the opener
/// (structural virality: Goel and others 2016). Linear in the number of messages: a step between a
/// message and its parent lies on size·(n − size) of the paths, size being the messages below it.
///
/// # Errors
/// [`Invalid::BrokenTable`] unless there is exactly one opener from which all else follows.
pub fn shape(parents: &[Option<usize>]) -> Result<Shape, Invalid> {
    let n = parents.len();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); n];
    let mut openers = Vec::new();
    for (place, parent) in parents.iter().enumerate() {
        match parent {
            None => openers.push(place),
            Some(above) => children.get_mut(*above).ok_or(Invalid::BrokenTable)?.push(place),
        }
    }
    let [opener] = openers[..] else {
        return Err(Invalid::BrokenTable);
    };
    let (mut order, mut depths) = (vec![opener], vec![0; n]);
    let mut next = 0;
    while let Some(&place) = order.get(next) {
        for &child in &children[place] {
            depths[child] = depths[place] + 1;
            order.push(child);
        }
        next += 1;
    }
    // A circle hangs from no opener and is never reached.
    if order.len() < n {
        return Err(Invalid::BrokenTable);
    }
    let mut sizes = vec![1_usize; n];
    let mut distance = 0.0;
    for &place in order.iter().rev() {
        if let Some(above) = parents[place] {
            sizes[above] += sizes[place];
            distance += sizes[place] as f64 * (n - sizes[place]) as f64;
        }
    }
    let pairs = n as f64 * (n as f64 - 1.0) / 2.0;
    Ok(Shape {
        messages: n,
        depth: depths.into_iter().max().unwrap_or(0),
        virality: (n > 1).then(|| distance / pairs),
    })
}
