//! Two doors for those who do not begin with nothing: a refusal, and a text from before.

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::reactive::{follow, memo};
use crate::ui::announcer::when_paused;
use crate::ui::checklist::go_to_item;
use crate::ui::question::field::typed_words;
use hs_core::Answer;
use hs_core::answers::text::state;
use hs_core::assess::ItemState;
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::rulebook::classes::TextState;
use hs_core::rulebook::{ItemId, Ui};
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
        let known = session.rulebook.get_untracked().and_then(|rulebook| Some((rulebook, rulebook.question_by_id(name)?)));
        let Some((rulebook, id)) = known else { return el("li") };
        let vague = rulebook.question(id).map_or(&[] as &[String], |question| question.kind.vague_words());
        let label = page.words().and_then(|words| words.question(id).map(|words| words.letter.clone())).unwrap_or_default();
        let go = button("hs-link", move || page.go_to(id)).text(&label);
        let state_id = ["hs-point-", name].concat();
        let go = go.attr("aria-describedby", &state_id);
        let said = move || page.text(session.answers.with(|answers| said(answers.get(id), vague)));
        let tag = el("span").class("hs-tag").id(&state_id).live_text(said);
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
    let pasted = page.session.pasted;
    let area =
        typed_words("textarea").class("hs-input hs-textarea").id("hs-paste").attr("rows", "4").attr("aria-describedby", "hs-paste-help");
    let control = area.control();
    let shown = control.clone();
    follow(move || {
        let now = pasted.get();
        if shown.value() != now {
            shown.set_value(&now);
        }
    });
    let area = area.on("input", move |_| pasted.set(control.value()));
    let all = memo(move || {
        let Some(rulebook) = page.session.rulebook.get() else { return Vec::new() };
        pasted.with(|pasted| if pasted.trim().is_empty() { Vec::new() } else { traces(rulebook, pasted) })
    });
    // Only the points that are asked for in this situation. An answer that changes none of it draws nothing anew.
    let found = memo(move || {
        let asked = |(index, _): &(usize, Option<String>)| page.item_state(ItemId::at(*index)) != ItemState::NotRelevant;
        all.get().into_iter().enumerate().filter(asked).listed()
    });
    let count = move || {
        let (some, all) = found.with(|found| (found.iter().filter(|(_, trace)| trace.is_some()).count(), found.len()));
        if all == 0 { String::new() } else { page.text_with(ui!("paste-count"), &[("found", &decimal(some)), ("count", &decimal(all))]) }
    };
    let said = when_paused(count);
    let row = move |(index, trace): (usize, Option<String>)| {
        // No tick: a trace says nothing of how well the point is described.
        let said = match trace {
            Some(words) => text("span", "hs-tag", &page.text_with(ui!("paste-trace"), &[("word", &words)])),
            None => page.say(ui!("paste-none"), "span", "hs-small"),
        };
        let state_id = ["hs-trace-", &decimal(index)].concat();
        el("li").class("hs-checklist__item").child(go_to_item(page, index).attr("aria-describedby", &state_id)).child(said.id(&state_id))
    };
    let rows = move || found.get().into_iter().map(row).listed();
    el("div")
        .class("hs-q")
        .attr("data-part", "paste")
        .child(page.say(ui!("paste"), "label", "hs-q__ask").attr("for", "hs-paste"))
        .child(page.say(ui!("paste-help"), "p", "hs-q__help").id("hs-paste-help"))
        .child(area)
        .child(el("p").live_text(count))
        .child(el("p").class("hs-unseen").attr("role", "status").live_text(move || said.get()))
        .child(el("ul").class("hs-checklist__items").live_all(rows))
}

/// How far a point has come. No tick: whether it answers the refusal is the reader's to say.
fn said(answer: Option<&Answer>, vague_words: &[String]) -> Ui {
    match answer {
        None => ui!("item-missing"),
        Some(Answer::Unknown) => ui!("item-answered-unknown"),
        Some(Answer::Text(words)) if state(words, vague_words) == TextState::Vague => ui!("item-vague"),
        Some(_) => ui!("point-answered"),
    }
}
