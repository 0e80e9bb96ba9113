//! The pages for clinical sign-off, made from the content: one a rule, one a region's coverage, and an index.
//!
//! In Norwegian, since those who sign read it. `cargo xtask docs` writes them; a test sees that they are fresh.

mod coverage;
mod rule;
mod sources;
mod table;

use super::sentence::Speaker;
use super::{Content, TestContent};
use crate::rulebook::RuleKind;
use sources::cited;

/// Every page: path from the project's folder, and text.
#[must_use]
pub fn pages(content: &Content) -> Vec<(String, String)> {
    let speaker = Speaker::new(content);
    let mut pages = vec![("docs/rules/README.md".to_owned(), index(content, &speaker))];
    for (at, rule) in content.rules.iter().enumerate() {
        pages.push((format!("docs/rules/{}.md", rule.id), rule::page(content, &speaker, at, rule)));
    }
    for (region, lists) in &content.coverage {
        pages.push((format!("docs/coverage/{}.md", region.id()), coverage::page(content, &speaker, *region, lists)));
    }
    pages
}

/// Said at the top of every page.
const GENERATED: &str = "<!-- Laget av `cargo xtask docs` fra content/. Endre innholdet der, ikke her. -->\n";

fn index(content: &Content, speaker: &Speaker<'_>) -> String {
    let reviewed = content.rules.iter().filter(|rule| rule.review.is_some()).count();
    let regions: Vec<String> =
        content.regions().iter().map(|region| speaker.words.region(*region).map_or_else(String::new, |words| words.name.clone())).collect();
    let mut text = format!("{GENERATED}\n# Reglene, til faglig gjennomgang\n\n");
    text.push_str(&format!(
        "Utgave {}. {} regler i {}. {reviewed} av dem er faglig gjennomgått.\n\n",
        content.version.split('+').next().unwrap_or(""),
        content.rules.len(),
        regions.join(" og "),
    ));
    text.push_str(
        "Hver side har vilkåret som en setning, hvor regelen står og på hva, tabellen over svar, eksemplene, kildene og tekstene på tre \
         språk. Hva regionenes egne lister spør om, og hvor det er blitt av, står i",
    );
    let coverage: Vec<String> = content.coverage.keys().map(|region| format!(" [{0}](../coverage/{0}.md)", region.id())).collect();
    text.push_str(&format!("{}.\n", coverage.join(",")));
    for kind in RuleKind::ALL {
        let rules: Vec<_> = content.rules.iter().enumerate().filter(|(_, rule)| rule.kind == kind).collect();
        if rules.is_empty() {
            continue;
        }
        text.push_str(&format!(
            "\n## {}\n\n| Regel | Står i | Gjennomgått |\n|---|---|---|\n",
            speaker.words.ui_named(&format!("kind-{}", kind.id()))
        ));
        for (at, rule) in rules {
            let title = rule::title(content, speaker, at);
            let stands: Vec<String> = rule.stands.keys().map(|region| rule::region_name(speaker, *region)).collect();
            let withdrawn = if rule.until.is_some() { " (trukket)" } else { "" };
            let review = rule.review.as_ref().map_or_else(|| "nei".to_owned(), |review| format!("{}, {}", review.by, review.on));
            text.push_str(&format!("| [{title}]({}.md){withdrawn} | {} | {review} |\n", rule.id, stands.join(", ")));
        }
    }
    text
}

/// Whether the rule is about an item.
fn item_of(test: &TestContent) -> Option<&str> {
    match test {
        TestContent::Item { item, .. } => Some(item),
        TestContent::When(_) => None,
    }
}
