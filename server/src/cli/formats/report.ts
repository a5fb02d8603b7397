import type { Severity } from '../../core/index.js';

/** One problem as it is printed. Lines and columns count from 1, columns in UTF-16 code units. */
export interface ReportedProblem {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Whether `--fix` mends it. */
  readonly fixable: boolean;
  readonly docsUrl: string;
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
  /** Problems that `--fix` would mend. */
  readonly fixable: number;
  /** Problems that `--fix` has mended. */
  readonly fixed: number;
  /** Markdown files that are no playbooks. */
  readonly leftAlone: number;
  /** Files that the configuration leaves out. */
  readonly ignored: number;
  /** Files, folders and arguments that could not be checked. */
  readonly failed: number;
}

/** All that a run has to say. */
export interface Report {
  /** By path. Every playbook that was checked, and every configuration file with a problem. */
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
  /** How translations keep up with their English pages, for people; empty when there are none, or not all pages were checked. */
  readonly translations: string;
}

/** Turns a report into text. `color`: whether escape sequences are welcome. */
export type Format = (report: Report, options: { readonly color: boolean }) => string;

/** Counts the problems of `files`. */
export function summarize(
  files: readonly ReportedFile[],
  rest: Pick<Summary, 'files' | 'fixed' | 'leftAlone' | 'ignored' | 'failed'>,
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
