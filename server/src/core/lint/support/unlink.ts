import { defineMessages } from '../../../messages/index.js';
import type { Link } from '../../model/inlines.js';
import type { Playbook } from '../../model/playbook.js';
import { inlinesOf } from '../../parse/row-inlines.js';
import { shift, sliceOf, type Span } from '../../text/span.js';
import { INVISIBLE } from '../../text/spelling.js';
import type { Fix } from '../rule.js';
import { suggestion } from './fixes.js';
import { lastBefore } from './last-before.js';
import { cutShort } from '../../dialect/task-rows.js';

const texts = defineMessages('unlink', {
  deleteImage: { text: 'Delete the image', note: 'Title of a fix.' },
  deleteImageAndText: {
    text: 'Delete the image and its text "{text}"',
    note: 'Title of a fix. {text}: the alt text, which describes the image.',
  },
  deleteImageAndLink: { text: 'Delete the image with the link around it', note: 'Title of a fix.' },
  deleteLink: { text: 'Delete the link', note: 'Title of a fix.' },
  deleteLinkKeepText: { text: 'Delete the link and keep its text', note: 'Title of a fix.' },
});

/** Removes a link and keeps its text, or removes an image. The spans of the link are relative to `source`. */
export function unlink({ kind, span, text }: Pick<Link, 'kind' | 'span' | 'text'>, source: string): Fix {
  const shown = sliceOf(source, text).replace(INVISIBLE, '').trim();
  if (kind === 'image')
    return suggestion(shown === '' ? texts.deleteImage : texts.deleteImageAndText({ text: cutShort(shown) }), {
      span,
      newText: '',
    });
  if (shown === '') return suggestion(texts.deleteLink, { span, newText: '' });
  const [before, after] = [
    { start: span.start, end: text.start },
    { start: text.end, end: span.end },
  ];
  return suggestion(texts.deleteLinkKeepText, { span: before, newText: '' }, { span: after, newText: '' });
}

/** The same for the link whose target is at `target` on a page; empty for links without text. */
export function unlinkAt(playbook: Playbook, target: Span): Fix[] {
  const { links, start } = linksAround(playbook, target.start);
  const link = links.find((one) => one.target.span.start + start === target.start);
  if (link?.kind !== 'link' && link?.kind !== 'image') return [];
  // An image may be inside a link to its large version, which would be left without text.
  const around = links.find(
    ({ kind, text }) => kind === 'link' && text.start === link.span.start && text.end === link.span.end,
  );
  if (around !== undefined)
    return [suggestion(texts.deleteImageAndLink, { span: shift(around.span, start), newText: '' })];
  return [unlink({ kind: link.kind, span: shift(link.span, start), text: shift(link.text, start) }, playbook.text)];
}

/** The text of the link whose target is at `target` on a page; empty for a link in HTML. */
export function textOfLinkAt(playbook: Playbook, target: Span): string {
  const { links, start } = linksAround(playbook, target.start);
  const link = links.find((one) => one.target.span.start + start === target.start);
  return link === undefined ? '' : sliceOf(playbook.text, shift(link.text, start)).replace(/\*\*|__|`/g, '');
}

/** The links of the block or row at `offset`, and where it starts. */
function linksAround(
  { blocks }: Playbook,
  offset: number,
): { readonly links: readonly Link[]; readonly start: number } {
  const block = blocks[lastBefore(blocks, offset)];
  if (block === undefined) return NO_LINKS;
  if (block.value.kind === 'text') return { links: block.value.inlines.links, start: block.start };
  const { rows, rowStarts } = block.value.table;
  const index = lastBefore(
    rowStarts.map((start) => ({ start })),
    offset - block.start,
  );
  const row = rows[index];
  return row === undefined ? NO_LINKS : { links: inlinesOf(row).links, start: block.start + (rowStarts[index] ?? 0) };
}

const NO_LINKS = { links: [], start: 0 };
