// Writes the section of host pages in docs/integrators.md from their table: `node tests/write-host-pages.mjs`.

import { readFile, writeFile } from "node:fs/promises";
import { withHostPages } from "./support/host-pages.mjs";

const PAGE = new URL("../docs/integrators.md", import.meta.url);
await writeFile(PAGE, withHostPages(await readFile(PAGE, "utf8")));
