import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { choicesFor, type Conflict } from '../lint/support/conflicts.js';
import { suggestion } from '../lint/support/fixes.js';
import { removeLines } from '../lint/support/whole-lines.js';
import { blockFacts } from '../model/block-facts.js';
import type { Block, ConflictMarker } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import { readConflictMarker } from '../parse/comments.js';
import { linesOf } from '../parse/lines.js';
import { shift, sliceOf } from '../text/span.js';

const texts = defineMessages('conflict-marker', {
  deleteMarker: { text: 'Delete the marker', note: 'Title of a fix for a line that Git writes in a conflict.' },
});

export const conflictMarker = defineRule({
  meta: {
    id: 'conflict-marker',
    category: 'text',
    description: 'The page contains no Git conflict markers',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      left: {
        text: 'Git conflict marker "{text}": keep one version or both, then delete the markers',
        note: '{text}: a line that Git writes around two versions of the same lines: <<<<<<< HEAD.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    const markers = withoutLines(markersIn(playbook), playbook);
    for (const [index, marker] of markers.entries()) {
      const conflict = conflictAround(markers, index);
      const fixes =
        conflict === undefined ? [deleteMarker(playbook.text, marker)] : choicesFor(conflict, playbook.text);
      report({ messageId: 'left', data: { text: sliceOf(playbook.text, marker.span) }, span: marker.span, fixes });
    }
  },
});

/** All markers in source order, with spans in the file. */
function markersIn(playbook: Playbook): ConflictMarker[] {
  const markers = inFrontMatter(playbook);
  for (const { index, value } of markersOfBlocks(playbook)) {
    const start = playbook.blocks[index]?.start ?? 0;
    for (const marker of value) markers.push({ ...marker, span: shift(marker.span, start) });
  }
  return markers;
}

const markersOfBlocks = blockFacts((block) => {
  const markers = block.conflicts.filter((marker) => !isCode(block, marker));
  return markers.length > 0 ? markers : undefined;
});

function inFrontMatter({ frontMatter, text }: Playbook): ConflictMarker[] {
  if (frontMatter === undefined) return [];
  const { start } = frontMatter.content;
  const content = sliceOf(text, frontMatter.content);
  return linesOf(content).flatMap((line) => readConflictMarker(sliceOf(content, line), start + line.start) ?? []);
}

function isCode(block: Block, { span }: ConflictMarker): boolean {
  return block.kind === 'text' && block.inlines.opaque.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** Without `=======` that isn't between the other two markers: the underline of a heading, or a line above a blank one. */
function withoutLines(markers: readonly ConflictMarker[], { headings, text }: Playbook): ConflictMarker[] {
  const underlines = new Set(
    headings.flatMap(({ start, value }) => (value.form === 'setext' ? [value.marker.start + start] : [])),
  );
  const others = markers.filter(({ kind }) => kind !== 'separator');
  return markers.filter(({ kind, span }) => {
    if (kind !== 'separator') return true;
    const next = others.find((other) => other.span.start > span.start);
    const previous = others.filter((other) => other.span.start < span.start).at(-1);
    if (previous?.kind === 'ours' && next?.kind === 'theirs') return true;
    return !underlines.has(span.start) && !ABOVE_BLANK.test(text.slice(span.end, span.end + 100));
  });
}

/** What follows a line above a blank line, or the last line. */
const ABOVE_BLANK = /^(?:\r\n|\r(?!\n)|\n|$)[ \t]*(?:[\r\n]|$)/;

function deleteMarker(text: string, { span }: ConflictMarker): Fix {
  return suggestion(texts.deleteMarker, removeLines(text, span));
}

/** The three markers that the one at `index` belongs to; `undefined` if one of them is missing or repeated. */
function conflictAround(markers: readonly ConflictMarker[], index: number): Conflict | undefined {
  const first = index - KINDS.indexOf(markers[index]?.kind ?? 'ours');
  const [ours, separator, theirs] = markers.slice(Math.max(0, first), first + KINDS.length);
  if (ours?.kind !== 'ours' || separator?.kind !== 'separator' || theirs?.kind !== 'theirs') return undefined;
  return { ours: ours.span, separator: separator.span, theirs: theirs.span };
}

const KINDS: readonly ConflictMarker['kind'][] = ['ours', 'separator', 'theirs'];
