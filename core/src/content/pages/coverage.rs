//! What a region's published lists ask for, and where each point went.

use super::super::sentence::{Speaker, join};
use super::super::{Content, CoverageList, Covered, Point};
use super::{GENERATED, sources};
use crate::rulebook::Region;

/// The page of a region.
pub fn page(content: &Content, speaker: &Speaker<'_>, region: Region, lists: &[CoverageList]) -> String {
    let name = speaker.words.region(region).map_or("", |words| words.name.as_str());
    let mut text = format!("{GENERATED}\n# {name}: de publiserte listene punkt for punkt\n\n");
    let points: Vec<&Point> = lists.iter().flat_map(|list| &list.points).collect();
    let count = |wanted: fn(&Covered) -> bool| points.iter().filter(|point| wanted(&point.covered)).count();
    text.push_str(&format!(
        "{} punkter i {} lister. {} står på sjekklisten i verktøyet, {} har bare et spørsmål, {} legger journalsystemet til, \
         {} sier teksten selv, og {} er ukjent eller ikke spurt om.\n",
        points.len(),
        lists.len(),
        count(|covered| matches!(covered, Covered::Items(_))),
        count(|covered| matches!(covered, Covered::Questions(_))),
        count(|covered| matches!(covered, Covered::RecordSystem(_))),
        count(|covered| matches!(covered, Covered::Letter(_))),
        count(|covered| matches!(covered, Covered::Unknown(_))),
    ));
    for list in lists {
        text.push_str(&format!("\n## {}\n\n", list.title));
        text.push_str(&list.source.map(|source| format!("Kilde: {}\n\n", sources::one(content, source))).unwrap_or_default());
        text.push_str(&list.note.as_ref().map(|note| format!("{note}\n\n")).unwrap_or_default());
        text.push_str("| Nr. | Punktet | Når | Dekket av | Sted |\n|---|---|---|---|---|\n");
        for point in &list.points {
            text.push_str(&format!(
                "| {} | {} | {} | {} | {} |\n",
                point.number.as_deref().unwrap_or(""),
                point.text.replace('|', "/"),
                point.asked.as_deref().unwrap_or("alltid"),
                covered(content, speaker, region, &point.covered).replace('|', "/"),
                point.source.map(|source| format!("`{}`", sources::tag(content, source))).unwrap_or_default()
            ));
        }
    }
    text
}

fn covered(content: &Content, speaker: &Speaker<'_>, region: Region, covered: &Covered) -> String {
    match covered {
        Covered::Items(items) => {
            let words = speaker.words.region(region).map(|words| words.items.as_slice()).unwrap_or_default();
            let names: Vec<String> = items.iter().filter_map(|at| words.get(*at)).map(|name| format!("«{name}»")).collect();
            format!("sjekklisten: {}", join(&names, ", ", " og "))
        }
        Covered::Questions(questions) => {
            let names: Vec<String> = questions
                .iter()
                .map(|question| {
                    let here = if content.is_asked_in(*question, region) { "" } else { " (stilles ikke i denne regionen)" };
                    format!("{}{here}", speaker.question(*question))
                })
                .collect();
            format!("spørsmål: {}", join(&names, ", ", " og "))
        }
        Covered::RecordSystem(why) => format!("journalsystemet: {why}"),
        Covered::Letter(what) => format!("teksten: {what}"),
        Covered::Unknown(why) => format!("**ukjent eller ikke spurt om**: {why}"),
    }
}
