//! What is the same of a post for every reader, kept in memory: a feed shows many
//! people the same posts. It is kept under the stamp of the data it was read from and
//! forgotten as soon as anything was committed, by whatever process. Who may read a
//! post is never kept: ids come from [`store::chosen`], which asks each time.

use crate::post::Post;
use crate::store;
use comments::Comment;
use database::{Conn, Stamp};
use language::{PostId, Result, SubjectKind};
use pictures::Shown;
use reactions::Count;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many posts are kept at most: about two megabytes.
const MOST: usize = 500;

/// A post with what a card shows of it.
pub(crate) struct Common {
    /// The post as for somebody who read nothing and was sent away from nowhere.
    pub(crate) post: Arc<Post>,
    pub(crate) counts: Vec<Count>,
    pub(crate) pictures: Vec<Shown>,
    /// The last two comments, oldest first.
    pub(crate) last: Vec<Arc<Comment>>,
}

/// What is kept.
#[derive(Default)]
pub(crate) struct Board(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    stamp: Option<Stamp>,
    posts: HashMap<PostId, Arc<Common>>,
}

impl Board {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        // What a panic left is whole: entries come and go one by one.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// These posts, those that are no longer there left out. `stamp` was taken before
    /// the transaction of `conn` began.
    pub(crate) fn posts(
        &self,
        conn: &mut Conn,
        stamp: &Stamp,
        ids: &[PostId],
    ) -> Result<HashMap<PostId, Arc<Common>>> {
        let mut found = self.known(stamp, ids);
        let missing: Vec<i64> =
            ids.iter().filter(|id| !found.contains_key(id)).map(|id| id.0).collect();
        if missing.is_empty() {
            return Ok(found);
        }
        let read = read(conn, &missing)?;
        let mut kept = self.kept();
        let same = kept.stamp.as_ref() == Some(stamp);
        if same && kept.posts.len() + read.len() > MOST {
            kept.posts.clear();
        }
        for common in read {
            let (id, common) = (common.post.id, Arc::new(common));
            if same {
                kept.posts.insert(id, Arc::clone(&common));
            }
            found.insert(id, common);
        }
        Ok(found)
    }

    /// Those that are kept; forgets all when their stamp is another.
    fn known(&self, stamp: &Stamp, ids: &[PostId]) -> HashMap<PostId, Arc<Common>> {
        let mut kept = self.kept();
        if kept.stamp.as_ref() != Some(stamp) {
            kept.stamp = Some(stamp.clone());
            kept.posts.clear();
        }
        let known = |id: &PostId| Some((*id, Arc::clone(kept.posts.get(id)?)));
        ids.iter().filter_map(known).collect()
    }
}

/// Reads posts with their reactions, pictures and last comments: four queries,
/// however many posts.
fn read(conn: &mut Conn, ids: &[i64]) -> Result<Vec<Common>> {
    let posts = store::unread(conn, ids)?;
    let with = |count: fn(&Post) -> i32| -> Vec<i64> {
        posts.iter().filter(|post| count(post) > 0).map(|post| post.id.0).collect()
    };
    let (talked, felt) = (with(|post| post.comments), with(|post| post.reactions));
    let mut last: HashMap<i64, Vec<Arc<Comment>>> = HashMap::new();
    for comment in comments::last_of(conn, SubjectKind::Post, &talked)? {
        last.entry(comment.subject.id).or_default().push(Arc::new(comment));
    }
    let mut counts: HashMap<i64, Vec<Count>> = HashMap::new();
    for count in reactions::counts(conn, SubjectKind::Post, &felt, None)? {
        counts.entry(count.subject_id).or_default().push(count);
    }
    let mut shown: HashMap<i64, Vec<Shown>> = HashMap::new();
    for picture in pictures::of(conn, SubjectKind::Post, ids)? {
        shown.entry(picture.subject_id).or_default().push(picture);
    }
    let whole = |post: Post| {
        let id = post.id.0;
        Common {
            counts: counts.remove(&id).unwrap_or_default(),
            pictures: shown.remove(&id).unwrap_or_default(),
            last: last.remove(&id).unwrap_or_default(),
            post: Arc::new(post),
        }
    };
    Ok(posts.into_iter().map(whole).collect())
}
