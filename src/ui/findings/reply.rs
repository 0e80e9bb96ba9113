//! "Vurdert, gjelder ikke fordi …": the doctor's answer to a finding. It goes into the referral, where the assessor needs it.

use crate::app::page::Page;
use crate::reactive::Var;
use crate::ui::dom::{El, button, el};
use crate::ui::question::field::typed_words;
use hs_core::ui;

/// The reply to one finding, by rule id: the button that opens it, and the words.
#[must_use]
pub fn reply(page: Page, rule: String) -> Vec<El> {
    let replies = page.session.replies;
    let now = replies.with_untracked(|replies| replies.get(&rule).cloned().unwrap_or_default());
    let open = Var::new(!now.is_empty());
    let (id, about) = (["hs-reply-", &rule].concat(), ["hs-finding-", &rule].concat());
    let input =
        typed_words("textarea").class("hs-input hs-textarea").attr("rows", "2").id(&id).attr("aria-describedby", &[&id, "-help"].concat());
    let control = input.control();
    control.set_value(&now);
    let write = move |reason: String| {
        replies.update(|replies| {
            if reason.trim().is_empty() {
                replies.remove(&rule);
            } else {
                replies.insert(rule.clone(), reason);
            }
        });
    };
    let words = input.html();
    let opener = button("hs-link", move || {
        open.set(true);
        page.focus_next(words.clone());
    });
    let opener =
        opener.attr("data-action", "reply").attr("aria-describedby", &about).say(ui!("reply-open"), page).hidden_when(move || open.get());
    let undo = button("hs-link", {
        let (control, write, opener) = (control.clone(), write.clone(), opener.html());
        move || {
            control.set_value("");
            write(String::new());
            open.set(false);
            page.focus_next(opener.clone());
        }
    });
    let input = input.on("input", move |_| write(control.value()));
    let line = el("div").class("hs-line").child(input).child(undo.say(ui!("reply-undo"), page));
    let words = el("div")
        .class("hs-reply")
        .hidden_when(move || !open.get())
        .child(el("label").attr("for", &id).say(ui!("reply-label"), page))
        .child(line)
        .child(page.say(ui!("reply-help"), "p", "hs-small").id(&[&id, "-help"].concat()));
    vec![opener, words]
}
