//! The templates of `content/templates/` have the shape of today, and leave out no key.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop"
)]

mod support;

use hs_core::content::{made, patient, shape};
use std::collections::BTreeSet;
use support::broken::{Broken, shown};
use support::{content, folder};

/// Template, the file it is read as, the schema, and the records of it whose keys it explains.
const TEMPLATES: [(&str, &str, &str, &[&str]); 11] = [
    ("rule", "national/x.toml", "national", &["Rule", "Standing", "Condition", "Test", "RuleText", "RuleCase", "Review"]),
    ("missing-rule", "national/x.toml", "national", &[]),
    ("fact", "national/x.toml", "national", &["Fact", "Threshold", "ThresholdValue"]),
    ("item", "regions/x.toml", "region", &["Item", "StateCase"]),
    ("question", "questions.toml", "questions", &["Question", "QuestionText", "Section"]),
    ("source", "sources.toml", "sources", &["Source"]),
    ("region", "regions/x.toml", "region", &["Region", "RegionText", "Route", "RouteText", "Differs", "RuleTextOverlay"]),
    ("guidance", "national/x.toml", "national", &["Guidance", "GuidanceText"]),
    ("destination", "national/x.toml", "national", &["Destination", "DestinationText", "Contact"]),
    ("coverage", "coverage/midt.toml", "coverage", &["CoverageList", "Point", "CoveredBy"]),
    ("case", "", "case", &["", "Expected"]),
];

fn text(template: &str) -> String {
    std::fs::read_to_string(folder().join(format!("templates/{template}.toml"))).expect("a template")
}

#[test]
fn every_template_has_the_shape_of_today() {
    let mut wrong = Vec::new();
    for (template, path, _, _) in TEMPLATES {
        let problems = if path.is_empty() {
            patient::read("case.toml", &text(template), content()).err().unwrap_or_default()
        } else {
            shape(path, &text(template))
        };
        wrong.extend(problems.iter().map(|problem| format!("templates/{template}.toml: {problem}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_template_explains_every_key() {
    let schemas = made::files(content());
    let mut missing = Vec::new();
    for (template, _, schema, records) in TEMPLATES {
        let text = text(template);
        let words: BTreeSet<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').collect();
        let (_, schema) = schemas.iter().find(|(name, _)| name.ends_with(&format!("/{schema}.schema.json"))).expect("a schema");
        let schema: serde_json::Value = serde_json::from_str(schema).expect("JSON");
        for record in records {
            let of = if record.is_empty() { &schema } else { &schema["definitions"][record] };
            let keys = of["properties"].as_object().unwrap_or_else(|| panic!("no record `{record}` in the schema of {template}"));
            missing.extend(
                keys.keys()
                    .filter(|key| !words.contains(key.as_str()))
                    .map(|key| format!("templates/{template}.toml: `{key}` of {record}")),
            );
        }
    }
    assert!(missing.is_empty(), "not explained\n{}", missing.join("\n"));
}

/// The part of a template that one pastes: without the lines above the first heading.
fn pasted(template: &str) -> String {
    let text = text(template);
    text[text.find("\n[").expect("a heading")..].to_owned()
}

#[test]
fn a_template_pasted_and_left_as_it_is_is_told_with_its_line_and_what_is_left() {
    let help = "write its own in their place, in all three languages; or take the record out";
    let broken = Broken::new();
    let rows = [
        (
            "rule",
            "national/criteria.toml",
            "`my-rule` still has the words of templates/rule.toml: fix, id, title, why",
            "id     = \"my-rule\"",
        ),
        (
            "missing-rule",
            "national/missing.toml",
            "`missing-my-item` still has the words of templates/missing-rule.toml: fix, id, title, why",
            "\"missing-my-item\"",
        ),
        ("fact", "national/routes.toml", "`my-fact` still has the words of templates/fact.toml: about, id", "id    = \"my-fact\""),
        (
            "fact",
            "national/routes.toml",
            "`my-threshold` still has the words of templates/fact.toml: about, id",
            "id     = \"my-threshold\"",
        ),
        ("item", "regions/midt.toml", "`my-item` still has the words of templates/item.toml: id, text", "\"my-item\""),
        (
            "guidance",
            "guidance/rights.toml",
            "`my-guidance` still has the words of templates/guidance.toml: id, text, title",
            "\"my-guidance\"",
        ),
        (
            "destination",
            "national/routes.toml",
            "`my-place` still has the words of templates/destination.toml: electronic, how, id, name, post, telephone",
            "\"my-place\"",
        ),
        ("source", "sources.toml", "`my-source` still has the words of templates/source.toml: id, publisher, title", "\"my-source\""),
        (
            "coverage",
            "coverage/midt.toml",
            "`my-list` still has the words of templates/coverage.toml: id, note, text, title",
            "\"my-list\"",
        ),
    ];
    for (at, (template, file, ..)) in rows.iter().enumerate() {
        if !rows[..at].iter().any(|(before, ..)| before == template) {
            broken.add(file, &pasted(template));
        }
    }
    let problems = broken.problems();
    for (_, file, says, line) in rows {
        let problem = problems.iter().find(|problem| problem.message == says);
        let problem = problem.unwrap_or_else(|| panic!("{says}\n{}", shown(&problems)));
        let text = broken.text(file);
        let told = text.lines().nth(problem.line - 1).expect("a line");
        assert!(told.contains(line), "{problem}\n{told}");
        assert_eq!((problem.file.clone(), problem.help.as_deref()), (format!("content/{file}"), Some(help)));
    }
}

#[test]
fn a_template_that_is_half_written_is_told_with_what_is_left_only() {
    let broken = Broken::new();
    let text = pasted("guidance")
        .replace("my-guidance", "after-a-stroke")
        .replace("Det kilden forteller, i korte setninger.", "Be om timen tidlig.");
    broken.add("guidance/rights.toml", &text);
    broken.problem(&["`after-a-stroke` still has the words of templates/guidance.toml: text, title"]);
    let text = text
        .replace("Det kjelda fortel, i korte setningar.", "Be om timen tidleg.")
        .replace("What the source tells, in short sentences.", "Ask early.");
    let text =
        text.replace("Hva det gjelder", "Timen").replace("Kva det gjeld", "Timen din").replace("What it is about", "The appointment");
    let broken = Broken::new();
    broken.add("guidance/rights.toml", &text);
    assert!(broken.problems().is_empty(), "{}", shown(&broken.problems()));
}

#[test]
fn a_patient_made_from_the_template_says_what_it_shows() {
    let broken = Broken::new();
    std::fs::write(broken.path("cases/midt-new.toml"), text("case")).expect("written");
    let problems = patient::load_all(&broken.folder, content()).expect_err("it says nothing yet");
    assert_eq!(problems.len(), 1, "{}", shown(&problems));
    assert_eq!(problems[0].message, "content/cases/midt-new.toml still has the words of templates/case.toml: about");
    assert!(text("case").lines().nth(problems[0].line - 1).expect("a line").starts_with("about"), "{}", problems[0]);
}

#[test]
fn there_is_no_template_that_is_not_read_here() {
    let files = std::fs::read_dir(folder().join("templates")).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let names: BTreeSet<String> = files.map(|name| name.to_string_lossy().trim_end_matches(".toml").to_owned()).collect();
    assert_eq!(names, TEMPLATES.iter().map(|(template, ..)| (*template).to_owned()).collect());
}
