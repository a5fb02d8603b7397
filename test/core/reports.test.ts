import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  taskReport,
  taskSheet,
  translationReport,
  translationSheet,
  WorkspaceIndex,
  type LanguageReport,
  type Sheet,
} from '../../server/src/core/index.js';
import type { Message } from '../../server/src/messages/index.js';
import { ruleNamed } from '../support/lint.js';
import { indexOf, lintFiles, pathOf, type FileTexts } from '../support/workspace-fixture.js';
import { printTranslationReport } from '../../server/src/cli/print-translations.js';
import { shownSheet } from '../../server/src/lsp/convert/shown-sheet.js';
import { english } from '../support/english.js';

const HEADERS = {
  en: ['FTOP Tasks', '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |'],
  de: ['FTOP-Aufgaben', '| Aufgaben-ID | Name der Aufgabe | (E)rforderlich/(O)ptional | FastTrack-Rolle | Dienste |'],
  zh: ['FTOP 任务', '| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |'],
} as const;

function page(language: keyof typeof HEADERS, rows: readonly string[], more = ''): string {
  const [heading, header] = HEADERS[language];
  return [
    '---',
    'ft.audience: partner',
    '---',
    '',
    '# Page',
    '',
    `#### ${heading}`,
    '',
    header,
    '|---|---|---|---|---|',
    ...rows,
    '',
    more,
  ].join('\n');
}

const log = (heading: string, header: string, day: string): string =>
  `## ${heading}\n\n| ${header} |\n|---|---|---|\n| ${day} | Ann Example | Text |\n`;

const EN_ROWS = [
  '| 983 | QuickLeads | M | FE | Teams |',
  '| 4090 | Teams - Plan | M | SME | Teams / Exchange |',
  '| 4091 | Teams - Train | O | SME | Teams |',
];

const FILES: FileTexts = new Map([
  ['docfx.json', '{ "build": { "content": [{ "files": ["**/*.md"], "exclude": ["**/archive/**"] }] } }'],
  [
    'task-details.md',
    '---\nft.audience: internal\n---\n\n# Tasks\n\n## 983: QuickLeads\n\n## 4090: Teams - Plan\n\n## 4000: Old (Deprecated)\n',
  ],
  [
    'english-playbook/enable.md',
    page('en', EN_ROWS, `## Next Steps\n\n${log('Refresh Summary', 'Date | Who Changed | What Changed', '5/12/2020')}`),
  ],
  ['english-playbook/migrate.md', page('en', ['| 4090 | Teams - Plan | O | SME | Teams |'])],
  ['english-playbook/new.md', page('en', ['| 4092 | Teams - New | O | SME | Teams |'])],
  ['english-playbook/archive/old.md', page('en', ['| 4093 | Teams - Old | O | SME | Teams |'])],
  [
    'german-playbook/enable-de.md',
    page(
      'de',
      [
        '| 983 | QuickLeads | O | FastTrack Engineer | Teams |',
        '| 4090 | Teams – Planung | E | FastTrack Manager | Teams |',
        '| 4099 | Teams – Mehr | O | SME | Teams |',
      ],
      log('Zusammenfassung der Aktualisierung', 'Datum | Geändert durch | Änderung an', '3/25/2020'),
    ),
  ],
  ['german-playbook/migrate-de.md', page('de', ['| 4090 | Teams – Planung | O | SME | Teams |'])],
  ['german-playbook/only-de.md', page('de', ['| 4090 | Teams – Planung | O | SME | Teams |'])],
  ['german-playbook/enable.md', page('en', EN_ROWS)],
  ['chinese-playbook/migrate-sc.md', page('zh', ['| 4090 | Teams - 规划 | O | SME | Teams |'])],
]);

const relative = (path: string): string => path.slice(pathOf('').length);

describe('the report of translations', () => {
  const report = translationReport(indexOf(FILES));
  const [german, chinese] = report.languages;

  test('lists the available languages', () =>
    assert.deepEqual(
      report.languages.map(({ language, name }) => [language, name]),
      [
        ['de', 'German'],
        ['zh', 'Chinese'],
      ],
    ));

  test('counts pages, pairs and tasks', () => {
    const counts = ({ pages, paired, compared }: LanguageReport): number[] => [pages, paired, compared];
    assert.deepEqual(report.languages.map(counts), [
      [3, 2, 3],
      [1, 1, 1],
    ]);
  });

  test('lists pages without a counterpart', () => {
    assert.deepEqual(german?.untranslated.map(relative), ['english-playbook/new.md']);
    assert.deepEqual(german.unpaired.map(relative), ['german-playbook/only-de.md']);
    assert.deepEqual(german.inEnglish.map(relative), ['german-playbook/enable.md']);
    assert.deepEqual(chinese?.untranslated.map(relative), ['english-playbook/enable.md', 'english-playbook/new.md']);
  });

  test('lists the differences of a translation with their positions', () => {
    const source = FILES.get('english-playbook/enable.md') ?? '';
    assert.deepEqual(
      german?.missing.map(({ id, page: path, english, at }) => [
        id,
        relative(path),
        relative(english),
        at.offset,
        at.line,
      ]),
      [['4091', 'german-playbook/enable-de.md', 'english-playbook/enable.md', source.indexOf('4091'), 13]],
    );
    assert.deepEqual(
      german.extra.map(({ id }) => id),
      ['4099'],
    );
    assert.deepEqual(
      german.differences.map(({ aspect, id, here, english }) => [aspect, id, here.text, english.text]),
      [
        ['mo', '983', 'O', 'M'],
        ['role', '4090', 'FastTrack Manager', 'SME'],
        ['services', '4090', 'Teams', 'Teams / Exchange'],
      ],
    );
    assert.deepEqual(
      german.sections.map(({ section }) => section),
      ['next-steps'],
    );
    assert.deepEqual(
      german.stale.map(({ newest, newerDays }) => [newest, newerDays]),
      [['2020-03-25', ['2020-05-12']]],
    );
  });

  test('finds what the rules find', () => {
    const found = (id: string): number =>
      [...lintFiles(FILES, [ruleNamed(id)])]
        .filter(([name]) => !name.startsWith('english'))
        .flatMap(([, problems]) => problems).length;
    const counted = (count: (language: LanguageReport) => number): number =>
      report.languages.reduce((sum, language) => sum + count(language), 0);
    const aspect =
      (name: string) =>
      (language: LanguageReport): number =>
        language.differences.filter((one) => one.aspect === name).length;
    assert.equal(
      found('translation-task-missing'),
      counted(({ missing }) => new Set(missing.map((one) => one.page)).size),
    );
    assert.equal(
      found('translation-task-extra'),
      counted(({ extra }) => extra.length),
    );
    assert.equal(found('translation-mo-differs'), counted(aspect('mo')));
    assert.equal(found('translation-role-differs'), counted(aspect('role')));
    assert.equal(found('translation-services-differs'), counted(aspect('services')));
    assert.equal(
      found('translation-section-missing'),
      counted(({ sections, steps }) => sections.length + steps.length),
    );
    assert.equal(
      found('translation-stale'),
      counted(({ stale }) => stale.length),
    );
    assert.equal(
      found('page-untranslated'),
      counted(({ inEnglish }) => inEnglish.length),
    );
  });

  test('is printed with the counts first', () => {
    const lines = printTranslationReport(report, relative, english).split('\n');
    assert.deepEqual(lines.slice(0, 9), [
      'Language  Pages  Paired  Not translated  In English  Tasks compared  Missing  Extra  M/O  Roles  Services  Sections  Older',
      'German        3       2               1           1               3        1      1    1      1         1         1      1',
      'Chinese       1       1               2           0               1        0      0    0      0         0         0      0',
      '',
      'German',
      '  missing task     4091  german-playbook/enable-de.md                         english-playbook/enable.md:13',
      '  extra task       4099  german-playbook/enable-de.md:13                      english-playbook/enable.md',
      '  other letter     983   german-playbook/enable-de.md:11 "O"                  english-playbook/enable.md:11 "M"',
      '  other role       4090  german-playbook/enable-de.md:12 "FastTrack Manager"  english-playbook/enable.md:12 "SME"',
    ]);
  });

  test('is one sentence if there are no translations', () =>
    assert.equal(
      printTranslationReport(translationReport(new WorkspaceIndex()), relative, english),
      'There are no translations.\n',
    ));

  test('is a sheet with a cell for every column', () => {
    const { columns, rows } = translationSheet(report, relative);
    for (const row of rows) assert.equal(row.length, columns.length);
    assert.deepEqual(rows[2], [
      'German',
      'other letter',
      '983',
      'german-playbook/enable-de.md',
      11,
      'O',
      'english-playbook/enable.md',
      11,
      'M',
    ]);
  });
});

describe('the report of tasks', () => {
  const report = taskReport(indexOf(FILES));

  test('has every task of a page or of the catalogue, by number', () =>
    assert.deepEqual(
      report.tasks.map(({ id }) => id),
      ['983', '4000', '4090', '4091', '4092', '4099'],
    ));

  test('shows the values of the pages and the catalogue', () => {
    const plan = report.tasks.find(({ id }) => id === '4090');
    assert.deepEqual(plan?.catalogue, { name: 'Teams - Plan', isRetired: false, location: undefined });
    assert.deepEqual(plan.names, { en: 'Teams - Plan', de: 'Teams – Planung', zh: 'Teams - 规划' });
    assert.deepEqual(plan.obligations, ['mandatory', 'optional']);
    assert.deepEqual(plan.roles, ['SME', 'FastTrack Manager']);
    assert.deepEqual(plan.services, ['Teams / Exchange', 'Teams']);
    assert.deepEqual(plan.pages.zh?.map(relative), ['chinese-playbook/migrate-sc.md']);
    assert.deepEqual(plan.differences, ['letter', 'role', 'role in German', 'services', 'services in German']);
    assert.deepEqual(report.tasks.find(({ id }) => id === '4091')?.differences, ['missing in German']);
    assert.deepEqual(report.tasks.find(({ id }) => id === '4099')?.differences, ['only in German']);
  });

  test('is a sheet with a cell for every column; IDs are text', () => {
    const { columns, rows } = taskSheet(report, relative);
    for (const row of rows) assert.equal(row.length, columns.length);
    assert.deepEqual(columns.slice(0, 6), [
      'Task ID',
      'Name in the catalogue',
      'In the catalogue',
      'Name in English',
      'Name in German',
      'Name in Chinese',
    ]);
    assert.deepEqual(rows[1]?.slice(0, 6), ['4000', 'Old (Deprecated)', 'retired', '', '', '']);
  });
});

describe('a report on the screen', () => {
  const index = indexOf(FILES);
  const translations = translationSheet(translationReport(index), relative);
  const tasks = taskSheet({ ...taskReport(index), hasEditions: true }, relative);
  const metadata: Sheet = { name: 'Metadata', columns: ['File', 'Role', 'What'], rows: [['a.md', 'role', 'older']] };
  /** Not translated, so that a word that is missed is visible. */
  const marked = ({ id }: Message): string => `[${id}]`;

  test('has the words of the exported file in English', () => {
    for (const [sheet, kind] of [
      [translations, 'translations'],
      [tasks, 'tasks'],
      [metadata, 'metadata'],
    ] as const) {
      const { columns, rows } = sheet;
      assert.deepEqual(shownSheet(sheet, kind, english), { columns, rows });
    }
  });

  test('has all words of the product in the language of the reader', () => {
    for (const [sheet, kind] of [
      [translations, 'translations'],
      [tasks, 'tasks'],
    ] as const) {
      const { columns, rows } = shownSheet(sheet, kind, marked);
      for (const column of columns) assert.match(column, /^\[shown-sheet\/[a-zA-Z]+\]$/);
      for (const name of ['Language', 'What', 'In the catalogue', 'Mandatory/optional', 'Differences']) {
        const at = sheet.columns.indexOf(name);
        for (const row of rows) assert.match(String(row[at] ?? ''), /^(?:\[[^\]]+\](?:[,;] (?=\[)|$))*$/, name);
      }
    }
  });

  test('keeps what the pages say', () => {
    assert.deepEqual(shownSheet(metadata, 'metadata', marked), {
      columns: ['[shown-sheet/file]', 'Role', 'What'],
      rows: [['a.md', 'role', 'older']],
    });
    const { rows } = shownSheet(tasks, 'tasks', marked);
    const name = tasks.columns.indexOf('Name in English');
    assert.deepEqual(
      rows.map((row) => row[name]),
      tasks.rows.map((row) => row[name]),
    );
  });
});
