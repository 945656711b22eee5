use crate::clean::clean;
use crate::{Handle, Options, SANITIZER_VERSION, SafeHtml, mentions, render};
use askama::Template;

fn post(source: &str) -> String {
    render(source, &Options::post()).to_string().trim_end().to_owned()
}

#[test]
fn a_post_reads_as_it_was_typed() {
    assert_eq!(post("Hoi\nallemaal"), "<p>Hoi<br>\nallemaal</p>");
    assert_eq!(render("Hoi\nallemaal", &Options::page()).as_str(), "<p>Hoi\nallemaal</p>\n");
    assert_eq!(
        post("**vet** *schuin* ~~weg~~ `x`"),
        "<p><strong>vet</strong> <em>schuin</em> <del>weg</del> <code>x</code></p>"
    );
}

#[test]
fn headings_stay_below_that_of_the_page() {
    assert_eq!(post("# Een"), "<h3>Een</h3>");
    // Nobody hears a level that is left out: the highest of a text is h3, whatever its number.
    assert_eq!(post("###### Zes"), "<h3>Zes</h3>");
    let stairs = post("# Een\n\n#### Vier\n\n## Twee\n\n# Een");
    let levels: Vec<&str> = stairs.matches("<h").map(|_| "h").collect();
    assert_eq!(levels.len(), 4);
    assert!(stairs.contains("<h4>Vier</h4>") && stairs.contains("<h4>Twee</h4>"), "{stairs}");
    assert_eq!(render("# Een", &Options::page()).as_str(), "<h2>Een</h2>\n");
    let none = Options { headings_down: 0, ..Options::page() };
    assert_eq!(render("# Een", &none).as_str(), "<h2>Een</h2>\n");
}

#[test]
fn tables_tasks_and_lists() {
    let table = post("| a | b |\n|:--|--:|\n| 1 | 2 |");
    assert!(table.contains("<th align=\"left\">a</th>"), "{table}");
    assert!(table.contains("<td align=\"right\">2</td>"), "{table}");
    let tasks = post("- [x] klaar\n- [ ] open");
    assert!(tasks.contains("<li>☑ klaar</li>") && tasks.contains("<li>☐ open</li>"), "{tasks}");
    assert!(post("3. drie\n4. vier").starts_with("<ol start=\"3\">"));
}

#[test]
fn links_are_marked_as_not_ours() {
    assert_eq!(
        post("zie https://noaber.example/a?b=1&c=2"),
        "<p>zie <a href=\"https://noaber.example/a?b=1&amp;c=2\" rel=\"nofollow ugc noopener\">\
         https://noaber.example/a?b=1&amp;c=2</a></p>"
    );
    assert!(post("[hier](/posts/1)").contains("href=\"/posts/1\""));
    assert!(post("mail anna@bedrijf.example").contains("href=\"mailto:anna@bedrijf.example\""));
    for unsafe_link in
        ["javascript:alert(1)", "//boef.example", "/\\boef.example", "posts/1", "data:x"]
    {
        assert_eq!(post(&format!("[hier](<{unsafe_link}>)")), "<p>hier</p>", "{unsafe_link}");
    }
}

#[test]
fn pictures_become_links() {
    assert_eq!(
        post("![een fiets](https://x.example/f.png)"),
        "<p><a href=\"https://x.example/f.png\" rel=\"nofollow ugc noopener\">een fiets</a></p>"
    );
    assert!(post("![](https://x.example/f.png)").contains(">https://x.example/f.png</a>"));
    assert_eq!(post("![x](data:image/png;base64,AA)"), "<p>x</p>");
    let inside = post("[![alt](https://a.example/)](https://b.example/)");
    assert_eq!(inside.matches("<a ").count(), 1, "{inside}");
    assert!(inside.contains("b.example") && inside.contains("alt"), "{inside}");
}

#[test]
fn html_is_shown_not_used() {
    assert_eq!(post("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
    assert_eq!(post("<div>\nx\n</div>"), "<p>&lt;div&gt;\nx\n&lt;/div&gt;</p>");
}

#[test]
fn mentions_of_those_who_exist_become_links() {
    let known = |handle: &Handle| handle.as_str() == "anna.b";
    let options = Options::post().with_mentions(&known);
    assert_eq!(
        render("Hoi @Anna.b, en @bob.", &options).as_str(),
        "<p>Hoi <a class=\"mention\" href=\"/people/anna.b\" rel=\"nofollow ugc noopener\">@Anna.b</a>, \
         en @bob.</p>\n"
    );
    for none in ["`@anna.b`", "[@anna.b](https://x.example)", "x@anna.b", "@anna.b@elders.example"]
    {
        assert!(!render(none, &options).as_str().contains("class="), "{none}");
    }
}

#[test]
fn who_is_mentioned() {
    let named = |source: &str| mentions(source).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(named("@anna en @Bob_2, (@cees-jan). @anna"), ["anna", "bob_2", "cees-jan"]);
    assert_eq!(
        named("> @anna\n\n- **@bob**\n\n| @cees |\n|--|\n| @dirk |"),
        ["anna", "bob", "cees", "dirk"]
    );
    let nobody = [
        "@a",
        "a@bob.example",
        "`@bob`",
        "```\n@bob\n```",
        "    @bob",
        "[@bob](https://x.example)",
        "https://x.example/@bob",
        "@@bob",
        "@bobé",
        "@bob@elders.example",
        "@-",
        "@",
        "![@bob](https://x.example/a.png)",
    ];
    for source in nobody {
        assert!(named(source).is_empty(), "{source}: {:?}", named(source));
    }
    let crowd: String = (0..500).map(|n| format!("@lid{n} ")).collect();
    assert_eq!(named(&crowd).len(), 50);
    assert!(named(&format!("@{}", "a".repeat(41))).is_empty());
}

#[test]
fn deep_nesting_becomes_plain() {
    for (open, close) in
        [("> ", ""), ("*a **a ", ""), ("[", "](/x)"), ("- ", ""), ("![", "](/x)"), ("~~x ", "")]
    {
        let source = format!("{}tekst{}", open.repeat(5000), close.repeat(5000));
        let html = post(&source);
        assert!(html.contains("tekst"), "{open}");
        assert_eq!(clean(&html).as_str(), html, "{open}");
        let mut depth = 0_usize;
        for piece in html
            .split('<')
            .skip(1)
            .filter(|piece| !piece.starts_with("br") && !piece.starts_with("hr"))
        {
            depth = if piece.starts_with('/') { depth.saturating_sub(1) } else { depth + 1 };
            assert!(depth <= 130, "{open}");
        }
    }
}

#[test]
fn long_texts_are_cut_to_a_whole_character() {
    let html = post(&"é".repeat(crate::MOST_BYTES));
    assert!(html.len() <= crate::MOST_BYTES + 10);
    assert!(html.ends_with("é</p>"));
}

#[test]
fn a_cache_of_another_version_is_not_used() {
    let html = post("x");
    assert_eq!(SafeHtml::from_cache(html.clone(), SANITIZER_VERSION).unwrap().as_str(), html);
    assert_eq!(SafeHtml::from_cache(html, SANITIZER_VERSION - 1), None);
}

#[derive(Template)]
#[template(source = "{{ html }}|{{ text }}", ext = "html")]
struct Page<'a> {
    html: &'a SafeHtml,
    text: &'a str,
}

#[test]
fn templates_print_safe_html_as_it_is_and_escape_the_rest() {
    let page = Page { html: &render("*x*", &Options::post()), text: "<i>" };
    assert_eq!(page.render().unwrap(), "<p><em>x</em></p>\n|&#60;i&#62;");
    assert_eq!(
        SafeHtml::escape("<a b='c' d=\"&\">").as_str(),
        "&lt;a b=&#39;c&#39; d=&quot;&amp;&quot;&gt;"
    );
}
