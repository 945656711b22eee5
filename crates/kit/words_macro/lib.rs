//! Turns the two sentence files of a slice into Rust functions while the slice is compiled.
//!
//! Use it through the crate `words`: `pub mod w { words::load!(); }`. What the files may hold is
//! told there and in [`sentence`]; what comes out in [`rust`].
//!
//! Why our own and not Fluent while the program runs: a busy page prints hundreds of sentences,
//! and looking one up, resolving and formatting it costs about a microsecond each in a bundle,
//! against nothing for a sentence without variables and one small allocation for the others here.
//! And a missing sentence, language or argument does not compile.

mod languages;
mod plain_names;
mod rust;
mod sentence;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;
use quote::quote;
use std::path::Path;

/// The file with the Dutch sentences, in the folder of the crate that loads it.
const DUTCH_FILE: &str = "words.nl.ftl";
/// The file with the English sentences.
const ENGLISH_FILE: &str = "words.en.ftl";

/// Reads `words.nl.ftl` and `words.en.ftl` from the folder of the calling crate and writes one
/// function per sentence, and `KEYS`, where it is called. Takes no arguments.
///
/// # Errors
/// Whatever is wrong in the files is a compile error that names file, line and key; all of them
/// are told at once.
#[proc_macro]
pub fn load(input: TokenStream) -> TokenStream {
    if !input.is_empty() {
        return refuse(&["words::load!() takes no arguments".to_owned()]);
    }
    #[allow(
        clippy::disallowed_methods,
        reason = "runs inside the compiler, where cargo tells the folder of the crate this way"
    )]
    let folder = match std::env::var("CARGO_MANIFEST_DIR") {
        Ok(folder) => folder,
        Err(_) => return refuse(&["words::load!() must be compiled by cargo".to_owned()]),
    };
    let (dutch, english) = match (read(&folder, DUTCH_FILE), read(&folder, ENGLISH_FILE)) {
        (Ok(dutch), Ok(english)) => (dutch, english),
        (dutch, english) => {
            let faults: Vec<String> = [dutch.err(), english.err()].into_iter().flatten().collect();
            return refuse(&faults);
        }
    };
    match functions(&dutch, &english) {
        Ok(functions) => {
            // Naming the files here makes the compiler look again when one of them changes.
            quote! {
                const _: (&str, &str) = (
                    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", #DUTCH_FILE)),
                    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", #ENGLISH_FILE)),
                );
                #functions
            }
            .into()
        }
        Err(faults) => refuse(&faults),
    }
}

/// From the text of both files to the Rust that stands for them, or everything that is wrong.
fn functions(dutch: &str, english: &str) -> Result<proc_macro2::TokenStream, Vec<String>> {
    let dutch = sentence::read(DUTCH_FILE, dutch);
    let english = sentence::read(ENGLISH_FILE, english);
    let (dutch, english) = match (dutch, english) {
        (Ok(dutch), Ok(english)) => (dutch, english),
        (dutch, english) => {
            let mut faults = dutch.err().unwrap_or_default();
            faults.extend(english.err().unwrap_or_default());
            return Err(faults);
        }
    };
    let pairs = languages::pair(dutch, english)?;
    Ok(rust::write(&pairs))
}

/// The text of one sentence file.
fn read(folder: &str, file: &str) -> Result<String, String> {
    let path = Path::new(folder).join(file);
    std::fs::read_to_string(&path)
        .map_err(|error| format!("{file} cannot be read ({error}); looked at {}", path.display()))
}

/// One compile error per fault.
fn refuse(faults: &[String]) -> TokenStream {
    quote! { #( ::core::compile_error!(#faults); )* }.into()
}
