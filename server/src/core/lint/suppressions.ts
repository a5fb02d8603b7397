import type { SuppressionComment } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import { shift, type Located, type Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Fix, Problem, RuleId } from './rule.js';

/** What the comments themselves get wrong. Two rules without checks say how serious it is, and give the words. */
export interface SuppressionFinding {
  readonly ruleId: 'suppression-unused' | 'suppression-unknown-rule';
  readonly messageId: 'nothing' | 'rule' | 'unknown' | 'near';
  readonly data: Readonly<Record<string, string>>;
  readonly span: Span;
  readonly tags: Problem['tags'];
  readonly fixes: readonly Fix[];
}

/** A finding as a problem; `undefined` when its rule is off. */
export type ToProblem = (finding: SuppressionFinding) => Problem | undefined;

/** The problems that no comment silences, and those of the comments: one that silences nothing, one that names no rule. */
export function applySuppressions(playbook: Playbook, problems: readonly Problem[], knownRules: ReadonlySet<RuleId>, toProblem: ToProblem): Problem[] {
  const silences = silencesIn(playbook);
  if (silences.length === 0) return [...problems];
  const heard = withoutSilenced(problems, silences);
  // What is wrong with comments can be silenced too, but only by name: a comment for all rules would always excuse itself.
  const ofComments = silences.filter(({ ruleId }) => ruleId !== undefined && OWN_RULES.has(ruleId.value));
  const others = silences.filter((silence) => !ofComments.includes(silence));
  heard.push(...withoutSilenced(problemsOf(others, playbook, knownRules, toProblem), ofComments));
  return [...heard, ...problemsOf(ofComments, playbook, knownRules, toProblem)];
}

const OWN_RULES: ReadonlySet<RuleId> = new Set<SuppressionFinding['ruleId']>(['suppression-unused', 'suppression-unknown-rule']);

/** Part of a suppression: one rule id, or all rules, over one stretch of the file. */
interface Silence {
  readonly comment: SuppressionComment;
  /** `undefined`: every rule. */
  readonly ruleId: Located<string> | undefined;
  readonly scope: Span;
  /** Where single rules are turned on again inside the scope. */
  readonly enabled: readonly SuppressionComment[];
  used: boolean;
}

function withoutSilenced(problems: readonly Problem[], silences: readonly Silence[]): Problem[] {
  return problems.filter((problem) => {
    const covering = silences.filter((silence) => covers(silence, problem));
    for (const silence of covering) silence.used = true;
    return covering.length === 0;
  });
}

function covers({ ruleId, scope, enabled }: Silence, { ruleId: problemRule, span: { start } }: Problem): boolean {
  if (start < scope.start || start > scope.end || (ruleId !== undefined && ruleId.value !== problemRule)) return false;
  return !enabled.some((comment) => comment.span.start <= start && names(comment, problemRule));
}

function problemsOf(silences: readonly Silence[], playbook: Playbook, knownRules: ReadonlySet<RuleId>, toProblem: ToProblem): Problem[] {
  return silences.flatMap((silence) => {
    const finding = findingOf(silence, playbook, knownRules);
    return finding === undefined ? [] : (toProblem(finding) ?? []);
  });
}

function findingOf({ ruleId, comment, used }: Silence, playbook: Playbook, knownRules: ReadonlySet<RuleId>): SuppressionFinding | undefined {
  if (used) return undefined;
  if (ruleId !== undefined && !knownRules.has(ruleId.value)) return unknownRule(ruleId, knownRules);
  return {
    ruleId: 'suppression-unused',
    messageId: ruleId === undefined ? 'nothing' : 'rule',
    data: ruleId === undefined ? {} : { ruleId: ruleId.value },
    span: ruleId?.span ?? comment.span,
    tags: ['unnecessary'],
    fixes: [removal(comment, ruleId, playbook)],
  };
}

function unknownRule(ruleId: Located<string>, knownRules: ReadonlySet<RuleId>): SuppressionFinding {
  const [meant] = nearest(ruleId.value, knownRules, 1);
  const about = { ruleId: 'suppression-unknown-rule', span: ruleId.span, tags: [] } as const;
  if (meant === undefined) return { ...about, messageId: 'unknown', data: { ruleId: ruleId.value }, fixes: [] };
  const edits = [{ span: ruleId.span, newText: meant }];
  return { ...about, messageId: 'near', data: { ruleId: ruleId.value, meant }, fixes: [{ title: `Replace with "${meant}"`, edits, applicability: 'suggestion' }] };
}

/** Takes out the rule id; the whole comment when it names no other, since without any it would silence every rule. */
function removal(comment: SuppressionComment, ruleId: Located<string> | undefined, playbook: Playbook): Fix {
  const isOnly = ruleId === undefined || comment.ruleIds.length === 1;
  const edit = isOnly ? withoutComment(comment.span, playbook) : withoutId(ruleId, comment.ruleIds);
  return { title: isOnly ? 'Delete the comment' : `Delete "${ruleId.value}" from the comment`, edits: [edit], applicability: 'suggestion' };
}

function withoutId(ruleId: Located<string>, ruleIds: readonly Located<string>[]): TextEdit {
  const index = ruleIds.indexOf(ruleId);
  const next = ruleIds[index + 1];
  const previous = ruleIds[index - 1];
  const start = next === undefined ? (previous?.span.end ?? ruleId.span.start) : ruleId.span.start;
  return { span: { start, end: next?.span.start ?? ruleId.span.end }, newText: '' };
}

/** Without its line when nothing else stands there; without the blanks before it at the end of a line. */
function withoutComment({ start, end }: Span, { text, lines }: Playbook): TextEdit {
  const line = lines.lineSpan(lines.lineAt(start));
  const before = text.slice(line.start, start);
  if (text.slice(end, lines.lineSpan(lines.lineAt(end)).end).trim() !== '') return { span: { start, end }, newText: '' };
  if (before.trim() === '') return { span: { start: line.start, end: lines.startOf(lines.lineAt(end) + 1) }, newText: '' };
  return { span: { start: line.start + before.trimEnd().length, end }, newText: '' };
}

/** Every suppression of the file, with the stretch it covers. */
function silencesIn(playbook: Playbook): Silence[] {
  const comments = commentsIn(playbook);
  const enabling = comments.filter(({ action }) => action === 'enable');
  return comments.flatMap((comment) => {
    if (comment.action === 'enable') return [];
    const later = comment.action === 'disable' ? enabling.filter(({ span }) => span.start > comment.span.start) : [];
    const ids: readonly (Located<string> | undefined)[] = comment.ruleIds.length === 0 ? [undefined] : comment.ruleIds;
    return ids.map((ruleId) => ({ comment, ruleId, scope: scopeOf(playbook, comment, ruleId, later), enabled: ruleId === undefined ? later : [], used: false }));
  });
}

function scopeOf(playbook: Playbook, { action, span }: SuppressionComment, ruleId: Located<string> | undefined, later: readonly SuppressionComment[]): Span {
  const { lines, text } = playbook;
  switch (action) {
    case 'disable-file':
      return { start: 0, end: text.length };
    case 'disable-line':
      return lines.lineSpan(lines.lineAt(span.start));
    case 'disable-next-line':
      return nextLine(playbook, span.end);
    default: {
      const enabled = later.find((comment) => comment.ruleIds.length === 0 || (ruleId !== undefined && names(comment, ruleId.value)));
      return { start: span.start, end: enabled?.span.start ?? text.length };
    }
  }
}

/** The next line that is not blank: Markdown asks for a blank line between a comment and many things. */
function nextLine({ lines }: Playbook, offset: number): Span {
  for (let line = lines.lineAt(offset) + 1; line < lines.lineCount; line++) {
    if (lines.lineText(line).trim() !== '') return lines.lineSpan(line);
  }
  return NOWHERE;
}

const NOWHERE: Span = { start: -1, end: -1 };

function names({ ruleIds }: SuppressionComment, ruleId: RuleId): boolean {
  return ruleIds.some(({ value }) => value === ruleId);
}

/** All suppression comments in source order, with spans in the file. */
export function commentsIn(playbook: Playbook): SuppressionComment[] {
  const comments = [...(playbook.frontMatter?.suppressions ?? [])];
  for (const { start, value } of playbook.blocks) {
    for (const comment of value.suppressions) {
      comments.push({
        ...comment,
        ruleIds: comment.ruleIds.map((id) => ({ ...id, span: shift(id.span, start) })),
        span: shift(comment.span, start),
      });
    }
  }
  return comments;
}
