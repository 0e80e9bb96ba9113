//! Why an outcome turned: the parts it rests on that are not the same in the two editions.

use super::outcomes::Of;
use crate::content::grounds::{Grounds, Part, changed};
use crate::content::sentence::{Speaker, join};
use crate::content::{Content, ItemContent};
use crate::rulebook::Region;

/// One edition, with its own words for conditions.
pub(super) struct Side<'a> {
    content: &'a Content,
    speaker: Speaker<'a>,
}

/// What an outcome rests on, and when and where it stands.
struct Basis {
    parts: Vec<Part>,
    stands: String,
}

impl<'a> Side<'a> {
    /// The edition of this content.
    pub fn new(content: &'a Content) -> Self {
        Self { content, speaker: Speaker::new(content) }
    }

    fn basis(&self, of: &Of, region: Region) -> Option<Basis> {
        let (content, speaker) = (self.content, &self.speaker);
        let always = |parts: Vec<Part>| Some(Basis { parts, stands: String::new() });
        match of {
            Of::Level => always(Grounds::of_level(content, speaker)),
            Of::Route => always(Grounds::of_route(content, speaker, region)),
            Of::Item(id) => always(Grounds::of_item(content, speaker, region, self.item(region, id)?)),
            Of::Rule(id) => {
                let rule = content.rules.iter().find(|rule| rule.id == *id && rule.stands.contains_key(&region))?;
                Some(Basis {
                    parts: Grounds::of_rule(content, speaker, rule, Some(region)),
                    stands: format!("{} {:?}", rule.since, rule.until),
                })
            }
            Of::Guidance(id) => {
                let one = content.guidance.iter().find(|one| one.id == *id && one.stands_in(region))?;
                Some(Basis { parts: Grounds::of_guidance(content, speaker, one), stands: format!("{:?}", one.valid_until) })
            }
        }
    }

    fn item(&self, region: Region, id: &str) -> Option<&'a ItemContent> {
        self.content.regions.get(&region)?.items.iter().find(|item| item.id == id)
    }
}

/// ", fordi …": what changed for this outcome in this region.
pub(super) fn because(old: &Side<'_>, new: &Side<'_>, of: &Of, region: Region) -> String {
    let (Some(before), Some(after)) = (old.basis(of, region), new.basis(of, region)) else {
        return match (old.basis(of, region).is_some(), new.basis(of, region).is_some()) {
            (false, true) => format!(", fordi den er ny i {}", region.id()),
            _ => format!(", fordi den ikke lenger står i {}", region.id()),
        };
    };
    let mut names: Vec<String> = changed(&before.parts, &after.parts).iter().map(|ground| ground.in_norwegian()).collect();
    if before.stands != after.stands {
        names.push("datoen den gjelder fra eller til".to_owned());
    }
    match names.as_slice() {
        [] => ", uten at noe den bygger på, er endret".to_owned(),
        names => format!(", fordi {} er endret", join(names, ", ", " og ")),
    }
}
