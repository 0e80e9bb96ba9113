//! Values that are followed: Leptos' triggers, memos, effects and arena behind two types.
//!
//! Leptos compiles its signals and memos anew for every type of value. Here a value lies in a box that Leptos does not
//! look into, and Leptos only keeps account of who follows what: the same behaviour in a third of the code
//! (`docs/decisions/2026-11-22-small-enough-to-wait-for.md`). Values and effects end with their owner, as Leptos' own do.

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
    place: StoredValue<Place, LocalStorage>,
    kind: PhantomData<fn() -> T>,
}

/// A value that can also be set.
pub struct Var<T>(Derived<T>);

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

fn follow_boxed(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_| at_work(&mut || run())));
}

/// A value that follows what it reads, and tells only when it changes.
pub fn memo<T: PartialEq + 'static>(read: impl Fn() -> T + 'static) -> Derived<T> {
    memo_by(read, T::eq)
}

/// A value that follows what it reads, and tells only when it is no longer the `same`.
pub fn memo_by<T: 'static>(read: impl Fn() -> T + 'static, same: fn(&T, &T) -> bool) -> Derived<T> {
    let cell = Rc::new(RefCell::new(None));
    let value: Rc<dyn Any> = Rc::<RefCell<Option<T>>>::clone(&cell);
    derived(
        value,
        Box::new(move || {
            let now = read();
            let changed = !cell.borrow().as_ref().is_some_and(|before| same(before, &now));
            if changed {
                cell.replace(Some(now));
            }
            changed
        }),
    )
}

/// A place whose value is brought up to date by `refresh`, which says whether it changed.
fn derived<T>(value: Rc<dyn Any>, refresh: Box<dyn Fn() -> bool>) -> Derived<T> {
    let refresh = SendWrapper::new(refresh);
    let refresh = move |_| {
        let mut changed = false;
        at_work(&mut || changed = refresh());
        ((), changed)
    };
    Derived::at(Place { value, source: Source::Derived(ArcMemo::new_owning(refresh)) })
}

impl<T> Derived<T> {
    fn at(place: Place) -> Self {
        Self { place: StoredValue::new_local(place), kind: PhantomData }
    }
}

impl<T: 'static> Derived<T> {
    /// Reads it, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        let place = self.place.try_get_value();
        if let Some(place) = &place {
            place.source.follow();
        }
        look(place, read).unwrap_or_else(gone)
    }

    /// Reads it without following it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.try_with_untracked(read).unwrap_or_else(gone)
    }

    /// Reads it without following it; none when its owner has ended.
    pub fn try_with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        let place = self.place.try_get_value();
        if let Some(place) = &place {
            place.source.refresh();
        }
        look(place, read)
    }

    /// Follows it.
    pub fn track(self) {
        if let Some(place) = self.place.try_get_value() {
            place.source.follow();
        }
    }
}

impl<T: Clone + 'static> Derived<T> {
    /// The value; it is followed.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, not followed.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value, not followed; none when its owner has ended.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

impl<T: 'static> Var<T> {
    /// A value, until the owner of now ends.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Derived::at(Place { value: Rc::new(RefCell::new(Some(value))), source: Source::Set(ArcTrigger::new()) }))
    }

    /// Sets it, and tells.
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
        let Some(place) = self.0.place.try_get_value() else { return };
        let Some(cell) = place.value.downcast_ref::<RefCell<Option<T>>>() else { return };
        // Let go of before anybody is told.
        let changed = cell.borrow_mut().as_mut().is_some_and(change);
        if let (true, Source::Set(trigger)) = (changed, &place.source) {
            trigger.notify();
        }
    }
}

fn look<T: 'static, U>(place: Option<Place>, read: impl FnOnce(&T) -> U) -> Option<U> {
    let place = place?;
    let cell = place.value.downcast_ref::<RefCell<Option<T>>>()?;
    cell.borrow().as_ref().map(read)
}

/// A value was read whose owner has ended: a mistake in this crate, which Leptos answers in the same way.
#[allow(clippy::panic, reason = "there is no value to go on with; what survives it is told in `embed`")]
#[cold]
fn gone<U>() -> U {
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
