//! A whole number within bounds. What does not fit stays in the control and is explained, never lost and never guessed.

use crate::ui::live::live;
use super::field::{Field, typed_words};
use super::instead::{Instead, InsteadBox};
use crate::app::page::Page;
use hs_core::Answer;
use hs_core::rulebook::{QuestionId, QuestionKind};
use leptos::html::Input;
use leptos::prelude::*;

/// A number.
#[component]
pub fn Number(
    /// The question.
    field: Field,
    /// Lowest.
    min: i32,
    /// Highest.
    max: i32,
    /// The question with the wider scale.
    above: Option<QuestionId>,
    /// What is counted.
    unit: Option<String>,
) -> impl IntoView {
    let (page, answer) = (field.page, field.answer);
    let input = NodeRef::<Input>::new();
    let wrong = RwSignal::new(None::<Wrong>);
    Effect::new(move |_| {
        let (Some(input), answer) = (input.get(), answer.get()) else { return };
        match answer {
            Some(Answer::Number(number)) if read(&input.value(), min, max) != Ok(Some(number)) => {
                input.set_value(&number.to_string());
                wrong.set(None);
            }
            // Taken back from elsewhere; what does not fit waits for the doctor.
            None if matches!(read(&input.value(), min, max), Ok(Some(_))) => input.set_value(""),
            _ => {}
        }
    });
    let set = field.clone();
    let typed = Callback::new(move |()| {
        let written = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match read(&written, min, max) {
            Ok(Some(number)) => set.set(Answer::Number(number)),
            Ok(None) | Err(_) => set.clear(),
        }
        wrong.set(read(&written, min, max).err());
    });
    let moved = field.clone();
    let message = move || {
        let wrong = wrong.get()?;
        let bounds = [("min", min.to_string()), ("max", max.to_string())];
        let mut values: Vec<(&str, &str)> = bounds.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let written = wrong.number.map(|number| number.to_string());
        let Some(written) = written else { return Some(page.text_with("number-not", &values).into_any()) };
        values.push(("value", &written));
        let outside = page.text_with("number-outside", &values);
        let wider = above.filter(|_| wrong.number.is_some_and(|number| number > max)).and_then(|wider| move_to(page, wider, wrong));
        let Some((wider, name, number)) = wider else { return Some(outside.into_any()) };
        let from = moved.clone();
        let take = move |_| {
            page.session.answer(wider, Answer::Number(number));
            if let Some(input) = input.get_untracked() {
                input.set_value("");
            }
            from.clear();
            page.go_to(wider);
        };
        let label = page.text_with("number-move", &[("value", &written), ("question", &name)]);
        Some(view! { class = "hs", {outside}" "<button type="button" class="hs-link" on:click=take>{label}</button> }.into_any())
    };
    let invalid = move || wrong.with(Option::is_some).then_some("true");
    let unit = unit.map(|unit| view! { class = "hs", <span class="hs-unit">{page.text(&format!("unit-{unit}"))}</span> }.into_any());
    view! { class = "hs",
        <div class="hs-line">
            <input
                type="text"
                class="hs-input hs-input--number"
                id=field.part("input")
                inputmode="numeric"
                node_ref=input
                aria-describedby=field.described_by(&["error"])
                aria-invalid=invalid
                hidden=move || answer.with(|answer| *answer == Some(Answer::Unknown))
                on:input=move |_| typed.run(())
                {..typed_words()}
            />
            {unit}
            <InsteadBox field=field.clone() says=Instead::Unknown back=typed />
        </div>
        <p class="hs-error" id=field.part("error") aria-live="polite">{live(message)}</p>
    }
    .into_any()
}

/// What was typed does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wrong {
    /// The number, if it is one.
    number: Option<i32>,
}

/// The number that was typed; none when nothing was.
fn read(written: &str, min: i32, max: i32) -> Result<Option<i32>, Wrong> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    match written.parse::<i32>() {
        Ok(number) if min <= number && number <= max => Ok(Some(number)),
        Ok(number) => Err(Wrong { number: Some(number) }),
        Err(_) => Err(Wrong { number: None }),
    }
}

/// The wider question, its name and the number, when the number fits there and the question is asked.
fn move_to(page: Page, wider: QuestionId, wrong: Wrong) -> Option<(QuestionId, String, i32)> {
    let number = wrong.number?;
    let (field, kind) = Field::of(page, wider)?;
    let fits = matches!(kind, QuestionKind::Number { min, max, .. } if (min..=max).contains(&number));
    (fits && page.session.assessment.get_untracked()?.is_relevant(wider)).then_some((wider, field.words.letter, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_is_no_barthel_of_twenty_and_is_kept_as_a_number() {
        assert_eq!(read("60", 0, 20), Err(Wrong { number: Some(60) }));
        assert_eq!(read(" 12 ", 0, 20), Ok(Some(12)));
    }

    #[test]
    fn words_and_decimals_are_no_numbers_and_nothing_is_no_mistake() {
        assert_eq!(read("12,5", 0, 20), Err(Wrong { number: None }));
        assert_eq!(read("", 0, 20), Ok(None));
    }
}
