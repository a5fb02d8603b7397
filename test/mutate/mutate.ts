import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../../server/src/core/index.js';
import { corpus, hasCorpus, root } from '../support/project.js';
import { allKinds, kindGroups } from './kinds/index.js';
import { printInjection } from './list.js';
import { measure, type Injection, type Plan } from './measure.js';
import { accuracyPage } from './report.js';
import { kindsTable, totalsTable } from './tables.js';
import { corpusWorkspaces, projectWorkspaces, SETS } from './workspaces.js';

const SEED = 1;
const PER_KIND = 20;
const REPORT = 'docs/accuracy.md';

/** Prints what an author would get for each kind of mistake: on the pages of the project, and on those of the corpus. */
async function main(): Promise<void> {
  const values = readOptions();
  const plan = planOf(values);
  if (values.report && !isWhole(values)) throw new Error('--report describes a whole run, with the default options');
  const injections = await measure(projectWorkspaces(), plan);
  print('Pages of the project', injections, values.list);
  if (values.report) {
    writeFileSync(join(root, REPORT), accuracyPage(kindGroups, injections, plan));
    console.log(`\nWrote ${REPORT}`);
  }
  if (hasCorpus) print(`Pages in ${corpus}`, await measure(corpusWorkspaces(), plan), values.list);
}

type Values = ReturnType<typeof readOptions>;

/** The options as scripts/mutate.mjs describes them. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(SEED) },
      'per-kind': { type: 'string', default: String(PER_KIND) },
      kind: { type: 'string', multiple: true, default: [] },
      language: { type: 'string' },
      set: { type: 'string' },
      list: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** @throws Error for an option that can't be used */
function planOf(values: Values): Plan {
  const kinds = allKinds.filter(({ id }) => values.kind.length === 0 || values.kind.includes(id));
  const unknown = values.kind.find((id) => !allKinds.some((kind) => kind.id === id));
  if (unknown !== undefined) throw new Error(`"${unknown}" isn't a kind. docs/accuracy.md lists all kinds`);
  const language = values.language;
  if (language !== undefined && !LANGUAGES.some((known) => known === language))
    throw new Error(`--language is one of ${LANGUAGES.join(', ')}`);
  const sets = SETS.filter((set) => values.set === undefined || values.set === set);
  if (sets.length === 0) throw new Error(`--set is one of ${SETS.join(', ')}`);
  return {
    kinds,
    perKind: positive('per-kind', values['per-kind']),
    seed: positive('seed', values.seed),
    sets,
    language,
  };
}

function positive(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} is a positive integer`);
  return Number(value);
}

/** Whether the run has all kinds, sets and languages, with the default numbers. */
function isWhole({ kind, set, language, seed, 'per-kind': perKind }: Values): boolean {
  return (
    kind.length === 0 &&
    set === undefined &&
    language === undefined &&
    seed === String(SEED) &&
    perKind === String(PER_KIND)
  );
}

function print(title: string, injections: readonly Injection[], isList: boolean): void {
  console.log(`\n# ${title}`);
  if (isList) for (const injection of injections) console.log(`\n${injection.kind.id}: ${printInjection(injection)}`);
  else {
    for (const injection of injections)
      if (injection.result.unsafe.length > 0) console.log(`\n${injection.kind.id}: ${printInjection(injection)}`);
  }
  for (const group of kindGroups) {
    const own = kindsTable(group, injections);
    if (own !== '') console.log(`\n## ${group.name}\n\n${own}`);
  }
  console.log(`\n## Totals without harmless kinds\n\n${totalsTable(injections)}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
