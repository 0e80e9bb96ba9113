//! The templates of `content/templates/` have the shape of today, and leave out no key.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::content::{made, patient, shape};
use std::collections::BTreeSet;
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

#[test]
fn there_is_no_template_that_is_not_read_here() {
    let files = std::fs::read_dir(folder().join("templates")).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let names: BTreeSet<String> = files.map(|name| name.to_string_lossy().trim_end_matches(".toml").to_owned()).collect();
    assert_eq!(names, TEMPLATES.iter().map(|(template, ..)| (*template).to_owned()).collect());
}
