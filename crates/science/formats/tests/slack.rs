//! Slack exports.

use super::*;
use crate::mrkdwn::{Names, to_markdown};

#[test]
fn a_real_workspace_counts_as_its_source() {
    let archive = Archive::open(shared("slack-houstondatavis/slack-export.zip")).unwrap();
    let mut kept = Kept::default();
    let summary = slack(archive, &mut kept).unwrap();
    assert_eq!(kept.refusals, []);
    assert_eq!(summary.read, 71 + 16 + 1382);
    let count = |kind: &str| kept.kinds().get(kind).copied().unwrap_or(0);
    assert_eq!((count("person"), count("group")), (71, 16));
    // 964 messages, 61 shared files and 6 remarks about a file.
    assert_eq!(count("thread") + count("comment"), 964 + 61 + 6);
    // 119 entries name 199 people; one of these stands under a notice of joining.
    assert_eq!(count("reaction"), 198);
    let skips = &summary.skipped;
    assert_eq!(skips[&Skip::ReactionToNotice], 1);
    assert_eq!(skips[&Skip::GroupNotice], 13 + 9 + 2 + 2);
    assert_eq!(skips[&Skip::Notice], 1 + 1);
    assert_eq!(skips[&Skip::Leave], 3);
    assert_eq!(skips[&Skip::OtherFile], 1);
    // Of 320 joins three were followed by leaving for good; the rest are the members of today, or of the
    // day an archived channel was closed.
    assert_eq!(count("membership"), 317);
    assert_eq!(skips[&Skip::FormerMember], 3);
    assert!(!skips.contains_key(&Skip::KnownMembership));
    assert_eq!(kept.threads().iter().filter(|t| t.edited.is_some()).count(), 37);
    assert!(kept.people().iter().all(|p| p.email.is_some()));
    assert!(kept.threads().iter().all(|t| !t.body.contains("<@") && !t.body.contains("&gt;")));
}

fn export(files: &[(&str, &str)]) -> (Result<Summary, Fatal>, Kept) {
    let users = r#"[{"id":"U1","name":"anna","profile":{"real_name":"Anna Vos","email":"anna@x.nl"}},
                    {"id":"U2","name":"bram","real_name":"Bram"},
                    {"id":"UB","name":"bot","is_bot":true,"profile":{"real_name":"Robot","bot_id":"B1"}}]"#;
    let channels = r#"[{"id":"C1","name":"algemeen","created":1700000000,"members":["U1"],"purpose":{"value":"Voor <@U1> &amp; allen"}}]"#;
    let mut all: Vec<(&str, &[u8])> = Vec::new();
    if !files.iter().any(|(name, _)| *name == "users.json") {
        all.push(("users.json", users.as_bytes()));
    }
    if !files.iter().any(|(name, _)| *name == "channels.json") {
        all.push(("channels.json", channels.as_bytes()));
    }
    all.extend(files.iter().map(|(name, text)| (*name, text.as_bytes())));
    let mut kept = Kept::default();
    let end =
        slack(Archive::bytes("slack.zip", zipped(&all), Limits::default()).unwrap(), &mut kept);
    (end, kept)
}

#[test]
fn a_modern_day_with_threads_bots_files_and_reactions() {
    let first = r#"[
      {"type":"message","user":"U1","ts":"1700000100.000100","text":"*Hoi* <@U2>, zie <https://x.nl/a|dit> &lt;3","edited":{"user":"U1","ts":"1700000150.000000"},
       "thread_ts":"1700000100.000100","reply_count":2,
       "reactions":[{"name":"+1::skin-tone-2","users":["U1","U2"],"count":2},{"name":"tada","users":["U9"],"count":3}]},
      {"type":"message","user":"U2","ts":"1700000200.000100","thread_ts":"1700000100.000100","text":"antwoord"},
      {"type":"message","subtype":"bot_message","bot_id":"B1","ts":"1700000300.000100","text":"","attachments":[{"title":"Bouw","title_link":"https://ci.nl/1","text":"klaar"}]},
      {"type":"message","subtype":"bot_message","username":"Weer","bot_id":"B9","ts":"1700000301.000100","text":"zon"},
      {"type":"message","user":"UX","user_profile":{"real_name":"Gast"},"ts":"1700000302.000100","text":"hallo"},
      {"type":"message","user":"U1","ts":"1700000303.000100","text":"","files":[{"id":"F1","title":"Plan.pdf","permalink":"https://x.slack.com/F1"}],"upload":true},
      {"type":"message","subtype":"channel_join","user":"U1","ts":"1700000050.000100","text":"x"},
      {"type":"message","subtype":"channel_join","user":"U2","ts":"1700000051.000100","text":"x"},
      {"type":"message","subtype":"tombstone","ts":"1700000400.000100","text":"This message was deleted."},
      {"type":"message","subtype":"iets_nieuws","ts":"1700000401.000100","text":"?"},
      {"type":"message","user":"U1","ts":"1700000402.000100","text":""},
      {"type":"message","user":"U1","ts":"gisteren","text":"x"},
      {"type":"message","user":"U1","ts":"1700000100.000100","text":"nog eens"},
      {"type":"message","user":"U2","ts":"1700000500.000100","thread_ts":"1600000000.000100","text":"wees"}
    ]"#;
    let second = r#"[{"type":"message","user":"U1","ts":"1700090000.000100","thread_ts":"1700000100.000100","text":"dag later"}]"#;
    let (end, kept) = export(&[
        ("algemeen/2023-11-14.json", first),
        ("algemeen/2023-11-15.json", second),
        ("onbekend/2023-11-14.json", "[]"),
        ("dms.json", r#"[{"id":"D1","members":["U1","U2"]}]"#),
        (
            "D1/2023-11-14.json",
            r#"[{"type":"message","user":"U1","ts":"1700000100.000100","text":"geheim"}]"#,
        ),
    ]);
    let summary = end.unwrap();
    assert_eq!(
        kept.kinds(),
        BTreeMap::from([
            ("person", 3),
            ("group", 1),
            ("membership", 1),
            ("thread", 5),
            ("comment", 2),
            ("reaction", 2)
        ])
    );
    let bodies: Vec<&str> = kept.threads().iter().map(|t| t.body.as_str()).collect();
    assert_eq!(
        bodies,
        [
            "**Hoi** @Bram, zie [dit](https://x.nl/a) <3",
            "[Bouw](https://ci.nl/1)\n\nklaar",
            "zon",
            "hallo",
            "[Plan.pdf](https://x.slack.com/F1)",
        ]
    );
    let authors: Vec<&Author> = kept.threads().iter().map(|t| &t.author).collect();
    assert_eq!(
        authors[1..4],
        [
            &Author::Known(Key::new("UB")),
            &Author::Gone(Some("Weer".into())),
            &Author::Gone(Some("Gast".into())),
        ]
    );
    assert_eq!(kept.threads()[0].key, Key::new("C1:1700000100.000100"));
    assert_eq!(kept.threads()[0].edited, Some(1_700_000_150_000_000));
    assert!(kept.comments().iter().all(|c| c.thread == kept.threads()[0].key));
    let codes: Vec<&str> = kept.refusals.iter().map(|r| r.reason.code()).collect();
    assert_eq!(
        codes,
        [
            "unknown_person",
            "not_supported",
            "missing_field",
            "not_a_date",
            "duplicate_key",
            "unknown_thread",
            "unknown_group"
        ]
    );
    assert_eq!(
        summary.skipped,
        BTreeMap::from([
            (Skip::AnonymousReaction, 2),
            (Skip::Deleted, 1),
            (Skip::DirectMessages, 2),
            (Skip::FormerMember, 1),
        ])
    );
    assert!(!kept.records.iter().any(|(_, r)| format!("{r:?}").contains("geheim")));
    let Record::Group(group) = &kept.records[3].1 else { panic!() };
    assert_eq!((group.purpose.as_deref(), group.private), (Some("Voor @Anna Vos & allen"), false));
}

#[test]
fn one_broken_day_does_not_spoil_the_rest() {
    let (end, kept) = export(&[
        ("algemeen/2023-11-14.json", "[{\"type\":"),
        ("algemeen/2023-11-15.json", "geen json"),
        (
            "algemeen/2023-11-16.json",
            r#"[{"type":"message","user":"U1","ts":"1700000100.000100","text":"goed"}]"#,
        ),
        ("algemeen/2023-11-17.json", ""),
        ("algemeen/2023-11-18.json", &"[".repeat(5000)),
    ]);
    end.unwrap();
    assert_eq!(kept.threads().len(), 1);
    let codes: Vec<&str> = kept.refusals.iter().map(|r| r.reason.code()).collect();
    assert_eq!(codes, ["truncated", "malformed", "truncated", "too_big"]);
}

#[test]
fn an_export_in_a_folder_of_its_own_is_found() {
    let zip = zipped(&[
        ("werk/users.json", b"[]"),
        ("werk/groups.json", br#"[{"id":"G1","name":"stil","created":1700000000}]"#),
        ("__MACOSX/werk/users.json", b"x"),
    ]);
    let mut kept = Kept::default();
    slack(Archive::bytes("w.zip", zip, Limits::default()).unwrap(), &mut kept).unwrap();
    assert!(matches!(&kept.records[0].1, Record::Group(g) if g.private));
}

#[test]
fn slacks_marks_become_markdown() {
    let mut names = Names::default();
    names.people.insert("U1".into(), "Anna Vos".into());
    names.channels.insert("C1".into(), "algemeen".into());
    for (text, markdown) in [
        ("*sterk* _schuin_ ~weg~ `co*de`", "**sterk** _schuin_ ~~weg~~ `co*de`"),
        ("2*3*4 en snake_case_x", "2\\*3\\*4 en snake_case_x"),
        ("*niet dicht", "\\*niet dicht"),
        ("een\ntwee\n\ndrie", "een\\\ntwee\n\ndrie"),
        ("```a &lt; b\n  c```", "```\na < b\n  c\n```"),
        ("voor ```x``` na", "voor\n\n```\nx\n```\n\nna"),
        ("&gt; citaat\nna", "> citaat\n\nna"),
        ("&gt;&gt;&gt;alles\ndit ook", "> alles\\\n> dit ook"),
        (
            "<@U1> <@U2|bob> <#C1> <#C2|zorg> <!here> <!subteam^S1|@team>",
            "@Anna Vos @bob #algemeen #zorg @here @team",
        ),
        ("<https://x.nl/?a=1&amp;b=2>", "<https://x.nl/?a=1&b=2>"),
        ("<mailto:a@x.nl|a@x.nl>", "[a@x.nl](mailto:a@x.nl)"),
        ("*_beide_*", "**_beide_**"),
        ("<!date^1700000000^{date}|14 november>", "14 november"),
        ("*<https://x.nl|link>*", "**[link](https://x.nl)**"),
        ("a &amp;lt; b", "a \\&lt; b"),
        ("# geen kop\n- geen lijst", "\\# geen kop\\\n\\- geen lijst"),
    ] {
        assert_eq!(to_markdown(text, &names), markdown, "{text}");
    }
}
