import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskCard } from '../../../server/src/core/index.js';
import { printPlace, sceneOf } from '../../support/navigation.js';
import { pathOf } from '../../support/workspace-fixture.js';

const HEADER = `| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|`;
const PAGES = Array.from(
  { length: 8 },
  (_, at) =>
    `==> p${at}.md <==\n---\ntitle: Page ${at}\nft.audience: partner\n---\n\nTask 983 comes first on this page, for the customer.\n\n${HEADER}\n| 983 | Leads ${at} | M | FE | Exchange |\n`,
).join('');

const { files, index } = sceneOf(`${PAGES}==> de/plan-de.md <==
---
ft.audience: partner
---

# Planung der Bereitstellung für den Kunden

| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
| 983 | Interessenten für die Bereitstellung | O | FastTrack Engineer | Alle Dienste |
| 4090 | Prüfung der Bereitstellung | E | FastTrack Engineer | Alle Dienste |
==> task-details.md <==
---
ft.audience: internal
---

## 983: QuickLeads

**Service(s):** All Services  
**Task Location:** Initiate \\> Schedule  

## 994: Old (deprecated)

## 995: Other
`);

const german = index.pages.get(pathOf('de/plan-de.md'));

test('a card shows the catalogue and the tables, the language of the page first', () => {
  assert.ok(german !== undefined);
  const card = taskCard(index, '983', german);
  assert.deepEqual(
    { ...card, languages: card.languages.length },
    {
      id: '983',
      name: 'Interessenten für die Bereitstellung',
      englishName: 'QuickLeads',
      services: 'All Services',
      location: 'Initiate > Schedule',
      isRetired: false,
      languages: 2,
    },
  );
  assert.deepEqual(
    card.languages.map(({ language, pages, more }) => `${language} ${pages.length} + ${more}`),
    ['de 1 + 0', 'en 6 + 3'],
  );
  const [own, english] = card.languages.map(({ pages }) => pages[0]);
  assert.deepEqual(own?.row, {
    obligation: 'optional',
    letter: 'O',
    role: 'FastTrack Engineer',
    services: 'Alle Dienste',
  });
  assert.equal(own?.title, 'plan-de.md');
  assert.equal(english?.title, 'Page 0');
  assert.equal(english?.count, 2);
  assert.equal(english && printPlace(files, english.place), 'p0.md:10:3 983');
});

test('a task without an entry has the name in its rows; a retired task is marked', () => {
  assert.ok(german !== undefined);
  assert.equal(taskCard(index, '4090', german).name, 'Prüfung der Bereitstellung');
  assert.equal(taskCard(index, '994', german).isRetired, true);
  assert.deepEqual(taskCard(index, '1', german), {
    id: '1',
    name: undefined,
    englishName: undefined,
    services: undefined,
    location: undefined,
    isRetired: false,
    languages: [],
  });
});

const ZH_HEADER = '| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |\r\n|---|---|---|---|---|';
const ZH_PAGE = (row: string): string =>
  `---\r\nft.audience: partner\r\n---\r\n\r\n# 规划部署\r\n\r\n我们与客户一起规划部署。\r\n\r\n${ZH_HEADER}\r\n${row}\r\n`;

/** The heading of the card of task 983 on a Chinese page with this row, among other pages. */
function headedBy(row: string, others = PAGES): readonly (string | undefined)[] {
  const { index } = sceneOf(`${others}==> zh/plan-zh.md <==\n${ZH_PAGE(row)}`);
  const page = index.pages.get(pathOf('zh/plan-zh.md')) ?? assert.fail();
  assert.equal(page.language, 'zh');
  const { name, englishName } = taskCard(index, '983', page);
  return [name, englishName];
}

test('the heading of a card is the name in the language of the page, followed by the English name', () => {
  assert.deepEqual(headedBy('| 983 | 潜在客户 | M | FE | Exchange |'), ['潜在客户', 'Leads 0']);
  assert.deepEqual(headedBy('| 983 | [潜在客户](../a.md) 名单 | M | FE | Exchange |'), ['潜在客户 名单', 'Leads 0']);
  assert.deepEqual(
    headedBy('| 983 | 潜在客户 | M FE | Exchange'),
    ['潜在客户', 'Leads 0'],
    'of a row that lost a pipe',
  );
  assert.deepEqual(headedBy('| 983 | Leads 0 | M | FE | Exchange |'), ['Leads 0', undefined], 'not translated yet');
  assert.deepEqual(headedBy('| 983 | | M | FE | Exchange |'), ['Leads 0', undefined], 'an empty cell');
  assert.deepEqual(headedBy('| 983 | 潜在客户 | M | FE | Exchange |', ''), ['潜在客户', undefined], 'no English page');
});

test('on an English page, the English name comes first', () => {
  const english = index.pages.get(pathOf('p0.md')) ?? assert.fail();
  assert.deepEqual(
    [taskCard(index, '983', english).name, taskCard(index, '983', english).englishName],
    ['QuickLeads', undefined],
  );
  assert.equal(taskCard(index, '4090', english).name, 'Prüfung der Bereitstellung');
});
