import type { Severity } from '../../core/index.js';
import type { Format } from '../../messages/formatting/index.js';

/** A printed problem. Lines and columns start at 1; columns are in UTF-16 code units. */
export interface ReportedProblem {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether `--fix` fixes it. */
  readonly fixable: boolean;
  readonly docsUrl: string;
  /** Identifies the text of the place without its position. */
  readonly fingerprint: string;
}

export interface ReportedFile {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
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
  /** With `--changed`, the revision: problems are new since then. */
  readonly since: string | undefined;
}

/** Turns a report into text. */
export type ReportFormat = (report: Report, options: PrintOptions) => string;

export interface PrintOptions {
  /** Whether escape sequences can be used. */
  readonly color: boolean;
  readonly format: Format;
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
