//! Which findings are shown now. What is missing is "not yet" until the doctor has passed it (promise 2 of the design).

use crate::app::session::Session;
use crate::reactive::{Derived, Var, memo};
use hs_core::Assessment;
use hs_core::assess::ItemState;
use hs_core::rulebook::SectionSet;
use hs_core::rulebook::{QuestionId, Region, Rule, RuleId, RuleKind, RuleTest, Rulebook};

/// A finding that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The rule's id in content.
    pub rule: String,
    /// Its place in the rulebook.
    pub id: RuleId,
    /// The region of that rulebook.
    pub region: Region,
    /// Its kind.
    pub kind: RuleKind,
    /// The problem in words.
    pub title: String,
}

impl Due {
    /// What keeps it apart from the others, in any region.
    #[must_use]
    pub fn key(&self) -> String {
        [self.region.id(), "/", &self.rule].concat()
    }
}

/// The findings that are shown, in order.
#[must_use]
pub fn due_findings(session: Session, editing: Var<Option<QuestionId>>) -> Derived<Vec<Due>> {
    memo(move || {
        let (Some(rulebook), Some(assessment)) = (session.rulebook.get(), session.assessment.get()) else { return Vec::new() };
        let (words, passed, editing) = (session.words.get(), session.passed.get(), editing.get());
        let mut due = Vec::new();
        for finding in &assessment.findings {
            let Some(rule) = rulebook.rules.get(finding.rule.index()) else { continue };
            if is_due(rulebook, &assessment, rule, &passed, editing) {
                let title = words.rule(rulebook.region, finding.rule).map(|words| words.title.clone()).unwrap_or_default();
                due.push(Due { rule: rule.id.clone(), id: finding.rule, region: rulebook.region, kind: finding.kind, title });
            }
        }
        due
    })
}

fn is_due(rulebook: &Rulebook, assessment: &Assessment, rule: &Rule, passed: &SectionSet, editing: Option<QuestionId>) -> bool {
    let RuleTest::Item { item: id, .. } = &rule.test else { return true };
    let Some(item) = rulebook.items.get(id.index()) else { return true };
    if assessment.item(*id) == Some(ItemState::Vague) {
        // Words are judged when the doctor has left them.
        return !item.questions.iter().any(|question| Some(*question) == editing);
    }
    let mut asked = item.questions.iter().filter(|question| assessment.is_relevant(**question));
    asked.all(|question| rulebook.question(*question).is_none_or(|question| passed.contains(question.section)))
}
