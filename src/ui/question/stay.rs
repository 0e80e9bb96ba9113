//! One earlier stay: when, where, what, and how it counts. All of it may be left open.

use crate::ui::live::live;
use super::field::typed_words;
use super::month;
use crate::app::page::Page;
use crate::ui::icons::{Icon, icon};
use hs_core::answers::{Stay, YearMonth};
use leptos::prelude::*;

/// A stay while it is edited: the month as typed may not be a month yet.
#[derive(Clone, Copy)]
pub struct Row {
    /// Stays with the row when others are removed.
    pub key: usize,
    typed_month: RwSignal<String>,
    stay: RwSignal<Stay>,
}

impl Row {
    /// A row for a stay.
    #[must_use]
    pub fn new(key: usize, stay: Stay) -> Self {
        let typed = stay.ended.map(month::written).unwrap_or_default();
        Self { key, typed_month: RwSignal::new(typed), stay: RwSignal::new(stay) }
    }

    /// The stay as it stands.
    #[must_use]
    pub fn stay_now(&self) -> Stay {
        self.stay.get_untracked()
    }

    fn ended(self, typed: String, month: Option<YearMonth>) {
        self.stay.update(|stay| stay.ended = month);
        self.typed_month.set(typed);
    }
}

/// The controls of one stay.
#[component]
pub fn StayRow(
    /// The page.
    page: Page,
    /// The id of the question.
    name: String,
    /// The stay.
    row: Row,
    /// Its place in the list.
    place: Memo<usize>,
    /// Called when something changed.
    changed: Callback<()>,
    /// Called to take the row away.
    remove: Callback<usize>,
) -> impl IntoView {
    let name = StoredValue::new(name);
    let part = move |part: &str| name.try_with_value(|name| format!("q-{name}-{}-{part}", row.key)).unwrap_or_default();
    let title = move || page.text_with("stay-title", &[("number", &(place.get() + 1).to_string())]);
    let remove_label = move || page.text_with("stay-remove", &[("number", &(place.get() + 1).to_string())]);
    let month_typed = move |event| {
        let typed = event_target_value(&event);
        let month = page.words().and_then(|words| month::read(&typed, &words));
        row.ended(typed, month);
        changed.run(());
    };
    let is_wrong = move || {
        let open = row.stay.with(|stay| stay.ended.is_none());
        open && row.typed_month.with(|typed| typed.trim().chars().count() >= 6)
    };
    let wrong = move || is_wrong().then(|| page.text("stay-month-wrong"));
    let words = move |key: &'static str, read: fn(&mut Stay) -> &mut String| {
        let now = row.stay.with_untracked(|stay| read(&mut stay.clone()).clone());
        let typed = move |event| {
            row.stay.update(|stay| *read(stay) = event_target_value(&event));
            changed.run(());
        };
        view! { class = "hs",
            <div class="hs-part">
                <label for=part(key)>{page.text(&format!("stay-{key}"))}</label>
                <input type="text" class="hs-input" on:input=typed prop:value=now id=part(key) {..typed_words()} />
            </div>
        }
        .into_any()
    };
    let yes_no = move |key: &'static str, read: fn(&mut Stay) -> &mut Option<bool>| {
        let chips = [(true, "yes"), (false, "no")]
            .map(|(value, label)| {
                let is = move || row.stay.with(|stay| *read(&mut stay.clone()) == Some(value));
                let set = move |_| {
                    row.stay.update(|stay| *read(stay) = Some(value));
                    changed.run(());
                };
                view! { class = "hs",
                    <label class="hs-chip hs-chip--small">
                        <input type="radio" name=part(key) value=label prop:checked=is on:change=set />
                        <span>{page.text(label)}</span>
                    </label>
                }
                .into_any()
            })
            .collect_view();
        view! { class = "hs",
            <fieldset class="hs-part hs-part--yes-no">
                <legend>{page.text(&format!("stay-{key}"))}</legend>
                <div class="hs-chips">{chips}</div>
            </fieldset>
        }
        .into_any()
    };
    let same_programme = move || (place.get() > 0).then(|| yes_no("same-programme", |stay| &mut stay.same_programme));
    view! { class = "hs",
        <fieldset class="hs-stay">
            <legend class="hs-stay__title">{live(title)}</legend>
            <div class="hs-parts">
                <div class="hs-part hs-part--code">
                    <label for=part("ended")>{page.text("stay-ended")}</label>
                    <input
                        type="text"
                        class="hs-input"
                        id=part("ended")
                        inputmode="text"
                        aria-describedby=part("error")
                        aria-invalid=move || is_wrong().then_some("true")
                        on:input=month_typed
                        prop:value=row.typed_month.get_untracked()
                        {..typed_words()}
                    />
                </div>
                {words("place", |stay| &mut stay.place)} {words("line", |stay| &mut stay.line)}
            </div>
            <p class="hs-error" id=part("error") aria-live="polite">{live(wrong)}</p>
            <div class="hs-parts">
                {yes_no("same-condition", |stay| &mut stay.same_condition)} {live(same_programme)}
            </div>
            <button type="button" class="hs-button hs-button--quiet hs-stay__remove" on:click=move |_| remove.run(row.key)>
                {icon(Icon::Bin)}
                <span>{remove_label}</span>
            </button>
        </fieldset>
    }
    .into_any()
}
