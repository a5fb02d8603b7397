import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { playbookWith } from '../support/pages.js';

/** A folder on the disk with these files, by their relative paths. */
export class DiskWorkspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'playbook-mcp-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  path(path: string): string {
    return join(this.folder, path);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const ENGLISH = playbookWith(
  '| 1234 | Check the network | M | FastTrack Engineer | Exchange |',
  '| 1235 | Check the proxy | O | FastTrack Engineer | Teams |',
);

const GERMAN = [
  ...ENGLISH.split('\n').slice(0, 13),
  '',
  '# Das Netzwerk prüfen',
  '',
  '#### FTOP-Aufgaben',
  '',
  '| Aufgaben-ID | Aufgabenname | (E)rforderlich / (O)ptional | FastTrack-Rolle | Dienste |',
  '|---|---|---|---|---|',
  '| 1234 | Das Netzwerk prüfen | O | FastTrack Engineer | Exchange |',
  '',
].join('\n');

export const PAGES = {
  'english/assess-network.md': ENGLISH,
  'english/drafts/broken.md': playbookWith('| 2001 | Move the mailboxes | X | FastTrack Engineer | Exchange |'),
  'german/assess-network-de.md': GERMAN,
  'README.md': '# Not a playbook\n',
  '.playbooklint.json': JSON.stringify({
    rules: { 'task-role-unknown': 'error' },
    vocabulary: { roles: ['Adoption Lead'] },
  }),
};
