import { resolve } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { LineMap, safeFix, type RuleId } from '../core/index.js';
import { compareMessages, defineMessages, type Message } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';
import {
  pageOf,
  uriOf,
  Workspace,
  type CheckResult,
  type IndexProgress,
  type WorkspaceFailure,
} from '../workspace/index.js';
import { FactsCache, type CachePlace } from './cache/facts-cache.js';
import { decodeText, type DecodedText } from '../shared/decode-text.js';
import { reasonOf } from '../disk/file-errors.js';
import type { FileStart } from '../disk/read-file.js';
import { MAX_FILE_BYTES, MAX_LENGTH } from '../shared/limits.js';
import { plainValues } from './formats/plain-values.js';
import type { ReportedFile, ReportedProblem } from './formats/report.js';
import type { CheckedFile } from './checked-file.js';
import type { CliOptions } from './options.js';
import { fileTexts, unreadable } from './file-texts.js';
import { fingerprintOf } from './fingerprint.js';
import type { CliEnvironment } from './cli-environment.js';
import type { CliHost } from './cli-host.js';
import { reportedFixes } from './reported-fixes.js';
import { workspaceHost, type ReadText } from './workspace-host.js';
import { shownPath } from './shown-path.js';
import { SharedFacts } from './threads/shared-facts.js';
import type { Thread } from './threads/thread.js';
import { isInside } from './workspace-roots.js';
import { WriteRefusal } from './write-back.js';

const texts = defineMessages('checker', {
  notChecked: {
    text: `"{path}" can't be checked: {reason}`,
    note: '"reason" is the text of an error, usually in English.',
  },
  notFixed: {
    text: '"{path}" was not fixed: {reason}',
    note: '"reason" is a text such as "permission denied".',
  },
  changedSinceRead: '"{path}" was not fixed: it changed after it was read',
  readOnly: '"{path}" was not fixed: it is read-only',
  notUtf8: `"{path}" was not fixed because it isn't UTF-8`,
  workspaceUnreadable: {
    text: "The workspace can't be read completely: {reason}",
    note: '"reason" is a text such as "permission denied".',
  },
  ruleFailed: {
    text: 'The rule "{rule}" failed on "{path}": {error}',
    note: '"error" is the text of an error, usually in English.',
  },
});

/** What the safe fixes make of a file. */
export interface ProposedText {
  readonly path: string;
  readonly before: string;
  /** The same text if nothing is fixed. */
  readonly after: string;
  readonly fixed: number;
  readonly messages: readonly Message[];
  readonly hasFailed: boolean;
}

/** The result of the fixes of a file. */
export interface FixedFile {
  readonly fixed: number;
  readonly messages: readonly Message[];
  /** The file could not be written. */
  readonly hasFailed: boolean;
}

const NOT_FIXED: FixedFile = { fixed: 0, messages: [], hasFailed: false };

export type ReadFile = DecodedText | { readonly error: unknown };

/** What a checker uses of its environment. */
export type CheckerEnvironment = Pick<CliEnvironment, 'cwd' | 'docs' | 'format' | 'host' | 'today'>;

export interface CheckerParts {
  readonly environment: CheckerEnvironment;
  readonly options: Pick<CliOptions, 'config' | 'fix' | 'rules' | 'stdinFilename'>;
  /** The topmost folders in which configuration files are searched; absolute paths. */
  readonly folders: readonly string[];
  /** The folders whose files are compared with each other; absolute paths. */
  readonly roots: readonly string[];
  /** The files that will be checked; absolute paths. */
  readonly paths?: readonly string[] | undefined;
  /** Where the facts about the pages are kept for the next run. */
  readonly cache?: CachePlace | undefined;
  /** The thread that this checker runs in, if other threads share the work. */
  readonly thread?: Thread | undefined;
  /** The progress of reading these folders. */
  readonly onProgress?: (progress: IndexProgress) => void;
}

const STDIN_NAME = '<stdin>';

/** Checks files one by one, and fixes them if requested. */
export class Checker {
  readonly #parts: CheckerParts;
  readonly #environment: CheckerEnvironment;
  readonly #options: CheckerParts['options'];
  readonly #workspace: Workspace;
  /** The texts that were read for the index, by absolute path. */
  readonly #texts = new Map<string, ReadText>();
  readonly #cache: FactsCache | undefined;
  readonly #shared: SharedFacts | undefined;
  /** The rules that are off for a checked page because they are newer than the release of its configuration. */
  readonly newerRules = new Set<RuleId>();
  readonly #indexFailures: Message[] = [];

  constructor(parts: CheckerParts) {
    const { environment, options, folders, roots, paths, cache, thread, onProgress } = parts;
    this.#parts = parts;
    this.#environment = environment;
    this.#options = options;
    const { host } = environment;
    this.#cache = cache && new FactsCache({ place: cache, host, texts: this.#texts });
    this.#shared = thread && new SharedFacts({ thread, host, texts: this.#texts, cache: this.#cache });
    this.#workspace = new Workspace({
      host: workspaceHost(host, MAX_FILE_BYTES, this.#texts),
      today: () => environment.today,
      maxLength: MAX_LENGTH,
      toCheck: (thread?.own ?? paths ?? []).map(toUri),
      // What is stored for the next run has to be found in this one.
      isLazy: thread?.isMain === false || (paths !== undefined && cache === undefined),
      store: this.#shared ?? this.#cache,
      severities: options.rules,
    });
    this.#workspace.onDidFail((failure) => this.#noteFailure(failure));
    // Threads count what all of them have read.
    if (onProgress !== undefined && thread === undefined) this.#workspace.onDidProgress(onProgress);
    this.#workspace.setFolders(folders.map(toUri), roots.map(toUri));
  }

  /** A checker of the same folders as they are on another disk. */
  seenBy(host: CliHost): Checker {
    const { environment, options, folders, roots, paths, cache } = this.#parts;
    return new Checker({ environment: { ...environment, host }, options, folders, roots, paths, cache });
  }

  /** Reads the workspace, so that rules can compare files. Returns whether that worked. */
  async readWorkspace(): Promise<boolean> {
    const { thread, paths = [], onProgress } = this.#parts;
    await this.#shared?.share(this.#workspace, () => {
      const done = thread?.count('read') ?? 0;
      onProgress?.({ done, total: paths.length });
    });
    const isWhole = await this.#workspace.indexed();
    if (isWhole && thread?.isMain !== false) this.#cache?.save();
    return isWhole;
  }

  /**
   * What could not be read for the index of the workspace, and other errors, for standard error. In an order that doesn't
   * depend on what was read first.
   */
  get indexFailures(): readonly Message[] {
    return [...this.#indexFailures].sort(compareMessages);
  }

  /** The index of the workspace. */
  get workspace(): Workspace {
    return this.#workspace;
  }

  /** The playbooks of the workspace, as absolute paths. */
  async playbooks(): Promise<ReadonlySet<string>> {
    return new Set((await this.#workspace.frontMatters()).map(({ path }) => fileURLToPath(uriOf(path))));
  }

  /** The tables of contents in these folders, as absolute paths. */
  tocsIn(folders: readonly string[]): string[] {
    return this.#workspace.tocs
      .map((uri) => fileURLToPath(uri))
      .filter((path) => folders.some((folder) => isInside(folder, path)));
  }

  /** Uses one configuration file for all pages. Its globs are relative to the working directory. */
  useConfig(path: string, { bytes }: FileStart): void {
    const { text } = decodeText(bytes);
    this.#workspace.useOnly({
      uri: toUri(path),
      folder: toUri(this.#environment.cwd),
      read: () => Promise.resolve(text),
    });
  }

  /** The configuration files that have problems. */
  configFiles(): readonly ReportedFile[] {
    return [...this.#workspace.configFindings]
      .filter(([, { problems }]) => problems.length > 0)
      .map(([uri, { text, problems }]) => ({
        path: this.pathOf(fileURLToPath(uri)),
        text,
        problems: reported({ problems, lines: LineMap.of(text), text, encoding: 'utf-8' }, this.#environment),
      }));
  }

  /** The text of a file, or why it has none. Never rejects. */
  async read(path: string): Promise<ReadFile> {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    try {
      const { bytes, size } = await this.#environment.host.read(path, MAX_FILE_BYTES);
      const decoded = decodeText(bytes);
      // Truncated while reading, but still longer than the limit, whatever its characters are.
      return size > bytes.length ? { ...decoded, text: decoded.text.padEnd(MAX_LENGTH + 1) } : decoded;
    } catch (error) {
      return { error };
    }
  }

  async checkFile(path: string, file: ReadFile): Promise<CheckedFile> {
    if ('error' in file) return failed(unreadable(this.pathOf(path), file.error));
    try {
      return await this.#check(path, this.pathOf(path), file);
    } catch (error) {
      return failed(texts.notChecked({ path: this.pathOf(path), reason: reasonOf(error) }));
    }
  }

  /** Applies all safe fixes to a file, and writes it. */
  async fixFile(path: string, file: ReadFile): Promise<FixedFile> {
    if ('error' in file) return NOT_FIXED;
    const { before, after, fixed, messages, hasFailed } = await this.proposeFixes(path, file);
    if (after === before) return { fixed: 0, messages, hasFailed };
    try {
      // A text that was UTF-8 is written back as exactly the bytes that were read.
      await this.#environment.host.replace(path, { before: bytesOf(before), after: bytesOf(after) });
      // The file can have other names, so each of the texts may be outdated.
      this.#texts.clear();
      return { fixed, messages: [], hasFailed: false };
    } catch (error) {
      return { fixed: 0, messages: [notFixed(this.pathOf(path), error)], hasFailed: true };
    }
  }

  /** The text that `fixFile` would write. Never rejects. */
  async proposeFixes(path: string, file: ReadFile, shownPath = this.pathOf(path)): Promise<ProposedText> {
    if ('error' in file)
      return unchanged(shownPath, '', { messages: [unreadable(shownPath, file.error)], hasFailed: true });
    try {
      const { text, fixed } = await this.#workspace.fix(toUri(path), file.text);
      if (text !== file.text && file.encoding !== 'utf-8')
        return unchanged(shownPath, text, { messages: [texts.notUtf8({ path: shownPath })], hasFailed: true });
      return { path: shownPath, before: file.text, after: text, fixed, messages: [], hasFailed: false };
    } catch (error) {
      return unchanged(shownPath, file.text, { messages: [notFixed(shownPath, error)], hasFailed: true });
    }
  }

  /** The same for standard input. */
  proposeStdinFixes(bytes: Uint8Array): Promise<ProposedText> {
    const name = this.#options.stdinFilename;
    return this.proposeFixes(resolve(this.#environment.cwd, name ?? 'stdin.md'), decodeText(bytes), name ?? STDIN_NAME);
  }

  async checkStdin(bytes: Uint8Array): Promise<CheckedFile> {
    const { cwd } = this.#environment;
    const name = this.#options.stdinFilename;
    const path = resolve(cwd, name ?? 'stdin.md');
    const shown = name ?? STDIN_NAME;
    const decoded = decodeText(bytes);
    if (!this.#options.fix) return this.#check(path, shown, decoded);
    if (decoded.encoding !== 'utf-8') {
      // Its text would replace what could not be decoded.
      const messages = [texts.notUtf8({ path: shown })];
      return { ...(await this.#check(path, shown, decoded)), outcome: 'failed', text: undefined, messages };
    }
    const { text, fixed } = await this.#workspace.fix(toUri(path), decoded.text);
    return { ...(await this.#check(path, shown, { ...decoded, text })), text, fixed };
  }

  async #check(path: string, shownPath: string, decoded: DecodedText): Promise<CheckedFile> {
    const check = await this.#workspace.check(toUri(path), decoded);
    const { kind } = check;
    if (kind === 'playbook') await this.#noteNewerRules(path);
    return kind === 'foreign' || kind === 'ignored'
      ? { ...failed(), outcome: kind, text: decoded.text }
      : checked(shownPath, { ...check, encoding: decoded.encoding }, this.#environment);
  }

  async #noteNewerRules(path: string): Promise<void> {
    const page = await this.#workspace.configOf(toUri(path));
    for (const ruleId of page.config.configFor(page.path).newerRules) this.newerRules.add(ruleId);
  }

  #noteFailure(failure: WorkspaceFailure): void {
    if (failure.kind === 'error')
      this.#indexFailures.push(texts.workspaceUnreadable({ reason: reasonOf(failure.error) }));
    // Files that are never read, such as links out of the workspace, are not used in the editor either.
    else if (failure.hasFailed)
      this.#indexFailures.push(
        fileTexts.unreadable({ path: this.pathOf(fileURLToPath(failure.uri)), reason: failure.reason }),
      );
  }

  get format(): Format {
    return this.#environment.format;
  }

  /** The displayed path, relative to the working directory. */
  pathOf(path: string): string {
    return shownPath(this.#environment.cwd, path);
  }
}

/** The result for a page whose text had this encoding. */
type DecodedCheck = CheckResult & Pick<DecodedText, 'encoding'>;

function checked(path: string, check: DecodedCheck, environment: CheckerEnvironment): CheckedFile {
  return {
    outcome: 'checked',
    file: { path, text: check.text, problems: reported(check, environment) },
    text: check.text,
    fixed: 0,
    ruleFailed: check.failures.length > 0,
    messages: check.failures.map(({ ruleId, error }) =>
      texts.ruleFailed({ rule: ruleId, path, error: error instanceof Error ? error.message : String(error) }),
    ),
  };
}

function unchanged(path: string, text: string, result: Pick<ProposedText, 'messages' | 'hasFailed'>): ProposedText {
  return { path, before: text, after: text, fixed: 0, ...result };
}

function notFixed(path: string, error: unknown): Message {
  if (!(error instanceof WriteRefusal)) return texts.notFixed({ path, reason: reasonOf(error) });
  return error.reason === 'changed' ? texts.changedSinceRead({ path }) : texts.readOnly({ path });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function toUri(path: string): string {
  return pathToFileURL(path).href;
}

function failed(...messages: Message[]): CheckedFile {
  return { outcome: 'failed', file: undefined, text: undefined, fixed: 0, ruleFailed: false, messages };
}

function reported(
  { problems, lines, text, encoding }: Pick<DecodedCheck, 'problems' | 'lines' | 'text' | 'encoding'>,
  { format, docs }: Pick<CliEnvironment, 'format' | 'docs'>,
): ReportedProblem[] {
  // Only UTF-8 can be written back. The edits of other files would be in a text that they don't contain.
  const isWritable = encoding === 'utf-8';
  return problems.map((problem) => {
    const start = lines.lineColumnAt(problem.span.start);
    const end = lines.lineColumnAt(problem.span.end);
    return {
      ruleId: problem.ruleId,
      severity: problem.severity,
      message: format(problem.message),
      messageId: problem.message.id,
      values: plainValues(problem.message),
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      fixable: isWritable && safeFix(problem).length > 0,
      docsUrl: docs + pageOf(problem.ruleId),
      fixes: isWritable ? reportedFixes(problem, lines, format) : [],
      fingerprint: fingerprintOf(text, problem.span),
    };
  });
}
