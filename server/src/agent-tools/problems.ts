import type * as z from 'zod/mini';
import type { LineMap, Problem, Span } from '../core/index.js';
import type { Format } from '../messages/formatting/index.js';
import { webPageOf } from '../workspace/index.js';
import { MAX_FIXES, MAX_PROBLEMS_LENGTH, MAX_RELATED, MAX_REPLACEMENT, quoted } from './limits.js';
import type * as schemas from './schemas.js';
import type { WorkspacePages } from './workspace-pages.js';

export type ReportedProblem = z.infer<typeof schemas.problem>;
type ReportedRange = ReportedProblem['range'];
type Counts = z.infer<typeof schemas.counts>;

/** A problem, and the page that it is on. */
export interface FoundProblem<Page> {
  readonly page: Page;
  readonly lines: LineMap;
  readonly problem: Problem;
}

export interface ProblemSource {
  readonly pages: WorkspacePages;
  readonly format: Format;
}

export interface ShownProblem<Page> {
  readonly page: Page;
  readonly reported: ReportedProblem;
}

/** At most `limit` problems, the most severe ones, in their order. Fewer if they are very long. */
export function shownProblems<Page>(
  found: readonly FoundProblem<Page>[],
  limit: number,
  source: ProblemSource,
): readonly ShownProblem<Page>[] {
  const shown = new Map<FoundProblem<Page>, ShownProblem<Page>>();
  let length = 0;
  for (const one of mostSevere(found, limit)) {
    const reported = reportedProblem(one, source);
    length += JSON.stringify(reported).length;
    if (length > MAX_PROBLEMS_LENGTH) break;
    shown.set(one, { page: one.page, reported });
  }
  return found.flatMap((one) => shown.get(one) ?? []);
}

const ORDER: readonly Problem['severity'][] = ['error', 'warning', 'info', 'hint'];

function mostSevere<Page>(found: readonly FoundProblem<Page>[], limit: number): readonly FoundProblem<Page>[] {
  return ORDER.flatMap((severity) => found.filter(({ problem }) => problem.severity === severity)).slice(0, limit);
}

/** Whether the problem is at least as severe as `least`. */
export function isAtLeast({ severity }: Problem, least: Problem['severity']): boolean {
  return ORDER.indexOf(severity) <= ORDER.indexOf(least);
}

function reportedProblem(
  { problem, lines }: Pick<FoundProblem<unknown>, 'problem' | 'lines'>,
  { pages, format }: ProblemSource,
): ReportedProblem {
  const { ruleId, severity, message, span, related } = problem;
  const documentation = webPageOf(ruleId);
  const fixes = problem.fixes
    .filter(({ edits }) => edits.every(({ newText }) => newText.length <= MAX_REPLACEMENT))
    .slice(0, MAX_FIXES);
  return {
    rule: ruleId,
    severity,
    message: quoted(format(message)),
    range: rangeOf(lines, span),
    ...(documentation !== undefined && { documentation }),
    related: related.slice(0, MAX_RELATED).map((place) => {
      const { path } = place;
      const line = path === undefined ? lines.lineAt(place.span.start) : pages.lineIn(path, place.span.start);
      return {
        ...(path !== undefined && { path: pages.shown(path) }),
        ...(line !== undefined && { line: line + 1 }),
        message: quoted(format(place.message)),
      };
    }),
    ...(related.length > MAX_RELATED && { omittedRelated: related.length - MAX_RELATED }),
    fixes: fixes.map(({ title, edits, applicability, isPreferred = false }) => ({
      title: quoted(format(title)),
      isSafe: applicability === 'safe',
      isPreferred: isPreferred || applicability === 'safe',
      edits: edits.map(({ span: replaced, newText }) => ({ range: rangeOf(lines, replaced), newText })),
    })),
    ...(fixes.length < problem.fixes.length && { omittedFixes: problem.fixes.length - fixes.length }),
  };
}

/** Lines and columns as people count them. */
export function rangeOf(lines: LineMap, { start, end }: Span): ReportedRange {
  return { start: placeOf(lines, start), end: placeOf(lines, end) };
}

function placeOf(lines: LineMap, offset: number): ReportedRange['start'] {
  const { line, column } = lines.lineColumnAt(offset);
  return { line: line + 1, column: column + 1 };
}

export function countsOf(problems: readonly Pick<Problem, 'severity'>[]): Counts {
  const count = (counted: Problem['severity']): number =>
    problems.filter(({ severity }) => severity === counted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), hints: count('hint') };
}
