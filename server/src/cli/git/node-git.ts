import type { Git } from './git.js';

/**
 * The installed Git. Nothing of the repository is executed, names aren't quoted or interpreted as patterns, messages
 * are in English, and the index isn't locked for commands that run at the same time.
 */
export const nodeGit: Git = async (args, folder, input = '') => {
  // Few commands need it, so all others start without it.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--literal-pathspecs', '-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => stdout.push(data));
    child.stderr.on('data', (data: Buffer) => stderr.push(data));
    // Git may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') }),
    );
    child.stdin.end(input);
  });
};
