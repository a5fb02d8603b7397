import { cases, de, en, inPage, zh } from './cases.js';

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
