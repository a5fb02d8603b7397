import type { Severity } from '../../core/index.js';
import type { Message } from '../../messages/index.js';
import type { Format } from '../../messages/formatting/index.js';
import type { PlainValues } from './plain-values.js';

/** A printed problem. Lines and columns start at 1; columns are in UTF-16 code units. */
export interface ReportedProblem {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Which message it is, the same in every language: `task-mo-letter/unknown`. */
  readonly messageId: string;
  /** The values in the message. */
  readonly values: PlainValues;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether `--fix` fixes it. */
  readonly fixable: boolean;
  readonly docsUrl: string;
  /** Identifies the text of the place without its position. */
  readonly fingerprint: string;
  /** Each of them fixes the problem. The preferred one is the first. */
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  /** Whether `--fix` applies it. */
  readonly isSafe: boolean;
  /** Whether an editor can apply it without a question: no other fix is as likely. */
  readonly isPreferred: boolean;
  /** By position. They don't overlap, and all refer to the text that was checked. */
  readonly edits: readonly ReportedEdit[];
}

/** Replaces a part of a file. Lines and columns as in a problem; offsets in UTF-16 code units. */
export interface ReportedEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly text: string;
}

export interface ReportedFile {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  /** The text that was checked. */
  readonly text: string;
  readonly problems: readonly ReportedProblem[];
}

export interface Summary {
  /** Playbooks that were checked. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** The number of problems that `--fix` would fix. */
  readonly fixable: number;
  /** The number of problems that `--fix` fixed. */
  readonly fixed: number;
  /** Markdown files that aren't playbooks. */
  readonly leftAlone: number;
  /** Files that the configuration ignores. */
  readonly ignored: number;
  /** The number of rules that are off because they are newer than the release of `rulesAsOf`. */
  readonly newerRules: number;
  /** Problems that the baseline contains, which aren't in the report. */
  readonly known: number;
  /** Entries of the baseline whose problems no longer exist. */
  readonly stale: number;
  /** Problems that `--changed` left out, because they aren't new. */
  readonly older: number;
  /** The revision of `--changed`; `null` without it. */
  readonly since: string | null;
  /** Files, folders and arguments that could not be checked. */
  readonly failed: number;
}

/** The whole result of a run. */
export interface Report {
  /** Sorted by path. All checked playbooks, and all configuration files with problems. */
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
  /** The numbers of the translations report; empty if there are no translations or not all pages were checked. */
  readonly translations: string;
  /** What could not be read, listed, checked or fixed. */
  readonly failures: readonly Message[];
  readonly exitCode: ExitCode;
}

/** 0: no errors; 1: problems; 2: something could not be checked. */
export type ExitCode = 0 | 1 | 2;

/** Turns a report into text. */
export type ReportFormat = (report: Report, options: PrintOptions) => string;

export interface PrintOptions {
  /** Whether escape sequences can be used. */
  readonly color: boolean;
  readonly format: Format;
  /** The working directory, an absolute path. */
  readonly cwd: string;
  /** The folder with the repository, if a CI system names it: other programs know paths relative to it. */
  readonly repository: string | undefined;
  /** The URL of the folder `docs`, with a slash at its end. */
  readonly docs: string;
}

/** Counts the problems of `files`. */
export function summarize(
  files: readonly ReportedFile[],
  rest: Omit<Summary, 'errors' | 'warnings' | 'infos' | 'hints' | 'fixable'>,
): Summary {
  const problems = files.flatMap((file) => file.problems);
  const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  return {
    ...rest,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    fixable: problems.filter(({ fixable }) => fixable).length,
  };
}
