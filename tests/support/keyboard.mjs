// The same doctor with the mouse out of reach.

import assert from "node:assert/strict";
import { chooseByLetters, effort, press, question, write } from "./doctor.mjs";

/** Where the focus is, through all shadow roots: the question, and what kind of control. */
export function focus(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return {
      question: at?.closest?.("[data-question]")?.dataset.question,
      id: at?.id ?? "",
      tag: at?.tagName.toLowerCase(),
      type: at?.type ?? "",
      value: at?.value ?? "",
      action: at?.dataset?.action ?? "",
      region: at?.dataset?.region ?? "",
      inStay: Boolean(at?.closest?.(".hs-stay")),
    };
  });
}

/** Presses Tab until the focus fits; fails when it comes round without having fitted. A focus that the last key moves is waited for: a
 * doctor sees where it is before going on. */
export async function tabTo(page, fits, what) {
  await settledFocus(page);
  for (let time = 0; time < 400; time += 1) {
    if (fits(await focus(page))) return;
    await press(page, "Tab");
  }
  assert.fail(`Tab never came to ${what}`);
}

/** Goes with Control and Enter from open question to open question, and answers those the doctor knows. */
export async function answerAsOffered(page, known) {
  const left = new Map(Object.entries(known));
  const passedOver = new Set();
  while (left.size > 0) {
    await next(page);
    const { question: offered, id } = await settledFocus(page);
    if (!offered) assert.fail(`offered ${id || "nothing"} while these are left: ${[...left.keys()].join(", ")}`);
    if (left.has(offered)) {
      await answerHere(page, offered, left.get(offered));
      left.delete(offered);
      passedOver.clear();
    } else {
      assert.ok(!passedOver.has(offered), `came round; these were never offered: ${[...left.keys()].join(", ")}`);
      passedOver.add(offered);
    }
  }
}

/** Goes to the next open question: on a choice with Enter alone. */
export async function next(page) {
  const { type, question, inStay } = await focus(page);
  // Within a stay there is more to say before the next question.
  await press(page, question && !inStay && ["radio", "checkbox"].includes(type) ? "Enter" : "Control+Enter");
}

/** The page moves the focus when it has drawn: two frames later it is there. */
async function settledFocus(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return focus(page);
}

/** Answers the question that has the focus on its first control. */
export async function answerHere(page, id, value) {
  effort(page).answers += 1;
  const { tag, type } = await focus(page);
  if (tag === "select") return chooseByLetters(page, id, value);
  if (type === "radio" || (type === "checkbox" && Array.isArray(value))) return chooseByDigits(page, id, [value].flat());
  if (Array.isArray(value)) return listStays(page, id, value);
  if (typeof value === "object") return writeDiagnosis(page, id, value);
  if (value === "unaffected" || value === "unknown") return tick(page, id, [value]);
  await write(page, String(value));
}

/** A digit chooses where the focus is: 1 the first, 0 the last. Beyond the ninth the arrows, or Tab and Space, do. */
async function chooseByDigits(page, id, values) {
  const options = await question(page, id).locator(".hs-chip > input").evaluateAll((all) => all.map(({ value, type }) => ({ value, type })));
  for (const value of values) {
    const place = options.findIndex((option) => option.value === value);
    assert.ok(place >= 0, `${id} offers ${options.map((option) => option.value).join(", ")}, not ${value}`);
    if (place === options.length - 1) await press(page, "0");
    else if (place < 9) await press(page, String(place + 1));
    else await tick(page, id, [value]);
  }
}

async function tick(page, id, values) {
  for (const value of values) {
    await tabTo(page, (at) => at.question === id && at.type === "checkbox" && at.value === value, `${value} of ${id}`);
    await press(page, "Space");
  }
}

async function writeDiagnosis(page, id, { text, code, system }) {
  await tabTo(page, (at) => at.id === `q-${id}-text`, `the words of ${id}`);
  await write(page, text);
  await press(page, "Tab");
  await write(page, code);
  await press(page, "Tab");
  await press(page, system === "icpc-2" ? "Space" : "ArrowDown");
}

/** Each stay: a button brings a row with the focus in its first control. */
async function listStays(page, id, stays) {
  for (const stay of stays) {
    await tabTo(page, (at) => at.question === id && at.tag === "button" && at.id === "", `the button that adds to ${id}`);
    await press(page, "Enter");
    await settledFocus(page);
    await write(page, stay.ended);
    await press(page, "Tab");
    await write(page, stay.place);
    await press(page, "Tab");
    await write(page, stay.line);
    await press(page, "Tab");
    await press(page, "Space");
  }
}
