// The words of the build under test, as the page fetches them (core/src/content/words_file.rs tells how they are written).

import { readFileSync } from "node:fs";

function read(lang) {
  const file = readFileSync(new URL(`../../dist/words.${lang}.txt`, import.meta.url), "utf8");
  const lines = file.split("\n").slice(1);
  // The texts stand in the order of their keys, those of a crash first (core/build.rs).
  const content = readFileSync(new URL(`../../content/ui/${lang}.toml`, import.meta.url), "utf8");
  const late = (key) => (key.startsWith("crash-") ? 0 : 1);
  const keys = [...content.matchAll(/^([a-z0-9-]+)\s*=/gm)].map(([, key]) => key).sort((a, b) => late(a) - late(b) || (a < b ? -1 : 1));
  return {
    file,
    /** The page's own texts, by key. */
    ui: Object.fromEntries(keys.map((key, at) => [key, lines[at]])),
    /** Every text. */
    texts: lines.flatMap((line) => line.split("|")),
  };
}

/** By language. */
export const words = { nb: read("nb"), nn: read("nn"), en: read("en") };
