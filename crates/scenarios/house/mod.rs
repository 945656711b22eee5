//! The rules of the house, read off its sources.

mod levels;
mod queries;
mod templates;

use std::path::{Path, PathBuf};

/// The folder of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every crate: its level's folder, its name, its path.
fn crates() -> Vec<(String, String, PathBuf)> {
    let mut found = Vec::new();
    for level in folders(&root().join("crates")) {
        let name = file_name(&level);
        if level.join("Cargo.toml").exists() {
            found.push((name.clone(), name, level));
        } else {
            for path in folders(&level) {
                if path.join("Cargo.toml").exists() {
                    found.push((name.clone(), file_name(&path), path));
                }
            }
        }
    }
    assert!(found.len() > 20, "the crates were not found");
    found
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    all.sort();
    all
}

/// Every source of the crates of a level but its tests, with its path.
pub(crate) fn sources(level: &str) -> Vec<(String, String)> {
    let of_level = crates().into_iter().filter(|(of, _, _)| of == level);
    let all = of_level.flat_map(|(_, _, path)| files(&path, ".rs"));
    all.map(|file| (file.display().to_string(), read(&file)))
        .filter(|(path, _)| !path.contains("/tests/") && !path.ends_with("tests.rs"))
        .collect()
}

/// Every file below `path` that ends so.
fn files(path: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !["node_modules", "target", "proptest-regressions"].contains(&&*file_name(&path)) {
                found.extend(files(&path, ending));
            }
        } else if file_name(&path).ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
