//! Closures as this crate keeps them: with one way of being called.
//!
//! `dyn Fn` also carries the ways of `FnMut` and `FnOnce`, and the compiler makes the code of each for every closure that is kept,
//! though nobody calls it. There are hundreds of them.

/// A closure that gives a value, or only does something.
pub trait Gives<T = ()> {
    /// Calls it.
    fn give(&self) -> T;
}

impl<T, F: Fn() -> T> Gives<T> for F {
    fn give(&self) -> T {
        self()
    }
}

/// A closure that takes something.
pub trait Takes<A, T = ()> {
    /// Calls it.
    fn take(&self, given: A) -> T;
}

impl<A, T, F: Fn(A) -> T> Takes<A, T> for F {
    fn take(&self, given: A) -> T {
        self(given)
    }
}
