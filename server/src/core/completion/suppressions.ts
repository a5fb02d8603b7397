import { defineMessages } from '../../messages/index.js';
import type { Span } from '../text/span.js';
import { lineSpanAt } from '../features/caret-line.js';
import type { SuppressionPlace } from '../features/caret-place.js';
import { suppressionsIn } from '../lint/suppressions.js';
import { placeAt } from '../features/place-at.js';
import { SUPPRESSION_PURPOSES } from '../features/purposes.js';
import { all, type Completion, type CompletionRequest, type Completions } from './completion.js';

const texts = defineMessages('suppressions', {
  isReported: { text: 'reported here', note: 'A suggested rule: it reports a problem at the caret.' },
  rule: { text: '{description}', note: 'A sentence that says what a rule requires.' },
});

/** The forms of a suppression comment, the rules that it can name, or the reasons that the author already gave. */
export function suppressionCompletions(place: SuppressionPlace, request: CompletionRequest): Completions {
  if (place.part === 'reason') return all(reasons(place, request));
  return all(place.part === 'action' ? actions(place) : rules(place, request));
}

function actions({ span }: SuppressionPlace): Completion[] {
  return Object.entries(SUPPRESSION_PURPOSES).map(([action, documentation]) => {
    const name = `playbook-lint-${action}`;
    return { label: name, kind: 'value', documentation, edit: { span, newText: `${name} ` }, goesOn: true };
  });
}

/** The reasons in other comments of the page. */
function reasons({ span }: SuppressionPlace, { playbook, offset }: CompletionRequest): Completion[] {
  const others = suppressionsIn(playbook).filter((comment) => offset < comment.span.start || comment.span.end < offset);
  return [...new Set(others.flatMap(({ reason }) => reason?.value ?? []))].map((reason) => ({
    label: reason,
    kind: 'value',
    edit: { span, newText: reason },
  }));
}

/** Rules with problems to suppress first. */
function rules(place: SuppressionPlace, request: CompletionRequest): Completion[] {
  const reported = new Set(reportedRules(place, request));
  const others = request.rules.filter(({ id }) => !place.named.includes(id));
  const ordered = [...others.filter(({ id }) => reported.has(id)), ...others.filter(({ id }) => !reported.has(id))];
  const end = closing(place, request);
  return ordered.map(({ id, description }) => ({
    label: id,
    kind: 'rule',
    ...(reported.has(id) && { detail: texts.isReported }),
    documentation: texts.rule({ description }),
    edit: { span: place.span, newText: id + end },
  }));
}

/** The end of an HTML comment, if it's missing. A YAML comment ends with its line. */
function closing({ span }: SuppressionPlace, { playbook, offset }: CompletionRequest): string {
  const line = lineSpanAt(playbook, offset);
  const source = playbook.text.slice(line.start, line.end);
  if (!source.slice(0, offset - line.start).includes('<!--') || source.includes('-->', offset - line.start)) return '';
  return playbook.text.slice(span.end, line.end).trim() === '' ? ' -->' : '';
}

/**
 * The page without the comment that is being written, with every offset unchanged: this text reports the problems that
 * the comment would suppress. `undefined` if the caret isn't at a rule ID.
 */
export function textWithoutComment({
  playbook,
  offset,
}: Pick<CompletionRequest, 'playbook' | 'offset'>): string | undefined {
  const place = placeAt(playbook, offset);
  if (place.kind !== 'suppression' || place.part !== 'rule') return undefined;
  const { text } = playbook;
  const line = lineSpanAt(playbook, offset);
  const before = text.slice(line.start, offset);
  const open = before.lastIndexOf('<!--');
  const start = line.start + (open === -1 ? before.lastIndexOf('#') : open);
  const close = open === -1 ? -1 : text.indexOf('-->', offset);
  const end = close === -1 || close > line.end ? line.end : close + '-->'.length;
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

function reportedRules({ action }: SuppressionPlace, { playbook, offset, problems = [] }: CompletionRequest): string[] {
  const scope = scopeOf(action, playbook.lines.lineAt(offset), playbook.lines.lineCount);
  return problems.filter(({ span }) => isIn(playbook.lines.lineAt(span.start), scope)).map(({ ruleId }) => ruleId);
}

/** The lines that a comment in `line` applies to. */
function scopeOf(action: string, line: number, lineCount: number): Span {
  if (action === 'disable-line') return { start: line, end: line };
  // Blank lines after the comment don't count; only a few are skipped.
  if (action === 'disable-next-line') return { start: line + 1, end: line + 3 };
  return { start: action === 'disable-file' ? 0 : line, end: lineCount };
}

function isIn(line: number, { start, end }: Span): boolean {
  return start <= line && line <= end;
}
