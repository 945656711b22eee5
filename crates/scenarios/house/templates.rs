use super::{crates, file_name, files, read, root};

#[test]
fn templates_have_no_inline_style_script_or_event_and_escape_everything() {
    let mut wrong = Vec::new();
    for (_, _, path) in crates() {
        // A mail carries its own style: mail programs load none, and its page in the
        // cockpit stands in a sandbox.
        let pages = files(&path, ".html");
        for file in
            pages.into_iter().filter(|file| !file.ends_with("sign_in/templates/letter.html"))
        {
            let text = read(&file);
            for bad in ["style=\"", "<script>", "<style", "hx-on", "|safe", "| safe", "javascript:"]
            {
                if text.contains(bad) {
                    wrong.push(format!("{}: {bad}", file.display()));
                }
            }
            for event in ["onclick", "onload", "onsubmit", "onchange", "onerror", "oninput"] {
                if text.contains(&format!(" {event}=")) {
                    wrong.push(format!("{}: {event}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_form_that_changes_something_gets_the_token() {
    let mut wrong = Vec::new();
    for (_, _, path) in crates() {
        for file in files(&path, ".html") {
            for part in read(&file).split("<form").skip(1) {
                let tag = part.split('>').next().unwrap_or("");
                if tag.contains("method=\"post\"") && !tag.starts_with(" method=\"post\"") {
                    wrong.push(format!("{}: <form{tag}>", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "write method=\"post\" first, the frame looks for it: {wrong:#?}");
}

#[test]
fn every_sentence_is_used_and_stands_in_both_languages() {
    let mut wrong = Vec::new();
    for (_, name, path) in crates() {
        let dutch = path.join("words.nl.ftl");
        if !dutch.exists() {
            continue;
        }
        let keys = |file: &std::path::Path| -> Vec<String> {
            read(file)
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim().to_owned()))
                .collect()
        };
        let (nl, en) = (keys(&dutch), keys(&path.join("words.en.ftl")));
        for key in &nl {
            if !en.contains(key) {
                wrong.push(format!("{name}: {key} is not in English"));
            }
        }
        let mut sources = String::new();
        for ending in [".rs", ".html"] {
            for file in files(&path, ending) {
                sources.push_str(&read(&file));
            }
        }
        for key in &nl {
            let function = key.replace('-', "_");
            let used = sources.match_indices(&function).any(|(at, _)| {
                let before = sources[..at].chars().next_back();
                let after = sources[at + function.len()..].chars().next();
                let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
                !part(before) && !part(after)
            });
            if !used {
                wrong.push(format!("{name}: nobody says {key}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn files_are_short_enough_to_read() {
    let mut long = Vec::new();
    for (_, _, path) in crates() {
        for file in files(&path, ".rs") {
            let lines = read(&file).lines().count();
            // Written by a script.
            let made = file_name(&file) == "tables.rs";
            if lines > 600 && !made {
                long.push(format!("{}: {lines} lines", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "{long:#?}");
    assert!(root().join("Cargo.toml").exists());
}
