// Pictures of every state of the gallery, to be looked at by people: three widths, light and dark, and what is printed.
//
// `node tests/pictures.mjs [folder]` writes them and an index.html; without a folder, into target/pictures.

import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
import { launch } from "./support/browser.mjs";
import { STATES, shown } from "./support/gallery.mjs";

const WIDTHS = [320, 768, 1366];
const SCHEMES = ["light", "dark"];
/** A4 in the pixels of a browser. */
const PAPER = { width: 794, height: 1123 };
const FOLDER = resolve(process.argv[2] ?? fileURLToPath(new URL("../target/pictures", import.meta.url)));

const file = (state, width, scheme) => `${state.name}.${width}.${scheme}.png`;

/** The component of the state as it stands on its page; the whole element when the state is of all of it. */
async function picture(page, state, width, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  const what = page.locator(state.part ? `henvisnings-stotte ${state.part}` : "henvisnings-stotte").first();
  await what.screenshot({ path: join(FOLDER, file(state, width, scheme)), animations: "disabled" });
}

/** All states at one width. The page is as high as need be, so that nothing that stays at an edge lies over the rest. */
async function atWidth(browser, baseURL, width) {
  const context = await browser.newContext({ baseURL, locale: "nb-NO", timezoneId: "Europe/Oslo", reducedMotion: "reduce", viewport: { width, height: 900 } });
  const page = await context.newPage();
  for (const state of STATES) {
    await shown(page, state.name);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(900, height) });
    for (const scheme of SCHEMES) await picture(page, state, width, scheme);
    await page.setViewportSize({ width, height: 900 });
    if (state.alone) await page.goto("about:blank");
  }
  await context.close();
}

/** What comes out on paper: the letter by its own button, and the page by the browser's. */
async function printed(browser, baseURL) {
  const context = await browser.newContext({ baseURL, locale: "nb-NO", timezoneId: "Europe/Oslo", reducedMotion: "reduce", viewport: PAPER });
  const page = await context.newPage();
  // The frame that is printed stays, so that it can be pictured.
  await page.addInitScript(() => { window.print = () => {}; });
  const names = [];
  for (const name of ["letter-receiver", "letter-municipality"]) {
    await shown(page, name);
    // High enough that the bar of the page does not lie over it.
    await page.setViewportSize({ ...PAPER, height: 6000 });
    await page.locator('[data-action="print"]').click();
    const frame = page.locator(".hs-print");
    await frame.evaluate((frame, { width, height }) => Object.assign(frame.style, { position: "static", inlineSize: `${width}px`, blockSize: `${height}px` }), PAPER);
    await page.emulateMedia({ media: "print" });
    names.push(`printed-${name}.png`);
    await frame.screenshot({ path: join(FOLDER, names.at(-1)) });
    await page.emulateMedia({ media: null });
  }
  await page.setViewportSize(PAPER);
  await shown(page, "form-begun");
  await page.emulateMedia({ media: "print" });
  names.push("printed-form-begun.png");
  await page.screenshot({ path: join(FOLDER, names.at(-1)), fullPage: true });
  await context.close();
  return names;
}

function index(papers) {
  const image = (name, width) => `<img src="${name}" alt="${name}" loading="lazy" style="max-width:${width}px">`;
  const state = (one) => `<h2 id="${one.name}">${one.component}: ${one.state}</h2>\n${SCHEMES.map((scheme) => `<p>${WIDTHS.map((width) => image(file(one, width, scheme), width)).join(" ")}</p>`).join("\n")}`;
  return `<!doctype html>
<html lang="nb">
<meta charset="utf-8">
<title>Bilder av alle tilstander</title>
<style>body { font-family: sans-serif; background: #888; } p { display: flex; gap: 1rem; align-items: start; }</style>
<h1>Bilder av alle tilstander</h1>
${STATES.map(state).join("\n")}
<h2>På papir</h2>
<p>${papers.map((name) => image(name, PAPER.width)).join(" ")}</p>
</html>
`;
}

await mkdir(FOLDER, { recursive: true });
const server = await serve();
const browser = await launch(chromium);
try {
  await Promise.all(WIDTHS.map((width) => atWidth(browser, server.url, width)));
  await writeFile(join(FOLDER, "index.html"), index(await printed(browser, server.url)));
  console.log(`${STATES.length} states in ${FOLDER}`);
} finally {
  await browser.close();
  await server.close();
}
