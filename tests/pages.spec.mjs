// Hostile pages, by policy and by style: a referral is written on each, and each has something of its own to prove.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { sideways } from "./support/access.mjs";
import { HOSTS, PARTS, withHostPages } from "./support/host-pages.mjs";
import { house } from "./support/house.mjs";
import { fetched, looks, looksPlain, marks, plays, stickingOut } from "./support/plays.mjs";

const here = house();

/** What decides how large texts are and how much room they have. */
const SIZES = ["font-size", "line-height", "padding-left", "min-height", "display", "letter-spacing", "text-align"];

/** What a host's styles would bring in from outside, by inheritance. */
const INHERITED = [
  ...SIZES,
  "-webkit-text-fill-color",
  "accent-color",
  "caret-color",
  "color",
  "cursor",
  "font-family",
  "font-style",
  "font-variant-caps",
  "font-weight",
  "hyphens",
  "line-break",
  "list-style-type",
  "overflow-wrap",
  "quotes",
  "text-indent",
  "text-shadow",
  "text-transform",
  "user-select",
  "white-space",
  "word-break",
  "word-spacing",
];

/** The policy the page was served with, by directive. */
async function policy(page) {
  const response = await page.request.get(page.url());
  return Object.fromEntries(response.headers()["content-security-policy"].split("; ").map((part) => part.split(/ (.*)/)));
}

plays(here, ["Policies"], {
  "strict-csp": {
    async first({ page }) {
      const { "script-src": scripts, "style-src": styles, "default-src": rest } = await policy(page);
      assert.deepEqual([rest, scripts, styles], ["'none'", "'self' 'wasm-unsafe-eval'", "'self'"]);
    },
  },
  "trusted-types": {
    async first({ page }) {
      const given = await policy(page);
      assert.deepEqual([given["require-trusted-types-for"], given["trusted-types"]], ["'script'", "'none'"]);
    },
  },
  "no-images": {
    async last({ page, element }) {
      assert.equal((await policy(page))["img-src"], "'none'");
      await marks(element, "purpose", "respite");
    },
  },
  "other-origin": {
    async first({ page, frame }) {
      const own = new URL(page.url()).origin;
      const element = (await fetched(frame)).filter((address) => !/\/pages\/|favicon/.test(address));
      assert.ok(element.length >= 5, element.join("\n"));
      assert.deepEqual(element.filter((address) => address.startsWith(own)), []);
    },
  },
  "base-elsewhere": {
    async first({ page, frame }) {
      assert.match(await page.evaluate(() => new URL("x", document.baseURI).pathname), /^\/nowhere\//);
      assert.deepEqual((await fetched(frame)).filter((address) => address.includes("nowhere")), []);
    },
  },
  sandboxed: {
    async first({ frame, element }) {
      assert.equal(await frame.evaluate(() => self.origin), "null");
      assert.match(await element.locator('[data-part="notices"]').innerText(), /lagrer/);
    },
  },
});

plays(here, ["Styles and screens"], {
  "unset-styles": {
    async first({ page, element }) {
      await looksPlain(page, element, SIZES);
      const target = await element.locator('[data-question="purpose"] label').first().boundingBox();
      assert.ok(target.height >= 24, `what is clicked is ${target.height} px high`);
    },
  },
  "shouting-styles": {
    async first({ page, element }) {
      await looksPlain(page, element, INHERITED);
      // A line through a box goes through all text in it, and is inherited by none of it.
      assert.equal(await element.evaluate((one) => getComputedStyle(one).textDecorationLine), "none");
    },
  },
  "small-root": {
    async first({ page, element }) {
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "10px");
      await looksPlain(page, element, SIZES);
      for (const [place, look] of Object.entries(await looks(element, SIZES))) {
        if (place !== "p") assert.ok(parseFloat(look["font-size"]) >= 16, `${place} has ${look["font-size"]}`);
      }
    },
  },
  "narrow-column": {
    async last({ element }) {
      assert.equal((await element.boundingBox()).width, 320);
      assert.deepEqual(await stickingOut(element), []);
    },
  },
  "zoom-400": {
    async last({ page }) {
      assert.deepEqual(await sideways(page), { scroll: 0, out: [] });
    },
  },
  "forced-colours": {
    async last({ page, element }) {
      assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
      await marks(element, "purpose", "respite");
      const edge = (one) => getComputedStyle(one).outlineStyle;
      assert.equal(await element.locator('[data-question="purpose"] label:has(input:checked)').evaluate(edge), "solid");
    },
  },
  "right-to-left": {
    async first({ page, element }) {
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "rtl");
      const directions = (one) => [...new Set(Array.from(one.shadowRoot.querySelectorAll("*"), (at) => getComputedStyle(at).direction))];
      assert.deepEqual(await element.evaluate(directions), ["ltr"]);
    },
  },
  "dark-host": {
    async first({ page, element }) {
      assert.ok(await page.evaluate(() => matchMedia("(prefers-color-scheme: light)").matches));
      const ground = await element.locator(".hs-root").evaluate((root) => getComputedStyle(root).backgroundColor);
      const [red, green, blue] = ground.match(/\d+/g).map(Number);
      assert.ok(red + green + blue < 200, ground);
    },
  },
  "own-tokens": {
    async last({ element }) {
      const accent = "rgb(122, 31, 162)";
      const chosen = element.locator('[data-question="purpose"] label:has(input:checked)');
      assert.equal(await chosen.evaluate((label) => getComputedStyle(label).borderTopColor), accent);
      assert.equal(await chosen.locator("input").evaluate((input) => getComputedStyle(input).accentColor), accent);
    },
  },
  quirks: {
    async first({ page, element }) {
      assert.equal(await page.evaluate(() => document.compatMode), "BackCompat");
      await looksPlain(page, element, SIZES);
    },
  },
});

test("every host page is played, and there are at least twenty", async () => {
  const files = await readdir(new URL("pages/hosts/", import.meta.url));
  const pages = files.filter((file) => file.endsWith(".html")).map((file) => file.replace(".html", ""));
  assert.deepEqual(pages.sort(), [...HOSTS.map(({ name }) => name), ...PARTS].sort());
  assert.ok(HOSTS.length >= 20);
});

test("the page for integrators is fresh", async () => {
  const page = await readFile(new URL("../docs/integrators.md", import.meta.url), "utf8");
  assert.equal(page, withHostPages(page), "write it anew: node tests/write-host-pages.mjs");
  for (const { proves } of HOSTS) assert.ok(page.includes(proves), proves);
});
