import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { choicesFor, type Conflict } from '../lint/support/conflicts.js';
import type { Block, ConflictMarker } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import { readConflictMarker } from '../parse/comments.js';
import { linesOf } from '../parse/lines.js';
import { shift, sliceOf } from '../text/span.js';
import { appendAll } from '../text/lists.js';

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
    const markers = withoutLoneSeparators(markersIn(playbook));
    for (const [index, marker] of markers.entries()) {
      const conflict = conflictAround(markers, index);
      const fixes = conflict === undefined ? [] : choicesFor(conflict, playbook.text);
      report({ messageId: 'left', data: { text: sliceOf(playbook.text, marker.span) }, span: marker.span, fixes });
    }
  },
});

/** All markers in source order, with spans in the file. */
function markersIn(playbook: Playbook): ConflictMarker[] {
  const markers = inFrontMatter(playbook);
  for (const { start, value } of playbook.blocks) {
    for (const marker of value.conflicts)
      if (!isCode(value, marker)) markers.push({ ...marker, span: shift(marker.span, start) });
  }
  return markers;
}

function inFrontMatter({ frontMatter, text }: Playbook): ConflictMarker[] {
  if (frontMatter === undefined) return [];
  const { start } = frontMatter.content;
  const content = sliceOf(text, frontMatter.content);
  return linesOf(content).flatMap((line) => readConflictMarker(sliceOf(content, line), start + line.start) ?? []);
}

function isCode(block: Block, { span }: ConflictMarker): boolean {
  return block.kind === 'text' && block.inlines.opaque.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** `=======` alone underlines a heading; it separates two versions only between the other two markers. */
function withoutLoneSeparators(markers: readonly ConflictMarker[]): ConflictMarker[] {
  const kept: ConflictMarker[] = [];
  let separators: ConflictMarker[] | undefined;
  for (const marker of markers) {
    if (marker.kind === 'separator') {
      separators?.push(marker);
      continue;
    }
    if (marker.kind === 'theirs') appendAll(kept, separators ?? []);
    kept.push(marker);
    separators = marker.kind === 'ours' ? [] : undefined;
  }
  return kept;
}

/** The three markers that the one at `index` belongs to; `undefined` if one of them is missing or repeated. */
function conflictAround(markers: readonly ConflictMarker[], index: number): Conflict | undefined {
  const first = index - KINDS.indexOf(markers[index]?.kind ?? 'ours');
  const [ours, separator, theirs] = markers.slice(Math.max(0, first), first + KINDS.length);
  if (ours?.kind !== 'ours' || separator?.kind !== 'separator' || theirs?.kind !== 'theirs') return undefined;
  return { ours: ours.span, separator: separator.span, theirs: theirs.span };
}

const KINDS: readonly ConflictMarker['kind'][] = ['ours', 'separator', 'theirs'];
