//! Which region's checklist and routes stand. Changing it keeps every answer.

use super::dom::{El, button, el};
use crate::app::page::Page;
use crate::rulebooks;
use crate::ui::question::field::chip;
use hs_core::listed::Listed;
use hs_core::rulebook::Region;
use hs_core::ui;

/// Asked when nobody has said it.
#[must_use]
pub fn region_choice(page: Page) -> El {
    let buttons = rulebooks::available().map(|region| {
        let choose = button("hs-button hs-button--big", move || {
            page.session.choose_home(region);
            page.restart();
        });
        choose.attr("data-region", region.id()).text(&name(page, region))
    });
    el("section")
        .class("hs-panel hs-gate")
        .attr("aria-labelledby", "hs-region-head")
        .attr("data-part", "region")
        .child(page.say(ui!("region-ask"), "h3", "hs-panel__head").id("hs-region-head"))
        .child(page.say(ui!("region-help"), "p", ""))
        .child(el("div").class("hs-letter__actions").children(buttons.listed()))
}

/// Changed later, in the header.
#[must_use]
pub fn region_switch(page: Page) -> El {
    let region = page.session.region;
    let chips = rulebooks::available().map(|one| {
        let input = el("input").attr("type", "radio").attr("name", "hs-region").attr("value", one.id());
        let input = input.checked_when(move || region.get() == Some(one)).on("change", move |_| region.set(Some(one)));
        chip("hs-chip hs-chip--small", input, &name(page, one))
    });
    el("fieldset")
        .class("hs-switch")
        .hidden_when(move || region.get().is_none())
        .child(page.say(ui!("region"), "legend", ""))
        .child(el("div").class("hs-chips").children(chips.listed()))
}

fn name(page: Page, region: Region) -> String {
    let name = page.words().and_then(|words| words.region(region).map(|words| words.name.clone()));
    name.unwrap_or_else(|| region.id().to_owned())
}
