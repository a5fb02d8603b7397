import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { root } from '../support/project.js';

/** The longest page that is taken, in UTF-16 code units: many small pages find more in a minute than few large ones. */
const MAX_LENGTH = 30_000;

/** Real text to start from: the fixtures of the rules, the samples, and the pages in the folder `PLAYBOOK_CORPUS`, where it is set. */
export function startingPages(): string[] {
  const corpus = process.env['PLAYBOOK_CORPUS'];
  const folders = [
    join(root, 'test/rules'),
    join(root, 'samples'),
    ...(corpus === undefined ? [] : [resolve(root, corpus)]),
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(folder, name)),
  );
  return files.map((file) => readFileSync(file, 'utf8')).filter((text) => text.length <= MAX_LENGTH);
}

/** Text that opens, closes, cuts or joins something wherever it lands. */
const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '    ',
  '\t',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\0',
  '\ud83d',
  '\u202e',
  '👩‍🚀',
  '---\n',
  '---',
  '+++\n',
  '---js\n',
  'title: ',
  'ms.date: 1/1/2020\n',
  'a: &x\n',
  '"',
  "'",
  ': ',
  '#',
  '# Overview\n',
  '#### FTOP Tasks\n',
  '＃＃ 概述\n',
  '|',
  '||',
  '\\|',
  '｜',
  '\\',
  '| ',
  ' |\n',
  '|---|---|---|---|---|\n',
  '| --- |\n',
  '|-',
  '-|',
  '| 3184 | Check | M | FE | Exchange |\n',
  '| Task ID | Task Name | (M) Mandatory (O) Optional | FastTrack Role | Services |\n',
  '- ',
  '  - x\n',
  '1. ',
  '> ',
  '> [!NOTE]\n',
  '```\n',
  '~~~\n',
  '`',
  '**',
  '*',
  '__',
  '<br>',
  '<!-- ',
  '-->',
  '<div>\n',
  '</div>\n',
  '<script>',
  '<!-- playbook-lint-disable -->',
  '<!-- playbook-lint-enable -->',
  '<!-- playbook-lint-disable-line task-id-format -->',
  '[',
  ']',
  '(',
  ')',
  '](',
  '[a](b.md)',
  '![x](y.png)',
  '[^1]',
  '[^1]: x',
  'http://x.y/?a=%zz',
  '&nbsp;',
  '&#x200B;',
  'Primary Role: **FastTrack Engineer**  \n',
  '**Phase: Assess**\n',
  '主要角色: **FastTrack 工程师**\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> x\n',
  '3184',
  'ｅ́',
  'word',
] as const;

/** A change of a text. Positions are fractions of its length, so that they fit whatever text is left while a failure shrinks. */
export interface RandomEdit {
  readonly at: number;
  /** How many UTF-16 code units go. */
  readonly remove: number;
  readonly insert: string;
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fraction,
  remove: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(200) },
  ),
  insert: fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 2 }).map((pieces) => pieces.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  ),
});

export function edited(text: string, { at, remove, insert }: RandomEdit): string {
  const start = Math.round(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** A page of `pages` with a few changes: most inputs are nearly right, which is where readers go wrong. */
export function mutatedPage(pages: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...pages), fc.array(randomEdit, { maxLength: 6 }))
    .map(([page, edits]) => edits.reduce(edited, page));
}

/** The text with ever smaller stretches taken out: halves, quarters, down to single characters of a short text. */
export function* shorterTexts(text: string): Iterable<string> {
  for (let size = text.length; size >= 1; size = Math.floor(size / 2)) {
    if (text.length / size > 400) return;
    for (let start = 0; start < text.length; start += size) yield text.slice(0, start) + text.slice(start + size);
  }
}

/** The list with ever smaller stretches taken out. */
export function* shorterLists<Item>(list: readonly Item[]): Iterable<Item[]> {
  for (let size = list.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < list.length; start += size)
      yield [...list.slice(0, start), ...list.slice(start + size)];
  }
}
