//! Panics on purpose, for the tests of what survives one. Never in a release package.

#![allow(clippy::panic, reason = "that is what it is for")]

use crate::app::session::Session;
use crate::reactive::{Var, follow};
use crate::ui::dom::El;
use crate::work::at_work;
use any_spawner::Executor;
use leptos_dom::helpers::set_timeout;
use std::time::Duration;

/// What can be asked to panic.
#[derive(Clone, Copy)]
pub struct Panics {
    /// At the next click on the page.
    at_click: Var<bool>,
    /// In what follows a value.
    in_effect: Var<bool>,
}

impl Panics {
    /// The page, with what waits in it to be asked. Call inside its owner.
    #[must_use]
    pub fn of(page: El) -> (El, Self) {
        let panics = Self { at_click: Var::new(false), in_effect: Var::new(false) };
        follow(move || assert!(!panics.in_effect.get(), "asked for"));
        (page.on("click", move |_| assert!(!panics.at_click.get_untracked(), "asked for")), panics)
    }

    /// Asks for a panic: the names are those of the tests.
    pub fn ask(self, session: Session, how: &str) {
        let lent_out = move || session.answers.update(|_| panic!("asked for"));
        match how {
            "panic_soon" => set_timeout(move || at_work(&mut || lent_out()), Duration::ZERO),
            "panic_in_listener" => self.at_click.set(true),
            "panic_in_effect" => self.in_effect.set(true),
            "panic_in_task" => Executor::spawn_local(async { at_work(&mut || panic!("asked for")) }),
            _ => lent_out(),
        }
    }
}
