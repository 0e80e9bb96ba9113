// Every component in its named states: what the host gives, what a user does, and what is seen when the state is reached.
// Read by the gallery, by its tests and by the pictures, so it knows no document.
//
//   name       for ever: links and pictures carry it       component, state   as they are called, in Norwegian
//   given      attributes of the element                   answers, context   its properties
//   draft      what lies in the tab's storage beforehand    copies             what the browser answers to a wish to copy
//   reach      what a user does (the hand is in gallery.js) sees               what is seen when the state is reached
//   part       the component, when the state is of one part of the page
//   alone      why the state has a page of its own: its engine is told to panic, or the files do not come

/** A whole referral to Helse Nord, with nothing to find in it. */
const WHOLE = {
  "referrer-role": "gp",
  "age-years": 47,
  "home-region": "nord",
  course: "not-in-course",
  "acute-need": "no",
  purpose: "rehabilitation",
  "requested-service": "stay",
  "patient-informed": "yes",
  "diagnosis-group": "progressive-neurological",
  diagnosis: { system: "icpc-2", code: "N86", text: "Multippel sklerose" },
  "main-problem-mental-or-substance": "no",
  history: "MS fra 2015, siden 2024 sekundær progressiv. Gangen er blitt tregere det siste året, og hun har falt fire ganger siden august.",
  findings: "Spastisk gange, kraft 4 av 5 i høyre bein. 25 fot på 14 sekunder i oktober, 9 sekunder for et år siden.",
  "time-since-onset": "over-12-months",
  "course-of-condition": "progressive",
  comorbidity: "Blæreproblemer, behandlet. Ingen psykisk lidelse, ingen rus.",
  "specialist-assessed": "yes",
  "specialist-report-attached": "yes",
  "medication-list-attached": "yes",
  "interpreter-needed": "no",
  "infection-status": "none-known",
  "function-work": "Butikkmedarbeider. Sto i kassen hele dagen før, er nå 50 % sykmeldt og må sitte.",
  "function-leisure": "Gikk til hytta, tre kilometer. Kommer nå ikke lenger enn til postkassen.",
  "function-self-care": "Sønnen setter frem dusjstolen og er i huset når hun dusjer.",
  "function-mobility": "Går med stokk inne, tar pause etter 80 meter ute. Trapp bare med rekkverk på begge sider.",
  "function-mental": "Må sove en time midt på dagen.",
  "function-social": "unaffected",
  "function-change": "substantial-worsening",
  "personal-help": "some",
  goal: "Gå trappen i eget hus uten følge og til butikken, 300 meter, uten pause innen våren. Beholde halv stilling.",
  "expected-gain": "Fikk tydelig bedre balanse av seks uker med trening tre ganger i uken, og mistet den da det ble en gang.",
  motivation: "clear",
  "local-measures": ["physiotherapy", "occupational-therapy"],
  "local-measures-text": "Fysioterapi tre ganger i uken i seks uker, så en gang i uken. Ergoterapeut har satt opp rekkverk og dusjstol.",
  "local-effect": "partial",
  "why-local-not-enough": "Fysioterapeuten har ikke erfaring med spastisitet, og nærmeste nevrolog er fire timer unna.",
  "self-training": "Øvelser hjemme 20 minutter fem dager i uken, sykler innendørs to dager.",
  "individual-plan": "yes",
  "learning-course": "attended",
  "earlier-stay": "no",
  "needs-specialised-competence": "yes",
  "needs-broad-team-in-one-place": "yes",
  "needs-intensive-follow-up": "yes",
  "needs-specialised-medical-proximity": "no",
  "needs-experience-with-narrow-problems": "no",
  "needs-broad-competence": "no",
  "needs-cross-sector-work": "no",
  "needs-long-term-coordination": "yes",
  "needs-nearness-to-life-arena": "no",
  "common-condition": "no",
  "work-status": "graded-sick-leave",
  "family-situation": "Alene med sønn på 17 i hus på to etasjer.",
};

/** What decides the level, all of it no, with what is chosen. */
const level = (...chosen) => Object.fromEntries([
  "needs-specialised-competence", "needs-broad-team-in-one-place", "needs-intensive-follow-up", "needs-specialised-medical-proximity",
  "needs-experience-with-narrow-problems", "needs-broad-competence", "needs-cross-sector-work", "needs-long-term-coordination",
  "needs-nearness-to-life-arena", "common-condition",
].map((id) => [id, chosen.includes(id) ? "yes" : "no"]));

const MUNICIPAL = level("needs-broad-competence", "common-condition");
const SHARED = level("needs-broad-team-in-one-place", "needs-intensive-follow-up", "needs-broad-competence", "needs-cross-sector-work", "needs-long-term-coordination", "needs-nearness-to-life-arena", "common-condition");

/** What gives a finding of each kind, and the rule. */
const KINDS = [
  ["safety", "Viktig først", "urgent-sign-needs-emergency-care", { "diagnosis-group": "musculoskeletal", "urgent-signs-back": ["cauda-equina"] }],
  ["route", "Hører hjemme et annet sted", "emergency-not-this-way", { "acute-need": "yes" }],
  ["criterion", "Publisert vilkår eller avslagsgrunn", "respite-or-social", { purpose: "respite" }],
  ["level", "Nivå", "municipal-level-likely", MUNICIPAL],
  ["missing", "Mangler", "vague-goal", { goal: "Opptrening" }],
  ["advice", "Råd", "patient-not-informed", { "patient-informed": "no" }],
];

const MIDT = { region: "midt" };
const FINDINGS = '[data-part="findings"]';

/** Folded, unfolded, being answered and answered. */
const findings = KINDS.flatMap(([kind, said, rule, answers]) => {
  const card = `${FINDINGS} [data-kind="${kind}"] [data-rule="${rule}"]`;
  const of = (how, state, more) => ({ name: `finding-${kind}-${how}`, component: "Funn", state: `${said}, ${state}`, given: MIDT, answers, part: FINDINGS, ...more });
  const opened = async (hand) => hand.click(`${card} [data-action="reply"]`);
  return [
    of("folded", "foldet", { sees: `${card} details:not([open])` }),
    of("unfolded", "utfoldet", { reach: (hand) => hand.click(`${card} summary`), sees: `${card} details[open] .hs-sources` }),
    of("answering", "besvares", { reach: opened, sees: `${card} .hs-reply textarea` }),
  ];
});

const question = (name, state, section, id, more) => ({
  name: `question-${name}`,
  component: "Spørsmål",
  state,
  given: MIDT,
  part: `#q-${id}`,
  ...more,
  reach: async (hand) => {
    await hand.unfold(section);
    await more.reach?.(hand);
  },
});

const LETTER = '[data-part="summary"]';

/** The text unfolded, and what is done with it then. */
const letter = (name, state, more) => ({
  name: `letter-${name}`,
  component: "Henvisningsteksten",
  state,
  given: { region: "nord" },
  answers: WHOLE,
  part: LETTER,
  sees: `${LETTER} [data-part="letter"] ul`,
  ...more,
  reach: async (hand) => {
    await hand.click("#hs-letter-head");
    await hand.find(`${LETTER} [data-part="letter"]`);
    await more?.reach?.(hand);
  },
});

const order = (name, state) => letter(name, state, {
  reach: (hand) => hand.click(`[name="hs-letter-order"][value="${name}"]`),
  sees: `${LETTER} [name="hs-letter-order"][value="${name}"]:checked`,
});

const ROUTE = '[data-part="route"]';
const GUIDANCE = '[data-part="guidance"]';
const LEVEL = '[data-part="level"]';
const NOTICES = '[data-part="notices"]';
const GUIDED = { purpose: "rehabilitation", "diagnosis-group": "stroke", "time-since-onset": "3-to-12-months" };
/** Made up, published as such by Skatteetaten. */
const NUMBER = "03851598730";

export const STATES = [
  { name: "region-choice", component: "Region", state: "Velges", sees: '[data-part="region"] [data-region="midt"]' },
  { name: "form-empty", component: "Skjema", state: "Tomt", given: MIDT, sees: "#q-age-years-input" },
  {
    name: "form-begun",
    component: "Skjema",
    state: "Påbegynt, med funn",
    given: { region: "sor-ost" },
    answers: { ...GUIDED, ...SHARED, "age-years": 58, purpose: "respite", "patient-informed": "no", goal: "Opptrening" },
    reach: (hand) => hand.click('#q-acute-need input[value="no"]'),
    sees: `${FINDINGS} [data-rule="respite-or-social"]`,
  },
  {
    name: "form-all",
    component: "Skjema",
    state: "Alt på én side",
    given: { region: "midt", view: "all" },
    sees: '#hs-section-8-body [data-question="family-situation"]',
  },
  { name: "header", component: "Hode", state: "Med region, visning og «Slett alt»", given: MIDT, answers: { "age-years": 58 }, part: ".hs-header", sees: '[data-action="delete-all"]' },
  {
    name: "header-delete",
    component: "Hode",
    state: "Sletting spørres om",
    given: MIDT,
    answers: { "age-years": 58 },
    part: ".hs-header",
    reach: (hand) => hand.click('[data-action="delete-all"]'),
    sees: '[data-action="delete-confirm"]',
  },
  {
    name: "header-deleted",
    component: "Hode",
    state: "Alt er slettet",
    given: MIDT,
    answers: { "age-years": 58 },
    part: ".hs-header",
    reach: async (hand) => {
      await hand.click('[data-action="delete-all"]');
      await hand.click('[data-action="delete-confirm"]');
    },
    sees: '.hs-header [role="status"] .hs-confirm',
  },
  { name: "skip-link", component: "Hopplenker", state: "Har fokus", given: MIDT, reach: (hand) => hand.focus(".hs-skip"), sees: ".hs-skip:focus" },
  {
    name: "bar",
    component: "Linjen nederst",
    state: "Med funn",
    given: MIDT,
    answers: { purpose: "respite" },
    part: ".hs-bar",
    sees: ".hs-bar .hs-link",
  },

  question("yes-no", "Ja og nei", "situation", "acute-need", { reach: (hand) => hand.click('#q-acute-need input[value="no"]'), sees: "#q-acute-need .hs-clear" }),
  question("choice", "Ett valg", "situation", "purpose", { reach: (hand) => hand.click('#q-purpose input[value="rehabilitation"]'), sees: "#q-purpose .hs-clear" }),
  question("digits", "Ett valg, med siffer for tastaturet", "situation", "purpose", {
    reach: (hand) => hand.key('#q-purpose input[value="rehabilitation"]', "Shift"),
    sees: ".hs-keys #q-purpose input:focus",
  }),
  question("multi", "Flere valg", "local-measures", "local-measures", {
    reach: async (hand) => {
      await hand.click('#q-local-measures input[value="physiotherapy"]');
      await hand.click('#q-local-measures input[value="occupational-therapy"]');
    },
    sees: '#q-local-measures input[value="occupational-therapy"]:checked',
  }),
  question("number-error", "Tall utenfor skalaen", "situation", "age-years", {
    reach: (hand) => hand.write("#q-age-years-input", "130"),
    sees: "#q-age-years-error > span",
  }),
  question("number-other-scale", "Tall som hører til en annen skala", "function", "barthel", {
    answers: { course: "inpatient" },
    reach: (hand) => hand.write("#q-barthel-input", "60"),
    sees: "#q-barthel-error button",
  }),
  question("list", "Lang liste", "condition", "diagnosis-group", {
    reach: (hand) => hand.choose("#q-diagnosis-group-input", "progressive-neurological"),
    sees: "#q-diagnosis-group-input",
  }),
  question("text", "Fritekst med eksempel", "goals", "goal", {
    reach: (hand) => hand.write("#q-goal-input", "Gå til butikken og hjem, 300 meter, uten å hvile innen våren."),
    sees: "#q-goal-example",
  }),
  question("area", "Funksjonsområde, beskrevet", "function", "function-mobility", {
    reach: (hand) => hand.write("#q-function-mobility-input", "Går med stokk inne, tar pause etter 80 meter ute."),
    sees: "#q-function-mobility-input",
  }),
  question("area-unaffected", "Funksjonsområde, upåvirket", "function", "function-social", {
    reach: (hand) => hand.click('#q-function-social input[value="unaffected"]'),
    sees: '#q-function-social input[value="unaffected"]:checked',
  }),
  question("diagnosis-hits", "Diagnose med treff", "condition", "diagnosis", { reach: (hand) => hand.write("#q-diagnosis-text", "hjerne"), sees: "#q-diagnosis .hs-code" }),
  question("diagnosis-none", "Diagnose uten treff", "condition", "diagnosis", {
    reach: (hand) => hand.write("#q-diagnosis-text", "Ukjent tilstand"),
    sees: '#q-diagnosis .hs-codes [role="status"]:not(:empty)',
  }),
  question("diagnosis-no-system", "Kode uten kodeverk", "condition", "diagnosis", { reach: (hand) => hand.write("#q-diagnosis-code", "S06.2"), sees: "#q-diagnosis .hs-code-note" }),
  question("diagnosis-points", "Kode som peker mot en gruppe", "condition", "diagnosis", {
    reach: async (hand) => {
      await hand.write("#q-diagnosis-text", "hjerneslag");
      await hand.click("#q-diagnosis .hs-code");
    },
    sees: "#q-diagnosis .hs-codes .hs-link",
  }),
  question("stays", "To opphold", "earlier-stays", "stays", {
    answers: { "earlier-stay": "yes", stays: [{ ended: "2024-03", place: "Rehabiliteringssenter", line: "Nevrologi", "same-condition": "yes" }, { ended: "2025-01", place: "Rehabiliteringssenter", line: "Nevrologi", "same-condition": "yes" }] },
    sees: "#q-stays .hs-stay:last-of-type .hs-stay__remove",
  }),
  question("stays-wrong-month", "Opphold med feil måned", "earlier-stays", "stays", {
    answers: { "earlier-stay": "yes" },
    reach: async (hand) => {
      await hand.click("#q-stays .hs-stays__add");
      await hand.write('#q-stays .hs-stay input[id$="-ended"]', "3.25");
    },
    sees: '#q-stays .hs-stay [aria-invalid="true"]',
  }),
  {
    name: "question-prefilled",
    component: "Spørsmål",
    state: "Forhåndsutfylt",
    given: MIDT,
    context: { "age-years": 58, purpose: "rehabilitation", "work-status": "full-sick-leave" },
    part: '[data-section="situation"]',
    sees: "#q-age-years .hs-tag",
  },

  { name: "findings-none", component: "Funn", state: "Ingen så langt", given: MIDT, part: FINDINGS, sees: `${FINDINGS} .hs-calm` },
  {
    name: "findings-unknown",
    component: "Funn",
    state: "Ingen, men noe er ikke kjent",
    given: MIDT,
    answers: { course: "unknown", "acute-need": "unknown" },
    part: FINDINGS,
    sees: `${FINDINGS} .hs-calm`,
  },
  { name: "findings-ready", component: "Funn", state: "Ingen, alt er besvart", given: { region: "nord" }, answers: WHOLE, part: FINDINGS, sees: `${FINDINGS}:has(.hs-findings__left[hidden]) .hs-calm` },
  {
    name: "findings-every-kind",
    component: "Funn",
    state: "Alle slag på en gang",
    given: MIDT,
    answers: Object.assign({}, ...KINDS.map(([, , , answers]) => answers)),
    part: FINDINGS,
    sees: `${FINDINGS}${KINDS.map(([, , rule]) => `:has([data-rule="${rule}"])`).join("")} .hs-count`,
  },
  ...findings,
  {
    name: "finding-answered",
    component: "Funn",
    state: "Begrunnet",
    given: MIDT,
    answers: { purpose: "respite" },
    part: FINDINGS,
    reach: async (hand) => {
      await hand.click(`${FINDINGS} [data-action="reply"]`);
      await hand.write("#hs-reply-respite-or-social", "pasienten skal trene, og avlastningen er en del av opplegget");
    },
    sees: `${FINDINGS} .hs-card--answered .hs-tag`,
  },

  { name: "route-open", component: "Hvor henvisningen går", state: "Ikke avgjort", given: { region: "sor-ost" }, part: ROUTE, sees: `${ROUTE} [data-route="open"]` },
  { name: "route-decided", component: "Hvor henvisningen går", state: "Avgjort", given: MIDT, answers: { "acute-need": "yes" }, part: ROUTE, sees: `${ROUTE} [data-route="emergency"]` },
  {
    name: "route-address",
    component: "Hvor henvisningen går",
    state: "Med adresse, frist og klage",
    given: { region: "nord" },
    answers: WHOLE,
    part: ROUTE,
    reach: (hand) => hand.unfoldAll(ROUTE),
    sees: `${ROUTE} .hs-contact dd`,
  },

  { name: "guidance-folded", component: "Verdt å vite", state: "Foldet", given: { region: "sor-ost" }, answers: GUIDED, part: GUIDANCE, sees: `${GUIDANCE} details` },
  {
    name: "guidance-unfolded",
    component: "Verdt å vite",
    state: "Utfoldet",
    given: { region: "sor-ost" },
    answers: GUIDED,
    part: GUIDANCE,
    reach: (hand) => hand.unfoldAll(GUIDANCE),
    sees: `${GUIDANCE} details[open] .hs-sources`,
  },

  { name: "level-start", component: "Nivå", state: "Ikke begynt", given: MIDT, part: LEVEL, sees: `${LEVEL} > .hs-calm` },
  { name: "level-unclear", component: "Nivå", state: "Uavklart", given: MIDT, answers: { "needs-specialised-competence": "yes" }, part: LEVEL, sees: `${LEVEL}[data-level="unclear"] .hs-balance__body` },
  { name: "level-municipal", component: "Nivå", state: "Kommunen", given: MIDT, answers: MUNICIPAL, part: LEVEL, sees: `${LEVEL}[data-level="municipal"] .hs-balance__body` },
  { name: "level-specialist", component: "Nivå", state: "Spesialisthelsetjenesten", given: { region: "nord" }, answers: WHOLE, part: LEVEL, sees: `${LEVEL}[data-level="specialist"] .hs-balance__body` },
  {
    name: "level-shared",
    component: "Nivå",
    state: "Begge, med kilder",
    given: { region: "sor-ost" },
    answers: { ...SHARED, "diagnosis-group": "musculoskeletal" },
    part: LEVEL,
    reach: (hand) => hand.unfoldAll(LEVEL),
    sees: `${LEVEL}[data-level="shared"] .hs-balance__body`,
  },

  {
    name: "checklist",
    component: "Sjekklisten",
    state: "Utfoldet",
    given: { region: "nord" },
    answers: { "age-years": 58, purpose: "rehabilitation", goal: "Opptrening", history: "MS fra 2015, verre det siste året.", comorbidity: "unknown", "work-status": "unknown", "earlier-stay": "no", "requested-service": "stay" },
    part: '[data-part="checklist"]',
    reach: (hand) => hand.click('[data-part="checklist"] > summary'),
    sees: '[data-part="checklist"] [data-state="vague"]',
  },

  letter("empty", "Tom", { given: MIDT, answers: {}, sees: `${LETTER} [data-part="letter"] .hs-calm` }),
  order("receiver", "Mottakerens rekkefølge"),
  order("national", "Overskriftene i henvisningsmeldingen"),
  order("gp-seven", "Sju overskrifter"),
  order("municipality", "Brev til kommunen"),
  letter("not-stated", "Med det som mangler", {
    answers: { purpose: "rehabilitation", "age-years": 58, goal: "Gå til butikken uten rullator." },
    reach: (hand) => hand.click('[data-part="letter-form"] input[type="checkbox"]'),
    sees: `${LETTER} [data-part="letter-form"] input[type="checkbox"]:checked`,
  }),
  letter("identifier", "Med et fødselsnummer", { answers: { goal: `Pasienten ${NUMBER} vil gå til butikken uten rullator.` }, sees: '[data-part="identifier-warning"]' }),
  letter("copied", "Kopiert", { copies: true, reach: (hand) => hand.click('[data-action="copy"]'), sees: `${LETTER} .hs-done` }),
  letter("part-copied", "En del kopiert", { copies: true, reach: (hand) => hand.click(".hs-letter__copy"), sees: `${LETTER} .hs-done` }),
  letter("by-hand", "Kopieres for hånd", { copies: false, reach: (hand) => hand.click('[data-action="copy"]'), sees: "#hs-by-hand" }),

  {
    name: "start-refusal",
    component: "Avslag eller tekst fra før",
    state: "Avslagsgrunner med punkter",
    given: MIDT,
    answers: { "earlier-stay": "yes" },
    part: '[data-section="start"]',
    reach: async (hand) => {
      await hand.unfold("start");
      await hand.click('#q-refusal-reasons input[value="nothing-new"]');
      await hand.click('#q-refusal-reasons input[value="goal-unclear"]');
    },
    sees: '[data-part="points"] [data-point="goal"]',
  },
  {
    name: "start-paste",
    component: "Avslag eller tekst fra før",
    state: "Tekst med spor",
    given: MIDT,
    part: '[data-section="start"]',
    reach: async (hand) => {
      await hand.unfold("start");
      await hand.write("#hs-paste", "Pasient med hjerneslag i mai. Fysioterapi i kommunen to ganger i uken uten effekt. Mål: gå til butikken. Bor alene.");
    },
    sees: '[data-part="paste"] .hs-tag',
  },

  { name: "about", component: "Om", state: "Uten ansvarlig", given: MIDT, part: '[data-part="about"]', reach: (hand) => hand.click('[data-part="about"] > summary'), sees: '[data-part="about"] p' },
  {
    name: "about-provider",
    component: "Om",
    state: "Med ansvarlig",
    given: { region: "midt", provider: "Eksempelkommunen legesenter" },
    part: '[data-part="about"]',
    reach: (hand) => hand.click('[data-part="about"] > summary'),
    sees: '[data-part="about"] p',
  },

  { name: "notice-renew", component: "Meldinger", state: "Innholdet skulle vært sett over", given: { region: "midt", today: "2027-06-01" }, part: NOTICES, sees: `${NOTICES} .hs-notice` },
  { name: "notice-not-saved", component: "Meldinger", state: "Lagres ikke", given: { region: "midt", storage: "none" }, part: NOTICES, sees: `${NOTICES} .hs-notice` },
  {
    name: "notices",
    component: "Meldinger",
    state: "Flere, som kan lukkes",
    given: { region: "midt", storage: "none", today: "2027-06-01" },
    context: { "age-years": 300, "favourite-colour": "blå" },
    part: NOTICES,
    sees: `${NOTICES} > .hs-link`,
  },

  {
    name: "draft-offered",
    component: "Utkast",
    state: "Tilbudt, fra i dag",
    given: MIDT,
    draft: () => ({ region: "midt", begun: Date.now(), answers: { goal: "Gå til butikken." } }),
    part: '[data-part="draft"]',
    sees: '[data-action="continue-draft"]',
  },
  {
    name: "draft-offered-before",
    component: "Utkast",
    state: "Tilbudt, fra en annen dag",
    given: MIDT,
    draft: () => ({ region: "midt", begun: Date.now() - 3 * 24 * 60 * 60 * 1000, answers: { goal: "Gå til butikken." } }),
    part: '[data-part="draft"]',
    sees: '[data-action="continue-draft"]',
  },

  { name: "crash", component: "Feil", state: "Skjemaet stoppet", given: MIDT, answers: { purpose: "rehabilitation", goal: "Gå til butikken uten rullator." }, alone: "panic", reach: (hand) => hand.panic(), sees: ".hs-crash .hs-crash-text" },
  { name: "files-missing", component: "Feil", state: "Filene kom ikke", given: MIDT, alone: "without-files", sees: '.hs-failed [role="alert"]' },
];
