import type { Nodes, Paragraph, Root } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import { hasFrontMatter, shownPage, textOf, wordsOf, type ShownPage, type ShownTable } from './shown-page.js';

const commonMark = remark();
const withFrontMatter = remark().use(remarkFrontmatter);

/**
 * A page as docfx shows it, by the model in docs/dialect.md: blocks as in CommonMark, and of each paragraph a table where
 * Markdig makes one. Shares no code with the product, so that a fault of the product is not a fault of this too.
 */
export function asDocfx(text: string): ShownPage {
  const source = text.replace(/^\uFEFF/, '');
  return shownPage((hasFrontMatter(source) ? withFrontMatter : commonMark).parse(source), wordsInCell, (node) =>
    node.type === 'paragraph' ? tableIn(node, source) : undefined,
  );
}

/** The lines of the paragraph, each cut at its pipes; `undefined` when they make no table. */
function tableIn(paragraph: Paragraph, source: string): ShownTable | undefined {
  const lines = linesOf(paragraph, source);
  const [header, delimiter, ...body] = lines;
  if (
    header === undefined ||
    delimiter === undefined ||
    lines.some(({ length }) => length < 2) ||
    !isDelimiter(delimiter)
  )
    return undefined;
  const rows = [header, ...body].map(cellsOf);
  return { rows, width: Math.max(...rows.map(({ length }) => length)) };
}

/** A pipe and an end of line separate, unless they are escaped, or inside code, HTML or a link. */
function linesOf(paragraph: Paragraph, source: string): string[][] {
  const inside = spansInside(paragraph);
  const end = paragraph.position?.end.offset ?? 0;
  const lines: string[][] = [['']];
  const append = (text: string): void => {
    const line = lines[lines.length - 1];
    if (line !== undefined) line[line.length - 1] += text;
  };
  for (let at = paragraph.position?.start.offset ?? 0; at < end; at++) {
    const covering = inside.find((span) => span.start === at);
    const character = source[at] ?? '';
    if (covering !== undefined) {
      append(source.slice(at, covering.end));
      at = covering.end - 1;
    } else if (character === '\\') {
      append(source.slice(at, at + 2));
      at++;
    } else if (character === '|') lines[lines.length - 1]?.push('');
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && source[at + 1] === '\n') at++;
      // The marks of a quote or a list that the paragraph is in come first, then white space that does not count.
      at += /^[ \t>]*/.exec(source.slice(at + 1, at + 200))?.[0].length ?? 0;
      lines.push(['']);
    } else append(character);
  }
  return lines;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function spansInside(node: Nodes): Stretch[] {
  if (['inlineCode', 'html', 'link', 'linkReference', 'image', 'imageReference'].includes(node.type)) {
    return [{ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }];
  }
  return 'children' in node ? node.children.flatMap(spansInside) : [];
}

/** Between each two pipes hyphens, with or without colons, or nothing at all; white space alone is no delimiter. */
function isDelimiter(parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop() ?? '';
  const between = isBlank(first) ? others : [first, ...others];
  return between.every((part) => part === '' || DELIMITER.test(part)) && (isBlank(last) || DELIMITER.test(last));
}

const DELIMITER = /^[ \t]*:?[ \t]*-+[ \t]*:?[ \t]*$/;

/** The pipes at both ends may be there or not. */
function cellsOf(parts: readonly string[]): string[] {
  const from = parts[0] === '' ? 1 : 0;
  const to = isBlank(parts[parts.length - 1] ?? '') ? parts.length - 1 : parts.length;
  return parts.slice(from, to);
}

function isBlank(text: string): boolean {
  return /^[ \t\v\f]*$/.test(text);
}

const known = new Map<string, readonly string[]>();

/** Each cell is read on its own: an emphasis that goes on in the next one is none. */
function wordsInCell(source: string): readonly string[] {
  const words = known.get(source) ?? wordsOf(textOf(withoutBlocks(source)).slice(1));
  if (known.size > 50_000) known.clear();
  known.set(source, words);
  return words;
}

/** With a letter before it, the cell begins no list, quote or heading. */
function withoutBlocks(source: string): Root {
  return commonMark.parse(`x ${source.trim()}`);
}
