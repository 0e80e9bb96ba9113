//! Which order the text has, and how it is written: chosen beside the text, never asked for.

use super::dom::{El, el};
use crate::app::page::Page;
use crate::reactive::Var;
use crate::ui::question::field::chip;
use hs_core::export::LineEnd;
use hs_core::listed::Listed;
use hs_core::rulebook::Ui;
use hs_core::summary::layouts;
use hs_core::ui;

/// The orders of this region, what becomes of what is not stated, and how lines end.
#[must_use]
pub fn letter_form(page: Page, line_end: Var<LineEnd>) -> El {
    let form = page.session.form;
    let orders = move || {
        let rulebook = page.session.rulebook.get();
        let known = rulebook.into_iter().flat_map(layouts);
        let one = |id: &'static str| {
            let input = el("input").attr("type", "radio").attr("name", "hs-letter-order").attr("value", id);
            let input = input.checked_when(move || form.with(|form| form.layout == id));
            let input = input.on("change", move |_| form.update(|form| id.clone_into(&mut form.layout)));
            chip("hs-chip hs-chip--small", input, &page.text(named(id)))
        };
        known.map(one).listed()
    };
    let named_too = el("input").attr("type", "checkbox").checked_when(move || form.with(|form| form.names_not_stated));
    let named_too = named_too.on("change", move |_| form.update(|form| form.names_not_stated = !form.names_not_stated));
    let windows = el("input").attr("type", "checkbox").checked_when(move || line_end.get() == LineEnd::CrLf);
    let windows = windows.on("change", move |_| {
        line_end.set(if line_end.get_untracked() == LineEnd::CrLf { LineEnd::Lf } else { LineEnd::CrLf });
    });
    let ways = el("div")
        .class("hs-chips")
        .child(chip("hs-chip hs-chip--small", named_too, &page.text(ui!("letter-name-not-stated"))))
        .child(chip("hs-chip hs-chip--small", windows, &page.text(ui!("letter-windows"))));
    let orders = el("fieldset").child(page.say(ui!("letter-order"), "legend", "")).child(el("div").class("hs-chips").live_all(orders));
    el("div").class("hs-letter__form").attr("data-part", "letter-form").child(orders).child(ways)
}

fn named(layout: &str) -> Ui {
    match layout {
        "national" => ui!("letter-order-national"),
        "gp-seven" => ui!("letter-order-gp-seven"),
        "municipality" => ui!("letter-order-municipality"),
        _ => ui!("letter-order-receiver"),
    }
}
