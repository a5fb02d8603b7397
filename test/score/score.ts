import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { allRules, type Problem } from '../../server/src/core/index.js';
import { nodeHost } from '../../server/src/node/node-host.js';
import { Workspace, type CheckResult } from '../../server/src/workspace/index.js';
import { TODAY } from '../support/lint.js';
import { pageAndMistakes, withMistakes } from '../support/mistakes.js';
import { corpus, hasCorpus, noCorpus } from '../support/project.js';
import { english } from '../support/english.js';
import { checkFixes, pagesToFix } from './fix-safety.js';

/**
 * Prints how many of the defects listed in one JSON file are reported on their line, and how many of the traps listed in
 * another are wrongly reported: `--known DEFECTS TRAPS`, with paths from the corpus on. `--list [rule-id]` prints every problem of the corpus; `--fix` tries the safe fixes on every page;
 * `--mistakes N [--seed N]` on N pages with mistakes in them.
 */
interface Known {
  readonly file: string;
  readonly line: number;
  readonly kind?: string;
  readonly naive_rule?: string;
  readonly excerpt: string;
}

/** Every page of the corpus, checked among the others as the command line does. */
async function corpusProblems(): Promise<(file: string) => Map<number, Problem[]>> {
  const pages = pagesIn(corpus);
  const toCheck = pages.map((file) => pathToFileURL(join(corpus, file)).href);
  const workspace = new Workspace({ host: nodeHost, today: () => TODAY, toCheck });
  workspace.setFolders([pathToFileURL(corpus).href]);
  await workspace.indexed();
  const checks = new Map<string, CheckResult>();
  for (const file of pages)
    checks.set(
      file,
      await workspace.check(pathToFileURL(join(corpus, file)).href, {
        text: readFileSync(join(corpus, file), 'utf8'),
        encoding: 'utf-8',
      }),
    );
  return (file) => byLine(checks.get(file));
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort();
}

function byLine(check: CheckResult | undefined): Map<number, Problem[]> {
  const found = new Map<number, Problem[]>();
  for (const problem of check?.problems ?? []) {
    const line = (check?.lines.lineAt(problem.span.start) ?? 0) + 1;
    found.set(line, [...(found.get(line) ?? []), problem]);
  }
  return found;
}

function readKnown(path: string): Known[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Known[];
}

async function printScores(defectsFile: string, trapsFile: string): Promise<void> {
  const problemsByLine = await corpusProblems();
  const defects = readKnown(defectsFile).map((defect) => ({
    ...defect,
    found: problemsByLine(defect.file).get(defect.line) ?? [],
  }));
  for (const { kind, file, line, found } of defects) {
    console.log(
      `${found.length > 0 ? 'found ' : 'MISSED'}  ${kind}  ${file}:${line}  ${found.map(({ ruleId }) => ruleId).join(' ')}`,
    );
  }
  const traps = readKnown(trapsFile).map((trap) => {
    const found = (problemsByLine(trap.file).get(trap.line) ?? []).filter(
      ({ severity }) => severity === 'error' || severity === 'warning',
    );
    return { ...trap, found };
  });
  for (const { naive_rule, file, line, found } of traps) {
    if (found.length > 0)
      console.log(
        `WRONG   ${naive_rule}  ${file}:${line}  ${found.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('; ')}`,
      );
  }
  console.log(
    `known defects reported on their line: ${defects.filter(({ found }) => found.length > 0).length} of ${defects.length}`,
  );
  console.log(
    `known traps reported as error or warning: ${traps.filter(({ found }) => found.length > 0).length} of ${traps.length}`,
  );
}

/** Fixes every real page, and says what that changed and whether anything was lost. */
function printFixes(): void {
  const reports = [...pagesToFix(true)].map(({ file, text }) => checkFixes(file, text));
  for (const { file, faults } of reports) for (const fault of faults) console.log(`FAULT   ${file}: ${fault}`);
  const sum = (of: (report: (typeof reports)[number]) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  console.log(
    `fixed ${sum(({ fixed }) => fixed)} problems on ${sum(({ changedLines }) => changedLines)} lines of ${reports.length} pages; ${sum(({ faults }) => faults.length)} faults`,
  );
}

/** Makes mistakes in every page, fixes it, and prints each kind of fault once, with the shortest page that shows it. */
function printMistakes(count: number, seed: number): void {
  const pages = [...pagesToFix(process.env.PLAYBOOK_CORPUS !== undefined)];
  const samples = fc.sample(pageAndMistakes(pages), { numRuns: count, seed });
  const kinds = new Map<string, { count: number; fault: string; page: string }>();
  let [fixed, changed] = [0, 0];
  for (const [{ file, text }, made] of samples) {
    const page = withMistakes(text, made);
    const report = checkFixes(file, page);
    fixed += report.fixed;
    if (report.fixed > 0) changed++;
    for (const fault of report.faults) {
      const kind = fault.replace(/"[^"]*"|\d+/g, '…');
      const known = kinds.get(kind);
      const isShorter = known === undefined || page.length < known.page.length;
      kinds.set(kind, {
        count: (known?.count ?? 0) + 1,
        ...(isShorter
          ? { fault: `${fault} (${made.map(({ kind }) => kind).join(', ')} in ${file})`, page }
          : { fault: known.fault, page: known.page }),
      });
    }
  }
  for (const { count: times, fault, page } of kinds.values()) console.log(`FAULT ${times} × ${fault}\n${page}\n`);
  console.log(
    `seed ${seed}: ${samples.length} pages with mistakes, ${fixed} problems fixed on ${changed} of them, ${kinds.size} kinds of faults`,
  );
}

async function printProblems(ruleId: string | undefined): Promise<void> {
  const problemsByLine = await corpusProblems();
  const counts = new Map<string, number>();
  for (const file of pagesIn(corpus)) {
    for (const [line, problems] of problemsByLine(file)) {
      for (const problem of problems) {
        counts.set(problem.ruleId, (counts.get(problem.ruleId) ?? 0) + 1);
        if (ruleId === undefined || problem.ruleId === ruleId)
          console.log(`${file}:${line} ${problem.severity} ${problem.ruleId} ${english(problem.message)}`);
      }
    }
  }
  for (const { meta } of allRules)
    console.log(`${String(counts.get(meta.id) ?? 0).padStart(6)} ${meta.id} (${meta.recommended})`);
}

/** @throws Error when a file is missing among the arguments */
async function printKnown([defects, traps]: readonly string[]): Promise<void> {
  if (defects === undefined || traps === undefined)
    throw new Error('--known takes two files: the defects, then the traps');
  await printScores(defects, traps);
}

async function main(): Promise<void> {
  const argument = (flag: string): string | undefined =>
    process.argv.includes(flag) ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
  if (process.argv.includes('--mistakes'))
    printMistakes(Number(argument('--mistakes') ?? 10_000), Number(argument('--seed') ?? Date.now() % 1_000_000));
  else if (!hasCorpus) console.log(noCorpus);
  else if (process.argv.includes('--list')) await printProblems(argument('--list'));
  else if (process.argv.includes('--known')) await printKnown(process.argv.slice(process.argv.indexOf('--known') + 1));
  else printFixes();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
