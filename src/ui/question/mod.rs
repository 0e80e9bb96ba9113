//! One question: what is asked, its help and example, and the control that fits its kind.

pub mod choice;
pub mod coded;
pub mod codes;
pub mod field;
pub mod instead;
pub mod month;
pub mod multi;
pub mod number;
pub mod select;
pub mod stay;
pub mod stays;
pub mod text;

use super::dom::{El, el, text as words};
use crate::app::page::Page;
use crate::app::view::View;
use crate::reactive::memo;
use field::Field;
use hs_core::assess::ItemState;
use hs_core::rulebook::{Basis, ItemId, QuestionId, QuestionKind, Rule, RuleId, RuleTest};
use hs_core::ui;
use instead::Instead;

/// From this many options a list is quicker by keyboard than radio buttons: type the first letters.
const LONG_LIST: usize = 10;

/// A question, by its id in content.
#[must_use]
pub fn question_field(page: Page, name: &str) -> El {
    let Some((field, kind)) = Field::of(page, name) else { return el("div") };
    let id = field.id;
    let (shape, control) = match kind {
        QuestionKind::Choice { options, .. } if options.len() > LONG_LIST => ("select", vec![select::select(&field, options)]),
        QuestionKind::Choice { options, yes_no } => (if *yes_no { "yes-no" } else { "choice" }, vec![choice::choice(&field, options)]),
        QuestionKind::Multi { options, exclusive } => ("multi", vec![multi::multi(&field, options, exclusive)]),
        QuestionKind::Number { min, max, above, unit } => ("number", number::number(&field, (*min, *max), *above, *unit)),
        QuestionKind::Text { .. } => ("text", text::free_text(&field, &[Instead::Unknown])),
        QuestionKind::Area { .. } => ("area", text::free_text(&field, &[Instead::Unaffected, Instead::Unknown])),
        QuestionKind::Coded => ("coded", coded::coded(&field)),
        QuestionKind::Stays => ("stays", stays::stays(&field)),
    };
    // A single control is named by the question itself; several are grouped under it.
    let ask = match shape {
        "select" | "number" | "text" | "area" => words("label", "", &field.words.ask).attr("for", &field.part("input")),
        _ => words("span", "", &field.words.ask),
    };
    let prefilled = page.say(ui!("prefilled"), "span", "hs-tag");
    let prefilled = prefilled.hidden_when(move || !page.session.prefilled.with(|prefilled| prefilled.contains(id)));
    let help = field.words.help.as_ref().map(|help| words("p", "hs-q__help", help).id(&field.part("help")));
    let clear = matches!(shape, "yes-no" | "choice").then(|| choice::clear_answer(&field));
    let group = match shape {
        // The control says it all: no group around it to be read as well.
        "select" | "number" | "text" | "area" => el("fieldset").attr("role", "presentation"),
        _ => field.described(el("fieldset"), None),
    };
    group
        .class(&["hs-q hs-q--", shape].concat())
        .id(&["q-", name].concat())
        .attr("data-question", name)
        .on("focusin", move |_| page.editing.set(Some(id)))
        .on("focusout", move |_| page.editing.set(None))
        .child(el("legend").class("hs-q__ask").child(ask).child(prefilled))
        .child(help)
        .child(el("div").class("hs-q__control").children(control))
        .child(clear)
        .live(why_asked(page, id))
}

/// Why the receiver's list asks, beside the first question of a point, where one goes step by step: what the rule says that flags it when
/// it is missing. Nothing where the region's list does not ask, or not in this situation. What is our reading says so.
fn why_asked(page: Page, question: QuestionId) -> impl Fn() -> Option<El> {
    // Looked up at every answer, and drawn anew only when it is another: the place of the rule, and one more; nought is none.
    let asks = memo(move || rule_that_asks(page, question).map_or(0, |place| place + 1));
    move || {
        let place = asks.get().checked_sub(1)?;
        let rulebook = page.session.rulebook.get_untracked()?;
        let rule = rulebook.rules.get(place)?;
        let RuleTest::Item { item, .. } = rule.test else { return None };
        let ours = [rulebook.items.get(item.index())?.basis, rule.basis].contains(&Basis::Interpreted);
        let tag = ours.then(|| page.say(ui!("basis-interpreted"), "span", "hs-tag hs-tag--interpreted"));
        Some(words("p", "hs-q__why", &page.words()?.rule(rulebook.region, RuleId::at(place))?.why).text(" ").child(tag))
    }
}

/// The rule that flags the point of this question when it is missing, while one goes step by step and the list asks for it.
fn rule_that_asks(page: Page, question: QuestionId) -> Option<usize> {
    let rulebook = page.session.rulebook.get().filter(|_| page.session.view.get() == View::Steps)?;
    let at = rulebook.items.iter().position(|item| item.questions.first() == Some(&question))?;
    let flags = |rule: &Rule| matches!(rule.test, RuleTest::Item { item: of, missing: true, .. } if of.index() == at);
    let is_asked = !matches!(page.item_state(ItemId::at(at)), ItemState::NotRelevant | ItemState::Undecided);
    rulebook.rules.iter().position(flags).filter(|_| is_asked)
}
