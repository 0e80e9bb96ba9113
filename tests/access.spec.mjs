// WCAG 2.2 AA as far as axe sees, in every state, language and scheme; and what axe cannot see.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, click, control, effort, finding, finds, open, press, question, ready, speak, summary } from "./support/doctor.mjs";
import { complaints, house } from "./support/house.mjs";
import { focus, tabTo } from "./support/keyboard.mjs";

const here = house();
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The states of `refer`, each reached from the one before as a doctor does. */
const STATES = {
  empty: async (page) => open(page, { path: "/" }),
  "region chosen": async (page) => click(page, page.locator('[data-region="midt"]')),
  filled: async (page) => {
    await answer(page, "age-years", 58);
    await answer(page, "course", "inpatient");
    await answer(page, "diagnosis-group", "stroke");
    await answer(page, "local-measures", ["physiotherapy"]);
    await answer(page, "goal", "Opptrening");
    await answer(page, "earlier-stay", "yes");
    await click(page, question(page, "stays").locator(".hs-stays__add"));
    await answer(page, "next-leg-of-planned-programme", "no");
    await answer(page, "new-factors", ["none"]);
  },
  "an error in a number": async (page) => answer(page, "barthel", 60),
  "findings open": async (page) => {
    await finds(page, "repeated-stays-no-new-factors");
    for (const more of await page.locator('[data-part="findings"] details').all()) await click(page, more.locator("summary"));
    await click(page, finding(page, "repeated-stays-no-new-factors").locator('[data-action="reply"]'));
  },
  "identity number in the text": async (page) => answer(page, "expected-gain", "03851598730 vil gå."),
  summary: async (page) => summary(page),
  "about to delete": async (page) => click(page, page.locator('[data-action="delete-all"]')),
  "draft offered": async (page) => {
    await page.reload();
    await ready(page);
    await page.locator('[data-part="draft"]').waitFor();
  },
};

async function axe(page, state) {
  // Only what is wrong is worked out in full; there are no frames to look into.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly: STANDARDS, resultTypes: ["violations"] });
  const { violations } = await builder.analyze();
  const told = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${state}: ${id} (${help}) at ${node.target.flat().join(" ")}: ${node.failureSummary}`));
  assert.deepEqual(told, []);
}

for (const scheme of ["light", "dark"]) {
  for (const lang of ["nb", "nn", "en"]) {
    test(`axe finds nothing in any state, ${lang}, ${scheme}`, async () => {
      await here.visit({ colorScheme: scheme }, async (page) => {
        for (const [state, reach] of Object.entries(STATES)) {
          await reach(page);
          // The page's own language is bokmål; a change of language would fold what a state has unfolded.
          if (state === "empty" || state === "draft offered") await speak(page, lang);
          await axe(page, state);
        }
      });
    });
  }
}

test("axe finds nothing where the engine does not come", async () => {
  await here.visit({}, async (page) => {
    await page.route("**/hs_engine_bg.wasm", (route) => route.abort());
    await page.goto("/");
    await page.getByRole("alert").waitFor();
    await axe(page, "failed");
  });
});

test("the findings are announced in one short sentence, when the doctor has paused", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    const announcer = page.locator('[data-part="announcer"]');
    assert.equal(await announcer.getAttribute("aria-live"), "polite");
    await answer(page, "purpose", "respite");
    await announcer.filter({ hasText: /1 funn, 1 nytt/ }).waitFor({ state: "attached" });
    await answer(page, "purpose", "rehabilitation");
    await announcer.filter({ hasText: /Ingen funn/ }).waitFor({ state: "attached" });
    assert.ok((await announcer.textContent()).length < 120);
  });
});

/** How far the page can be scrolled to the side, and what sticks out of it. */
function sideways(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [];
    const visit = (root) => {
      for (const one of root.querySelectorAll("*")) {
        const box = one.getBoundingClientRect();
        const hidden = getComputedStyle(one).clipPath !== "none" || box.width < 2;
        if (!hidden && box.right > width + 1) out.push(`${one.tagName.toLowerCase()}.${one.className} to ${Math.round(box.right)}`);
        if (one.shadowRoot) visit(one.shadowRoot);
      }
    };
    visit(document);
    return { scroll: document.documentElement.scrollWidth - width, out: out.slice(0, 8) };
  });
}

for (const [what, wishes] of [["in a column of 320 px", { viewport: { width: 320, height: 640 } }], ["at 400 % zoom", { viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 }]]) {
  test(`${what} nothing is lost and nothing scrolls to the side`, async () => {
    await here.visit(wishes, async (page) => {
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        assert.deepEqual(await sideways(page), { scroll: 0, out: [] }, state);
      }
      assert.deepEqual(await complaints(page), []);
    });
  });
}

test("with the keyboard alone the focus is always seen, goes in reading order and comes round", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    await answer(page, "purpose", "respite");
    await page.locator("#hs-title").evaluate((title) => title.focus());
    const places = [];
    for (let time = 0; time < 200; time += 1) {
      await press(page, "Tab");
      const at = await focus(page);
      if (!at.tag || at.tag === "body") break;
      const seen = await seenFocus(page);
      assert.ok(seen.outlined, `${at.tag} ${at.id || at.question || at.action} shows its focus`);
      assert.ok(!seen.covered, `${at.tag} ${at.id || at.question || at.action} is covered by ${seen.covered}`);
      places.push(seen.place);
    }
    assert.ok(places.length > 20, `only ${places.length} stops`);
    assert.deepEqual(places, [...places].sort((a, b) => a - b), "stops come in the order of the document");
  });
});

/** Whether the focused element shows it, what covers it, and where it comes in the document. */
function seenFocus(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const shown = [at, at.closest("label"), at.parentElement].filter(Boolean);
    const outlined = shown.some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    });
    const box = (at.closest("label") ?? at).getBoundingClientRect();
    const root = at.getRootNode();
    const top = root.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
    const own = top && ((at.closest("label") ?? at).contains(top) || top.contains(at));
    const all = [...root.querySelectorAll("*")];
    return { outlined, covered: own ? "" : `${top?.tagName}.${top?.className}`, place: all.indexOf(at) };
  });
}

test("a finding is answered and its question reached by keyboard, and the focus is never lost", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    await answer(page, "purpose", "respite");
    await finds(page, "respite-or-social");
    await tabTo(page, (at) => at.action === "reply", "the reply");
    await press(page, "Enter");
    await page.locator("#hs-reply-respite-or-social:focus").waitFor();
    await page.keyboard.type("pasienten trenger trening");
    const letter = await summary(page);
    assert.match(letter, /Formål: Vurdert særskilt: pasienten trenger trening/);
    const title = await finding(page, "respite-or-social").locator(".hs-card__title").evaluate((one) => one.firstChild.textContent);
    assert.ok(!letter.includes(title), "the title of the finding is the tool's, not the doctor's");
    await page.locator("#hs-reply-respite-or-social").focus();
    await press(page, "Tab");
    await press(page, "Enter");
    await finding(page, "respite-or-social").locator('[data-action="reply"]:focus').waitFor();
    assert.ok(!(await summary(page)).includes("Vurdert"));
    assert.equal(effort(page).clicks > 0, true);
  });
});

test("forced colours and reduced motion leave everything usable", async () => {
  await here.visit({ forcedColors: "active", reducedMotion: "reduce" }, async (page) => {
    await open(page, { region: "midt" });
    await answer(page, "purpose", "respite");
    await finds(page, "respite-or-social");
    const border = await control(page, "age-years").evaluate((one) => getComputedStyle(one).borderTopStyle);
    assert.equal(border, "solid");
  });
});

test("the focus that a shortcut brings is seen, and a digit chooses only where it stands", async () => {
  await here.visit({}, async (page) => {
    await open(page, { region: "midt" });
    await answer(page, "age-years", 50);
    const onChoice = () => page.evaluate(() => Boolean(document.querySelector("henvisnings-stotte").shadowRoot.activeElement?.closest(".hs-chip")));
    for (let time = 0; time < 9 && !(await onChoice()); time += 1) {
      await press(page, "Control+Enter");
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    const at = () => page.evaluate(() => {
      const focused = document.querySelector("henvisnings-stotte").shadowRoot.activeElement;
      const chip = focused.closest(".hs-chip");
      return { id: focused.closest("[data-question]")?.dataset.question, outline: chip && getComputedStyle(chip).outlineStyle, digit: chip && getComputedStyle(chip, "::after").content };
    });
    const { id, outline, digit } = await at();
    assert.equal(outline, "solid", `the focus on ${id}`);
    assert.match(digit, /counter|1/);
    await press(page, "2");
    const chosen = await question(page, id).locator("input:checked").getAttribute("value");
    const second = await question(page, id).locator("input").nth(1).getAttribute("value");
    assert.equal(chosen, second);
    await press(page, "0");
    assert.equal(await question(page, id).locator("input:checked").getAttribute("value"), "unknown");
    await press(page, "Enter");
    await page.waitForFunction((before) => {
      const focused = document.querySelector("henvisnings-stotte").shadowRoot.activeElement;
      return focused?.closest("[data-question]") && focused.closest("[data-question]").dataset.question !== before;
    }, id);
    // In words and numbers a digit is a digit.
    await answer(page, "goal", "Gå 2 kilometer.");
    assert.equal(await page.locator("#q-goal-input").inputValue(), "Gå 2 kilometer.");
    // With the mouse the digits are out of the way.
    await page.locator("#hs-title").click();
    assert.equal(await page.locator(".hs-keys").count(), 0);
  });
});
