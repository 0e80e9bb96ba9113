//! Values that are followed: Leptos' triggers, memos, effects and owners behind two types.
//!
//! Leptos compiles its signals and memos anew for every type of value. Here a value lies in a box that Leptos does not
//! look into, and Leptos only keeps account of who follows what: the same behaviour in a third of the code
//! (`docs/decisions/2026-11-22-small-enough-to-wait-for.md`). Values and effects end with their owner, as Leptos' own do.

use crate::calls::Gives;
use crate::work::at_work;
use reactive_graph::computed::ArcMemo;
use reactive_graph::effect::RenderEffect;
pub use reactive_graph::graph::untrack;
pub use reactive_graph::owner::Owner;
use reactive_graph::owner::on_cleanup;
use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Get, GetUntracked, Notify, Track};
use slotmap::{DefaultKey, SlotMap};
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

/// A value that can be read and followed. A copy is the same value.
pub struct Derived<T> {
    place: DefaultKey,
    kind: PhantomData<fn() -> T>,
}

/// A value that can also be set.
pub struct Var<T>(Derived<T>);

/// Where a value lies, and who tells when it changes. Nothing here knows the type of the value.
struct Place {
    /// The value itself: none before a derived one is read for the first time, and while it is being changed. Whoever reads it holds it
    /// for as long.
    slot: RefCell<Option<Rc<dyn Any>>>,
    source: Source,
}

enum Source {
    /// It stays as it is.
    Kept,
    Set(ArcTrigger),
    Derived {
        memo: ArcMemo<()>,
        read: Box<dyn Gives<Rc<dyn Any>>>,
        same: Same,
    },
}

/// Whether two values of the type that is read are the same.
type Same = fn(&dyn Any, &dyn Any) -> bool;

thread_local! {
    // What is known to its owner by a key alone. Leptos' own arena keeps only what can go to another thread, or asks at every reading
    // whether it is in its own; here there is one.
    static PLACES: RefCell<SlotMap<DefaultKey, Rc<Place>>> = RefCell::default();
}

impl Place {
    /// A place of its own, until the owner of now ends.
    #[inline(never)]
    fn made(value: Option<Rc<dyn Any>>, source: Box<dyn FnOnce(DefaultKey) -> Source>) -> DefaultKey {
        let slot = RefCell::new(value);
        let key = PLACES.with_borrow_mut(|places| places.insert_with_key(|key| Rc::new(Self { slot, source: source(key) })));
        on_cleanup(move || {
            // What ends with it may end other places.
            let gone = PLACES.with_borrow_mut(|places| places.remove(key));
            drop(gone);
        });
        key
    }

    /// None when its owner has ended.
    #[inline(never)]
    fn at(key: DefaultKey) -> Option<Rc<Self>> {
        PLACES.with_borrow(|places| places.get(key).cloned())
    }
}

/// How a value is read.
#[derive(Clone, Copy)]
enum Reading {
    /// Whoever reads is told of the next change.
    Followed,
    /// It is only brought up to date.
    Once,
}

impl Source {
    /// Brings the value up to date.
    fn read(&self, how: Reading) {
        match (self, how) {
            (Source::Set(trigger), Reading::Followed) => trigger.track(),
            (Source::Kept, _) | (Source::Set(_), Reading::Once) => {}
            (Source::Derived { memo, .. }, Reading::Followed) => memo.get(),
            (Source::Derived { memo, .. }, Reading::Once) => memo.get_untracked(),
        }
    }
}

/// Runs now, and again whenever what it reads has changed, until its owner ends.
pub fn follow(run: impl Fn() + 'static) {
    follow_boxed(Box::new(run));
}

fn follow_boxed(run: Box<dyn Gives>) {
    // It ends when it is let go of.
    let effect = RenderEffect::new(move |_| at_work(&mut || run.give()));
    kept_boxed(Rc::new(effect));
}

fn kept_boxed(value: Rc<dyn Any>) -> DefaultKey {
    Place::made(Some(value), Box::new(|_| Source::Kept))
}

/// A value that follows what it reads, and tells only when it changes.
pub fn memo<T: PartialEq + 'static>(read: impl Fn() -> T + 'static) -> Derived<T> {
    memo_by(read, |before, now| before.downcast_ref::<T>() == now.downcast_ref::<T>())
}

/// A value that follows what it reads, and tells only when it is no longer the `same`.
pub fn memo_by<T: 'static>(read: impl Fn() -> T + 'static, same: Same) -> Derived<T> {
    let read = move || {
        let now: Rc<dyn Any> = Rc::new(read());
        now
    };
    Derived::at(derived(Box::new(read), same))
}

/// A place whose value is brought up to date by `read`.
fn derived(read: Box<dyn Gives<Rc<dyn Any>>>, same: Same) -> DefaultKey {
    Place::made(None, Box::new(move |key| Source::Derived { memo: ArcMemo::new_owning(move |_| ((), refresh(key))), read, same }))
}

/// Brings a derived value up to date; whether it is another now.
fn refresh(key: DefaultKey) -> bool {
    let mut changed = false;
    at_work(&mut || {
        let Some(place) = Place::at(key) else { return };
        let Source::Derived { read, same, .. } = &place.source else { return };
        let (now, before) = (read.give(), place.slot.borrow().clone());
        if !before.is_some_and(|before| same(&*before, &*now)) {
            place.slot.replace(Some(now));
            changed = true;
        }
    });
    changed
}

/// What lies at a place, brought up to date; none when its owner has ended.
fn opened(key: DefaultKey, how: Reading) -> Option<Rc<dyn Any>> {
    let place = Place::at(key)?;
    place.source.read(how);
    place.slot.borrow().clone()
}

/// Puts a value at a place, and tells if told to.
fn put(key: DefaultKey, value: Rc<dyn Any>, tells: bool) {
    let Some(place) = Place::at(key) else { return };
    place.slot.replace(Some(value));
    if let (true, Source::Set(trigger)) = (tells, &place.source) {
        trigger.notify();
    }
}

impl<T> Derived<T> {
    fn at(place: DefaultKey) -> Self {
        Self { place, kind: PhantomData }
    }
}

impl<T: 'static> Derived<T> {
    /// A value that stays as it is until the owner of now ends.
    #[must_use]
    pub fn kept(value: T) -> Self {
        Self::at(kept_boxed(Rc::new(value)))
    }

    /// The value of now. Made once for each type: what stands around it in `with` is made for each closure.
    #[inline(never)]
    fn now(self, how: Reading) -> Option<Rc<T>> {
        opened(self.place, how)?.downcast().ok()
    }

    /// Reads it, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.now(Reading::Followed).unwrap_or_else(|| gone()))
    }

    /// Reads it without following it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.now(Reading::Once).unwrap_or_else(|| gone()))
    }

    /// Reads it without following it; none when its owner has ended.
    pub fn try_with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.now(Reading::Once).map(|now| read(&now))
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
        Self(Derived::at(set_from_outside(Rc::new(value))))
    }

    /// Sets it, and tells.
    pub fn set(self, value: T) {
        put(self.0.place, Rc::new(value), true);
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
        let Some(mut value) = self.taken() else { return };
        let changed = change(Rc::get_mut(&mut value).unwrap_or_else(held));
        // It is back before anybody is told.
        put(self.0.place, value, changed);
    }

    /// The value, taken out to be changed.
    #[inline(never)]
    fn taken(self) -> Option<Rc<T>> {
        take(self.0.place)?.downcast().ok()
    }
}

fn set_from_outside(value: Rc<dyn Any>) -> DefaultKey {
    Place::made(Some(value), Box::new(|_| Source::Set(ArcTrigger::new())))
}

/// Takes a value out of its place.
fn take(key: DefaultKey) -> Option<Rc<dyn Any>> {
    Place::at(key)?.slot.take()
}

/// A value was read whose owner has ended, or while it is being changed: a mistake in this crate, which Leptos answers in the same way.
#[allow(clippy::panic, reason = "there is no value to go on with; what survives it is told in `embed`")]
#[cold]
fn gone() -> ! {
    panic!("a value was read after its owner had ended")
}

/// A value was changed while it is read: the same.
#[allow(clippy::panic, reason = "whoever reads it must not see it change")]
#[cold]
fn held<T>() -> T {
    panic!("a value was changed while it was read")
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
