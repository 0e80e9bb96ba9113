//! Earlier stays: a list the doctor adds to, and how many of them count.

use crate::ui::live::live;
use super::field::Field;
use super::instead::{Instead, InsteadBox};
use super::stay::{Row, StayRow};
use crate::ui::icons::{Icon, icon};
use hs_core::Answer;
use hs_core::answers::counted_stays;
use leptos::prelude::*;

/// The list of stays.
#[component]
pub fn Stays(
    /// The question.
    field: Field,
) -> impl IntoView {
    let (page, answer) = (field.page, field.answer);
    let rows = RwSignal::new(Vec::<Row>::new());
    let next_key = StoredValue::new(0_usize);
    // Rows belong to the list, not to the handler or effect that makes them.
    let owner = StoredValue::new(Owner::current());
    let new_row = move |stay| {
        let key = next_key.try_update_value(|next| {
            *next += 1;
            *next
        });
        let make = || Row::new(key.unwrap_or_default(), stay);
        match owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        }
    };
    // A draft, the host page or "slett alt" may change the answer; what is typed here never comes back as a change.
    Effect::new(move |_| {
        let given = match answer.get() {
            Some(Answer::Stays(stays)) => stays,
            None => Vec::new(),
            Some(_) => return,
        };
        let shown: Vec<_> = rows.with_untracked(|rows| rows.iter().map(Row::stay_now).collect());
        if shown != given {
            rows.set(given.into_iter().map(new_row).collect());
        }
    });
    let set = field.clone();
    let changed = Callback::new(move |()| {
        let stays: Vec<_> = rows.with_untracked(|rows| rows.iter().map(Row::stay_now).collect());
        if stays.is_empty() { set.clear() } else { set.set(Answer::Stays(stays)) }
    });
    let inside = format!("#q-{}", field.name);
    let add = {
        let inside = inside.clone();
        move |_| {
            rows.update(|rows| rows.push(new_row(Default::default())));
            changed.run(());
            let last = format!("{inside} .hs-stay:last-of-type input");
            page.after_drawing(move || {
                page.focus(&last);
            });
        }
    };
    let remove = Callback::new(move |key: usize| {
        rows.update(|rows| rows.retain(|row| row.key != key));
        changed.run(());
        page.focus(&format!("{inside} .hs-stays__add"));
    });
    let counted = move || {
        answer.with(|answer| match answer {
            Some(Answer::Stays(stays)) => Some(page.counted("stays-counted", counted_stays(stays))),
            _ => None,
        })
    };
    let place = move |key: usize| rows.with(|rows| rows.iter().position(|row| row.key == key).unwrap_or(0));
    let name = field.name.clone();
    let replaced = Memo::new(move |_| answer.with(|answer| *answer == Some(Answer::Unknown)));
    view! { class = "hs",
        <div class="hs-stays" hidden=replaced>
            <For
                each=move || rows.get()
                key=|row| row.key
                children=move |row| {
                    let key = row.key;
                    let place = Memo::new(move |_| place(key));
                    view! { class = "hs", <StayRow page name=name.clone() row place changed remove /> }
                }
            />
        </div>
        <div class="hs-line">
            <button type="button" class="hs-button hs-button--quiet hs-stays__add" hidden=replaced on:click=add>
                {icon(Icon::Plus)}
                <span>{page.text("stay-add")}</span>
            </button>
            <span class="hs-stays__count" aria-live="polite">{live(counted)}</span>
            <InsteadBox field=field.clone() says=Instead::Unknown back=changed />
        </div>
    }
    .into_any()
}
