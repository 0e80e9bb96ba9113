//! JSON schemas of the content files, made from the types that read them: editors complete keys and show what each is for.

use super::patient::Expected;
use super::raw;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use std::collections::BTreeMap;

/// `national/*.toml` and `guidance/*.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Regler, fakta, grenser, steder og råd som gjelder flere regioner")]
#[allow(dead_code, reason = "only its shape is read")]
struct National {
    /// The rules.
    #[serde(default)]
    rule: Vec<raw::Rule>,
    /// Named conditions that others can use.
    #[serde(default)]
    fact: Vec<raw::Fact>,
    /// Dated values with a source.
    #[serde(default)]
    threshold: Vec<raw::Threshold>,
    /// The places a referral can go to.
    #[serde(default)]
    destination: Vec<raw::Destination>,
    /// What the sources tell without its being a rule.
    #[serde(default)]
    guidance: Vec<raw::Guidance>,
    /// The level of care; in one file only.
    level: Option<raw::Level>,
}

/// `regions/*.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "En region: sjekklisten, veien dit, og det som er annerledes")]
#[allow(dead_code, reason = "only its shape is read")]
struct RegionFile {
    /// The region itself.
    region: raw::Region,
    /// The checklist, in the receiver's order.
    #[serde(default)]
    item: Vec<raw::Item>,
    /// The route list; the first step whose condition is true decides.
    #[serde(default)]
    route: Vec<raw::Route>,
    /// What differs here from the national rules.
    #[serde(default)]
    differs: Vec<raw::Differs>,
    /// Rules of this region only.
    #[serde(default)]
    rule: Vec<raw::Rule>,
}

/// `questions.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Spørsmålene, i rekkefølgen de stilles")]
#[allow(dead_code, reason = "only its shape is read")]
struct Questions {
    /// The groups of questions.
    section: Vec<raw::Section>,
    /// The questions.
    question: Vec<raw::Question>,
}

/// `sources.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Kildene")]
#[allow(dead_code, reason = "only its shape is read")]
struct Sources {
    /// The sources.
    source: Vec<raw::Source>,
}

/// `layouts.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Rekkefølgene i henvisningsteksten")]
#[allow(dead_code, reason = "only its shape is read")]
struct Layouts {
    /// What stands first in the receiver's order.
    lead: raw::Lead,
    /// The orders of the letter.
    layout: Vec<raw::Layout>,
}

/// `coverage/*.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "De publiserte listene i en region, punkt for punkt")]
#[allow(dead_code, reason = "only its shape is read")]
struct Coverage {
    /// The published lists.
    list: Vec<raw::CoverageList>,
}

/// `cases/*.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "En hel pasient, oppdiktet")]
#[allow(dead_code, reason = "only its shape is read")]
struct Case {
    /// `midt`, `sor-ost`, `nord` or `vest`.
    region: Option<String>,
    /// The day of assessment, ISO date without quotes.
    today: Option<String>,
    /// One sentence on what the case shows.
    about: Option<String>,
    /// The answers, by question id.
    answers: Option<BTreeMap<String, serde_json::Value>>,
    /// The doctor's replies to findings, by rule id.
    replies: Option<BTreeMap<String, String>>,
    /// What the tool is expected to say.
    expect: Option<Expected>,
    /// Read by `learn` mode.
    practice: Option<serde_json::Value>,
}

/// `codes.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Hvilke svar en diagnosekode peker mot")]
#[allow(dead_code, reason = "only its shape is read")]
struct Codes {
    /// The codes of one answer.
    code: Vec<raw::Code>,
    /// Words that find a code.
    #[serde(rename = "also-called")]
    also_called: Option<Vec<raw::AlsoCalled>>,
}

/// `refusals.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Hva et avslag leder til")]
#[allow(dead_code, reason = "only its shape is read")]
struct Refusals {
    /// A reason for refusal, and the questions that answer it.
    refusal: Vec<raw::Refusal>,
}

/// `nynorsk.toml`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Tekster som er like på bokmål og nynorsk")]
#[allow(dead_code, reason = "only its shape is read")]
struct Nynorsk {
    /// The whole texts, word for word.
    same: Vec<String>,
}

/// Every schema: path from the project's folder, and text.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    vec![
        file::<National>("national"),
        file::<RegionFile>("region"),
        file::<Questions>("questions"),
        file::<Sources>("sources"),
        file::<Layouts>("layouts"),
        file::<Coverage>("coverage"),
        file::<Case>("case"),
        file::<Codes>("codes"),
        file::<Refusals>("refusals"),
        file::<Nynorsk>("nynorsk"),
        file::<raw::Edition>("rulebook"),
    ]
}

/// The draft that editors of TOML read best, without a network address.
fn file<T: JsonSchema>(name: &str) -> (String, String) {
    let mut settings = SchemaSettings::draft07();
    settings.meta_schema = None;
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    (format!("content/schema/{name}.schema.json"), format!("{text}\n"))
}
