//! From the entries of a file to what the corpus holds.

use crate::BrokenCorpus;
use crate::corpus::{ActionText, Aside, By, From, GroupText, Line, Opener};
use crate::departments::{Crowd, by_word};
use crate::happening::Access;
use crate::sheet::{self, Entry, Place};
use crate::template::{Lists, Template};

pub(crate) fn groups() -> Result<Vec<GroupText>, BrokenCorpus> {
    let mut groups = Vec::new();
    for entry in sheet::read("groepen.txt", include_str!("corpus/groepen.txt"))? {
        entry.only(&["woord", "toegang", "vanaf", "wie", "trek"])?;
        let access = match entry.header("toegang") {
            "open" => Access::Open,
            "besloten" => Access::Closed,
            "geheim" => Access::Secret,
            other => return Err(entry.place.fault(format!("toegang: {other:?}"))),
        };
        groups.push(GroupText {
            word: entry.header("woord"),
            name: entry.title,
            purpose: entry.body.clone(),
            access,
            from: entry.number("vanaf")?,
            crowd: crowd(&entry.list("wie"), entry.place)?,
            draw: entry.number("trek")?,
        });
    }
    Ok(groups)
}

/// The departments that a list of words means; no word means everyone.
fn crowd(words: &[&str], place: Place) -> Result<Crowd, BrokenCorpus> {
    let mut with = 0;
    let mut without = 0;
    for word in words {
        let (plain, into) = match word.strip_prefix('!') {
            Some(plain) => (plain, &mut without),
            None => (*word, &mut with),
        };
        *into |=
            by_word(plain).ok_or_else(|| place.fault(format!("unknown department {plain}")))?.0;
    }
    let with = if with == 0 { Crowd::EVERYONE.0 } else { with };
    Ok(Crowd(with & !without))
}

pub(crate) fn opener(
    entry: &Entry<'static>,
    groups: &[GroupText],
    lists: &Lists,
) -> Result<Opener, BrokenCorpus> {
    entry.only(&[
        "soort", "van", "wie", "groep", "maand", "over", "warmte", "wanneer", "toon", "rust",
    ])?;
    let place = entry.place;
    let question = match entry.header("soort") {
        "vraag" => true,
        "" | "bericht" => false,
        other => return Err(place.fault(format!("soort: {other:?}"))),
    };
    let from = match entry.header("van") {
        "" => From::Member,
        "staf" => From::Staff,
        "nieuw" => From::Newcomer,
        "leiding" => From::Leader,
        other => return Err(place.fault(format!("van: {other:?}"))),
    };
    let mut places = Vec::new();
    for word in entry.list("groep") {
        let group = groups.iter().position(|group| group.word == word);
        if group.is_none() && word != "allen" {
            return Err(place.fault(format!("unknown group {word}")));
        }
        places.push(group);
    }
    if places.is_empty() {
        places.push(None);
    }
    let mut lines = Vec::new();
    for (marks, text) in &entry.lines {
        let accepted = marks.contains(&"*");
        let words: Vec<&str> =
            marks.iter().copied().filter(|mark| !["*", "^"].contains(mark)).collect();
        let by = match words.as_slice() {
            [] => By::Anyone,
            ["auteur"] => By::Author,
            ["staf"] => By::Staff,
            ["leiding"] => By::Leader,
            words => By::Crowd(crowd(words, place)?),
        };
        if accepted && (!question || by == By::Author) {
            return Err(
                place.fault("only an answer of somebody else to a question can be accepted")
            );
        }
        let text = Template::parse(text, place, lists)?;
        // Who answers the starter needs only the starter, whoever spoke before.
        let follows = by == By::Author || marks.contains(&"^") || text.addresses_previous();
        lines.push(Line { by, follows: follows && !lines.is_empty(), accepted, text });
    }
    if lines.iter().filter(|line| line.accepted).count() > 1 {
        return Err(place.fault("two accepted answers"));
    }
    let crowd = crowd(&entry.list("wie"), place)?;
    Ok(Opener {
        question,
        from,
        crowd,
        circle: circle(crowd),
        groups: places,
        months: months(entry.header("maand"), place)?,
        when: when(entry.header("wanneer"), place)?,
        serious: match entry.header("toon") {
            "" => false,
            "ernstig" => true,
            other => return Err(place.fault(format!("toon: {other:?}"))),
        },
        rest: if entry.header("rust").is_empty() { 0 } else { entry.number("rust")? as i64 },
        topics: entry.list("over").into_iter().map(str::to_owned).collect(),
        warmth: if entry.header("warmte").is_empty() { 1.0 } else { entry.number("warmte")? },
        title: if entry.title == "-" {
            None
        } else {
            Some(Template::parse(entry.title, place, lists)?)
        },
        body: Template::parse(&entry.body, place, lists)?,
        lines,
    })
}

/// Who can answer: talk among carers is answered by carers, of the districts by the districts.
fn circle(crowd: Crowd) -> Crowd {
    let carers = by_word("zorg").map_or(0, |zorg| zorg.0);
    let districts = by_word("wijk").map_or(0, |wijk| wijk.0);
    let welfare = by_word("dagbesteding").map_or(0, |welfare| welfare.0);
    if crowd.0 & !districts == 0 {
        Crowd(districts)
    } else if crowd.0 & !(carers | welfare) == 0 && crowd.0 & carers != 0 {
        Crowd(carers | welfare)
    } else {
        Crowd::EVERYONE
    }
}

/// `0.2-1`; nothing is the whole time.
fn when(text: &str, place: Place) -> Result<[f64; 2], BrokenCorpus> {
    if text.is_empty() {
        return Ok([0.0, 1.0]);
    }
    let wrong = || place.fault(format!("wanneer: {text:?}"));
    let (from, to) = text.split_once('-').ok_or_else(wrong)?;
    Ok([from.parse().map_err(|_| wrong())?, to.parse().map_err(|_| wrong())?])
}

/// `3-9` or `11, 12, 1`; nothing is the whole year.
fn months(text: &str, place: Place) -> Result<u16, BrokenCorpus> {
    if text.is_empty() {
        return Ok(0xFFF);
    }
    let wrong = || place.fault(format!("maand: {text:?}"));
    let month = |word: &str| match word.trim().parse::<u16>() {
        Ok(number @ 1..=12) => Ok(number - 1),
        _ => Err(wrong()),
    };
    let mut mask = 0;
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (mut at, last) = (month(first)?, month(last)?);
        mask |= 1 << at;
        while at != last {
            at = (at + 1) % 12;
            mask |= 1 << at;
        }
    }
    Ok(mask)
}

pub(crate) fn asides(lists: &Lists) -> Result<[Vec<Template>; 6], BrokenCorpus> {
    let mut all = [const { Vec::new() }; 6];
    for entry in sheet::read("tussendoor.txt", include_str!("corpus/tussendoor.txt"))? {
        let which = match entry.title {
            "bij vragen" => Aside::UnderQuestion,
            "bij berichten" => Aside::UnderUpdate,
            "team bij vragen" => Aside::StaffUnderQuestion,
            "team bij berichten" => Aside::StaffUnderUpdate,
            "team bij eigen berichten" => Aside::OwnThread,
            "bij ernstige berichten" => Aside::Serious,
            other => return Err(entry.place.fault(format!("unknown kind {other}"))),
        };
        for (_, text) in &entry.lines {
            all[which as usize].push(Template::parse(text, entry.place, lists)?);
        }
    }
    Ok(all)
}

pub(crate) fn abouts(lists: &Lists) -> Result<Vec<(Crowd, Template)>, BrokenCorpus> {
    let mut all = Vec::new();
    for entry in sheet::read("overmij.txt", include_str!("corpus/overmij.txt"))? {
        for (marks, text) in &entry.lines {
            all.push((crowd(marks, entry.place)?, Template::parse(text, entry.place, lists)?));
        }
    }
    Ok(all)
}

pub(crate) fn action(entry: &Entry<'static>, lists: &Lists) -> Result<ActionText, BrokenCorpus> {
    entry.only(&[
        "woord",
        "nummer",
        "doel",
        "achtergehouden",
        "effect",
        "dagen",
        "fotos",
        "wie",
    ])?;
    let place = entry.place;
    let mut answers = Vec::new();
    for (marks, text) in &entry.lines {
        answers.push((crowd(marks, place)?, Template::parse(text, place, lists)?));
    }
    let catalogue = entry.number("nummer")? as u8;
    if !(1..=33).contains(&catalogue) {
        return Err(place.fault("nummer: the catalogue has 33 actions"));
    }
    Ok(ActionText {
        word: entry.header("woord"),
        catalogue,
        question: entry.title.to_owned(),
        purpose: entry.header("doel").to_owned(),
        held: entry.number("achtergehouden")?,
        uplift: entry.number("effect")?,
        open_days: entry.number("dagen")? as i64,
        pictures: entry.number("fotos")?,
        crowd: crowd(&entry.list("wie"), place)?,
        audience: entry.list("wie"),
        answers,
    })
}
