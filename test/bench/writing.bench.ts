import {
  allRules,
  builtInVocabulary,
  completionsAt,
  outlineOf,
  parsePlaybook,
  selectionSpans,
  summarize,
  updatePlaybook,
  wordCardAt,
  WorkspaceIndex,
  asFilePath,
  type Playbook,
} from '../../server/src/core/index.js';
import { hasCorpus } from '../support/project.js';
import { corpus, documents } from './documents.js';
import { median, ms, printTable, timed } from './measure.js';

/**
 * What helps while writing answers within a keystroke: from a letter to what is offered behind it, and from the pointer to
 * what a word means. Ends with exit code 1 when a limit is not held.
 */
const TODAY = '2026-11-21';
/** Milliseconds; a person notices some fifty. */
const LIMIT = 10;
const ROUNDS = 25;
const rules = allRules.map(({ meta: { id, description } }) => ({ id, description }));
const missed: string[] = [];

/** The other pages of the workspace. */
function indexOfCorpus(): WorkspaceIndex {
  const index = new WorkspaceIndex();
  index.setRoots([asFilePath('file:///site')]);
  for (const [at, text] of corpus().texts.entries()) {
    const path = asFilePath(`file:///site/pages/page-${at}.md`);
    index.changeFiles([path], []);
    index.setPage(path, summarize(path, parsePlaybook({ uri: path, text })));
  }
  return index;
}

interface Page {
  readonly name: string;
  readonly text: string;
}

/** The largest pages, each with a task table to type in. */
function pages(): Page[] {
  const generated = documents().filter(({ name }) => name !== 'typical');
  const largest = corpus().texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
  const real = hasCorpus
    ? [{ name: 'largest real page', text: `${largest}\n${TABLE}| 3190 | A task | M | SME | Teams |\n` }]
    : [];
  return [...real, ...generated];
}

const columns = builtInVocabulary.taskColumns.spellings('en');
const TABLE = `\n#### FTOP Tasks\n\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|\n`;

/** What an author types behind the last task row of a page; the caret is at its end. */
const LINES: readonly (readonly [what: string, line: string])[] = [
  ['a task ID', '| 3'],
  ['a letter', '| 9998 | A task |'],
  ['a second service', '| 9998 | A task | M | SME | Exchange / '],
  ['prose', '\n\nSome words '],
];

function measure({ name, text }: Page, index: WorkspaceIndex, rows: string[][]): void {
  const lastRow = /^\| ?\d{4} ?\|.*$/gm;
  const at = [...text.matchAll(lastRow)].pop();
  const end = at === undefined ? text.length : at.index + at[0].length;
  const around = { index, path: asFilePath('file:///site/pages/new.md') };
  const ask = (playbook: Playbook, offset: number): number =>
    completionsAt({ playbook, offset, today: TODAY, rules, workspace: around }).items.length;
  for (const [what, line] of LINES) {
    const before = `${text.slice(0, end)}\n${line.slice(0, -1)}`;
    const letter = line.slice(-1);
    let playbook = parsePlaybook({ uri: 'file:///site/pages/new.md', text: before + text.slice(end) });
    let items = 0;
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      playbook = updatePlaybook(playbook, before + letter + text.slice(end));
      items = ask(playbook, before.length + 1);
      times.push(performance.now() - start);
      playbook = updatePlaybook(playbook, before + text.slice(end));
    }
    const time = median(times);
    rows.push([`${name}: ${what}`, String(items), ms(time)]);
    if (time > LIMIT) missed.push(`${name}: ${what} takes ${ms(time)} ms`);
  }
  const playbook = parsePlaybook({ uri: 'file:///site/pages/new.md', text });
  const word = text.lastIndexOf('| SME |', end) + 3;
  const hover = timed(() => void wordCardAt({ playbook, offset: word, rules }), ROUNDS);
  const selection = timed(() => void selectionSpans(playbook, word), ROUNDS);
  const outline = timed(() => void outlineOf(playbook), ROUNDS);
  rows.push(
    [`${name}: hover`, '', ms(hover)],
    [`${name}: selection`, '', ms(selection)],
    [`${name}: outline`, '', ms(outline)],
  );
  if (hover > LIMIT) missed.push(`${name}: hover takes ${ms(hover)} ms`);
}

function main(): void {
  const index = indexOfCorpus();
  const rows = [['from a letter to what is offered', 'items', 'ms']];
  for (const page of pages()) measure(page, index, rows);
  printTable(rows);
  for (const line of missed) console.log(`MISSED ${line}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

main();
