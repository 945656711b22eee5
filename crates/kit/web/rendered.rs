use askama::filters::HtmlSafe;
use askama::{FastWritable, Template, Values};
use language::{Failure, Result};
use std::fmt;

/// HTML that a template of ours made. Only templates make it, and they escape,
/// so another template prints it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered(String);

impl Rendered {
    /// Renders a template.
    ///
    /// # Errors
    /// A fault when the template fails.
    pub fn of(template: &impl Template) -> Result<Self> {
        template.render().map(Self).map_err(|e| Failure::fault("render a piece", e))
    }

    /// Nothing.
    pub fn nothing() -> Self {
        Self::default()
    }
}

impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FastWritable for Rendered {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

impl HtmlSafe for Rendered {}
