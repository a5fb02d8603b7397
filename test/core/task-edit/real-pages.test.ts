import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { applyEdits, parsePlaybook, taskPreview, type Playbook, type Sheet } from '../../../server/src/core/index.js';
import { taskRowsOf } from '../../../server/src/core/reports/task-row-match.js';
import { corpus, hasCorpus, noCorpus } from '../../support/project.js';
import { planFor, sheetWith } from './pages.js';

/** The sheet of a page as the preview exports it. */
function exportOf(page: Playbook): Sheet {
  const rows = taskPreview(page, []).rows.map(({ shown: { id, name, mo, role, services } }, index) => [
    index + 1,
    ...[id, name, mo, role, services].map((cell) => cell?.source ?? ''),
  ]);
  return sheetWith(['Row', 'Task ID', 'Task Name', 'M/O', 'Role', 'Services'], ...rows);
}

describe('every real page', { skip: noCorpus }, () => {
  const files = hasCorpus
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
    : [];
  const pages = files
    .map((file) => parsePlaybook({ uri: `file:///${file}`, text: readFileSync(join(corpus, file), 'utf8') }))
    .filter((page) => taskRowsOf(page).length > 0);

  test('does not change when its own export is imported', () => {
    assert.ok(pages.length > 50);
    for (const page of pages) {
      const { changes, problems } = planFor(page, exportOf(page).columns, ...exportOf(page).rows);
      assert.deepEqual({ changes, problems }, { changes: [], problems: [] }, page.uri);
    }
  });

  test('accepts new names for all tasks at once, without other changes', () => {
    let renamed = 0;
    for (const page of pages) {
      const sheet = exportOf(page);
      const rows = sheet.rows.map((cells) =>
        cells.map((cell, index) => (index === NAME && cell !== '' ? `${cell} 新 | x` : cell)),
      );
      const { changes, problems } = planFor(page, sheet.columns, ...rows);
      const after = parsePlaybook({
        uri: page.uri,
        text: applyEdits(
          page.text,
          changes.map(({ edit }) => edit),
        ),
      });
      const named = sheet.rows.filter((cells) => cells[NAME] !== '');
      assert.equal(changes.length + problems.length, named.length, page.uri);
      const refused = new Set(problems.map(({ row }) => row));
      assert.deepEqual(
        exportOf(after).rows,
        rows.map((cells, index) => (refused.has(index + 2) ? sheet.rows[index] : cells)),
        page.uri,
      );
      renamed += changes.length;
    }
    assert.ok(renamed > 500, String(renamed));
  });
});

const NAME = 2;
