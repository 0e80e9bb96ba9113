// What a test can see of the stand-alone page's worker.

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** Waits until the worker has all files and answers for the page. */
export function kept(page) {
  return page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => { navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }); });
  });
}

/** The addresses in each cache of the origin, by its name. */
export function cachesOf(page) {
  return page.evaluate(async () => {
    const all = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      all[name] = requests.map(({ url }) => new URL(url).pathname).sort();
    }
    return all;
  });
}

/** The files of the built page but its worker, as they are asked for. */
export async function files() {
  const names = (await readdir(DIST)).filter((name) => name !== "sw.js" && !name.startsWith("frame"));
  return names.map((name) => `/${name === "index.html" ? "" : name}`).sort();
}
