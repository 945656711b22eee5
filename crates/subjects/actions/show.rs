//! From actions and answers to what templates print.

mod ask;
mod figures;

pub(crate) use ask::{Ask, AskPiece, Said, ask, said};
pub(crate) use figures::{
    Bar, Line, departments, detectable_points, grade, own_result, period, result_bars, sentence,
    top_of,
};
