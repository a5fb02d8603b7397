import { LineMap, type Playbook, type Problem, type RuleFailure, type Topic } from '../core/index.js';

/** The answer for one text. The same object as long as nothing it depends on has changed. */
export interface Check {
  /**
   * `ignored`: the configuration says so. `foreign`: a Markdown file that is none of ours. `deleted`: an open document
   * whose file was deleted. None of these has problems. `toc`: a table of contents.
   */
  readonly kind: 'playbook' | 'configuration' | 'toc' | 'foreign' | 'ignored' | 'deleted';
  readonly text: string;
  readonly lines: LineMap;
  /** By position. */
  readonly problems: readonly Problem[];
  /** Rules that threw. The others still ran. */
  readonly failures: readonly RuleFailure[];
  /** The parsed page; only where it was checked by the rules. */
  readonly playbook?: Playbook;
  /** What was asked about other files. */
  readonly basis: IndexBasis;
}

/** What an answer owes to the index: it holds until one of the topics has changed. */
export interface IndexBasis {
  readonly asked: ReadonlySet<Topic>;
  /** Of the index, when it was asked. */
  readonly revision: number;
  /** Whether there was an index to ask. */
  readonly wasReady: boolean;
}

export const NO_BASIS: IndexBasis = { asked: new Set(), revision: 0, wasReady: true };

/** The answer for a text in which nothing was looked for. */
export function nothing(kind: Check['kind'], text: string, lines: LineMap = LineMap.of(text)): Check {
  return { kind, text, lines, problems: [], failures: [], basis: NO_BASIS };
}
