import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import type { Block, ConflictMarker } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import { readConflictMarker } from '../parse/comments.js';
import { linesOf } from '../parse/lines.js';
import { shift, sliceOf } from '../text/span.js';

export const conflictMarker = defineRule({
  meta: {
    id: 'conflict-marker',
    category: 'text',
    description: 'No line that git leaves where two versions could not be merged is left in the page',
    recommended: 'error',
    fixable: 'none',
    messages: {
      left: 'Git conflict marker "{text}": keep one version or both, then delete the markers',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    for (const { span } of withoutLoneSeparators(markersIn(playbook))) report({ messageId: 'left', data: { text: sliceOf(playbook.text, span) }, span });
  },
});

/** All markers in source order, with spans in the file. */
function markersIn(playbook: Playbook): ConflictMarker[] {
  const markers = inFrontMatter(playbook);
  for (const { start, value } of playbook.blocks) {
    for (const marker of value.conflicts) if (!isCode(value, marker)) markers.push({ ...marker, span: shift(marker.span, start) });
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

/** `=======` alone underlines a heading; it divides two versions only between the other two markers. */
function withoutLoneSeparators(markers: readonly ConflictMarker[]): ConflictMarker[] {
  const kept: ConflictMarker[] = [];
  let separators: ConflictMarker[] | undefined;
  for (const marker of markers) {
    if (marker.kind === 'separator') {
      separators?.push(marker);
      continue;
    }
    if (marker.kind === 'theirs') kept.push(...(separators ?? []));
    kept.push(marker);
    separators = marker.kind === 'ours' ? [] : undefined;
  }
  return kept;
}
