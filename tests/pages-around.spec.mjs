// Hostile pages, by what they do with the element and how they load it: a referral is written on each, and each has something of its own.

import assert from "node:assert/strict";
import { control, press, unfold, within, writeInto } from "./support/doctor.mjs";
import { house } from "./support/house.mjs";
import { fetched, plays } from "./support/plays.mjs";
import { GOAL } from "./support/visit.mjs";

const here = house();

/** The page's own text, which stands until the form does. */
const ownText = (page) => page.getByText("Sjekkliste: mål, funksjon, tiltak i kommunen.");

/** What the page writes on the console, from now on. */
function notes(page) {
  const written = [];
  page.on("console", (message) => written.push(message.text()));
  return written;
}

/** How many times a file was fetched. */
const times = async (frame, file) => (await fetched(frame)).filter((address) => address.includes(file)).length;

plays(here, ["The document around it"], {
  "nested-shadow-roots": {
    async last({ page, element }, { lang }) {
      assert.equal(await element.evaluate((one) => [...document.querySelectorAll("henvisnings-stotte")].includes(one)), false);
      assert.equal(lang, "en");
      assert.equal(await page.evaluate(() => window.told.filter(({ type }) => type === "hs-summary").length), 1, "heard on the window");
    },
  },
  "ten-elements": {
    async last({ page }) {
      const all = await page.locator("henvisnings-stotte").all();
      for (const [place, one] of all.entries()) await writeInto(within(page, one), control(one, "age-years"), String(50 + place));
      const answers = await page.locator("henvisnings-stotte").evaluateAll((all) => all.map((one) => one.answers));
      assert.deepEqual(answers.map((one) => one["age-years"]), [50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
      assert.deepEqual(answers.map((one) => one.goal), [GOAL, ...Array(9).fill(undefined)]);
      await page.waitForFunction(() => sessionStorage.length === 10);
      const drafts = await page.evaluate(() => Object.values({ ...sessionStorage }).map((draft) => JSON.parse(draft).answers["age-years"]));
      assert.deepEqual(drafts.sort(), [50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
    },
  },
  moved: {
    async midway({ page, element, words, before }) {
      const caret = () => words.evaluate((area) => [area.selectionStart, area.selectionEnd, area.value]);
      await words.evaluate((area) => area.setSelectionRange(3, 6));
      await element.evaluate((one) => document.querySelector("#there").append(one));
      assert.deepEqual(await caret(), [3, 6, before]);
      await words.focus();
      assert.deepEqual(await caret(), [3, 6, before]);
      // A move that the browser knows for one keeps the focus too.
      await element.evaluate((one) => document.querySelector("#here").moveBefore(one, null));
      assert.deepEqual(await caret(), [3, 6, before]);
      assert.ok(await words.evaluate((area) => area.getRootNode().activeElement === area));
      await press(page, "End");
    },
    async last({ told }) {
      assert.equal((await told("hs-ready")).length, 1, "moved is not started anew");
    },
  },
  "taken-out": {
    async midway({ page, element, doctor, words, before }) {
      await element.evaluate((one) => {
        window.kept = one;
        one.remove();
      });
      await page.waitForFunction(() => !window.kept.shadowRoot.querySelector(".hs-root"));
      await page.evaluate(() => document.querySelector("#here").append(window.kept));
      await element.locator(".hs-app").waitFor();
      await unfold(doctor, "goal");
      assert.equal(await words.inputValue(), before);
      await words.click();
      await press(page, "End");
    },
  },
  "in-a-form": {
    async first({ page, element }) {
      await writeInto(within(page, element), control(element, "age-years"), "58");
      const submitted = here.requests.length;
      await press(page, "Enter");
      await page.waitForFunction(() => document.activeElement.answers["age-years"] === 58);
      assert.deepEqual(here.requests.slice(submitted).filter(({ method }) => method === "POST"), []);
    },
    async last({ page }, { text }) {
      const sent = page.waitForRequest((request) => request.method() === "POST");
      // The frame said so before too: it is the answer when it has come anew.
      const came = page.waitForEvent("framenavigated");
      await page.getByRole("button", { name: "Send", exact: true }).click();
      const form = new URLSearchParams((await sent).postData());
      assert.deepEqual([...form.keys()], ["case", "letter"]);
      assert.equal(form.get("letter").replaceAll("\r\n", "\n").trim(), text.trim());
      await (await came).waitForLoadState();
      await page.frameLocator("iframe").getByText("Mottatt.").waitFor();
    },
  },
  "disabled-fieldset": {
    async last({ page }) {
      assert.deepEqual(await page.evaluate(() => [...new FormData(document.querySelector("form")).keys()]), []);
    },
  },
  "late-region": {
    async first({ page, element, told }) {
      await element.locator('[data-part="region"]').waitFor();
      await element.evaluate((one) => { one.answers = { "referrer-role": "gp" }; });
      await element.evaluate((one) => one.setAttribute("region", "midt"));
      await element.locator('[data-question="purpose"]').waitFor();
      assert.deepEqual(await element.evaluate((one) => one.answers), { "referrer-role": "gp" });
      await page.waitForFunction(() => window.told.some(({ type, detail }) => type === "hs-change" && detail.region === "midt"));
      assert.deepEqual(await told("hs-error"), []);
    },
  },
  framing: {
    async loads({ page, letGo }) {
      await page.route("**/frame-origins.json", (route) => route.fulfill({ json: [here.url] }));
      letGo("continue");
    },
    async last({ page, frame }, { text }) {
      assert.notEqual(await frame.evaluate(() => self.origin), new URL(page.url()).origin);
      await page.waitForFunction(() => window.heard.some(({ type }) => type === "hs-summary"));
      const letters = await page.evaluate(() => window.heard.filter(({ type }) => type === "hs-summary").map(({ detail }) => detail.text));
      assert.deepEqual(letters, [text]);
    },
  },
  react: {
    async first({ page, element }) {
      assert.deepEqual(await element.evaluate((one) => one.answers), { "age-years": 57, "referrer-role": "gp" });
      assert.match(await element.locator('[data-question="age-years"]').innerText(), /Forhåndsutfylt/);
      await page.evaluate(() => { window.first = document.querySelector("henvisnings-stotte"); });
    },
    async last({ page, element }, { text }) {
      await page.locator("#taken").getByText(GOAL).waitFor();
      assert.equal((await page.locator("#taken").textContent()).trim(), text.trim());
      const isSame = await page.evaluate(() => window.first === document.querySelector("henvisnings-stotte"));
      assert.ok(isSame, "the same element is drawn again");
      const kept = await element.evaluate((one) => one.answers);
      assert.deepEqual([kept.goal, kept["referrer-role"], kept["age-years"]], [GOAL, "gp", 58], "the doctor's own answer stands");
    },
  },
});

plays(here, ["Loading"], {
  "two-versions": {
    async loads(seen) {
      seen.notes = notes(seen.page);
      seen.letGo("continue");
    },
    async first({ page, frame, notes }) {
      const said = notes.find((note) => note.includes("defined already"));
      assert.ok(said?.includes("/panic/henvisningsstotte.js"), notes.join("\n"));
      assert.equal(await page.locator("henvisnings-stotte").evaluate((one) => one.shadowRoot.querySelectorAll(".hs-root").length), 1);
      assert.equal(await times(frame, "/panic/hs_engine"), 0, "the second version fetches nothing");
    },
  },
  "loaded-twice": {
    async first({ element, frame, told }) {
      assert.equal(await element.evaluate((one) => one.shadowRoot.querySelectorAll(".hs-root").length), 1);
      assert.equal(await times(frame, "hs_engine_bg.wasm"), 1);
      assert.equal((await told("hs-ready")).length, 1);
    },
  },
  "slow-engine": {
    async loads(seen) {
      await ownText(seen.page).waitFor();
      await seen.page.waitForFunction(() => customElements.get("henvisnings-stotte"));
      await seen.element.evaluate((one) => {
        one.context = { "referrer-role": "gp" };
        window.early = one.summary();
      });
      assert.ok(await ownText(seen.page).isVisible());
      seen.letGo("continue");
    },
    async first({ page, element }) {
      assert.equal(await ownText(page).isVisible(), false);
      assert.match(await page.evaluate(() => window.early), /^Henvisning/);
      assert.deepEqual(await element.evaluate((one) => one.answers), { "referrer-role": "gp" });
    },
  },
  "engine-fails": {
    complains: ["console error: Failed to load resource: net::ERR_FAILED"],
    async loads({ page, letGo, told }) {
      letGo("abort");
      await page.getByRole("alert").filter({ hasText: "Skjemaet kunne ikke lastes" }).waitFor();
      assert.ok(await ownText(page).isVisible());
      assert.deepEqual((await told("hs-error")).map(({ code }) => code), ["load"]);
      await page.unroute("**/hs_engine_bg.wasm");
      await page.locator("#again").click();
    },
    async first({ page }) {
      assert.equal(await ownText(page).isVisible(), false);
    },
  },
});
