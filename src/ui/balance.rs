//! The level of care in two pans: who the need points to. Our reading, and said so.

use super::dom::{El, button, el};
use crate::app::page::Page;
use crate::reactive::{memo, untrack};
use crate::ui::guidance::guidance_of;
use crate::ui::icons::{Icon, icon};
use crate::ui::sources::folded_sources;
use hs_core::listed::{Listed, joined};
use hs_core::numbers::decimal;
use hs_core::rulebook::Ui;
use hs_core::rulebook::{Basis, GuidanceKind, Level, QuestionId, Rulebook};
use hs_core::ui;
use hs_core::{Answer, Assessment};

/// The panel.
#[must_use]
pub fn balance(page: Page) -> El {
    el("div").live(move || {
        let rulebook = page.session.rulebook.get()?;
        Some(untrack(|| drawn(page, rulebook)))
    })
}

fn drawn(page: Page, rulebook: &Rulebook) -> El {
    let table = &rulebook.level;
    let first = table.competence;
    let specialist: Vec<QuestionId> = [first].into_iter().chain(table.specialist.iter().copied()).listed();
    let factors: Vec<QuestionId> = specialist.iter().chain(&table.municipal).copied().listed();
    let begun = memo(move || page.session.answers.with(|answers| factors.iter().any(|id| answers.get(*id).is_some())));
    let level = memo(move || page.level());
    let tag = (table.basis == Basis::Interpreted).then(|| page.say(ui!("level-advice"), "span", "hs-tag hs-tag--interpreted"));
    let pans = el("div").class("hs-balance__pans").child(pan(page, "specialist", ui!("pan-specialist"), specialist)).child(pan(
        page,
        "municipal",
        ui!("pan-municipal"),
        table.municipal.clone(),
    ));
    let body = el("div")
        .class("hs-balance__body")
        .hidden_when(move || !begun.get())
        .child(el("p").class("hs-balance__result").live_text(move || page.text(said(level.get()))))
        .child(pans)
        .child(factor_line(page, ui!("level-because"), |now| &now.level.because))
        .child(factor_line(page, ui!("level-needs"), |now| &now.level.needs))
        .child(guidance_of(page, GuidanceKind::Lean))
        .child(page.say(ui!("level-caveat"), "p", "hs-small"))
        .child(folded_sources(page, rulebook, &table.sources, table.basis));
    let go = button("hs-link", move || page.go_to(first)).child(icon(Icon::Arrow)).child(page.say(ui!("level-go"), "span", ""));
    el("section")
        .class("hs-panel hs-balance")
        .attr("aria-labelledby", "hs-level-head")
        .attr("data-part", "level")
        .live_attr("data-level", move || Some(level.get().id().to_owned()))
        .child(el("h3").class("hs-panel__head").id("hs-level-head").say(ui!("level"), page).text(" ").child(tag))
        .child(page.say(ui!("level-start"), "p", "hs-calm").hidden_when(move || begun.get()))
        .child(body)
        .child(el("div").class("hs-card__actions").child(go).live(move || {
            // Where all of it points to the municipality, the finding that says so has the way.
            (level.get() == Level::Shared).then(|| letter_to_municipality(page))
        }))
}

/// The way to a letter to the municipality.
#[must_use]
pub fn letter_to_municipality(page: Page) -> El {
    let write = button("hs-link", move || page.write_to_municipality()).attr("data-action", "to-municipality");
    write.child(icon(Icon::Arrow)).child(page.say(ui!("level-letter"), "span", ""))
}

fn said(level: Level) -> Ui {
    match level {
        Level::Municipal => ui!("level-municipal"),
        Level::Specialist => ui!("level-specialist"),
        Level::Shared => ui!("level-shared"),
        Level::Unclear => ui!("level-unclear"),
    }
}

/// One side: its factors, and which of them the doctor has chosen.
fn pan(page: Page, side: &str, head: Ui, factors: Vec<QuestionId>) -> El {
    let words = page.words();
    let mut items = Vec::new();
    for id in &factors {
        let id = *id;
        let name = words.as_ref().and_then(|words| words.question(id)).map(|words| words.letter.as_str()).unwrap_or_default();
        let state = memo(move || state(page, id));
        let spoken = el("span").class("hs-unseen").live_text(move || [": ", &page.text(state.get().1)].concat());
        let mark = el("span").class("hs-factor__mark").attr("aria-hidden", "true");
        items.push(
            el("li")
                .class("hs-factor")
                .live_attr("data-state", move || Some(state.get().0.to_owned()))
                .child(mark)
                .text(name)
                .child(spoken),
        );
    }
    let count = move || {
        let yes = factors.iter().filter(|id| state(page, **id).0 == "yes").count();
        page.text_with(ui!("pan-count"), &[("yes", &decimal(yes)), ("of", &decimal(factors.len()))])
    };
    el("div")
        .class("hs-pan")
        .attr("data-side", side)
        .child(page.say(head, "h4", "hs-pan__head"))
        .child(el("p").class("hs-pan__count").live_text(count))
        .child(el("ul").children(items))
}

const OPEN: (&str, Ui) = ("open", ui!("factor-open"));

/// `yes`, `no` or `open`, and the word for it. "Vet ikke" is open: rules read it as unanswered.
fn state(page: Page, id: QuestionId) -> (&'static str, Ui) {
    let Some(Answer::Choice(option)) = page.session.answers.with(|answers| answers.get(id).cloned()) else {
        return OPEN;
    };
    let yes = page.session.rulebook.get_untracked().and_then(|rulebook| Some(rulebook.question(id)?.option_name(option) == "yes"));
    match yes {
        Some(true) => ("yes", ui!("factor-yes")),
        Some(false) => ("no", ui!("factor-no")),
        None => OPEN,
    }
}

/// A sentence with the names of some factors; hidden when there are none.
fn factor_line(page: Page, key: Ui, which: fn(&Assessment) -> &Vec<QuestionId>) -> El {
    let names = memo(move || {
        let (Some(words), Some(assessment)) = (page.words(), page.session.assessment.get()) else { return String::new() };
        let names: Vec<&str> = which(&assessment).iter().filter_map(|id| words.question(*id)).map(|words| words.letter.as_str()).listed();
        joined(&names, ", ")
    });
    let sentence = move || page.text_with(key, &[("factors", &names.get())]);
    el("p").hidden_when(move || names.with(String::is_empty)).live_text(sentence)
}
