//! What the host page asked for, read from the attributes. An invalid value falls back and is told.

use crate::app::view::View;
use crate::drafts::Place;
use crate::rulebooks;
use hs_core::json::{self, Json, table};
use hs_core::numbers::whole;
use hs_core::rulebook::Region;
use jiff::civil::Date;

/// What the element is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Writing a referral.
    #[default]
    Refer,
    /// Whether, and where to.
    Check,
    /// Trying the boundary on cases.
    Learn,
}

impl Mode {
    /// The mode with this name in the attribute.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "refer" => Some(Mode::Refer),
            "check" => Some(Mode::Check),
            "learn" => Some(Mode::Learn),
            _ => None,
        }
    }

    /// Its name in the attribute.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Mode::Refer => "refer",
            Mode::Check => "check",
            Mode::Learn => "learn",
        }
    }
}

/// The settings of an element at mount.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The region the host fixed.
    pub region: Option<Region>,
    /// The mode.
    pub mode: Mode,
    /// Where drafts are kept.
    pub place: Place,
    /// The host's key for drafts; opaque.
    pub draft_key: String,
    /// Which of the elements with that key on the page this is; the first is 1.
    pub slot: u64,
    /// Who answers for this copy, in the host's words.
    pub provider: String,
    /// The view the page begins with.
    pub view: View,
    /// The day of assessment.
    pub today: Date,
    /// A draft from the page's memory, to go on with at once: the element was restarted or moved.
    pub carried: Option<String>,
}

impl Settings {
    /// Reads the JSON that the JavaScript class makes of the attributes: texts by attribute name, absent ones left out;
    /// `date` is the calendar's day, `slot` and `carried` come from the class itself.
    #[must_use]
    pub fn read(config: &str, tell: &dyn Fn(Json)) -> Self {
        let config = json::parse(config).unwrap_or_default();
        let text = |key: &str| config.get(key).and_then(Json::as_str);
        let date = |key: &str| text(key).and_then(iso_date);
        let today = date("today");
        if let (Some(written), None) = (text("today"), today) {
            tell(invalid("today", written, "the calendar's day"));
        }
        Self {
            region: region(text("region"), tell),
            mode: mode(text("mode"), tell),
            place: place(text("storage"), tell),
            draft_key: text("draft-key").unwrap_or("").to_owned(),
            slot: config.get("slot").and_then(Json::as_u64).unwrap_or(1),
            provider: provider(text("provider")),
            view: view(text("view"), tell),
            today: today.or_else(|| date("date")).unwrap_or(Date::constant(2026, 1, 1)),
            carried: text("carried").map(str::to_owned),
        }
    }
}

/// `2026-11-21`. By hand: the parser of the date library would cost more of the download than all rules together, and its
/// reasons for what is no day, that nobody reads, a third of a kilobyte.
fn iso_date(written: &str) -> Option<Date> {
    let mut parts = written.split('-');
    let (year, month, day) = (whole(parts.next()?)?, whole(parts.next()?)?, whole(parts.next()?)?);
    let days = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let is_day = (0..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day) && parts.next().is_none();
    is_day.then(|| Date::constant(year, month, day))
}

/// The `region` attribute. Absent or invalid: the user chooses.
pub fn region(written: Option<&str>, tell: &dyn Fn(Json)) -> Option<Region> {
    let written = written?;
    let known = Region::from_id(written).filter(|region| rulebooks::available().any(|one| one == *region));
    if known.is_none() {
        tell(invalid("region", written, "none: the user chooses"));
    }
    known
}

/// The `mode` attribute.
pub fn mode(written: Option<&str>, tell: &dyn Fn(Json)) -> Mode {
    // Only what there is: `check` and `learn` are still to come.
    or_default("mode", written, |mode| Mode::from_id(mode).filter(|mode| *mode == Mode::Refer), "refer", tell)
}

/// The `storage` attribute.
pub fn place(written: Option<&str>, tell: &dyn Fn(Json)) -> Place {
    or_default("storage", written, Place::from_id, "session", tell)
}

/// The `provider` attribute.
pub fn provider(written: Option<&str>) -> String {
    written.unwrap_or_default().trim().to_owned()
}

/// The `view` attribute.
pub fn view(written: Option<&str>, tell: &dyn Fn(Json)) -> View {
    or_default("view", written, View::from_id, "steps", tell)
}

fn or_default<T: Default>(name: &str, written: Option<&str>, read: impl Fn(&str) -> Option<T>, default: &str, tell: &dyn Fn(Json)) -> T {
    let Some(written) = written else { return T::default() };
    read(written).unwrap_or_else(|| {
        tell(invalid(name, written, default));
        T::default()
    })
}

fn invalid(attribute: &str, value: &str, used: &str) -> Json {
    table([("code", "attribute".into()), ("attribute", attribute.into()), ("value", value.into()), ("used", used.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(iso_date("2026-11-22"), Some(Date::constant(2026, 11, 22)));
        for year in ["1900", "2000", "2024", "2026"] {
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let known = Date::new(year.parse().unwrap(), month, day).ok();
                assert_eq!(iso_date(&format!("{year}-{month}-{day}")), known);
            }
        }
        assert!(["", "2026", "2026-11", "2026-11-22-1", "i dag", "20260-11-22"].iter().all(|text| iso_date(text).is_none()));
    }
}
