//! What comes and what has passed, seen from a day: rules, sources, guidance, addresses.

use super::Content;
use jiff::civil::Date;
use jiff::{ToSpan, Unit};

/// A source that no one has looked at for longer than this should be looked at.
const OLD_AFTER_MONTHS: i32 = 12;
/// What ends within this is told beforehand.
const SOON_DAYS: i32 = 90;

/// The calendar as text, one line each, with a heading for each kind that has any.
#[must_use]
pub fn calendar(content: &Content, today: Date) -> String {
    let mut text = format!("Kalender per {today}\n");
    let soon = today.saturating_add(SOON_DAYS.days());
    let mut say = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&format!("  {heading}\n"));
            lines.iter().for_each(|line| text.push_str(&format!("    {line}\n")));
        }
    };
    let rules = || content.rules.iter();
    say("Regler som kommer", rules().filter(|rule| rule.since > today).map(|rule| format!("{}  {}", rule.since, rule.id)).collect());
    let ends = |wanted: fn(Date, Date) -> bool| -> Vec<String> {
        rules().filter_map(|rule| rule.until.filter(|until| wanted(*until, today)).map(|until| format!("{until}  {}", rule.id))).collect()
    };
    say("Regler som skal trekkes", ends(|until, today| until > today));
    say("Regler som er trukket", ends(|until, today| until <= today));
    let valid = |id: &str, until: Option<Date>| {
        let until = until.filter(|until| *until <= soon)?;
        let state = if until < today { "gått ut" } else { "går ut" };
        Some(format!("{until}  {id} ({state})"))
    };
    let sources = content.sources.iter().zip(&content.valid_until);
    say("Kilder som går ut", sources.filter_map(|(source, until)| valid(&source.id, *until)).collect());
    say("Verdt å vite som går ut", content.guidance.iter().filter_map(|one| valid(&one.id, one.valid_until)).collect());
    let looked = content.sources.iter().map(|source| (&source.id, &source.checked));
    say("Kilder sjekket for over et år siden", old(looked, today));
    let addresses = content.destinations.iter().filter(|to| !to.sources.is_empty()).map(|to| (&to.id, &to.checked));
    say("Adresser sjekket for over et år siden", old(addresses, today));
    let unknown = content.sources.iter().filter(|source| source.checked.is_none()).count();
    if unknown > 0 {
        text.push_str(&format!("  {unknown} av {} kilder har ukjent sjekkdag\n", content.sources.len()));
    }
    let addressed = content.destinations.iter().filter(|to| !to.sources.is_empty());
    let unknown = addressed.filter(|to| to.checked.is_none()).count();
    if unknown > 0 {
        text.push_str(&format!("  {unknown} adresser har ukjent sjekkdag\n"));
    }
    text
}

fn old<'a>(checked: impl Iterator<Item = (&'a String, &'a Option<String>)>, today: Date) -> Vec<String> {
    let months = |day: Date| day.until((Unit::Month, today)).map_or(0, |span| span.get_months());
    let dated = checked.filter_map(|(id, day)| Some((id, day.as_ref()?.parse::<Date>().ok()?)));
    dated.filter(|(_, day)| months(*day) >= OLD_AFTER_MONTHS).map(|(id, day)| format!("{day}  {id}")).collect()
}
