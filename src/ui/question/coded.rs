//! A diagnosis: words, code and code system. The system is never guessed from the code.

use super::field::{Field, typed_words};
use super::instead::{Instead, InsteadBox};
use hs_core::Answer;
use hs_core::answers::Coded as Diagnosis;
use leptos::html::Input;
use leptos::prelude::*;

/// The code systems: id and name.
const SYSTEMS: [(&str, &str); 2] = [("icpc-2", "ICPC-2"), ("icd-10", "ICD-10")];

/// A diagnosis.
#[component]
pub fn Coded(
    /// The question.
    field: Field,
) -> impl IntoView {
    let (page, answer) = (field.page, field.answer);
    let (text, code) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let system = RwSignal::new(String::new());
    Effect::new(move |_| {
        let (Some(text), Some(code), answer) = (text.get(), code.get(), answer.get()) else { return };
        let given = match answer {
            Some(Answer::Coded(given)) => given,
            None => Diagnosis::default(),
            Some(_) => return,
        };
        for (input, value) in [(&text, &given.text), (&code, &given.code)] {
            if input.value().trim() != value.trim() {
                input.set_value(value);
            }
        }
        if !given.system.is_empty() {
            system.set(given.system);
        }
    });
    let set = field.clone();
    let read = Callback::new(move |()| {
        let value = |input: NodeRef<Input>| input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let given = Diagnosis { system: system.get_untracked(), code: value(code), text: value(text) };
        if given.code.trim().is_empty() && given.text.trim().is_empty() { set.clear() } else { set.set(Answer::Coded(given)) }
    });
    let systems = SYSTEMS
        .map(|(id, name)| {
            let choose = move |_| {
                system.set(id.to_owned());
                read.run(());
            };
            view! { class = "hs",
                <label class="hs-chip">
                    <input
                        type="radio"
                        name=field.part("system")
                        value=id
                        prop:checked=move || system.with(|system| system == id)
                        on:change=choose
                    />
                    <span>{name}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let input = |part: &'static str, node: NodeRef<Input>| {
        let described = field.described_by(&[]);
        view! { class = "hs",
            <div class=format!("hs-part hs-part--{part}")>
                <label for=field.part(part)>{page.text(&format!("diagnosis-{part}"))}</label>
                <input
                    type="text"
                    class="hs-input"
                    id=field.part(part)
                    node_ref=node
                    aria-describedby=described
                    on:input=move |_| read.run(())
                    {..typed_words()}
                />
            </div>
        }
        .into_any()
    };
    view! { class = "hs",
        <div class="hs-parts hs-parts--coded" hidden=move || answer.with(|answer| *answer == Some(Answer::Unknown))>
            {input("text", text)} {input("code", code)}
            <div class="hs-part" role="group" aria-label=page.text("diagnosis-system")>
                <span class="hs-part__label" aria-hidden="true">{page.text("diagnosis-system")}</span>
                <div class="hs-chips">{systems}</div>
            </div>
        </div>
        <div class="hs-below">
            <InsteadBox field=field.clone() says=Instead::Unknown back=read />
        </div>
    }
    .into_any()
}
