// Where the host page has no tokens of Designsystemet, style/tokens.css falls back on values of its own.
// They are those of the npm package, light and dark: this test is what keeps them so.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const read = (path) => readFile(new URL(`../${path}`, import.meta.url), "utf8");
const THEME = "node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css";

/** The tokens of the block that begins with a selector. */
function tokens(theme, selector) {
  const start = theme.indexOf(`${selector} {`);
  assert.notEqual(start, -1, `${selector} stands in the theme`);
  const block = theme.slice(start, theme.indexOf("}", start));
  return new Map([...block.matchAll(/(--ds-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim().toLowerCase()]));
}

test("the colours that stand in for Designsystemet's are Designsystemet's", async () => {
  const [theme, own] = [await read(THEME), await read("style/tokens.css")];
  const light = tokens(theme, ':root, [data-color-scheme="light"]');
  const dark = tokens(theme, '[data-color-scheme="dark"]');
  const used = [...own.matchAll(/var\((--ds-color-[\w-]+), light-dark\((#\w+), (#\w+)\)\)/g)];
  assert.equal(used.length, [...own.matchAll(/var\(--ds-color-/g)].length, "each token has a fall-back for light and dark");
  assert.ok(used.length > 20);
  for (const [, name, onLight, onDark] of used) {
    assert.deepEqual([onLight.toLowerCase(), onDark.toLowerCase()], [light.get(name), dark.get(name)], name);
  }
});
