//! Diagnosis codes as written.

use super::Name;
use schemars::JsonSchema;
use serde::Deserialize;

/// Codes that point to one answer of a choice. A code proposes; the doctor answers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The question, a choice.
    pub question: Name,
    /// The option the codes point to.
    pub option: Name,
    /// Codes of ICPC-2, such as `K90`.
    #[serde(rename = "icpc-2", default)]
    pub icpc_2: Vec<Name>,
    /// Beginnings of codes of ICD-10, without dot, such as `I63`.
    #[serde(rename = "icd-10", default)]
    pub icd_10: Vec<Name>,
    /// Sources.
    pub sources: Vec<Name>,
    /// `stated` or `interpreted`.
    pub basis: Name,
}

/// Words that doctors type for a code whose own text does not hold them, such as `kols`. They find the code; nothing else.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AlsoCalled {
    /// A code of ICPC-2.
    pub code: Name,
    /// The words, in small letters.
    pub words: Vec<Name>,
}
