import fc from 'fast-check';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { assertAnswer, Texts } from './answers.js';
import { edited, mutatedPage, randomEdit, shorterLists, startingPages, type RandomEdit } from './pages.js';
import { methodOf, METHODS, paramsFor } from './requests.js';
import type { Target } from './target.js';

/** What an editor does, or has to tell. Positions are fractions of the text. */
export type Step =
  | { readonly do: 'open'; readonly page: number; readonly text: string }
  | { readonly do: 'close'; readonly page: number }
  | { readonly do: 'edit'; readonly page: number; readonly edit: RandomEdit }
  /** The file behind a page is written; `null`: deleted. */
  | { readonly do: 'file'; readonly page: number; readonly text: string | null }
  | { readonly do: 'configuration'; readonly text: string }
  | { readonly do: 'settings'; readonly settings: Readonly<Record<string, unknown>> }
  /** `isAwaited`: the editor does nothing else until the answer is there. */
  | {
      readonly do: 'request';
      readonly page: number;
      readonly method: string;
      readonly from: number;
      readonly to: number;
      readonly isAwaited: boolean;
    };

const NAMES = ['home.md', 'de/home.md', 'a/one.md', 'a/two.md', 'TOC.yml'] as const;
const FOLDER = 'file:///site';
const CONFIGURATION = `${FOLDER}/.playbooklint.json`;
/** How long an answer may take before it counts as none, in milliseconds; the longest that was seen is far below. */
const PATIENCE = 60_000;

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const page = fc.nat(NAMES.length - 1);

function stepsOn(pages: readonly string[]): fc.Arbitrary<readonly Step[]> {
  const text = mutatedPage(pages);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), page, text }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), page }) },
    { weight: 10, arbitrary: fc.record({ do: fc.constant('edit' as const), page, edit: randomEdit }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('file' as const), page, text: fc.option(text) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('configuration' as const),
        text: fc.constantFrom(
          '{}',
          '{',
          '{"ignore": ["a/**"]}',
          '{"playbooks": ["**"]}',
          '{"rules": {"task-id-format": "off"}}',
          '{"vocabulary": {"roles": {"boss": {"en": "Boss"}}}}',
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('settings' as const),
        settings: fc.record({
          enable: fc.boolean(),
          maxProblems: fc.constantFrom(0, 1, 1000),
          formatTables: fc.constantFrom('aligned', 'compact', 'off'),
          codeLens: fc.boolean(),
          inlayHints: fc.boolean(),
          workspaceProblems: fc.boolean(),
        }),
      }),
    },
    {
      weight: 20,
      arbitrary: fc.record({
        do: fc.constant('request' as const),
        page,
        method: fc.constantFrom(...METHODS),
        from: fraction,
        to: fraction,
        isAwaited: fc.boolean(),
      }),
    },
  );
  return fc.array(step, { minLength: 5, maxLength: 60, size: 'max' });
}

/** A session with a server: random edits, files, settings and requests. No crash, no error, no silence, no answer for another text. */
export const protocolTarget: Target<readonly Step[]> = {
  name: 'protocol',
  inputs: fc.constant(undefined).chain(() => stepsOn(startingPages())),
  check: (steps) => new Editor().run(steps),
  smaller: shorterSessions,
  sizeOf: (steps) => ({
    sessions: 1,
    edits: steps.filter((step) => step.do === 'edit').length,
    requests: steps.filter((step) => step.do === 'request').length,
  }),
};

function* shorterSessions(steps: readonly Step[]): Iterable<readonly Step[]> {
  yield* shorterLists(steps);
}

class Editor {
  readonly #files = new Map<string, string>([
    [`${FOLDER}/docfx.json`, '{"build": {"content": [{"files": ["**/*.md"]}]}}'],
  ]);
  readonly #texts = new Texts(this.#files);
  readonly #answers: Promise<void>[] = [];
  #settings: Readonly<Record<string, unknown>> = {};

  async run(steps: readonly Step[]): Promise<void> {
    const client = await TestClient.inMemory({
      files: this.#files,
      folders: [FOLDER],
      capabilities: FULL_CLIENT,
      settings: () => this.#settings,
    });
    try {
      for (const step of steps) await this.#take(step, client);
      await Promise.all(this.#answers);
      const errors = client.said('window/logMessage').filter((message) => (message as { type: number }).type === 1);
      if (errors.length > 0)
        throw new Error(`The server logged an error: ${(errors[0] as { message: string }).message}`);
    } finally {
      await Promise.allSettled(this.#answers);
      await answered(client.stop(), 'shutdown');
    }
  }

  async #take(step: Step, client: TestClient): Promise<void> {
    if (step.do === 'configuration') return this.#write(CONFIGURATION, step.text, client);
    if (step.do === 'settings') {
      this.#settings = step.settings;
      return client.notify('workspace/didChangeConfiguration', { settings: null });
    }
    const uri = `${FOLDER}/${NAMES[step.page] ?? NAMES[0]}`;
    const open = this.#texts.open.get(uri);
    if (step.do === 'file') return this.#write(uri, step.text, client);
    if (step.do === 'open' && open === undefined) {
      await client.open(uri, step.text, uri.endsWith('.md') ? 'markdown' : 'yaml');
      this.#texts.changed(uri, 1, step.text);
    }
    if (open === undefined) return;
    if (step.do === 'close') {
      this.#texts.open.delete(uri);
      await client.notify('textDocument/didClose', { textDocument: { uri } });
    } else if (step.do === 'edit') await this.#edit(uri, step.edit, client);
    else if (step.do === 'request') {
      const answer = this.#ask(uri, step, client);
      if (step.isAwaited) await answer;
      else this.#answers.push(answer);
      // Whoever waits for all of them hears of it; until then it is no unhandled rejection.
      answer.catch(() => undefined);
    }
  }

  async #write(uri: string, text: string | null, client: TestClient): Promise<void> {
    const type = text === null ? 3 : this.#files.has(uri) ? 2 : 1;
    if (text === null) this.#files.delete(uri);
    else this.#files.set(uri, text);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  }

  async #edit(uri: string, edit: RandomEdit, client: TestClient): Promise<void> {
    const document = client.texts.get(uri);
    if (document === undefined) return;
    const before = document.getText();
    const start = Math.round(edit.at * before.length);
    await client.change(uri, [
      {
        range: { start: document.positionAt(start), end: document.positionAt(start + edit.remove) },
        text: edit.insert,
      },
    ]);
    const after = client.texts.get(uri);
    this.#texts.changed(uri, after?.version ?? 0, after?.getText() ?? edited(before, edit));
  }

  async #ask(
    uri: string,
    { method, from, to, isAwaited }: Extract<Step, { do: 'request' }>,
    client: TestClient,
  ): Promise<void> {
    const document = client.texts.get(uri);
    if (document === undefined) return;
    const range = {
      start: document.positionAt(Math.min(from, to) * document.getText().length),
      end: document.positionAt(Math.max(from, to) * document.getText().length),
    };
    try {
      const answer = await answered(
        client.request(methodOf(method), paramsFor(method, { uri, version: document.version, range })),
        method,
      );
      assertAnswer(answer, uri, this.#texts, isAwaited);
    } catch (error) {
      if (!EXPECTED.has((error as { code?: number }).code ?? 0)) throw new Error(`${method} failed`, { cause: error });
    }
  }
}

/** Content modified, cancelled by the server, refused with a reason. */
const EXPECTED: ReadonlySet<number> = new Set([-32801, -32802, -32803]);

function answered<Answer>(answer: Promise<Answer>, what: string): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer to ${what}`)), PATIENCE);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
