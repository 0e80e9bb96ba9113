// A host page as TypeScript reads it. Compiled by the test of the package, never run: what must be refused is marked, so that types
// which let everything through do not pass.

import type { Answers, Assessment, HenvisningsStotteAttributes, Summary } from "henvisningsstotte";
import "henvisningsstotte";

const widget = document.createElement("henvisnings-stotte");
const found = document.querySelector("henvisnings-stotte");

widget.context = { "age-years": 54, "work-status": "full-sick-leave", "new-factors": ["none"], goal: "Gå til butikken." };
widget.context = { diagnosis: { system: "icpc-2", code: "K90" }, stays: [{ ended: "2025-03" }], history: { text: "unknown" } };
// @ts-expect-error no such question
widget.context = { "age-in-years": 54 };
// @ts-expect-error no such option
widget.context = { "work-status": "sick" };
widget.answers = null;
const answers: Answers = widget.answers;
const age: number | "unknown" | undefined = answers["age-years"];

const assessment: Assessment | null = widget.assessment;
// @ts-expect-error it is null while no region is chosen
widget.assessment.findings;
const level: "municipal" | "specialist" | "shared" | "unclear" | undefined = assessment?.level.is;
// @ts-expect-error what is read is not written
widget.assessment = null;

const text: Promise<string> = widget.summary();
const html: Promise<string> = widget.summary({ format: "html", layout: "national", lang: "nn" });
const json: Promise<Summary | null> = widget.summary({ format: "json" });
// @ts-expect-error no such form
widget.summary({ format: "pdf" });
widget.reset();

found?.addEventListener("hs-summary", (event) => {
  const sections: { id: string; heading: string; text: string }[] = event.detail.sections;
  // @ts-expect-error not part of it
  event.detail.patient;
  return sections;
});
document.addEventListener("hs-ready", ({ detail }) => detail.rulebook.toUpperCase());
document.addEventListener("hs-change", ({ detail }) => detail.counts.missing?.toFixed());
document.addEventListener("hs-error", ({ detail }) => {
  if (detail.code === "attribute") return detail.used;
  // @ts-expect-error only of an attribute
  return detail.used;
});
// @ts-expect-error a detail is known
document.addEventListener("hs-ready", ({ detail }) => detail.patient);

const attributes: HenvisningsStotteAttributes = { region: "midt", "draft-key": "c0ffee", "data-color-scheme": "dark" };
// @ts-expect-error no such region
const wrong: HenvisningsStotteAttributes = { region: "midt-norge" };

export { age, attributes, html, json, level, text, wrong };
