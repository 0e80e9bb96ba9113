//! An identity number stands in what was typed: said plainly, and taken out by one press. Copying is never blocked.

use super::dom::{El, button, el};
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::icons::{Icon, icon};
use hs_core::Answer;
use hs_core::Answers;
use hs_core::answers::identifier::{is_in, redact};
use hs_core::listed::Listed;
use hs_core::ui;

/// The warning, where there is reason for one.
#[must_use]
pub fn identifier_warning(page: Page) -> El {
    let session = page.session;
    let found = memo(move || {
        session.answers.with(|answers| answers.iter().any(|(_, answer)| texts(answer).into_iter().any(is_in)))
            || session.replies.with(|replies| replies.values().any(|reply| is_in(reply)))
    });
    el("div").live(move || found.get().then(|| warning(page)))
}

fn warning(page: Page) -> El {
    let session = page.session;
    let remove = button("hs-button", move || {
        session.answers.update(redact_answers);
        session.replies.update(|replies| replies.values_mut().for_each(|reply| *reply = redact(reply)));
        page.focus("#hs-letter-head");
    });
    el("div")
        .class("hs-warning")
        .attr("role", "group")
        .attr("data-part", "identifier-warning")
        .child(icon(Icon::Warning))
        .child(page.say(ui!("identifier-found"), "p", ""))
        .child(remove.attr("data-action", "remove-identifiers").say(ui!("identifier-remove"), page))
}

/// The typed words of an answer.
fn texts(answer: &Answer) -> Vec<&str> {
    match answer {
        Answer::Text(text) => vec![text],
        Answer::Coded(coded) => vec![&coded.code, &coded.text],
        Answer::Stays(stays) => stays.iter().flat_map(|stay| [stay.place.as_str(), stay.line.as_str()]).listed(),
        _ => Vec::new(),
    }
}

fn redact_answers(answers: &mut Answers) {
    let clean: Vec<_> = answers
        .iter()
        .filter(|(_, answer)| texts(answer).into_iter().any(is_in))
        .map(|(id, answer)| (id, redacted(answer.clone())))
        .listed();
    for (id, answer) in clean {
        answers.set(id, answer);
    }
}

fn redacted(answer: Answer) -> Answer {
    match answer {
        Answer::Text(text) => Answer::Text(redact(&text)),
        Answer::Coded(mut coded) => {
            coded.code = redact(&coded.code);
            coded.text = redact(&coded.text);
            Answer::Coded(coded)
        }
        Answer::Stays(mut stays) => {
            for stay in &mut stays {
                stay.place = redact(&stay.place);
                stay.line = redact(&stay.line);
            }
            Answer::Stays(stays)
        }
        other => other,
    }
}
