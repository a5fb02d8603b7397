import {
  allRules,
  isInside,
  isPlaybook,
  LineMap,
  parsePlaybook,
  readFrontMatter,
  readToc,
  updatePlaybook,
  type EffectiveConfig,
  type FilePath,
  type FixResult,
  type Playbook,
  type Problem,
  type Rule,
  type WorkspaceIndex,
} from '../core/index.js';
import { emptyResult, type CheckResult } from './check-result.js';
import type { ConfigFindings } from './config-loader.js';
import { ConfigStore, isConfigFile, type FixedConfig, type PageConfig } from './config-store.js';
import type { DecodedText } from './decode.js';
import { utf16 } from './file-problems.js';
import { filePathOf, uriOf } from './file-uris.js';
import { BoundedFiles } from './bounded-files.js';
import type { WorkspaceHost } from './host.js';
import { WorkspaceIndexer, type FileChange, type IndexProgress } from './workspace-indexer.js';
import { MAX_LENGTH } from '../shared/limits.js';
import type { OpenPage } from './open-page.js';
import { PageChecker } from './page-checker.js';
import { isTocFile, normalizedUri } from './uris.js';

export interface WorkspaceOptions {
  readonly host: WorkspaceHost;
  /** Today's date, `YYYY-MM-DD`, requested at each check. */
  readonly today: () => string;
  readonly rules?: readonly Rule[];
  /** The length of the longest text that is checked, in UTF-16 code units. */
  readonly maxLength?: number;
  /** Lets other work run while the workspace is read. */
  readonly pause?: () => Promise<void>;
  /** The progress of reading the workspace. */
  readonly onProgress?: (progress: IndexProgress) => void;
  /** The index changed in a way that can affect a page. */
  readonly onIndexChange?: () => void;
  /** A part of an index update threw an error; the rest still runs. */
  readonly onIndexError?: (error: unknown) => void;
  /** The configuration of a folder was read, so {@link Workspace.configurationsInEffect} may have changed. */
  readonly onConfigurationRead?: () => void;
  /** All pages will be checked once the workspace is read. */
  readonly checksAll?: boolean;
}

/** Information about a page in addition to its text. Offsets refer to `text`. */
export interface PageFrontMatter extends Pick<Playbook, 'text' | 'lines' | 'frontMatter' | 'vocabulary'> {
  readonly path: FilePath;
}

interface OpenDocument {
  text: string;
  /**
   * `hidden`: the editor keeps it, but it isn't in a tab. `deleted`: its file was deleted. For other pages, the file on
   * the disk counts then, until the document is edited.
   */
  state: 'shown' | 'hidden' | 'deleted';
  playbook: Playbook | undefined;
  last:
    { readonly check: CheckResult; readonly config: EffectiveConfig | undefined; readonly today: string } | undefined;
}

/** The only stateful part: open documents, their last parse, the configuration of each, and the index of all files. */
export class Workspace {
  readonly #files: BoundedFiles;
  readonly #configs: ConfigStore;
  readonly #indexer: WorkspaceIndexer;
  readonly #checker: PageChecker;
  readonly #today: () => string;
  readonly #documents = new Map<string, OpenDocument>();
  /** The same documents by their paths in the index. */
  readonly #openPaths = new Set<string>();

  constructor({
    host,
    today,
    rules = allRules,
    maxLength = MAX_LENGTH,
    pause,
    onProgress,
    onIndexChange,
    onIndexError,
    onConfigurationRead,
    checksAll,
  }: WorkspaceOptions) {
    this.#files = new BoundedFiles(host);
    this.#configs = new ConfigStore(this.#files, rules, onConfigurationRead);
    this.#indexer = new WorkspaceIndexer({
      host: this.#files,
      configs: this.#configs,
      isOpen: (path) => this.#openPaths.has(path),
      ...(pause && { pause }),
      ...(onProgress && { onProgress }),
      ...(onIndexChange && { onChange: onIndexChange }),
      ...(onIndexError && { onError: onIndexError }),
      ...(checksAll && { keepParsed: checksAll }),
    });
    this.#checker = new PageChecker({ indexer: this.#indexer, rules, today, maxLength });
    this.#today = today;
  }

  /** The current index of the workspace. */
  get index(): WorkspaceIndex {
    return this.#indexer.index;
  }

  /** Whether the whole workspace has been read. */
  get isIndexed(): boolean {
    return this.#indexer.isReady;
  }

  /**
   * Reads the workspace if necessary, and waits until the index contains all files and open documents. Returns whether
   * there is an index.
   */
  async indexed(): Promise<boolean> {
    const isThere = await this.#indexer.ready();
    for (const [uri, { state }] of this.#documents) if (state === 'shown') await this.problemsOf(uri);
    return isThere;
  }

  /** The workspace folders. `indexed`: the folders whose files are compared with each other, if they differ. */
  setFolders(uris: readonly string[], indexed: readonly string[] = uris): void {
    this.#files.setFolders([...uris, ...indexed].map(normalizedUri));
    this.#configs.setFolders(uris);
    this.#indexer.setFolders(indexed.map(normalizedUri));
  }

  /** Uses one configuration file for all pages from now on. */
  useOnly(config: FixedConfig): void {
    this.#configs.useOnly(config);
  }

  open(uri: string, text: string): void {
    const key = normalizedUri(uri);
    this.#documents.set(key, { text, state: 'shown', playbook: undefined, last: undefined });
    this.#openPaths.add(filePathOf(key));
  }

  /** Stores the new text of an open document. It is parsed when it is needed. */
  change(uri: string, text: string): void {
    const key = normalizedUri(uri);
    const document = this.#documents.get(key);
    if (document === undefined) return;
    document.text = text;
    // An edit of the whole workspace also changes documents that aren't in a tab.
    if (document.state !== 'shown') this.#show(key, document);
  }

  close(uri: string): void {
    const key = normalizedUri(uri);
    this.#documents.delete(key);
    this.#openPaths.delete(filePathOf(key));
    this.#indexer.closed(key);
  }

  /**
   * The open document is no longer in a tab: for other pages, the file on the disk counts, as for a closed document.
   */
  hidden(uri: string): void {
    const key = normalizedUri(uri);
    const document = this.#documents.get(key);
    if (document?.state !== 'shown') return;
    document.state = 'hidden';
    this.#openPaths.delete(filePathOf(key));
    this.#indexer.closed(key);
  }

  /** The open document is in a tab (again): its text counts. */
  shown(uri: string): void {
    const key = normalizedUri(uri);
    const document = this.#documents.get(key);
    if (document?.state === 'hidden') this.#show(key, document);
  }

  #show(key: string, document: OpenDocument): void {
    document.state = 'shown';
    document.last = undefined;
    this.#openPaths.add(filePathOf(key));
  }

  /**
   * Files were created, deleted or changed. Returns what may have changed in addition to the index: configurations,
   * open documents.
   */
  filesChanged(changes: readonly FileChange[]): { readonly configuration: boolean; readonly documents: boolean } {
    const documents = this.#followOpenFiles(changes);
    const isOther = changes.some(({ uri }) => this.#configs.dependsOn(uri));
    if (isOther) {
      this.#configs.forget();
      for (const [uri, document] of this.#documents) if (isConfigFile(uri)) document.last = undefined;
      // The vocabulary may have changed, and other files may be ignored.
      if (this.#indexer.isReady) this.#indexer.rescan();
    }
    // For an open document, the editor provides the text.
    this.#indexer.filesChanged(
      changes.filter(
        ({ uri, kind }) => kind !== 'changed' || this.#documents.get(normalizedUri(uri))?.state !== 'shown',
      ),
    );
    return { configuration: isOther, documents };
  }

  /** An editor can keep a document whose file was deleted, and the file can come back. Returns whether any did. */
  #followOpenFiles(changes: readonly FileChange[]): boolean {
    let isOther = false;
    const latest = [...changes].reverse();
    for (const [key, document] of this.#documents) {
      const path = filePathOf(key);
      const kind = latest.find((change) => isAbout(change, path))?.kind;
      if (kind === undefined || (kind === 'deleted') === (document.state === 'deleted')) continue;
      isOther = true;
      if (kind === 'deleted') {
        document.state = 'deleted';
        this.#openPaths.delete(path);
      } else this.#show(key, document);
    }
    return isOther;
  }

  /** Reads all files of the workspace again. */
  rescan(): void {
    this.#indexer.rescan();
  }

  /** The configuration files read so far, by URI, with the mistakes in each. */
  get configFindings(): ReadonlyMap<string, ConfigFindings> {
    return this.#configs.findings;
  }

  /**
   * The configuration files that apply to an open document, to a page in the workspace or to a whole workspace folder,
   * with the mistakes in each. By URI.
   */
  async configurationsInEffect(): Promise<ReadonlyMap<string, ConfigFindings>> {
    await this.#configs.readFolders();
    for (const uri of [...this.#documents.keys(), ...[...this.index.pages.keys()].map(uriOf)])
      await this.#configs.configFor(uri);
    return this.#configs.findings;
  }

  /** The first configuration file that applies to the page and has problems. */
  async faultyConfigurationOf(uri: string): Promise<string | undefined> {
    const { config } = await this.configOf(uri);
    return config.sources.find((source) => (this.configFindings.get(source)?.problems.length ?? 0) > 0);
  }

  /** The configuration of a page, whether or not it exists. */
  configOf(uri: string): Promise<PageConfig> {
    return this.#configs.configFor(normalizedUri(uri));
  }

  /** Whether a result is up to date with the other files. */
  isFresh({ dependencies }: Pick<CheckResult, 'dependencies'>): boolean {
    return this.#checker.isFresh(dependencies);
  }

  /** The problems of an open document; `undefined` if it isn't open. Throws `Cancelled` if it was canceled. */
  async problemsOf(uri: string, isCancelled?: () => boolean): Promise<CheckResult | undefined> {
    const key = normalizedUri(uri);
    if (isConfigFile(key)) return this.#checkOpenConfig(key);
    const { config, path } = await this.#configs.configFor(key);
    // Only now, because the text may have changed while the configuration was read.
    const document = this.#documents.get(key);
    if (document === undefined) return undefined;
    if (document.state === 'deleted') return emptyResult('deleted', document.text);
    if (config.isIgnored(path))
      return this.#remember(document, undefined, () =>
        this.#leaveOut(key, document, emptyResult('ignored', document.text)),
      );
    const effective = config.configFor(path);
    const check = this.#remember(document, effective, () =>
      this.#checkOpen(key, document, effective, config.isIncluded(path), isCancelled),
    );
    // Reads the other playbooks only if somebody opens a playbook, so that other Markdown files cost no time.
    if (check.kind === 'playbook' || check.kind === 'toc') void this.#indexer.ready();
    return check;
  }

  /** The page of an open document, parsed but not checked, because writing features can't wait for the rules. */
  async openPage(uri: string): Promise<OpenPage | undefined> {
    const key = normalizedUri(uri);
    if (isConfigFile(key) || isTocFile(key)) return undefined;
    const { config, path } = await this.#configs.configFor(key);
    const document = this.#documents.get(key);
    if (document === undefined || config.isIgnored(path)) return undefined;
    const effective = config.configFor(path);
    const isIncluded = config.isIncluded(path);
    if (this.#checker.precheck(key, document.text, effective, isIncluded) !== undefined) return undefined;
    const playbook = this.#parseOpen(key, document, effective);
    const isOurs = isIncluded || isPlaybook(playbook);
    if (isOurs) void this.#indexer.ready();
    return { playbook, isOurs };
  }

  /** The problems of a text that isn't open. The index uses it as the content of the file. */
  async check(uri: string, { text, encoding }: DecodedText): Promise<CheckResult> {
    const key = normalizedUri(uri);
    const { config, path } = await this.#configs.configFor(key);
    if (config.isIgnored(path)) return emptyResult('ignored', text);
    const effective = config.configFor(path);
    if (isTocFile(key)) return this.#checker.lintToc(readToc(filePathOf(key), text), effective);
    const isIncluded = config.isIncluded(path);
    const prechecked = this.#checker.precheck(key, text, effective, isIncluded);
    if (prechecked !== undefined) return prechecked;
    const playbook =
      this.#indexer.parsed.take(key, text, effective.vocabulary) ??
      parsePlaybook({ uri: key, text }, effective.vocabulary);
    const summary = this.#indexer.isReady ? this.#indexer.takePage(filePathOf(key), playbook) : undefined;
    if (!isIncluded && !isPlaybook(playbook)) return emptyResult('foreign', text);
    if (encoding === 'utf-16') return { ...emptyResult('playbook', text), problems: [utf16()] };
    return this.#checker.lint(playbook, effective, summary);
  }

  /** `text` with all safe fixes applied, repeatedly if necessary. Unchanged if the page isn't a playbook. */
  async fix(uri: string, text: string, accept?: (problem: Problem) => boolean): Promise<FixResult> {
    const { kind, playbook } =
      this.#documents.get(normalizedUri(uri))?.text === text
        ? ((await this.problemsOf(uri)) ?? NO_RESULT)
        : await this.check(uri, { text, encoding: 'utf-8' });
    if (kind !== 'playbook' || playbook === undefined) return { text, fixed: 0, converged: true };
    const { config, path } = await this.#configs.configFor(playbook.uri);
    return this.#checker.fix(playbook, config.configFor(path), accept);
  }

  /** The result of `check` if its page had `text`. `undefined` if the rules weren't run on the page. */
  async recheck({ playbook }: CheckResult, text: string): Promise<CheckResult | undefined> {
    if (playbook === undefined) return undefined;
    const { config, path } = await this.#configs.configFor(playbook.uri);
    return this.#checker.lint(updatePlaybook(playbook, text), config.configFor(path));
  }

  /** All playbooks in the workspace with their current front matter, including unsaved changes. */
  async frontMatters(): Promise<PageFrontMatter[]> {
    const pages: PageFrontMatter[] = [];
    if (!(await this.indexed())) return pages;
    for (const { path, text, lines, isPlaybook: isOne } of [...this.index.pages.values()]) {
      const { config, path: relative } = await this.#configs.configFor(uriOf(path));
      if (config.isIgnored(relative) || !(isOne || config.isIncluded(relative))) continue;
      pages.push({
        path,
        text,
        lines,
        frontMatter: readFrontMatter(text),
        vocabulary: config.configFor(relative).vocabulary,
      });
    }
    return pages;
  }

  /** The tables of contents of the workspace, as URIs. */
  get tocs(): readonly string[] {
    return [...this.index.tocs.keys()].sort().map(uriOf);
  }

  async #checkOpenConfig(uri: string): Promise<CheckResult | undefined> {
    const open = this.#documents.get(uri);
    if (open === undefined) return undefined;
    const { text } = open;
    if (open.state === 'deleted') return emptyResult('deleted', text);
    const known = this.#documents.get(uri)?.last?.check;
    if (known?.text === text) return known;
    const problems = await this.#configs.problemsIn(uri, text);
    const document = this.#documents.get(uri);
    if (document === undefined || document.text !== text) return this.#checkOpenConfig(uri);
    const check: CheckResult = { ...emptyResult('configuration', text), problems };
    document.last = { check, config: undefined, today: '' };
    return check;
  }

  /** The last result for the document, if it's still fresh. */
  #remember(document: OpenDocument, config: EffectiveConfig | undefined, compute: () => CheckResult): CheckResult {
    const today = this.#today();
    const { last } = document;
    const isSame =
      last !== undefined && last.check.text === document.text && last.config === config && last.today === today;
    if (isSame && this.#checker.isFresh(last.check.dependencies)) return last.check;
    const check = compute();
    document.last = { check, config, today };
    return check;
  }

  #checkOpen(
    uri: string,
    document: OpenDocument,
    config: EffectiveConfig,
    isIncluded: boolean,
    isCancelled?: () => boolean,
  ): CheckResult {
    const { text } = document;
    if (isTocFile(uri)) return this.#checkOpenToc(uri, document, config);
    const prechecked = this.#checker.precheck(uri, text, config, isIncluded);
    if (prechecked !== undefined) return this.#leaveOut(uri, document, prechecked);
    const playbook = this.#parseOpen(uri, document, config);
    const summary =
      this.#indexer.isReady && document.state === 'shown'
        ? this.#indexer.takePage(filePathOf(uri), playbook)
        : undefined;
    if (!isIncluded && !isPlaybook(playbook)) return emptyResult('foreign', text, playbook.lines);
    return this.#checker.lint(playbook, config, summary, isCancelled);
  }

  /** The result for an open page that rules don't check. Other pages don't see its tasks either. */
  #leaveOut(uri: string, { state }: OpenDocument, check: CheckResult): CheckResult {
    if (state === 'shown') this.#indexer.leaveOutPage(filePathOf(uri));
    return check;
  }

  /** The page of an open document: the same object until its text or the vocabulary changes. */
  #parseOpen(uri: string, document: OpenDocument, { vocabulary }: EffectiveConfig): Playbook {
    const { text, playbook: previous } = document;
    const isCurrent = previous !== undefined && previous.vocabulary === vocabulary;
    return (document.playbook = isCurrent ? updatePlaybook(previous, text) : parsePlaybook({ uri, text }, vocabulary));
  }

  #checkOpenToc(uri: string, { text, state }: OpenDocument, config: EffectiveConfig): CheckResult {
    const path = filePathOf(uri);
    const toc = readToc(path, text);
    if (state === 'shown' && this.index.isInWorkspace(path) && this.index.tocs.get(path)?.text !== text)
      this.index.setToc(path, toc);
    return this.#checker.lintToc(toc, config);
  }
}

/** A folder is deleted as one. */
function isAbout({ uri, kind }: FileChange, path: FilePath): boolean {
  const changed = filePathOf(uri);
  return changed === path || (kind === 'deleted' && isInside(changed, path));
}

const NO_RESULT: CheckResult = emptyResult('foreign', '', LineMap.of(''));
