//! The findings panel: what the answers mean for the referral, in calm groups. It starts empty.

pub mod card;
pub mod due;
pub mod reply;

use crate::ui::live::live;
use crate::app::page::Page;
use crate::ui::icons::{Icon, icon};
use crate::ui::progress::remaining;
use card::Card;
use due::{Due, due_findings};
use hs_core::rulebook::RuleKind;
use leptos::prelude::*;

const KINDS: [RuleKind; 6] = [RuleKind::Safety, RuleKind::Route, RuleKind::Criterion, RuleKind::Level, RuleKind::Missing, RuleKind::Advice];

/// The id of a kind in classes and ui texts.
#[must_use]
pub fn kind_id(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::Safety => "safety",
        RuleKind::Route => "route",
        RuleKind::Criterion => "criterion",
        RuleKind::Level => "level",
        RuleKind::Missing => "missing",
        RuleKind::Advice => "advice",
    }
}

/// The panel.
#[component]
pub fn Findings(
    /// The page.
    page: Page,
) -> impl IntoView {
    let due = due_findings(page);
    let remaining = remaining(page);
    let calm = move || {
        due.with(Vec::is_empty).then(|| {
            let key = if remaining.get() == 0 { "findings-ready" } else { "findings-none" };
            view! { class = "hs", <p class="hs-calm">{page.text(key)}</p> }.into_any()
        })
    };
    let left = move || {
        let left = remaining.get();
        (left > 0).then(|| view! { class = "hs", <p class="hs-findings__left">{page.counted("items-left", left)}</p> }.into_any())
    };
    let groups = KINDS
        .map(|kind| {
            let cards = Memo::new(move |_| due.with(|due| due.iter().filter(|one| one.kind == kind).cloned().collect::<Vec<_>>()));
            view! { class = "hs", <Group page kind cards /> }.into_any()
        })
        .collect_view();
    let review = move || {
        let none = page.session.rulebook.with(|rulebook| rulebook.as_ref().is_some_and(|rulebook| rulebook.review == "none"));
        none.then(|| view! { class = "hs", <p class="hs-small">{page.text("not-reviewed")}</p> }.into_any())
    };
    let count = move || due.with(Vec::len);
    view! { class = "hs",
        <section class="hs-panel hs-findings" aria-labelledby="hs-findings-head" data-part="findings">
            <h3 class="hs-panel__head" id="hs-findings-head" tabindex="-1">
                {page.text("findings")}
                <span class="hs-count" hidden=move || count() == 0>{live(count)}</span>
            </h3>
            {live(calm)}
            {groups}
            {live(left)}
            {live(review)}
        </section>
    }
    .into_any()
}

/// The findings of one kind.
#[component]
fn Group(page: Page, kind: RuleKind, cards: Memo<Vec<Due>>) -> impl IntoView {
    let any = Memo::new(move |_| cards.with(|cards| !cards.is_empty()));
    move || {
        any.get().then(|| {
            let id = kind_id(kind);
            view! { class = "hs",
                <div class=format!("hs-group hs-group--{id}") data-kind=id>
                    <h4 class="hs-group__head">{icon(Icon::of(kind))}<span>{page.text(&format!("kind-{id}"))}</span></h4>
                    <ul class="hs-cards">
                        <For
                            each=move || cards.get()
                            key=|one| (one.rule.clone(), one.region)
                            children=move |one| view! { class = "hs", <Card page due=one /> }
                        />
                    </ul>
                </div>
            }
            .into_any()
        })
    }
}
