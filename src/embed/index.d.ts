// What a host page sees of <henvisnings-stotte>, for TypeScript and editors. Importing the package defines the element;
// nothing else is exported when it runs.
//
// The test of the package compiles this against a host page, and sees that it names what the element does.

import type { Answers } from "./answers.js";

export type { Answers, Diagnosis, Stay, Typed } from "./answers.js";

export type Region = "midt" | "sor-ost" | "nord" | "vest";
export type Lang = "nb" | "nn" | "en";
export type Mode = "refer";
export type Storage = "session" | "none" | "local";
export type View = "steps" | "all";
export type ColorScheme = "auto" | "light" | "dark";
export type Format = "text" | "html" | "json";
/** Of rules: what a finding is about. */
export type RuleKind = "safety" | "route" | "criterion" | "level" | "missing" | "advice";
/** Whether a source says it in these words, or it is a reading that no clinician has confirmed. */
export type Basis = "stated" | "interpreted";
export type Level = "municipal" | "specialist" | "shared" | "unclear";
export type ItemState = "described" | "vague" | "missing" | "answered-unknown" | "not-relevant" | "undecided";
export type GuidanceKind = "conflict" | "lean" | "priority-guide" | "service-line" | "right";
/** The order of the sections; not every region has every one. An unknown one is the receiver's own. */
export type Layout = "receiver" | "national" | "gp-seven" | "municipality" | (string & {});

type QuestionId = keyof Answers;

/** A change of answers that would clear a finding. */
export interface Change {
  question: QuestionId;
  any_of: string[];
  /** What must change along with it. */
  and?: { question: QuestionId; any_of: string[] }[];
}

export interface Finding {
  rule: string;
  kind: RuleKind;
  basis: Basis;
  /** The answers it rests on. */
  because: QuestionId[];
  /** Source ids, with a place behind `#`. */
  sources: string[];
  clears_when: Change[];
}

/** By ids only; the words are in the summary. Never a verdict on the patient. */
export interface Assessment {
  region: Region;
  /** Edition and fingerprint of the content. */
  rulebook: string;
  findings: Finding[];
  undecided: { rule: string; needs: QuestionId[] }[];
  open: QuestionId[];
  checklist: { item: string; state: ItemState }[];
  level: { is: Level; because: QuestionId[]; needs: QuestionId[] };
  /** `to` is `unknown` until it can be told, and where no source says where: then `needs` is empty. */
  route: { to: string; because: QuestionId[]; needs: QuestionId[]; sources: string[] };
  guidance: { guidance: string; kind: GuidanceKind; basis: Basis; sources: string[] }[];
}

export interface SummarySection {
  id: string;
  heading: string;
  lines: { question: QuestionId | null; label: string | null; text: string }[];
}

/** What `summary({ format: "json" })` gives; `null` while no region is chosen. */
export interface Summary {
  lang: Lang;
  layout: Layout;
  title: string;
  sections: SummarySection[];
  attachments: SummarySection | null;
  rulebook: string;
}

export interface SummaryWish<F extends Format = Format> {
  /** `text` when it is left out. */
  format?: F;
  /** The receiver's own order when it is left out. */
  layout?: Layout;
  /** The language of the page when it is left out. */
  lang?: Lang | (string & {});
}

export interface ReadyDetail {
  region: Region | null;
  lang: Lang;
  mode: Mode;
  rulebook: string;
}

/** How many, never what was written. While no region is chosen the numbers are not there. */
export interface ChangeDetail {
  region: Region | null;
  counts: Partial<Record<RuleKind, number>>;
  undecided?: number;
  open: number | null;
  done: number | null;
  level: Level;
  route: string;
}

/** The doctor pressed the button that hands the referral over. Identity numbers that were recognised are taken out. */
export interface SummaryDetail {
  text: string;
  sections: { id: string; heading: string; text: string }[];
  lang: Lang;
  layout: Layout;
  assessment: Assessment;
}

/** For those who run the page, in English. It repeats attributes and ids as they were given, and no answer. */
export type ErrorDetail =
  | { code: "attribute"; attribute: string; value: string; used: string }
  | { code: "context" | "answers"; questions?: string[]; problems: string[] }
  | { code: "draft-key" | "message"; message: string }
  | { code: "load"; message: string }
  | { code: "crash"; place?: string; message?: string };

export interface HenvisningsStotteEventMap {
  "hs-ready": CustomEvent<ReadyDetail>;
  "hs-change": CustomEvent<ChangeDetail>;
  "hs-summary": CustomEvent<SummaryDetail>;
  "hs-error": CustomEvent<ErrorDetail>;
}

/** The attributes as a framework writes them. */
export interface HenvisningsStotteAttributes {
  region?: Region;
  mode?: Mode;
  lang?: string;
  storage?: Storage;
  "draft-key"?: string;
  "data-color-scheme"?: ColorScheme;
  today?: string;
  provider?: string;
  view?: View;
  name?: string;
}

export interface HenvisningsStotteElement extends HTMLElement {
  /** Answers to begin with; the doctor's own win. What is written is not read back: reading gives `null`. */
  get context(): null;
  set context(answers: Answers | null);
  /** The doctor's answers. What is written stands instead of what was; `null` empties. */
  get answers(): Answers;
  set answers(answers: Answers | null);
  /** `null` while no region is chosen, and before the element is ready. */
  readonly assessment: Assessment | null;
  /** The referral, once the element is ready. Rejected while it is on no page, after it has stopped, and when it could not load. */
  summary(wish?: SummaryWish<"text" | "html">): Promise<string>;
  summary(wish: SummaryWish<"json"> & { format: "json" }): Promise<Summary | null>;
  summary(wish: SummaryWish<"text" | "html" | "json">): Promise<string | Summary | null>;
  /** Deletes answers, replies and the draft. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "henvisnings-stotte": HenvisningsStotteElement;
  }
  // The events bubble, so they can be listened for anywhere on the page.
  interface GlobalEventHandlersEventMap extends HenvisningsStotteEventMap {}
}
