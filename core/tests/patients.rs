//! Whole patients: every case file says what the tool should answer, and it does.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::content::patient::{self, Patient};
use hs_core::export::assessment_to_json;
use hs_core::json::Json;
use support::broken::shown;
use support::{content, folder, rulebook, sources};

fn patients() -> Vec<(String, Patient)> {
    patient::load_all(&folder(), content()).unwrap_or_else(|problems| panic!("{}", shown(&problems)))
}

#[test]
fn every_patient_comes_out_as_the_case_says() {
    let mut wrong = Vec::new();
    let mut expecting = 0;
    for (name, patient) in patients() {
        let Some(expected) = &patient.expect else { continue };
        expecting += 1;
        let book = rulebook(patient.region.expect("a region"));
        let assessment = hs_core::assess(book, &patient.answers, patient.today.expect("a day"));
        wrong.extend(
            expected.differences(&assessment_to_json(book, &assessment)).into_iter().map(|difference| format!("{name}: {difference}")),
        );
    }
    println!("{expecting} patients with [expect]");
    assert!(expecting >= 20, "only {expecting} cases expect anything");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_has_a_region_a_day_and_says_what_it_shows() {
    let mut wrong = Vec::new();
    for (name, patient) in patients() {
        let region = patient.region.map(|region| region.id());
        if region.is_none_or(|region| !name.starts_with(region)) {
            wrong.push(format!("{name}: the name does not begin with its region {region:?}"));
        }
        if patient.today.is_none() {
            wrong.push(format!("{name}: no `today`"));
        }
        if patient.about.chars().count() < 20 || !patient.about.ends_with(['.', '?', '!']) {
            wrong.push(format!("{name}: `about` is no sentence: {}", patient.about));
        }
        if patient.expect.as_ref().is_some_and(|expected| expected.differences(&Json::default()).is_empty()) {
            wrong.push(format!("{name}: [expect] expects nothing"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_regions_and_both_flagship_findings_have_their_patients() {
    let patients = patients();
    for region in content().regions() {
        let own: Vec<&Patient> = patients.iter().filter(|(_, one)| one.region == Some(region)).map(|(_, one)| one).collect();
        assert!(own.len() >= 8, "{} patients in {}", own.len(), region.id());
        for rule in ["repeated-stays-no-new-factors", "municipal-level-likely"] {
            let holds = own.iter().any(|one| one.expect.as_ref().is_some_and(|expected| expected.holds.iter().any(|id| id == rule)));
            let open = own.iter().any(|one| {
                one.expect.as_ref().is_some_and(|expected| expected.fails.iter().chain(&expected.undecided).any(|id| id == rule))
            });
            assert!(holds && open, "`{rule}` in {}: a patient where it holds {holds}, one where not {open}", region.id());
        }
    }
}

#[test]
fn only_the_published_synthetic_number_stands_in_a_case() {
    for (name, text) in sources::files(&["content/cases"], &["toml"]) {
        for range in hs_core::answers::identifier::find(&text) {
            let number: String = text.get(range).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
            assert_eq!(number, "03851598730", "{name}");
        }
    }
}
