// The host pages, and what each proves: read by the tests that play them and by the page for integrators (docs/integrators.md).
//
//   name     the page, pages/hosts/<name>.html
//   proves   what is asserted there besides the referral, as a sentence that goes on from the page's name
//   wishes   what the browser is like            elements   how many there are, when not one
//   holds    what is held back until what stands outside the element has been counted, when not the element's script
//   framed   whether the element is in a frame of the page

const ENGINE = "**/hs_engine_bg.wasm";

export const GROUPS = [
  ["Policies", [
    { name: "strict-csp", proves: "own scripts and own styles are all it needs: no inline style, no inline script, no eval" },
    { name: "trusted-types", proves: "no text reaches a script sink where Trusted Types are enforced and no policy may be made" },
    { name: "no-images", proves: "check marks are seen where no image may be shown" },
    { name: "other-origin", proves: "the page may lie on another origin than the element's files" },
    { name: "base-elsewhere", proves: "the files are found beside the script, wherever `<base>` points" },
    {
      name: "sandboxed",
      framed: true,
      proves: "in a sandboxed frame without an origin and without storage it works, and says that nothing is saved",
    },
  ]],
  ["Styles and screens", [
    { name: "unset-styles", proves: "`* { all: unset }` leaves layout, size and controls as they were" },
    { name: "shouting-styles", proves: "what the host shouts with `!important` changes nothing that is inside" },
    { name: "small-root", proves: "with a root font of 10 px the text is at least 16 px" },
    { name: "narrow-column", proves: "a column of 320 px in a wide window is enough, and nothing sticks out of it" },
    {
      name: "zoom-400",
      wishes: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
      proves: "at 400 % zoom nothing is scrolled to the side",
    },
    { name: "forced-colours", wishes: { forcedColors: "active" }, proves: "with forced colours it is seen what is chosen" },
    { name: "right-to-left", proves: "in a page that reads from right to left the element reads from left to right" },
    { name: "dark-host", proves: "`data-color-scheme` decides, not the system" },
    { name: "own-tokens", proves: "a host with tokens of Designsystemet gives the element its accent" },
    { name: "quirks", proves: "a page without a doctype, laid out with tables, is no hindrance" },
  ]],
  ["The document around it", [
    { name: "nested-shadow-roots", proves: "three shadow roots deep it works, speaks the language from outside, and is heard outside" },
    { name: "ten-elements", elements: 10, proves: "ten elements have ten states" },
    { name: "moved", proves: "moved in the middle of an answer, the words and the place in them are kept" },
    { name: "taken-out", proves: "taken out and put back, the answers are there" },
    {
      name: "in-a-form",
      proves: "a form that is submitted sends the letter under the element's name, and Enter in an answer submits nothing",
    },
    { name: "disabled-fieldset", proves: "in a disabled fieldset the form sends no letter" },
    { name: "late-region", proves: "a region that comes late keeps the answers" },
    {
      name: "framing",
      framed: true,
      proves: "framed from another origin it speaks by `postMessage` with the origins it was told, and with nobody else",
    },
    {
      name: "react",
      holds: ENGINE,
      proves: "in React 19 `context` is a property, `hs-summary` an event, and drawing anew loses nothing",
    },
  ]],
  ["Loading", [
    { name: "two-versions", proves: "of two versions the first one wins, and the second says so" },
    { name: "loaded-twice", proves: "the same script twice is the same element once" },
    {
      name: "slow-engine",
      holds: ENGINE,
      proves: "while the engine is on its way the page's own text stands, and what is given meanwhile is not lost",
    },
    {
      name: "engine-fails",
      holds: ENGINE,
      proves: "an engine that does not come is told beside the page's own text, and a second try succeeds",
    },
  ]],
];

export const HOSTS = GROUPS.flatMap(([, hosts]) => hosts);

/** Pages that are only a part of another. */
export const PARTS = ["in-the-sandbox", "received"];

/** Where the section begins and ends in the page for integrators. */
const BEGINS = "<!-- host pages: made from tests/support/host-pages.mjs by `node tests/write-host-pages.mjs` -->\n";
const ENDS = "<!-- end of host pages -->\n";

/** The page for integrators with its section of host pages as it must be. */
export function withHostPages(page) {
  const [before, rest] = page.split(BEGINS);
  const [, after] = rest.split(ENDS);
  const rows = (hosts) => hosts.map(({ name, proves }) => `| \`${name}\` | ${proves} |`);
  const tables = GROUPS.flatMap(([group, hosts]) => [`**${group}**`, "", "| Page | What it proves |", "|---|---|", ...rows(hosts), ""]);
  return [before, BEGINS, "\n", tables.join("\n"), "\n", ENDS, after].join("");
}
