// The words of the build under test, as the page fetches them.

import { readFileSync } from "node:fs";

const read = (lang) => JSON.parse(readFileSync(new URL(`../../dist/words.${lang}.json`, import.meta.url), "utf8"));

/** By language. */
export const words = { nb: read("nb"), nn: read("nn"), en: read("en") };
