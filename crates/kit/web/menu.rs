//! The cockpit's own menu: five words, each with the pages behind it.
//!
//! It stands here, not in the slices, so that every page of the cockpit shows the
//! same one without saying so.

use crate::{Visitor, w};
use language::Role;
use words::Lang;

/// A page of the cockpit in the menu.
pub(crate) struct Item {
    pub(crate) href: &'static str,
    pub(crate) word: &'static str,
    /// Whether the visitor is on it, or on a page below it.
    pub(crate) here: bool,
}

/// One of the five words.
pub(crate) struct Part {
    pub(crate) first: Item,
    /// The pages behind it; empty where it is one page.
    pub(crate) pages: Vec<Item>,
}

/// The menu as `visitor` sees it on the page at `path`.
pub(crate) fn cockpit(lang: Lang, visitor: &Visitor, path: &str) -> Vec<Part> {
    let mut running = vec![
        ("/cockpit/imports", w::menu_bring_in(lang)),
        ("/cockpit/settings", w::menu_settings(lang)),
        ("/cockpit/oversight", w::menu_oversight(lang)),
    ];
    // Mails hold links that open doors: only an administrator reads them.
    if visitor.at_least(Role::Administrator) {
        running.push(("/cockpit/mail", w::menu_mail(lang)));
    }
    let parts = [
        (w::menu_today(lang), vec![("/cockpit", "")]),
        (
            w::menu_figures(lang),
            vec![
                ("/cockpit/reach", w::menu_reach(lang)),
                ("/cockpit/participation", w::menu_participation(lang)),
                ("/cockpit/returning", w::menu_returning(lang)),
                ("/cockpit/answers", w::menu_answers(lang)),
                ("/cockpit/content", w::menu_content(lang)),
                ("/cockpit/ties", w::menu_ties(lang)),
                ("/cockpit/phase", w::menu_phase(lang)),
                ("/cockpit/health", w::menu_health(lang)),
                ("/cockpit/alarms", w::menu_alarms(lang)),
                ("/cockpit/reports", w::menu_reports(lang)),
            ],
        ),
        (w::menu_actions(lang), vec![("/cockpit/actions", "")]),
        (
            w::people(lang),
            vec![
                ("/cockpit/people", w::menu_everybody(lang)),
                ("/cockpit/invite", w::menu_invite(lang)),
                ("/cockpit/departments", w::menu_departments(lang)),
                ("/cockpit/team", w::menu_team(lang)),
            ],
        ),
        (w::menu_running(lang), running),
    ];
    parts.into_iter().map(|(word, pages)| part(word, &pages, path)).collect()
}

fn part(word: &'static str, pages: &[(&'static str, &'static str)], path: &str) -> Part {
    let items: Vec<Item> =
        pages.iter().map(|&(href, word)| Item { href, word, here: is_at(path, href) }).collect();
    let first = Item {
        href: pages.first().map_or("/cockpit", |(href, _)| href),
        word,
        here: items.iter().any(|item| item.here),
    };
    Part { first, pages: if items.len() > 1 { items } else { Vec::new() } }
}

/// The first screen is only itself; every other page has pages below it.
fn is_at(path: &str, href: &str) -> bool {
    let path = path.split('?').next().unwrap_or(path);
    path == href
        || href != "/cockpit" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::is_at;

    #[test]
    fn a_page_belongs_to_the_word_above_it() {
        assert!(is_at("/cockpit", "/cockpit"));
        assert!(!is_at("/cockpit/reach", "/cockpit"));
        assert!(is_at("/cockpit/actions/12", "/cockpit/actions"));
        assert!(is_at("/cockpit/people/3/code", "/cockpit/people"));
        assert!(is_at("/cockpit/people?state=placeholder", "/cockpit/people"));
        assert!(!is_at("/cockpit/peoples", "/cockpit/people"));
    }
}
