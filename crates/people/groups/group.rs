use crate::membership::Door;
use language::{GroupAccess, GroupId, Moment, Problems, Result, Visibility};
use words::Lang;

/// The longest name, in characters.
pub const MOST_NAME: usize = 120;
/// The longest purpose, in characters.
pub const MOST_PURPOSE: usize = 2_000;
/// The longest key of a name: room is left for the id of a secret group.
const MOST_KEY: usize = 200;

/// A group, for somebody who may know that it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Its part of an address; never changes.
    pub slug: String,
    /// What it is for.
    pub purpose: String,
    /// Who may find and enter it.
    pub access: GroupAccess,
    /// The one group that everybody is in.
    pub commons: bool,
    /// When it was closed down.
    pub archived: Option<Moment>,
}

impl Group {
    /// What a step of a membership needs to know.
    pub fn door(&self) -> Door {
        Door { access: self.access, commons: self.commons, archived: self.archived.is_some() }
    }

    /// Its colour, 0 to 7.
    pub fn hue(&self) -> i64 {
        (self.id.0 ^ (self.id.0 >> 7) ^ (self.id.0 >> 21)) & 7
    }

    /// How widely what stands in it can be read.
    pub fn visibility(&self) -> Visibility {
        match self.access {
            GroupAccess::Open => Visibility::Everyone,
            GroupAccess::Closed => Visibility::Group,
            GroupAccess::Secret => Visibility::Secret,
        }
    }
}

/// A group's name, purpose and access that may be kept.
#[derive(Debug, Clone)]
pub struct Draft {
    pub(crate) name: String,
    pub(crate) purpose: String,
    pub(crate) access: GroupAccess,
}

impl Draft {
    /// Checks what was typed.
    ///
    /// # Errors
    /// Problems of the fields `name`, `purpose` and `access`.
    pub fn new(lang: Lang, name: &str, purpose: &str, access: &str) -> Result<Self> {
        let mut problems = Problems::none();
        let purpose = purpose.trim().replace('\0', "");
        let longer = purpose.chars().count();
        let name = match text::name(name, MOST_NAME) {
            Ok(name) => {
                let key = text::normal_key(&name).chars().count();
                if key > MOST_KEY {
                    problems.add("name", crate::w::too_long(lang, key, MOST_NAME));
                }
                name
            }
            Err(text::NameProblem::Empty) => {
                problems.add("name", crate::w::name_missing(lang));
                String::new()
            }
            Err(problem) => {
                problems.add("name", problem.say(lang));
                String::new()
            }
        };
        if longer > MOST_PURPOSE {
            problems.add("purpose", crate::w::too_long(lang, longer, MOST_PURPOSE));
        }
        let access = GroupAccess::from_name(access);
        if access.is_none() {
            problems.add("access", crate::w::choose_access(lang));
        }
        problems.check()?;
        Ok(Self { name, purpose, access: access.unwrap_or(GroupAccess::Secret) })
    }

    /// The key under which its name is unique.
    pub(crate) fn key(&self) -> String {
        text::normal_key(&self.name)
    }
}

/// The stored key of a name. That of a secret group carries its id, so that its
/// name stays free for others: a name that is "taken" would betray it.
pub(crate) fn stored_key(key: &str, access: GroupAccess, id: GroupId) -> String {
    match access {
        GroupAccess::Secret => format!("{key} #{id}"),
        GroupAccess::Open | GroupAccess::Closed => key.to_owned(),
    }
}

/// The part of an address for a new group, at the `attempt`th try (from 1). Of a
/// secret group the address says nothing.
pub(crate) fn slug(draft: &Draft, id: GroupId, attempt: u32) -> String {
    if draft.access == GroupAccess::Secret {
        return format!("g-{:x}", id.0);
    }
    let mut slug = String::new();
    for c in text::ascii_fold(&draft.name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    match (slug, attempt) {
        ("", _) => format!("g-{:x}", id.0),
        // The address of the form for a new group.
        ("new", 1) => "new-1".to_owned(),
        (slug, 1) => slug.to_owned(),
        (slug, 2..=9) => format!("{slug}-{attempt}"),
        (slug, _) => format!("{slug}-{:x}", id.0),
    }
}
