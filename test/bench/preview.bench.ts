import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  builtInVocabulary,
  parsePlaybook,
  summarize,
  summaryFacts,
  summaryTasks,
  taskPreview,
  pageFacts,
  type ShownRow,
  asFilePath,
} from '../../server/src/core/index.js';
import { Positions } from '../../server/src/lsp/session/positions.js';
import { english } from '../support/english.js';
import { PreviewTasks } from '../../server/src/lsp/convert/preview-tasks.js';
import { toPage, toRows, toTable, toWords } from '../../server/src/lsp/convert/to-preview.js';
import type { PreviewPage, PreviewRow, PreviewTable, TaskPreview } from '../../server/src/protocol/index.js';
import { root } from '../support/project.js';
import { documents } from './documents.js';
import { median, ms, printTable, ratio } from './measure.js';
import { workspaceFiles } from './workspace-pages.js';

/**
 * The task preview in a browser: from the message with all rows to the first picture, and from a letter in the filter to
 * the next. The peer is the same rows as a plain HTML table, in the same browser. Ends with exit code 1 when a limit is
 * not held.
 */
const ROUNDS = 7;
/** Of the peer's time; some of ours is the way that the rows take into the page. What nobody sees is not made. */
const LIMIT = 3 / 4;
const session = { positions: new Positions('utf-16'), format: english };
const missed: string[] = [];

interface Case {
  readonly name: string;
  readonly scope: 'page' | 'workspace';
  readonly preview: TaskPreview;
  /** Letters that some of the rows have. */
  readonly filter: string;
}

function pageOfRows(): Case {
  const text = documents().find(({ name }) => name === '10k rows')?.text ?? '';
  const uri = 'file:///bench/page.md';
  const playbook = parsePlaybook({ uri, text });
  const { tables, rows } = taskPreview(playbook, []);
  const tasks = new PreviewTasks(() => ({ languages: ['en', 'de'] }), english);
  const preview = {
    version: 1,
    hasAllProblems: true,
    pages: [toPage(uri, 'page.md', pageFacts(playbook), english)],
    tables: tables.map((table) => toTable(table, 0, playbook.lines)),
    rows: toRows(rows, 0, playbook.lines, session, (row) => tasks.indexOf(row, '')),
    tasks: tasks.all,
    words: toWords(builtInVocabulary, playbook.language, english),
  };
  return { name: 'page of 10,000 rows', scope: 'page', preview, filter: 'step 77' };
}

const TASKS = 20_000;

function workspaceOfTasks(): Case {
  const pages: PreviewPage[] = [];
  const tables: PreviewTable[] = [];
  const rows: PreviewRow[] = [];
  const tasks = new PreviewTasks(() => ({ languages: ['en', 'de'] }), english);
  for (const [uri, text] of workspaceFiles(4_000)) {
    if (!uri.endsWith('.md') || rows.length >= TASKS) continue;
    const summary = summarize(asFilePath(uri), parsePlaybook({ uri, text }));
    const found = summaryTasks(summary, builtInVocabulary);
    const taskOf = (row: ShownRow): number | null => tasks.indexOf(row, '');
    for (const row of toRows(found.rows, tables.length, summary.lines, session, taskOf)) rows.push(row);
    for (const table of found.tables) tables.push(toTable(table, pages.length, summary.lines));
    pages.push(toPage(uri, uri.slice('file:///workspace/'.length), summaryFacts(summary), english));
  }
  const preview = {
    version: null,
    hasAllProblems: false,
    pages,
    tables,
    rows: rows.slice(0, TASKS),
    tasks: tasks.all,
    words: toWords(builtInVocabulary, 'en', english),
  };
  return {
    name: `workspace of ${preview.rows.length.toLocaleString('en')} tasks`,
    scope: 'workspace',
    preview,
    filter: '901',
  };
}

interface Times {
  readonly first: number;
  readonly filter: number;
}

/** The page of the panel, as the tests of the panel open it. */
interface Panel {
  readonly page: { evaluate<Result>(script: string): Promise<Result> };
  close(): Promise<void>;
}

type OpenPanel = (options: { readonly data: Readonly<Record<string, string>> }) => Promise<Panel>;

/** What both sides are timed by, in the browser: until the picture that follows is there. */
const TOOLS = `
  globalThis.painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  globalThis.timed = async (act) => { await painted(); const start = performance.now(); await act(); await painted(); return performance.now() - start; };
`;

async function ourTimes(open: OpenPanel, { preview, scope, filter }: Case): Promise<Times> {
  const panel = await open({ data: { scope, view: 'tasks' } });
  const { page } = panel;
  await page.evaluate(`${TOOLS}; globalThis.preview = ${JSON.stringify(preview)}; undefined`);
  const first = await page.evaluate<number>(`timed(async () => {
    postMessage({ type: 'tasks', scope: '${scope}', preview, isEditable: true, readOnly: null, hasAllProblems: true });
    while (document.querySelector('.row.task') === null) await new Promise((done) => setTimeout(done));
  })`);
  const letter = await page.evaluate<number>(`timed(() => {
    const input = document.querySelector('.text-filter input');
    input.value = ${JSON.stringify(filter)};
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  })`);
  const count = await page.evaluate<string>(`document.querySelector('.filters [role=status]').textContent`);
  await panel.close();
  if (!/^[1-9][\d,]* of /.test(count)) throw new Error(`The filter "${filter}" left "${count}"`);
  return { first, filter: letter };
}

/** The same five cells of every row, and rows hidden that have not the letters: as little as a table can do. */
async function plainTimes(open: OpenPanel, { preview, filter }: Case): Promise<Times> {
  const panel = await open({ data: {} });
  const { page } = panel;
  await page.evaluate(`${TOOLS}; globalThis.preview = ${JSON.stringify(preview)}; undefined`);
  const first = await page.evaluate<number>(`timed(() => {
    const texts = ({ id, name, mo, role, services }) => [id, name, mo, role, services].map((cell) => cell?.source ?? '');
    const escaped = (text) => text.replace(/[&<]/g, (mark) => '&#' + mark.charCodeAt(0) + ';');
    document.body.innerHTML = '<table>' + preview.rows.map((row) => '<tr>' + texts(row).map((text) => '<td>' + escaped(text) + '</td>').join('') + '</tr>').join('') + '</table>';
  })`);
  const letter = await page.evaluate<number>(`timed(() => {
    for (const row of document.querySelectorAll('tr')) row.hidden = !row.textContent.toLowerCase().includes(${JSON.stringify(filter)});
  })`);
  await panel.close();
  return { first, filter: letter };
}

interface Browser {
  close(): Promise<void>;
}

/** What the tests of the panel open it with. It runs by itself, outside of this bundle. */
async function startPanels(): Promise<{ readonly browser: Browser; readonly open: OpenPanel }> {
  const { startBrowser } = (await imported('test/preview/browser.mjs')) as {
    startBrowser: () => Promise<Browser | string>;
  };
  const { panelOpener } = (await imported('test/preview/panel/panel.mjs')) as {
    panelOpener: (browser: Browser) => OpenPanel;
  };
  const browser = await startBrowser();
  if (typeof browser === 'string') throw new Error(browser);
  return { browser, open: panelOpener(browser) };
}

function imported(path: string): Promise<unknown> {
  return import(pathToFileURL(join(root, path)).href);
}

async function main(): Promise<void> {
  const { browser, open } = await startPanels();
  const rows = [['task preview', 'ours, ms', 'plain table, ms', 'of the peer']];
  for (const one of [pageOfRows(), workspaceOfTasks()]) {
    const rounds: { readonly ours: Times; readonly plain: Times }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({ ours: await ourTimes(open, one), plain: await plainTimes(open, one) });
    for (const [what, name] of [
      ['first', 'first picture'],
      ['filter', 'letters in the filter'],
    ] as const) {
      const ours = median(rounds.map((round) => round.ours[what]));
      const plain = median(rounds.map((round) => round.plain[what]));
      rows.push([`${one.name}: ${name}`, ms(ours), ms(plain), ratio(ours, plain)]);
      if (ours > plain * LIMIT) missed.push(`${one.name}: ${name} takes ${ratio(ours, plain)} of a plain table`);
    }
  }
  await browser.close();
  printTable(rows);
  for (const line of missed) console.log(`MISSED ${line}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

void main();
