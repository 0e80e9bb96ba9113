//! Values that are followed: Leptos' triggers, memos, effects and arena behind two types.
//!
//! Leptos compiles its signals and memos anew for every type of value. Here a value lies in a box that Leptos does not
//! look into, and Leptos only keeps account of who follows what: the same behaviour in a third of the code
//! (`docs/decisions/2026-11-22-small-enough-to-wait-for.md`). Values and effects end with their owner, as Leptos' own do.

use crate::calls::Gives;
use crate::work::at_work;
use leptos::prelude::{ArcMemo, ArcTrigger, Get, GetUntracked, GetValue, LocalStorage, Notify, RenderEffect, StoredValue, Track};
pub use leptos::prelude::{Owner, on_cleanup, untrack};
use send_wrapper::SendWrapper;
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

/// A value that can be read and followed. A copy is the same value.
pub struct Derived<T> {
    place: Kept,
    kind: PhantomData<fn() -> T>,
}

/// A value that can also be set.
pub struct Var<T>(Derived<T>);

/// What is copied of a place: where Leptos keeps it, until its owner ends.
type Kept = StoredValue<Place, LocalStorage>;

/// The value itself: none before a derived one is read for the first time.
type Cell<T> = RefCell<Option<T>>;

/// Where a value lies, and who tells when it changes. Nothing here knows the type of the value.
#[derive(Clone)]
struct Place {
    value: Rc<dyn Any>,
    source: Source,
}

#[derive(Clone)]
enum Source {
    Set(ArcTrigger),
    Derived(ArcMemo<()>),
}

impl Source {
    /// Whoever asks is told of the next change.
    fn follow(&self) {
        match self {
            Source::Set(trigger) => trigger.track(),
            Source::Derived(memo) => memo.get(),
        }
    }

    /// Brings the value up to date.
    fn refresh(&self) {
        if let Source::Derived(memo) = self {
            memo.get_untracked();
        }
    }
}

/// Runs now, and again whenever what it reads has changed, until its owner ends.
pub fn follow(run: impl Fn() + 'static) {
    follow_boxed(Box::new(run));
}

fn follow_boxed(run: Box<dyn Gives>) {
    StoredValue::new_local(RenderEffect::new(move |_| at_work(&mut || run.give())));
}

/// A value that follows what it reads, and tells only when it changes.
pub fn memo<T: PartialEq + 'static>(read: impl Fn() -> T + 'static) -> Derived<T> {
    memo_by(read, T::eq)
}

/// A value that follows what it reads, and tells only when it is no longer the `same`.
pub fn memo_by<T: 'static>(read: impl Fn() -> T + 'static, same: fn(&T, &T) -> bool) -> Derived<T> {
    memo_boxed(Box::new(read), same)
}

fn memo_boxed<T: 'static>(read: Box<dyn Gives<T>>, same: fn(&T, &T) -> bool) -> Derived<T> {
    let cell: Rc<Cell<T>> = Rc::default();
    let value = Rc::<Cell<T>>::clone(&cell);
    let refresh = move || {
        let now = read.give();
        let changed = !cell.borrow().as_ref().is_some_and(|before| same(before, &now));
        if changed {
            cell.replace(Some(now));
        }
        changed
    };
    Derived::at(derived(value, Box::new(refresh)))
}

/// A place whose value is brought up to date by `refresh`, which says whether it changed.
fn derived(value: Rc<dyn Any>, refresh: Box<dyn Gives<bool>>) -> Kept {
    let refresh = SendWrapper::new(refresh);
    let refresh = move |_| {
        let mut changed = false;
        at_work(&mut || changed = refresh.give());
        ((), changed)
    };
    kept(value, Source::Derived(ArcMemo::new_owning(refresh)))
}

/// Keeps a place until the owner of now ends.
fn kept(value: Rc<dyn Any>, source: Source) -> Kept {
    StoredValue::new_local(Place { value, source })
}

/// How a value is read.
#[derive(Clone, Copy, PartialEq)]
enum Reading {
    /// Whoever reads is told of the next change.
    Followed,
    /// Only brought up to date.
    Once,
    /// Not even that: for who is about to change it.
    AsItStands,
}

/// What lies at a place; none when its owner has ended.
fn opened(kept: Kept, how: Reading) -> Option<Rc<dyn Any>> {
    let place = kept.try_get_value()?;
    match how {
        Reading::Followed => place.source.follow(),
        Reading::Once => place.source.refresh(),
        Reading::AsItStands => {}
    }
    Some(place.value)
}

impl<T> Derived<T> {
    fn at(place: Kept) -> Self {
        Self { place, kind: PhantomData }
    }
}

impl<T: 'static> Derived<T> {
    /// Where the value lies. Made once for each type: what stands around it in `with` is made for each closure.
    #[inline(never)]
    fn cell(self, how: Reading) -> Option<Rc<Cell<T>>> {
        opened(self.place, how)?.downcast().ok()
    }

    /// Reads it, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        let Some(cell) = self.cell(Reading::Followed) else { gone() };
        cell.borrow().as_ref().map(read).unwrap_or_else(|| gone())
    }

    /// Reads it without following it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        let Some(cell) = self.cell(Reading::Once) else { gone() };
        cell.borrow().as_ref().map(read).unwrap_or_else(|| gone())
    }

    /// Reads it without following it; none when its owner has ended.
    pub fn try_with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        let cell = self.cell(Reading::Once)?;
        cell.borrow().as_ref().map(read)
    }

    /// Follows it.
    pub fn track(self) {
        opened(self.place, Reading::Followed);
    }
}

impl<T: Clone + 'static> Derived<T> {
    /// The value; it is followed.
    #[must_use]
    #[inline(never)]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, not followed.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.try_get_untracked().unwrap_or_else(|| gone())
    }

    /// The value, not followed; none when its owner has ended.
    #[must_use]
    #[inline(never)]
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

impl<T: 'static> Var<T> {
    /// A value, until the owner of now ends.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Derived::at(kept(Rc::new(Cell::new(Some(value))), Source::Set(ArcTrigger::new()))))
    }

    /// Sets it, and tells.
    #[inline(never)]
    pub fn set(self, value: T) {
        self.update(|now| *now = value);
    }

    /// Changes it, and tells.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.maybe_update(|now| {
            change(now);
            true
        });
    }

    /// Changes it, and tells if `change` says so. Nothing happens when its owner has ended.
    pub fn maybe_update(self, change: impl FnOnce(&mut T) -> bool) {
        let Some(cell) = self.0.cell(Reading::AsItStands) else { return };
        // Let go of before anybody is told.
        let changed = cell.borrow_mut().as_mut().is_some_and(change);
        if changed {
            tell(self.0.place);
        }
    }
}

/// Tells whoever follows.
fn tell(kept: Kept) {
    if let Some(Place { source: Source::Set(trigger), .. }) = kept.try_get_value() {
        trigger.notify();
    }
}

/// A value was read whose owner has ended: a mistake in this crate, which Leptos answers in the same way.
#[allow(clippy::panic, reason = "there is no value to go on with; what survives it is told in `embed`")]
#[cold]
fn gone() -> ! {
    panic!("a value was read after its owner had ended")
}

impl<T> Deref for Var<T> {
    type Target = Derived<T>;

    fn deref(&self) -> &Derived<T> {
        &self.0
    }
}

impl<T> From<Var<T>> for Derived<T> {
    fn from(var: Var<T>) -> Self {
        var.0
    }
}

// By hand: a copy of the place asks nothing of the value.
impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T> Clone for Var<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Var<T> {}
