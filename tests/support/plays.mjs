// The host pages of some groups, each played by a test of its own that says what the page proves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { GROUPS } from "./host-pages.mjs";
import { visitHost } from "./visit.mjs";

/** A test a page: `plays` has, by the page's name, what is done and seen there besides the referral. */
export function plays(here, groups, plays) {
  const hosts = GROUPS.filter(([group]) => groups.includes(group)).flatMap(([, hosts]) => hosts);
  for (const host of hosts) {
    test(`${host.name}: ${host.proves}`, async () => {
      assert.ok(plays[host.name], "what the page proves is asserted");
      await here.visit(host.wishes ?? {}, (page) => visitHost(page, host, plays[host.name]));
    });
  }
}

/** How the texts of the element look, by the properties that reach in from outside: for what stands in each of these places. */
export function looks(element, properties) {
  return element.evaluate((one, properties) => {
    const asked = '[data-question="purpose"]';
    const places = [".hs-app", "h2", `${asked} legend`, `${asked} label`, "#q-age-years-input", "button", "p"];
    const look = (at) => {
      const style = getComputedStyle(at);
      return Object.fromEntries(properties.map((property) => [property, style.getPropertyValue(property)]));
    };
    return Object.fromEntries(places.map((place) => [place, look(one.shadowRoot.querySelector(place))]));
  }, properties);
}

/** Asserts that the element's texts look as they do on the plainest page there is. */
export async function looksPlain(page, element, properties) {
  const plain = await page.context().newPage();
  await plain.goto("/pages/hosts/strict-csp.html");
  const other = plain.locator("henvisnings-stotte");
  await other.locator('[data-question="purpose"]').waitFor();
  const [now, usual] = [await looks(element, properties), await looks(other, properties)];
  await plain.close();
  const differ = Object.entries(now).flatMap(([place, look]) => Object.entries(look)
    .filter(([property, value]) => value !== usual[place][property])
    .map(([property, value]) => `${place} has ${property} ${value}, not ${usual[place][property]}`));
  assert.deepEqual(differ, []);
}

/** What sticks out of the element to the side, or is wider than it. */
export function stickingOut(element) {
  return element.evaluate((one) => {
    const { left, right } = one.getBoundingClientRect();
    return [...one.shadowRoot.querySelectorAll("*")].filter((at) => {
      const box = at.getBoundingClientRect();
      const seen = at.checkVisibility() && getComputedStyle(at).clipPath === "none" && box.width >= 2;
      return seen && (box.left < left - 1 || box.right > right + 1);
    }).map((at) => `${at.localName}.${at.className}`);
  });
}

/** Asserts that it is seen which of the options of a question is chosen: its control looks otherwise than the others, which look alike. */
export async function marks(element, id, chosen) {
  const controls = element.locator(`[data-question="${id}"] input`);
  const pictures = { chosen: [], others: [] };
  for (const control of await controls.all()) {
    const place = (await control.inputValue()) === chosen ? "chosen" : "others";
    pictures[place].push((await control.screenshot({ animations: "disabled" })).toString("base64"));
  }
  assert.equal(pictures.chosen.length, 1);
  assert.ok(pictures.others.length > 1);
  assert.ok(!pictures.others.includes(pictures.chosen[0]), "the mark is seen");
}

/** The addresses of everything the document fetched. */
export function fetched(frame) {
  return frame.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
}
