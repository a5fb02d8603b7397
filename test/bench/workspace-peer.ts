import MarkdownIt from 'markdown-it';
import { CancellationToken, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  LogLevel,
  type DiagnosticOptions,
  type FileStat,
  type IMdLanguageService,
  type IMdParser,
  type IWorkspace,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { timedAsync } from './measure.js';
import { memoryOf } from './own-process.js';
import { StoredFiles } from './stored-files.js';
import { pageUri, ROOT, workspaceFiles } from './workspace-pages.js';

/** What the Markdown service of VS Code takes for the same. Times in milliseconds, memory in bytes. */
export interface PeerFigures {
  /** All headings and all links of all pages: what it has of an index. */
  readonly time: number;
  readonly memory: number;
  /** From an edit to the broken links of the page, and the headings of all pages. */
  readonly edit: number;
}

export async function peerFigures(pages: number): Promise<PeerFigures> {
  const files = new StoredFiles(workspaceFiles(pages));
  const workspace = new PeerWorkspace(files);
  const service = createLanguageService({ workspace, parser, logger: SILENT });
  let time = 0;
  const memory = await memoryOf(async () => {
    const start = performance.now();
    await readAll(service);
    time = performance.now() - start;
    return service;
  });
  return { time, memory, edit: await timedAsync((round) => edit(service, workspace, round), ROUNDS) };
}

const ROUNDS = 10;
const NEVER = CancellationToken.None;
const SILENT = { level: LogLevel.Off, log: () => undefined };
const DIAGNOSTICS: DiagnosticOptions = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.warning,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: [],
};

const markdown = new MarkdownIt({ html: true });
const parser: IMdParser = {
  slugifier: githubSlugifier,
  tokenize: (document) => Promise.resolve(markdown.parse(document.getText(), {})),
};

async function readAll(service: IMdLanguageService): Promise<void> {
  await service.getWorkspaceSymbols('', NEVER);
  // Whoever asks for the links to one page makes it read the links of all.
  await service.getFileReferences(URI.parse(pageUri(0)), NEVER);
}

async function edit(service: IMdLanguageService, workspace: PeerWorkspace, round: number): Promise<void> {
  const document = workspace.change(pageUri(0), `${workspace.textOf(pageUri(0))}\n## Round ${round}\n`);
  await service.computeDiagnostics(document, DIAGNOSTICS, NEVER);
  await service.getWorkspaceSymbols('', NEVER);
}

/** The files as the service wants to see them; documents are made when they are asked for, and kept, as its own server does. */
class PeerWorkspace implements IWorkspace {
  readonly workspaceFolders = [URI.parse(ROOT)];
  readonly #files: StoredFiles;
  readonly #documents = new Map<string, TextDocument>();
  readonly #changed = new Emitter<TextDocument>();
  readonly onDidChangeMarkdownDocument = this.#changed.event;
  readonly onDidCreateMarkdownDocument = new Emitter<TextDocument>().event;
  readonly onDidDeleteMarkdownDocument = new Emitter<URI>().event;

  constructor(files: StoredFiles) {
    this.#files = files;
  }

  getAllMarkdownDocuments(): Promise<Iterable<TextDocument>> {
    return Promise.resolve(this.#files.uris.filter((uri) => uri.endsWith('.md')).map((uri) => this.#documentAt(uri)));
  }

  hasMarkdownDocument(resource: URI): boolean {
    return this.#files.has(resource.toString());
  }

  openMarkdownDocument(resource: URI): Promise<TextDocument | undefined> {
    return Promise.resolve(this.hasMarkdownDocument(resource) ? this.#documentAt(resource.toString()) : undefined);
  }

  stat(resource: URI): Promise<FileStat | undefined> {
    return Promise.resolve(this.#files.has(resource.toString()) ? { isDirectory: false } : undefined);
  }

  readDirectory(): Promise<Iterable<readonly [string, FileStat]>> {
    return Promise.resolve([]);
  }

  textOf(uri: string): string {
    return this.#documentAt(uri).getText();
  }

  change(uri: string, text: string): TextDocument {
    const document = TextDocument.create(uri, 'markdown', this.#documentAt(uri).version + 1, text);
    this.#documents.set(uri, document);
    this.#changed.fire(document);
    return document;
  }

  #documentAt(uri: string): TextDocument {
    let document = this.#documents.get(uri);
    if (document === undefined)
      this.#documents.set(uri, (document = TextDocument.create(uri, 'markdown', 1, this.#files.textOf(uri))));
    return document;
  }
}
