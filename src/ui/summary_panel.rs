//! The referral text as it stands, in the receiver's order, and the ways out: copy, or hand it to the page.

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::reactive::{Var, follow, memo, untrack};
use crate::ui::clipboard::copy;
use crate::ui::icons::{Icon, icon};
use crate::ui::identifier_warning::identifier_warning;
use crate::ui::section::foldable;
use hs_core::export::{LineEnd, to_text};
use hs_core::listed::Listed;
use hs_core::summary::{Line, Summary};
use hs_core::ui;

/// How the last copy went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copied {
    /// Nothing copied since the text changed.
    No,
    /// It lies on the clipboard.
    Yes,
    /// The browser refused: to be copied by hand.
    ByHand,
}

/// The panel.
#[must_use]
pub fn summary_panel(page: Page) -> El {
    let is_open = page.letter_open;
    let toggle = move || {
        if is_open.get_untracked() {
            is_open.set(false);
        } else {
            page.pass_all();
            is_open.set(true);
        }
    };
    let head = vec![page.say(ui!("letter"), "span", "hs-section__title").id("hs-letter-title")];
    foldable("hs-section hs-section--letter", "hs-letter", is_open.into(), head, toggle, move || letter(page)).attr("data-part", "summary")
}

/// The text and its buttons.
fn letter(page: Page) -> Vec<El> {
    let summary = page.session.summary;
    let copied = Var::new(Copied::No);
    follow(move || {
        summary.track();
        copied.set(Copied::No);
    });
    let copy_it = button("hs-button hs-button--primary", move || {
        copy(&as_text(page), move |went_well| {
            copied.set(if went_well { Copied::Yes } else { Copied::ByHand });
        });
    });
    let hand_over = button("hs-button", move || {
        page.session.outlet.try_with_untracked(|outlet| outlet.use_summary.give());
    });
    let done = move || (copied.get() == Copied::Yes).then(|| el("span").class("hs-done").child(icon(Icon::Check)).say(ui!("copied"), page));
    let actions = el("div")
        .class("hs-letter__actions")
        .child(copy_it.attr("data-action", "copy").child(icon(Icon::Copy)).child(page.say(ui!("copy"), "span", "")))
        .child(hand_over.attr("data-action", "use-summary").child(icon(Icon::Arrow)).child(page.say(ui!("use-summary"), "span", "")))
        .child(el("span").attr("role", "status").class("hs-letter__status").live(done));
    let title = move || with_summary(page, |summary| summary.title.clone());
    let sections = memo(move || with_summary(page, |summary| summary.all_sections().map(|one| one.id.clone()).listed()));
    let paper = el("div")
        .class("hs-letter")
        .attr("data-part", "letter")
        .child(el("p").class("hs-letter__title").live_text(title))
        .child(page.say(ui!("letter-empty"), "p", "hs-calm").hidden_when(move || !sections.with(Vec::is_empty)))
        .each(move || sections.get(), move |id| part(page, id.to_owned()));
    let by_hand = el("div").live(move || (copied.get() == Copied::ByHand).then(|| by_hand(page)));
    vec![identifier_warning(page), actions, by_hand, paper, page.say(ui!("letter-note"), "p", "hs-small")]
}

/// One part of the text. Its lines are drawn anew when one of them changes.
fn part(page: Page, id: String) -> El {
    let now = memo(move || with_summary(page, |summary| summary.all_sections().find(|one| one.id == id).cloned()));
    let heading = move || now.with(|now| now.as_ref().map(|now| now.heading.clone()).unwrap_or_default());
    let lines = move || now.with(|now| now.iter().flat_map(|now| &now.lines).map(one_line).listed());
    el("div").child(el("h4").class("hs-letter__head").live_text(heading)).child(el("ul").class("hs-letter__lines").live_all(lines))
}

fn one_line(line: &Line) -> El {
    let label = line.label.as_ref().map(|label| text("span", "hs-letter__label", &[label, ": "].concat()));
    el("li").child(label).child(text("span", "hs-letter__text", &line.text))
}

/// The text in a control, selected, to be copied by hand.
fn by_hand(page: Page) -> El {
    let area = el("textarea").class("hs-input").id("hs-by-hand").attr("readonly", "").attr("rows", "8").attr("spellcheck", "false");
    let control = area.control();
    control.set_value(&as_text(page));
    page.after_drawing(move || {
        let _ = control.focus();
        control.select();
    });
    el("div").class("hs-by-hand").child(page.say(ui!("copy-by-hand"), "label", "").attr("for", "hs-by-hand")).child(area)
}

fn as_text(page: Page) -> String {
    untrack(|| with_summary(page, |summary| to_text(summary, LineEnd::Lf)))
}

fn with_summary<T: Default>(page: Page, read: impl FnOnce(&Summary) -> T) -> T {
    page.session.summary.with(|summary| summary.as_ref().map(|summary| read(summary))).unwrap_or_default()
}
