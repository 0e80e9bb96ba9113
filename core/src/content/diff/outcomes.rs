//! What comes out of a case in one edition, by what it is the outcome of.

use crate::answers::notation;
use crate::assess::assess;
use crate::json::Json;
use crate::rulebook::{Day, Rulebook};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What an outcome is the outcome of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// The level of care.
    Level,
    /// Where the referral goes.
    Route,
    /// An item of the checklist.
    Item(String),
    /// A rule.
    Rule(String),
    /// A piece of guidance.
    Guidance(String),
}

impl Of {
    /// As it is told.
    pub fn said(&self) -> String {
        match self {
            Of::Level => "nivå".to_owned(),
            Of::Route => "vei".to_owned(),
            Of::Item(id) => format!("punkt {id}"),
            Of::Rule(id) => format!("regel {id}"),
            Of::Guidance(id) => format!("opplysning {id}"),
        }
    }
}

/// Every outcome of these answers. An answer the edition does not know is left out.
pub(super) fn outcomes(rulebook: &Rulebook, answers: &[(String, Json)], today: Date) -> BTreeMap<Of, String> {
    let (answers, _) = notation::read(rulebook, answers);
    let assessment = assess(rulebook, &answers, today);
    let mut all = BTreeMap::new();
    for (at, rule) in rulebook.rules.iter().enumerate() {
        let came = match () {
            () if assessment.findings.iter().any(|one| one.rule.index() == at) => "slår til",
            () if assessment.undecided.iter().any(|one| one.rule.index() == at) => "uavgjort",
            () => "slår ikke til",
        };
        all.insert(Of::Rule(rule.id.clone()), came.to_owned());
    }
    for (id, state) in &assessment.checklist {
        if let Some(item) = rulebook.items.get(id.index()) {
            all.insert(Of::Item(item.id.clone()), state.id().to_owned());
        }
    }
    for (at, one) in rulebook.guidance.iter().enumerate() {
        let came = match assessment.guidance.iter().any(|id| id.index() == at) {
            true if one.is_confirmed(Day::from(today)) => "vises",
            true => "vises som ikke bekreftet",
            false => "vises ikke",
        };
        all.insert(Of::Guidance(one.id.clone()), came.to_owned());
    }
    all.insert(Of::Level, assessment.level.is.id().to_owned());
    all.insert(Of::Route, rulebook.leads_to(assessment.route.step).to_owned());
    all
}
