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
import { nothing, NO_BASIS, type Check, type IndexBasis } from './check.js';
import { characterProblem, tooLarge } from './file-problems.js';
import { filePathOf } from './file-uris.js';
import type { WorkspaceIndexer } from './workspace-indexer.js';

/** How much of a text that is too large is looked at, to see whether it is one of ours. */
const SAMPLE_LENGTH = 100_000;
/** For a text that is too large to be looked at again and again: its one problem is at the start. */
const NO_LINES = LineMap.of('');

export interface PageCheckerOptions {
  readonly indexer: WorkspaceIndexer;
  readonly rules: readonly Rule[];
  readonly today: () => string;
  readonly maxLength: number;
}

/** Runs the rules over one page among the others. */
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

  /** The answer for a text that the rules never see: too large, or no text. */
  precheck(uri: string, text: string, { vocabulary }: EffectiveConfig, isIncluded: boolean): Check | undefined {
    const isTooLarge = text.length > this.#maxLength;
    if (!isTooLarge && !text.includes('\0')) return undefined;
    // In UTF-16 that was read as UTF-8 every other character is a NUL.
    const isOurs =
      isIncluded ||
      isPlaybook(parsePlaybook({ uri, text: text.slice(0, SAMPLE_LENGTH).replaceAll('\0', '') }, vocabulary));
    if (!isOurs) return nothing('foreign', text, NO_LINES);
    if (isTooLarge) return { ...nothing('playbook', text, NO_LINES), problems: [tooLarge(this.#maxLength)] };
    return { ...nothing('playbook', text), problems: [characterProblem(text)].flatMap((problem) => problem ?? []) };
  }

  /** `summary`: what the index was told of this very text; made anew without one. */
  lint(
    playbook: Playbook,
    { lint: config }: EffectiveConfig,
    summary?: PageSummary,
    isCancelled?: () => boolean,
  ): Check {
    const { text, lines } = playbook;
    const { index, isReady } = this.#indexer;
    const path = filePathOf(playbook.uri);
    const isAmongOthers = isReady && index.isInWorkspace(path);
    const reader = new IndexReader(index);
    const { problems, failures } = this.#linter.lint({
      playbook,
      config,
      today: this.#today(),
      ...(isAmongOthers && { surroundings: { summary: summary ?? summarize(path, playbook), index: reader } }),
      ...(isCancelled !== undefined && { isCancelled }),
    });
    const lost = characterProblem(text);
    return {
      kind: 'playbook',
      text,
      lines,
      playbook,
      failures,
      problems: lost === undefined ? problems : [lost, ...problems],
      basis: this.#basis(reader),
    };
  }

  lintToc(toc: TocSummary, { lint: config, vocabulary }: EffectiveConfig): Check {
    const { text, lines } = toc;
    const reader = new IndexReader(this.#indexer.index);
    if (!this.#indexer.isReady) return { ...nothing('toc', text, lines), basis: this.#basis(reader) };
    const { problems, failures } = this.#linter.lintToc({
      toc,
      index: reader,
      config,
      vocabulary,
      today: this.#today(),
    });
    return { kind: 'toc', text, lines, failures, problems, basis: this.#basis(reader) };
  }

  /** `text` with every safe fix made, as often as it takes. */
  fix(playbook: Playbook, config: EffectiveConfig, accept?: (problem: Problem) => boolean): FixResult {
    let current = playbook;
    const relint = (next: string): readonly Problem[] => {
      current = updatePlaybook(current, next);
      return this.lint(current, config).problems;
    };
    return fixAll(playbook.text, relint, accept);
  }

  /** Whether an answer still holds, as far as other files go. */
  holds({ asked, revision, wasReady }: IndexBasis): boolean {
    if (asked === NO_BASIS.asked) return true;
    return wasReady === this.#indexer.isReady && !this.#indexer.index.hasChanged(asked, revision);
  }

  #basis({ asked }: IndexReader): IndexBasis {
    return { asked, revision: this.#indexer.index.revision, wasReady: this.#indexer.isReady };
  }
}
