import { fieldNamed } from '../model/front-matter.js';
import type { Playbook } from '../model/playbook.js';
import { audienceOf, phasesOf } from '../summary/page-facts.js';
import type { Language } from '../vocabulary/language.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

/** The facts about the page as a whole that an editor shows above its tasks. */
export interface PageFacts {
  /** From the front matter, otherwise the first heading; empty without either. */
  readonly title: string;
  readonly language: Language;
  /** Neutral IDs. */
  readonly phases: readonly string[];
  readonly audience: readonly string[];
}

export function pageFacts(playbook: Playbook): PageFacts {
  const { frontMatter, headings, language } = playbook;
  const title = titleOf(fieldNamed(frontMatter, 'title')?.value.text, headings[0]?.value.text);
  return { title, language, phases: phasesOf(playbook), audience: audienceOf(playbook) };
}

/** The same facts from the page's summary. */
export function summaryFacts({ title, headings, language, phases, audience }: PageSummary): PageFacts {
  return { title: titleOf(title?.value, headings[0]?.value.text), language, phases, audience };
}

function titleOf(written: string | undefined, heading: string | undefined): string {
  const title = written?.trim() ?? '';
  return title === '' ? (heading ?? '') : title;
}
