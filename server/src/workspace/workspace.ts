import {
  allRules,
  isPlaybook,
  LineMap,
  parsePlaybook,
  readToc,
  updatePlaybook,
  type FixResult,
  type Problem,
  type Rule,
  type RuleSeverities,
  type WorkspaceIndex,
} from '../core/index.js';
import { throwIfCancelled, type IsCancelled } from './cancelled.js';
import { emptyResult, type CheckResult } from './check-result.js';
import type { ConfigFindings } from './config-loader.js';
import { ConfigStore, isConfigFile, type ConfigText, type FixedConfig, type PageConfig } from './config-store.js';
import type { DecodedText } from '../shared/decode-text.js';
import { Emitter, type Event } from './emitter.js';
import { utf16 } from './file-problems.js';
import { filePathOf, uriOf } from './file-uris.js';
import { BoundedFiles } from './bounded-files.js';
import { frontMattersIn, type PageFrontMatter } from './front-matters.js';
import type { FactsStore } from './facts-store.js';
import type { WorkspaceHost } from './host.js';
import { WorkspaceIndexer, type FileChange, type IndexProgress } from './workspace-indexer.js';
import { MAX_LENGTH } from '../shared/limits.js';
import { OpenDocuments, type OpenDocument } from './open-documents.js';
import type { PageAhead } from './pages-ahead.js';
import { PageChecker } from './page-checker.js';
import { SnapshotReader, withoutConfig } from './snapshot-reader.js';
import type { Snapshot } from './snapshot.js';
import type { TextFactsStore } from './text-facts-store.js';
import { isTocFile, normalizedUri, type AnyUri, type Uri } from './uris.js';
import type { WorkspaceChange } from './workspace-change.js';
import type { WorkspaceFailure } from './workspace-failure.js';

export interface WorkspaceOptions {
  readonly host: WorkspaceHost;
  /** Today's date, `YYYY-MM-DD`, requested at each check. */
  readonly today: () => string;
  readonly rules?: readonly Rule[];
  /** The length of the longest text that is checked, in UTF-16 code units. */
  readonly maxLength?: number;
  /** Lets other work run between pages. */
  readonly pause?: () => Promise<void>;
  /** The URIs of the pages that will be checked once the workspace is read. */
  readonly toCheck?: readonly AnyUri[];
  /** Whether all other pages are parsed only when a rule asks for their facts. */
  readonly isLazy?: boolean;
  /** What earlier runs found out about the files. */
  readonly store?: FactsStore | undefined;
  /** What earlier sessions found out about texts. */
  readonly texts?: TextFactsStore | undefined;
  /** Severities that take precedence over all configuration files. */
  readonly severities?: RuleSeverities;
}

/** The only stateful part: open documents, their last parse, the configuration of each, and the index of all files. */
export class Workspace {
  readonly #files: BoundedFiles;
  readonly #configs: ConfigStore;
  readonly #indexer: WorkspaceIndexer;
  readonly #checker: PageChecker;
  readonly #snapshots: SnapshotReader;
  readonly #today: () => string;
  readonly #pause: (() => Promise<void>) | undefined;
  readonly #documents = new OpenDocuments();
  readonly #changes = new Emitter<WorkspaceChange>();
  readonly #failures = new Emitter<WorkspaceFailure>();
  /** Ends when the configuration files that couldn't be read have been tried again. */
  #configRetry: Promise<void> = Promise.resolve();

  constructor({
    host,
    today,
    rules = allRules,
    maxLength = MAX_LENGTH,
    pause,
    toCheck = [],
    isLazy = false,
    store,
    texts,
    severities,
  }: WorkspaceOptions) {
    this.#files = new BoundedFiles(host, this.#failures);
    this.#configs = new ConfigStore(this.#files, rules, this.#changes, severities);
    this.#indexer = new WorkspaceIndexer({
      host: this.#files,
      configs: this.#configs,
      changes: this.#changes,
      failures: this.#failures,
      isOpen: (path) => this.#documents.isShown(path),
      ...(pause && { pause }),
      toCheck: new Set(toCheck.map(normalizedUri)),
      isLazy,
      store,
      texts,
    });
    this.#checker = new PageChecker({ indexer: this.#indexer, rules, today, maxLength });
    this.#snapshots = new SnapshotReader(this.#indexer, this.#checker);
    this.#today = today;
    this.#pause = pause;
  }

  /** Something that results depend on changed. */
  get onDidChange(): Event<WorkspaceChange> {
    return this.#changes.event;
  }

  /** The progress of reading the workspace. */
  get onDidProgress(): Event<IndexProgress> {
    return this.#indexer.onDidProgress;
  }

  /** A file or folder couldn't be read, or a part of an index update threw an error. The rest still runs. */
  get onDidFail(): Event<WorkspaceFailure> {
    return this.#failures.event;
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
    await this.#configRetry;
    const hasIndex = await this.#indexer.ready();
    this.#indexer.freeMemory();
    await this.#syncDocuments();
    return hasIndex;
  }

  /** Reads a page before the workspace is read. `undefined` if it provides no facts. */
  readAhead(uri: AnyUri): Promise<PageAhead | undefined> {
    return this.#indexer.ahead.read(filePathOf(normalizedUri(uri)));
  }

  /** Brings the index up to date with the open documents. */
  async #syncDocuments(): Promise<void> {
    for (const [uri, { state }] of this.#documents) if (state === 'shown') await this.snapshot(uri);
  }

  /**
   * The workspace folders. `indexed`: the folders whose files are compared with each other, if they differ. Folders with
   * more than `maxFiles` aren't read.
   */
  setFolders(uris: readonly AnyUri[], indexed: readonly AnyUri[] = uris, maxFiles?: number): void {
    this.#files.setFolders([...uris, ...indexed].map(normalizedUri));
    this.#configs.setFolders(uris);
    this.#indexer.setFolders(indexed.map(normalizedUri), maxFiles);
    this.#changes.fire({ kind: 'configuration' });
  }

  /** Uses one configuration file for all pages from now on. */
  useOnly(config: FixedConfig): void {
    this.#configs.useOnly(config);
  }

  open(uri: AnyUri, text: string): void {
    this.#documents.open(uri, text);
  }

  /** Stores the new text of an open document. It is parsed when it is needed. */
  change(uri: AnyUri, text: string): void {
    this.#documents.change(uri, text);
  }

  close(uri: AnyUri): void {
    this.#documents.close(uri);
    this.#indexer.closed(normalizedUri(uri));
  }

  /**
   * The open document is no longer in a tab: for other pages, the file on the disk counts, as for a closed document.
   */
  hidden(uri: AnyUri): void {
    if (this.#documents.hide(uri)) this.#indexer.closed(normalizedUri(uri));
  }

  /** The open document is in a tab (again): its text counts. */
  shown(uri: AnyUri): void {
    this.#documents.show(uri);
  }

  /** Files were created, deleted or changed. */
  filesChanged(changes: readonly FileChange[]): void {
    const haveDocumentsChanged = this.#documents.followFiles(changes);
    const hasConfigChanged = changes.some(({ uri }) => this.#configs.dependsOn(uri));
    if (hasConfigChanged) this.#forgetConfigurations();
    else
      this.#configRetry = this.#configRetry
        .then(() => this.#retryConfigurations())
        .catch((error: unknown) => this.#failures.fire({ kind: 'error', error }));
    // For an open document, the editor provides the text.
    this.#indexer.filesChanged(
      changes.filter(({ uri, kind }) => kind !== 'changed' || this.#documents.get(uri)?.state !== 'shown'),
    );
    if (hasConfigChanged) this.#changes.fire({ kind: 'configuration' });
    if (haveDocumentsChanged) this.#changes.fire({ kind: 'documents' });
  }

  #forgetConfigurations(): void {
    this.#configs.forget();
    for (const [uri, document] of this.#documents) if (isConfigFile(uri)) document.last = undefined;
    // The vocabulary may have changed, and other files may be ignored.
    if (this.#indexer.isReady) this.#indexer.rescan();
  }

  async #retryConfigurations(): Promise<void> {
    if (!(await this.#configs.retry())) return;
    this.#forgetConfigurations();
    this.#changes.fire({ kind: 'configuration' });
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
    const open = [...this.#documents].map(([uri]) => uri);
    for (const uri of [...open, ...[...this.index.pages.keys()].map(uriOf)]) await this.#configs.configFor(uri);
    return this.#configs.findings;
  }

  /** The first configuration file that applies to the page and has problems. */
  async faultyConfigurationOf(uri: AnyUri): Promise<string | undefined> {
    const { config } = await this.configOf(uri);
    return config.sources.find((source) => (this.configFindings.get(source)?.problems.length ?? 0) > 0);
  }

  /** The configuration of a page, whether or not it exists. */
  configOf(uri: AnyUri): Promise<PageConfig> {
    return this.#configs.configFor(normalizedUri(uri));
  }

  /** Whether a result is up to date with the other files. */
  isFresh({ dependencies }: Pick<CheckResult, 'dependencies'>): boolean {
    return this.#checker.isFresh(dependencies);
  }

  /** The current state of an open document, which the index then contains; `undefined` if it isn't open. Runs no rules. */
  async snapshot(uri: AnyUri): Promise<Snapshot | undefined> {
    const key = normalizedUri(uri);
    await this.#configRetry;
    if (isConfigFile(key)) return this.#withoutConfig(key, 'configuration');
    const page = await this.#configs.configFor(key);
    // Not earlier: the text may have changed while the configuration was read.
    const document = this.#documents.get(key);
    if (document === undefined) return undefined;
    const snapshot = this.#snapshots.read(key, document, page);
    document.snapshot = snapshot;
    // An author of playbooks needs the index. For other Markdown, it isn't built.
    if (snapshot.kind === 'playbook' || snapshot.kind === 'toc') void this.#indexer.ready();
    return snapshot;
  }

  /**
   * The problems of an open document; `undefined` if it isn't open. Throws `Cancelled` if the request was canceled
   * before the rules run. Once they run, nothing interrupts them.
   */
  async problemsOf(uri: AnyUri, isCancelled?: IsCancelled): Promise<CheckResult | undefined> {
    const snapshot = await this.snapshot(uri);
    throwIfCancelled(isCancelled);
    const document = this.#documents.get(uri);
    if (snapshot === undefined || document === undefined) return undefined;
    if (snapshot.kind === 'configuration') return this.#checkOpenConfig(snapshot.uri);
    return this.#remember(document, snapshot, () => this.#checkSnapshot(snapshot));
  }

  /** The problems of a text that isn't open. The index uses it as the content of the file. */
  async check(uri: AnyUri, { text, encoding }: DecodedText): Promise<CheckResult> {
    const key = normalizedUri(uri);
    const page = await this.#configs.configFor(key);
    const prechecked = this.#withoutParsing(key, text, page);
    if (prechecked !== undefined) return prechecked;
    const effective = page.config.configFor(page.path);
    const isIncluded = page.config.isIncluded(page.path);
    const playbook =
      this.#indexer.parsed.take(key, text, effective.vocabulary) ??
      parsePlaybook({ uri: key, text }, effective.vocabulary);
    const summary = this.#indexer.isReady ? this.#indexer.takePage(filePathOf(key), playbook) : undefined;
    if (!isIncluded && !isPlaybook(playbook)) return emptyResult('foreign', text);
    if (encoding === 'utf-16') return { ...emptyResult('playbook', text), problems: [utf16()] };
    return this.#checker.lint(playbook, effective, summary);
  }

  /**
   * What the problems of a file would be if it had this text, whether or not it exists. Unlike `check`, it doesn't change
   * the index.
   */
  async checkDraft(uri: AnyUri, text: string): Promise<CheckResult> {
    const key = normalizedUri(uri);
    const page = await this.#configs.configFor(key);
    const prechecked = this.#withoutParsing(key, text, page);
    if (prechecked !== undefined) return prechecked;
    const effective = page.config.configFor(page.path);
    const isIncluded = page.config.isIncluded(page.path);
    const playbook = parsePlaybook({ uri: key, text }, effective.vocabulary);
    if (!isIncluded && !isPlaybook(playbook)) return emptyResult('foreign', text, playbook.lines);
    const indexed = this.index.pages.get(filePathOf(key));
    return this.#checker.lint(playbook, effective, indexed?.text === text ? indexed : undefined);
  }

  /** The result for a file that no rule sees as a page; `undefined` for all others. */
  #withoutParsing(uri: Uri, text: string, { config, path }: PageConfig): CheckResult | undefined {
    if (config.isIgnored(path)) return emptyResult('ignored', text);
    const effective = config.configFor(path);
    return isTocFile(uri)
      ? this.#checker.lintToc(readToc(filePathOf(uri), text), effective)
      : this.#checker.precheck(uri, text, effective, config.isIncluded(path));
  }

  /** `text` with all safe fixes applied, repeatedly if necessary. Unchanged if the page isn't a playbook. */
  async fix(uri: AnyUri, text: string, accept?: (problem: Problem) => boolean): Promise<FixResult> {
    const { kind, playbook } =
      this.#documents.get(uri)?.text === text
        ? ((await this.problemsOf(uri)) ?? NO_RESULT)
        : await this.check(uri, { text, encoding: 'utf-8' });
    if (kind !== 'playbook' || playbook === undefined) return { text, fixed: 0, converged: true };
    const { config, path } = await this.configOf(playbook.uri);
    return this.#checker.fix(playbook, config.configFor(path), accept);
  }

  /** What the result `check` would be if its page had `text`. `undefined` when the rules did not see the page. */
  async recheck({ playbook }: Pick<CheckResult, 'playbook'>, text: string): Promise<CheckResult | undefined> {
    if (playbook === undefined) return undefined;
    const { config, path } = await this.configOf(playbook.uri);
    return this.#checker.lint(updatePlaybook(playbook, text), config.configFor(path));
  }

  /** The configuration file that a change for the page belongs in; `undefined` outside the workspace. */
  configFileFor(uri: AnyUri): Promise<ConfigText | undefined> {
    return this.#configs.fileFor(normalizedUri(uri));
  }

  /** What the result `check` would be with another text of its configuration file. `undefined` if that has mistakes. */
  async recheckWith({ playbook }: Pick<CheckResult, 'playbook'>, file: ConfigText): Promise<CheckResult | undefined> {
    const page = playbook && (await this.#configs.configWith(normalizedUri(playbook.uri), file));
    if (playbook === undefined || page === undefined || page.config.isIgnored(page.path)) return undefined;
    const config = page.config.configFor(page.path);
    return this.#checker.lint(parsePlaybook(playbook, config.vocabulary), config);
  }

  /**
   * All playbooks in the workspace with their current front matter, including unsaved changes. Throws `Cancelled` if the
   * request was canceled.
   */
  async frontMatters(isCancelled?: IsCancelled): Promise<PageFrontMatter[]> {
    if (!(await this.indexed())) return [];
    return frontMattersIn(this.index, this.#configs, { pause: this.#pause, isCancelled });
  }

  /** The tables of contents of the workspace, as URIs. */
  get tocs(): readonly string[] {
    return [...this.index.tocs.keys()].sort().map(uriOf);
  }

  async #checkOpenConfig(uri: Uri): Promise<CheckResult | undefined> {
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
  #remember(document: OpenDocument, { kind, text, config }: Snapshot, compute: () => CheckResult): CheckResult {
    const today = this.#today();
    const { last } = document;
    const isSame =
      last?.check.kind === kind && last.check.text === text && last.config === config && last.today === today;
    if (isSame && this.#checker.isFresh(last.check.dependencies)) return last.check;
    const check = compute();
    document.last = { check, config, today };
    return check;
  }

  /** The problems that the last check of the document found, if it checked this text with this configuration. Runs no rules. */
  knownProblemsOf({ uri, text, config }: Snapshot): readonly Problem[] | undefined {
    const last = this.#documents.get(uri)?.last;
    return last?.check.text === text && last.config === config ? last.check.problems : undefined;
  }

  #checkSnapshot(snapshot: Snapshot): CheckResult {
    const { kind, text, lines, playbook, toc, config, summary, result } = snapshot;
    if (result !== undefined) return result;
    if (config !== undefined && toc !== undefined) return this.#checker.lintToc(toc, config);
    return config !== undefined && playbook !== undefined && kind === 'playbook'
      ? this.#checker.lint(playbook, config, summary)
      : emptyResult(kind, text, lines);
  }

  #withoutConfig(uri: Uri, kind: 'configuration'): Snapshot | undefined {
    const document = this.#documents.get(uri);
    return document && withoutConfig(uri, document, document.state === 'deleted' ? 'deleted' : kind);
  }
}

const NO_RESULT: CheckResult = emptyResult('foreign', '', LineMap.of(''));
