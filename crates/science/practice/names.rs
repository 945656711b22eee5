//! Invented names out of the many backgrounds of a Dutch organisation.

use crate::chance::Dice;
use crate::{BrokenCorpus, sheet};
use std::collections::HashSet;

/// Lists of names by background.
pub(crate) struct Names {
    weights: Vec<f64>,
    women: Vec<Vec<&'static str>>,
    men: Vec<Vec<&'static str>>,
    last: Vec<Vec<&'static str>>,
}

/// Gives out full names and addresses, none twice.
pub(crate) struct NameGiver {
    names: Names,
    dice: Dice,
    taken: HashSet<String>,
    addresses: HashSet<String>,
}

/// Somebody's name and address.
pub(crate) struct Named {
    /// First name.
    pub first: String,
    /// A woman's first name.
    pub woman: bool,
    /// First name and surname.
    pub full: String,
    /// Address at example.org, in lower case.
    pub email: String,
}

impl Names {
    /// Reads the lists: an entry per background, with its weight, first names and surnames
    /// in headers.
    pub(crate) fn read() -> Result<Self, BrokenCorpus> {
        let mut names =
            Self { weights: Vec::new(), women: Vec::new(), men: Vec::new(), last: Vec::new() };
        for entry in sheet::read("namen.txt", include_str!("corpus/namen.txt"))? {
            entry.only(&["gewicht", "vrouw", "man", "achter"])?;
            names.weights.push(entry.number("gewicht")?);
            for (header, lists) in
                [("vrouw", &mut names.women), ("man", &mut names.men), ("achter", &mut names.last)]
            {
                let list = entry.list(header);
                if list.len() < 5 {
                    return Err(entry.place.fault(format!("{header}: too few names")));
                }
                lists.push(list);
            }
        }
        Ok(names)
    }
}

impl NameGiver {
    /// A giver under a seed.
    pub(crate) fn new(names: Names, dice: Dice) -> Self {
        Self { names, dice, taken: HashSet::new(), addresses: HashSet::new() }
    }

    /// The next name.
    pub(crate) fn next(&mut self) -> Named {
        let mut tries = 0;
        loop {
            let background = self.dice.weighted(self.names.weights.iter().copied());
            // One in twelve has a surname from another background: by marriage or adoption.
            let other = if self.dice.chance(1.0 / 12.0) {
                self.dice.below(self.names.last.len())
            } else {
                background
            };
            // Care is mostly women's work still.
            let woman = self.dice.chance(0.68);
            let firsts = if woman { &self.names.women } else { &self.names.men };
            let first = self.dice.pick(&firsts[background]).copied().unwrap_or("Robin");
            let mut last =
                self.dice.pick(&self.names.last[other]).copied().unwrap_or("Zonderland").to_owned();
            tries += 1;
            if tries > 6 {
                // In a large town people begin to share names: a double surname tells them apart.
                let second = self.dice.below(self.names.last.len());
                last.push('-');
                last.push_str(
                    self.dice.pick(&self.names.last[second]).copied().unwrap_or("Zonderland"),
                );
            }
            let full = format!("{first} {last}");
            if self.taken.contains(&full) {
                continue;
            }
            let plain = address(&full);
            let mut email = format!("{plain}@example.org");
            let mut number = 2;
            while !self.addresses.insert(email.clone()) {
                email = format!("{plain}{number}@example.org");
                number += 1;
            }
            self.taken.insert(full.clone());
            return Named { first: first.to_owned(), woman, full, email };
        }
    }
}

/// The local part of an address: letters without signs, a dot between words.
fn address(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' => out.push(letter),
            'à'..='å' | 'ă' | 'ą' => out.push('a'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'è'..='ë' | 'ę' | 'ė' => out.push('e'),
            'ğ' => out.push('g'),
            'ì'..='ï' | 'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ñ' | 'ń' => out.push('n'),
            'ò'..='ö' | 'ø' => out.push('o'),
            'ş' | 'ś' | 'š' => out.push('s'),
            'ù'..='ü' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            'ż' | 'ź' | 'ž' => out.push('z'),
            'ß' => out.push_str("ss"),
            ' ' | '-' if !out.ends_with('.') => out.push('.'),
            _ => {}
        }
    }
    out
}
