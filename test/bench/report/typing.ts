import { documents, type BenchDocument } from '../documents.js';
import { caretAt, ServerClient, type Caret } from '../server-client.js';
import { languageServers, type NamedServer } from './language-servers.js';
import { sampleOf, type Sample } from './statistics.js';
import { inTurns } from './turns.js';

/** From a letter to the problems of the page, over standard input and output, in milliseconds. */
export interface TypingFigures {
  readonly page: BenchDocument['name'];
  readonly servers: readonly ServerFigures[];
}

export interface ServerFigures {
  readonly id: NamedServer['id'];
  readonly name: string;
  readonly letter: Sample;
  /** Resident after the last letter, in bytes. */
  readonly memory: number | undefined;
}

/** Letters that are typed one after the other before it is the turn of the next server. */
const LETTERS = 10;
const FEW_LETTERS = 5;
const WARM_UP = 10;
/** A server that takes longer for a letter, in milliseconds, has one turn with few letters. */
const SLOW = 100;

export async function typingFigures(turns: number): Promise<TypingFigures[]> {
  const figures: TypingFigures[] = [];
  const servers = languageServers();
  for (const document of documents())
    figures.push({ page: document.name, servers: await onPage(document, servers, turns) });
  return figures;
}

async function onPage(
  document: BenchDocument,
  servers: readonly NamedServer[],
  turns: number,
): Promise<ServerFigures[]> {
  const typists: Typist[] = [];
  for (const server of servers) typists.push(await Typist.start(server, document));
  await inTurns(
    typists.map((typist) => ({
      rounds: typist.isSlow ? 1 : turns,
      measure: () => typist.type(typist.isSlow ? FEW_LETTERS : LETTERS),
    })),
  );
  const figures = typists.map((typist) => typist.figures());
  for (const typist of typists) await typist.stop();
  return figures;
}

/** Types letters into a page that a server checks. */
export class Typist {
  readonly #server: NamedServer;
  readonly #client: ServerClient;
  readonly #caret: Caret;
  #times: number[] = [];

  private constructor(server: NamedServer, client: ServerClient, caret: Caret) {
    this.#server = server;
    this.#client = client;
    this.#caret = caret;
  }

  /** Opens the page, and types as long as the machine code isn't made. */
  static async start(server: NamedServer, page: Pick<BenchDocument, 'text' | 'caret'>): Promise<Typist> {
    const client = await ServerClient.start(server, server.opened);
    await client.open(page.text);
    if (server.opened !== undefined) await client.indexed();
    await client.pull();
    const typist = new Typist(server, client, caretAt(page.text, page.caret));
    await typist.type(1);
    await typist.type(typist.isSlow ? 1 : WARM_UP);
    typist.#times = typist.#times.slice(-1);
    return typist;
  }

  get isSlow(): boolean {
    return (this.#times.at(-1) ?? 0) > SLOW;
  }

  async type(letters: number): Promise<void> {
    for (let count = 0; count < letters; count++) {
      const start = performance.now();
      await this.#client.typeAndPull(this.#caret, 'x');
      this.#times.push(performance.now() - start);
    }
  }

  figures(): ServerFigures {
    const { id, name } = this.#server;
    // The first one was part of the warm-up.
    return { id, name, letter: sampleOf(this.#times.slice(1)), memory: this.#client.memory() };
  }

  stop(): Promise<void> {
    return this.#client.stop();
  }
}
