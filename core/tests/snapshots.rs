//! What comes out, word for word. A change here is a change in what doctors send: look, then `cargo insta accept`.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::Assessment;
use hs_core::content::patient::{self, Patient};
use hs_core::export::{LineEnd, assessment_to_json, to_html, to_text};
use hs_core::rulebook::Rulebook;
use hs_core::rulebook::words::Lang;
use hs_core::summary::{Summary, summarise};
use support::{content, folder, rulebook};

struct Case {
    patient: Patient,
    book: &'static Rulebook,
    assessment: Assessment,
}

fn case(name: &str) -> Case {
    let patient = patient::load(&folder().join(format!("cases/{name}.toml")), content()).expect("a case without problems");
    let book = rulebook(patient.region.expect("a region"));
    let assessment = hs_core::assess(book, &patient.answers, patient.today.expect("a day"));
    Case { patient, book, assessment }
}

impl Case {
    fn letter(&self, lang: Lang, layout: &str) -> Summary {
        summarise(self.book, &content().words(lang), &self.patient.answers, &self.assessment, &self.patient.replies, layout)
    }

    /// The day's content has a fingerprint, which is not what is compared.
    fn json(&self) -> String {
        let mut json = serde_json::Value::from(assessment_to_json(self.book, &self.assessment));
        json["rulebook"] = "…".into();
        serde_json::to_string_pretty(&json).expect("written")
    }
}

fn settings(about: &str) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(about.to_owned());
    settings
}

/// One snapshot a letter: `case` or `case.lang`, or `case.lang.layout`.
fn letters(name: &str, forms: &[(Lang, &str)]) {
    let case = case(name);
    for (lang, layout) in forms {
        let layout_part = if *layout == "receiver" { String::new() } else { format!(".{layout}") };
        let text = to_text(&case.letter(*lang, layout), LineEnd::Lf);
        settings(&case.patient.about).bind(|| insta::assert_snapshot!(format!("{name}.{}{layout_part}", lang.id()), text));
    }
}

const IN_BOKMAL: [(Lang, &str); 1] = [(Lang::Nb, "receiver")];
const IN_NYNORSK: [(Lang, &str); 1] = [(Lang::Nn, "receiver")];
const IN_ALL: [(Lang, &str); 3] = [(Lang::Nb, "receiver"), (Lang::Nn, "receiver"), (Lang::En, "receiver")];

#[test]
fn repeated_stays() {
    letters("midt-ms-second-stay-nothing-new", &IN_ALL);
    letters("midt-ms-second-stay-new-loss", &IN_BOKMAL);
    letters("midt-ms-next-leg", &[(Lang::Nb, "receiver"), (Lang::Nb, "national"), (Lang::Nb, "gp-seven")]);
    letters("midt-stroke-three-legs-then-worse", &IN_BOKMAL);
    letters("sor-ost-parkinson-new-goals-only", &IN_ALL);
    letters("sor-ost-parkinson-identifier", &IN_BOKMAL);
    letters("nord-pain-mastery-offer-before", &IN_ALL);
    letters("vest-parkinson-nothing-new", &IN_NYNORSK);
}

/// Nynorsk first: it is the written Norwegian of the region.
#[test]
fn in_helse_vest() {
    letters("vest-ms-complete", &IN_ALL);
    letters("vest-hip-no-offer", &[(Lang::Nn, "receiver"), (Lang::Nn, "national"), (Lang::Nn, "gp-seven")]);
    letters("vest-many-unknown", &IN_NYNORSK);
}

#[test]
fn what_may_belong_in_the_municipality() {
    letters("midt-back-pain-municipal", &IN_BOKMAL);
    letters("sor-ost-level-two-specialist-signs", &IN_BOKMAL);
    letters("sor-ost-chronic-pain-no-exception", &IN_BOKMAL);
}

#[test]
fn other_ways_and_open_answers() {
    letters("midt-nothing-answered", &IN_BOKMAL);
    letters("midt-inpatient-multitrauma", &IN_BOKMAL);
    letters("sor-ost-many-unknown", &IN_BOKMAL);
    letters("sor-ost-every-area-unaffected", &IN_BOKMAL);
    letters("nord-stroke-inpatient-barthel-five", &IN_BOKMAL);
}

#[test]
fn html() {
    let case = case("sor-ost-parkinson-identifier");
    let html = to_html(&case.letter(Lang::Nb, "receiver"));
    settings(&case.patient.about).bind(|| insta::assert_snapshot!("sor-ost-parkinson-identifier.html", html));
}

#[test]
fn without_identity_numbers() {
    let case = case("sor-ost-parkinson-identifier");
    let text = to_text(&case.letter(Lang::Nb, "receiver").redacted(), LineEnd::Lf);
    settings("As the html, with the number taken out.").bind(|| insta::assert_snapshot!("sor-ost-parkinson-identifier.redacted", text));
}

#[test]
fn json() {
    for name in ["midt-ms-second-stay-nothing-new", "sor-ost-many-unknown"] {
        let case = case(name);
        settings(&case.patient.about).bind(|| insta::assert_snapshot!(format!("{name}.json"), case.json()));
    }
}
