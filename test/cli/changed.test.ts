/** `--changed`: only problems that are new since the merge base with another revision. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { runCli } from './memory-host.js';
import { removeRepositories, Repository } from './repository.js';

after(removeRepositories);

const CLEAN = playbookWith(GOOD_ROW);
const BAD = playbookWith(GOOD_ROW, BAD_ROW);
const WORSE = playbookWith(BAD_ROW, BAD_ROW.replace('1235', '1236'));
const linkTo = (page: string): string => `${CLEAN}\nSee [the page](${page}).\n`;

test('uncommitted, staged, committed and untracked changes count, and what main got in the meantime does not', async () => {
  const repository = Repository.with({
    'docs/old.md': BAD,
    'docs/a.md': CLEAN,
    'docs/b.md': CLEAN,
    'docs/c.md': CLEAN,
  });
  repository.git('checkout', '-q', '-b', 'work');
  repository.commit({ 'docs/a.md': BAD });
  repository.write({ 'docs/b.md': BAD });
  repository.git('add', 'docs/b.md');
  repository.write({ 'docs/c.md': BAD, 'docs/new.md': BAD });
  const found = await repository.problems(['--changed', '--rule', 'task-id-duplicate:off', '.']);
  assert.deepEqual(
    found.filter((one) => one.endsWith('task-mo-letter')),
    [
      'docs/a.md:22 task-mo-letter',
      'docs/b.md:22 task-mo-letter',
      'docs/c.md:22 task-mo-letter',
      'docs/new.md:22 task-mo-letter',
    ],
  );
  assert.ok(
    found.every((one) => !one.startsWith('docs/old.md')),
    found.join('\n'),
  );
  const { code, stdout } = await repository.lint(['--changed=main', '.']);
  assert.equal(code, 1);
  assert.match(stdout, /; \d+ older problems? not reported \(changes since main\)\n$/);
  repository.git('stash', '-q', '--include-untracked');
  repository.git('checkout', '-q', 'main');
  repository.commit({ 'docs/b.md': BAD });
  repository.git('checkout', '-q', 'work');
  assert.deepEqual(await repository.problems(['--changed=main', 'docs/b.md']), []);
});

test('a changed line reports its problems, also old ones; the other lines of the page do not', async () => {
  const repository = Repository.with({ 'a.md': WORSE });
  assert.deepEqual(await repository.problems(['--changed', '.']), []);
  repository.write({ 'a.md': `\n${WORSE.replace('Check the proxy', 'Check the firewall')}` });
  const found = await repository.problems(['--changed', '.']);
  assert.ok(found.includes('a.md:22 task-mo-letter'), found.join('\n'));
  assert.ok(!found.includes('a.md:23 task-mo-letter'), found.join('\n'));
});

test('line endings are not changes', async () => {
  const repository = Repository.with({ 'a.md': BAD });
  repository.write({ 'a.md': BAD.replaceAll('\n', '\r\n') });
  assert.deepEqual(await repository.problems(['--changed', '.']), []);
});

test('problems on the same page that a deleted line causes', async () => {
  const repository = Repository.with({ 'a.md': CLEAN });
  repository.write({ 'a.md': CLEAN.replace('ft.owner: v-bea\n', '') });
  const found = await repository.problems(['--changed', '.']);
  assert.deepEqual(
    found.map((one) => one.replace(/^.* /, '')),
    ['front-matter-recommended-key'],
  );
});

test('problems that a change causes on other pages', async () => {
  const page = (letter: string): string =>
    playbookWith(`| 4321 | Check the mailboxes | ${letter} | FastTrack Engineer | Exchange |`);
  const repository = Repository.with({
    'links.md': linkTo('target.md'),
    'target.md': CLEAN,
    'task-1.md': page('M'),
    'task-2.md': page('M'),
    'task-3.md': page('M'),
    'broken.md': linkTo('nowhere.md'),
  });
  rmSync(join(repository.root, 'target.md'));
  repository.write({ 'task-1.md': page('O'), 'task-2.md': page('O') });
  assert.deepEqual(await repository.problems(['--changed', '.']), [
    'links.md:23 link-target-missing',
    'task-3.md:21 task-mo-inconsistent',
  ]);
});

test('a deleted folder, and a page that replaces a deleted one', async () => {
  const repository = Repository.with({ 'a.md': linkTo('deep/er/b.md'), 'deep/er/b.md': CLEAN, 'c.md': BAD });
  rmSync(join(repository.root, 'deep'), { recursive: true });
  assert.deepEqual(await repository.problems(['--changed', '.']), ['a.md:23 link-target-missing']);
  repository.write({ 'deep/er/B.md': CLEAN });
  const found = await repository.problems(['--changed', '.']);
  assert.ok(found.includes('a.md:23 link-case'), found.join('\n'));
});

test('a renamed page keeps its problems, and its links may get new ones', async () => {
  const repository = Repository.with({ 'docs/a.md': BAD, 'docs/b.md': linkTo('a.md') });
  mkdirSync(join(repository.root, 'docs/deep'));
  repository.git('mv', 'docs/a.md', 'docs/deep/c.md');
  assert.deepEqual(await repository.problems(['--changed', '.']), ['docs/b.md:23 link-target-missing']);
  repository.git('commit', '-q', '-m', 'Move');
  assert.deepEqual(await repository.problems(['--changed=HEAD~', '.']), ['docs/b.md:23 link-target-missing']);
});

test('a configuration that changed, and a table of contents', async () => {
  const repository = Repository.with({
    '.playbooklint.json': '{"rules": {"task-mo-letter": "off"}}',
    'a.md': BAD,
    'toc.yml': '- name: A\n  href: a.md\n',
  });
  repository.write({ '.playbooklint.json': '{"rules": {"nope": "off"}}', 'toc.yml': '- name: A\n  href: b.md\n' });
  const found = await repository.problems(['--changed', '.']);
  assert.ok(found.includes('.playbooklint.json:1 configuration'), found.join('\n'));
  assert.ok(found.includes('a.md:22 task-mo-letter'), found.join('\n'));
  assert.ok(
    found.some((one) => one.startsWith('toc.yml:2 ')),
    found.join('\n'),
  );
  assert.deepEqual(
    await repository.problems(['--changed', '--config', '.playbooklint.json', 'a.md']),
    ['.playbooklint.json:1 configuration', 'a.md:1 toc-orphan'],
    '--config is part of the command, so pages have no new problems because of it',
  );
});

test('in a subfolder, and with a name that a shell, Git or a terminal could misread', async () => {
  const names = ['-rf.md', 'a b\n"c".md', '$(touch pwned).md', ':(top)x.md', '*.md', 'ü\u202e.md'];
  const repository = Repository.with(Object.fromEntries(names.map((name) => [`docs/${name}`, BAD])));
  assert.deepEqual(await repository.problems(['--changed', '.'], 'docs'), []);
  repository.write(Object.fromEntries(names.map((name) => [`docs/${name}`, BAD.replace('proxy', 'server')])));
  const found = await repository.problems(['--changed', '.'], 'docs');
  for (const name of names) assert.ok(found.includes(`${name}:22 task-mo-letter`), name);
  repository.git('mv', '--', 'docs/-rf.md', 'docs/a\nb.md');
  repository.write({ [`docs/${names[1] ?? ''}`]: BAD });
  assert.ok((await repository.problems(['--changed', 'docs'])).includes('docs/a\nb.md:22 task-mo-letter'));
});

test('a conflict, a link that became a file, and a file that became a folder', async () => {
  const repository = Repository.with({ 'a.md': BAD, 'b.md': BAD });
  repository.git('checkout', '-q', '-b', 'work');
  repository.commit({ 'a.md': BAD.replace('proxy', 'server') });
  repository.git('checkout', '-q', 'main');
  repository.commit({ 'a.md': BAD.replace('proxy', 'router') });
  assert.throws(() => repository.git('merge', 'work'));
  const found = await repository.problems(['--changed', '.']);
  assert.ok(
    found.some((one) => one.endsWith('conflict-marker')),
    found.join('\n'),
  );
  assert.ok(!found.includes('b.md:22 task-mo-letter'), found.join('\n'));
  assert.ok(!found.some((one) => one.startsWith('a.md:1 ')), found.join('\n'));
  repository.git('reset', '-q', '--hard');
  rmSync(join(repository.root, 'b.md'));
  symlinkSync('a.md', join(repository.root, 'b.md'));
  assert.deepEqual(await repository.problems(['--changed', '.']), ['b.md:22 task-mo-letter']);
  repository.commit({});
  rmSync(join(repository.root, 'b.md'));
  repository.write({ 'b.md/c.md': BAD });
  assert.ok((await repository.problems(['--changed', '.'])).includes('b.md/c.md:22 task-mo-letter'));
});

test('two runs print the same, and nothing of the repository changes', async () => {
  const repository = Repository.with({ 'a.md': CLEAN, 'b.md': linkTo('a.md'), 'c.md': BAD });
  repository.git('mv', 'a.md', 'd.md');
  repository.write({ 'c.md': WORSE, 'e.md': BAD });
  const status = repository.git('status', '--porcelain');
  const first = await repository.lint(['--changed', '.']);
  assert.deepEqual(await repository.lint(['--changed', '.']), first);
  assert.equal(repository.git('status', '--porcelain'), status);
});

test('the default is the branch that the server considers its main one', async () => {
  const server = Repository.with({ 'a.md': CLEAN });
  server.git('branch', '-m', 'develop');
  const clone = new Repository();
  clone.git('clone', '-q', server.root, '.');
  clone.git('checkout', '-q', '-b', 'work');
  clone.commit({ 'a.md': BAD });
  assert.match((await clone.lint(['--changed', '.'])).stdout, /a\.md[^]*task-mo-letter/);
  assert.equal((await clone.lint(['--changed=origin/develop', '--max-warnings=0', '.'])).code, 1);
  clone.git('remote', 'remove', 'origin');
  clone.git('branch', '-D', 'develop');
  assert.equal(
    (await clone.lint(['--changed', '.'])).stderr,
    'playbook-lint: No default branch found (origin/HEAD, main, or master). Name the revision to compare with: --changed=develop\n',
  );
});

test('whatever Git lacks is explained, with exit code 2', async () => {
  const none = new Repository();
  none.write({ 'a.md': CLEAN });
  const empty = new Repository();
  empty.git('init', '-q', '-b', 'main');
  const origin = Repository.with({ 'a.md': CLEAN });
  origin.git('checkout', '-q', '-b', 'work');
  origin.commit({ 'a.md': BAD });
  origin.git('checkout', '-q', 'main');
  origin.commit({ 'b.md': CLEAN });
  const shallow = new Repository();
  shallow.git('clone', '-q', '--depth', '1', '--no-single-branch', `file://${origin.root}`, '.');
  shallow.git('checkout', '-q', 'work');
  const unrelated = Repository.with({ 'a.md': CLEAN });
  unrelated.git('checkout', '-q', '--orphan', 'other');
  unrelated.commit({ 'b.md': CLEAN });
  const cases: readonly (readonly [Repository, readonly string[], RegExp])[] = [
    [none, ['--changed'], /requires a Git repository, but ".*" isn't in one/],
    [empty, ['--changed'], /this repository has no commits yet/],
    [origin, ['--changed=nope'], /Git doesn't know the revision "nope"\. .*--changed=origin\/nope/],
    [origin, ['--changed=--output=x'], /Git doesn't know the revision "--output=x"/],
    [origin, ['--changed=main:a.md'], /Git doesn't know the revision "main:a\.md"\n/],
    [origin, ['--changed=HEAD~50'], /Git doesn't know the revision "HEAD~50"\n/],
    [shallow, ['--changed=origin/main'], /This clone is shallow[^]*git fetch --unshallow[^]*fetch-depth: 0/],
    [unrelated, ['--changed=main'], /"main" have no common commit/],
    [origin, ['--changed', 'main'], /No such file or folder: "main"\. To compare with a revision, use --changed=main/],
    [origin, ['--changed', none.root], /is outside the Git repository/],
  ];
  for (const [repository, argv, says] of cases) {
    const { code, stdout, stderr } = await repository.lint([...argv, '.']);
    assert.match(stderr, says);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, argv.join(' '));
  }
  const without = await runCli(['--changed', '.'], new Map([['/site/a.md', CLEAN]]));
  assert.equal(without.code, 2);
  assert.match(without.stderr, /--changed requires Git, but Git could not be started/);
});

test('a submodule or another repository in the folder is compared only by a command in it', async () => {
  const inner = Repository.with({ 'docs/a.md': CLEAN });
  const outer = Repository.with({ 'docs/a.md': CLEAN });
  outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${inner.root}`, 'parts/inner');
  outer.git('commit', '-q', '-m', 'Submodule');
  outer.write({ 'parts/inner/docs/a.md': BAD, 'docs/a.md': BAD });
  const refused =
    'playbook-lint: --changed can\'t be used for "parts/inner", which has a Git repository of its own. Run the command there\n';
  for (const path of ['parts/inner', 'parts/inner/docs/a.md', 'parts/inner/**/*.md'])
    assert.deepEqual(await outer.lint(['--changed', 'docs', path]), { code: 2, stdout: '', stderr: refused }, path);
  const all = await outer.lint(['--changed', '.']);
  assert.equal(all.code, 1);
  assert.doesNotMatch(all.stdout, /inner/, 'in a larger folder, nothing of it is new');
  const there = await new Repository(join(outer.root, 'parts/inner')).lint(['--changed=HEAD', '.']);
  assert.match(there.stdout, /^docs\/a\.md\n/);
});

test('a page that the changes deleted or renamed is named, and is no failure', async () => {
  const repository = Repository.with({
    'docs/a.md': CLEAN,
    'docs/b.md': linkTo('a.md'),
    'old/c.md': BAD,
    'd.md': CLEAN,
  });
  rmSync(join(repository.root, 'docs/a.md'));
  rmSync(join(repository.root, 'old'), { recursive: true });
  repository.git('mv', 'd.md', 'docs/e.md');
  const cases: readonly (readonly [argv: string[], says: string])[] = [
    [
      ['--changed', 'docs/a.md'],
      '"docs/a.md" was deleted, so it is not checked. To find links to it, check the pages around it',
    ],
    [
      ['--changed=HEAD', 'old'],
      '"old" was deleted, so it is not checked. To find links to it, check the pages around it',
    ],
    [['--changed', 'd.md'], '"d.md" was renamed, so it is not checked. Check "docs/e.md" instead'],
  ];
  for (const [argv, says] of cases)
    assert.deepEqual(await repository.lint(argv), {
      code: 0,
      stdout: 'No playbooks checked\n',
      stderr: `playbook-lint: ${says}\n`,
    });
  const both = await repository.lint(['--changed', 'docs/a.md', 'docs/b.md']);
  assert.equal(both.code, 1);
  assert.match(both.stdout, /docs\/b\.md\n.*link-target-missing/);
  const never = await repository.lint(['--changed=HEAD', 'docs/never.md']);
  assert.deepEqual([never.code, never.stderr], [2, 'playbook-lint: No such file or folder: "docs/never.md"\n']);
  const without = await repository.lint(['docs/a.md']);
  assert.deepEqual([without.code, without.stderr], [2, 'playbook-lint: No such file or folder: "docs/a.md"\n']);
});
