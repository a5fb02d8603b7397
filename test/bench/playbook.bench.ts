import { lint as markdownlint } from 'markdownlint/sync';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import {
  allRules,
  createLinter,
  isPlaybook,
  parsePlaybook,
  updatePlaybook,
  type LintConfig,
} from '../../server/src/core/index.js';
import { corpus, documents, HUNDRED_ROWS, type BenchDocument } from './documents.js';
import { median, ms, printTable, ratio, timed, timedAsync } from './measure.js';
import { longIds, serverWithLongIds } from './long-ids.js';
import { caretAt, ServerClient } from './server-client.js';

/**
 * What a keystroke, a start and the whole corpus cost, beside a full remark parse and markdownlint on the same text in
 * the same run. Machines are noisy: read the ratios. Ends with exit code 1 when a limit is not held.
 */
const TODAY = '2026-11-21';
const config: LintConfig = { rules: new Map() };
const fullRemark = remark().use(remarkGfm).use(remarkFrontmatter).freeze();
const missed: string[] = [];

interface PeerTimes {
  readonly remark: number;
  readonly markdownlint: number | undefined;
}

function peerTimes({ text, name }: BenchDocument): PeerTimes {
  if (name === '10k rows')
    return { remark: 10 * timed(() => fullRemark.parse(firstRows(text)), 1, 0), markdownlint: undefined };
  const rounds = name === 'typical' ? 15 : 2;
  return {
    remark: timed(() => fullRemark.parse(text), rounds, 1),
    markdownlint: timed(
      () => markdownlint({ strings: { page: text } }),
      name === 'typical' ? 15 : 1,
      name === 'typical' ? 1 : 0,
    ),
  };
}

/**
 * The page with 1,000 of its 10,000 rows. The whole of it takes remark minutes on Node 20, and markdownlint too; ten
 * times the time for a tenth of the rows is less than remark takes, so the ratio is in remark's favour.
 */
function firstRows(text: string): string {
  const lines = text.split('\n');
  const table = lines.findIndex((line) => line.startsWith('| Task ID'));
  return lines.slice(0, table + 2 + 1000).join('\n');
}

const EDITS: readonly (readonly [name: string, inserted: string])[] = [
  ['a letter', 'x'],
  ['Enter', '\n'],
  ['paste of 100 rows', `\n${HUNDRED_ROWS}`],
];

/** Milliseconds from an edit to problems inside the engine. */
function engineTime({ text, caret }: BenchDocument, inserted: string): number {
  const linter = createLinter(allRules);
  const { lint: config, vocabulary } = longIds();
  const start = parsePlaybook({ uri: 'file:///page.md', text }, vocabulary);
  linter.lint({ playbook: start, config, today: TODAY });
  let playbook = start;
  return timed((round) => {
    // Each edit is made to the page as it was opened, or large pastes would add up; letters add up as in typing.
    const before = inserted.length === 1 && inserted !== '\n' ? playbook : start;
    const at = caret + Math.max(0, round);
    playbook = updatePlaybook(before, before.text.slice(0, at) + inserted + before.text.slice(at));
    linter.lint({ playbook, config, today: TODAY });
  }, 30);
}

/** Milliseconds from an edit to problems on the other side of stdio. */
async function stdioTime(document: BenchDocument, inserted: string): Promise<number> {
  const client = await ServerClient.start(serverWithLongIds());
  await client.open(document.text);
  await client.pull();
  const caret = caretAt(document.text, document.caret);
  const rounds = inserted.length > 1 ? 10 : 30;
  const time = await timedAsync(async () => void (await client.typeAndPull(caret, inserted)), rounds);
  await client.stop();
  return time;
}

async function measureKeystrokes(): Promise<void> {
  const rows = [
    ['one edit to problems (ms)', 'engine', 'over stdio', 'full remark parse', 'markdownlint', 'stdio against remark'],
  ];
  for (const document of documents()) {
    const peers = peerTimes(document);
    for (const [edit, inserted] of EDITS) {
      const engine = engineTime(document, inserted);
      const stdio = await stdioTime(document, inserted);
      rows.push([
        `${document.name}, ${edit}`,
        ms(engine),
        ms(stdio),
        ms(peers.remark),
        peers.markdownlint === undefined ? '-' : ms(peers.markdownlint),
        ratio(stdio, peers.remark),
      ]);
      if (edit === 'a letter')
        holds(`${document.name}: over stdio`, stdio, peers.remark, document.name === '10k rows' ? 100 : 5);
    }
  }
  printTable(rows);
}

async function measureStart(): Promise<void> {
  const rows = [['start to first problems', 'ms', 'memory then (MB)']];
  for (const document of documents()) {
    const times: number[] = [];
    let memory: number | undefined;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      const client = await ServerClient.start(serverWithLongIds());
      await client.open(document.text);
      await client.pull();
      times.push(performance.now() - start);
      memory = client.memory();
      await client.stop();
    }
    rows.push([
      document.name,
      ms(median(times)),
      memory === undefined ? '-' : String(Math.round(memory / 1024 / 1024)),
    ]);
  }
  console.log('');
  printTable(rows);
}

function measureCorpus(): void {
  const { name, texts } = corpus();
  const ours = timed(
    () => {
      const linter = createLinter(allRules);
      for (const [index, text] of texts.entries()) {
        const playbook = parsePlaybook({ uri: `file:///${index}.md`, text });
        if (isPlaybook(playbook)) linter.lint({ playbook, config, today: TODAY });
      }
    },
    3,
    1,
  );
  const parse = timed(() => texts.forEach((text) => fullRemark.parse(text)), 1, 1);
  const peer = timed(() => texts.forEach((text) => markdownlint({ strings: { page: text } })), 1, 0);
  console.log('');
  printTable([
    [`whole corpus (${name})`, 'ms', 'against remark'],
    ['all rules, from scratch', ms(ours), ratio(ours, parse)],
    ['full remark parse', ms(parse), '1'],
    ['markdownlint', ms(peer), ratio(peer, parse)],
  ]);
  holds('whole corpus', ours, parse, 3);
  console.log(`memory of this process: ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`);
}

/** Notes a limit: `ours` must take less than one `part`th of `peer`. */
function holds(what: string, ours: number, peer: number, part: number): void {
  if (ours * part >= peer) missed.push(`${what}: ${ratio(ours, peer)} of a full remark parse, the limit is 1/${part}`);
}

async function main(): Promise<void> {
  await measureKeystrokes();
  await measureStart();
  measureCorpus();
  console.log(missed.length === 0 ? '\nEvery limit is held.' : `\nNot held:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

void main();
