import { damagedFenceOf } from './damaged-fence.js';
import type { Playbook } from './playbook.js';

/** Keys that only our pages have, at the start of a line, even in front matter that YAML cannot read. */
const OUR_KEYS = /^[ \t]*(?:ft\.audience|ms\.topic)\b/m;

/** How far down front matter can reach that is not read as such. */
const MAX_TOP = 16 * 1024;

/** Whether the page is one of ours: by its front matter, readable or not, its opening line damaged or not, or by a task table. Every other page is left alone. */
export function isPlaybook({ frontMatter, tables, text }: Playbook): boolean {
  if (frontMatter !== undefined && OUR_KEYS.test(text.slice(frontMatter.content.start, frontMatter.content.end)))
    return true;
  if (tables.some(({ schema }) => schema.kind === 'task')) return true;
  return frontMatter === undefined && OUR_KEYS.test(text.slice(0, MAX_TOP)) && damagedFenceOf(text) !== undefined;
}

/**
 * How many of the seven sections of the skeleton make a page with a phase a process playbook: pages about waves have
 * four of them and no inputs or outputs. Without a phase it takes more to be sure.
 */
const SKELETON = { withPhase: 5, withoutPhase: 6 };

/**
 * Whether the page is a process playbook, which has a fixed skeleton: it names its one phase, or at least says who does
 * the steps, and has most of the skeleton's sections. A page that runs through several phases in turn has a form of its
 * own.
 */
export function isProcessPlaybook(playbook: Playbook): boolean {
  const phase = playbook.labels.find(({ value }) => value.id === 'phase');
  if (phase === undefined) return hasStep(playbook) && sectionCount(playbook) >= SKELETON.withoutPhase;
  return phase.value.value.parts.length <= 1 && sectionCount(playbook) >= SKELETON.withPhase;
}

/** How many of the skeleton's sections the page has. */
function sectionCount({ headings, vocabulary }: Playbook): number {
  const present = new Set(headings.flatMap(({ value }) => (value.level <= 3 ? value.matches.map(({ id }) => id) : [])));
  return vocabulary.sectionOrder.filter((id) => present.has(id)).length;
}

/** Whether a label line names the role right under a heading of level 3. */
function hasStep({ headings, labels }: Playbook): boolean {
  let next = 0;
  return labels.some(({ start, value }) => {
    while (
      next < headings.length &&
      (headings[next]?.start ?? 0) + (headings[next]?.value.span.start ?? 0) < start + value.line.start
    )
      next++;
    return value.id === 'primary-role' && headings[next - 1]?.value.level === 3;
  });
}
