//! A slip that no case would notice is found: each test takes away the case that notices it, in a copy of the content.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::content::{survivors_of, unchecked};
use support::broken::{Broken, shown};

/// What no case would notice in a copy, of the things chosen.
fn unnoticed(copy: &Broken, of: &str) -> Vec<String> {
    let content = unchecked(&copy.folder).unwrap_or_else(|problems| panic!("{}", shown(&problems)));
    let (survivors, tally) = survivors_of(&content, &|changed| changed == of);
    assert!(tally.get(of).is_some_and(|(made, _)| *made > 0), "no slip was tried in {of}");
    survivors.iter().map(|mutant| mutant.change.clone()).collect()
}

const STROKE: &str = "id      = \"line-midt-stroke\"";

/// A copy in which the stroke line of Midt reads a fact.
fn with_a_fact() -> Broken {
    let copy = Broken::new();
    copy.add(
        "guidance/lines-midt.toml",
        "[[fact]]\nid = \"late-phase\"\nabout = \"x\"\nwhen.all = [{ question = \"diagnosis-group\", one_of = [\"stroke\", \"brain-injury\"] }]\n",
    );
    let reads = "{ question = \"diagnosis-group\", one_of = [\"stroke\", \"brain-injury\"] }";
    copy.replace("guidance/lines-midt.toml", STROKE, reads, "{ fact = \"late-phase\" }");
    copy
}

#[test]
fn a_slip_in_a_fact_that_only_guidance_reads_must_be_noticed_by_the_guidance() {
    let copy = with_a_fact();
    assert!(unnoticed(&copy, "fact late-phase").is_empty());
    let case = "[[guidance.case]]\nname = \"brain-injury\"\nexpect = \"shown\"\nanswers = { diagnosis-group = \"brain-injury\" }\n";
    copy.replace("guidance/lines-midt.toml", STROKE, case, "");
    assert_eq!(unnoticed(&copy, "fact late-phase"), ["option 2 of when.all 1"]);
}

#[test]
fn a_slip_in_a_fact_that_only_an_item_reads_must_be_noticed_by_the_item() {
    let copy = Broken::new();
    let reads = "relevant.all = [{ question = \"purpose\", is = \"work-oriented\" }]";
    copy.replace("regions/midt.toml", reads, reads, "relevant.all = [{ fact = \"for-work\" }]");
    copy.add(
        "national/advice.toml",
        "[[fact]]\nid = \"for-work\"\nabout = \"x\"\nwhen.all = [{ question = \"purpose\", one_of = [\"work-oriented\", \"assessment\"] }]\n",
    );
    let unnoticed = unnoticed(&copy, "fact for-work");
    assert_eq!(unnoticed, ["option 1 of when.all 1"], "no case of the item has the purpose that comes first among the options");
}

#[test]
fn guidance_that_lost_a_region_must_be_noticed_there() {
    let copy = Broken::new();
    copy.replace("guidance/lines-midt.toml", STROKE, "regions = [\"midt\"]", "regions = [\"midt\", \"nord\"]");
    assert!(unnoticed(&copy, "guidance line-midt-stroke").is_empty());
    for case in ["name = \"stroke\"", "name = \"brain-injury\""] {
        copy.replace("guidance/lines-midt.toml", STROKE, case, &format!("region = \"midt\"\n{case}"));
    }
    assert_eq!(unnoticed(&copy, "guidance line-midt-stroke"), ["no longer shown in nord"]);
}

#[test]
fn a_question_that_lost_a_region_must_be_noticed_there() {
    let copy = Broken::new();
    let asked = "{ name = \"where it bears on the route\", expect = \"relevant\", answers = {} }";
    copy.replace("questions.toml", "\"referrer-role\"", asked, &asked.replace("answers", "region = \"vest\", answers"));
    assert_eq!(unnoticed(&copy, "relevance referrer-role"), ["no longer asked in sor-ost"]);
}

#[test]
fn relevance_that_reads_what_only_one_region_asks_is_tried_in_every_region() {
    let copy = Broken::new();
    let question = "id            = \"common-condition\"\n";
    let reads = "relevant.any = [{ question = \"course\", is = \"inpatient\" }, { question = \"learning-course\", is = \"attended\" }]\n";
    let inpatient =
        "{ name = \"inpatient\", expect = \"relevant\", answers = { course = \"inpatient\", learning-course = \"not-attended\" } }";
    let neither =
        "{ name = \"neither\", expect = \"not-relevant\", answers = { course = \"not-in-course\", learning-course = \"not-attended\" } }";
    let attended = "{ name = \"attended\", expect = \"relevant\", region = \"nord\", answers = { course = \"not-in-course\", learning-course = \"attended\" } }";
    let both = "{ name = \"both\", expect = \"relevant\", region = \"nord\", answers = { course = \"inpatient\", learning-course = \"attended\" } }";
    let with = |cases: &[&str]| format!("{question}{reads}case = [{}]\n", cases.join(", "));
    copy.replace("questions.toml", question, question, &with(&[inpatient, neither, attended, both]));
    assert!(unnoticed(&copy, "relevance common-condition").is_empty());
    // Only in the north does it mean something; there it goes unnoticed without its case, though Midt comes first.
    copy.replace("questions.toml", question, &format!(", {attended}"), "");
    let unnoticed = unnoticed(&copy, "relevance common-condition");
    assert!(unnoticed.contains(&"when.any 2 [nord]".to_owned()), "{unnoticed:?}");
    assert!(unnoticed.iter().all(|change| change.ends_with("[nord]")), "{unnoticed:?}");
}
