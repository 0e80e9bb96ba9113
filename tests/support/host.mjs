// What a host page does with the element, and what it hears of it. Opened by `pages/host.html`.

/** Runs something with the first element, in the page. */
export const element = (page, what, value) => page.locator("#hs-1").evaluate(what, value);

/** The details of the events of a type, in order. */
export const told = (page, type) => page.evaluate((type) => window.told.filter((one) => one.type === type), type);

/** Holds a file back until told how to go on: gives a function that takes `"continue"` or `"abort"`. */
export async function held(page, pattern) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route(pattern, async (route) => route[await released]());
  return release;
}
