import { runOf, type Figures } from './figures.js';
import type { Machine } from './machine.js';
import { figuresTable, megabytes, NOT_MEASURED, numberText, ratioText, sampleText } from './markdown.js';
import { growthExponent } from './statistics.js';
import { isHeld, targetsOf, type Target } from './targets.js';
import type { RunFigures } from './whole-runs.js';

/** The page docs/performance.md. `tried` is written by hand. */
export function performancePage(figures: Figures, machine: Machine, tried: string): string {
  const { pages, bytes } = figures.repository;
  return `# Performance

What the command line and the language server cost, compared with other programs on the same pages.
\`npm run bench -- --report\` writes this page. Don't edit it.

All figures are from one run. The programs take turns, so that all of them meet the same disturbances.
Each time is the median, with the 95th percentile in parentheses. Other machines have other times: compare the ratios.

## Targets

${targetsTable(targetsOf(figures))}

## The run

${machineList(machine)}

The repository has ${count(pages)} generated pages in six languages with ${numberText(bytes / 1e6)} MB in all, about as many and as long as the real ones. No two pages have the same text.
Each program checks with its default rules, remark with its recommended ones. Their rules differ, so a ratio compares what users wait for, not the same work. The output is thrown away.

## One page

Checks one page of the repository, from the start of the program to its end. playbook-lint compares the page with all others, and the others look at this page only. The cache has what playbook-lint remembers about the other pages.

${runsTable(figures.onePage, 'node', 'a bare start')}

## All pages

Checks the whole repository. vscode-markdown-languageservice checks only links. Memory is the most that was resident.

${runsTable(figures.allPages, 'rumdl', 'rumdl')}

## A letter

From a letter to the problems of the page, over standard input and output, in milliseconds. Letters are typed without a pause. The echo answers that the page has no problems, without looking at it. rumdl gets the whole page with each letter, because its server doesn't take changes. vscode-markdown-languageserver has the editor parse the page, and its time includes that. Alone, a page is compared with no other one. Among 450 pages, it takes the place of one with translations, which have none of its tasks: the largest page has hundreds of problems then, and 10,000 rows as many as the server sends.

${typingTable(figures)}

The typical page has 6 KB, and the largest one 200 KB. The third one has a task table with 10,000 rows.

Memory of the server after the last letter, in MB:

${typingMemory(figures)}

## Long tables

A letter in the middle of a task table. The engine is the part of the parser and the rules; the rest is the protocol.

${growthTable(figures)}

The exponent says how the time grows with the number of rows: with 0 it doesn't, with 1 it is proportional. 35,000 rows are just below 5 MB, the size above which a page isn't checked: copying such a text takes longer than everything together on a typical page.

## Many pages

An editor that has a folder with so many pages open. Times are in milliseconds.

${editorTable(figures)}

${editorNotes(figures)}

## What was tried and didn't help

${tried.trim()}
`;
}

export function targetsTable(targets: readonly Target[]): string {
  return figuresTable(
    ['Target', 'At most', 'Measured', 'Held'],
    targets.map((target) => [
      target.what,
      withUnit(target.limit, target),
      target.value === undefined ? NOT_MEASURED : withUnit(target.value, target),
      isHeld(target) ? 'yes' : '**no**',
    ]),
  );
}

function withUnit(value: number, { unit }: Target): string {
  if (unit === 'exponent') return value.toFixed(2);
  // Two digits after the point, or a value just above the limit would look as if it were held.
  const text = value < 10 ? String(Number(value.toFixed(2))) : numberText(value);
  return unit === 'times' ? `${text} ×` : `${text} MB`;
}

function machineList({ date, processor, cores, memoryGb, system, node, peerNode, peers }: Machine): string {
  return [
    `- ${date}, ${processor}, ${cores} cores, ${memoryGb} GB, ${system}`,
    `- Node ${node.replace(/^v/, '')}; the other programs of Node run on ${peerNode.replace(/^v/, '')}, because their current versions need Node 22`,
    `- ${peers.map(([name, version]) => `${name} ${version}`).join(', ')}`,
  ].join('\n');
}

export function runsTable(runs: readonly RunFigures[], peer: string, peerName: string): string {
  const { wall, cpu } = runOf(runs, peer);
  return figuresTable(
    [
      'Program',
      'Wall time, ms',
      `Against ${peerName}`,
      'Processor time, ms',
      `Against ${peerName}`,
      'Memory, MB',
      'Runs',
    ],
    runs.map((run) => [
      run.name,
      sampleText(run.wall),
      ratioText(run.wall.median, wall.median),
      sampleText(run.cpu),
      ratioText(run.cpu?.median, cpu?.median),
      megabytes(run.memory),
      String(run.wall.count),
    ]),
  );
}

function typingTable({ typing }: Figures): string {
  return figuresTable(
    ['Server', ...typing.flatMap(({ page }) => [PAGE_NAMES[page], 'Against the echo'])],
    serversOf(typing).map(({ id, name }) => [
      name,
      ...typing.flatMap(({ servers }) => {
        const letter = servers.find((server) => server.id === id)?.letter;
        const echo = servers.find((server) => server.id === 'echo')?.letter;
        return [sampleText(letter), ratioText(letter?.median, echo?.median)];
      }),
    ]),
  );
}

function typingMemory({ typing }: Figures): string {
  return figuresTable(
    ['Server', ...typing.map(({ page }) => PAGE_NAMES[page])],
    serversOf(typing).map(({ id, name }) => [
      name,
      ...typing.map(({ servers }) => megabytes(servers.find((server) => server.id === id)?.memory)),
    ]),
  );
}

const PAGE_NAMES = { typical: 'Typical page', largest: 'Largest page', '10k rows': '10,000 rows' } as const;

function serversOf(typing: Figures['typing']): Figures['typing'][number]['servers'] {
  return typing[0]?.servers ?? [];
}

function growthTable({ growth }: Figures): string {
  const exponent = (part: 'stdio' | 'engine'): string =>
    growthExponent(growth.map((one) => [one.rows, one[part].median])).toFixed(2);
  return figuresTable(
    ['Rows', 'Over standard input and output, ms', 'In the engine, ms'],
    [
      ...growth.map(({ rows, stdio, engine }) => [count(rows), sampleText(stdio), sampleText(engine)]),
      ['**Exponent**', exponent('stdio'), exponent('engine')],
    ],
  );
}

function editorTable({ editor }: Figures): string {
  return figuresTable(
    [
      'Pages',
      'First problems',
      'All pages read',
      'All pages read, a second time',
      'A letter',
      'Code actions',
      'Completion',
      'Memory, MB',
    ],
    editor.map((one) => [
      count(one.pages),
      numberText(one.firstProblems),
      numberText(one.indexed),
      numberText(one.reopened),
      sampleText(one.letter),
      sampleText(one.codeActions),
      sampleText(one.completion),
      megabytes(one.memory),
    ]),
  );
}

function editorNotes({ editor, activation }: Figures): string {
  const [few, many] = [editor[0], editor.at(-1)];
  const isKnown = few?.memory !== undefined && many?.memory !== undefined && few !== many;
  const perPage = isKnown ? ((many.memory ?? 0) - (few.memory ?? 0)) / (many.pages - few.pages) / 1024 : Number.NaN;
  const activated =
    'time' in activation
      ? `VS Code waits ${sampleText(activation.time)} ms for the extension when the first playbook is opened.`
      : `How long VS Code waits for the extension wasn't measured: ${activation.missing}.`;
  return `First problems and the end of reading are counted from the start of the server. The second time, another server opens the same folder, and uses [what the first one remembered](editor.md#what-is-remembered). Each further page takes ${numberText(perPage)} KB of memory.\n${activated}`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
