use diesel::query_builder::SqlQuery;

/// A statement in SQL, the same for both engines, with `$1`, `$2`… for its values.
///
/// SQLite takes `$2` for a name and numbers names as they first appear, whatever
/// their digits; PostgreSQL goes by the digits. So they must first appear in
/// order: debug builds, which all tests are, refuse a statement in which they do not.
pub fn sql(text: impl Into<String>) -> SqlQuery {
    let text = text.into();
    debug_assert!(in_order(&text), "values do not first appear in order: {text}");
    diesel::sql_query(text)
}

/// Whether `$1`, `$2`… first appear in their order, none left out.
fn in_order(text: &str) -> bool {
    let mut highest = 0;
    for part in text.split('$').skip(1) {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<u32>() else { continue };
        if number > highest + 1 {
            return false;
        }
        highest = highest.max(number);
    }
    true
}

#[cfg(test)]
mod tests {
    #[test]
    fn order_of_first_appearance() {
        assert!(super::in_order("select $1, $2, $1 where $3 = 'costs $'"));
        assert!(!super::in_order("select $1, $3, $2"));
        assert!(!super::in_order("select $2"));
    }
}
