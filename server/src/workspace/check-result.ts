import { LineMap, type Playbook, type Problem, type RuleFailure, type Topic } from '../core/index.js';

/** The result of checking one text. The same object as long as nothing it depends on changes. */
export interface CheckResult {
  /**
   * `ignored`: excluded by the configuration. `foreign`: a Markdown file that is not a playbook. `deleted`: an open
   * document whose file was deleted. None of these has problems. `toc`: a table of contents.
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
  readonly dependencies: IndexDependencies;
}

/** What a result depends on in the index: it's fresh until one of the topics changes. */
export interface IndexDependencies {
  readonly topics: ReadonlySet<Topic>;
  /** The revision of the index that was read. */
  readonly revision: number;
  /** Whether the index was ready. */
  readonly wasReady: boolean;
}

export const NO_DEPENDENCIES: IndexDependencies = { topics: new Set(), revision: 0, wasReady: true };

/** The result for a text that no rule looked at. */
export function emptyResult(kind: CheckResult['kind'], text: string, lines: LineMap = LineMap.of(text)): CheckResult {
  return { kind, text, lines, problems: [], failures: [], dependencies: NO_DEPENDENCIES };
}
