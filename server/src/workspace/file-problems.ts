import { defineMessages, type Message } from '../messages/index.js';
import {
  CONFIGURATION_PROBLEM,
  DOCS_ON_THE_WEB,
  pageOfRule,
  type Problem,
  type RuleId,
  type Severity,
  type Span,
} from '../core/index.js';

const texts = defineMessages('file-problems', {
  tooLarge: "The file is larger than {size} MB, so it isn't checked",
  utf16: 'The file is UTF-16. Save it as UTF-8',
  notText: "The file contains a NUL character, so it isn't a UTF-8 text file and isn't checked",
  lostCharacter: "A character was lost here: the file isn't UTF-8, or it was once saved in another encoding",
  tooMany:
    "{count, plural, one {# more problem in this file isn't shown} other {# more problems in this file aren't shown}} (setting playbook.maxProblems)",
});

/** Problems of a file as a whole, which aren't reported by a rule. They can't be configured or suppressed. */
export type FileProblemId = 'file-encoding' | 'file-not-text' | 'file-too-large' | 'too-many-problems';

const FILE_PROBLEM_IDS: ReadonlySet<string> = new Set([
  'file-encoding',
  'file-not-text',
  'file-too-large',
  'too-many-problems',
] satisfies FileProblemId[]);

/**
 * Whether the id is the id of a rule, whose problems can be suppressed, and not of a problem with the file or the
 * configuration.
 */
export function isRuleProblem({ ruleId }: Problem): boolean {
  return ruleId !== CONFIGURATION_PROBLEM && !FILE_PROBLEM_IDS.has(ruleId);
}

/**
 * The documentation of a problem in the folder `docs`: the page of its rule, or the page on configuration for other
 * problems.
 */
export function pageOf(ruleId: RuleId): string {
  if (ruleId === CONFIGURATION_PROBLEM) return 'configuration.md';
  return FILE_PROBLEM_IDS.has(ruleId) ? `configuration.md#${ruleId}` : pageOfRule(ruleId);
}

/** The same on the web. `undefined` as long as the project has no public address. */
export function webPageOf(ruleId: RuleId): string | undefined {
  return DOCS_ON_THE_WEB === undefined ? undefined : DOCS_ON_THE_WEB + pageOf(ruleId);
}

/** The text is longer than `limit` UTF-16 code units, so it wasn't checked. */
export function tooLarge(limit: number): Problem {
  const size = Math.round(limit / 1_000_000);
  return fileProblem('file-too-large', 'error', texts.tooLarge({ size }), { start: 0, end: 0 });
}

/** The file is UTF-16, but the site is built from UTF-8 files. */
export function utf16(): Problem {
  return fileProblem('file-encoding', 'error', texts.utf16, { start: 0, end: 0 });
}

/** Problems with the characters of `text`: it isn't text, or characters were lost. */
export function characterProblem(text: string): Problem | undefined {
  const nul = text.indexOf('\0');
  if (nul !== -1) return fileProblem('file-not-text', 'error', texts.notText, { start: nul, end: nul + 1 });
  const lost = text.indexOf('\uFFFD');
  if (lost === -1) return undefined;
  return fileProblem('file-encoding', 'error', texts.lostCharacter, { start: lost, end: lost + 1 });
}

/** Sorted by position, as the others are. */
export function withProblem(problems: readonly Problem[], added: Problem): Problem[] {
  const next = problems.findIndex(({ span }) => span.start >= added.span.start);
  const at = next === -1 ? problems.length : next;
  return [...problems.slice(0, at), added, ...problems.slice(at)];
}

/** Represents `count` problems that aren't shown. On the first line, where it is visible. */
export function tooManyProblems(count: number, firstLine: Span): Problem {
  return fileProblem('too-many-problems', 'info', texts.tooMany({ count }), firstLine);
}

function fileProblem(ruleId: FileProblemId, severity: Severity, message: Message, span: Span): Problem {
  return { ruleId, message, severity, span, tags: [], related: [], fixes: [] };
}
