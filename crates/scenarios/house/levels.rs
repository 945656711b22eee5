use super::{crates, read};

/// From the top: each may import from those above it, or from siblings.
const LEVELS: &[&str] = &[
    "science",
    "language",
    "kit",
    "people",
    "attached",
    "subjects",
    "watchers",
    "noaber",
    "bench",
    "scenarios",
];

fn place(level: &str) -> usize {
    LEVELS.iter().position(|l| *l == level).unwrap_or_else(|| panic!("unknown level {level}"))
}

#[test]
fn a_crate_imports_only_from_its_own_level_or_above() {
    let all = crates();
    let level_of = |name: &str| all.iter().find(|(_, n, _)| n == name).map(|(l, _, _)| l.as_str());
    let mut wrong = Vec::new();
    for (level, name, path) in &all {
        let manifest: toml::Table = read(&path.join("Cargo.toml")).parse().unwrap();
        let Some(dependencies) = manifest.get("dependencies").and_then(|d| d.as_table()) else {
            continue;
        };
        for used in dependencies.keys() {
            let Some(used_level) = level_of(used) else { continue };
            // Sentences have no level of their own: pure crates with words may load them.
            if place(used_level) > place(level) {
                wrong.push(format!("{level}/{name} imports {used_level}/{used}"));
            }
            if used_level == "watchers"
                && !["watchers", "noaber", "bench", "scenarios"].contains(&&**level)
            {
                wrong.push(format!("{level}/{name} imports the watcher {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn attachments_know_no_subject() {
    for (level, name, path) in crates() {
        if level == "attached" {
            let manifest: toml::Table = read(&path.join("Cargo.toml")).parse().unwrap();
            let dependencies = manifest["dependencies"].as_table().unwrap();
            for subject in ["posts", "actions"] {
                assert!(!dependencies.contains_key(subject), "{name} knows {subject}");
            }
        }
    }
}
