//! `cargo xtask assess` and `summary`: one case file, headless. Nothing is printed unless all of it can be.

use crate::check_content;
use crate::cli::{Case, Format, SummaryWish};
use crate::stop::Stop;
use hs_core::content::Content;
use hs_core::content::patient::{self, Patient};
use hs_core::json::Json;
use hs_core::rulebook::Rulebook;
use hs_core::{Assessment, assess, export, summary};
use jiff::civil::Date;
use std::io::Write as _;

/// Prints the assessment as JSON.
pub fn assess_case(case: &Case) -> Result<(), Stop> {
    let known = Known::read(case)?;
    print(&json(export::assessment_to_json(&known.rulebook, &known.assessment()))?)
}

/// Prints the referral text.
pub fn summarise_case(wish: &SummaryWish) -> Result<(), Stop> {
    if wish.format == Format::Fhir {
        return Err(Stop::BadInput(vec![
            "--format fhir: not made yet, it comes in a later edition\n  help: text, html or json".to_owned(),
        ]));
    }
    let known = Known::read(&wish.case)?;
    let layouts: Vec<&str> = summary::layouts(&known.rulebook).collect();
    if !layouts.contains(&wish.layout.as_str()) {
        let region = known.rulebook.region.id();
        return Err(Stop::BadInput(vec![format!("--layout {}: not in {region}\n  help: one of {}", wish.layout, layouts.join(", "))]));
    }
    let words = known.content.words(wish.lang);
    let patient = &known.patient;
    let text = summary::summarise(&known.rulebook, &words, &patient.answers, &known.assessment(), &patient.replies, wish.layout.as_str());
    match wish.format {
        Format::Html => print(&export::to_html(&text)),
        Format::Json => print(&json(export::summary_to_json(&known.rulebook, &text))?),
        Format::Text | Format::Fhir => print(&export::to_text(&text, export::LineEnd::Lf)),
    }
}

/// What is known about one case.
struct Known {
    content: Content,
    rulebook: Rulebook,
    patient: Patient,
    today: Date,
}

impl Known {
    fn read(case: &Case) -> Result<Self, Stop> {
        let content = check_content::load()?;
        let patient = patient::load(&case.case, &content);
        let patient = patient.map_err(|problems| Stop::BadInput(problems.iter().map(ToString::to_string).collect()))?;
        let file = case.case.display();
        let regions: Vec<&str> = content.regions().iter().map(|region| region.id()).collect();
        let one_of = format!("one of {}", regions.join(", "));
        let mut problems = Vec::new();
        let region = case.region.or(patient.region);
        let rulebook = region.and_then(|region| content.rulebook(region));
        match (region, &rulebook) {
            (None, _) => problems.push(format!("{file}:1: no region\n  help: add region = \"midt\" at the top, or --region; {one_of}")),
            (Some(region), None) => problems.push(format!("{file}:1: there is no content for `{}` yet\n  help: {one_of}", region.id())),
            (Some(_), Some(_)) => {}
        }
        let today = case.today.or(patient.today);
        if today.is_none() {
            problems.push(format!("{file}:1: no day of assessment\n  help: add today = 2026-11-22 at the top, or --today 2026-11-22"));
        }
        match (rulebook, today) {
            (Some(rulebook), Some(today)) => Ok(Self { content, rulebook, patient, today }),
            _ => Err(Stop::BadInput(problems)),
        }
    }

    fn assessment(&self) -> Assessment {
        assess(&self.rulebook, &self.patient.answers, self.today)
    }
}

fn json(value: Json) -> Result<String, Stop> {
    let text = serde_json::to_string_pretty(&serde_json::Value::from(value));
    text.map(|text| text + "\n").map_err(|error| Stop::because(format!("the result is no JSON: {error}"), "this is a mistake in core/"))
}

/// Prints in one go. A reader that closes early (`| head`) has seen enough.
fn print(text: &str) -> Result<(), Stop> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Stop::because(format!("stdout: {error}"), "see where it leads"))
        }
        _ => Ok(()),
    }
}
