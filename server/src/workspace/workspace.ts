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
  /** The day of today, `YYYY-MM-DD`, asked at each check. */
  readonly today: () => string;
  readonly rules?: readonly Rule[];
  /** The longest text that is checked, in UTF-16 code units. */
  readonly maxLength?: number;
  /** Lets others have their turn while the workspace is read. */
  readonly pause?: () => Promise<void>;
  /** How far the reading of the workspace is. */
  readonly onProgress?: (progress: IndexProgress) => void;
  /** The index has changed in a way that some page may see. */
  readonly onIndexChange?: () => void;
  /** A part of the upkeep of the index threw; the rest runs all the same. */
  readonly onIndexError?: (error: unknown) => void;
  /** The configuration of some folder was read; {@link Workspace.configurationsInEffect} may differ. */
  readonly onConfigurationRead?: () => void;
  /** Every page will be checked once the workspace is read. */
  readonly checksAll?: boolean;
}

/** What a page has above its text. Offsets count in `text`. */
export interface PageFrontMatter extends Pick<Playbook, 'text' | 'lines' | 'frontMatter' | 'vocabulary'> {
  readonly path: FilePath;
}

interface OpenDocument {
  text: string;
  /**
   * `hidden`: an editor keeps it, but no tab shows it. `deleted`: its file was deleted. For other pages, what is on disk
   * counts then, until the document is edited.
   */
  state: 'shown' | 'hidden' | 'deleted';
  playbook: Playbook | undefined;
  last:
    { readonly check: CheckResult; readonly config: EffectiveConfig | undefined; readonly today: string } | undefined;
}

/** The one stateful part: open documents, their last parse, the configuration that holds for each, and the index of all. */
export class Workspace {
  readonly #files: BoundedFiles;
  readonly #configs: ConfigStore;
  readonly #indexer: WorkspaceIndexer;
  readonly #checker: PageChecker;
  readonly #today: () => string;
  readonly #documents = new Map<string, OpenDocument>();
  /** The same documents by the address that the index has for them. */
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

  /** What is known about the workspace so far. */
  get index(): WorkspaceIndex {
    return this.#indexer.index;
  }

  /** Whether the whole workspace has been read. */
  get isIndexed(): boolean {
    return this.#indexer.isReady;
  }

  /** Reads the workspace, if nobody has, and waits until the index knows every file and open document. Says whether there is an index. */
  async indexed(): Promise<boolean> {
    const isThere = await this.#indexer.ready();
    for (const [uri, { state }] of this.#documents) if (state === 'shown') await this.problemsOf(uri);
    return isThere;
  }

  /** The workspace folders. `indexed`: those whose files know of each other, where that is not the same. */
  setFolders(uris: readonly string[], indexed: readonly string[] = uris): void {
    this.#files.setFolders([...uris, ...indexed].map(normalizedUri));
    this.#configs.setFolders(uris);
    this.#indexer.setFolders(indexed.map(normalizedUri));
  }

  /** Uses one configuration file for every page from now on. */
  useOnly(config: FixedConfig): void {
    this.#configs.useOnly(config);
  }

  open(uri: string, text: string): void {
    const key = normalizedUri(uri);
    this.#documents.set(key, { text, state: 'shown', playbook: undefined, last: undefined });
    this.#openPaths.add(filePathOf(key));
  }

  /** Takes the new text of an open document. What it means is worked out when somebody asks. */
  change(uri: string, text: string): void {
    const key = normalizedUri(uri);
    const document = this.#documents.get(key);
    if (document === undefined) return;
    document.text = text;
    // An edit of the whole workspace reaches documents in no tab too.
    if (document.state !== 'shown') this.#show(key, document);
  }

  close(uri: string): void {
    const key = normalizedUri(uri);
    this.#documents.delete(key);
    this.#openPaths.delete(filePathOf(key));
    this.#indexer.closed(key);
  }

  /** No tab shows the open document any more: what is on disk counts for other pages, as for a closed one. */
  hidden(uri: string): void {
    const key = normalizedUri(uri);
    const document = this.#documents.get(key);
    if (document?.state !== 'shown') return;
    document.state = 'hidden';
    this.#openPaths.delete(filePathOf(key));
    this.#indexer.closed(key);
  }

  /** A tab shows the open document (again): what it says counts. */
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

  /** Files came, went or changed. Says what may be different now beside the index: any configuration, an open document. */
  filesChanged(changes: readonly FileChange[]): { readonly configuration: boolean; readonly documents: boolean } {
    const documents = this.#followOpenFiles(changes);
    const isOther = changes.some(({ uri }) => this.#configs.dependsOn(uri));
    if (isOther) {
      this.#configs.forget();
      for (const [uri, document] of this.#documents) if (isConfigFile(uri)) document.last = undefined;
      // Words may mean something else now, and other files may be ignored.
      if (this.#indexer.isReady) this.#indexer.rescan();
    }
    // What an open document says, its editor tells.
    this.#indexer.filesChanged(
      changes.filter(
        ({ uri, kind }) => kind !== 'changed' || this.#documents.get(normalizedUri(uri))?.state !== 'shown',
      ),
    );
    return { configuration: isOther, documents };
  }

  /** An editor may keep a document whose file is deleted, and its file may come back. Says whether any did. */
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

  /** Looks at every file of the workspace again. */
  rescan(): void {
    this.#indexer.rescan();
  }

  /** The configuration files that were read so far, by URI, with what is wrong in each. */
  get configFindings(): ReadonlyMap<string, ConfigFindings> {
    return this.#configs.findings;
  }

  /**
   * The configuration files that count for an open document, for a page of the workspace or for a whole workspace
   * folder, with what is wrong in each. By URI.
   */
  async configurationsInEffect(): Promise<ReadonlyMap<string, ConfigFindings>> {
    await this.#configs.readFolders();
    for (const uri of [...this.#documents.keys(), ...[...this.index.pages.keys()].map(uriOf)])
      await this.#configs.configFor(uri);
    return this.#configs.findings;
  }

  /** The first configuration file that counts for the page and has problems. */
  async faultyConfigurationOf(uri: string): Promise<string | undefined> {
    const { config } = await this.configOf(uri);
    return config.sources.find((source) => (this.configFindings.get(source)?.problems.length ?? 0) > 0);
  }

  /** The configuration that holds for a page, there or not. */
  configOf(uri: string): Promise<PageConfig> {
    return this.#configs.configFor(normalizedUri(uri));
  }

  /** Whether a result is up to date with the other files. */
  isFresh({ dependencies }: Pick<CheckResult, 'dependencies'>): boolean {
    return this.#checker.isFresh(dependencies);
  }

  /** The problems of an open document; `undefined` when it is not open. Throws `Cancelled` when asked to stop. */
  async problemsOf(uri: string, isCancelled?: () => boolean): Promise<CheckResult | undefined> {
    const key = normalizedUri(uri);
    if (isConfigFile(key)) return this.#checkOpenConfig(key);
    const { config, path } = await this.#configs.configFor(key);
    // Only now: the text may have changed while the configuration was read.
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
    // Whoever writes playbooks wants to know about the others. Other people's Markdown costs nothing.
    if (check.kind === 'playbook' || check.kind === 'toc') void this.#indexer.ready();
    return check;
  }

  /** The page of an open document, read and not checked: what helps while typing cannot wait for the rules. */
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

  /** The problems of a text that is not open. The index takes it for what the file holds. */
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

  /** `text` with every safe fix made, as often as it takes. Unchanged when the page is none of ours. */
  async fix(uri: string, text: string, accept?: (problem: Problem) => boolean): Promise<FixResult> {
    const { kind, playbook } =
      this.#documents.get(normalizedUri(uri))?.text === text
        ? ((await this.problemsOf(uri)) ?? NO_RESULT)
        : await this.check(uri, { text, encoding: 'utf-8' });
    if (kind !== 'playbook' || playbook === undefined) return { text, fixed: 0, converged: true };
    const { config, path } = await this.#configs.configFor(playbook.uri);
    return this.#checker.fix(playbook, config.configFor(path), accept);
  }

  /** What the result `check` would be if its page had `text`. `undefined` when the rules did not see the page. */
  async recheck({ playbook }: CheckResult, text: string): Promise<CheckResult | undefined> {
    if (playbook === undefined) return undefined;
    const { config, path } = await this.#configs.configFor(playbook.uri);
    return this.#checker.lint(updatePlaybook(playbook, text), config.configFor(path));
  }

  /** Every playbook of the workspace with its front matter, as it is now: in the editor where it is open. */
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

  /** The result for an open page that the rules do not see. Other pages do not see its tasks either. */
  #leaveOut(uri: string, { state }: OpenDocument, check: CheckResult): CheckResult {
    if (state === 'shown') this.#indexer.leaveOutPage(filePathOf(uri));
    return check;
  }

  /** The page of an open document: the same object until its text or the words of the dialect change. */
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
