//! One question: what is asked, its help and example, and the control that fits its kind.

pub mod choice;
pub mod coded;
pub mod field;
pub mod instead;
pub mod month;
pub mod multi;
pub mod number;
pub mod select;
pub mod stay;
pub mod stays;
pub mod text;

use crate::ui::live::live;
use crate::app::page::Page;
use field::Field;
use hs_core::rulebook::{QuestionId, QuestionKind};
use instead::Instead;
use leptos::prelude::*;

/// From this many options a list is quicker by keyboard than radio buttons: type the first letters.
const LONG_LIST: usize = 10;

/// A question.
#[component]
pub fn QuestionField(
    /// The page.
    page: Page,
    /// Which question.
    id: QuestionId,
) -> impl IntoView {
    let Some((field, kind)) = Field::of(page, id) else { return ().into_any() };
    let example = field.words.example.clone().map(|example| {
        let label = page.text("example");
        view! { class = "hs",
            <p class="hs-q__example" id=field.part("example")><span class="hs-q__example-label">{label}</span>" "{example}</p>
        }
        .into_any()
    });
    let (shape, control) = match kind {
        QuestionKind::Choice { options, .. } if options.len() > LONG_LIST => {
            ("select", view! { class = "hs", <select::Select field=field.clone() options /> }.into_any())
        }
        QuestionKind::Choice { options, yes_no } => {
            let shape = if yes_no { "yes-no" } else { "choice" };
            (shape, view! { class = "hs", <choice::Choice field=field.clone() options /> }.into_any())
        }
        QuestionKind::Multi { options, exclusive } => {
            ("multi", view! { class = "hs", <multi::Multi field=field.clone() options exclusive /> }.into_any())
        }
        QuestionKind::Number { min, max, above, unit } => {
            ("number", view! { class = "hs", <number::Number field=field.clone() min max above unit /> }.into_any())
        }
        QuestionKind::Text { .. } => {
            ("text", view! { class = "hs", <text::FreeText field=field.clone() instead=&[Instead::Unknown] example /> }.into_any())
        }
        QuestionKind::Area { .. } => {
            let instead = &[Instead::Unaffected, Instead::Unknown];
            ("area", view! { class = "hs", <text::FreeText field=field.clone() instead example /> }.into_any())
        }
        QuestionKind::Coded => ("coded", view! { class = "hs", <coded::Coded field=field.clone() /> }.into_any()),
        QuestionKind::Stays => ("stays", view! { class = "hs", <stays::Stays field=field.clone() /> }.into_any()),
    };
    // A single control is named by the question itself; several are grouped under it.
    let ask = if matches!(shape, "select" | "number" | "text" | "area") {
        view! { class = "hs", <label for=field.part("input")>{field.words.ask.clone()}</label> }.into_any()
    } else {
        field.words.ask.clone().into_any()
    };
    let help =
        field.words.help.clone().map(|help| view! { class = "hs", <p class="hs-q__help" id=field.part("help")>{help}</p> }.into_any());
    let prefilled = move || {
        let is = page.session.prefilled.with(|prefilled| prefilled.contains(&id));
        is.then(|| view! { class = "hs", <span class="hs-tag">{page.text("prefilled")}</span> }.into_any())
    };
    let clear =
        matches!(shape, "yes-no" | "choice").then(|| view! { class = "hs", <choice::ClearAnswer field=field.clone() /> }.into_any());
    let editing = page.editing;
    view! { class = "hs",
        <fieldset
            class=format!("hs-q hs-q--{shape}")
            id=format!("q-{}", field.name)
            data-question=field.name.clone()
            on:focusin=move |_| editing.set(Some(id))
            on:focusout=move |_| editing.set(None)
        >
            <legend class="hs-q__ask">{ask}{live(prefilled)}</legend>
            {help}
            <div class="hs-q__control">{control}</div>
            {clear}
        </fieldset>
    }
    .into_any()
}
