// Writes docs/host-pages.md from the table of host pages: `node tests/write-host-pages.mjs`.

import { writeFile } from "node:fs/promises";
import { pageForIntegrators } from "./support/host-pages.mjs";

await writeFile(new URL("../docs/host-pages.md", import.meta.url), pageForIntegrators());
