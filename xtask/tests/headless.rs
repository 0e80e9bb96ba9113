//! The headless commands as an integrator meets them: exit codes, stdout, stderr.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where something is not as it should be")]

use hs_core::content::{self, patient};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn xtask(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(words).current_dir(project()).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Writes a case file that is nowhere else, and gives its path.
fn case_file(name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{name}.toml"));
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

/// A committed case that has something in it.
const COMMITTED: &str = "content/cases/midt-back-pain-municipal.toml";

const BAD: &str = r#"region = "midt"
today = 2026-11-22

[answers]
earlier-stayy = "yes"
purpose = "rehabilitering"
barthel = 60
new-factors = ["none", "new-goals"]
age-years = "fifty"

[[answers.stays]]
ended = "2025-13"
"#;

#[test]
fn every_problem_of_a_bad_case_is_listed_with_its_place_and_what_to_do() {
    let file = case_file("bad", BAD);
    for command in ["assess", "summary"] {
        let output = xtask(&[command, &file]);
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert_eq!(stdout(&output), "", "nothing half-printed");
        // What stands on which line, and a word of the help under it.
        let expected = [
            (5, "unknown question `earlier-stayy`", "did you mean `earlier-stay`?"),
            (6, "`purpose` has no option `rehabilitering`", "did you mean `rehabilitation`?"),
            (7, "`barthel` is 60, outside its scale", "`barthel-100`"),
            (8, "`new-factors` has `none` together with other options", "stands alone"),
            (9, "`age-years` is \"fifty\"", "a whole number"),
            (11, "stay 1: `ended` is \"2025-13\", which is no month", "\"2025-03\""),
        ];
        for (line, message, help) in expected {
            let place = format!("{file}:{line}: {message}");
            let found = told.lines().position(|told| told.starts_with(&place));
            let next = found.and_then(|found| told.lines().nth(found + 1)).unwrap_or_default();
            assert!(found.is_some(), "missing: {place}\n\n{told}");
            assert!(next.trim_start().starts_with("help: ") && next.contains(help), "under {place}: {next}");
        }
        assert!(told.trim_end().ends_with("6 problems"), "{told}");
    }
}

#[test]
fn a_case_that_is_no_toml_names_the_line() {
    let file = case_file("no-toml", "region = \"midt\"\n[answers\n");
    let output = xtask(&["assess", &file]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""));
    assert!(stderr(&output).contains(&format!("{file}:2: ")), "{}", stderr(&output));
}

#[test]
fn what_is_missing_in_the_file_may_be_said_on_the_command_line() {
    let file = case_file("bare", "[answers]\nearlier-stay = \"yes\"\n");
    let bare = xtask(&["assess", &file]);
    assert_eq!((bare.status.code(), stdout(&bare).as_str()), (Some(2), ""));
    assert!(stderr(&bare).contains("no region") && stderr(&bare).contains("no day of assessment"), "{}", stderr(&bare));
    let said = xtask(&["assess", &file, "--region", "sor-ost", "--today", "2026-11-22"]);
    assert_eq!(said.status.code(), Some(0), "{}", stderr(&said));
    let told: Value = serde_json::from_str(&stdout(&said)).unwrap();
    assert_eq!(told["region"], "sor-ost");
}

#[test]
fn wrong_words_on_the_command_line_are_bad_input() {
    for words in [
        &["assess", "nowhere.toml"][..],
        &["assess", COMMITTED, "--region", "øst"],
        &["assess", COMMITTED, "--today", "2026-13-01"],
        &["summary", COMMITTED, "--lang", "sv"],
        &["summary", COMMITTED, "--layout", "alphabetical"],
        &["summary", COMMITTED, "--format", "pdf"],
        &["summary", COMMITTED, "--format", "fhir"],
    ] {
        let output = xtask(words);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{words:?}: {}", stderr(&output));
        assert!(!stderr(&output).is_empty());
    }
}

#[test]
fn fhir_is_said_to_come_later() {
    assert!(stderr(&xtask(&["summary", COMMITTED, "--format", "fhir"])).contains("comes in a later edition"));
}

#[test]
fn the_summary_says_the_same_in_every_form() {
    let print = |format| stdout(&xtask(&["summary", COMMITTED, "--format", format]));
    let (text, html, json) = (print("text"), print("html"), print("json"));
    let json: Value = serde_json::from_str(&json).unwrap();
    let sections = json["sections"].as_array().unwrap();
    assert!(!sections.is_empty());
    for section in sections {
        let heading = section["heading"].as_str().unwrap();
        assert!(text.contains(heading) && html.contains(heading), "{heading}");
        for line in section["lines"].as_array().unwrap() {
            let words = line["text"].as_str().unwrap();
            assert!(text.contains(words), "{words}");
        }
    }
}

#[test]
fn every_committed_case_finds_what_it_expects() {
    let content = content::load(&project().join("content")).unwrap_or_else(|problems| panic!("{} problems in content/", problems.len()));
    let mut wrong = Vec::new();
    let mut seen = 0;
    let files = fs::read_dir(project().join("content/cases")).unwrap().map(|entry| entry.unwrap().path());
    for path in files.filter(|path| path.extension().is_some_and(|end| end == "toml")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let patient = patient::load(&path, &content).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        let (Some(region), Some(today), Some(expected)) = (patient.region, patient.today, &patient.expect) else {
            wrong.push(format!("{name}: a committed case carries region, today and [expect]"));
            continue;
        };
        let rulebook = content.rulebook(region).unwrap();
        let assessment = hs_core::assess(&rulebook, &patient.answers, today);
        let told = hs_core::export::assessment_to_json(&rulebook, &assessment);
        wrong.extend(expected.differences(&told).into_iter().map(|difference| format!("{name}: {difference}")));
        seen += 1;
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(seen >= 20, "only {seen} cases");
}

#[test]
fn assess_prints_the_contract() {
    let told: Value = serde_json::from_str(&stdout(&xtask(&["assess", COMMITTED]))).unwrap();
    let keys: Vec<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
    let mut contract = ["region", "rulebook", "findings", "undecided", "open", "checklist", "level", "route", "guidance"];
    contract.sort_unstable();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, contract);
}
