import type { Nodes, Root } from 'mdast';

/** What a reader sees of a page: its words in order, and where each of them is. */
export type ShownPage = readonly ShownWord[];

export interface ShownWord {
  readonly text: string;
  readonly kind: 'text' | 'heading' | 'code' | 'front matter' | 'cell';
  /** Where a cell is: counts from 0, tables from the start of the page. `undefined`: the word is in no table. */
  readonly cell: Place | undefined;
}

export interface Place {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** The cell is to the right of the last column, and the reader leaves it out. */
  readonly isDropped: boolean;
}

/** A table as its reader has it: header row first, each row with its cells in Markdown. */
export interface ShownTable {
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
}

/** Says what a block of the page is shown as; `undefined`: as Markdown has it. */
export type TableReading = (block: Nodes) => ShownTable | undefined;

/** Whether a closed front matter begins the page. remark-frontmatter misreads what follows an open one. */
export function hasFrontMatter(text: string): boolean {
  return /^---[ \t]*\r?\n(?:[^]*\n)?---[ \t]*\r?(?:\n|$)/.test(text);
}

/** The words of a parsed page. `tableOf` tells the tables. */
export function shownPage(
  root: Root,
  wordsInCell: (source: string) => readonly string[],
  tableOf: TableReading,
): ShownPage {
  const words: ShownWord[] = [];
  let tables = 0;
  const add = (text: string, kind: ShownWord['kind']): void => {
    for (const word of wordsOf(text)) words.push({ text: word, kind, cell: undefined });
  };
  const addTable = ({ rows, width }: ShownTable): void => {
    for (const [row, cells] of rows.entries()) {
      for (const [column, source] of cells.entries()) {
        const cell = { table: tables, row, column, isDropped: column >= width };
        for (const text of wordsInCell(source)) words.push({ text, kind: 'cell', cell });
      }
    }
    tables++;
  };
  const read = (node: Nodes): void => {
    const table = tableOf(node);
    if (table !== undefined) addTable(table);
    else if (node.type === 'yaml') add(node.value, 'front matter');
    else if (node.type === 'heading') add(textOf(node), 'heading');
    else if (node.type === 'code') add(node.value, 'code');
    else if (node.type === 'paragraph') add(textOf(node), 'text');
    else if (node.type === 'html') add(withoutTags(node.value), 'text');
    else if ('children' in node) node.children.forEach(read);
  };
  read(root);
  return words;
}

/** The text of a block without its marks. */
export function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'html':
      return withoutTags(node.value);
    default:
      return 'children' in node ? node.children.map(textOf).join('') : '';
  }
}

function withoutTags(html: string): string {
  return html.replace(/<!--[^]*?(?:-->|$)/g, ' ').replace(/<[^>]*>/g, ' ');
}

/**
 * The words of a text. What takes no room is not part of a word, and what only draws a table, a heading or an emphasis is
 * no word: the same line shows these signs or not, depending on what it is taken for.
 */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll('\uFEFF', '')
    .split(/[\s|｜]+/u)
    .map((word) => word.replace(/[*_~`\\\p{Cf}\p{Cc}]/gu, '').replace(/[:：]+$/, ''))
    .filter((word) => /[^#>:：=\-—–―─－ー]/u.test(word));
}
