import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules, newestRelease, readConfig } from '../../server/src/core/index.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';
import { runCli, type MemoryFiles } from './memory-host.js';

const RELEASE = newestRelease(allRules);
const row = (id: number, role: string, service = 'Exchange'): string =>
  `| ${id} | Check the network | M | ${role} | ${service} |`;

function written(files: MemoryFiles, path = '/site/.playbooklint.jsonc'): string {
  return new TextDecoder().decode(files.get(path) as Uint8Array);
}

test('a configuration that fits the pages: all that is only proposed is a comment', async () => {
  const files: MemoryFiles = new Map([
    [
      '/site/pages/a.md',
      playbookWith(row(1234, 'Adoption Coach'), row(1235, 'Adoption Coach'), row(1236, 'Data Steward')),
    ],
    ['/site/pages/b.md', playbookWith(row(1237, 'FastTrack Enginer'), row(1238, 'FastTrack Engineer', 'Loop Quantum'))],
    [
      '/site/de/a.md',
      playbookWith(GOOD_ROW).replaceAll('Assess the network', 'Das Netzwerk und die Postfächer prüfen'),
    ],
    ['/site/README.md', '# Other\n'],
    ['/site/.github/workflows/lint.yml', ''],
  ]);
  const { code, stdout, stderr } = await runCli(['--init'], files);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.match(stdout, /^3 playbooks in pages \(2\), de \(1\)\nLanguages: /);
  assert.match(stdout, /\nNames that are in no list: 2 roles, 1 service\n/, 'a typo of a known role is not proposed');
  assert.ok(
    stdout.includes(
      `\nThe file sets "rulesAsOf" to ${RELEASE}, because a pipeline or a hook was found: .github/workflows\n`,
    ),
  );
  assert.match(stdout, /\nWrote "\.playbooklint\.jsonc"\n\nNext steps\n {2}1\. Read ".playbooklint.jsonc"/);
  const text = written(files);
  assert.ok(text.includes(`\n  "rulesAsOf": "${RELEASE}",\n`));
  assert.ok(
    text.includes('\n    // "roles": ["Adoption Coach", "Data Steward"],\n    // "services": ["Loop Quantum"],\n'),
  );
  assert.match(text, /About all keys:\n\/\/ https:\/\/site\.test\/docs\/configuration\.md\n\{/);
  for (const line of text.split('\n').filter((one) => !one.includes('https:'))) assert.ok(line.length <= 80, line);
  const { file, problems } = readConfig('.playbooklint.jsonc', text, allRules);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    { rulesAsOf: file.rulesAsOf, rules: file.rules.size, terms: file.vocabulary.terms.size },
    {
      rulesAsOf: RELEASE,
      rules: 0,
      terms: 0,
    },
  );
  const uncommented = text.replace(/^( *)\/\/ (".*)$/gm, '$1$2');
  assert.deepEqual(readConfig('.playbooklint.jsonc', uncommented, allRules).problems, [], 'the proposals are valid');
  assert.match((await runCli(['.'], files)).stdout, /3 playbooks checked/);
});

test('without a pipeline, the release is only proposed', async () => {
  const files: MemoryFiles = new Map([['/site/docs/a.md', playbookWith(GOOD_ROW)]]);
  const { stdout } = await runCli(['--init', 'docs'], files);
  assert.match(stdout, /The file doesn't set "rulesAsOf", because no pipeline or hook was found/);
  assert.ok(written(files, '/site/docs/.playbooklint.jsonc').includes(`\n  // "rulesAsOf": "${RELEASE}",\n`));
  assert.match(stdout, /playbook-lint docs\n/);
});

test('as long as the project has no address, the file names the page in the package', async () => {
  const files: MemoryFiles = new Map([['/site/a.md', playbookWith(GOOD_ROW)]]);
  await runCli(['--init'], files, { docs: 'file:///home/ada/playbook/docs/' });
  assert.match(written(files), /About all keys:\n\/\/ fasttrack-playbook\/docs\/configuration\.md\n\{/);
  assert.doesNotMatch(written(files), /:\/\//);
});

test('the problems are counted as a check counts them, in tables of contents as well', async () => {
  const files: MemoryFiles = new Map([
    ['/site/docs/a.md', playbookWith(GOOD_ROW)],
    ['/site/docs/toc.yml', '- name: A\n  href: a.md\n- name: B\n  href: gone.md\n- name: C\n  href: lost.md\n'],
    ['/site/toc.yml', '- name: B\n  href: other.md\n'],
  ]);
  assert.match((await runCli(['--init', 'docs'], files)).stdout, /\nProblems: 2 errors/);
  assert.match((await runCli(['docs'], files)).stdout, /checked: 2 errors/);
});

test('editions that were detected are proposed', async () => {
  const files: MemoryFiles = new Map(
    ['a', 'b', 'c', 'd', 'e'].flatMap((name, index) => {
      const text = playbookWith(row(2000 + index, 'FastTrack Engineer')).replaceAll(
        'the network',
        `the ${name} network`,
      );
      return [
        [`/site/site/${name}.md`, text],
        [`/site/site-prelim/${name}.md`, text],
      ] as const;
    }),
  );
  const { stdout } = await runCli(['--init'], files);
  assert.match(stdout, /\nEditions: .*preliminary \(site-prelim\)/);
  assert.ok(written(files).includes('// "editions": { "preliminary": ["site-prelim/"] },'));
});

test('nothing is overwritten, and a folder without playbooks gets no file', async () => {
  for (const name of ['.playbooklint.json', '.playbooklint.jsonc', '.playbooklint.yaml']) {
    const files: MemoryFiles = new Map([
      ['/site/a.md', playbookWith(GOOD_ROW)],
      [`/site/${name}`, '{}'],
    ]);
    const { code, stdout, stderr } = await runCli(['--init'], files);
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 2, stdout: '', stderr: `playbook-lint: "${name}" already exists. Edit it, or delete it and run again\n` },
    );
    assert.equal(files.get(`/site/${name}`), '{}');
  }
  const other: MemoryFiles = new Map([['/site/docs/README.md', '# Other\n']]);
  const { code, stderr } = await runCli(['--init', 'docs'], other);
  assert.equal(code, 2);
  assert.match(stderr, /No playbook in "docs"\. Name the folder with your playbooks: playbook-lint --init docs/);
  assert.equal(
    (await runCli(['--init', 'docs/README.md'], other)).stderr,
    `playbook-lint: "docs/README.md" isn't a folder\n`,
  );
  assert.deepEqual([...other.keys()], ['/site/docs/README.md']);
});

test('names on a page cannot end the comment they are in', async () => {
  const files: MemoryFiles = new Map([
    ['/site/a.md', playbookWith(row(1234, 'Owner */ "x": \\\\n \u2028\u202e'), row(1235, 'Second Name'))],
  ]);
  assert.equal((await runCli(['--init'], files)).code, 0);
  const text = written(files);
  assert.deepEqual(readConfig('.playbooklint.jsonc', text, allRules).problems, []);
  assert.doesNotMatch(text, /[\u2028\u202e]/);
});

test('--init says what it could not read', async () => {
  const files: MemoryFiles = new Map([['/site/docs/locked/a.md', playbookWith(row(1234, 'Name'))]]);
  const locked = { lockedFolder: '/site/docs/locked' };
  const unreadable = 'playbook-lint: "docs/locked" can\'t be read: permission denied\n';
  assert.deepEqual(await runCli(['--init', 'docs'], files, locked), {
    code: 2,
    stdout: '',
    stderr: `${unreadable}playbook-lint: No playbook that can be read in "docs"\n`,
  });
  files.set('/site/docs/b.md', playbookWith(row(1235, 'Other')));
  const { code, stdout, stderr } = await runCli(['--init', 'docs'], files, locked);
  assert.deepEqual({ code, stderr }, { code: 2, stderr: unreadable });
  assert.match(stdout, /Wrote "docs\/\.playbooklint\.jsonc"/);
});

test('--init requires a folder that exists', async () => {
  const { code, stderr } = await runCli(['--init', 'nope'], new Map([['/site/a.md', '']]));
  assert.deepEqual({ code, stderr }, { code: 2, stderr: 'playbook-lint: No such folder: "nope"\n' });
});
