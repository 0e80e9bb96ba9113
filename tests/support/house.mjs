// A server and a browser for one file of tests, and pages that tell everything they complain about.

import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "../server.mjs";
import { launch } from "./browser.mjs";

/** The house of a spec file: started before its tests, closed after them. */
export function house() {
  const here = { server: undefined, browser: undefined };
  before(async () => {
    here.server = await serve();
    here.browser = await launch(chromium);
  });
  after(async () => {
    await here.browser?.close();
    await here.server?.close();
  });
  async function newPage(wishes) {
    const context = await here.browser.newContext({
      baseURL: here.server.url,
      locale: "nb-NO",
      timezoneId: "Europe/Oslo",
      viewport: { width: 1366, height: 900 },
      ...wishes,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    listen(page);
    return page;
  }
  return {
    /** The server's log of requests so far. */
    get requests() {
      return here.server.requests;
    },
    get url() {
      return here.server.url;
    },
    /** A page that is kept until the house is closed. */
    page: newPage,
    /** Runs `visit` with a fresh page in a context of its own, closes it, and gives what `visit` gave. */
    async visit(wishes, visit) {
      const page = await newPage(wishes);
      try {
        return await visit(page).catch(async (error) => {
          const told = await complaints(page).catch(() => []);
          if (told.length > 0) error.message += `\nthe page complained:\n  ${told.join("\n  ")}`;
          throw error;
        });
      } finally {
        await page.context().close();
      }
    },
  };
}

/** What each page complained about: violations of its policy, errors on the console, uncaught errors. */
const COMPLAINTS = new WeakMap();

/** Everything the page has complained about so far. */
export async function complaints(page) {
  const violations = await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.hsViolations ?? [])));
  return [...COMPLAINTS.get(page), ...violations.flat()];
}

/** From now on, and for every document it loads, the page's complaints are kept. */
export function listen(page) {
  const kept = [];
  COMPLAINTS.set(page, kept);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") kept.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => kept.push(`uncaught: ${error.message}`));
  page.addInitScript(() => {
    window.hsViolations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.hsViolations.push(`policy: ${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
}
