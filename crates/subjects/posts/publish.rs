use crate::permits::MayPost;
use crate::post::Draft;
use crate::store;
use database::Tx;
use language::{Fact, PostId, Refusal, Result, Verb};

/// What came of publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// A new post.
    New(PostId),
    /// The same form came before: this post stands already.
    Before(PostId),
}

impl Published {
    /// The post.
    pub fn id(self) -> PostId {
        match self {
            Self::New(id) | Self::Before(id) => id,
        }
    }
}

/// Publishes a post, with the pictures that were kept for it. When this is not
/// [`Published::New`], the caller forgets those.
///
/// # Errors
/// A fault of the database.
pub fn publish(tx: &mut Tx<'_>, permit: &MayPost, draft: &Draft) -> Result<Published> {
    if let Some(earlier) = before(tx, permit, draft)? {
        return Ok(Published::Before(earlier));
    }
    let mentioned = text::mentions(&draft.body);
    let known = store::known_handles(tx, permit.group(), &mentioned)?;
    let Some(id) = store::insert(tx, permit.group(), permit.by(), draft, &known)? else {
        return Ok(Published::Before(before(tx, permit, draft)?.ok_or(Refusal::Conflict)?));
    };
    for (at, picture) in draft.pictures.iter().enumerate() {
        let alt = draft.alts.get(at).map_or("", String::as_str);
        pictures::attach(tx, id.into(), permit.by(), picture, alt)?;
    }
    let who = facts::who(tx, permit.by())?;
    let mut fact = who.did(Fact::new(Verb::Post, tx.now(), tx.today()).about(id));
    fact.thread_id = Some(id.0);
    fact.group_id = Some(permit.group());
    fact.visibility = permit.visibility();
    facts::record(tx, &fact)?;
    for (person, _) in known.iter().filter(|(person, _)| *person != permit.by()) {
        let mut fact = fact.clone();
        fact.verb = Verb::Mention;
        let fact = facts::who(tx, *person)?.was_target(fact);
        facts::record(tx, &fact)?;
    }
    Ok(Published::New(id))
}

/// The post of the same form, when it came before.
fn before(tx: &mut Tx<'_>, permit: &MayPost, draft: &Draft) -> Result<Option<PostId>> {
    draft.key.as_deref().map_or(Ok(None), |key| store::by_key(tx, permit.by(), key))
}
