//! A diagnosis: words, code and code system. The system is never guessed from the code; a code taken from the list brings its own.

use super::codes;
use super::field::{Field, chip, typed_words};
use super::instead::{Instead, instead_box};
use crate::reactive::{Var, follow};
use crate::ui::dom::{El, el};
use hs_core::Answer;
use hs_core::answers::Coded;
use hs_core::rulebook::Ui;
use hs_core::rulebook::{is_found_by, look_up};
use hs_core::ui;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The code systems: id and name.
const SYSTEMS: [(&str, &str); 2] = [("icpc-2", "ICPC-2"), ("icd-10", "ICD-10")];

/// A diagnosis.
#[must_use]
pub fn coded(field: &Field) -> Vec<El> {
    let (page, answer) = (field.page, field.answer);
    let input = |part: &str| {
        let input = typed_words("input").attr("type", "text").class("hs-input").id(&field.part(part));
        field.described(input, None)
    };
    let (words, code) = (input("text"), input("code"));
    let (words_control, code_control) = (words.control(), code.control());
    let system = Var::new(String::new());
    // What codes are looked for; nothing where there is nothing to choose.
    let typed = Var::new(String::new());
    // What this control said itself.
    let written = Rc::new(RefCell::new(Coded::default()));
    follow({
        let (words, code, written) = (words_control.clone(), code_control.clone(), Rc::clone(&written));
        move || {
            let given = match answer.get() {
                Some(Answer::Coded(given)) => given,
                None => Coded::default(),
                Some(_) => return typed.set(String::new()),
            };
            for (input, value) in [(&words, &given.text), (&code, &given.code)] {
                if input.value().trim() != value.trim() {
                    input.set_value(value);
                }
            }
            // The system that was chosen before there was a code stays; one that came with another diagnosis goes with it.
            if given != *written.borrow() {
                written.replace(given.clone());
                system.set(given.system);
            }
        }
    });
    let set = field.clone();
    let (words_taken, code_taken) = (words_control.clone(), code_control.clone());
    let read: Rc<dyn Fn()> = Rc::new(move || {
        let given = Coded { system: system.get_untracked(), code: code_control.value(), text: words_control.value() };
        if given.code.trim().is_empty() && given.text.trim().is_empty() {
            written.replace(Coded::default());
            set.clear();
        } else {
            written.replace(given.clone());
            set.set(Answer::Coded(given));
        }
    });
    let systems = SYSTEMS.map(|(id, name)| {
        let read = Rc::clone(&read);
        let input = el("input").attr("type", "radio").attr("name", &field.part("system")).attr("value", id);
        let input = input.checked_when(move || system.with(|system| system == id)).on("change", move |_| {
            system.set(id.to_owned());
            // What was found in the other code list is no longer to the point.
            typed.set(String::new());
            read();
        });
        chip("hs-chip", input, name)
    });
    let taken = Rc::clone(&read);
    let take = Rc::new(move |(code, text): &codes::Hit| {
        code_taken.set_value(code);
        // Words of the doctor's own stay; those that were only the search make room for the text of the code.
        let written = words_taken.value();
        let all_fit = || page.session.codes.with_untracked(|list| look_up(list, &written).iter().any(|(found, _)| found == code));
        let was_the_search = typed.with_untracked(|typed| *typed == written) && all_fit();
        if was_the_search || is_found_by(code, text, written.trim()) {
            words_taken.set_value(text);
        }
        system.set("icpc-2".to_owned());
        typed.set(String::new());
        taken();
        let _ = words_taken.focus();
    });
    let (back, first_hit) = (words.html(), ["#q-", &field.name, " .hs-code"].concat());
    let part = |part: &str, label: Ui, input: El| {
        let control = input.control();
        let label = el("label").attr("for", &field.part(part)).say(label, page);
        let (read, first_hit) = (Rc::clone(&read), first_hit.clone());
        let input = input.on("keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "ArrowDown" && page.focus(&first_hit) {
                event.prevent_default();
            }
        });
        el("div").class("hs-part").child(label).child(input.on("input", move |_| {
            let other_system = system.with_untracked(|system| system == "icd-10");
            typed.set(if other_system { String::new() } else { control.value() });
            read();
        }))
    };
    let group = el("fieldset")
        .class("hs-part")
        .child(page.say(ui!("diagnosis-system"), "legend", ""))
        .child(el("div").class("hs-chips").children(systems.into()));
    let is_unknown = move || answer.with(|answer| *answer == Some(Answer::Unknown));
    let parts = el("div").class("hs-parts hs-parts--coded").hidden_when(is_unknown);
    let offers = el("div")
        .class("hs-codes")
        .hidden_when(is_unknown)
        .child(codes::hits(page, typed, take, back))
        .child(codes::pointers(page, answer));
    let unknown = instead_box(field, Instead::Unknown, Rc::clone(&read));
    vec![
        parts.child(part("text", ui!("diagnosis-text"), words)).child(part("code", ui!("diagnosis-code"), code)).child(group),
        offers,
        el("div").class("hs-below").child(unknown),
    ]
}
