//! Whether this instance is at work. A panic ends an instance in the middle of its work, and a release tells nothing more of it:
//! so an instance that is at work when nobody works any more has panicked, and the element is told by the browser.

use std::cell::Cell;

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Does a piece of work that the browser asked for. All work that does not come through a method of the handle does.
pub fn at_work(work: &mut dyn FnMut()) {
    let before = AT_WORK.replace(true);
    work();
    AT_WORK.set(before);
}

/// Lets others work meanwhile: what they break is not ours.
pub fn at_rest(others: impl FnOnce()) {
    let before = AT_WORK.replace(false);
    others();
    AT_WORK.set(before);
}

/// Whether a piece of work was begun and never ended.
#[must_use]
pub fn is_at_work() -> bool {
    AT_WORK.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_within_work_ends_with_the_outer_one() {
        let mut seen = Vec::new();
        at_work(&mut || {
            at_work(&mut || seen.push(is_at_work()));
            at_rest(|| seen.push(is_at_work()));
            seen.push(is_at_work());
        });
        assert_eq!(seen, [true, false, true]);
        assert!(!is_at_work());
    }
}
