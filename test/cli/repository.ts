import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Output } from './memory-host.js';
import { runOnDisk } from './run-on-disk.js';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'playbook-git-')));

/** Removes all repositories. */
export function removeRepositories(): void {
  rmSync(top, { recursive: true, force: true });
}

// Neither the settings nor a repository of whoever runs the tests has an effect, also in the program itself.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) Reflect.deleteProperty(process.env, name);
Object.assign(process.env, {
  HOME: top,
  GIT_CONFIG_GLOBAL: join(top, 'no-config'),
  GIT_CONFIG_SYSTEM: join(top, 'no-config'),
  GIT_CEILING_DIRECTORIES: top,
  GIT_AUTHOR_NAME: 'Ada Byron',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_NAME: 'Ada Byron',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
});

/** A folder on the disk, with Git. */
export class Repository {
  readonly root: string;

  constructor(root = mkdtempSync(join(top, 'repository-'))) {
    this.root = root;
  }

  /** A repository on the branch `main`, with one commit. */
  static with(files: Readonly<Record<string, string>>): Repository {
    const repository = new Repository();
    repository.git('init', '-q', '-b', 'main');
    repository.commit(files);
    return repository;
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  commit(files: Readonly<Record<string, string>>): void {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '-q', '--allow-empty', '-m', 'Change');
  }

  /** Runs the command line in the repository. */
  lint(argv: readonly string[], folder = ''): Promise<Output> {
    return runOnDisk(argv, join(this.root, folder));
  }

  /** The problems that the command line reports: `pages/a.md:22 task-mo-letter`. */
  async problems(argv: readonly string[], folder = ''): Promise<string[]> {
    const { stdout, stderr } = await this.lint(['--format', 'json', ...argv], folder);
    if (stderr !== '') throw new Error(stderr);
    const { files } = JSON.parse(stdout) as {
      files: { path: string; problems: { ruleId: string; line: number }[] }[];
    };
    return files.flatMap(({ path, problems }) => problems.map(({ ruleId, line }) => `${path}:${line} ${ruleId}`));
  }
}
