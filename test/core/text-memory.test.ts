import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  parsePlaybook,
  summarize,
  updatePlaybook,
  WorkspaceIndex,
  asFilePath,
  type Playbook,
} from '../../server/src/core/index.js';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

const PATH = asFilePath('file:///workspace/page.md');
const EDITS = 60;
const HEADER =
  '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n';
const FILLING = `Words that tell what the customer is to do next.\n\n${`${HEADER}${'| 4000 | The name of a task that stands for many | M | FastTrack Manager | Teams |\n'.repeat(40)}\n`}`;

/** A page with a quarter of a megabyte in which each step has its own row and sentence. */
function longPage(lineEnd: string): string {
  const steps = Array.from(
    { length: EDITS },
    (_, step) =>
      `### Step ${step}\n\nThe sentence that belongs to step ${step}.\n\n${HEADER}| ${3000 + step} | The name that belongs to step ${step} | M | SME | Teams |\n\n${FILLING}`,
  );
  return `---\nft.audience: partner\n---\n\n${steps.join('')}`.replaceAll('\n', lineEnd);
}

/** The additional memory in use after the page and its index have processed all texts, in bytes. */
function heldAfter(first: string, edit: (text: string, step: number) => string): number {
  const index = new WorkspaceIndex();
  let text = first;
  let playbook: Playbook = parsePlaybook({ uri: PATH, text });
  index.setPage(PATH, summarize(PATH, playbook));
  const before = heapUsed();
  for (let step = 0; step < EDITS; step++) {
    text = asReceived(edit(text, step));
    playbook = updatePlaybook(playbook, text);
    index.setPage(PATH, summarize(PATH, playbook));
  }
  const held = heapUsed() - before;
  assert.equal(index.pages.get(PATH)?.text, playbook.text);
  return held;
}

/** A text that isn't a slice of another one, like text from an editor. */
function asReceived(text: string): string {
  return Buffer.from(text).toString();
}

function heapUsed(): number {
  if (typeof collectGarbage === 'function') collectGarbage();
  return process.memoryUsage().heapUsed;
}

for (const [name, lineEnd] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
] as const) {
  for (const words of ['sentence', 'name']) {
    test(`a page that is edited in the ${words} of every step keeps no previous text in memory, ${name}`, () => {
      const page = asReceived(longPage(lineEnd));
      const held = heldAfter(page, (text, step) =>
        text.replace(`The ${words} that belongs to step ${step}`, `The new ${words} for step ${step}`),
      );
      assert.ok(held < 5 * page.length, `${Math.round(held / page.length)} texts are held`);
    });
  }
}
