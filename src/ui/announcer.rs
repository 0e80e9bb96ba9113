//! Says in one short sentence what changed among the findings, when the doctor has paused.

use super::dom::{El, el};
use crate::app::page::Page;
use crate::reactive::{Var, follow, memo};
use crate::ui::findings::due::Due;
use crate::work::at_work;
use hs_core::listed::{Listed, joined};
use hs_core::ui;
use hs_core::ui_counted;
use leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use std::time::Duration;

/// How long nothing must change before it is said: longer than between two key presses.
const PAUSE: Duration = Duration::from_millis(900);
/// How long it stands: whoever reads the page later does not meet old news.
const SAID: Duration = Duration::from_secs(5);
/// How many titles are named.
const NAMED: usize = 2;

/// What is read, a while after it last changed: nothing is said at every key press.
pub fn when_paused(read: impl Fn() -> String + 'static) -> Var<String> {
    let (now, said, waiting) = (memo(read), Var::new(String::new()), Var::new(None::<TimeoutHandle>));
    follow(move || {
        now.track();
        let say = move || now.try_get_untracked().into_iter().for_each(|now| said.set(now));
        wait(waiting, PAUSE, say);
    });
    said
}

/// Runs it after a while, and not what waited before it.
fn wait(waiting: Var<Option<TimeoutHandle>>, pause: Duration, run: impl Fn() + 'static) {
    if let Some(Some(handle)) = waiting.try_get_untracked() {
        handle.clear();
    }
    waiting.set(set_timeout_with_handle(move || at_work(&mut || run()), pause).ok());
}

/// The live region. It stands from the start, or readers do not notice it.
#[must_use]
pub fn announcer(page: Page) -> El {
    let due = page.due;
    let sentence = Var::new(String::new());
    let said = Var::new(Vec::<String>::new());
    let waiting = Var::new(None::<TimeoutHandle>);
    // It may come when all of this has ended.
    let say = move || {
        let (Some(now), Some(before)) = (due.try_get_untracked(), said.try_get_untracked()) else { return };
        // By their ids: another language makes nothing new.
        let keys = now.iter().map(Due::key).listed();
        if keys != before {
            sentence.set(sentence_of(page, &before, &now));
            wait(waiting, SAID, move || sentence.set(String::new()));
            said.set(keys);
        }
    };
    follow(move || {
        due.track();
        wait(waiting, PAUSE, say);
    });
    // What was said in another language is not said again.
    follow(move || {
        page.session.words.track();
        sentence.set(String::new());
    });
    el("p").class("hs-unseen").attr("aria-live", "polite").attr("data-part", "announcer").live_text(move || sentence.get())
}

fn sentence_of(page: Page, before: &[String], now: &[Due]) -> String {
    let new: Vec<&Due> = now.iter().filter(|one| !before.contains(&one.key())).listed();
    let gone = before.iter().filter(|key| !now.iter().any(|one| one.key() == **key)).count();
    let mut parts = vec![if now.is_empty() { page.text(ui!("announce-none")) } else { page.counted(ui_counted!("announce"), now.len()) }];
    if !new.is_empty() {
        let titles: Vec<&str> = new.iter().take(NAMED).map(|one| one.title.as_str()).listed();
        parts.push([&page.counted(ui_counted!("announce-new"), new.len()), ": ", &joined(&titles, "; ")].concat());
    } else if gone > 0 {
        parts.push(page.counted(ui_counted!("announce-gone"), gone));
    }
    joined(&parts, ", ")
}
