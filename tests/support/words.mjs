// The words of the build under test, as the page fetches them (core/src/content/words_file.rs tells how they are written).

import { readFileSync } from "node:fs";

function read(lang) {
  const file = readFileSync(new URL(`../../dist/words.${lang}.txt`, import.meta.url), "utf8");
  const [, keys, ...lines] = file.split("\n");
  return {
    file,
    /** The page's own texts, by key. */
    ui: Object.fromEntries(keys.split(" ").map((key, at) => [key, lines[at]])),
    /** Every text. */
    texts: lines.flatMap((line) => line.split("|")),
  };
}

/** By language. */
export const words = { nb: read("nb"), nn: read("nn"), en: read("en") };
