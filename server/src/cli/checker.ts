import { relative } from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { LineMap, safeFix, type Problem } from '../core/index.js';
import { decodeText, pageOf, Workspace, type Check, type DecodedText } from '../workspace/index.js';
import type { FileContent } from './cli-host.js';
import { reasonOf } from './find-files.js';
import type { ReportedFile, ReportedProblem } from './formats/report.js';
import type { CliOptions } from './options.js';
import type { CliEnvironment } from './cli-environment.js';

/** What became of one file. */
export interface CheckedFile {
  readonly outcome: 'checked' | 'foreign' | 'ignored' | 'failed';
  /** Only of a playbook. */
  readonly file: ReportedFile | undefined;
  /** The text after the fixes, where it is text that may be written. */
  readonly text: string | undefined;
  /** How many problems were fixed. */
  readonly fixed: number;
  /** A rule threw. */
  readonly ruleFailed: boolean;
  /** For standard error. */
  readonly messages: readonly string[];
}

export type ReadFile = DecodedText | { readonly error: unknown };

interface CheckerParts {
  readonly environment: CliEnvironment;
  readonly options: CliOptions;
  /** Folders that configuration is looked for in, no further up; absolute paths. */
  readonly folders: readonly string[];
}

/** The longest text that is checked, in UTF-16 code units; of a larger file only a sample is read. */
const MAX_LENGTH = 5_000_000;
const STDIN_NAME = '<stdin>';

/** Checks file by file, and fixes when asked to. */
export class Checker {
  readonly #environment: CliEnvironment;
  readonly #options: CliOptions;
  readonly #workspace: Workspace;

  constructor({ environment, options, folders }: CheckerParts) {
    this.#environment = environment;
    this.#options = options;
    this.#workspace = new Workspace({ host: { readText: (uri) => this.#readConfig(uri) }, today: () => environment.today, maxLength: MAX_LENGTH });
    this.#workspace.setFolders(folders.map((folder) => pathToFileURL(folder).href));
  }

  /** Uses one configuration file for all; its globs count from the working directory. */
  useConfig(path: string, { bytes }: FileContent): void {
    this.#workspace.useOnly({ uri: pathToFileURL(path).href, text: decodeText(bytes).text, folder: pathToFileURL(this.#environment.cwd).href });
  }

  /** The configuration files that have problems. */
  configFiles(): readonly ReportedFile[] {
    return [...this.#workspace.configFindings]
      .filter(([, { problems }]) => problems.length > 0)
      .map(([uri, { text, problems }]) => ({ path: this.#pathOf(fileURLToPath(uri)), problems: reported(problems, LineMap.of(text)) }));
  }

  /** The text of a file, or why there is none. Never rejects. */
  async read(path: string): Promise<ReadFile> {
    try {
      const { bytes, size } = await this.#environment.host.read(path, READ_LIMIT);
      const decoded = decodeText(bytes);
      // Cut short while reading: long enough to be too large, whatever its characters are.
      return size > bytes.length ? { ...decoded, text: decoded.text.padEnd(MAX_LENGTH + 1) } : decoded;
    } catch (error) {
      return { error };
    }
  }

  async checkFile(path: string, file: ReadFile): Promise<CheckedFile> {
    if ('error' in file) return failed(`"${this.#pathOf(path)}" can not be read: ${reasonOf(file.error)}`);
    return this.#check(path, this.#pathOf(path), file);
  }

  async checkStdin(bytes: Uint8Array): Promise<CheckedFile> {
    const { cwd } = this.#environment;
    const name = this.#options.stdinFilename;
    return this.#check(`${cwd}/${name ?? 'stdin.md'}`, name ?? STDIN_NAME, decodeText(bytes), false);
  }

  async #check(path: string, shownPath: string, decoded: DecodedText, write = true): Promise<CheckedFile> {
    const uri = pathToFileURL(path).href;
    const check = await this.#workspace.check(uri, decoded);
    const { kind } = check;
    if (kind === 'foreign' || kind === 'ignored') return { ...failed(), outcome: kind, text: decoded.text, messages: [] };
    if (!this.#options.fix || check.playbook === undefined) return checked(shownPath, check);
    if (decoded.encoding !== 'utf-8') return { ...checked(shownPath, check), messages: [`"${shownPath}" is not UTF-8, so it was not fixed`] };
    return this.#fix(path, shownPath, uri, check, write);
  }

  async #fix(path: string, shownPath: string, uri: string, check: Check, write: boolean): Promise<CheckedFile> {
    const { text, fixed } = await this.#workspace.fix(uri, check.text);
    if (text === check.text) return checked(shownPath, check);
    if (write) {
      try {
        await this.#environment.host.replace(path, new TextEncoder().encode(text));
      } catch (error) {
        return { ...checked(shownPath, check), outcome: 'failed', messages: [`"${shownPath}" can not be written: ${reasonOf(error)}`] };
      }
    }
    return { ...checked(shownPath, await this.#workspace.check(uri, { text, encoding: 'utf-8' })), fixed };
  }

  async #readConfig(uri: string): Promise<string | undefined> {
    try {
      return decodeText((await this.#environment.host.read(fileURLToPath(uri), READ_LIMIT)).bytes).text;
    } catch {
      return undefined;
    }
  }

  #pathOf(path: string): string {
    return relative(this.#environment.cwd, path).replaceAll('\\', '/');
  }
}

/** A character is three bytes of UTF-8 at most for each UTF-16 code unit. */
const READ_LIMIT = MAX_LENGTH * 3 + 3;

function checked(path: string, check: Check): CheckedFile {
  return {
    outcome: 'checked',
    file: { path, problems: reported(check.problems, check.lines) },
    text: check.text,
    fixed: 0,
    ruleFailed: check.failures.length > 0,
    messages: check.failures.map(({ ruleId, error }) => `The rule "${ruleId}" failed on "${path}": ${error instanceof Error ? error.message : String(error)}`),
  };
}

function failed(...messages: string[]): CheckedFile {
  return { outcome: 'failed', file: undefined, text: undefined, fixed: 0, ruleFailed: false, messages };
}

function reported(problems: readonly Problem[], lines: LineMap): ReportedProblem[] {
  return problems.map((problem) => {
    const start = lines.lineColumnAt(problem.span.start);
    const end = lines.lineColumnAt(problem.span.end);
    return {
      ruleId: problem.ruleId,
      severity: problem.severity,
      message: problem.message,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      fixable: safeFix(problem).length > 0,
      docsUrl: pageOf(problem.ruleId),
    };
  });
}
