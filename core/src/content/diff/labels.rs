//! The keys of the content files in Norwegian, in the order a change of them is told.

/// What a key is called. Every key an author can write has a line here; a test sees to it.
const LABELS: [(&str, &str); 121] = [
    ("version", "utgave"),
    ("review", "gjennomgått"),
    ("by", "av"),
    ("on", "dato"),
    ("renew_by", "ses over innen"),
    ("cases_on", "dagen eksemplene vurderes på"),
    ("kind", "type"),
    ("type", "svartype"),
    ("status", "status"),
    ("since", "gjelder fra"),
    ("until", "trukket fra"),
    ("from", "fra"),
    ("value", "verdi"),
    ("about", "sier"),
    ("reason", "grunn"),
    ("rule", "regel"),
    ("item", "punkt"),
    ("states", "tilstander"),
    ("when", "vilkår"),
    ("unless", "unntak"),
    ("relevant", "aktuelt når"),
    ("stands", "står i"),
    ("basis", "grunnlag"),
    ("source", "kilde"),
    ("sources", "kilder"),
    ("goes_to", "leder til spørsmålet"),
    ("region", "region"),
    ("regions", "gjelder i"),
    ("section", "bolk"),
    ("options", "valg"),
    ("option", "valg"),
    ("exclusive", "valg som står alene"),
    ("min", "laveste tall"),
    ("max", "høyeste tall"),
    ("above", "spørsmålet med videre skala"),
    ("unit", "enhet"),
    ("vague_words", "ord som alene ikke beskriver noe"),
    ("attached_when", "vedlagt når svaret er"),
    ("not_in_letter", "holdes utenfor henvisningsteksten"),
    ("only_informs", "hvorfor det stilles"),
    ("question", "spørsmål"),
    ("questions", "spørsmål"),
    ("number", "nummer"),
    ("described_when", "beskrevet når"),
    ("valid_until", "gyldig til"),
    ("after_expiry", "hvorfor den fortsatt brukes"),
    ("to", "til"),
    ("competence", "veier tyngst"),
    ("specialist", "peker mot spesialisthelsetjenesten"),
    ("municipal", "peker mot kommunen"),
    ("level", "nivå"),
    ("row", "rad"),
    ("contact", "adresse"),
    ("electronic", "elektronisk"),
    ("post", "post"),
    ("telephone", "telefon"),
    ("checked", "sjekket"),
    ("publisher", "utgiver"),
    ("dated", "dato"),
    ("address", "nettadresse"),
    ("confidence", "tillit"),
    ("background", "bare bakgrunn"),
    ("places", "sted"),
    ("cues", "ord det letes etter i en tekst"),
    ("points", "leder til"),
    ("refusal", "avslag"),
    ("icpc-2", "ICPC-2"),
    ("icd-10", "ICD-10"),
    ("words", "ord"),
    ("also-called", "kalles også"),
    ("lead", "det viktigste først"),
    ("to_municipality", "brev til kommunen"),
    ("asked", "når det kreves"),
    ("covered_by", "dekket av"),
    ("items", "punkter"),
    ("record_system", "journalsystemet"),
    ("letter", "navn i teksten"),
    ("unknown", "ukjent"),
    ("point", "punktet"),
    ("list", "liste"),
    ("same", "tekster"),
    ("values", "verdi"),
    ("title", "tittel"),
    ("text", "tekst"),
    ("why", "hvorfor"),
    ("fix", "hva du kan gjøre"),
    ("ask", "spørsmålet"),
    ("help", "hjelp"),
    ("example", "eksempel"),
    ("letters", "setningen for"),
    ("attachment", "linjen i listen over vedlegg"),
    ("name", "navn"),
    ("how", "hvordan"),
    ("note", "merknad"),
    ("case", "eksempelet"),
    ("expect", "ventet"),
    ("answers", "svar"),
    ("near", "nesten-treff av"),
    ("change", "endret svar"),
    ("because", "hviler på"),
    ("needs", "trenger"),
    ("clears", "faller bort med"),
    ("today", "vurderingsdag"),
    ("replies", "legens svar på"),
    ("holds", "slår til"),
    ("fails", "slår ikke til"),
    ("undecided", "uavgjort"),
    ("level_needs", "nivået trenger"),
    ("route", "vei"),
    ("route_needs", "veien trenger"),
    ("checklist", "punktet"),
    ("guidance", "vises"),
    ("guidance_not", "vises ikke"),
    ("practice", "læremodus"),
    ("id", "id"),
    ("differs", "annerledes"),
    ("fact", "sammensatt vilkår"),
    ("threshold", "grense"),
    ("destination", "sted"),
    ("layout", "rekkefølge"),
    ("code", "kode"),
];

/// What a key is called, and its place in the order; a name the author chose is itself.
pub(super) fn label(key: &str) -> (usize, &str) {
    LABELS.iter().enumerate().find(|(_, (known, _))| *known == key).map_or((LABELS.len(), key), |(at, (_, label))| (at, *label))
}

/// Whether a key is known here.
#[must_use]
pub fn has_a_label(key: &str) -> bool {
    LABELS.iter().any(|(known, _)| *known == key)
}

/// Whether the records under a heading have a kind here.
#[must_use]
pub fn has_a_kind(heading: &str) -> bool {
    KINDS.iter().any(|(known, _)| *known == heading)
}

/// Keys whose value is questions by id.
pub(super) const QUESTIONS: [&str; 12] = [
    "question",
    "questions",
    "points",
    "goes_to",
    "above",
    "competence",
    "specialist",
    "municipal",
    "because",
    "needs",
    "clears",
    "level_needs",
];

/// The headings and what the records under them are together, in the order they are told.
pub(super) const KINDS: [(&str, &str); 22] = [
    ("edition", "Utgaven"),
    ("rule", "Regler"),
    ("differs", "Regionenes egne vilkår og ord"),
    ("fact", "Sammensatte vilkår"),
    ("threshold", "Grenser"),
    ("section", "Bolker"),
    ("question", "Spørsmål"),
    ("region", "Regionene"),
    ("item", "Sjekklistene"),
    ("route", "Veiene"),
    ("destination", "Steder"),
    ("level", "Nivåtabellen"),
    ("guidance", "Verdt å vite"),
    ("code", "Diagnosekoder"),
    ("also-called", "Andre ord for diagnosekoder"),
    ("refusal", "Hva et avslag leder til"),
    ("lead", "Det viktigste først i henvisningsteksten"),
    ("layout", "Rekkefølgen i henvisningsteksten"),
    ("list", "De publiserte listene"),
    ("source", "Kilder"),
    ("ui", "Ordene på siden"),
    ("same", "Likt på bokmål og nynorsk"),
];

/// Whether the order of the records of a kind says something: what is asked, listed, tried or told first.
pub(super) fn is_ordered(kind: usize) -> bool {
    KINDS.get(kind).is_some_and(|(heading, _)| matches!(*heading, "rule" | "section" | "question" | "item" | "route" | "guidance"))
}

/// The whole patients come last.
pub(super) const PATIENTS: (&str, &str) = ("patient", "Pasienter");
