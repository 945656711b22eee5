use super::{crates, file_name, files, read};
use std::path::Path;

/// Who keeps which tables. A new table is not in the list: the test says so.
const OWNERS: &[(&str, &[&str])] = &[
    ("database", &["migrations"]),
    ("facts", &["facts", "followers", "pseudonyms"]),
    ("web", &["active_days"]),
    ("delivery", &["outbox"]),
    (
        "reports",
        &[
            "reports",
            "report_decisions",
            "report_mailing",
            "report_recipients",
            "promises",
            "promise_months",
        ],
    ),
    ("organisation", &["community", "departments", "department_leaders"]),
    ("sign_in", &["passwords", "sessions", "tokens", "audit"]),
    ("members", &["people"]),
    ("oversight", &["consents", "looks"]),
    ("ties", &["tie_weeks", "tie_cells"]),
    ("groups", &["groups", "memberships"]),
    ("comments", &["comments"]),
    ("pictures", &["pictures"]),
    ("reactions", &["reactions"]),
    ("posts", &["posts", "topics", "post_topics", "thread_reads"]),
    (
        "cockpit",
        &["phase_overrules", "refused_proposals", "release_log", "kept_insights", "alarms"],
    ),
    (
        "actions",
        &["actions", "action_choices", "action_arms", "action_answers", "action_departments"],
    ),
];

/// Exceptions, each with its reason.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("organisation", "people", "set-up makes the first person, the team is marked here"),
    ("organisation", "groups", "set-up makes the commons"),
    ("organisation", "memberships", "set-up puts the first person in the commons"),
    ("organisation", "passwords", "set-up gives the first person a password"),
    ("sign_in", "people", "an account is a person who may enter"),
    ("sign_in", "memberships", "whoever enters belongs to the commons"),
    (
        "members",
        "pictures",
        "a picture of a person belongs to nothing else, and goes when another comes",
    ),
    ("members", "audit", "who changed whose role"),
    ("members", "sessions", "a change of rights ends sign-ins"),
];

/// Crates that write every table: they bring whole communities in.
const EVERYWHERE: &[&str] =
    &["archive", "bulk", "imports", "sandbox", "noaber", "bench", "scenarios", "database"];

fn is_test(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.contains("/tests/") || text.ends_with("/tests.rs") || text.ends_with("/testing.rs")
}

#[test]
fn queries_stand_in_stores() {
    let mut wrong = Vec::new();
    for (level, name, path) in crates() {
        if ["science", "language", "scenarios"].contains(&&*level)
            || ["schema", "database", "facts"].contains(&&*name)
        {
            continue;
        }
        for file in files(&path, ".rs") {
            let within = file.strip_prefix(&path).unwrap().to_string_lossy().into_owned();
            let is_store = file_name(&file) == "store.rs" || within.contains("store/");
            if is_store || is_test(&file) {
                continue;
            }
            let text = read(&file);
            // Row types may derive from Diesel anywhere; running a statement may not.
            let runs = [
                "database::sql(",
                "sql_query",
                "RunQueryDsl",
                "diesel::prelude",
                "diesel::insert_into",
            ];
            if runs.iter().any(|word| text.contains(word)) {
                wrong.push(format!("{name}/{within}"));
            }
        }
    }
    assert!(wrong.is_empty(), "queries outside a store: {wrong:#?}");
}

#[test]
fn a_store_writes_only_its_own_tables() {
    let mut wrong = Vec::new();
    for (_, name, path) in crates() {
        if EVERYWHERE.contains(&&*name) {
            continue;
        }
        for file in files(&path, ".rs").into_iter().filter(|file| !is_test(file)) {
            let text = read(&file).replace('\n', " ");
            for (owner, tables) in OWNERS {
                for table in *tables {
                    let writes = [
                        format!("insert_into({table}::table"),
                        format!("update({table}::table"),
                        format!("delete({table}::table"),
                        format!("insert into {table} "),
                        format!("update {table} set"),
                        format!("delete from {table} "),
                    ];
                    let dense: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    let dense = dense.replace("( ", "(");
                    if writes.iter().any(|w| dense.contains(w))
                        && *owner != name
                        && !ALLOWED.iter().any(|(who, what, _)| *who == name && what == table)
                    {
                        wrong.push(format!("{name} writes {table} of {owner}: {}", file.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn statements_go_through_the_check_of_their_values() {
    for (_, name, path) in crates() {
        for file in files(&path, ".rs") {
            let own = name == "database" || name == "scenarios";
            assert!(own || !read(&file).contains("sql_query("), "{}", file.display());
        }
    }
}
