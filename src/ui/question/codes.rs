//! Codes beside a diagnosis: what ICPC-2 has for what is typed, and what a code points to. Both are offers.

use crate::app::page::Page;
use crate::reactive::{Derived, Var};
use crate::ui::dom::{El, button, el, text};
use hs_core::Answer;
use hs_core::answers::Coded;
use hs_core::listed::Listed;
use hs_core::rulebook::{OptionId, QuestionId, proposals};
use hs_core::ui;
use hs_core::ui_counted;
use std::rc::Rc;

/// A code of ICPC-2 with its text.
pub type Hit = (String, String);

/// How many are offered at a time.
const MOST: usize = 6;

/// What ICPC-2 has for these words; nothing while they are too short to tell anything.
#[must_use]
pub fn look_up(page: Page, wanted: &str) -> Vec<Hit> {
    if wanted.trim().chars().count() < 2 {
        return Vec::new();
    }
    page.session.codes.with_untracked(|list| hs_core::rulebook::look_up(list, wanted))
}

/// The hits as buttons; `take` is what a press does.
#[must_use]
pub fn hits(page: Page, found: Var<Vec<Hit>>, take: Rc<dyn Fn(&Hit)>) -> El {
    let told = move || {
        let count = found.with(Vec::len);
        match count {
            0 => String::new(),
            _ if count > MOST => page.text_with(ui!("code-hits-more"), &[("shown", &MOST.to_string()), ("count", &count.to_string())]),
            _ => page.counted(ui_counted!("code-hits"), count),
        }
    };
    let offered = move || {
        let offer = |hit: Hit| {
            let take = Rc::clone(&take);
            let label = [hit.0.as_str(), " ", &hit.1].concat();
            button("hs-chip hs-chip--small hs-code", move || take(&hit)).attr("lang", "nb").text(&label)
        };
        found.get().into_iter().take(MOST).map(offer).listed()
    };
    el("div")
        .class("hs-codes")
        .child(el("p").class("hs-small").attr("role", "status").live_text(told))
        .child(el("div").class("hs-chips").live_all(offered))
}

/// What the code points to, as long as the answer is another: the doctor takes it or lets it be.
#[must_use]
pub fn pointers(page: Page, answer: Derived<Option<Answer>>) -> El {
    let drawn = move || {
        let (Some(rulebook), Some(Answer::Coded(Coded { system, code, .. }))) = (page.session.rulebook.get(), answer.get()) else {
            return Vec::new();
        };
        let pointed = proposals(&rulebook.codes, &system, &code);
        let open = |(question, option): &(QuestionId, OptionId)| {
            let given = page.session.answers.with(|answers| answers.get(*question).cloned());
            given != Some(Answer::Choice(*option))
        };
        pointed.into_iter().filter(open).map(|(question, option)| pointer(page, question, option)).listed()
    };
    el("div").class("hs-codes").live_all(drawn)
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
