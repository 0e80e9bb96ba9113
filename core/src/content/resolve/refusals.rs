//! Refusals: each reason that can be chosen leads somewhere, and has a source.

use super::Resolver;
use crate::rulebook::{OptionId, QuestionKind, REFUSAL_REASONS, Refusal};

impl Resolver<'_> {
    pub(super) fn refusals(&mut self) -> Vec<Refusal> {
        let mut refusals: Vec<Refusal> = Vec::new();
        let asked = self.questions.iter().find(|question| question.id == REFUSAL_REASONS).cloned();
        for record in &self.raw.refusals {
            let (file, one) = (record.file, &record.value);
            let Some(asked) = &asked else {
                let help = format!("add a question `{REFUSAL_REASONS}` of type multi, or remove the refusals");
                self.at(record, "there is no question about reasons for refusal".to_owned(), Some(help));
                return Vec::new();
            };
            let Some(option) = self.option(file, asked, &one.option) else { continue };
            let points = self.question_list(file, &one.points);
            if points.is_empty() {
                self.wrong(file, &one.option, format!("`{}` leads to no point", one.option.get_ref()), Some("points = [\"…\"]".to_owned()));
            }
            if refusals.iter().any(|known| known.option == option) {
                self.wrong(
                    file,
                    &one.option,
                    format!("`{}` stands twice", one.option.get_ref()),
                    Some("one [[refusal]] for each reason: put the points together".to_owned()),
                );
            }
            if self.citations(file, &one.sources).is_empty() {
                self.wrong(
                    file,
                    &one.option,
                    format!("the refusal `{}` has no source", one.option.get_ref()),
                    Some("sources = [\"…\"]: who publishes the reason".to_owned()),
                );
            }
            self.basis(file, &one.basis);
            refusals.push(Refusal { option, points });
        }
        if let Some(QuestionKind::Multi { options, exclusive }) = asked.map(|asked| asked.kind) {
            let led =
                |at: usize| refusals.iter().any(|refusal| refusal.option == OptionId::at(at)) || exclusive.contains(&OptionId::at(at));
            let lost: Vec<&String> = options.iter().enumerate().filter(|(at, _)| !led(*at)).map(|(_, option)| option).collect();
            for record in self.raw.questions.iter().filter(|one| one.value.id.get_ref() == REFUSAL_REASONS) {
                for name in record.value.options.iter().filter(|name| lost.contains(&name.get_ref())) {
                    let help = "a [[refusal]] with its points; or make it exclusive".to_owned();
                    self.wrong(record.file, name, format!("the refusal `{}` leads nowhere", name.get_ref()), Some(help));
                }
            }
        }
        refusals
    }
}
