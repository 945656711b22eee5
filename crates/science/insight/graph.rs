//! The network of who answers whom (SCIENCE 4): visible interaction only, never views, private
//! messages or being in the same group.
//!
//! People are numbered 0, 1, 2, …; who they are is known outside this crate. A
//! [`DirectedGraph`] holds arcs with a weight, its [`UndirectedGraph`] the ties between two
//! people whoever began. All results are deterministic: chance comes from a seed, and the number
//! of [`Workers`] changes the time only.
//!
//! Online ties are a fraction of the real ones, and with more than 10–15% of people missing ranks
//! become unstable (Costenbader & Valente 2003). So a page shows [`bands`], never positions, and
//! nothing below [`FEWEST_MEMBERS`] and [`FEWEST_TIES`].
//!
//! | Question | Module |
//! |---|---|
//! | How strong is a tie now? | [`tie`] |
//! | Which departments are islands? | [`ei`], [`outward`], [`mixing`], [`assortativity`] |
//! | Who is tied to how many, in one piece? | [`degree`], [`components`], [`reciprocal`], [`cores`] |
//! | Who links people who are not linked? | [`betweenness`], [`constraint`], [`brokerage`] |
//! | Who is near the middle? | [`eigenvector`], [`pagerank`] |
//! | How close-knit, how far apart? | [`clustering`], [`distance`] |
//! | Which communities are there? | [`communities`], [`leiden`], [`modularity`], [`agreement`] |
//! | What if our core leaves? | [`fragility`], [`components`] |
//! | What may be shown of a person's figure? | [`bands`] |

pub mod agreement;
pub mod assortativity;
pub mod bands;
pub mod betweenness;
pub mod brokerage;
pub mod clustering;
pub mod communities;
pub mod components;
pub mod constraint;
pub mod cores;
pub mod degree;
pub mod directed;
pub mod distance;
pub mod ei;
pub mod eigenvector;
pub mod fragility;
pub mod leiden;
pub mod mixing;
pub mod modularity;
pub mod outward;
pub mod pagerank;
pub(crate) mod random;
pub mod reciprocal;
mod rows;
mod shuffled;
pub mod tie;
pub mod undirected;
mod work;

pub use directed::{DirectedGraph, Edge};
pub use undirected::UndirectedGraph;
pub use work::Workers;

/// Fewest people for a network to be shown.
pub const FEWEST_MEMBERS: u32 = 30;
/// Fewest ties for a network to be shown.
pub const FEWEST_TIES: usize = 50;

/// Whether a network is large enough for its figures to be shown at all.
#[must_use]
pub fn large_enough(graph: &UndirectedGraph) -> bool {
    graph.nodes() >= FEWEST_MEMBERS && graph.ties() >= FEWEST_TIES
}
