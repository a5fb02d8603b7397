import type { Playbook } from '../../server/src/core/index.js';

/** All that a playbook says, as one text: equal texts are equal playbooks. */
export function dumpPlaybook(playbook: Playbook): string {
  const { frontMatter, blocks, headings, sections, labels, tables, language, lines } = playbook;
  const starts = Array.from({ length: lines.lineCount }, (_, line) => lines.startOf(line));
  return JSON.stringify({ frontMatter, blocks, headings, sections, labels, tables, language, starts }, undefined, 1);
}
