//! A whole number within bounds. What does not fit stays in the control and is explained, never lost and never guessed.

use super::field::{Field, typed_words};
use super::instead::{Instead, instead_box};
use crate::app::page::Page;
use crate::reactive::{Var, follow};
use crate::ui::dom::{El, button, el, text};
use hs_core::Answer;
use hs_core::numbers::{signed, whole};
use hs_core::rulebook::Ui;
use hs_core::rulebook::{QuestionId, QuestionKind};
use hs_core::ui;
use std::rc::Rc;

/// A number between two bounds, perhaps with a question for the wider scale and a unit.
#[must_use]
pub fn number(field: &Field, bounds: (i32, i32), above: Option<QuestionId>, unit: Option<Ui>) -> Vec<El> {
    let (page, answer) = (field.page, field.answer);
    let wrong = Var::new(None::<Wrong>);
    let input = typed_words("input").attr("type", "text").class("hs-input hs-input--number").id(&field.part("input"));
    let input = field.described(input.attr("inputmode", "numeric"), Some("error"));
    let control = input.control();
    let unit = unit.map(|unit| page.text(unit));
    let suffix = unit.clone().unwrap_or_default();
    let read: Rc<Reading> = Rc::new(move |written| read(written, bounds, &suffix));
    follow({
        let (control, read) = (control.clone(), Rc::clone(&read));
        move || match answer.get() {
            Some(Answer::Number(number)) if read(&control.value()) != Ok(Some(number)) => {
                control.set_value(&signed(number));
                wrong.set(None);
            }
            // Taken back from elsewhere; what does not fit waits for the doctor.
            None if matches!(read(&control.value()), Ok(Some(_))) => control.set_value(""),
            _ => {}
        }
    });
    let (set, typed) = (field.clone(), control.clone());
    let typed: Rc<dyn Fn()> = Rc::new(move || {
        let written = read(&typed.value());
        match written {
            Ok(Some(number)) => set.set(Answer::Number(number)),
            Ok(None) | Err(_) => set.clear(),
        }
        wrong.set(written.err());
    });
    let unknown = instead_box(field, Instead::Unknown, Rc::clone(&typed));
    let input = input
        .live_attr("aria-invalid", move || wrong.with(Option::is_some).then(|| "true".to_owned()))
        .hidden_when(move || answer.with(|answer| *answer == Some(Answer::Unknown)))
        .on("input", move |_| typed());
    let moves = field.clone();
    let message = move || {
        let Some(wrong) = wrong.get() else { return Vec::new() };
        let said = text("span", "", &message(page, wrong, bounds));
        let wider = above.and_then(|wider| wider_question(page, wider, wrong));
        let Some((wider, name, number)) = wider else { return vec![said] };
        let (from, control) = (moves.clone(), control.clone());
        let take = button("hs-link", move || {
            page.session.answer(wider, Answer::Number(number));
            control.set_value("");
            from.clear();
            page.go_to(wider);
        });
        let label = page.text_with(ui!("number-move"), &[("value", &signed(number)), ("question", &name)]);
        vec![said.text(" "), take.text(&label)]
    };
    let unit = unit.map(|unit| text("span", "hs-unit", &unit));
    let line = el("div").class("hs-line").child(input).child(unit).child(unknown);
    vec![line, el("p").class("hs-error").id(&field.part("error")).attr("aria-live", "polite").live_all(message)]
}

/// What was typed, read: a number, nothing, or what is wrong with it.
type Reading = dyn Fn(&str) -> Result<Option<i32>, Wrong>;

/// What was typed does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wrong {
    /// The number, if it is one.
    number: Option<i32>,
}

/// The number that was typed, with or without its unit; none when nothing was.
fn read(written: &str, (min, max): (i32, i32), unit: &str) -> Result<Option<i32>, Wrong> {
    let written = written.trim();
    let written = if unit.is_empty() { written } else { written.strip_suffix(unit).unwrap_or(written).trim_end() };
    if written.is_empty() {
        return Ok(None);
    }
    match whole(written) {
        Some(number) if min <= number && number <= max => Ok(Some(number)),
        number => Err(Wrong { number }),
    }
}

fn message(page: Page, wrong: Wrong, (min, max): (i32, i32)) -> String {
    let (min, max) = (signed(min), signed(max));
    match wrong.number {
        Some(number) => page.text_with(ui!("number-outside"), &[("value", &signed(number)), ("min", &min), ("max", &max)]),
        None => page.text_with(ui!("number-not"), &[("min", &min), ("max", &max)]),
    }
}

/// The wider question, its name and the number, when the number fits there and the question is asked.
fn wider_question(page: Page, wider: QuestionId, wrong: Wrong) -> Option<(QuestionId, String, i32)> {
    let number = wrong.number?;
    let rulebook = page.session.rulebook.get_untracked()?;
    let fits = matches!(rulebook.question(wider)?.kind, QuestionKind::Number { min, max, .. } if (min..=max).contains(&number));
    let is_asked = page.session.assessment.get_untracked()?.is_relevant(wider);
    let name = page.words()?.question(wider)?.letter.clone();
    (fits && is_asked).then_some((wider, name, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_is_no_barthel_of_twenty_and_is_kept_as_a_number() {
        assert_eq!(read("60", (0, 20), ""), Err(Wrong { number: Some(60) }));
        assert_eq!(read(" 12 ", (0, 20), ""), Ok(Some(12)));
    }

    #[test]
    fn words_and_decimals_are_no_numbers_and_nothing_is_no_mistake() {
        assert_eq!(read("12,5", (0, 20), ""), Err(Wrong { number: None }));
        assert_eq!(read("", (0, 20), ""), Ok(None));
    }

    #[test]
    fn a_number_may_be_written_with_its_unit() {
        assert_eq!(read("84 år", (0, 120), "år"), Ok(Some(84)));
        assert_eq!(read("84år ", (0, 120), "år"), Ok(Some(84)));
        assert_eq!(read("84 uker", (0, 120), "år"), Err(Wrong { number: None }));
    }
}
