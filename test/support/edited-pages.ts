import fc from 'fast-check';

/** Pieces that open, close, split, or join blocks when they are typed, pasted, or deleted. */
const PIECES = [
  '---\n',
  '---js\n',
  'ft.audience: partner\n',
  'title: x\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '    ',
  '\t',
  '# Overview\n',
  '## Key Inputs\n',
  '####FTOP Tasks\n',
  '#### FTOP Tasks\n\n',
  'Overview\n===\n',
  '概述\n---\n',
  '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n',
  '|---|---|---|---|---|\n',
  '| --- | --- |\n',
  '| 3184 | Check | M | FE | Exchange |\n',
  '| 3190 | a | M | FE | Teams || 3191 | b | O | FM | Teams |\n',
  '|| 1 | 2 |\n',
  '1. one\n\n    | a | b |\n    |---|---|\n',
  '    | 1 | 2 |\n',
  '    text\n',
  '***\n',
  '｜ 1 ｜ 2 ｜\n',
  '|',
  '||',
  '\\|',
  'Primary Role: **FastTrack Engineer**  \n',
  'Applies To: **All Services**\n',
  '**Phase: Assess**\n',
  '主要角色: **FastTrack 工程师**\n',
  '- item\n',
  '  - nested\n',
  '1. one\n',
  '> [!NOTE]\n',
  '> quote\n',
  '```\n',
  '~~~~\n',
  '<!-- ',
  '-->',
  '<div>\n',
  '</div>\n',
  '<script>\n',
  '<!-- playbook-lint-disable-line task-id-format -->',
  '[a](b.md)',
  '![x](y.png)',
  '**bold**',
  '[r]: http://x\n',
  '[^1]: x.md\n',
  'a[^1]',
  '[t][r]',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> x\n',
  'word',
];

export const piece = fc.constantFrom(...PIECES);
/** A page made of pieces. */
export const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
/** An edit somewhere on a page. */
export const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(30),
  insert: fc.array(piece, { maxLength: 3 }).map((p) => p.join('')),
});

/** `at`: the part of the page before the edit, from 0 to 1. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

export function applyEdit(text: string, { at, remove, insert }: Edit): string {
  const start = Math.round(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}
