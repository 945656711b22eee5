//! Counts steps of work in tests, so that "twice as much costs about twice as much" can be checked
//! without a clock. Outside tests it is nothing.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// So many characters, elements or bytes were looked at.
#[cfg(test)]
pub(crate) fn tick(steps: usize) {
    STEPS.with(|count| count.set(count.get() + steps as u64));
}

/// So many characters, elements or bytes were looked at.
#[cfg(not(test))]
pub(crate) fn tick(_: usize) {}

/// The steps that the work took on this thread.
#[cfg(test)]
pub(crate) fn steps_of(work: impl FnOnce()) -> u64 {
    let before = STEPS.with(std::cell::Cell::get);
    work();
    STEPS.with(std::cell::Cell::get) - before
}
