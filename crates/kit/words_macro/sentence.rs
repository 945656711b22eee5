//! From the text of a Fluent file to the sentences in it.
//!
//! What is understood: messages; text over several lines; variables (`{ $name }`); `NUMBER($n)`
//! without options; quoted text and numbers as placeables; choices over a variable; terms
//! (`-brand = Noaber`) as constants. Everything else is refused by name, so that nobody finds out
//! on a page that it does nothing: attributes, other functions, options, references to messages,
//! terms with arguments or variables.

use crate::plain_names::rust_name;
use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeMap;

/// Every sentence of one file, by key.
pub type Sentences = BTreeMap<String, Sentence>;

/// One message of one language.
#[derive(Debug)]
pub struct Sentence {
    /// Where it stands: file and line, for messages about it.
    pub place: String,
    /// What it consists of.
    pub parts: Vec<Part>,
    /// Its variables, and how each is used.
    pub variables: BTreeMap<String, Use>,
}

/// How a variable is used, from weakest to strongest: a stronger use elsewhere wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Only shown.
    Shown,
    /// A whole number: counted by, or shown with separators.
    Number,
    /// Text that a choice looks at.
    Text,
}

/// A piece of a sentence.
#[derive(Debug)]
pub enum Part {
    /// Text as it is.
    Text(String),
    /// The value of a variable.
    Variable(String),
    /// One of several wordings.
    Choice {
        /// The variable that is looked at.
        variable: String,
        /// The wordings, exact numbers first, with what each answers to.
        arms: Vec<(Match, Vec<Part>)>,
        /// The wording for the rest.
        otherwise: Vec<Part>,
    },
}

/// What a wording of a choice answers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// This very number.
    Exactly(i64),
    /// The plural category "one": 1 in Dutch and in English.
    One,
    /// The plural category "other": every other number.
    Other,
    /// This text.
    Text(String),
}

/// Reads one file.
///
/// # Errors
/// All that is wrong with it, each with file, line and key.
pub fn read(file: &str, source: &str) -> Result<Sentences, Vec<String>> {
    let source = source.replace("\r\n", "\n");
    let resource = fluent_syntax::parser::parse(source.as_str()).map_err(|(_, errors)| {
        errors
            .iter()
            .map(|error| {
                let before = source.get(..error.pos.start).unwrap_or(&source);
                let line = before.matches('\n').count() + 1;
                let kind = error.kind.to_string().replace('\n', "a new line");
                format!("{file}, line {line}: cannot be read: {kind}")
            })
            .collect::<Vec<_>>()
    })?;
    let mut faults = Vec::new();
    let terms = terms(file, &source, &resource, &mut faults);
    let mut sentences = Sentences::new();
    let mut names = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let key = message.id.name;
        let place = format!("{file}, line {}, `{key}`", line_of(&source, key));
        match read_message(message, &terms, &place) {
            Ok(sentence) => {
                if sentences.insert(key.to_owned(), sentence).is_some() {
                    faults.push(format!("{file}: `{key}` stands there twice"));
                } else if let Some(other) = names.insert(key.replace('-', "_"), key) {
                    faults.push(format!("{place}: becomes the same function as `{other}`"));
                }
            }
            Err(fault) => faults.push(format!("{place}: {fault}")),
        }
    }
    if faults.is_empty() { Ok(sentences) } else { Err(faults) }
}

/// The line, from 1, on which a key is defined.
fn line_of(source: &str, key: &str) -> usize {
    let defines =
        |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    source.lines().position(defines).map_or(0, |index| index + 1)
}

/// The terms of a file with their text.
fn terms(
    file: &str,
    source: &str,
    resource: &ast::Resource<&str>,
    faults: &mut Vec<String>,
) -> BTreeMap<String, String> {
    let mut terms = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Term(term) = entry else { continue };
        let key = format!("-{}", term.id.name);
        let place = format!("{file}, line {}, `{key}`", line_of(source, &key));
        let mut reader = Reader { terms: &BTreeMap::new(), variables: BTreeMap::new() };
        match reader.pattern(&term.value).as_deref() {
            Ok([Part::Text(text)]) if term.attributes.is_empty() => {
                if terms.insert(term.id.name.to_owned(), text.clone()).is_some() {
                    faults.push(format!("{place}: stands there twice"));
                }
            }
            _ => faults.push(format!("{place}: a term can only be plain text")),
        }
    }
    terms
}

/// One message.
fn read_message(
    message: &ast::Message<&str>,
    terms: &BTreeMap<String, String>,
    place: &str,
) -> Result<Sentence, String> {
    rust_name(message.id.name)?;
    if !message.attributes.is_empty() {
        return Err("attributes are not supported; make it a message of its own".to_owned());
    }
    let Some(pattern) = &message.value else {
        return Err("has no text".to_owned());
    };
    let mut reader = Reader { terms, variables: BTreeMap::new() };
    let parts = reader.pattern(pattern)?;
    Ok(Sentence { place: place.to_owned(), parts, variables: reader.variables })
}

/// What reading a message collects on its way.
struct Reader<'a> {
    terms: &'a BTreeMap<String, String>,
    variables: BTreeMap<String, Use>,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &ast::Pattern<&str>) -> Result<Vec<Part>, String> {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            let part = match element {
                PatternElement::TextElement { value } => Part::Text((*value).to_owned()),
                PatternElement::Placeable { expression } => self.expression(expression)?,
            };
            // The parser hands out text line by line; one piece is one `push_str`.
            match (parts.last_mut(), part) {
                (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
                (_, part) => parts.push(part),
            }
        }
        Ok(parts)
    }

    fn expression(&mut self, expression: &Expression<&str>) -> Result<Part, String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => self.choice(selector, variants),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> Result<Part, String> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Ok(Part::Text(unescape_unicode_to_string(value).into_owned()))
            }
            InlineExpression::NumberLiteral { value } => Ok(Part::Text((*value).to_owned())),
            InlineExpression::VariableReference { id } => {
                self.uses(id.name, Use::Shown)?;
                Ok(Part::Variable(id.name.to_owned()))
            }
            InlineExpression::FunctionReference { .. } => {
                let name = number_argument(inline)?;
                self.uses(name, Use::Number)?;
                Ok(Part::Variable(name.to_owned()))
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => self
                .terms
                .get(id.name)
                .map(|text| Part::Text(text.clone()))
                .ok_or_else(|| format!("the term `-{}` does not exist in this file", id.name)),
            InlineExpression::TermReference { id, .. } => {
                Err(format!("`-{}`: a term takes no arguments and has no attributes", id.name))
            }
            InlineExpression::MessageReference { id, .. } => Err(format!(
                "refers to the message `{}`; use a term (`-{}`) or a variable",
                id.name, id.name
            )),
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn choice(
        &mut self,
        selector: &InlineExpression<&str>,
        variants: &[ast::Variant<&str>],
    ) -> Result<Part, String> {
        let (variable, forced) = match selector {
            InlineExpression::VariableReference { id } => (id.name, None),
            InlineExpression::FunctionReference { .. } => {
                (number_argument(selector)?, Some(Use::Number))
            }
            _ => return Err("a choice must look at a variable".to_owned()),
        };
        let over = choice_over(variable, variants, forced)?;
        self.uses(variable, over)?;
        let mut arms: Vec<(Match, Vec<Part>)> = Vec::new();
        let mut otherwise = Vec::new();
        for variant in variants {
            let parts = self.pattern(&variant.value)?;
            if variant.default {
                otherwise = parts;
                continue;
            }
            let key = arm(&variant.key, over)?;
            if arms.iter().any(|(other, _)| *other == key) {
                return Err(format!("the choice over ${variable} has a wording twice"));
            }
            arms.push((key, parts));
        }
        // An exact number goes before its category, whatever the order in the file.
        arms.sort_by_key(|(key, _)| !matches!(key, Match::Exactly(_)));
        Ok(Part::Choice { variable: variable.to_owned(), arms, otherwise })
    }

    /// Remembers how a variable is used.
    fn uses(&mut self, name: &str, how: Use) -> Result<(), String> {
        rust_name(name)?;
        if name == "lang" {
            return Err("a variable cannot be called `lang`: that argument is there already".into());
        }
        let known = self.variables.entry(name.to_owned()).or_insert(how);
        *known = stronger(name, *known, how)?;
        Ok(())
    }
}

/// The stronger of two uses of a variable.
///
/// # Errors
/// A variable that is counted by cannot also be compared with text.
pub fn stronger(name: &str, one: Use, other: Use) -> Result<Use, String> {
    match (one, other) {
        (Use::Shown, use_) | (use_, Use::Shown) => Ok(use_),
        (one, other) if one == other => Ok(one),
        _ => Err(format!("${name} is a number in one place and text in another")),
    }
}

/// The variable inside `NUMBER($n)`, the only function there is.
fn number_argument<'a>(inline: &InlineExpression<&'a str>) -> Result<&'a str, String> {
    let InlineExpression::FunctionReference { id, arguments } = inline else {
        return Err("not a function".to_owned());
    };
    if id.name != "NUMBER" {
        return Err(format!("the function {} is not supported, only NUMBER", id.name));
    }
    match arguments.positional.as_slice() {
        [InlineExpression::VariableReference { id }] if arguments.named.is_empty() => Ok(id.name),
        _ => Err("NUMBER takes one variable and no options here".to_owned()),
    }
}

/// Whether a choice counts or compares text: told by its keys.
fn choice_over(
    variable: &str,
    variants: &[ast::Variant<&str>],
    forced: Option<Use>,
) -> Result<Use, String> {
    let mut counts = forced.is_some();
    let mut compares = false;
    for variant in variants {
        match variant.key {
            VariantKey::NumberLiteral { .. } | VariantKey::Identifier { name: "one" } => {
                counts = true;
            }
            VariantKey::Identifier { name: name @ ("zero" | "two" | "few" | "many") } => {
                return Err(format!("[{name}]: Dutch and English know only one and other"));
            }
            VariantKey::Identifier { name: "other" } => {}
            VariantKey::Identifier { .. } => compares = true,
        }
    }
    match (counts, compares) {
        (true, true) => Err(format!("the choice over ${variable} mixes numbers and text")),
        (false, true) => Ok(Use::Text),
        _ => Ok(Use::Number),
    }
}

/// What one wording answers to.
fn arm(key: &VariantKey<&str>, over: Use) -> Result<Match, String> {
    match *key {
        VariantKey::NumberLiteral { value } => {
            value.parse().map(Match::Exactly).map_err(|_| format!("[{value}]: only whole numbers"))
        }
        VariantKey::Identifier { name: "one" } => Ok(Match::One),
        VariantKey::Identifier { name: "other" } if over == Use::Number => Ok(Match::Other),
        VariantKey::Identifier { name } => Ok(Match::Text(name.to_owned())),
    }
}
