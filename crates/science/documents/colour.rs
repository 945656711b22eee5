//! The colours of the light set, as the pages have them (`browser/styles/tokens.css`).

use krilla::color::rgb;

/// A colour.
pub(crate) type Colour = (u8, u8, u8);

pub(crate) const INK: Colour = (38, 31, 26);
pub(crate) const INK_2: Colour = (95, 88, 81);
pub(crate) const LINE: Colour = (224, 222, 215);
pub(crate) const LINE_2: Colour = (138, 134, 125);
pub(crate) const WATER: Colour = (0, 89, 99);
pub(crate) const DEEP: Colour = (0, 68, 76);
pub(crate) const DEEP_INK: Colour = (251, 249, 243);
pub(crate) const DEEP_INK_2: Colour = (194, 222, 223);
pub(crate) const BRICK: Colour = (174, 71, 40);
pub(crate) const BRICK_2: Colour = (255, 236, 227);
pub(crate) const CHART: Colour = (10, 96, 108);
pub(crate) const CHART_2: Colour = (169, 212, 216);
pub(crate) const TRACK: Colour = (234, 232, 225);

pub(crate) fn rgb(colour: Colour) -> rgb::Color {
    rgb::Color::new(colour.0, colour.1, colour.2)
}
