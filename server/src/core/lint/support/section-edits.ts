import type { Playbook, Section } from '../../model/playbook.js';
import { sliceOf } from '../../text/span.js';
import type { TextEdit } from '../../text/text-edit.js';
import { lineEndOf } from '../../text/line-ends.js';

/** Inserts lines at `at`, the start or end of a section, with a blank line on both sides. */
export function insertParagraph(text: string, at: number, paragraph: string): TextEdit {
  const eol = lineEndOf(text);
  const before = text.slice(0, at);
  const ends = /(?:\r\n|\r|\n)*$/.exec(before.slice(-4))?.[0] ?? '';
  const missing = before === '' ? 0 : Math.max(0, 2 - (ends.match(/\r\n|\r|\n/g) ?? []).length);
  const after = at < text.length ? eol.repeat(2) : eol;
  return { span: { start: at, end: at }, newText: eol.repeat(missing) + paragraph + after };
}

/** Moves the section, up to the next heading of its level, to `at`, which is outside it. */
export function moveSection(playbook: Playbook, section: Section, at: number): TextEdit[] {
  const { text } = playbook;
  return [insertParagraph(text, at, sliceOf(text, section.span).trimEnd()), removeSection(playbook, section, at)];
}

/** Removes the section; at the end of the page also the blank lines above it, but none before `after`. */
export function removeSection({ text }: Playbook, { span }: Section, after = 0): TextEdit {
  if (span.end < text.length) return { span, newText: '' };
  const end = text.slice(0, span.start).trimEnd().length;
  return {
    span: { start: Math.min(span.start, Math.max(after, end + lineEndOf(text).length)), end: span.end },
    newText: '',
  };
}
