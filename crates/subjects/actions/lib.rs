//! Community actions.

/// The routes of this slice.
pub fn routes() -> Vec<web::Route> {
    Vec::new()
}

/// The community action on the home page.
///
/// # Errors
/// A fault of the database.
pub fn home_card(_: &web::Request) -> language::Result<Option<web::Rendered>> {
    Ok(None)
}
