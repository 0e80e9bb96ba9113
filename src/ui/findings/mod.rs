//! The findings panel: what the answers mean for the referral, in calm groups. It starts empty.

pub mod card;
pub mod due;
pub mod reply;

use super::dom::{El, el};
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::icons::{Icon, icon};
use card::card;
use hs_core::Answer;
use hs_core::listed::Listed;
use hs_core::numbers::decimal;
use hs_core::rulebook::Ui;
use hs_core::rulebook::{QuestionId, RuleKind};
use hs_core::ui;
use hs_core::ui_counted;

/// The panel.
#[must_use]
pub fn findings(page: Page) -> El {
    let (due, remaining) = (page.due, page.remaining);
    let count = memo(move || due.with(Vec::len));
    let number = el("span").class("hs-count").hidden_when(move || count.get() == 0).live_text(move || decimal(count.get()));
    let head = el("h3").class("hs-panel__head").id("hs-findings-head").attr("tabindex", "-1");
    let unknown = memo(move || {
        let Some(now) = page.session.assessment.get() else { return 0 };
        let is_open = |(id, answer): &(QuestionId, &Answer)| **answer == Answer::Unknown && now.is_relevant(*id);
        page.session.answers.with(|answers| answers.iter().filter(is_open).count())
    });
    let calm = move || match (remaining.get(), unknown.get()) {
        // What is not known settles nothing.
        (_, some) if some > 0 => page.counted(ui_counted!("findings-unknown"), some),
        (0, _) => page.text(ui!("findings-ready")),
        _ => page.text(ui!("findings-none")),
    };
    let left = move || match remaining.get() {
        0 => String::new(),
        left => page.counted(ui_counted!("items-left"), left),
    };
    el("section")
        .class("hs-panel hs-findings")
        .attr("aria-labelledby", "hs-findings-head")
        .attr("data-part", "findings")
        .child(head.say(ui!("findings"), page).child(number))
        .child(el("p").class("hs-calm").hidden_when(move || count.get() > 0).live_text(calm))
        .children(RuleKind::ALL.map(|kind| group(page, kind)).into())
        .child(el("p").class("hs-findings__left").hidden_when(move || remaining.get() == 0).live_text(left))
        .child(page.say(ui!("not-reviewed"), "p", "hs-small").hidden_when(move || !page.is_unreviewed()))
}

/// The findings of one kind.
fn group(page: Page, kind: RuleKind) -> El {
    let id = kind.id();
    let rules = memo(move || page.due.with(|due| due.iter().filter(|one| one.kind == kind).map(due::Due::key).listed()));
    let head = el("h4").class("hs-group__head").child(icon(Icon::of(kind))).child(page.say(said(kind), "span", ""));
    let cards = el("ul").class("hs-cards").each(
        move || rules.get(),
        move |key| {
            let due = page.due.with_untracked(|due| due.iter().find(|one| one.key() == key).cloned());
            due.and_then(|due| card(page, due)).unwrap_or_else(|| el("li"))
        },
    );
    el("div")
        .class(&["hs-group hs-group--", id].concat())
        .attr("data-kind", id)
        .hidden_when(move || rules.with(Vec::is_empty))
        .child(head)
        .child(cards)
}

fn said(kind: RuleKind) -> Ui {
    match kind {
        RuleKind::Safety => ui!("kind-safety"),
        RuleKind::Route => ui!("kind-route"),
        RuleKind::Criterion => ui!("kind-criterion"),
        RuleKind::Level => ui!("kind-level"),
        RuleKind::Missing => ui!("kind-missing"),
        RuleKind::Advice => ui!("kind-advice"),
    }
}
