// The package as an integrator gets it: packed, installed into an empty project, its README's examples written out.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
/** npm keeps what it knows in a folder of the test's own, and asks no registry: the package depends on nothing. */
const npm = (home, ...words) => {
  const quietly = ["--offline", "--cache", join(home, "cache"), "--no-audit", "--no-fund", "--loglevel=error"];
  return run("npm", [...words, ...quietly], { cwd: home });
};

/** Packs `target/package/…`, installs it into an empty project, and tells where things are. */
export async function installed() {
  const made = join(PROJECT, "target", "package");
  const [name] = await readdir(made).catch(() => []);
  assert.ok(name, `there is no package in ${made}: run \`cargo xtask package\``);
  const home = await mkdtemp(join(tmpdir(), "hs-package-"));
  await writeFile(join(home, "package.json"), JSON.stringify({ name: "a-portal", private: true, type: "module" }));
  const { stdout } = await npm(home, "pack", join(made, name), "--json");
  const [{ filename }] = JSON.parse(stdout);
  await npm(home, "install", `./${filename}`, "--ignore-scripts");
  const folder = join(home, "node_modules", "henvisningsstotte");
  return {
    home,
    folder,
    /** What the folder is called on a static host. */
    name,
    read: (file) => readFile(join(folder, file), "utf8"),
    json: async (file) => JSON.parse(await readFile(join(folder, file), "utf8")),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}

/** The examples of a README by their names: each stands in the block after `<!-- example: name -->`. */
export function examplesIn(readme) {
  const found = readme.matchAll(/<!-- example: (\S+) -->\n```\w+\n([\s\S]*?)```/g);
  return Object.fromEntries([...found].map(([, name, text]) => [name, text]));
}

/** Writes examples into a folder, with the addresses of the test where the README has made-up ones. */
export async function writeOut(folder, examples, files, addresses) {
  await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(join(folder, file), addressed(examples[file], addresses));
}

/** A text with every made-up address replaced; one that is left would be asked of the network. */
export function addressed(text, addresses) {
  const written = Object.entries(addresses).reduce((text, [from, to]) => text.replaceAll(from, to), text);
  assert.doesNotMatch(written, /example\.no/, "an address without a place in the test");
  return written;
}
