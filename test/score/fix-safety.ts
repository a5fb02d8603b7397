import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules, applyEdits, createLinter, DEFAULT_LINT_CONFIG, fixAll, isPlaybook, parsePlaybook, safeFix, updatePlaybook, type Problem } from '../../server/src/core/index.js';
import { TODAY } from '../support/lint.js';
import { root, shared } from '../support/project.js';

const linter = createLinter(allRules);

/** What the safe fixes did to one page. */
export interface FixReport {
  readonly file: string;
  readonly fixed: number;
  readonly changedLines: number;
  /** Anything that a safe fix must never do. */
  readonly faults: readonly string[];
}

/**
 * Characters that a safe fix may add or take away anywhere: white space, invisible characters, pipes and the marks of
 * delimiter rows and fences, and a narrow letter for its full-width twin.
 */
const FREE = /[\s|\\\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD-]/g;

/** Rules whose safe fix rewrites more than that, and how the two texts must then compare. */
const REWRITES: Readonly<Record<string, (removed: string, added: string) => boolean>> = {
  'front-matter-date': (removed, added) => added.replace(/\D/g, '').endsWith(removed.replace(/\D/g, '').slice(-2)),
  'front-matter-duplicate-key': () => true,
  'front-matter-fence': (removed) => /^\s*ya?ml\s*$/i.test(removed),
  'link-backslash': (removed, added) => removed.replace(/\\+/g, '/') === added,
  'link-mailto': (removed, added) => added.endsWith(removed.replace(/^mailto[=:]?/i, '')),
  'link-safelinks': (removed, added) => decodeURIComponent(decodeURIComponent(removed)).includes(decodeURIComponent(added)),
  'table-not-rendered': (removed, added) => /^[:\s—–―_=]+$/.test(removed) && /^[:-]+$/.test(added),
  'task-mo-letter': (removed, added) => removed.toLowerCase() === added.toLowerCase(),
};

/** Fixes a page as `--fix` does, and looks at each edit: was anything lost that the fix does not name? */
export function checkFixes(file: string, text: string): FixReport {
  const faults: string[] = [];
  let playbook = parsePlaybook({ uri: `file:///${file}`, text });
  const relint = (current: string): readonly Problem[] => {
    playbook = updatePlaybook(playbook, current);
    return linter.lint({ playbook, config: DEFAULT_LINT_CONFIG, today: TODAY }).problems;
  };
  const problems = relint(text);
  for (const problem of problems) for (const fix of safeFix(problem)) for (const { span, newText } of fix.edits) {
    const removed = text.slice(span.start, span.end);
    const isKept = plain(removed) === plain(newText) || (removed === '' && plain(newText) === '');
    if (!isKept && REWRITES[problem.ruleId]?.(removed, newText) !== true) faults.push(`${problem.ruleId} made "${newText}" of "${removed}"`);
    const alone = applyEdits(text, fix.edits);
    if (alone === text) faults.push(`${problem.ruleId}: the fix "${fix.title}" changes nothing`);
  }
  const result = fixAll(text, relint);
  if (!result.converged) faults.push('the fixes do not come to an end');
  const again = fixAll(result.text, relint);
  if (again.text !== result.text) faults.push('a second run changes more');
  faults.push(...lostCells(text, result.text));
  return { file, fixed: result.fixed, changedLines: changedLines(text, result.text), faults };
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(FREE, '');
}

/** Every text that stood in a table cell must still stand in the page. */
function lostCells(before: string, after: string): string[] {
  const kept = plain(after);
  const { tables } = parsePlaybook({ uri: 'file:///before.md', text: before });
  const cells = new Set(tables.flatMap(({ table }) => table.rows.flatMap(({ cells: inRow }) => inRow.map((cell) => cell.text))));
  // A link that was mended is held to its own rule above.
  return [...cells].filter((cell) => !/\]\(|https?:|^[:\s—–―_=mb-]+$/i.test(cell) && !kept.includes(plain(cell))).map((cell) => `the cell "${cell}" is gone`);
}

function changedLines(before: string, after: string): number {
  const known = new Set(before.split(/\r\n|\n|\r/));
  return after.split(/\r\n|\n|\r/).filter((line) => !known.has(line)).length;
}

/** The pages to try fixes on: our own fixtures and samples, and the real ones on wish. */
export function* pagesToFix(withCorpus: boolean): Iterable<{ readonly file: string; readonly text: string }> {
  const folders = [join(root, 'test/rules'), join(root, 'samples'), ...(withCorpus ? [join(shared, 'corpus'), join(shared, 'seeds')] : [])];
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true }).map(String).filter((entry) => entry.endsWith('.md')).sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      if (isPlaybook(parsePlaybook({ uri: `file:///${name}`, text }))) yield { file: name, text };
    }
  }
}
