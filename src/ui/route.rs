//! Where the referral goes, or what still decides it. And what the reader must know about the region's list.

use super::dom::{El, button, el, text};
use crate::app::page::Page;
use crate::reactive::memo;
use crate::ui::guidance::guidance_of;
use crate::ui::sources::{folded_sources, shown_day};
use hs_core::assess::RouteResult;
use hs_core::listed::Listed;
use hs_core::rulebook::words::Words;
use hs_core::rulebook::{Citation, GuidanceKind, QuestionId, Rulebook};
use hs_core::ui;

/// The panel.
#[must_use]
pub fn route(page: Page) -> El {
    let route = memo(move || page.session.assessment.with(|now| now.as_ref().map(|now| now.route.clone())));
    let body = move || {
        let (Some(rulebook), Some(words), Some(route)) = (page.session.rulebook.get(), page.words(), route.get()) else {
            return Vec::new();
        };
        decided(page, rulebook, &words, &route).unwrap_or_else(|| open(page, &words, &route.needs))
    };
    let note = move || {
        let (rulebook, words) = (page.session.rulebook.get()?, page.words()?);
        let note = &words.region(rulebook.region)?.note;
        let folded = el("details").class("hs-more").child(page.say(ui!("region-note"), "summary", ""));
        (!note.is_empty()).then(|| folded.child(text("p", "", note)))
    };
    let rights = el("details").class("hs-more").child(page.say(ui!("rights"), "summary", "")).child(guidance_of(page, GuidanceKind::Right));
    el("section")
        .class("hs-panel hs-route")
        .attr("aria-labelledby", "hs-route-head")
        .attr("data-part", "route")
        .child(page.say(ui!("route"), "h3", "hs-panel__head").id("hs-route-head").attr("tabindex", "-1"))
        .live_all(body)
        .child(rights)
        .live(note)
}

fn decided(page: Page, rulebook: &Rulebook, words: &Words, route: &RouteResult) -> Option<Vec<El>> {
    let place = route.step?;
    let step = rulebook.route.steps.get(place)?;
    let to = words.destinations.get(usize::from(step.to))?;
    let known = rulebook.route.destinations.get(usize::from(step.to))?;
    let own = words.region(rulebook.region).and_then(|region| region.steps.get(place)).and_then(Option::as_ref);
    let mut drawn = vec![text("p", "hs-route__name", &to.name).attr("data-route", &known.id), text("p", "", own.unwrap_or(&to.how))];
    let addresses =
        [(ui!("contact-electronic"), &to.electronic), (ui!("contact-post"), &to.post), (ui!("contact-telephone"), &to.telephone)];
    let mut list = el("dl").class("hs-contact");
    for (kind, address) in addresses {
        if let Some(address) = address {
            list = list.child(page.say(kind, "dt", "")).child(text("dd", "", address).attr("lang", "nb"));
        }
    }
    if !known.sources.is_empty() {
        let checked = match &known.checked {
            Some(day) => page.text_with(ui!("contact-checked"), &[("day", &shown_day(day))]),
            None => page.text(ui!("contact-unchecked")),
        };
        drawn.push(list);
        drawn.push(text("p", "hs-small", &checked));
    }
    let more = known.sources.iter().filter(|citation| !step.sources.contains(citation));
    let cited: Vec<Citation> = step.sources.iter().chain(more).copied().listed();
    drawn.push(folded_sources(page, rulebook, &cited, step.basis));
    Some(drawn)
}

fn open(page: Page, words: &Words, needs: &[QuestionId]) -> Vec<El> {
    let mut questions = Vec::new();
    for id in needs {
        let id = *id;
        let name = words.question(id).map(|words| words.letter.as_str()).unwrap_or_default();
        questions.push(el("li").child(button("hs-link", move || page.go_to(id)).text(name)));
    }
    vec![
        page.say(ui!("route-open"), "p", "hs-route__name").attr("data-route", "open"),
        page.say(ui!("route-needs"), "p", ""),
        el("ul").class("hs-inline-list").children(questions),
    ]
}
