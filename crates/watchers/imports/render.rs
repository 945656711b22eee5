//! Markdown to HTML, on all cores, before the writer is asked for.

use crate::plan::Spills;
use std::io;
use text::Options;

/// A text that waits to be rendered.
pub(crate) struct Text {
    pub key: String,
    pub author_name: String,
    /// Of a post; none is a comment.
    pub title: Option<String>,
    pub body: String,
}

/// Renders texts a batch at a time, and spills them in their order.
#[derive(Default)]
pub(crate) struct Renderer {
    waiting: Vec<Text>,
    bytes: usize,
}

/// A batch: enough work for each core, little enough to keep in memory.
const TEXTS: usize = 2_048;
const BYTES: usize = 8 << 20;

impl Renderer {
    /// Takes a text.
    pub(crate) fn put(&mut self, text: Text, spills: &mut Spills) -> io::Result<()> {
        self.bytes += text.body.len();
        self.waiting.push(text);
        if self.waiting.len() >= TEXTS || self.bytes >= BYTES {
            self.finish(spills)?;
        }
        Ok(())
    }

    /// Renders and spills what waits.
    pub(crate) fn finish(&mut self, spills: &mut Spills) -> io::Result<()> {
        let html = rendered(&self.waiting);
        for (text, html) in self.waiting.drain(..).zip(html) {
            let spill = if text.title.is_some() { &mut spills.posts } else { &mut spills.comments };
            spill.put(&text.key)?;
            spill.put(&text.author_name)?;
            if let Some(title) = &text.title {
                spill.put(title)?;
            }
            spill.put(&text.body)?;
            spill.put(&html)?;
        }
        self.bytes = 0;
        Ok(())
    }
}

/// The HTML of each text.
fn rendered(texts: &[Text]) -> Vec<String> {
    let mut html = vec![String::new(); texts.len()];
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    // Small pieces in turn, since a few long texts may stand together.
    let work: Vec<_> = texts.chunks(64).zip(html.chunks_mut(64)).collect();
    let work = std::sync::Mutex::new(work);
    let render = || {
        loop {
            let piece = work.lock().ok().and_then(|mut work| work.pop());
            let Some((texts, html)) = piece else { return };
            for (text, html) in texts.iter().zip(html) {
                *html = text::render(&text.body, &Options::post()).as_str().to_owned();
            }
        }
    };
    if texts.len() <= 64 || cores == 1 {
        render();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(render);
            }
        });
    }
    drop(work);
    html
}
