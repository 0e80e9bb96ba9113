//! A rule that a clinician has reviewed cannot change unnoticed. The reviews here are made up, in a copy of the content.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop"
)]

mod support;

use hs_core::content::{load, pages, review_lock};
use support::broken::{Broken, shown};
use support::content;

const FILE: &str = "national/repeated-stays.toml";
const RULE: &str = "id      = \"weak-new-factor\"";

/// A copy with a made-up review, locked.
fn reviewed() -> Broken {
    let broken = Broken::new();
    broken.replace(FILE, RULE, "[rule.text.nb]", "[rule.review]\nby = \"Prøve Prøvesen, oppdiktet\"\non = 2026-12-01\n\n[rule.text.nb]");
    lock(&broken);
    assert!(broken.problems().is_empty(), "{}", shown(&broken.problems()));
    broken
}

fn lock(broken: &Broken) {
    std::fs::write(broken.path("review.lock"), review_lock(&broken.folder).expect("it can be locked")).expect("written");
}

#[test]
fn no_rule_is_reviewed_until_a_named_clinician_has_done_it() {
    let named: Vec<&str> = content().rules.iter().filter(|rule| rule.review.is_some()).map(|rule| rule.id.as_str()).collect();
    assert!(named.is_empty(), "who has reviewed {named:?}? Say so in this test too, and in rulebook.toml");
}

#[test]
fn a_review_without_a_lock_is_a_problem() {
    let broken = Broken::new();
    broken.replace(FILE, RULE, "[rule.text.nb]", "[rule.review]\nby = \"Prøve Prøvesen, oppdiktet\"\non = 2026-12-01\n\n[rule.text.nb]");
    let problem = broken.problem(&["the review of `weak-new-factor` is not locked"]);
    assert_eq!(problem.help.as_deref(), Some("cargo xtask review-lock, in the same commit as the review"));
}

#[test]
fn a_review_by_no_one_is_a_problem() {
    let broken = Broken::new();
    broken.replace(FILE, RULE, "[rule.text.nb]", "[rule.review]\nby = \"legen\"\non = 2026-12-01\n\n[rule.text.nb]");
    let problem = broken.problem(&["the review of `weak-new-factor` names no one with a role"]);
    assert!(problem.help.is_some_and(|help| help.contains("only the one who reviewed writes it")));
}

#[test]
fn a_condition_changed_after_its_review_is_told_with_both_and_cannot_be_locked_again() {
    let broken = reviewed();
    broken.replace(FILE, RULE, "only = [\"new-goals\", \"changed-life-situation\"]", "only = [\"new-goals\"]");
    // Its case falls too; here only the lock is looked at.
    broken.replace(
        FILE,
        RULE,
        "[[rule.case]]\nname   = \"a changed life situation only\"\nexpect = \"holds\"",
        "[[rule.case]]\nname   = \"a changed life situation only\"\nexpect = \"fails\"",
    );
    let problem =
        broken.problem(&["`weak-new-factor` is not as Prøve Prøvesen, oppdiktet reviewed it on 2026-12-01: the condition changed"]);
    assert!(problem.file.ends_with(FILE) && problem.message.contains("«Endret livssituasjon»"), "{problem}");
    assert!(problem.help.as_deref().is_some_and(|help| help.starts_with("undo the change, or have the rule reviewed again")));
    let refused = review_lock(&broken.folder).expect_err("the same review does not cover it");
    assert!(refused[0].message.contains("the condition changed"), "{}", shown(&refused));
}

/// A copy with a made-up review of the rule on children's habilitation, which reads a fact and, through it, a threshold.
fn reviewed_habilitation() -> Broken {
    let broken = Broken::new();
    let review = "[rule.review]\nby = \"Prøve Prøvesen, oppdiktet\"\non = 2026-12-01\n\n[rule.text.nb]";
    broken.replace("national/routes.toml", "\"wrong-addressee-child-habilitation\"", "[rule.text.nb]", review);
    lock(&broken);
    assert!(broken.problems().is_empty(), "{}", shown(&broken.problems()));
    broken
}

const AS_REVIEWED: &str = "`wrong-addressee-child-habilitation` is not as Prøve Prøvesen, oppdiktet reviewed it on 2026-12-01: ";

#[test]
fn a_threshold_changed_after_the_review_is_named_with_both_numbers() {
    let broken = reviewed_habilitation();
    broken.replace("national/routes.toml", "id     = \"adult-age\"", "value = 18", "value = 16");
    let problem = broken.problem(&[AS_REVIEWED]);
    assert_eq!(problem.message, format!("{AS_REVIEWED}threshold `adult-age` changed. Threshold `adult-age`, reviewed: «18» Now: «16»"));
    // The cases that fall with it are told as well.
    broken.problem(&["expected", "came"]);
}

#[test]
fn a_fact_changed_after_the_review_is_named_with_what_it_said_and_says() {
    let broken = reviewed_habilitation();
    let child = "when.all = [{ question = \"age-years\", below = \"adult-age\" }]";
    broken.replace(
        "national/routes.toml",
        "id    = \"child\"",
        child,
        &format!("{child}\nunless.any = [{{ question = \"course\", is = \"inpatient\" }}]"),
    );
    let problem = broken.problem(&[AS_REVIEWED]);
    let said = "«Alder» er under 18 år";
    let told = format!("{AS_REVIEWED}fact `child` changed. Fact `child`, reviewed: «{said}» Now: «{said}, men ikke når");
    assert!(problem.message.starts_with(&told), "{problem}");
    assert!(!problem.message.contains("the condition"), "the rule's own condition is as it was: {problem}");
}

#[test]
fn a_fact_by_another_name_or_about_says_the_same() {
    let broken = reviewed_habilitation();
    broken.replace("national/routes.toml", "id    = \"child\"", "Pasienten er barn", "Pasienten er ikke voksen");
    for folder in ["national", "regions", "guidance"] {
        for entry in std::fs::read_dir(broken.path(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("a file");
            let text = text.replace("fact = \"child\"", "fact = \"minor\"").replace("id    = \"child\"", "id    = \"minor\"");
            std::fs::write(path, text).expect("written");
        }
    }
    assert!(broken.problems().is_empty(), "{}", shown(&broken.problems()));
}

#[test]
fn when_a_question_is_asked_is_part_of_the_review_and_is_named() {
    let broken = reviewed();
    let relevant = broken.text("questions.toml");
    let at = relevant.find("id           = \"new-factors\"").expect("the question");
    let line = relevant[at..].lines().find(|line| line.starts_with("relevant.")).expect("it is not always asked").to_owned();
    let wider = line.replacen("= [", "= [{ question = \"course\", is = \"inpatient\" }, ", 1);
    broken.replace("questions.toml", "id           = \"new-factors\"", &line, &wider);
    let problem =
        broken.problem(&["`weak-new-factor` is not as", "when `new-factors` is asked changed. When `new-factors` is asked, reviewed: «"]);
    assert!(problem.message.contains("Now: ««"), "{problem}");
}

#[test]
fn another_basis_or_source_after_the_review_is_told() {
    let broken = reviewed();
    broken.replace(FILE, RULE, "basis = \"stated\"", "basis = \"interpreted\"");
    let problem = broken.problem(&["`weak-new-factor`", "where it stands changed. Where it stands, reviewed: «", "Now: «"]);
    assert!(problem.message.contains("interpreted"), "{problem}");
    let broken = reviewed();
    broken.replace(FILE, RULE, "innlandet#avslag-3", "innlandet#avslag-1");
    broken.problem(&["`weak-new-factor`", "the sources changed"]);
}

#[test]
fn words_and_the_order_of_a_condition_may_change_after_the_review() {
    let broken = reviewed();
    broken.replace(FILE, RULE, "Det nye er bare nye mål eller endret livssituasjon", "Bare målene eller livssituasjonen er ny");
    broken.replace(FILE, RULE, "[\"new-goals\", \"changed-life-situation\"]", "[\"changed-life-situation\", \"new-goals\"]");
    assert!(broken.problems().is_empty(), "{}", shown(&broken.problems()));
}

#[test]
fn a_new_review_is_locked_anew_and_one_taken_out_is_told() {
    let broken = reviewed();
    broken.replace(FILE, RULE, "on = 2026-12-01", "on = 2027-01-10");
    broken.problem(&["the review of `weak-new-factor` is not locked"]);
    lock(&broken);
    assert!(broken.problems().is_empty());
    let page = pages::pages(&load(&broken.folder).expect("in order"));
    let page = page.iter().find(|(name, _)| name.ends_with("/weak-new-factor.md")).expect("a page");
    assert!(page.1.contains("**Faglig gjennomgått av Prøve Prøvesen, oppdiktet, 2027-01-10.**"), "{}", page.1);
    broken.replace(FILE, RULE, "[rule.review]\nby = \"Prøve Prøvesen, oppdiktet\"\non = 2027-01-10\n", "");
    let problem =
        broken.problem(&["`weak-new-factor` is locked as reviewed by Prøve Prøvesen, oppdiktet on 2027-01-10, and has no review"]);
    assert_eq!((problem.file.as_str(), problem.line), ("content/review.lock", 1));
}
