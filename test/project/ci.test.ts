/** What docs/ci.md, the action and the hooks tell CI systems to run: it is run here, on pages in a temporary folder. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { parse } from 'yaml';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { name: string; version: string };
const cli = join(root, 'dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'playbook ci-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const noBash = process.platform !== 'win32' && spawnSync('bash', ['--version']).status === 0 ? false : 'Bash is needed';

/** Fixed by `--fix`. */
const FIXABLE = playbookWith('| 1235 | Check the proxy | m | FastTrack Engineer | Exchange |');
const CLEAN = playbookWith(GOOD_ROW);
const BAD = playbookWith(BAD_ROW);

interface Site {
  readonly cwd: string;
  /** Runs a script as CI systems do: it ends at the first command that fails. */
  run(script: string, variables?: Readonly<Record<string, string>>): { code: number; stdout: string; stderr: string };
}

/** A repository that has these files, and the package among its dependencies. */
function site(files: Readonly<Record<string, string>>): Site {
  const cwd = mkdtempSync(join(folder, 'two words '));
  const bin = {
    'node_modules/.bin/playbook-lint': `#!/bin/sh\nexec node '${cli}' "$@"\n`,
    // What npm does, without the seconds that npm takes.
    'tools/npx':
      '#!/bin/sh\ntest "$1 $2 $3" = "--no -- playbook-lint" && shift 3 && exec node_modules/.bin/playbook-lint "$@"\n',
    // Not installed on the machine: fails unless it gets the format that it is told to expect.
    'tools/reviewdog':
      '#!/bin/sh\ntest "$1" = -f=rdjson && exec node -e \'JSON.parse(fs.readFileSync(0)).diagnostics.length\'\n',
  };
  for (const [path, text] of Object.entries({ 'package.json': '{}', ...files, ...bin })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
    if (path in bin) chmodSync(join(cwd, path), 0o755);
  }
  return {
    cwd,
    run(script, variables = {}) {
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
        cwd,
        encoding: 'utf8',
        env: {
          ...process.env,
          LC_ALL: 'C',
          PATH: `${join(cwd, 'tools')}${delimiter}${process.env['PATH'] ?? ''}`,
          ...variables,
        },
      });
      return { code: status ?? -1, stdout, stderr };
    },
  };
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly [{ readonly run: string; readonly env: Readonly<Record<string, string>> }];
  };
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly types: readonly string[];
  readonly require_serial: boolean;
}

interface Step {
  readonly uses?: string;
  readonly task?: string;
  readonly run?: string;
  readonly script?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Example {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  readonly steps?: readonly Step[];
  readonly repos?: readonly { readonly repo: string; readonly rev?: string; readonly hooks: readonly Hook[] }[];
}

const yamlExamples = [...read('docs/ci.md').matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);
const examples = yamlExamples.map((text) => parse(text) as Example);
const action = parse(read('action.yml')) as Action;
const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];

describe('the schemas of GitHub', () => {
  const workflows = [
    ...readdirSync(join(root, '.github/workflows')).map((name) => read(`.github/workflows/${name}`)),
    ...yamlExamples.filter((_, index) => examples[index]?.jobs !== undefined),
  ];
  const trace = new NoOperationTraceWriter();

  test('workflows are valid', () => {
    assert.ok(workflows.length >= 5);
    for (const content of workflows) {
      const { context } = parseWorkflow({ name: 'workflow.yml', content }, trace);
      assert.deepEqual(context.errors.getErrors().map(String), [], content);
    }
    const { context } = parseWorkflow({ name: 'x.yml', content: 'on: push\njobs: {a: {steps: [{use: x}]}}' }, trace);
    assert.ok(context.errors.getErrors().length > 0, 'mistakes are found');
  });

  test('the action is valid', () => {
    const errors = (content: string): string[] =>
      parseAction({ name: 'action.yml', content }, trace).context.errors.getErrors().map(String);
    assert.deepEqual(errors(read('action.yml')), []);
    assert.notDeepEqual(errors('name: x\nruns: {using: composite, step: []}'), [], 'mistakes are found');
  });
});

test('the inputs of the action are documented, and the examples use no others', () => {
  const names = Object.keys(action.inputs);
  for (const name of names) assert.ok(read('docs/ci.md').includes(`\n| \`${name}\` | `), name);
  const steps = examples.flatMap(({ jobs = {} }) => Object.values(jobs).flatMap((job) => job.steps));
  const own = steps.filter(({ uses }) => uses?.startsWith('OWNER/') === true);
  assert.ok(own.length > 0);
  for (const { with: inputs = {} } of own)
    for (const name of Object.keys(inputs)) assert.ok(names.includes(name), name);
});

describe('the action', { skip: noBash }, () => {
  const [step] = action.runs.steps;

  /** The variables of the step for these inputs. */
  function variables(inputs: Readonly<Record<string, string>>): Record<string, string> {
    const values = Object.entries(step.env).map(([name, expression]): [string, string] => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? '';
      assert.ok(input in action.inputs, expression);
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
    });
    return { ...Object.fromEntries(values), GITHUB_ACTION_PATH: root, RUNNER_TEMP: join(folder, 'temp') };
  }

  test('checks the repository, and writes the summary of the job', () => {
    const { cwd, run } = site({ 'pages/bad.md': BAD, 'clean.md': CLEAN });
    const summary = join(cwd, 'summary.md');
    const { code, stdout } = run(step.run, { ...variables({}), GITHUB_WORKSPACE: cwd, GITHUB_STEP_SUMMARY: summary });
    assert.equal(code, 1);
    assert.match(stdout, /^::error file=pages\/bad\.md,line=21,/);
    assert.match(readFileSync(summary, 'utf8'), /^## playbook-lint\n/);
  });

  test('passes its inputs on, and runs no command in them', () => {
    const { cwd, run } = site({
      'two words.md': BAD,
      '$(touch hacked).md': CLEAN,
      'other.json': '{"rules": {"task-mo-letter": "warning"}}',
    });
    const files = 'two words.md\r\n\n$(touch hacked).md\n*.md\n';
    const inputs = { files, config: 'other.json' };
    assert.equal(run(step.run, variables(inputs)).code, 0);
    assert.equal(run(step.run, variables({ ...inputs, 'max-warnings': '0' })).code, 1);
    assert.equal(run(step.run, variables({ files: '-gone.md' })).code, 2);
    assert.ok(!existsSync(join(cwd, 'hacked')));
  });

  test('installs a package, if it gets one', () => {
    const { run } = site({
      'a.md': BAD,
      'package/package.json': JSON.stringify({ ...manifest, dependencies: {}, bin: {}, scripts: {}, files: ['dist'] }),
      'package/dist/cli.js': 'console.log("the package", ...process.argv.slice(2));',
    });
    const packed = run('cd package && npm pack --silent --pack-destination ..');
    const { code, stdout } = run(step.run, variables({ package: `./${packed.stdout.trim()}` }));
    assert.equal(code, 0);
    assert.match(stdout, /the package --format github -- \.\n$/);
  });
});

describe('the examples of docs/ci.md', { skip: noBash }, () => {
  const steps = examples.flatMap(({ jobs = {}, steps: own = [] }) => [
    ...Object.values(jobs).flatMap((job) => job.steps),
    ...own,
  ]);
  const commands = [...new Set(steps.flatMap(({ run, script }) => run ?? script ?? []))].filter(
    (command) => command !== 'npm ci',
  );

  test('there is one for each system', () => {
    assert.equal(commands.length, 5);
    for (const format of ['github', 'sarif', 'rdjson'])
      assert.ok(commands.some((command) => command.includes(`--format ${format} `)));
    assert.ok(examples.some(({ repos }) => repos !== undefined));
    assert.ok(examples.some((example) => example.steps !== undefined));
  });

  for (const command of commands) {
    test(command, () => {
      const clean = site({ 'a.md': CLEAN });
      assert.deepEqual({ ...clean.run(command), stdout: '' }, { code: 0, stdout: '', stderr: '' });
      const bad = site({ 'a.md': CLEAN, '页面/b.md': BAD });
      const isReported = command.includes('| reviewdog') || command.includes('|| test');
      assert.equal(bad.run(command).code, isReported ? 0 : 1);
      if (command.includes('> playbook-lint.sarif'))
        assert.match(readFileSync(join(bad.cwd, 'playbook-lint.sarif'), 'utf8'), /"ruleId": "task-mo-letter"/);
    });
  }

  test('npx runs the installed program', () => {
    const { cwd, run } = site({ 'a.md': BAD });
    rmSync(join(cwd, 'tools/npx'));
    const { code, stdout } = run('npx --no -- playbook-lint --format github .');
    assert.equal(code, 1);
    assert.match(stdout, /^::error file=a\.md,/);
  });

  test('a SARIF file that is incomplete stops the pipeline', () => {
    const command = commands.find((one) => one.includes('|| test')) ?? '';
    assert.notEqual(site({ 'README.txt': 'No pages' }).run(command).code, 0);
  });
});

describe('the hooks for pre-commit', { skip: noBash }, () => {
  const local = examples.flatMap(({ repos = [] }) => repos.filter(({ repo }) => repo === 'local'));

  test('check and fix the files of a commit, and download nothing', () => {
    for (const hook of [...hooks, ...local.flatMap((repo) => repo.hooks)]) {
      assert.deepEqual([hook.language, hook.types, hook.require_serial], ['system', ['markdown'], true]);
      const { cwd, run } = site({ 'two words.md': FIXABLE, 'b.md': BAD, '-x.md': BAD, 'README.md': '# Other\n' });
      const fixes = hook.entry.includes('--fix');
      const command = [hook.entry, ...hook.args].join(' ');
      assert.equal(run(`${command} "two words.md" README.md`).code, fixes ? 0 : 1, hook.id);
      assert.equal(readFileSync(join(cwd, 'two words.md'), 'utf8') !== FIXABLE, fixes);
      assert.equal(run(`${command} b.md`).code, 1);
      assert.equal(run(`${command} README.md`).code, 0);
      assert.equal(run(`${command} -x.md`).code, 1, 'a name that begins with a dash');
    }
  });

  test('the examples name hooks of this release', () => {
    const remote = examples.flatMap(({ repos = [] }) => repos.filter(({ repo }) => repo !== 'local'));
    for (const { rev, hooks: used } of remote) {
      assert.equal(rev, `v${manifest.version}`);
      for (const { id } of used)
        assert.ok(
          hooks.some((hook) => hook.id === id),
          id,
        );
    }
  });
});

test('no command downloads a package of another name', () => {
  for (const path of ['docs/ci.md', 'docs/command-line.md', 'action.yml', '.pre-commit-hooks.yaml']) {
    const text = read(path);
    for (const [command] of text.matchAll(/\bnpx [^`\n]*/g))
      assert.match(command, /^npx --no -- ?(?:playbook-lint\b|$|`)/);
    for (const [, name = ''] of text.matchAll(/fasttrack-playbook-([\d.]+)\.tgz/g))
      assert.equal(name, manifest.version);
    for (const [command] of text.matchAll(/\bnpm install [^\n]*/g))
      assert.match(command, /\.\/fasttrack-playbook-[\d.]+\.tgz$|"\$PLAYBOOK_PACKAGE"$/);
  }
});
