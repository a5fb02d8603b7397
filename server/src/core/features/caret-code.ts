import type { TextBlock } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import { lastStarting } from './lookup.js';

/** Whether `offset` is in code, which renderers show as written. */
export function isInCode(playbook: Playbook, offset: number): boolean {
  return isOpaqueAt(playbook, offset, (sign) => sign !== '<');
}

/** Whether `offset` is in code, or in HTML. */
export function isInCodeOrHtml(playbook: Playbook, offset: number): boolean {
  return isOpaqueAt(playbook, offset, () => true);
}

/** The block of text at `offset`; at the end of the file, the last block. */
function textBlockAt({ blocks }: Playbook, offset: number): Placed<TextBlock> | undefined {
  const placed = blocks[lastStarting(blocks, offset, ({ start }) => start)];
  return placed?.value.kind === 'text' ? { start: placed.start, value: placed.value } : undefined;
}

function isOpaqueAt(playbook: Playbook, offset: number, counts: (sign: string) => boolean): boolean {
  const block = textBlockAt(playbook, offset);
  if (block === undefined) return false;
  const { source, inlines } = block.value;
  const at = offset - block.start;
  const span = inlines.opaque[lastStarting(inlines.opaque, at, ({ start }) => start)];
  if (span === undefined || !counts(source[span.start] ?? '')) return false;
  // A caret after an unclosed fence is still in it.
  return (
    at > span.start &&
    (at < span.end || (source.slice(span.end, at).trim() === '' && isOpenFence(source.slice(span.start, span.end))))
  );
}

const FENCE = /^(`{3,}|~{3,})/;

function isOpenFence(code: string): boolean {
  const fence = FENCE.exec(code)?.[1];
  if (fence === undefined) return false;
  const last = /[^\r\n]*$/.exec(code.trimEnd())?.[0].trim() ?? '';
  return !code.trimEnd().includes('\n') || !last.startsWith(fence) || last.replaceAll(fence[0] ?? '', '') !== '';
}
