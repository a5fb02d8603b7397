import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COMPLETION_TRIGGERS, type CompletionRequest } from '../../../server/src/core/index.js';
import { inOtherEncodings } from '../../support/caret.js';
import { amongOthers, completionsIn, labelsIn, lineAfter } from '../../support/completion.js';
import { filesIn } from '../../support/workspace-fixture.js';
import { OTHER_PAGES, WRITTEN_PAGES } from '../../support/written-pages.js';

/** A new page of the workspace, whose file hasn't been read yet. */
const among = amongOthers(filesIn(OTHER_PAGES), 'new.md');

interface Case {
  /** The content of the frame, with the caret. */
  readonly at: string;
  /** The first labels of the list; empty if nothing is offered. */
  readonly offers: readonly string[];
  /** Labels that must not be in the list. */
  readonly not?: readonly string[];
  /** An item to accept, and the resulting line. */
  readonly take?: readonly [label: string, line: string];
  readonly more?: Partial<CompletionRequest>;
}

function cases(group: string, frame: (at: string) => string, list: readonly Case[]): void {
  describe(group, () => {
    for (const { at, offers, not = [], take, more } of list) {
      for (const [encoding, text] of inOtherEncodings(frame(at))) {
        test(`${JSON.stringify(at)} ${encoding}`, () => {
          const labels = labelsIn(text, { ...among, ...more });
          if (offers.length === 0) assert.deepEqual(labels, []);
          assert.deepEqual(labels.slice(0, offers.length), offers);
          for (const label of not) assert.ok(!labels.includes(label), `${label} is offered`);
          if (take !== undefined) assert.equal(lineAfter(text, take[0], { ...among, ...more }), take[1]);
        });
      }
    }
  });
}

const { en, de, zh } = WRITTEN_PAGES;
/** The page with its only occurrence of `line` replaced. */
const inPage =
  (page: string, line: string) =>
  (at: string): string => {
    if (!page.includes(line)) throw new Error(`There is no ${JSON.stringify(line)}`);
    return page.replace(line, () => at);
  };

cases('front matter: keys', inPage(en, 'ms.date: 9/14/2026\nms.topic: partner-playbook'), [
  {
    at: '█',
    offers: ['ms.date', 'ms.topic', 'authors'],
    not: ['title', 'ms.prod'],
    take: ['ms.date', 'ms.date: 11/21/2026'],
  },
  { at: 'ms.█', offers: ['ms.date', 'ms.topic'], take: ['ms.topic', 'ms.topic: partner-playbook'] },
  { at: 'ms.t█: playbook', offers: ['ms.date', 'ms.topic'], take: ['ms.topic', 'ms.topic: playbook'] },
  { at: '# a comment █', offers: [] },
]);

cases('front matter: half typed', (at) => at, [
  {
    at: '---\n█',
    offers: [
      'title',
      'description',
      'ms.author',
      'manager',
      'ms.date',
      'ms.topic',
      'ms.prod',
      'ms.custom',
      'ft.audience',
      'author',
      'ft.owner',
    ],
    take: ['ms.prod', 'ms.prod: non-product-specific'],
  },
  { at: '---\nti█\n---\n', offers: ['title'], take: ['title', 'title: '] },
  {
    at: '---\ntitle: X\nft.audience: internal\nms.c█',
    offers: ['description'],
    take: ['ms.custom', 'ms.custom: internal-playbook'],
  },
  { at: '---\ntitle: "Q: x"\n█\n---\n', offers: ['description'], take: ['description', 'description: "Q: x"'] },
  { at: '█', offers: [] },
  { at: '---█', offers: [] },
  { at: 'Some words\n█', offers: [] },
]);

cases('front matter: values', inPage(en, 'ft.owner: benwest'), [
  {
    at: 'ft.owner: █',
    offers: ['adanorth', 'gwynhale', 'pagrim'],
    not: ['pargim', 'partner'],
    take: ['gwynhale', 'ft.owner: gwynhale'],
  },
  { at: 'ft.owner:█', offers: ['adanorth'], take: ['adanorth', 'ft.owner: adanorth'] },
  { at: 'ft.owner: "gw█"', offers: ['adanorth', 'gwynhale'], take: ['gwynhale', 'ft.owner: "gwynhale"'] },
  { at: 'ft.owner: gw█ # why', offers: ['adanorth'], take: ['gwynhale', 'ft.owner: gwynhale # why'] },
  { at: 'authors: █', offers: [] },
]);
cases('front matter: audience and what follows from it', inPage(en, 'ft.audience: partner'), [
  { at: 'ft.audience: █', offers: ['partner', 'internal'] },
  {
    at: 'ft.audience: partner, █',
    offers: ['internal'],
    not: ['partner'],
    take: ['internal', 'ft.audience: partner, internal'],
  },
  { at: 'ft.audience: partner,█', offers: ['internal'], take: ['internal', 'ft.audience: partner, internal'] },
]);
cases('front matter: topic', inPage(en, 'ms.topic: partner-playbook'), [
  { at: 'ms.topic: █', offers: ['partner-playbook', 'playbook'] },
  { at: 'ms.topic: p█b', offers: ['partner-playbook', 'playbook'], take: ['playbook', 'ms.topic: playbook'] },
]);
cases('front matter: the date as the page writes it', inPage(en, 'ms.date: 9/14/2026'), [
  { at: 'ms.date: █', offers: ['11/21/2026'], more: { today: '2026-11-21' } },
  { at: 'ms.date: █', offers: ['01/02/2027'], more: { today: '2027-01-02' } },
  {
    at: 'ms.date: 9/█14/2026',
    offers: ['1/2/2027'],
    more: { today: '2027-01-02' },
    take: ['1/2/2027', 'ms.date: 1/2/2027'],
  },
]);
cases('front matter: the author', inPage(en, 'author: Ada North'), [
  { at: 'author: █', offers: ['Kim Lee'], more: { author: 'Kim Lee' }, take: ['Kim Lee', 'author: Kim Lee'] },
]);

const englishRow = '| 5001 | Collect the list of offices | M | FastTrack Manager | Exchange / Teams |';
cases('an English task table', inPage(en, englishRow), [
  {
    at: '|█',
    offers: ['5001 Collect the list of offices', '5003 Check the proxy | with the customer', '5005 Watch the traffic'],
    not: ['5004 Deprecated - Ask again'],
    take: ['5003', '| 5003 | Check the proxy \\| with the customer | M | FastTrack Engineer / SME | All Services |'],
  },
  {
    at: '| 50█',
    offers: ['5001 Collect the list of offices'],
    take: ['5005', '| 5005 | Watch the traffic | O | FastTrack Engineer | Skype for Business / Classroom/SDS |'],
  },
  {
    at: '50█',
    offers: ['5001 Collect the list of offices'],
    take: ['5005', '5005 | Watch the traffic | O | FastTrack Engineer | Skype for Business / Classroom/SDS |'],
  },
  {
    at: '| 50█ | My own name | | SME |',
    offers: ['5001 Collect the list of offices'],
    take: ['5005', '| 5005 | My own name | O | SME | Skype for Business / Classroom/SDS |'],
  },
  {
    at: '| 50█ | A | B | C | D |',
    offers: ['5001 Collect the list of offices'],
    take: ['5005', '| 5005 | A | B | C | D |'],
  },
  {
    at: '| 50█ || | <!-- mine -->',
    offers: ['5001 Collect the list of offices'],
    take: [
      '5005',
      '| 5005 | Watch the traffic | O | FastTrack Engineer | Skype for Business / Classroom/SDS | <!-- mine -->',
    ],
  },
  {
    at: '| 50█ | <!-- mine --> |',
    offers: ['5001 Collect the list of offices'],
    take: ['5005', '| 5005 | <!-- mine --> | O | FastTrack Engineer | Skype for Business / Classroom/SDS |'],
  },
  {
    at: '| 50█ | Name | O FastTrack Engineer | Teams |',
    offers: ['5001 Collect the list of offices'],
    take: ['5005', '| 5005 | Name | O FastTrack Engineer | Teams |'],
  },
  {
    at: '| 5002 | Name | M | SME | Teams |\n| █',
    offers: ['5001 Collect the list of offices', '5003 Check the proxy | with the customer'],
  },
  { at: '| 5005 | █', offers: ['Watch the traffic'], take: ['Watch the traffic', '| 5005 | Watch the traffic'] },
  { at: '| 5999 | █', offers: [] },
  { at: '| 5005 | Some words █', offers: ['Watch the traffic'] },
  { at: '| 5999 | Name |█', offers: ['M', 'O'], take: ['O', '| 5999 | Name | O'] },
  { at: '| 5005 | Name | █ | SME | Teams |', offers: ['O', 'M'], take: ['M', '| 5005 | Name | M | SME | Teams |'] },
  { at: '| 5999 | Name || SME |█', offers: ['All Services', 'Core Onboarding', 'Exchange'] },
  { at: '| 5999 | Name |█| SME | Teams |', offers: ['M', 'O'], take: ['M', '| 5999 | Name | M | SME | Teams |'] },
  {
    at: '| 5999 | Name | M |█ SME | Teams |',
    offers: ['FastTrack Engineer', 'FastTrack Manager', 'SME'],
    take: ['FastTrack Manager', '| 5999 | Name | M | FastTrack Manager | Teams |'],
  },
  {
    at: '| 5999 | Name | M | FastTrack █',
    offers: ['FastTrack Engineer', 'FastTrack Manager'],
    take: ['FastTrack Manager', '| 5999 | Name | M | FastTrack Manager'],
  },
  {
    at: '| 5999 | Name | M | SME / █ | Teams |',
    offers: ['FastTrack Engineer', 'FastTrack Manager', 'Migration Velocity Manager'],
    not: ['SME', '-'],
    take: ['FastTrack Engineer', '| 5999 | Name | M | SME / FastTrack Engineer | Teams |'],
  },
  {
    at: '| 5999 | Name | M | SME | Exchange/█',
    offers: ['All Services', 'Core Onboarding', 'SharePoint'],
    not: ['Exchange'],
    take: ['Teams', '| 5999 | Name | M | SME | Exchange / Teams'],
  },
  {
    at: '| 5999 | Name | M | SME | Exchange /█ Teams |',
    offers: ['All Services'],
    not: ['Exchange', 'Teams'],
    take: ['SharePoint', '| 5999 | Name | M | SME | Exchange / SharePoint / Teams |'],
  },
  {
    at: '| 5999 | Name | M | SME | Exchange / Classroom/S█ |',
    offers: ['All Services'],
    take: ['Classroom/SDS', '| 5999 | Name | M | SME | Exchange / Classroom/SDS |'],
  },
  { at: '| 5999 | Name | O FastTrack█ Manager | Teams |', offers: ['M', 'O'] },
  { at: '| 5999 | Name | M | SME | Teams |█', offers: [] },
  { at: '| 5999 | Name | M | SME | Teams | █', offers: [] },
  { at: '█| 5999 | Name | M | SME | Teams |', offers: [] },
  { at: '| 5999 | Name | M | SME | Teams |\nSome words█', offers: [] },
]);

const germanRow = '| 5001        | Die Büros sammeln        | E   | FastTrack Manager | Exchange/Teams |';
cases('a German task table, aligned', inPage(de, germanRow), [
  {
    at: '|█',
    offers: ['5001 Collect the list of offices'],
    take: [
      '5003',
      '| 5003 | Check the proxy \\| with the customer <!-- playbook-translate --> | E | FastTrack Engineer/SME | Alle Dienste |',
    ],
  },
  {
    at: '| 5999        | Name                     | █    | FastTrack Manager | Exchange/Teams |',
    offers: ['E', 'O'],
    take: ['E', '| 5999        | Name                     | E   | FastTrack Manager | Exchange/Teams |'],
  },
  {
    at: '| 5999        | Name                     | E   |█                   | Exchange/Teams |',
    offers: ['FastTrack Engineer', 'FastTrack Manager', 'SME'],
    take: ['SME', '| 5999        | Name                     | E   | SME               | Exchange/Teams |'],
  },
  {
    at: '| 5999        | Name                     | E   | Fast█             | Exchange/Teams |',
    offers: ['FastTrack Engineer'],
    take: [
      'FastTrack Manager',
      '| 5999        | Name                     | E   | FastTrack Manager | Exchange/Teams |',
    ],
  },
  {
    at: '| 5999        | Name                     | E   | SME               | Exchange/█ |',
    offers: ['Alle Dienste', 'Haupt-Onboarding', 'SharePoint'],
    take: ['Teams', '| 5999        | Name                     | E   | SME               | Exchange/Teams |'],
  },
]);

cases('a Chinese task table without blanks', inPage(zh, '|5001|收集办公室列表|M|FastTrack 经理|Exchange/Teams|'), [
  {
    at: '|█',
    offers: ['5001 Collect the list of offices'],
    take: [
      '5003',
      '|5003|Check the proxy \\| with the customer <!-- playbook-translate -->|M|FastTrack 工程师/SME|所有服务|',
    ],
  },
  { at: '|5999|名称|█|FastTrack 经理|Teams|', offers: ['M', 'O'], take: ['M', '|5999|名称|M|FastTrack 经理|Teams|'] },
  {
    at: '|5999|名称|M|█',
    offers: ['FastTrack 工程师', 'FastTrack 经理'],
    take: ['FastTrack 经理', '|5999|名称|M|FastTrack 经理'],
  },
  {
    at: '|5999|名称|M|SME|Exchange/█|',
    offers: ['所有服务', '核心入门培训'],
    take: ['Teams', '|5999|名称|M|SME|Exchange/Teams|'],
  },
]);

cases(
  'headers',
  inPage(
    en,
    '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|:---:|---|---|\n',
  ),
  [
    {
      at: '|█\n\n',
      offers: ['Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services', 'Task ID'],
      take: ['Task ID | Task', '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |'],
    },
    { at: '| Task ID | █\n\n', offers: ['Task Name', '(M)andatory / (O)ptional'], not: ['Task ID'] },
    {
      at: '| Task ID | █ | Services |\n|---|---|---|\n',
      offers: ['Task Name', '(M)andatory / (O)ptional', 'FastTrack Role'],
      not: ['Services'],
    },
    {
      at: '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role |\n|█\n',
      offers: ['|---|---|:---:|---|'],
      take: ['|---', '|---|---|:---:|---|'],
    },
  ],
);

cases('refresh summary', inPage(en, '| 09/14/2026 | Ada North | Added task 5002 | First |'), [
  { at: '| █ | | | |', offers: ['11/21/2026'] },
  {
    at: '| █ | | | |',
    offers: ['01/02/2027'],
    more: { today: '2027-01-02' },
    take: ['01/02/2027', '| 01/02/2027 | | | |'],
  },
  { at: '| 09/14/2026 | Ada North | x | |\n| █', offers: [] },
  { at: '| 11/21/2026 | █', offers: ['Kim Lee', 'Ben West', 'Ada North'], more: { author: 'Kim Lee' } },
  {
    at: '| 11/21/2026 | Ada North | Added task 50█',
    offers: ['5001 Collect the list of offices'],
    not: ['5003 Check the proxy | with the customer'],
    take: ['5002', '| 11/21/2026 | Ada North | Added task 5002'],
  },
  { at: '| 11/21/2026 | Ada North | Added █', offers: [] },
]);
cases('refresh summary in German', inPage(de, '| 14.09.2026 | Ada North | Aufgabe 5001 ist neu |'), [
  { at: '| █ | | |\n| 14.09.2025 | Ada North | x |', offers: ['02.01.2027'], more: { today: '2027-01-02' } },
]);
cases('refresh summary in Chinese', inPage(zh, '| 2026/9/14 | Ada North | 添加了任务 5001 |'), [
  { at: '| █ | | |\n| 2025/9/14 | Ada North | x |', offers: ['2027/1/2'], more: { today: '2027-01-02' } },
]);

cases('label values', inPage(en, 'Primary Role: **FastTrack Manager**  '), [
  {
    at: 'Primary Role: █',
    offers: ['FastTrack Engineer', 'FastTrack Manager', 'SME'],
    take: ['SME', 'Primary Role: **SME**  '],
  },
  { at: 'Primary Role:█', offers: ['FastTrack Engineer'], take: ['SME', 'Primary Role: **SME**  '] },
  { at: 'Primary Role: **█', offers: ['FastTrack Engineer'], take: ['SME', 'Primary Role: **SME**  '] },
  { at: 'Primary Role: **█**  ', offers: ['FastTrack Engineer'], take: ['SME', 'Primary Role: **SME**  '] },
  {
    at: 'Primary Role: Fast█',
    offers: ['FastTrack Engineer'],
    take: ['FastTrack Engineer', 'Primary Role: **FastTrack Engineer**  '],
  },
  {
    at: 'Primary Role: **SME / █**  ',
    offers: ['FastTrack Engineer', 'FastTrack Manager', 'Migration Velocity Manager'],
    not: ['SME', '-'],
    take: ['FastTrack Engineer', 'Primary Role: **SME / FastTrack Engineer**  '],
  },
  {
    at: 'Primary Role: FastTrack Manager; **F█**  ',
    offers: ['FastTrack Engineer'],
    not: ['FastTrack Manager'],
    take: ['SME', 'Primary Role: FastTrack Manager; **SME**  '],
  },
  {
    at: 'Primary Role: **SME/█**  ',
    offers: ['FastTrack Engineer'],
    take: ['FastTrack Engineer', 'Primary Role: **SME / FastTrack Engineer**  '],
  },
  { at: 'Primary Role: █', offers: ['FastTrack Engineer'], take: ['-', 'Primary Role: -  '] },
  { at: 'Primary Role: **SME**█  ', offers: [] },
]);
cases('label values in Chinese', inPage(zh, '主要角色：**FastTrack 经理**  '), [
  {
    at: '主要角色：█',
    offers: ['FastTrack 工程师', 'FastTrack 经理'],
    take: ['FastTrack 经理', '主要角色：**FastTrack 经理**  '],
  },
]);
cases('label values in German', inPage(de, 'Gilt für: **Exchange/Teams**'), [
  {
    at: 'Gilt für: **Exchange/█**',
    offers: ['Alle Dienste', 'Haupt-Onboarding', 'SharePoint'],
    not: ['Exchange'],
    take: ['Teams', 'Gilt für: **Exchange/Teams**'],
  },
  { at: 'Gilt für: **Exchange, █**', offers: ['Alle Dienste'], take: ['Teams', 'Gilt für: **Exchange, Teams**'] },
]);
cases('phases and motions', inPage(en, 'Phase: **Assess**'), [
  { at: 'Phase: █', offers: ['PreSales', 'Engagement'], take: ['Assess', 'Phase: **Assess**'] },
]);
cases('motions', inPage(en, 'Motions: **Customer Health / RFA**  '), [
  {
    at: 'Motions: **RFA / █',
    offers: ['Customer Health', 'Targeting'],
    not: ['RFA'],
    take: ['Targeting', 'Motions: **RFA / Targeting**  '],
  },
]);

cases(
  'label lines',
  inPage(
    en,
    'Primary Role: **FastTrack Manager**  \nMotions: **Customer Health / RFA**  \nApplies To: **Exchange / Teams**',
  ),
  [
    { at: '█', offers: ['Primary Role', 'Motions', 'Applies To'], take: ['Primary Role', 'Primary Role: '] },
    {
      at: 'Primary Role: **SME**  \n█',
      offers: ['Motions', 'Applies To'],
      not: ['Primary Role'],
      take: ['Applies To', 'Applies To: '],
    },
    { at: 'Primary Role: **SME**\n█', offers: ['Motions', 'Applies To'], take: ['Motions', 'Motions: '] },
    { at: 'Primary Role: **SME**  \n█\nApplies To: **Teams**', offers: ['Motions'], not: ['Applies To'] },
    { at: 'Prim█', offers: ['Primary Role'], not: ['Motions'], take: ['Primary Role', 'Primary Role: '] },
    { at: 'app█', offers: ['Applies To'], take: ['Applies To', 'Applies To: '] },
    { at: 'Some prose: app█', offers: [] },
    { at: 'Prim█ and more', offers: [] },
    { at: 'Prim█ary Role: ', offers: ['Primary Role', 'Motions'], take: ['Applies To', 'Applies To: '] },
    { at: 'Applies█ To: **Teams**', offers: ['Applies To'], not: ['Primary Role', 'Motions'] },
    { at: 'Words of a step that go on and on.\n█', offers: [], not: ['Primary Role'] },
  ],
);
cases('label lines in Chinese', inPage(zh, '主要角色：**FastTrack 经理**  '), [
  { at: '█', offers: ['主要角色'], not: ['行动', '适用于'], take: ['主要角色', '主要角色：'] },
]);
cases('the phase', inPage(en, 'Phase: **Assess**'), [{ at: '█', offers: ['Phase'], take: ['Phase', 'Phase: '] }]);

cases('headings', inPage(en, '## Key Inputs'), [
  { at: '## █', offers: ['Key Inputs'], not: ['Overview', 'Next Steps'], take: ['Key Inputs', '## Key Inputs'] },
  { at: '##█', offers: ['Key Inputs'], take: ['Key Inputs', '## Key Inputs'] },
  { at: '█', offers: ['Key Inputs'], take: ['Key Inputs', '## Key Inputs'] },
  { at: '#### █', offers: ['FTOP Tasks'] },
  { at: '# █', offers: [] },
]);
cases('headings in German', inPage(de, '## Wichtige Inputs'), [{ at: '## W█', offers: ['Wichtige Inputs'] }]);

cases('alerts', inPage(de, '> [!WARNING]'), [
  { at: '> [!█', offers: ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'], take: ['TIP', '> [!TIP]'] },
  { at: '> [!W█]', offers: ['NOTE'], take: ['TIP', '> [!TIP]'] },
]);

cases('suppression comments', inPage(en, 'What the network of the customer is like.'), [
  {
    at: '<!-- playbook-lint-disable-next-line █ -->',
    offers: ['alert-kind'],
    take: ['link-empty', '<!-- playbook-lint-disable-next-line link-empty -->'],
  },
  {
    at: '<!-- playbook-lint-disable-next-line link-empty, link-█',
    offers: ['alert-kind'],
    not: ['link-empty'],
    take: ['link-mailto', '<!-- playbook-lint-disable-next-line link-empty, link-mailto -->'],
  },
  {
    at: '<!-- play█',
    offers: ['playbook-lint-disable-next-line', 'playbook-lint-disable-line'],
    take: ['playbook-lint-disable-line', '<!-- playbook-lint-disable-line '],
  },
  { at: '<!-- playbook-lint-disable-line x -- because of █ -->', offers: [] },
  {
    at: '<!-- playbook-lint-disable-line x - agreed with the team -->\n<!-- playbook-lint-disable-line x - █ -->',
    offers: ['agreed with the team'],
    take: ['agreed with the team', '<!-- playbook-lint-disable-line x - agreed with the team -->'],
  },
]);

cases('nothing in prose, code and other tables', inPage(en, 'What the network of the customer is like.'), [
  { at: 'The task is M█', offers: [] },
  { at: 'The role of █', offers: [] },
  { at: '```\nPrimary Role: █\n```', offers: [] },
  { at: 'See [the page](█)', offers: [] },
  { at: 'Note: █', offers: [] },
  { at: '| A | B |\n|---|---|\n| █ | |', offers: [] },
  { at: '| My column | █ |\n|---|---|\n', offers: [] },
  { at: '**Task(s)**█: 5001', offers: [] },
  { at: 'See task █ 5001', offers: [] },
  {
    at: 'See task 50█',
    offers: ['5001 Collect the list of offices', '5002 Name a contact', '5003 Check the proxy | with the customer'],
    take: ['5003', 'See task 5003'],
  },
]);

describe('completion is triggered', () => {
  const row = (at: string): string => inPage(en, englishRow)(at);
  const asked = (text: string, typed: string): readonly string[] => labelsIn(text, { ...among, typed }).slice(0, 2);
  const silent: readonly (readonly [string, string, string])[] = [
    ['a space in prose', inPage(en, 'What the network')('What █'), ' '],
    ['a space behind a complete role', row('| 5999 | Name | M | SME █'), ' '],
    ['a space behind a complete letter', row('| 5999 | Name | M █'), ' '],
    ['a space behind the closing pipe', row('| 5999 | Name | M | SME | Teams | █'), ' '],
    ['the last pipe of a row', row('| 5999 | Name | M | SME | Teams |█'), '|'],
    ['a pipe that begins some table', inPage(en, 'What the network')('|█'), '|'],
    ['a space in the name of a task', row('| 5005 | Some █'), ' '],
    [
      'a space in the name of an author',
      inPage(
        en,
        '## Refresh Summary',
      )('## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 1/1/2020 | Ada █ | |'),
      ' ',
    ],
    ['a space behind a value', inPage(en, 'ms.topic: partner-playbook')('ms.topic: playbook █'), ' '],
    [
      'two spaces at the end of a label line',
      inPage(en, 'Primary Role: **FastTrack Manager**  ')('Primary Role: **SME**  █'),
      ' ',
    ],
    ['a slash in a task name', row('| 5005 | Plan/█'), '/'],
    ['an exclamation mark', inPage(en, 'What the network')('What!█'), '!'],
    ['a star of a list', inPage(en, 'What the network')('*█'), '*'],
    ['a blank line', inPage(en, 'What the network')(' █'), ' '],
  ];
  for (const [what, text, typed] of silent) test(`${what} does not`, () => assert.deepEqual(asked(text, typed), []));
  const loud: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'the first pipe of a row',
      row('|█'),
      '|',
      ['5001 Collect the list of offices', '5003 Check the proxy | with the customer'],
    ],
    ['the pipe before a letter', row('| 5999 | Name |█'), '|', ['M', 'O']],
    [
      'a space behind a colon',
      inPage(en, 'ms.topic: partner-playbook')('ms.topic: █'),
      ' ',
      ['partner-playbook', 'playbook'],
    ],
    [
      'a space before the name of an author',
      inPage(
        en,
        '## Refresh Summary',
      )('## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 1/1/2020 | █ | |'),
      ' ',
      ['Ada North'],
    ],
    ['a space inside a role', row('| 5999 | Name | M | FastTrack █'), ' ', ['FastTrack Engineer', 'FastTrack Manager']],
    ['a separator', row('| 5999 | Name | M | SME | Exchange/█'), '/', ['All Services', 'Core Onboarding']],
    [
      'the second star',
      inPage(en, 'Primary Role: **FastTrack Manager**  ')('Primary Role: **█'),
      '*',
      ['FastTrack Engineer', 'FastTrack Manager'],
    ],
    [
      'a colon of full width',
      inPage(zh, '主要角色：**FastTrack 经理**  ')('主要角色：█'),
      '：',
      ['FastTrack 工程师', 'FastTrack 经理'],
    ],
    ['the mark of an alert', inPage(en, '> [!NOTE]')('> [!█'), '!', ['NOTE', 'TIP']],
    ['a space behind two hashes', inPage(en, '## Key Inputs')('## █'), ' ', ['Key Inputs']],
    [
      'a space in a comment',
      inPage(en, 'What the network')('<!-- playbook-lint-disable-line █'),
      ' ',
      ['alert-kind', 'bold-not-rendered'],
    ],
  ];
  for (const [what, text, typed, labels] of loud)
    test(`${what} does`, () => assert.deepEqual(asked(text, typed), labels));

  test('by no key with another meaning', () => {
    for (const key of ['\t', '\n', '\r']) assert.ok(!COMPLETION_TRIGGERS.includes(key));
  });
});

test('a comment offers the rules reported on its lines first', () => {
  const text = inPage(en, 'What the network of the customer is like.')('<!-- playbook-lint-disable-next-line █ -->');
  const at = (words: string): { readonly start: number; readonly end: number } => ({
    start: text.indexOf(words),
    end: text.indexOf(words),
  });
  const problems = [
    { ruleId: 'link-mailto', span: at('## Objectives') },
    { ruleId: 'link-empty', span: at('## Next Steps') },
  ];
  assert.deepEqual(labelsIn(text, { problems }).slice(0, 2), ['link-mailto', 'alert-kind']);
});

test('a translation offers the missing tasks of its original first, in their order', () => {
  const files = filesIn(
    `${OTHER_PAGES}==> german-playbook/check-proxy-de.md <==\n${de}==> english-playbook/zzz.md <==\n---\nft.audience: partner\n---\n\n#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n| 5000 | First by number | M | SME | Teams |\n`,
  );
  const labels = labelsIn(inPage(de, germanRow)('|█'), amongOthers(files, 'german-playbook/check-proxy-de.md'));
  assert.deepEqual(
    labels.map((label) => label.slice(0, 4)),
    ['5003', '5005', '5000', '5001'],
  );
});

test('a translation uses the words of another page in the same language', () => {
  const files = filesIn(
    `${OTHER_PAGES}==> de/a.md <==\n${de.replace('5001', '5005').replace('FastTrack Manager | Exchange', 'FE                | Exchange')}`,
  );
  assert.equal(
    lineAfter(inPage(de, germanRow)('|█'), '5005', amongOthers(files, 'de/new.md')),
    '| 5005 | Die Büros sammeln | E | FE | Exchange/Teams |',
  );
});

describe('a broken row of another page', () => {
  /** The name of task 5005 if a German page has it only in `row`, and an English page in an intact row. */
  const nameFrom = (row: string, page: string = de): string | undefined => {
    const files = filesIn(`${OTHER_PAGES}==> de/a.md <==\n${page.replace(germanRow, () => row)}`);
    return labelsIn(inPage(de, germanRow)('|█'), amongOthers(files, 'de/new.md'))
      .find((label) => label.startsWith('5005'))
      ?.slice(5);
  };
  const GERMAN = 'Die Büros sammeln';
  const english = nameFrom('');

  for (const row of [
    `| 5005 | ${GERMAN} | E FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} E | FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} | E | FastTrack Manager Exchange`,
    `| 5005 | ${GERMAN} | FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange | Teams |`,
    `| 5005 | ${GERMAN} | E | | FastTrack Manager | Exchange`,
    `|| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange |`,
    `| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange ｜`,
    `${germanRow}| 5005 | ${GERMAN} | E | FastTrack Manager | Exchange |`,
  ]) {
    test(`provides the name: ${row}`, () => {
      assert.equal(nameFrom(row), GERMAN);
      assert.equal(nameFrom(row, de.replaceAll('\n', '\r\n')), GERMAN);
    });
  }

  for (const row of [
    `| 5005 | ${GERMAN}`,
    `| 5005 | Die Büros | sammeln | E | FastTrack Manager | Exchange |`,
    `| 5005 | E | FastTrack Manager | Exchange |`,
    `| 5005 | | E | FastTrack Manager`,
    `| ${GERMAN} | 5005 | E | FastTrack Manager`,
    `| 5005 | ${GERMAN} FastTrack Manager | Exchange |`,
  ]) {
    test(`provides no name if it is uncertain: ${row}`, () => assert.equal(nameFrom(row), english));
  }

  test('ranks below an intact row in the same language', () => {
    const files = filesIn(
      `${OTHER_PAGES}==> de/a.md <==\n${de.replace(germanRow, () => '| 5005 | Kaputt | E FE | Exchange |')}==> de/b.md <==\n${de.replace('5001', '5005')}`,
    );
    assert.ok(labelsIn(inPage(de, germanRow)('|█'), amongOthers(files, 'de/new.md')).includes(`5005 ${GERMAN}`));
  });
});

test('an incomplete row gets tab stops', () => {
  const [item] = completionsIn(inPage(de, germanRow)('| 5003█ | | | | |'), among).items.filter(({ label }) =>
    label.startsWith('5003'),
  );
  assert.equal(
    item?.snippet,
    String.raw`5003 | ${'$'}{1:Check the proxy \\| with the customer <!-- playbook-translate -->} | E | FastTrack Engineer/SME | Alle Dienste |$0`,
  );
});

test('the roles of a task on other pages are found by their English names', () => {
  const page = inPage(zh, '|5001|收集办公室列表|M|FastTrack 经理|Exchange/Teams|')('|5003|名称|M|█');
  const [usual] = completionsIn(page, among).items;
  assert.deepEqual(
    [usual?.label, usual?.filterText],
    ['FastTrack 工程师/SME', 'FastTrack 工程师/SME FastTrack Engineer SME'],
  );
});

test('a long list of tasks is cut off, and typing on shows the rest', () => {
  const rows = Array.from(
    { length: 2000 },
    (_, index) => `| ${7000 + index} | Task number ${index} | M | SME | Teams |`,
  ).join('\n');
  const files = filesIn(
    `==> many.md <==\n---\nft.audience: partner\n---\n\n#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n${rows}\n`,
  );
  const many = amongOthers(files, 'new.md');
  const { items, isComplete } = completionsIn(inPage(en, englishRow)('|█'), many);
  assert.equal(isComplete, false);
  assert.equal(items.length, 100);
  assert.deepEqual(labelsIn(inPage(en, englishRow)('| 8999█'), many), ['8999 Task number 1999']);
  assert.deepEqual(labelsIn(inPage(en, englishRow)('| number 1999█'), many), ['8999 Task number 1999']);
});
