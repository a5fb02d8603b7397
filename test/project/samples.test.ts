import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, test } from 'node:test';
import { allRules, fixAll, isPlaybook, parsePlaybook, type Language } from '../../server/src/core/index.js';
import { lintText } from '../support/lint.js';
import { root } from '../support/project.js';
import { RULE_CATEGORIES } from '../support/rule-table.js';
import { lintFiles } from '../support/workspace-fixture.js';

const folder = join(root, 'samples');

interface Sample {
  readonly language: Language;
  /** At least these are reported; a clean page has none at all. */
  readonly problems: readonly string[];
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  'english/assess-check-the-network.md': { language: 'en', problems: [] },
  'english/enable-open-the-meeting-rooms.md': {
    language: 'en',
    problems: [
      'bold-not-rendered',
      'front-matter-alias',
      'front-matter-date',
      'front-matter-empty-value',
      'front-matter-misspelt-key',
      'front-matter-site',
      'heading-space',
      'alert-kind',
      'image-alt',
      'label-fused',
      'label-hard-break',
      'label-term-unknown',
      'link-mailto',
      'link-missing-scheme',
      'link-safelinks',
      'refresh-date-malformed',
      'refresh-date-order',
      'refresh-row-width',
      'section-missing',
      'section-order',
      'suppression-unused',
      'table-delimiter-count',
      'table-rows-cut-off',
      'task-mo-letter',
      'task-id-duplicate',
      'task-id-format',
      'task-mo-merged-role',
      'task-row-cell-count',
      'task-row-leading-empty-cell',
      'task-rows-joined',
    ],
  },
  'german/migrate-move-the-mailboxes-de.md': { language: 'de', problems: [] },
  'german/enable-open-the-meeting-rooms-de.md': {
    language: 'de',
    problems: [
      'alert-kind',
      'front-matter-alias',
      'front-matter-duplicate-key',
      'heading-not-rendered',
      'label-empty-value',
      'label-hard-break',
      'label-term-unknown',
      'label-unbalanced',
      'link-backslash',
      'link-invisible-character',
      'link-mailto',
      'refresh-date-future',
      'refresh-heading-level',
      'section-duplicate',
      'task-column-unknown',
      'task-mo-empty',
      'task-mo-letter',
      'task-mo-merged-role',
      'task-role-unknown',
      'task-term-language',
    ],
  },
  'chinese/initiate-hold-the-kick-off-sc.md': { language: 'zh', problems: [] },
  'chinese/remediate-close-the-network-gaps-sc.md': {
    language: 'zh',
    problems: [
      'alert-kind',
      'bold-not-rendered',
      'conflict-marker',
      'front-matter-date',
      'label-fused',
      'label-hard-break',
      'link-syntax',
      'refresh-date-order',
      'task-mo-letter',
      'task-mo-merged-role',
      'task-role-unknown',
      'task-rows-joined',
      'task-service-unknown',
    ],
  },
  'spanish/success-review-the-first-month-es.md': {
    language: 'es',
    problems: ['label-term-mistranslated', 'section-mistranslated', 'task-column-unknown', 'task-term-mistranslated'],
  },
};

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
/** Each page among the others, as an editor shows it. */
const found = lintFiles(new Map(Object.keys(SAMPLES).map((file) => [file, read(file)])));
const idsIn = (file: string): string[] => [...new Set(found.get(file)?.map(({ ruleId }) => ruleId))].sort();

test('each sample page is listed here', () => {
  const files = readdirSync(folder, { recursive: true }).map((file) => String(file).split(sep).join('/'));
  assert.deepEqual(
    files.filter((file) => file.endsWith('.md') && file !== 'README.md').sort(),
    Object.keys(SAMPLES).sort(),
  );
});

for (const [file, { language, problems }] of Object.entries(SAMPLES)) {
  describe(`samples/${file}`, () => {
    test('is a playbook in its language', () => {
      const playbook = parsePlaybook({ uri: 'file:///page.md', text: read(file) });
      assert.ok(isPlaybook(playbook));
      assert.equal(playbook.language, language);
    });

    test(problems.length === 0 ? 'is clean' : 'has at least the mistakes it was written for', () => {
      const ids = idsIn(file);
      if (problems.length === 0) assert.deepEqual(ids, []);
      assert.deepEqual(
        problems.filter((id) => !ids.includes(id)),
        [],
        `not reported; found are ${ids.join(', ')}`,
      );
    });

    test('keeps its words when all safe fixes are applied', () => {
      const fixed = fixAll(read(file), (text) => lintText(text));
      assert.ok(fixed.converged);
      if (problems.length === 0) assert.equal(fixed.text, read(file));
    });
  });
}

test('the samples show rules of all categories', () => {
  const shown = new Set(Object.keys(SAMPLES).flatMap(idsIn));
  const categories = new Set(allRules.filter(({ meta }) => shown.has(meta.id)).map(({ meta }) => meta.category));
  assert.deepEqual(
    RULE_CATEGORIES.filter((category) => !categories.has(category)),
    [],
  );
});

test("the README of the samples isn't a playbook", () => {
  assert.ok(!isPlaybook(parsePlaybook({ uri: 'file:///README.md', text: read('README.md') })));
});

test('the configuration of the samples is plain JSON', () => {
  assert.doesNotThrow(() => JSON.parse(read('.playbooklint.json')));
});
