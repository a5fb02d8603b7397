import {
  createLinter,
  fixAll,
  IndexReader,
  isPlaybook,
  LineMap,
  parsePlaybook,
  summarize,
  updatePlaybook,
  type EffectiveConfig,
  type FixResult,
  type Linter,
  type PageSummary,
  type Playbook,
  type Problem,
  type Rule,
  type TocSummary,
} from '../core/index.js';
import { emptyResult, NO_DEPENDENCIES, type CheckResult, type IndexDependencies } from './check-result.js';
import { characterProblem, tooLarge, withProblem } from './file-problems.js';
import { filePathOf } from './file-uris.js';
import type { WorkspaceIndexer } from './workspace-indexer.js';

/** How much of a too large text is inspected to detect whether it is a playbook. */
const SAMPLE_LENGTH = 100_000;
/** For a text that is too large to be inspected repeatedly: its only problem is at the start. */
const NO_LINES = LineMap.of('');

export interface PageCheckerOptions {
  readonly indexer: WorkspaceIndexer;
  readonly rules: readonly Rule[];
  readonly today: () => string;
  readonly maxLength: number;
}

/** Runs the rules on a page, with the index of the other pages. */
export class PageChecker {
  readonly #indexer: WorkspaceIndexer;
  readonly #linter: Linter;
  readonly #today: () => string;
  readonly #maxLength: number;

  constructor({ indexer, rules, today, maxLength }: PageCheckerOptions) {
    this.#indexer = indexer;
    this.#linter = createLinter(rules);
    this.#today = today;
    this.#maxLength = maxLength;
  }

  /** The result for a text that the rules never see: it's too large, or not text at all. */
  precheck(uri: string, text: string, { vocabulary }: EffectiveConfig, isIncluded: boolean): CheckResult | undefined {
    const isTooLarge = text.length > this.#maxLength;
    if (!isTooLarge && !text.includes('\0')) return undefined;
    // In UTF-16 that was decoded as UTF-8, every other character is a NUL.
    const isOurs =
      isIncluded ||
      isPlaybook(parsePlaybook({ uri, text: text.slice(0, SAMPLE_LENGTH).replaceAll('\0', '') }, vocabulary));
    if (!isOurs) return emptyResult('foreign', text, NO_LINES);
    if (isTooLarge) return { ...emptyResult('playbook', text, NO_LINES), problems: [tooLarge(this.#maxLength)] };
    return { ...emptyResult('playbook', text), problems: [characterProblem(text)].flatMap((problem) => problem ?? []) };
  }

  /** `summary`: of this text, if the index already has it. */
  lint(playbook: Playbook, { lint: config }: EffectiveConfig, summary?: PageSummary): CheckResult {
    const { text, lines } = playbook;
    const { index, isReady } = this.#indexer;
    this.#indexer.freeMemory();
    const path = filePathOf(playbook.uri);
    const isAmongOthers = isReady && index.isInWorkspace(path);
    const reader = new IndexReader(index);
    const { problems, failures } = this.#linter.lint({
      playbook,
      config,
      today: this.#today(),
      ...(isAmongOthers && { surroundings: { summary: summary ?? summarize(path, playbook), index: reader } }),
    });
    const lost = characterProblem(text);
    return {
      kind: 'playbook',
      text,
      lines,
      playbook,
      failures,
      problems: lost === undefined ? problems : withProblem(problems, lost),
      dependencies: this.#dependenciesOf(reader),
    };
  }

  lintToc(toc: TocSummary, { lint: config, vocabulary }: EffectiveConfig): CheckResult {
    const { text, lines } = toc;
    const reader = new IndexReader(this.#indexer.index);
    if (!this.#indexer.isReady)
      return { ...emptyResult('toc', text, lines), dependencies: this.#dependenciesOf(reader) };
    const { problems, failures } = this.#linter.lintToc({
      toc,
      index: reader,
      config,
      vocabulary,
      today: this.#today(),
    });
    return { kind: 'toc', text, lines, failures, problems, dependencies: this.#dependenciesOf(reader) };
  }

  /** `text` with all safe fixes applied, repeatedly if necessary. */
  fix(playbook: Playbook, config: EffectiveConfig, accept?: (problem: Problem) => boolean): FixResult {
    let current = playbook;
    const relint = (next: string): readonly Problem[] => {
      current = updatePlaybook(current, next);
      return this.lint(current, config).problems;
    };
    return fixAll(playbook.text, relint, accept);
  }

  /** Whether a result is up to date with the other files. */
  isFresh({ topics, revision, wasReady }: IndexDependencies): boolean {
    if (topics === NO_DEPENDENCIES.topics) return true;
    return wasReady === this.#indexer.isReady && !this.#indexer.index.hasChanged(topics, revision);
  }

  #dependenciesOf({ topics }: IndexReader): IndexDependencies {
    return { topics, revision: this.#indexer.index.revision, wasReady: this.#indexer.isReady };
  }
}
