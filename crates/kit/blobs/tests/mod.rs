mod pictures;
mod store;
