// A whole referral in Helse Midt-Norge by mouse, with the keyboard for words: from the empty page to the clipboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answer, assertOnceInOrder, click, control, copied, doesNotFind, effort, finding, finds, open, question, summary, unfold, write, writeInto,
} from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";

const here = house();

/** What is typed, in the order of the letter to this receiver: `content/layouts.toml`, `lead`, then `receiver` of `midt`. */
const TYPED = [
  ["diagnosis", "Følgetilstand etter hjerneslag"],
  ["new-factors-text", "Ny spastisitet i høyre arm og tre fall siden august."],
  ["local-measures-text", "Fysioterapi to ganger i uken siden januar, ergoterapeut i hjemmet."],
  ["goal", "Gå alene til butikken, 400 meter, innen sommeren."],
  ["why-local-not-enough", "Kommunen mangler logoped og tverrfaglig team med erfaring fra hjerneslag."],
  ["self-training", "Går tur med rullator hver dag."],
  ["function-work", "Har ikke kunnet gå tilbake til arbeidet som snekker."],
  ["function-mobility", "Går 50 meter innendørs, har falt tre ganger siden august."],
  ["function-social", "Trekker seg fra kortklubben fordi ordene ikke kommer."],
  ["history", "Infarkt i venstre hjernehalvdel i mars 2024."],
  ["findings", "Høyresidig kraftsvikt grad 4, afasi av lett grad."],
  ["expected-gain", "Tryggere gange og bedre språk med intensiv trening."],
  ["follow-up-since", "Fulgt opp av kommunens rehabiliteringsteam i seks måneder."],
  ["family-situation", "Bor med ektefelle, to voksne barn i nærheten."],
  ["comorbidity", "Hypertensjon, velregulert."],
];
const words = Object.fromEntries(TYPED);

test("a whole referral in Midt, from the empty page to the clipboard", async (t) => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });

    await answer(page, "age-years", 58);
    await answer(page, "course", "not-in-course");
    await answer(page, "acute-need", "no");
    await answer(page, "purpose", "rehabilitation");
    await answer(page, "requested-service", "stay");
    await answer(page, "patient-informed", "yes");

    await answer(page, "diagnosis", { text: words.diagnosis, code: "K90", system: "icpc-2" });
    await answer(page, "diagnosis-group", "stroke");
    await answer(page, "main-problem-mental-or-substance", "no");
    await answer(page, "history", words.history);
    await answer(page, "findings", words.findings);
    await answer(page, "time-since-onset", "over-12-months");
    await answer(page, "course-of-condition", "fluctuating");
    await answer(page, "urgent-signs-brain", ["none"]);
    await answer(page, "circumstances-neuro", ["more-self-reliant", "work-ability"]);
    await answer(page, "comorbidity", words.comorbidity);
    await answer(page, "specialist-assessed", "yes");
    await answer(page, "specialist-report-attached", "yes");
    await answer(page, "medication-list-attached", "yes");
    await answer(page, "interpreter-needed", "no");
    await answer(page, "infection-status", "none-known");

    await answer(page, "function-work", words["function-work"]);
    await answer(page, "function-leisure", "unaffected");
    await answer(page, "function-self-care", "unaffected");
    await answer(page, "function-mobility", words["function-mobility"]);
    await answer(page, "function-mental", "unaffected");
    await answer(page, "function-social", words["function-social"]);
    await answer(page, "function-change", "substantial-worsening");
    await answer(page, "personal-help", "some");

    // A vague goal is told when the doctor has left it, and the finding leads back to it.
    await answer(page, "goal", "Opptrening");
    assert.equal(await finding(page, "vague-goal").count(), 0, "words are not judged while they are being written");
    await answer(page, "expected-gain", words["expected-gain"]);
    await finds(page, "vague-goal");
    await click(page, finding(page, "vague-goal").locator('[data-action="go-to-question"]'));
    await control(page, "goal").and(page.locator(":focus")).waitFor();
    await writeInto(page, control(page, "goal"), words.goal);
    await answer(page, "motivation", "clear");
    await doesNotFind(page, "vague-goal");

    await answer(page, "local-measures", ["physiotherapy", "occupational-therapy"]);
    await answer(page, "local-measures-text", words["local-measures-text"]);
    await answer(page, "local-effect", "partial");
    await answer(page, "why-local-not-enough", words["why-local-not-enough"]);
    await answer(page, "self-training", words["self-training"]);
    await answer(page, "individual-plan", "yes");

    // Flagship 1: an earlier stay and nothing new is found, and a new factor clears it.
    await answer(page, "earlier-stay", "yes");
    await listStay(page, "05.2024", "St. Olavs hospital", "Slagrehabilitering");
    await answer(page, "next-leg-of-planned-programme", "no");
    assert.equal(await finding(page, "repeated-stays-no-new-factors").count(), 0, "unknown is not no");
    await answer(page, "new-factors", ["none"]);
    await finds(page, "repeated-stays-no-new-factors");
    await answer(page, "new-factors", ["substantial-worsening"]);
    await doesNotFind(page, "repeated-stays-no-new-factors");
    await answer(page, "new-factors-text", words["new-factors-text"]);
    await answer(page, "follow-up-since", words["follow-up-since"]);
    await answer(page, "last-discharge-summary-attached", "yes");

    // Flagship 2: needs that point to the municipality are found, and the need for special competence turns it.
    await answer(page, "needs-specialised-competence", "no");
    for (const factor of ["broad-team-in-one-place", "intensive-follow-up", "specialised-medical-proximity", "experience-with-narrow-problems"]) {
      await answer(page, `needs-${factor}`, "no");
    }
    assert.equal(await finding(page, "municipal-level-likely").count(), 0, "unknown is not no");
    await answer(page, "needs-broad-competence", "yes");
    await finds(page, "municipal-level-likely");
    await answer(page, "needs-cross-sector-work", "no");
    await answer(page, "needs-long-term-coordination", "yes");
    await answer(page, "needs-nearness-to-life-arena", "no");
    await answer(page, "common-condition", "no");
    await answer(page, "needs-specialised-competence", "yes");
    await doesNotFind(page, "municipal-level-likely");
    await answer(page, "needs-intensive-follow-up", "yes");
    await answer(page, "needs-broad-team-in-one-place", "yes");
    await page.locator('[data-part="level"][data-level="specialist"]').waitFor();

    await answer(page, "work-status", "full-sick-leave");
    await answer(page, "family-situation", words["family-situation"]);

    const shown = await summary(page);
    for (const [, sentence] of TYPED) assert.ok(shown.includes(sentence), `the letter shows «${sentence}»`);
    const letter = await copied(page);
    assertOnceInOrder(letter, TYPED.map(([, sentence]) => sentence));
    assert.match(letter, /St\. Olavs hospital/);
    assert.ok(letter.trimEnd().split("\n\n").at(-1).startsWith("Vedlegg\n"), "the attachments come last");
    for (const title of await findingTitles(page)) assert.ok(!letter.includes(title), `the tool's «${title}» stays out of the letter`);
    assert.deepEqual(await complaints(page), []);

    const { clicks, presses, characters, answers } = effort(page);
    t.diagnostic(`effort, Midt by mouse: ${answers} answers, ${clicks} clicks, ${presses} key presses, ${characters} typed characters`);
  });
});

async function listStay(page, ended, place, line) {
  await unfold(page, "stays");
  const stays = question(page, "stays");
  await click(page, stays.locator(".hs-stays__add"));
  const row = stays.locator(".hs-stay").last();
  await row.locator('input[type="text"]').first().and(page.locator(":focus")).waitFor();
  await write(page, ended);
  await writeInto(page, row.locator('input[type="text"]').nth(1), place);
  await writeInto(page, row.locator('input[type="text"]').nth(2), line);
  await click(page, row.locator("label", { has: page.locator('input[value="yes"]') }).first());
}

function findingTitles(page) {
  return page.locator('[data-part="findings"] .hs-card__title').allInnerTexts();
}
