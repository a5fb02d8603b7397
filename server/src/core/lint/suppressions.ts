import type { SuppressionComment } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import { shift, type Located, type Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import type { Problem, Rule, RuleId, Severity } from './rule.js';

/** The rule that reports comments that silence nothing. It needs the problems of all others, so it lives in the engine. */
export const UNUSED_SUPPRESSION_RULE: RuleId = 'suppression-unused';

/** Part of a suppression: one rule id, or all rules, over one stretch of the file. */
interface Silence {
  /** `undefined`: every rule. */
  readonly ruleId: Located<string> | undefined;
  readonly scope: Span;
  readonly comment: Span;
  used: boolean;
}

/** The problems that no comment silences, and one for every comment that silences nothing. */
export function applySuppressions(
  playbook: Playbook,
  problems: readonly Problem[],
  severity: Severity | 'off',
  rules: readonly Rule[],
): Problem[] {
  const silences = silencesIn(playbook);
  if (silences.length === 0) return [...problems];
  const heard = problems.filter((problem) => {
    let silenced = false;
    for (const silence of silences) {
      if (!covers(silence, problem)) continue;
      silence.used = true;
      silenced = true;
    }
    return !silenced;
  });
  if (severity === 'off') return heard;
  const known = new Set(rules.map(({ meta }) => meta.id));
  for (const silence of silences) if (!silence.used) heard.push(unusedProblem(silence, severity, known));
  return heard;
}


function covers({ ruleId, scope }: Silence, problem: Problem): boolean {
  return (ruleId === undefined || ruleId.value === problem.ruleId) && problem.span.start >= scope.start && problem.span.start <= scope.end;
}

function unusedProblem({ ruleId, comment }: Silence, severity: Severity, known: ReadonlySet<string>): Problem {
  const isUnknown = ruleId !== undefined && !known.has(ruleId.value);
  const [meant] = isUnknown ? nearest(ruleId.value, known, 1) : [];
  const message =
    ruleId === undefined
      ? 'This comment silences nothing'
      : isUnknown
        ? `There is no rule "${ruleId.value}"${meant === undefined ? '' : `. Did you mean "${meant}"?`}`
        : `This comment silences nothing: there is no "${ruleId.value}" problem here`;
  const span = ruleId?.span ?? comment;
  return {
    ruleId: UNUSED_SUPPRESSION_RULE,
    messageId: isUnknown ? 'unknownRule' : 'unused',
    message,
    severity,
    span,
    tags: isUnknown ? [] : ['unnecessary'],
    related: [],
    fixes: meant === undefined ? [] : [{ title: `Replace with "${meant}"`, edits: [{ span, newText: meant }], applicability: 'suggestion' }],
  };
}

/** Every suppression of the file, with the stretch it covers. */
function silencesIn(playbook: Playbook): Silence[] {
  const comments = commentsIn(playbook);
  return comments.flatMap((comment, index) => {
    if (comment.action === 'enable') return [];
    const ids: readonly (Located<string> | undefined)[] = comment.ruleIds.length === 0 ? [undefined] : comment.ruleIds;
    return ids.map((ruleId) => ({ ruleId, scope: scopeOf(playbook, comment, ruleId, comments.slice(index + 1)), comment: comment.span, used: false }));
  });
}

function scopeOf(playbook: Playbook, comment: SuppressionComment, ruleId: Located<string> | undefined, later: readonly SuppressionComment[]): Span {
  const { lines, text } = playbook;
  const line = lines.lineAt(comment.span.start);
  switch (comment.action) {
    case 'disable-file':
      return { start: 0, end: text.length };
    case 'disable-line':
      return lines.lineSpan(line);
    case 'disable-next-line':
      return lines.lineSpan(line + 1);
    default: {
      const enabled = later.find(
        ({ action, ruleIds }) => action === 'enable' && (ruleIds.length === 0 || ruleIds.some(({ value }) => value === ruleId?.value)),
      );
      return { start: comment.span.start, end: enabled?.span.start ?? text.length };
    }
  }
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
