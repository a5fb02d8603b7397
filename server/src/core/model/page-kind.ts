import { memoized } from '../text/memo.js';
import { damagedFenceOf } from './damaged-fence.js';
import type { Playbook } from './playbook.js';

/** Keys that only playbooks have, at the start of a line, even in front matter with YAML errors. */
const OUR_KEYS = /^[ \t]*(?:ft\.audience|ms\.topic)\b/m;

/** How far unrecognized front matter can reach. */
const MAX_TOP = 16 * 1024;

/**
 * Whether the page is a playbook: by its front matter, even if it has errors or its opening line is damaged, or by a
 * task table. Other pages are ignored.
 */
export function isPlaybook(playbook: Playbook): boolean {
  return playbook.tables.some(({ schema }) => schema.kind === 'task') || saysPlaybook(playbook);
}

/** Whether the front matter alone says so. */
export function saysPlaybook({ frontMatter, text }: Pick<Playbook, 'frontMatter' | 'text'>): boolean {
  return frontMatter === undefined
    ? OUR_KEYS.test(text.slice(0, MAX_TOP)) && damagedFenceOf(text) !== undefined
    : OUR_KEYS.test(text.slice(frontMatter.content.start, frontMatter.content.end));
}

/**
 * How many of the seven sections of the skeleton make a page with a phase a process playbook. Pages about waves have
 * four of them, but no inputs or outputs. A page without a phase needs more.
 */
const SKELETON = { withPhase: 5, withoutPhase: 6 };

/**
 * Whether the page is a process playbook with the fixed skeleton: it names its only phase, or at least the role for
 * each step, and has most of the sections. A page that covers several phases has a different form.
 */
export const isProcessPlaybook = memoized((playbook: Playbook): boolean => {
  const phase = playbook.labels.find(({ value }) => value.id === 'phase');
  if (phase === undefined) return hasStep(playbook) && sectionCount(playbook) >= SKELETON.withoutPhase;
  return phase.value.value.parts.length <= 1 && sectionCount(playbook) >= SKELETON.withPhase;
});

/** How many sections of the skeleton the page has. */
function sectionCount({ headings, vocabulary }: Playbook): number {
  const present = new Set(headings.flatMap(({ value }) => (value.level <= 3 ? value.matches.map(({ id }) => id) : [])));
  return vocabulary.sectionOrder.filter((id) => present.has(id)).length;
}

/** Whether a label line under a heading of level 3 names the role. */
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
