//! Two doors for those who do not begin with nothing: a refusal, and a text from before.

use super::dom::{El, el, text};
use crate::app::page::Page;
use crate::reactive::{Var, memo};
use crate::ui::checklist::go_to_item;
use crate::ui::dom::button;
use crate::ui::question::field::typed_words;
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::starts::traces;
use hs_core::ui;

/// What the reasons for refusal that are chosen lead to, each point with whether it is answered.
#[must_use]
pub fn points(page: Page) -> El {
    let session = page.session;
    let names = memo(move || {
        let Some(rulebook) = session.rulebook.get() else { return Vec::new() };
        page.refusal_points().into_iter().map(|id| rulebook.question_name(id).to_owned()).listed()
    });
    let point = move |name: &str| {
        let Some(id) = session.rulebook.get_untracked().and_then(|rulebook| rulebook.question_by_id(name)) else { return el("li") };
        let label = page.words().and_then(|words| words.question(id).map(|words| words.letter.clone())).unwrap_or_default();
        let go = button("hs-link", move || page.go_to(id)).text(&label);
        let is_answered = memo(move || session.answers.with(|answers| answers.get(id).is_some()));
        let tag = el("span").class("hs-tag").live_attr("data-state", move || is_answered.get().then(|| "described".to_owned()));
        let tag = tag.live_text(move || page.text(if is_answered.get() { ui!("point-answered") } else { ui!("item-missing") }));
        el("li").class("hs-checklist__item").attr("data-point", name).child(go).child(tag)
    };
    el("div")
        .attr("data-part", "points")
        .hidden_when(move || names.with(Vec::is_empty))
        .child(page.say(ui!("points"), "h4", "hs-group__head"))
        .child(el("ul").class("hs-checklist__items").each(move || names.get(), point))
}

/// A place to paste a text, and which points of the receiver's list it has traces of. The text is kept nowhere but in its control.
#[must_use]
pub fn paste(page: Page) -> El {
    let pasted = Var::new(String::new());
    let area =
        typed_words("textarea").class("hs-input hs-textarea").id("hs-paste").attr("rows", "4").attr("aria-describedby", "hs-paste-help");
    let control = area.control();
    let area = area.on("input", move |_| pasted.set(control.value()));
    let found = memo(move || {
        let Some(rulebook) = page.session.rulebook.get() else { return Vec::new() };
        pasted.with(|pasted| if pasted.trim().is_empty() { Vec::new() } else { traces(rulebook, pasted) })
    });
    let count = move || {
        let (some, all) = found.with(|found| (found.iter().flatten().count(), found.len()));
        if all == 0 { String::new() } else { page.text_with(ui!("paste-count"), &[("found", &decimal(some)), ("count", &decimal(all))]) }
    };
    let rows = move || {
        let traces = found.get();
        let row = |(index, trace): (usize, Option<String>)| {
            // No tick: a trace says nothing of how well the point is described.
            let said = match trace {
                Some(words) => text("span", "hs-tag", &page.text_with(ui!("paste-trace"), &[("word", &words)])),
                None => page.say(ui!("paste-none"), "span", "hs-small"),
            };
            el("li").class("hs-checklist__item").child(go_to_item(page, index)).child(said)
        };
        traces.into_iter().enumerate().map(row).listed()
    };
    el("div")
        .class("hs-q")
        .attr("data-part", "paste")
        .child(page.say(ui!("paste"), "label", "hs-q__ask").attr("for", "hs-paste"))
        .child(page.say(ui!("paste-help"), "p", "hs-q__help").id("hs-paste-help"))
        .child(area)
        .child(el("p").attr("role", "status").live_text(count))
        .child(el("ul").class("hs-checklist__items").live_all(rows))
}
