//! Panics on purpose, for the tests of what survives one. Never in a release package.

#![allow(clippy::panic, reason = "that is what it is for")]

use crate::reactive::{Var, follow};
use crate::ui::dom::El;
use crate::work::at_work;
use any_spawner::Executor;

/// The page panics where an event of this name tells it to: in a listener, in what follows a value, in a task of its own.
#[must_use]
pub fn on_demand(page: El) -> El {
    let asked = Var::new(false);
    follow(move || assert!(!asked.get(), "asked for"));
    page.on("hs-test-panic-listener", |_| panic!("asked for"))
        .on("hs-test-panic-effect", move |_| asked.set(true))
        .on("hs-test-panic-task", |_| Executor::spawn_local(async { at_work(&mut || panic!("asked for")) }))
}
