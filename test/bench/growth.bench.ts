import {
  allRules,
  createLinter,
  parsePlaybook,
  readConfig,
  resolveConfig,
  asRelativePath,
  type LintConfig,
} from '../../server/src/core/index.js';
import { playbookWith } from '../support/pages.js';
import { ms, printTable, timed } from './measure.js';

/**
 * How the time grows with pages and configurations that are made to take long: four times as much of the same may take
 * no more than `LIMIT` times as long. Both sizes are measured in the same run, so that only the growth counts. Ends with
 * exit code 1 when a limit is not held. Arguments: the names of the families to measure, all without any.
 */
const TODAY = '2026-11-21';
const LIMIT = 8;
const config: LintConfig = { rules: new Map() };

interface Family {
  readonly name: string;
  readonly size: number;
  readonly work: (size: number) => () => void;
}

function checks(page: string): () => void {
  return () =>
    void createLinter(allRules).lint({
      playbook: parsePlaybook({ uri: 'file:///page.md', text: page }),
      config,
      today: TODAY,
    });
}

function reads(json: unknown): () => void {
  const text = JSON.stringify(json);
  return () =>
    void resolveConfig([readConfig('.playbooklint.json', text, allRules).file], [], allRules).configFor(
      asRelativePath('a.md'),
    );
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const FAMILIES: readonly Family[] = [
  {
    name: 'pairs of disable and enable comments',
    size: 2000,
    work: (size) =>
      checks(
        playbookWith() +
          '<!-- playbook-lint-disable -->\n\nx\n\n<!-- playbook-lint-enable task-id-format -->\n\n'.repeat(size),
      ),
  },
  {
    name: 'rule ids in one comment',
    size: 4000,
    work: (size) =>
      checks(
        `${playbookWith()}<!-- playbook-lint-disable ${numbers(size)
          .map((index) => `rule-${index}`)
          .join(' ')} -->\n`,
      ),
  },
  {
    name: 'a wide header with repeats',
    size: 1000,
    work: (size) =>
      checks(
        playbookWith().replace(
          /\| Task ID[^]*$/,
          `|${' Task ID | Task Name |'.repeat(size)}\n|${'---|'.repeat(2 * size)}\n|${' 1234 | a |'.repeat(size)}\n`,
        ),
      ),
  },
  {
    name: 'rows of pipes',
    size: 40,
    work: (size) => checks(playbookWith(...numbers(size).map(() => '|'.repeat(1000)))),
  },
  {
    name: 'headings',
    size: 2000,
    work: (size) =>
      checks(
        playbookWith() +
          numbers(size)
            .map((index) => `## Part ${index}\n\n`)
            .join(''),
      ),
  },
  { name: 'full-width pipes', size: 20_000, work: (size) => checks(playbookWith('｜'.repeat(size))) },
  {
    name: 'ignored names',
    size: 5000,
    work: (size) => reads({ ignore: numbers(size).map((index) => `gen/page-${index}.md`) }),
  },
  {
    name: 'roles',
    size: 2000,
    work: (size) => reads({ vocabulary: { roles: numbers(size).map((index) => `Role ${index}`) } }),
  },
];

const wanted = process.argv.slice(2);
const rows = FAMILIES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(({ name, size, work }) => {
  const [small, large] = [timed(work(size), 3, 1), timed(work(4 * size), 3, 1)];
  const growth = large / small;
  if (growth > LIMIT) process.exitCode = 1;
  return [name, String(size), ms(small), ms(large), `x ${growth.toFixed(1)}${growth > LIMIT ? ' !' : ''}`];
});
printTable([['growth', 'size', 'ms', 'ms of 4 times', ''], ...rows]);
