//! Codes beside a diagnosis: what ICPC-2 has for what is typed, and what a code points to. Both are offers.

use crate::app::page::Page;
use crate::reactive::{Derived, Var, memo};
use crate::ui::dom::{El, button, el, text};
use hs_core::Answer;
use hs_core::answers::Coded;
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::rulebook::{OptionId, QuestionId, look_up_some, plain, proposals};
use hs_core::ui;
use hs_core::ui_counted;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// A code of ICPC-2 with its text.
pub type Hit = (String, String);

/// How many are offered at a time.
const MOST: usize = 6;

/// What ICPC-2 has for these words; nothing while they are too short to tell anything. The list is followed: it may come late.
#[must_use]
pub fn look_up(page: Page, wanted: &str) -> Vec<Hit> {
    if is_short(wanted) {
        return Vec::new();
    }
    page.session.codes.with(|list| match hs_core::rulebook::look_up(list, wanted) {
        none if none.is_empty() => look_up_some(list, wanted),
        found => found,
    })
}

fn is_short(wanted: &str) -> bool {
    wanted.trim().chars().count() < 2
}

/// The hits for what is `typed` as buttons; `take` is what a press does, `back` leads to where it is typed.
#[must_use]
pub fn hits(page: Page, typed: Var<String>, take: Rc<dyn Fn(&Hit)>, back: HtmlElement) -> El {
    let found = memo(move || look_up(page, &typed.get()));
    let told = move || match found.with(Vec::len) {
        0 if typed.with(|typed| is_short(typed)) || page.session.codes.with(|list| list.is_empty()) => String::new(),
        0 => page.text(ui!("code-none")),
        count if count > MOST => page.text_with(ui!("code-hits-more"), &[("shown", &decimal(MOST)), ("count", &decimal(count))]),
        count => page.counted(ui_counted!("code-hits"), count),
    };
    let offered = move || {
        let offer = |hit: Hit| {
            let take = Rc::clone(&take);
            let label = [hit.0.as_str(), " ", &hit.1].concat();
            button("hs-chip hs-chip--small hs-code", move || take(&hit)).attr("lang", "nb").text(&label)
        };
        found.get().into_iter().take(MOST).map(offer).listed()
    };
    let buttons = el("div").class("hs-chips").live_all(offered);
    let buttons = buttons.on("keydown", move |event| {
        let event = event.unchecked_ref::<KeyboardEvent>();
        let Some(here) = event.target().map(|here| here.unchecked_into::<Element>()) else { return };
        let to = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => here.next_element_sibling(),
            "ArrowUp" | "ArrowLeft" => here.previous_element_sibling().or_else(|| Some(back.clone().into())),
            "Escape" => Some(back.clone().into()),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            let _ = to.unchecked_into::<HtmlElement>().focus();
        }
    });
    el("div").class("hs-codes").child(el("p").class("hs-small").attr("role", "status").live_text(told)).child(buttons)
}

/// What there is to say of the code that is given: what it is called, when the doctor's words are others; whether it is a code at all; and
/// what it points to, as long as the answer is another: the doctor takes it or lets it be.
#[must_use]
pub fn pointers(page: Page, answer: Derived<Option<Answer>>) -> El {
    let drawn = move || {
        let (Some(rulebook), Some(Answer::Coded(given))) = (page.session.rulebook.get(), answer.get()) else {
            return Vec::new();
        };
        let mut said: Vec<El> = note(page, &given).map(|note| text("p", "hs-small hs-code-note", &note)).into_iter().listed();
        for (question, option) in proposals(&rulebook.codes, &given.system, &given.code) {
            // Hidden, not drawn anew: other answers are no news here.
            let is_so = move || page.session.answers.with(|answers| answers.get(question) == Some(&Answer::Choice(option)));
            said.push(pointer(page, question, option).hidden_when(is_so));
        }
        said
    };
    el("div").class("hs-codes").attr("role", "status").live_all(drawn)
}

fn note(page: Page, given: &Coded) -> Option<String> {
    let code = given.code.trim().to_ascii_uppercase();
    if code.is_empty() {
        return None;
    }
    match given.system.as_str() {
        "" => Some(page.text(ui!("code-system-ask"))),
        "icpc-2" if page.session.codes.with(|list| !list.is_empty()) => {
            let plain = plain(&code);
            let known = look_up(page, &plain).into_iter().find(|(known, _)| *known == plain);
            match known {
                Some((_, text)) if text == given.text.trim() => None,
                Some((known, text)) => Some(page.text_with(ui!("code-is"), &[("code", &known), ("text", &text)])),
                None => Some(page.text_with(ui!("code-not"), &[("code", &code)])),
            }
        }
        _ => None,
    }
}

fn pointer(page: Page, question: QuestionId, option: OptionId) -> El {
    let words = page.words();
    let named = words.as_ref().and_then(|words| words.question(question)).map(|words| words.letter.as_str()).unwrap_or_default();
    let said = words.as_ref().map(|words| words.option(question, option)).unwrap_or_default();
    let sentence = page.text_with(ui!("code-points"), &[("question", named), ("option", said)]);
    let take = button("hs-link", move || {
        page.session.answer(question, Answer::Choice(option));
        // The button goes with the press: the focus goes to the question it answered.
        page.go_to(question);
    });
    let take = take.say(ui!("code-take"), page);
    text("p", "hs-small", &sentence).text(" ").child(take)
}
