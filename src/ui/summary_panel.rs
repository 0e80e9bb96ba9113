//! The referral text as it stands, in the receiver's order, and the ways out: copy, or hand it to the page.

use crate::ui::live::live;
use crate::app::page::Page;
use crate::ui::clipboard::copy;
use crate::ui::icons::{Icon, icon};
use crate::ui::identifier_warning::IdentifierWarning;
use hs_core::export::{LineEnd, to_text};
use hs_core::summary::{Line, Section};
use leptos::html::Textarea;
use leptos::prelude::*;

/// How the last copy went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copied {
    /// Nothing copied since the text changed.
    No,
    /// It lies on the clipboard.
    Yes,
    /// The browser refused: to be copied by hand.
    ByHand,
}

/// The panel.
#[component]
pub fn SummaryPanel(
    /// The page.
    page: Page,
) -> impl IntoView {
    let is_open = page.letter_open;
    let drawn = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_open.get());
    let toggle = move |_| {
        if is_open.get_untracked() {
            is_open.set(false);
        } else {
            page.pass_all();
            is_open.set(true);
        }
    };
    let body = move || drawn.get().then(|| view! { class = "hs", <Letter page /> }.into_any());
    view! { class = "hs",
        <section class="hs-section hs-section--letter" aria-labelledby="hs-letter-head" data-part="summary" class:hs-section--open=is_open>
            <h3 class="hs-section__head">
                <button
                    type="button"
                    id="hs-letter-head"
                    aria-controls="hs-letter-body"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    on:click=toggle
                >
                    {icon(Icon::Chevron)}
                    <span class="hs-section__title">{page.text("letter")}</span>
                </button>
            </h3>
            <div class="hs-section__body" id="hs-letter-body" hidden=move || !is_open.get()>{live(body)}</div>
        </section>
    }
    .into_any()
}

/// The text and its buttons.
#[component]
fn Letter(page: Page) -> impl IntoView {
    let summary = page.session.summary;
    let copied = RwSignal::new(Copied::No);
    Effect::new(move |_| {
        summary.track();
        copied.set(Copied::No);
    });
    let text = move || summary.with_untracked(|summary| summary.as_ref().map(|summary| to_text(summary, LineEnd::Lf))).unwrap_or_default();
    let press = move |_| {
        copy(&text(), move |went_well| {
            let _ = copied.try_set(if went_well { Copied::Yes } else { Copied::ByHand });
        })
    };
    let hand_over = move |_| {
        page.session.outlet.try_with_value(|outlet| (outlet.use_summary)());
    };
    let title = move || summary.with(|summary| summary.as_ref().map(|summary| summary.title.clone()));
    let is_empty =
        Memo::new(move |_| summary.with(|summary| summary.as_ref().is_none_or(|summary| summary.all_sections().next().is_none())));
    let empty = move || is_empty.get().then(|| view! { class = "hs", <p class="hs-calm">{page.text("letter-empty")}</p> }.into_any());
    let sections = move || {
        summary.with(|summary| {
            summary.as_ref().map(|now| now.all_sections().map(|one| one.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
        })
    };
    let confirmation = move || match copied.get() {
        Copied::Yes => Some(view! { class = "hs", <span class="hs-done">{icon(Icon::Check)}{page.text("copied")}</span> }.into_any()),
        Copied::No | Copied::ByHand => None,
    };
    let by_hand = move || (copied.get() == Copied::ByHand).then(|| view! { class = "hs", <ByHand page text=text() /> }.into_any());
    view! { class = "hs",
        <IdentifierWarning page />
        <div class="hs-letter__actions">
            <button type="button" class="hs-button hs-button--primary" data-action="copy" on:click=press>
                {icon(Icon::Copy)}
                <span>{page.text("copy")}</span>
            </button>
            <button type="button" class="hs-button" data-action="use-summary" on:click=hand_over>
                {icon(Icon::Arrow)}
                <span>{page.text("use-summary")}</span>
            </button>
            <span role="status" class="hs-letter__status">{live(confirmation)}</span>
        </div>
        {live(by_hand)}
        <div class="hs-letter" tabindex="-1" data-part="letter">
            <p class="hs-letter__title">{live(title)}</p>
            {live(empty)}
            <For each=sections key=Clone::clone children=move |id| view! { class = "hs", <Part page id /> } />
        </div>
        <p class="hs-small">{page.text("letter-note")}</p>
    }
    .into_any()
}

/// One part of the text.
#[component]
fn Part(page: Page, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let section = move |read: fn(&Section) -> String| {
        id.try_with_value(|id| page.session.summary.with(|now| now.as_ref()?.all_sections().find(|one| one.id == *id).map(read)))
            .flatten()
            .unwrap_or_default()
    };
    let lines = move || {
        let known = id.try_with_value(|id| {
            page.session.summary.with(|now| {
                let part = now.as_ref()?.all_sections().find(|one| one.id == *id)?;
                Some(part.lines.clone())
            })
        });
        numbered(known.flatten().unwrap_or_default())
    };
    view! { class = "hs",
        <h4 class="hs-letter__head">{move || section(|section| section.heading.clone())}</h4>
        <ul class="hs-letter__lines">
            <For each=lines key=Clone::clone children=move |(_, line)| one_line(line) />
        </ul>
    }
    .into_any()
}

/// Two lines may be the same word for word: their number keeps them apart.
fn numbered(lines: Vec<Line>) -> Vec<(usize, LineKey)> {
    lines.into_iter().enumerate().map(|(number, line)| (number, LineKey { label: line.label, text: line.text })).collect()
}

/// A line by its words: it is drawn anew exactly when they change.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct LineKey {
    label: Option<String>,
    text: String,
}

fn one_line(line: LineKey) -> AnyView {
    let label = line.label.map(|label| view! { class = "hs", <span class="hs-letter__label">{label}": "</span> }.into_any());
    view! { class = "hs", <li>{label}<span class="hs-letter__text">{line.text}</span></li> }.into_any()
}

/// The text in a control, selected, to be copied by hand.
#[component]
fn ByHand(page: Page, text: String) -> impl IntoView {
    let area = NodeRef::<Textarea>::new();
    page.after_drawing(move || {
        if let Some(area) = area.try_get_untracked().flatten() {
            let _ = area.focus();
            area.select();
        }
    });
    view! { class = "hs",
        <div class="hs-by-hand">
            <label for="hs-by-hand">{page.text("copy-by-hand")}</label>
            <textarea class="hs-input" id="hs-by-hand" readonly rows="8" spellcheck="false" node_ref=area prop:value=text></textarea>
        </div>
    }
    .into_any()
}
