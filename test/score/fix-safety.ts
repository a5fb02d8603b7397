import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allRules,
  applyEdits,
  createLinter,
  DEFAULT_LINT_CONFIG,
  fixAll,
  isPlaybook,
  parsePlaybook,
  safeFix,
  updatePlaybook,
  type Fix,
  type Problem,
} from '../../server/src/core/index.js';
import { TODAY } from '../support/lint.js';
import { corpus, root } from '../support/project.js';
import { asDocfx } from '../support/readers/docfx.js';
import { asGfm } from '../support/readers/gfm.js';
import { NAMED_CHANGES } from '../support/readers/named-changes.js';
import { unnamedChange, type NamedChange } from '../support/readers/page-changes.js';
import { english } from '../support/english.js';
import type { ShownPage } from '../support/readers/shown-page.js';

const linter = createLinter(allRules);

/** What the safe fixes did to one page. */
export interface FixReport {
  readonly file: string;
  readonly fixed: number;
  readonly changedLines: number;
  /** Anything that a safe fix must never do. */
  readonly faults: readonly string[];
}

/** One state of a page on the way through fix-all. */
interface State {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Fixes a page as `--fix` does, and compares what readers see before and after: each fix alone, and all of them. */
export function checkFixes(file: string, text: string): FixReport {
  const states: State[] = [];
  let playbook = parsePlaybook({ uri: `file:///${file}`, text });
  const relint = (current: string): readonly Problem[] => {
    playbook = updatePlaybook(playbook, current);
    const { problems } = linter.lint({ playbook, config: DEFAULT_LINT_CONFIG, today: TODAY });
    states.push({ text: current, problems });
    return problems;
  };
  const result = fixAll(text, relint);
  const faults = states.flatMap(faultsOfState);
  if (!result.converged) faults.push('the fixes do not come to an end');
  if (states.length > 1) {
    const last = states[states.length - 1];
    if (last !== undefined) faults.push(...newErrors(states[0]?.problems ?? [], last.problems));
    if (fixAll(result.text, relint).text !== result.text) faults.push('a second run changes more');
    faults.push(...otherLineEnds(text, result.text));
  }
  return { file, fixed: result.fixed, changedLines: changedLines(text, result.text), faults };
}

function faultsOfState({ text, problems }: State): string[] {
  const fixes = problems.flatMap((problem) => safeFix(problem).map((fix) => ({ fix, ruleId: problem.ruleId })));
  if (fixes.length === 0) return [];
  const before = readersOf(text);
  return fixes.flatMap(({ fix, ruleId }) =>
    faultsOfFix(text, before, fix, NAMED_CHANGES[ruleId] ?? {}).map(
      (fault) => `${ruleId}, "${english(fix.title)}": ${fault}`,
    ),
  );
}

function faultsOfFix(text: string, before: readonly Reader[], { edits }: Fix, named: NamedChange): string[] {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start);
  const isOutside = inOrder.some(
    ({ span }, index) =>
      span.start < (inOrder[index - 1]?.span.end ?? 0) || span.end < span.start || span.end > text.length,
  );
  if (isOutside) return ['its edits overlap, or lie outside the page'];
  const after = applyEdits(text, edits);
  if (after === text) return ['it changes nothing'];
  return before.flatMap(({ name, read, page }) => {
    const fault = unnamedChange(page, read(after), named);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
}

interface Reader {
  readonly name: string;
  readonly read: (text: string) => ShownPage;
  readonly page: ShownPage;
}

function readersOf(text: string): Reader[] {
  return [
    { name: 'GitHub', read: asGfm, page: asGfm(text) },
    { name: 'docfx', read: asDocfx, page: asDocfx(text) },
  ];
}

/** Words that come into their own cell may show errors of their own, but a fix makes no table that is wrong in a new way. */
function newErrors(before: readonly Problem[], after: readonly Problem[]): string[] {
  const known = new Set(before.map(({ ruleId }) => ruleId));
  const fresh = after.filter(
    ({ ruleId, severity }) => severity === 'error' && !known.has(ruleId) && TABLE_RULES.has(ruleId),
  );
  return fresh.map(({ ruleId, message }) => `a new error, ${ruleId}: ${message}`);
}

const TABLE_RULES: ReadonlySet<string> = new Set(
  allRules.flatMap(({ meta }) => (meta.category === 'table' ? [meta.id] : [])),
);

function otherLineEnds(text: string, fixed: string): string[] {
  const relint = (current: string): readonly Problem[] =>
    linter.lint({
      playbook: parsePlaybook({ uri: 'file:///page.md', text: current }),
      config: DEFAULT_LINT_CONFIG,
      today: TODAY,
    }).problems;
  if (/\r(?!\n)/.test(text)) return [];
  const other = text.includes('\r\n')
    ? (one: string) => one.replaceAll('\r\n', '\n')
    : (one: string) => one.replaceAll('\n', '\r\n');
  return other(fixed) === fixAll(other(text), relint).text ? [] : ['with other line ends the result is another'];
}

function changedLines(before: string, after: string): number {
  const known = new Set(before.split(/\r\n|\n|\r/));
  return after.split(/\r\n|\n|\r/).filter((line) => !known.has(line)).length;
}

/** The pages to try fixes on: our own fixtures and samples, and the real ones on wish. */
export function* pagesToFix(withCorpus: boolean): Iterable<{ readonly file: string; readonly text: string }> {
  const folders = [join(root, 'test/rules'), join(root, 'samples'), ...(withCorpus ? [corpus] : [])];
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true })
      .map(String)
      .filter((entry) => entry.endsWith('.md'))
      .sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      if (isPlaybook(parsePlaybook({ uri: `file:///${name}`, text }))) yield { file: name, text };
    }
  }
}
