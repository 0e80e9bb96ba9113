//! What changed between two editions is told in words, with the outcomes that changed; and what comes and has passed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop"
)]

mod support;

use hs_core::content::calendar::calendar;
use hs_core::content::diff::{Edition, difference};
use hs_core::content::unchecked;
use support::broken::{Broken, shown};
use support::{content, folder};

const FILE: &str = "national/repeated-stays.toml";
const RULE: &str = "id      = \"weak-new-factor\"";

fn edition(folder: &std::path::Path) -> Edition {
    Edition::read(folder).unwrap_or_else(|problems| panic!("{}", shown(&problems)))
}

/// What is told of a copy after a change.
fn told<T>(change: impl FnOnce(&Broken) -> T) -> String {
    let changed = Broken::new();
    let _ = change(&changed);
    difference(&edition(&folder()), &edition(&changed.folder))
}

fn holds(told: &str, parts: &[&str]) {
    for part in parts {
        assert!(told.contains(part), "`{part}` is not in\n{told}");
    }
}

#[test]
fn nothing_changed_is_one_line() {
    assert_eq!(told(|_| ()), "Ingenting er endret.\n");
}

#[test]
fn a_changed_condition_is_told_before_and_after_with_the_cases_that_turn() {
    let told = told(|copy| copy.replace(FILE, RULE, "only = [\"new-goals\", \"changed-life-situation\"]", "only = [\"new-goals\"]"));
    holds(
        &told,
        &["Regler\n  ~ weak-new-factor\n      vilkår\n        før: Regelen slår til når «Nytt siden sist» er bare «Nye mål» og/eller"],
    );
    holds(&told, &["nå:  Regelen slår til når «Nytt siden sist» er bare «Nye mål», men ikke når"]);
    holds(
        &told,
        &[
            "regel weak-new-factor: slår til → slår ikke til, fordi vilkåret er endret\n      i «weak-new-factor: a changed life situation only [sor-ost]»",
        ],
    );
}

#[test]
fn a_changed_text_is_told_with_its_language_and_changes_no_outcome() {
    let told = told(|copy| copy.replace(FILE, RULE, "The only news is new goals", "All that is new is goals"));
    holds(&told, &["~ weak-new-factor\n      tittel (en)\n        før: The only news is", "Alle eksempler gir det samme som før."]);
    assert!(!told.contains("(nb)") && !told.contains("vilkår"), "{told}");
}

#[test]
fn an_outcome_that_turns_because_of_what_a_rule_rests_on_says_so() {
    let told = told(|copy| copy.replace("national/routes.toml", "[[threshold]]", "value = 18", "value = 16"));
    holds(
        &told,
        &[
            "Grenser\n  ~ adult-age\n      verdi\n        før: 18\n        nå:  16",
            "Utfall: ",
            "regel wrong-addressee-obesity: slår ikke til → slår til, fordi grensen `adult-age` er endret",
            "vei: habilitation → unknown, fordi grensen `adult-age` er endret",
            "opplysning line-nord-children: vises → vises ikke, fordi grensen `adult-age` er endret",
        ],
    );
}

#[test]
fn a_new_rule_and_one_that_is_gone_are_told() {
    let renamed = told(|copy| {
        copy.replace("national/advice.toml", "[[rule]]", "id      = \"patient-not-informed\"", "id      = \"patient-not-told\"")
    });
    holds(&renamed, &["+ patient-not-told: ny, «Pasienten kjenner ikke til henvisningen»", "- patient-not-informed: borte"]);
    holds(&renamed, &["regel patient-not-told: ikke med → ", ", fordi den er ny i midt", ", fordi den ikke lenger står i midt"]);
    // Its patient expects the rule by its old name; all the others are played.
    holds(&renamed, &["Pasienter som ikke lar seg lese nå, og ikke er prøvd: ", "vest-ms-complete"]);
}

#[test]
fn guidance_that_is_shown_to_others_now_is_an_outcome_that_turned() {
    let told =
        told(|copy| copy.replace("guidance/lines-midt.toml", "\"line-midt-stroke\"", "[\"stroke\", \"brain-injury\"]", "[\"stroke\"]"));
    holds(&told, &["Verdt å vite\n  ~ line-midt-stroke\n      vises når\n        før: "]);
    holds(&told, &["opplysning line-midt-stroke: vises som ikke bekreftet → vises ikke, fordi vilkåret er endret\n      i «"]);
    assert!(!told.contains("regel ") && !told.contains("vei:"), "{told}");
}

#[test]
fn another_name_of_a_question_is_told_once_and_not_for_every_condition_that_reads_it() {
    let copy = Broken::new();
    let text = copy.text("questions.toml");
    let at = text.find("id           = \"new-factors\"").expect("the question");
    let name = text[at..].lines().find(|line| line.starts_with("letter ")).expect("its name").to_owned();
    copy.replace("questions.toml", "id           = \"new-factors\"", &name, "letter = \"Nytt siden forrige gang\"");
    let told = difference(&edition(&folder()), &edition(&copy.folder));
    let lines = [
        "Spørsmål",
        "  ~ new-factors",
        "      navn i teksten (nb)",
        "        før: Nytt siden sist",
        "        nå:  Nytt siden forrige gang",
    ];
    assert_eq!(told, format!("{}\n\nAlle eksempler gir det samme som før.\n", lines.join("\n")));
}

#[test]
fn a_remark_or_a_space_changes_nothing_that_is_told() {
    let told = told(|copy| copy.replace(FILE, "[[rule]]", "[[rule]]", "# En merknad.\n\n[[rule]]"));
    assert!(told.starts_with("Bare merknader, mellomrom eller rekkefølgen av nøkler er endret."), "{told}");
}

#[test]
fn the_calendar_tells_what_comes_and_what_has_passed() {
    let changed = Broken::new();
    changed.replace(FILE, RULE, "since   = 2026-11-21", "since   = 2027-05-01");
    changed.replace("sources.toml", "id = \"doc0\"", "dated = ", "valid_until = \"2027-03-01\"\nchecked = \"2025-01-15\"\ndated = ");
    let later = unchecked(&changed.folder).expect("it reads");
    let told = calendar(&later, "2027-04-01".parse().expect("a day"));
    holds(&told, &["Kalender per 2027-04-01", "Regler som kommer\n    2027-05-01  weak-new-factor"]);
    holds(&told, &["Kilder som går ut\n    2027-03-01  doc0 (gått ut)", "Kilder sjekket for over et år siden\n    2025-01-15  doc0"]);
    assert!(calendar(content(), content().cases_on).starts_with("Kalender per "));
}
