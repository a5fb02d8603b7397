import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IndexReader, parsePlaybook, summarize, type WorkspaceIndex } from '../../server/src/core/index.js';
import { indexOf, pathOf } from '../support/workspace-fixture.js';

const CATALOGUE = pathOf('playbook/task-details.md');

function catalogue(name: string): string {
  return `---\ntitle: FastTrack Playbook - Task Details\nft.audience: internal\n---\n\n# Task Details\n\n## 3143: ${name}\n\n## 3220: Migrate\n\n## 4090: Plan\n`;
}

function renameEntry(index: WorkspaceIndex): void {
  const playbook = parsePlaybook({ uri: CATALOGUE, text: catalogue('Assess') });
  index.setPage(CATALOGUE, summarize(CATALOGUE, playbook));
}

for (const asksForAll of [false, true])
  test(`what depends on an entry is outdated when it changes; all entries were asked for: ${asksForAll}`, () => {
    const index = indexOf(new Map([['playbook/task-details.md', catalogue('Preflight')]]));
    const reader = new IndexReader(index);
    if (asksForAll) assert.equal(reader.catalogue.size, 3);
    assert.deepEqual(
      reader.entriesOf('3143').map(({ entry }) => entry.name),
      ['Preflight'],
    );
    const before = index.revision;
    assert.equal(index.hasChanged(reader.topics, before), false);
    renameEntry(index);
    assert.equal(index.hasChanged(reader.topics, before), true);
  });
