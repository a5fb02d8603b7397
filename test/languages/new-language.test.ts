import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { build, type Plugin } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionList, TextEdit } from 'vscode-languageserver/node';
import type {
  CounterpartsResult,
  EditAnswer,
  NewPageResult,
  OfferedVocabulary,
} from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';
import { root } from '../support/project.js';
import { absentGrayMatterExtras } from '../support/gray-matter-extras.js';

const SERVER = join(root, 'out/languages/server.js');
const PAGE = 'file:///site/page.md';

/** What somebody does who adds a language: one import and one line in the list of packs. */
const withEsperanto: Plugin = {
  name: 'with-esperanto',
  setup({ onLoad }) {
    onLoad({ filter: /vocabulary[\\/]languages[\\/]index\.ts$/ }, ({ path }) => {
      const pack = JSON.stringify(join(root, 'test/languages/eo.ts'));
      const list = readFileSync(path, 'utf8').replace('  chinese,\n', '  chinese,\n  esperanto,\n');
      return { contents: `import { esperanto } from ${pack};\n${list}`, loader: 'ts' };
    });
  },
};

describe('a language that is added with a pack and a line', () => {
  before(() =>
    build({
      entryPoints: [join(root, 'server/src/node/main.ts')],
      outfile: SERVER,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      define: { PRODUCT_VERSION: '"0.0.0"', PRODUCT_ADDRESS: 'null', PRODUCT_DOCS: 'null' },
      plugins: [absentGrayMatterExtras, withEsperanto],
    }),
  );

  test('is offered for new pages, which are written in it without a problem', async (t) => {
    const { client, text } = await newPage(t);
    assert.match(text, /^# Tekstoj kaj bildoj$/m);
    assert.match(text, /^## Superrigardo$/m);
    assert.match(text, /^### Nomo de la paŝo$/m);
    assert.match(text, /^Ĉefa rolo: \*\*Inĝeniero de FastTrack\*\*/m);
    assert.match(text, /\| Kreis la manlibron \|$/m);
    const words = await client.request<OfferedVocabulary>('playbook/vocabulary', { uri: PAGE });
    assert.equal(words.language, 'eo');
    assert.ok(words.languages.some(({ id, label }) => id === 'eo' && label === 'Esperanto'));
    assert.deepEqual(await client.problems(PAGE), []);
  });

  test('gets a task table and a task row in its words and letters', async (t) => {
    const { client } = await newPage(t);
    await insertTask(client, '5009', 'mandatory');
    await insertTask(client, '5010', 'optional');
    assert.deepEqual(linesOf(client, /^(?:####|\|).*(?:FTOP|Tasko|50)/), [
      '#### FTOP-taskoj',
      '| Tasko-ID | Nomo de la tasko | (D)eviga / (L)aŭvola | Rolo de FastTrack | Servoj |',
      '| 5009 | Legu | D | Estro de FastTrack | Ĉiuj servoj + Teams |',
      '| 5010 | Legu | L | Estro de FastTrack | Ĉiuj servoj + Teams |',
    ]);
    assert.deepEqual(await client.problems(PAGE), []);
  });

  test('has its own problems, with fixes in its words', async (t) => {
    const { client } = await newPage(t);
    await insertTask(client, '5009', 'mandatory');
    await client.replace(PAGE, '| D | Estro', '| X | Estrino');
    await client.replace(PAGE, '## Celoj', '> [!NOTO]\n> Legu.\n\n## Celoj');
    await client.replace(PAGE, 'Ĉefa rolo: **Inĝeniero de FastTrack**', 'Ĉefa rolo: **FastTrack Engineer**');
    const messages = (await client.problems(PAGE)).map(({ message }) => message);
    assert.deepEqual(
      messages.sort(),
      [
        `"X" isn't one of the letters in the column header: D, L`,
        '"Estrino de FastTrack" is a known mistranslation of "Estro de FastTrack"',
        '"FastTrack Engineer" is in English, but the page is in Esperanto: use "Inĝeniero de FastTrack"',
        `Unknown alert type "[!NOTO]": the site shows it as plain text. Did you mean "[!NOTE]"?`,
      ].sort(),
    );
  });

  test('completes roles and services in its words', async (t) => {
    const { client } = await newPage(t);
    await insertTask(client, '5009', 'mandatory');
    await client.replace(PAGE, '| Estro de FastTrack | Ĉiuj servoj + Teams |', '|  |  |');
    assert.deepEqual(await labelsAt(client, '|  |  |', 2), ['Inĝeniero de FastTrack', 'Estro de FastTrack']);
    assert.deepEqual(await labelsAt(client, '|  |  |', 5), ['Ĉiuj servoj', 'Exchange', 'Teams']);
  });

  test('is recognized by the names of files and folders', async (t) => {
    const page = (text: string): string => `---\nft.audience: partner\n---\n\n${text}\n`;
    const files = new Map([
      ['english-playbooks/a.md', page('The start of the project.')],
      ['esperanto-playbooks/a.md', page('Ĉi tiu estas la komenco, por la estro kaj la teamo.')],
      ['b.md', page('The end of the project.')],
      ['b-eo.md', page('Ĉi tiu estas la fino, por la estro kaj la teamo.')],
    ]);
    const client = await start(t, new Map([...files].map(([path, text]) => [`file:///site/${path}`, text])));
    const uris = [...files.keys()].map((path) => `file:///site/${path}`);
    for (const [english = '', translation] of [uris.slice(0, 2), uris.slice(2)]) {
      await client.open(english, page('The start of the project.'));
      const found = await client.request<CounterpartsResult>('playbook/counterparts', {
        uri: english,
        position: { line: 0, character: 0 },
      });
      assert.deepEqual(
        found.map(({ uri, languageName }) => [uri, languageName]),
        [[translation, 'Esperanto']],
      );
    }
  });
});

type Context = Pick<import('node:test').TestContext, 'after'>;

async function start(t: Context, files = new Map<string, string>()): Promise<TestClient> {
  const client = await TestClient.overStdio(SERVER, { files });
  t.after(() => client.stop());
  return client;
}

/** A client with a new page in Esperanto. */
async function newPage(t: Context): Promise<{ client: TestClient; text: string }> {
  const client = await start(t);
  const { text } = await client.request<NewPageResult>('playbook/newPage', {
    kind: 'process',
    language: 'eo',
    audience: 'partner',
    title: 'Tekstoj kaj bildoj',
    phase: 'assess',
    author: 'Ada Norda',
  });
  await client.open(PAGE, text);
  return { client, text };
}

async function insertTask(client: TestClient, taskId: string, mo: 'mandatory' | 'optional'): Promise<void> {
  const document = TextDocument.create(PAGE, 'markdown', 0, client.text(PAGE));
  const at = document.positionAt(document.getText().indexOf('### '));
  const answer = await client.request<EditAnswer>('playbook/edit', {
    uri: PAGE,
    version: client.texts.get(PAGE)?.version,
    range: { start: at, end: at },
    command: 'insertRow',
    args: { taskId, mo, taskName: 'Legu', roles: ['fasttrack-manager'], services: ['all-services', 'teams'] },
  });
  if ('refused' in answer) return assert.fail(answer.refused);
  await client.change(PAGE, [{ text: TextDocument.applyEdits(document, answer.edits as TextEdit[]) }]);
}

function linesOf(client: TestClient, pattern: RegExp): string[] {
  return client
    .text(PAGE)
    .split(/\r?\n/)
    .filter((line) => pattern.test(line));
}

/** The labels offered `after` characters into `text`. */
async function labelsAt(client: TestClient, text: string, after: number): Promise<string[]> {
  const document = TextDocument.create(PAGE, 'markdown', 0, client.text(PAGE));
  const position = document.positionAt(document.getText().indexOf(text) + after);
  const list = await client.request<CompletionList>('textDocument/completion', {
    textDocument: { uri: PAGE },
    position,
    context: { triggerKind: 1 },
  });
  return list.items.map(({ label }) => label);
}
