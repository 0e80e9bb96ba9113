// A whole referral in Helse Sør-Øst with the keyboard alone: from the empty page to the clipboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertOnceInOrder, doesNotFind, finds, press, write } from "./support/doctor.mjs";
import { house } from "./support/house.mjs";
import { answerHere, tabTo } from "./support/keyboard.mjs";
import { begin, copyText, costs, goFrom } from "./support/referral.mjs";

const here = house();

/** What is typed, in the order of the letter to this receiver: `content/layouts.toml`, `lead`, then `receiver` of `sor-ost`. */
const TYPED = [
  ["diagnosis", "Leddgikt med deformiteter"],
  ["new-factors-text", "Tap av grep i høyre hånd siden september."],
  ["local-measures-text", "Håndtrening hos fysioterapeut i fire måneder."],
  ["goal", "Kle på seg selv og skrive på tavlen en hel skoletime."],
  ["why-local-not-enough", "Kommunen har ikke ergoterapeut med erfaring fra revmatisme."],
  ["function-work", "Arbeider halv stilling som lærer, orker ikke mer."],
  ["function-self-care", "Trenger hjelp til å kle på overkroppen."],
  ["function-mobility", "Smerter i knær etter 200 meter."],
  ["comorbidity", "Osteoporose, ingen psykiske plager."],
  ["family-situation", "Alene med en sønn på 14 år."],
  ["history", "Sykdom i tolv år, biologisk behandling siden 2019."],
  ["findings", "Hovne håndledd, redusert grepsstyrke på begge sider."],
  ["expected-gain", "Bedre håndfunksjon med ortoser og målrettet trening."],
  ["self-training", "Daglige øvelser for hendene."],
  ["follow-up-since", "Kontroller på revmatologisk poliklinikk hvert halvår."],
];
const words = Object.fromEntries(TYPED);

const KNOWN = {
  "referrer-role": "gp",
  "age-years": 49,
  course: "not-in-course",
  "acute-need": "no",
  purpose: "rehabilitation",
  "requested-service": "stay",
  "patient-informed": "yes",
  diagnosis: { text: words.diagnosis, code: "L88", system: "icpc-2" },
  "diagnosis-group": "inflammatory-rheumatic",
  "main-problem-mental-or-substance": "no",
  history: words.history,
  findings: words.findings,
  "time-since-onset": "over-12-months",
  "course-of-condition": "progressive",
  comorbidity: words.comorbidity,
  "specialist-assessed": "yes",
  "specialist-report-attached": "yes",
  "medication-list-attached": "yes",
  "interpreter-needed": "no",
  "infection-status": "none-known",
  "function-work": words["function-work"],
  "function-leisure": "unaffected",
  "function-self-care": words["function-self-care"],
  "function-mobility": words["function-mobility"],
  "function-mental": "unaffected",
  "function-social": "unaffected",
  "function-change": "new-loss",
  "personal-help": "some",
  goal: words.goal,
  "expected-gain": words["expected-gain"],
  motivation: "clear",
  "local-measures": ["physiotherapy"],
  "local-measures-text": words["local-measures-text"],
  "local-effect": "partial",
  "why-local-not-enough": words["why-local-not-enough"],
  "self-training": words["self-training"],
  "individual-plan": "no",
  "earlier-stay": "yes",
  stays: [{ ended: "10.2021", place: "Martina Hansens Hospital", line: "Revmatologi" }],
  "next-leg-of-planned-programme": "no",
  "follow-up-since": words["follow-up-since"],
  "new-factors": ["none"],
  "last-discharge-summary-attached": "yes",
  "needs-specialised-competence": "no",
  "needs-broad-team-in-one-place": "no",
  "needs-intensive-follow-up": "no",
  "needs-specialised-medical-proximity": "no",
  "needs-experience-with-narrow-problems": "no",
  "needs-broad-competence": "yes",
  "needs-cross-sector-work": "no",
  "needs-long-term-coordination": "no",
  "needs-nearness-to-life-arena": "no",
  "common-condition": "no",
  "work-status": "graded-sick-leave",
  "family-situation": words["family-situation"],
};

test("a whole referral in Sør-Øst with the keyboard alone, from the empty page to the clipboard", async (t) => {
  await here.visit({}, async (page) => {
    await begin(page, "sor-ost", KNOWN);

    // Flagship 1: the finding leads to its question; a new factor clears it.
    await finds(page, "repeated-stays-no-new-factors");
    await goFrom(page, "repeated-stays-no-new-factors", "new-factors");
    await tabTo(page, (at) => at.value === "new-loss-of-function", "the new loss of function");
    await press(page, "Space");
    await doesNotFind(page, "repeated-stays-no-new-factors");
    await tabTo(page, (at) => at.id === "q-new-factors-text-input", "what is new");
    await write(page, words["new-factors-text"]);

    // Flagship 2: the level is advice that can be answered: a need for special competence turns it.
    await finds(page, "municipal-level-likely");
    await goFrom(page, "municipal-level-likely", "needs-specialised-competence");
    await answerHere(page, "needs-specialised-competence", "yes");
    await doesNotFind(page, "municipal-level-likely");

    await tabTo(page, (at) => at.action === "to-summary", "the button that leads to the text");
    await press(page, "Enter");
    const letter = await copyText(page);

    assertOnceInOrder(letter, TYPED.map(([, sentence]) => sentence));
    assert.ok(letter.trimEnd().split("\n\n").at(-1).startsWith("Vedlegg\n"), "the attachments come last");
    await costs(t, page, letter, "Sør-Øst, new loss after earlier stays", { presses: 266, seconds: 272 });
  });
});
