//! What lies on the mat this morning: a few posts that nobody answered yet, so that a
//! manager who looks around has something to do. The simulator answers nearly all.

use crate::store::PostRow;
use crate::town::{Town, small};
use language::{ActorKind, Fact, Moment, PersonState, PostId, Result, Role, Verb};

/// A post of the last two days.
struct Post {
    /// How many minutes before the end.
    ago: i64,
    /// Somebody who never said anything before.
    first: bool,
    question: bool,
    title: &'static str,
    body: &'static str,
}

/// In the order of time.
const POSTS: [Post; 4] = [
    Post {
        ago: 1_745,
        first: false,
        question: true,
        title: "Wie heeft de sleutel van de aanhanger?",
        body: "Ik wil zaterdag de oude bedden wegbrengen. De sleutel hangt niet in het kastje \
               bij de receptie, en in het schriftje staat niemand.",
    },
    Post {
        ago: 1_130,
        first: true,
        question: true,
        title: "Waar vind ik het rooster van volgende maand?",
        body: "Ik ben hier nog maar net begonnen en iedereen is hartelijk. Alleen dit vind ik \
               niet: waar staat het rooster van volgende maand, en bij wie meld ik een ruil?",
    },
    Post {
        ago: 415,
        first: false,
        question: true,
        title: "Printer zegt dat het papier op is, maar er ligt papier",
        body: "Die op de eerste verdieping, naast de linnenkamer. Uit en aan gezet, la open en \
               dicht, lief aangekeken. Wie kent de truc?",
    },
    Post {
        ago: 95,
        first: true,
        question: false,
        title: "Even voorstellen",
        body: "Ik las hier al een tijdje mee en dacht: nu ik. Ik werk het liefst in de vroege \
               dienst, want dan is het nog stil op de gang. Kom gerust langs voor koffie.",
    },
];

impl Town {
    /// Puts those posts of this morning in the group of everybody that come before `at`:
    /// the log is in the order of time. Who writes is drawn by nobody: the last who came
    /// in and never spoke, and the last who did speak.
    pub(crate) fn morning(&mut self, at: Moment, now: Moment) -> Result<()> {
        while let Some(post) = POSTS.get(self.mornings) {
            let when = now.plus(-post.ago * 60 * Moment::SECOND);
            if when > at {
                break;
            }
            self.close_actions(when)?;
            // The same one does not speak twice.
            let writer = self.members(post.first).into_iter().find(|one| !self.spoke.contains(one));
            self.mornings += 1;
            if let Some(writer) = writer {
                self.spoke.push(writer);
                self.says(writer, post, when)?;
            }
        }
        Ok(())
    }

    /// One of the posts. Nothing answers it, so it needs no place among the items.
    fn says(&mut self, writer: u32, post: &Post, at: Moment) -> Result<()> {
        let id = PostId(self.new_id());
        let kind = if post.question { "question" } else { "update" };
        let row = PostRow {
            title: post.title.to_owned(),
            body: post.body.to_owned(),
            ..self.new_post(id, 0, writer, kind, at)?
        };
        self.chunk.posts.push(row);
        self.made.posts += 1;
        let person = self.person_mut(writer)?;
        person.contributed = Some(at);
        person.said += 1;
        let fact = Fact { thread_id: Some(id.0), ..self.fact(Verb::Post, at).about(id) };
        let fact = self.by(writer, self.within(0, fact)?)?;
        self.record(fact);
        Ok(())
    }

    /// Members who are in and no part of the team, the last to come in first: those who
    /// never said anything, or those who did.
    fn members(&self, silent: bool) -> Vec<u32> {
        let mut all: Vec<(Moment, u32)> = (0..)
            .zip(&self.people)
            .filter_map(|(place, somebody)| {
                let one = somebody.as_ref()?;
                let member = one.kind == ActorKind::Member && one.role == Role::Member;
                let inside = member && one.state == PersonState::Active;
                // Somebody who reacted is no newcomer either.
                let fits = inside && (one.said == 0 && one.contributed.is_none()) == silent;
                one.joined.filter(|_| fits).map(|joined| (joined, small(place)))
            })
            .collect();
        all.sort_by_key(|(joined, place)| (std::cmp::Reverse(*joined), *place));
        all.into_iter().map(|(_, place)| place).collect()
    }
}
