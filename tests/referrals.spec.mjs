// Three whole referrals with the keyboard alone: a first stay after a stroke, pain stays that are repeated until something is new, and
// COPD that turns out to belong in the municipality.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, axeInEveryLook } from "./support/access.mjs";
import { assertOnceInOrder, doesNotFind, finding, finds, press, write } from "./support/doctor.mjs";
import { house } from "./support/house.mjs";
import { answerHere, next, tabTo } from "./support/keyboard.mjs";
import { begin, copyText, costs, goFrom, pressIn } from "./support/referral.mjs";

const here = house();

/** What is so for most of the three; each says what is otherwise. */
const COMMON = {
  course: "not-in-course",
  "acute-need": "no",
  purpose: "rehabilitation",
  "requested-service": "stay",
  "patient-informed": "yes",
  "main-problem-mental-or-substance": "no",
  "time-since-onset": "over-12-months",
  "specialist-assessed": "yes",
  "specialist-report-attached": "yes",
  "medication-list-attached": "yes",
  "interpreter-needed": "no",
  "infection-status": "none-known",
  "function-leisure": "unaffected",
  motivation: "clear",
  "individual-plan": "no",
  "needs-experience-with-narrow-problems": "no",
  "needs-nearness-to-life-arena": "no",
  "needs-broad-competence": "no",
  "earlier-stay": "no",
  "needs-intensive-follow-up": "yes",
  "needs-long-term-coordination": "yes",
  "needs-specialised-medical-proximity": "no",
  "work-status": "full-sick-leave",
  "needs-cross-sector-work": "no",
  "family-situation": "Gift.",
  "local-measures": ["physiotherapy"],
  "personal-help": "none",
  "function-social": "unaffected",
  "needs-specialised-competence": "yes",
  "function-self-care": "unaffected",
  "common-condition": "yes",
  "needs-broad-team-in-one-place": "yes",
};

const STROKE = {
  ...COMMON,
  "referrer-role": "gp",
  "age-years": 61,
  diagnosis: { text: "Hjerneinfarkt", code: "K90", system: "icpc-2" },
  "diagnosis-group": "stroke",
  history: "Infarkt i høyre hjernehalvdel i juni.",
  findings: "Venstresidig kraftsvikt, neglekt.",
  "time-since-onset": "3-to-12-months",
  "course-of-condition": "improving",
  "urgent-signs-brain": ["none"],
  "circumstances-neuro": ["more-self-reliant"],
  comorbidity: "Atrieflimmer.",
  "sufficiently-examined": "yes",
  "function-work": "Lærer, helt sykmeldt.",
  "function-self-care": "Trenger hjelp til påkledning.",
  "function-mobility": "Går 30 meter med stokk.",
  "function-mental": "Slites ut etter en halvtime.",
  "function-change": "new-loss",
  "personal-help": "some",
  goal: "Gå 300 meter til skolen innen påske.",
  "expected-gain": "Gangen er bedre for hver måned.",
  "able-to-use-offer": "yes",
  "local-measures-text": "Fysioterapi to ganger i uken siden august.",
  "local-effect": "partial",
  "why-local-not-enough": "Kommunen har ikke logoped eller team for slag.",
  "self-training": "Går tur hver dag.",
  "common-condition": "no",
};

test("a first stay after a stroke: nothing is missing, and nothing is found", async (t) => {
  await here.visit({}, async (page) => {
    await begin(page, "vest", STROKE);
    assert.equal(await page.locator('[data-part="findings"] .hs-card').count(), 0);
    await axe(page, "the stroke, answered");
    await next(page);
    const letter = await copyText(page);
    assertOnceInOrder(letter, [STROKE["local-measures-text"], STROKE.goal, STROKE["why-local-not-enough"]]);
    await costs(t, page, letter, "Vest, first stay after a stroke", { presses: 125, seconds: 176 });
    await axeInEveryLook(page, "the stroke, copied");
  });
});

const PAIN = {
  ...COMMON,
  "age-years": 44,
  diagnosis: { text: "Utbredte smerter", code: "L18", system: "icpc-2" },
  "diagnosis-group": "chronic-pain",
  history: "Smerter i hele kroppen siden 2019.",
  findings: "Full bevegelighet, ingen utfall.",
  "assessed-before": "yes",
  "assessment-beyond-municipality": "no",
  "daily-activities-considerably-reduced": "yes",
  "quality-of-life-reduced": "yes",
  "course-of-condition": "fluctuating",
  "circumstances-pain": ["none"],
  comorbidity: "Migrene.",
  "function-work": "Hjelpepleier, sykmeldt siden april.",
  "function-mobility": "unaffected",
  "function-mental": "Sover fire timer.",
  "function-change": "substantial-worsening",
  goal: "Tilbake i 40 % stilling i februar.",
  "expected-gain": "Var i 60 % etter forrige opphold.",
  "local-measures-text": "Fysioterapi i gruppe til april.",
  "local-effect": "partial",
  "why-local-not-enough": "Gruppen er lagt ned.",
  "self-training": "Går 20 minutter hver morgen.",
  "learning-course": "attended",
  "earlier-stay": "yes",
  stays: [{ ended: "02.2024", place: "Valnesfjord", line: "Smerte" }],
  "next-leg-of-planned-programme": "no",
  "follow-up-since": "Planen fra oppholdet er fulgt i ett år.",
  "new-factors": ["none"],
  "last-discharge-summary-attached": "yes",
  "earlier-mastery-offer": "no",
  "needs-long-term-coordination": "no",
  "family-situation": "Gift, to barn.",
};

test("pain stays that are repeated without anything new become one with a new factor", async (t) => {
  await here.visit({}, async (page) => {
    await begin(page, "nord", PAIN);
    await finds(page, "repeated-stays-no-new-factors");
    await axe(page, "the pain, nothing new");
    await goFrom(page, "repeated-stays-no-new-factors", "new-factors");
    await tabTo(page, (at) => at.value === "substantial-worsening", "the substantial worsening");
    await press(page, "Space");
    await doesNotFind(page, "repeated-stays-no-new-factors");
    await tabTo(page, (at) => at.id === "q-new-factors-text-input", "what is new");
    await write(page, "Falt ut av arbeid i april.");
    await tabTo(page, (at) => at.action === "to-summary", "the button that leads to the text");
    await press(page, "Enter");
    const letter = await copyText(page);
    assertOnceInOrder(letter, ["Falt ut av arbeid i april.", PAIN["local-measures-text"], PAIN.goal, PAIN["follow-up-since"]]);
    await costs(t, page, letter, "Nord, repeated pain stays with a new factor", { presses: 259, seconds: 217 });
    await axeInEveryLook(page, "the pain, copied");
  });
});

const COPD = {
  ...COMMON,
  "referrer-role": "gp",
  "age-years": 70,
  diagnosis: { text: "Kols", code: "R95", system: "icpc-2" },
  "diagnosis-group": "lung",
  history: "Kols siden 2015.",
  findings: "FEV1 58 %.",
  "course-of-condition": "stable",
  comorbidity: "Ingen.",
  "function-work": "unaffected",
  "function-mobility": "Stopper to ganger i trappen.",
  "function-mental": "unaffected",
  "function-social": "Går ikke på kafé lenger.",
  "function-change": "unchanged",
  goal: "Gå trappen uten stopp til våren.",
  "expected-gain": "Trening i gruppe har hjulpet før.",
  "local-measures": ["none"],
  "why-local-not-enough": "Lungegruppen er ikke prøvd ennå.",
  "self-training": "Går en tur om dagen.",
  "needs-specialised-competence": "no",
  "needs-broad-team-in-one-place": "no",
  "needs-intensive-follow-up": "no",
  "needs-broad-competence": "yes",
  "work-status": "retired",
};

test("COPD that turns out municipal ends with the letter to the municipality", async (t) => {
  await here.visit({}, async (page) => {
    await begin(page, "sor-ost", COPD);
    await finds(page, "municipal-level-likely");
    await axe(page, "COPD, municipal");
    await pressIn(page, finding(page, "municipal-level-likely"), "to-municipality", "the way to the municipality");
    await tabTo(page, (at) => at.question === "municipal-request", "what is asked of the municipality");
    await answerHere(page, "municipal-request", ["assessment", "physiotherapy"]);
    await next(page);
    const letter = await copyText(page);
    assert.match(letter, /^Til koordinerende enhet i kommunen/);
    assertOnceInOrder(letter, [COPD.goal]);
    assert.match(letter, /Det bes om: Vurdering av behovet for rehabilitering, fysioterapi/);
    assert.ok(!letter.includes("spesialisthelsetjenesten – "), "it is no referral to specialist care");
    await costs(t, page, letter, "Sør-Øst, COPD to the municipality", { presses: 135, seconds: 138 });
    await axeInEveryLook(page, "COPD, copied");
  });
});
