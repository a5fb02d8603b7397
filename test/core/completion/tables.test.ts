import { cases, de, en, englishRow, germanRow, inPage, zh } from './cases.js';

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
