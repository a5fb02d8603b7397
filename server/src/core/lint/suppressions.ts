import { defineMessages } from '../../messages/index.js';
import type { SuppressionComment } from '../model/blocks.js';
import { blockFacts } from '../model/block-facts.js';
import type { Playbook } from '../model/playbook.js';
import { shiftSuppression, suppressionMeantBy } from '../parse/comments.js';
import type { Located, Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Fix, Problem, RuleId } from './rule.js';

const texts = defineMessages('lint/suppressions', {
  replace: {
    text: 'Replace with "{meant}"',
    note: 'Title of a fix for a comment on a page. {meant}: the ID of a rule, or playbook-lint-disable-line.',
  },
  deleteComment: {
    text: 'Delete the comment',
    note: 'Title of a fix for a comment on a page that silences no problems.',
  },
  deleteRule: {
    text: 'Delete "{ruleId}" from the comment',
    note: 'Title of a fix. {ruleId}: the ID of a rule. The comment on a page silences problems of several rules.',
  },
});

/** Mistakes in the comments themselves. Three rules without checks define their severities and messages. */
export interface SuppressionFinding {
  readonly ruleId: 'suppression-unused' | 'suppression-unknown-rule' | 'suppression-misspelt';
  readonly messageId: 'nothing' | 'rule' | 'unknown' | 'near';
  readonly data: Readonly<Record<string, string>>;
  readonly span: Span;
  readonly tags: Problem['tags'];
  readonly fixes: readonly Fix[];
}

/** Converts a finding to a problem; `undefined` if its rule is off. */
export type ToProblem = (finding: SuppressionFinding) => Problem | undefined;

/**
 * The problems that no comment silences, and the problems of the comments: no effect, an unknown rule, or a misspelled
 * name.
 */
export function applySuppressions(
  playbook: Playbook,
  problems: readonly Problem[],
  knownRules: ReadonlySet<RuleId>,
  toProblem: ToProblem,
): Problem[] {
  const comments = suppressionsIn(playbook);
  if (comments.length === 0) return [...problems];
  const silences = silencesIn(playbook, comments);
  // Problems of comments can be silenced too, but only by name: a comment for all rules would always silence itself.
  const isOfComments = ({ ruleId }: Silence): boolean => ruleId !== undefined && OWN_RULES.has(ruleId.value);
  const ofComments = silences.filter(isOfComments);
  const others = silences.filter((silence) => !isOfComments(silence));
  const unsuppressed = withoutSilenced(problems, silences);
  const ofSilentOnes = comments
    .flatMap((comment) => idleFindings(comment, knownRules))
    .flatMap((finding) => toProblem(finding) ?? []);
  const unsuppressedComments = withoutSilenced(
    [...ofSilentOnes, ...problemsOf(others, playbook, knownRules, toProblem)],
    ofComments,
  );
  return [...unsuppressed, ...unsuppressedComments, ...problemsOf(ofComments, playbook, knownRules, toProblem)];
}

const OWN_RULES: ReadonlySet<RuleId> = new Set<SuppressionFinding['ruleId']>([
  'suppression-unused',
  'suppression-unknown-rule',
  'suppression-misspelt',
]);

/** Part of a suppression: one rule ID, or all rules, in one range of the file. */
interface Silence {
  readonly comment: SuppressionComment;
  /** `undefined`: every rule. */
  readonly ruleId: Located<string> | undefined;
  /** The index among the rule IDs of the comment. */
  readonly index: number;
  /** The range in which problems of a rule have to start to be silenced, both ends included. */
  scopeFor(ruleId: RuleId): Span;
  used: boolean;
}

/**
 * The problems that aren't silenced; a comment that silences one is marked as used. Walks the problems of each rule
 * once, in order: a page may have thousands of comments and problems.
 */
function withoutSilenced(problems: readonly Problem[], silences: readonly Silence[]): Problem[] {
  const byRule = new Map<RuleId, Problem[]>();
  for (const problem of problems) listAt(byRule, problem.ruleId).push(problem);
  const silenced = new Set<Problem>();
  for (const [ruleId, ofRule] of byRule)
    for (const problem of silencedOf(ruleId, ofRule, silences)) silenced.add(problem);
  return problems.filter((problem) => !silenced.has(problem));
}

function silencedOf(ruleId: RuleId, problems: readonly Problem[], silences: readonly Silence[]): Problem[] {
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start);
  const starts = sorted.map(({ span }) => span.start);
  const scopes: Span[] = [];
  for (const silence of silences) {
    if (silence.ruleId !== undefined && silence.ruleId.value !== ruleId) continue;
    const scope = silence.scopeFor(ruleId);
    const first = starts[countBelow(starts, scope.start)];
    if (first === undefined || first > scope.end) continue;
    silence.used = true;
    scopes.push(scope);
  }
  scopes.sort((a, b) => a.start - b.start);
  let next = 0;
  let end = -1;
  return sorted.filter(({ span }) => {
    for (let scope = scopes[next]; scope !== undefined && scope.start <= span.start; scope = scopes[++next])
      end = Math.max(end, scope.end);
    return span.start <= end;
  });
}

/** How many of the sorted numbers are smaller than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listAt<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}

function problemsOf(
  silences: readonly Silence[],
  playbook: Playbook,
  knownRules: ReadonlySet<RuleId>,
  toProblem: ToProblem,
): Problem[] {
  return silences.flatMap((silence) => {
    const finding = findingOf(silence, playbook, knownRules);
    return finding === undefined ? [] : (toProblem(finding) ?? []);
  });
}

function findingOf(
  { ruleId, index, comment, used }: Silence,
  playbook: Playbook,
  knownRules: ReadonlySet<RuleId>,
): SuppressionFinding | undefined {
  if (used) return undefined;
  if (ruleId !== undefined && !knownRules.has(ruleId.value)) return unknownRule(ruleId, knownRules);
  return {
    ruleId: 'suppression-unused',
    messageId: ruleId === undefined ? 'nothing' : 'rule',
    data: ruleId === undefined ? {} : { ruleId: ruleId.value },
    span: ruleId?.span ?? comment.span,
    tags: ['unnecessary'],
    fixes: [removal(comment, ruleId, index, playbook)],
  };
}

/** The findings for a comment that has no effect. */
function idleFindings(
  { action, name, ruleIds }: SuppressionComment,
  knownRules: ReadonlySet<RuleId>,
): SuppressionFinding[] {
  if (action === 'misspelt') return [misspelt(name)];
  return action === 'enable'
    ? ruleIds.filter(({ value }) => !knownRules.has(value)).map((ruleId) => unknownRule(ruleId, knownRules))
    : [];
}

function misspelt({ value, span }: Located<string>): SuppressionFinding {
  const meant = suppressionMeantBy(value);
  const about = { ruleId: 'suppression-misspelt', span, tags: [] } as const;
  if (meant === undefined) return { ...about, messageId: 'unknown', data: { name: value }, fixes: [] };
  return {
    ...about,
    messageId: 'near',
    data: { name: value, meant },
    fixes: [replacement(span, meant)],
  };
}

function unknownRule(ruleId: Located<string>, knownRules: ReadonlySet<RuleId>): SuppressionFinding {
  const [meant] = nearest(ruleId.value, knownRules, 1);
  const about = { ruleId: 'suppression-unknown-rule', span: ruleId.span, tags: [] } as const;
  if (meant === undefined) return { ...about, messageId: 'unknown', data: { ruleId: ruleId.value }, fixes: [] };
  return {
    ...about,
    messageId: 'near',
    data: { ruleId: ruleId.value, meant },
    fixes: [replacement(ruleId.span, meant)],
  };
}

function replacement(span: Span, meant: string): Fix {
  return { title: texts.replace({ meant }), edits: [{ span, newText: meant }], applicability: 'suggestion' };
}

/** Removes the rule ID, or the whole comment if it names no other rule, since it would then silence every rule. */
function removal(
  comment: SuppressionComment,
  ruleId: Located<string> | undefined,
  index: number,
  playbook: Playbook,
): Fix {
  const isOnly = ruleId === undefined || comment.ruleIds.length === 1;
  const edit = isOnly ? withoutComment(comment.span, playbook) : withoutId(ruleId, index, comment.ruleIds);
  return {
    title: isOnly ? texts.deleteComment : texts.deleteRule({ ruleId: ruleId.value }),
    edits: [edit],
    applicability: 'suggestion',
  };
}

function withoutId(ruleId: Located<string>, index: number, ruleIds: readonly Located<string>[]): TextEdit {
  const next = ruleIds[index + 1];
  const previous = ruleIds[index - 1];
  const start = next === undefined ? (previous?.span.end ?? ruleId.span.start) : ruleId.span.start;
  return { span: { start, end: next?.span.start ?? ruleId.span.end }, newText: '' };
}

/** Removes the comment with its line if that is otherwise empty, or with the spaces before it at the end of a line. */
function withoutComment({ start, end }: Span, { text, lines }: Playbook): TextEdit {
  const line = lines.lineSpan(lines.lineAt(start));
  const before = text.slice(line.start, start);
  if (text.slice(end, lines.lineSpan(lines.lineAt(end)).end).trim() !== '')
    return { span: { start, end }, newText: '' };
  if (before.trim() === '')
    return { span: { start: line.start, end: lines.startOf(lines.lineAt(end) + 1) }, newText: '' };
  return { span: { start: line.start + before.trimEnd().length, end }, newText: '' };
}

/** Every suppression of the file, with its range. */
function silencesIn(playbook: Playbook, comments: readonly SuppressionComment[]): Silence[] {
  const enabled = new EnablingComments(comments.filter(({ action }) => action === 'enable'));
  const nextLineOf = nextLines(playbook);
  return comments.flatMap((comment) => {
    if (comment.action === 'enable' || comment.action === 'misspelt') return [];
    const ids: readonly (Located<string> | undefined)[] = comment.ruleIds.length === 0 ? [undefined] : comment.ruleIds;
    return ids.map((ruleId, index): Silence => ({
      comment,
      ruleId,
      index,
      scopeFor: scopesOf(playbook, comment, ruleId, enabled, nextLineOf),
      used: false,
    }));
  });
}

function scopesOf(
  { lines, text }: Playbook,
  { action, span }: SuppressionComment,
  ruleId: Located<string> | undefined,
  enabled: EnablingComments,
  nextLineOf: (offset: number) => Span,
): Silence['scopeFor'] {
  if (action === 'disable') {
    const end = Math.min(enabled.allAfter(span.start), text.length);
    // A comment that enables one rule limits what a comment for all rules silences.
    return (rule) => ({
      start: span.start,
      end: Math.min(end, enabled.ruleAfter(span.start, rule) - (ruleId === undefined ? 1 : 0)),
    });
  }
  const scope =
    action === 'disable-file'
      ? { start: 0, end: text.length }
      : action === 'disable-line'
        ? lines.lineSpan(lines.lineAt(span.start))
        : nextLineOf(span.end);
  return () => scope;
}

/** The places where rules are enabled again. */
class EnablingComments {
  readonly #all: number[] = [];
  readonly #byRule = new Map<RuleId, number[]>();

  /** `comments`: in source order. */
  constructor(comments: readonly SuppressionComment[]) {
    for (const { ruleIds, span } of comments) {
      if (ruleIds.length === 0) this.#all.push(span.start);
      for (const { value } of ruleIds) listAt(this.#byRule, value).push(span.start);
    }
  }

  /** Where the next comment after `offset` enables all rules; `Infinity` if there is none. */
  allAfter(offset: number): number {
    return this.#all[countBelow(this.#all, offset + 1)] ?? Infinity;
  }

  /** Where the next comment after `offset` enables this rule by its name. */
  ruleAfter(offset: number, ruleId: RuleId): number {
    const starts = this.#byRule.get(ruleId) ?? [];
    return starts[countBelow(starts, offset + 1)] ?? Infinity;
  }
}

/**
 * Returns the next line after an offset that isn't blank: Markdown requires a blank line between a comment and many
 * constructs. Blank lines are skipped only once, however many comments are above them.
 */
function nextLines({ lines }: Playbook): (offset: number) => Span {
  const known = new Map<number, Span>();
  return (offset) => {
    const first = lines.lineAt(offset) + 1;
    let line = first;
    while (line < lines.lineCount && lines.lineText(line).trim() === '' && !known.has(line)) line++;
    const span = known.get(line) ?? (line < lines.lineCount ? lines.lineSpan(line) : NOWHERE);
    known.set(first, span);
    return span;
  };
}

const NOWHERE: Span = { start: -1, end: -1 };

/** All suppression comments in source order, with spans in the file. */
export function suppressionsIn(playbook: Playbook): SuppressionComment[] {
  const comments = [...(playbook.frontMatter?.suppressions ?? [])];
  for (const { index, value } of commentsOfBlocks(playbook)) {
    for (const comment of value) comments.push(shiftSuppression(comment, playbook.blocks[index]?.start ?? 0));
  }
  return comments;
}

const commentsOfBlocks = blockFacts(({ suppressions }) => (suppressions.length > 0 ? suppressions : undefined));
