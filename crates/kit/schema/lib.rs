//! Every table, mirrored from migrations/.
