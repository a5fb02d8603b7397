import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corpus, hasCorpus, root } from '../../support/project.js';
import { activationFigures } from './activation.js';
import { editorFigures } from './editor.js';
import type { Figures } from './figures.js';
import { growthFigures } from './growth.js';
import { thisMachine } from './machine.js';
import { performancePage, runsTable } from './page.js';
import { allPagesPrograms, onePagePrograms } from './programs.js';
import { existingRepository, generatedRepository, removeRepositories, type Repository } from './repository.js';
import { typingFigures } from './typing.js';
import { runFigures, type Rounds, type RunFigures } from './whole-runs.js';

const PAGES = 1806;
const EDITOR_PAGES = [450, 10_000];
const REPORT = 'docs/performance.md';
const TRIED = 'test/bench/report/tried.md';

/** How often everything is measured. */
interface Plan {
  readonly onePage: Rounds;
  readonly allPages: Rounds;
  /** Of ten letters each. */
  readonly typing: number;
  readonly growth: number;
  readonly editor: number;
  readonly activations: number;
}

const WHOLE: Plan = {
  onePage: { quick: 21, slow: 21 },
  allPages: { quick: 9, slow: 3 },
  typing: 20,
  growth: 10,
  editor: 10,
  activations: 5,
};

const QUICK: Plan = {
  onePage: { quick: 5, slow: 5 },
  allPages: { quick: 3, slow: 1 },
  typing: 3,
  growth: 3,
  editor: 3,
  activations: 1,
};

/** Measures everything once, and writes the page. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { report: { type: 'boolean' }, quick: { type: 'boolean', default: false } },
  });
  const plan = values.quick ? QUICK : WHOLE;
  const repository = step(`Writing ${PAGES} pages`, () => generatedRepository(PAGES));
  const figures: Figures = {
    repository,
    onePage: await step('One page', () => onePage(plan, repository, generatedRepository(PAGES))),
    allPages: await step('All pages', () => allPages(repository, plan)),
    typing: await step('A letter', () => typingFigures(plan.typing)),
    growth: await step('Long tables', () => growthFigures(plan.growth)),
    editor: await step('Many pages', () => editorFigures(EDITOR_PAGES, plan.editor)),
    activation: await step('Activation in VS Code', () => activationFigures(plan.activations)),
  };
  const page = performancePage(figures, thisMachine(), readFileSync(join(root, TRIED), 'utf8'));
  console.log(`\n${page}`);
  writeFileSync(join(root, REPORT), page);
  console.log(`Wrote ${REPORT}`);
  if (hasCorpus) await printCorpus(plan);
}

/** Says what is measured now: the whole run takes minutes. */
function step<Answer>(name: string, work: () => Answer): Answer {
  console.log(`${new Date().toISOString().slice(11, 19)} ${name} …`);
  return work();
}

function onePage(plan: Plan, repository: Repository, other?: Repository): Promise<RunFigures[]> {
  return runFigures(onePagePrograms(repository, other), plan.onePage);
}

function allPages(repository: Repository, plan: Plan): Promise<RunFigures[]> {
  return runFigures(allPagesPrograms(repository), plan.allPages);
}

/** The real pages aren't the same on every machine, so their figures aren't in the page. */
async function printCorpus(plan: Plan): Promise<void> {
  const repository = existingRepository(corpus);
  console.log(`\n# ${repository.pages} pages in ${corpus}`);
  console.log(`\n## One page\n\n${runsTable(await onePage(plan, repository), 'node', 'a bare start')}`);
  console.log(`\n## All pages\n\n${runsTable(await allPages(repository, plan), 'rumdl', 'rumdl')}`);
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(removeRepositories);
