//! Markdown to HTML, on all cores, before the writer is asked for.

use crate::chunk::Chunk;
use std::sync::Mutex;
use text::Options;

/// So many texts are taken at a time.
const PIECE: usize = 64;

/// Fills in the HTML of every post and comment of a chunk.
pub(crate) fn render(chunk: &mut Chunk) {
    let posts = chunk.posts.iter_mut().map(|row| (row.body.as_str(), &mut row.body_html));
    let comments = chunk.comments.iter_mut().map(|row| (row.body.as_str(), &mut row.body_html));
    let mut texts: Vec<(&str, &mut String)> = posts.chain(comments).collect();
    let few = texts.len() <= PIECE;
    let work = Mutex::new(texts.chunks_mut(PIECE).collect::<Vec<_>>());
    let take = || {
        loop {
            let piece = work.lock().ok().and_then(|mut work| work.pop());
            let Some(piece) = piece else { return };
            for (body, html) in piece {
                **html = text::render(body, &Options::post()).as_str().to_owned();
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    if few || cores == 1 {
        take();
        return;
    }
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(take);
        }
    });
}
