//! The referral text as it stands, in the receiver's order, and the ways out: copy, or hand it to the page.

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::reactive::{Var, follow, memo, untrack};
use crate::ui::clipboard::copy;
use crate::ui::icons::{Icon, icon};
use crate::ui::identifier_warning::identifier_warning;
use crate::ui::letter_form::letter_form;
use crate::ui::section::foldable;
use crate::ui::sources::shown_day;
use hs_core::export::{LineEnd, section_to_text, to_text};
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::rulebook::Day;
use hs_core::summary::{Line, Summary};
use hs_core::ui;

/// How the last copy went.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Copied {
    /// Nothing copied since the text changed.
    No,
    /// It lies on the clipboard: the part with this id, or the whole.
    Yes(Option<String>),
    /// The browser refused: this is to be copied by hand.
    ByHand(String),
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
    let (copied, line_end) = (Var::new(Copied::No), Var::new(LineEnd::default()));
    follow(move || {
        summary.track();
        copied.set(Copied::No);
    });
    let copying = move |text: String, part: Option<String>| {
        let kept = text.clone();
        copy(&text, move |went_well| copied.set(if went_well { Copied::Yes(part) } else { Copied::ByHand(kept) }));
    };
    let copy_it = button("hs-button hs-button--primary", move || copying(now_as_text(page, line_end), None));
    let hand_over = button("hs-button", move || {
        page.session.outlet.try_with_untracked(|outlet| outlet.use_summary.give());
    });
    let done = move || {
        matches!(copied.get(), Copied::Yes(_)).then(|| el("span").class("hs-done").child(icon(Icon::Check)).say(ui!("copied"), page))
    };
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
        .each(move || sections.get(), move |id| part(page, id.to_owned(), line_end, copied, copying))
        .child(el("p").class("hs-small").live_text(move || small_print(page)));
    let printed = paper.html();
    let print = button("hs-link", move || {
        // Where nothing can be printed, the text can still be taken along.
        if page.session.outlet.try_with_untracked(|outlet| outlet.print.take(&printed)) == Some(false) {
            copied.set(Copied::ByHand(now_as_text(page, line_end)));
        }
    });
    let save = button("hs-link", move || {
        page.session.outlet.try_with_untracked(|outlet| outlet.save.take(&now_as_text(page, line_end)));
    });
    // Not counted at every key press while the text is folded.
    let length = move || {
        let length = if page.letter_open.get() { as_text(page, line_end).chars().count() } else { 0 };
        page.text_with(ui!("letter-length"), &[("count", &decimal(length))])
    };
    let more = el("div")
        .class("hs-letter__actions")
        .child(print.attr("data-action", "print").say(ui!("letter-print"), page))
        .child(save.attr("data-action", "save").say(ui!("letter-save"), page))
        .child(el("span").class("hs-small").live_text(length));
    let by_hand = el("div").live(move || match copied.get() {
        Copied::ByHand(text) => Some(by_hand(page, &text)),
        _ => None,
    });
    let ask =
        button("hs-link", move || page.write_to_municipality()).attr("data-action", "ask-municipality").say(ui!("letter-request"), page);
    let ask = ask.hidden_when(move || page.unasked_of_municipality().is_none());
    let astray = page.say(ui!("letter-astray"), "p", "hs-warning").hidden_when(move || !page.letter_is_astray());
    let note = page.say(ui!("letter-note"), "p", "hs-small");
    vec![identifier_warning(page), astray, actions, by_hand, letter_form(page, line_end), ask, paper, more, note]
}

/// Edition of the rulebook and the day, so that a text found later tells what it was written with.
fn small_print(page: Page) -> String {
    let day = shown_day(&Day::from(page.session.today).iso());
    with_summary(page, |summary| page.text_with(ui!("letter-edition"), &[("edition", &summary.version), ("day", &day)]))
}

/// One part of the text, with a button to copy it. Its lines are drawn anew when one of them changes.
fn part(
    page: Page,
    id: String,
    line_end: Var<LineEnd>,
    copied: Var<Copied>,
    copying: impl Fn(String, Option<String>) + Copy + 'static,
) -> El {
    let (this, taken) = (id.clone(), id.clone());
    let now = memo(move || with_summary(page, |summary| summary.all_sections().find(|one| one.id == id).cloned()));
    let heading = move || now.with(|now| now.as_ref().map(|now| now.heading.clone()).unwrap_or_default());
    let lines = move || now.with(|now| now.iter().flat_map(|now| &now.lines).map(one_line).listed());
    let copy_part = button("hs-link hs-letter__copy", move || {
        let text = now.with_untracked(|now| now.as_ref().map(|now| section_to_text(now, line_end.get_untracked())));
        copying(text.unwrap_or_default(), Some(this.clone()));
    });
    let said = move || {
        let is_copied = copied.with(|copied| matches!(copied, Copied::Yes(Some(part)) if *part == taken));
        page.text(if is_copied { ui!("copied") } else { ui!("copy-part") })
    };
    // What is read out begins with what is shown.
    let of_part = el("span").class("hs-unseen").live_text(heading);
    let copy_part = copy_part.child(icon(Icon::Copy)).child(el("span").live_text(said)).child(of_part);
    let head = el("div").class("hs-letter__top").child(el("h4").class("hs-letter__head").live_text(heading)).child(copy_part);
    el("div").child(head).child(el("ul").class("hs-letter__lines").live_all(lines))
}

fn one_line(line: &Line) -> El {
    let label = line.label.as_ref().map(|label| text("span", "hs-letter__label", &[label, ": "].concat()));
    el("li").child(label).child(text("span", "hs-letter__text", &line.text))
}

/// The text in a control, selected, to be copied by hand.
fn by_hand(page: Page, text: &str) -> El {
    let area = el("textarea").class("hs-input").id("hs-by-hand").attr("readonly", "").attr("rows", "8").attr("spellcheck", "false");
    let control = area.control();
    control.set_value(text);
    page.after_drawing(move || {
        let _ = control.focus();
        control.select();
    });
    el("div").class("hs-by-hand").child(page.say(ui!("copy-by-hand"), "label", "").attr("for", "hs-by-hand")).child(area)
}

/// The text as it stands now, for who presses a button.
fn now_as_text(page: Page, line_end: Var<LineEnd>) -> String {
    untrack(|| as_text(page, line_end))
}

fn as_text(page: Page, line_end: Var<LineEnd>) -> String {
    with_summary(page, |summary| to_text(summary, line_end.get()))
}

fn with_summary<T: Default>(page: Page, read: impl FnOnce(&Summary) -> T) -> T {
    page.session.summary.with(|summary| summary.as_ref().map(|summary| read(summary))).unwrap_or_default()
}
