//! A text that is pasted, and a refusal that is started from: where they lead, on the real content.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::rulebook::Region;
use hs_core::starts::{refusal_points, traces};
use proptest::prelude::*;
use serde_json::json;
use support::arbitrary::{any_region, any_text, settings};
use support::{answers, rulebook};

/// The items of a region with a trace, and the words.
fn found(region: Region, text: &str) -> Vec<(&'static str, String)> {
    let items = rulebook(region).items.iter().zip(traces(rulebook(region), text));
    items.filter_map(|(item, trace)| trace.map(|trace| (item.id.as_str(), trace))).collect()
}

fn words(region: Region, item: &str, text: &str) -> Option<String> {
    found(region, text).into_iter().find(|(id, _)| *id == item).map(|(_, words)| words)
}

#[test]
fn an_old_letter_leaves_its_traces_and_what_it_lacks_has_none() {
    let letter = "Diagnose: G20 Parkinsons sykdom. Går til fysioterapeut to ganger i uken, med god EFFEKT. \
                  Bruker rullator ute. Målsettingen er å gå til butikken. Epikrise vedlagt.";
    let found = found(Region::SorOst, letter);
    let ids: Vec<&str> = found.iter().map(|(id, _)| *id).collect();
    for item in ["diagnosis", "local-measures", "effect-of-measures", "function-impact", "goal", "last-discharge-summary"] {
        assert!(ids.contains(&item), "{item} in {ids:?}");
    }
    for item in ["motivation", "interpreter", "individual-plan", "new-factors", "medication-list", "family-situation"] {
        assert!(!ids.contains(&item), "{item} in {ids:?}");
    }
    assert_eq!(words(Region::SorOst, "effect-of-measures", letter).as_deref(), Some("EFFEKT"), "as it stands in the text");
    assert_eq!(words(Region::SorOst, "goal", letter).as_deref(), Some("Målsettingen"), "the whole word");
}

#[test]
fn a_cue_is_the_beginning_of_a_word_and_never_its_middle() {
    assert_eq!(words(Region::SorOst, "interpreter", "Vi fortolker svaret."), None);
    assert_eq!(words(Region::SorOst, "interpreter", "Trenger tolketjeneste."), Some("Trenger tolketjeneste".to_owned()));
    assert_eq!(words(Region::SorOst, "individual-plan", "Har individuell plan fra 2024."), Some("individuell plan".to_owned()));
}

#[test]
fn nynorsk_is_looked_for_too() {
    let letter = "Sjukmeld sidan mars. Ynskjer å gå tur. Bur åleine. Eigentrening kvar dag, heimesjukepleie om kvelden.";
    let ids: Vec<&str> = found(Region::SorOst, letter).into_iter().map(|(id, _)| id).collect();
    for item in ["goal", "family-situation", "self-training"] {
        assert!(ids.contains(&item), "{item} in {ids:?}");
    }
    assert!(found(Region::Nord, letter).iter().any(|(id, _)| *id == "need-for-help"));
}

#[test]
fn an_empty_text_has_no_trace() {
    assert_eq!(found(Region::Midt, ""), []);
    assert_eq!(found(Region::Midt, " – …\n"), []);
}

#[test]
fn a_refusal_leads_through_its_points_and_those_of_two_reasons_come_once() {
    let names = |reasons: serde_json::Value| -> Vec<&str> {
        let book = rulebook(Region::Midt);
        let points = refusal_points(book, &answers(json!({ "refusal-reasons": reasons })));
        points.into_iter().map(|id| book.question_name(id)).collect()
    };
    assert_eq!(
        names(json!(["nothing-new"])),
        [
            "earlier-stay",
            "stays",
            "next-leg-of-planned-programme",
            "new-factors",
            "new-factors-text",
            "function-change",
            "follow-up-since",
            "individual-plan",
            "earlier-mastery-offer",
            "last-discharge-summary-attached"
        ]
    );
    let both = names(json!(["convalescence-or-respite", "goal-unclear"]));
    assert_eq!(both.get(..2), Some(["purpose", "goal"].as_slice()), "the order of content, whatever was chosen first: {both:?}");
    assert_eq!(both.iter().filter(|name| **name == "goal").count(), 1);
    assert!(both.contains(&"function-mobility") && both.contains(&"needs-broad-team-in-one-place"));
    assert_eq!(names(json!(["not-stated"])), [] as [&str; 0], "the whole list applies");
    assert_eq!(refusal_points(rulebook(Region::Midt), &answers(json!({}))), []);
    assert_eq!(refusal_points(rulebook(Region::Midt), &answers(json!({ "refusal-reasons": "unknown" }))), []);
}

proptest! {
    #![proptest_config(settings(100))]

    #[test]
    fn a_trace_stands_in_the_text_word_for_word(region in any_region(), before in any_text(&[]), after in any_text(&[])) {
        let text = format!("{before} Motivert for ØKT {after}");
        let traces = traces(rulebook(region), &text);
        prop_assert_eq!(traces.len(), rulebook(region).items.len());
        for trace in traces.into_iter().flatten() {
            prop_assert!(text.contains(&trace), "{}", trace);
        }
    }
}
