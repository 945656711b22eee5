//! From what people write to words that can be counted.

use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Shorter words say little.
const SHORTEST: usize = 4;
/// Longer ones are no words.
const LONGEST: usize = 40;

/// Words that every text has, in Dutch and English. What stands in every text rises in none,
/// so this only keeps the list short.
const COMMON: &[&str] = &[
    "aan",
    "about",
    "achter",
    "after",
    "again",
    "alle",
    "alleen",
    "alles",
    "also",
    "altijd",
    "always",
    "andere",
    "anders",
    "back",
    "because",
    "been",
    "before",
    "begin",
    "being",
    "best",
    "beste",
    "bijna",
    "could",
    "daar",
    "daarom",
    "dank",
    "dankjewel",
    "deze",
    "does",
    "done",
    "door",
    "echt",
    "eerste",
    "eigen",
    "elke",
    "even",
    "first",
    "from",
    "gaan",
    "gaat",
    "gaf",
    "geen",
    "gewoon",
    "going",
    "goed",
    "goede",
    "good",
    "graag",
    "great",
    "heb",
    "hebben",
    "hebt",
    "heeft",
    "heel",
    "here",
    "hier",
    "hoor",
    "iedereen",
    "iemand",
    "iets",
    "ineens",
    "into",
    "jij",
    "jouw",
    "jullie",
    "just",
    "kan",
    "keer",
    "know",
    "komen",
    "komt",
    "krijg",
    "krijgen",
    "kunnen",
    "like",
    "made",
    "make",
    "maken",
    "many",
    "meer",
    "mensen",
    "met",
    "mijn",
    "misschien",
    "moet",
    "moeten",
    "more",
    "most",
    "much",
    "naar",
    "need",
    "niemand",
    "niet",
    "niets",
    "nodig",
    "nog",
    "onze",
    "ook",
    "only",
    "other",
    "over",
    "people",
    "really",
    "same",
    "should",
    "some",
    "still",
    "such",
    "than",
    "thank",
    "thanks",
    "that",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "time",
    "toch",
    "toen",
    "tussen",
    "veel",
    "verder",
    "very",
    "vond",
    "voor",
    "vraag",
    "waar",
    "waarom",
    "want",
    "was",
    "wat",
    "weer",
    "weet",
    "weten",
    "welke",
    "well",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "will",
    "willen",
    "with",
    "wordt",
    "worden",
    "work",
    "would",
    "zelf",
    "zijn",
    "zoals",
    "zonder",
    "zou",
    "your",
];

/// Which words count.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary {
    left_out: HashSet<String>,
}

impl Vocabulary {
    /// Leaves out common words, and every part of somebody's name.
    pub fn new(names: &[String]) -> Self {
        let common = COMMON.iter().map(|word| (*word).to_owned());
        let of_people = names.iter().flat_map(|name| pieces(name).collect::<Vec<String>>());
        Self { left_out: common.chain(of_people).collect() }
    }

    /// The different words of a text, each once.
    pub fn words(&self, text: &str) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for part in text.split_whitespace() {
            // Somebody is addressed, or another site: neither is a theme.
            if part.starts_with('@') || part.contains("://") || part.starts_with("www.") {
                continue;
            }
            all.extend(pieces(part).filter(|word| {
                let length = word.chars().count();
                (SHORTEST..=LONGEST).contains(&length)
                    && !word.chars().all(char::is_numeric)
                    && !self.left_out.contains(word)
            }));
        }
        all
    }
}

/// Runs of letters and digits, in small letters.
fn pieces(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|piece| piece.trim_matches('-'))
        .filter(|piece| !piece.is_empty())
        .map(str::to_lowercase)
}

/// In how many messages of each period a word stands; period 0 is the oldest.
#[derive(Debug, Default)]
pub(crate) struct Periods {
    messages: Vec<u64>,
    with: BTreeMap<String, Vec<u64>>,
}

impl Periods {
    /// So many periods.
    pub fn new(count: usize) -> Self {
        Self { messages: vec![0; count], with: BTreeMap::new() }
    }

    /// Counts a message.
    pub fn add(&mut self, period: usize, words: &BTreeSet<String>) {
        let size = self.messages.len();
        let Some(all) = self.messages.get_mut(period) else { return };
        *all += 1;
        for word in words {
            if !self.with.contains_key(word) {
                self.with.insert(word.clone(), vec![0; size]);
            }
            if let Some(one) = self.with.get_mut(word).and_then(|counts| counts.get_mut(period)) {
                *one += 1;
            }
        }
    }

    /// Messages of each period: with this word, and all.
    pub fn of(&self, word: &str) -> Vec<(u64, u64)> {
        let none = vec![0; self.messages.len()];
        let with = self.with.get(word).unwrap_or(&none);
        with.iter().copied().zip(self.messages.iter().copied()).collect()
    }

    /// All messages.
    pub fn messages(&self) -> u64 {
        self.messages.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_addresses_and_common_words_are_no_themes() {
        let known = Vocabulary::new(&["Dilan de Roo-Kaya".to_owned()]);
        let words = known.words(
            "De verhuizing, de VERHUIZING! Dilan en @bob: zie https://plein.nl/x en 12345 \
             over het rooster van e-bikes en roo-kaya",
        );
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(words, ["e-bikes", "rooster", "verhuizing"]);
    }

    #[test]
    fn messages_are_counted_by_period() {
        let mut periods = Periods::new(2);
        let words: BTreeSet<String> = ["rooster".to_owned()].into();
        periods.add(0, &BTreeSet::new());
        periods.add(1, &words);
        periods.add(1, &words);
        periods.add(7, &words);
        assert_eq!(periods.of("rooster"), [(0, 1), (2, 2)]);
        assert_eq!(periods.of("niets"), [(0, 1), (0, 2)]);
        assert_eq!(periods.messages(), 3);
    }
}
