import type { Playbook } from './playbook.js';

/** Keys that only our pages have, at the start of a line, even in front matter that YAML cannot read. */
const OUR_KEYS = /^[ \t]*(?:ft\.audience|ms\.topic)\b/m;

/** Whether the page is one of ours: by its front matter, readable or not, or by a task table. Every other page is left alone. */
export function isPlaybook({ frontMatter, tables, text }: Playbook): boolean {
  if (frontMatter !== undefined && OUR_KEYS.test(text.slice(frontMatter.content.start, frontMatter.content.end))) return true;
  return tables.some(({ schema }) => schema.kind === 'task');
}

/** How many of the skeleton's sections make a page with a phase a process playbook. */
const SKELETON = 4;

/**
 * Whether the page is a process playbook, which has a fixed skeleton: it names its phase, and has most of the skeleton's
 * sections at level 2.
 */
export function isProcessPlaybook({ headings, labels, vocabulary }: Playbook): boolean {
  if (!labels.some(({ value }) => value.id === 'phase')) return false;
  const present = new Set(headings.filter(({ value }) => value.level === 2).flatMap(({ value }) => value.matches[0]?.id ?? []));
  return vocabulary.sectionOrder.filter((id) => present.has(id)).length >= SKELETON;
}
