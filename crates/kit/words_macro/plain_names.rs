//! Names as they stand in Rust.

/// Words that cannot be the name of a function or an argument in Rust 2024, reserved ones included.
const TAKEN: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The Rust name of a kebab-case key or variable.
///
/// # Errors
/// Capitals, a keyword of Rust and a name that is no name after the change are refused; the text
/// says which.
pub fn rust_name(name: &str) -> Result<String, String> {
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_');
    if !plain || !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Err(format!("`{name}` must be small letters, digits and hyphens, a letter first"));
    }
    let changed = name.replace('-', "_");
    if TAKEN.contains(&changed.as_str()) {
        return Err(format!("`{name}` is a keyword of Rust: choose another name"));
    }
    Ok(changed)
}
