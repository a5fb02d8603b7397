// What the extension would send: tasks of a page, of a Chinese page, of a workspace, and of a page that somebody wants to do harm with.

const english = {
  roles: [
    { id: 'fasttrack-manager', label: 'FastTrack Manager' },
    { id: 'fasttrack-engineer', label: 'FastTrack Engineer' },
    { id: 'fasttrack-architect', label: 'FastTrack Architect' },
    { id: 'sme', label: 'SME' },
    { id: 'partner', label: 'Partner' },
  ],
  services: ['Teams', 'Exchange', 'SharePoint', 'OneDrive', 'Intune', 'Viva', 'Purview', 'All'].map((label) => ({
    id: label.toLowerCase(),
    label,
  })),
  phases: [
    { id: 'initiate', label: 'Initiate' },
    { id: 'assess', label: 'Assess' },
    { id: 'remediate', label: 'Remediate' },
  ],
  taskId: { pattern: '^\\d{3,4}$', description: 'three or four digits' },
};

const chinese = {
  ...english,
  roles: [
    { id: 'fasttrack-manager', label: 'FastTrack 经理' },
    { id: 'fasttrack-engineer', label: 'FastTrack 工程师' },
    { id: 'sme', label: '主题专家' },
  ],
  services: [
    { id: 'teams', label: 'Teams' },
    { id: 'exchange', label: 'Exchange' },
    { id: 'all', label: '全部' },
  ],
  phases: [{ id: 'assess', label: '评估' }],
};

const LETTERS = { mandatory: 'M', optional: 'O' };
const COLUMNS = ['task-id', 'task-name', 'mo', 'role', 'services'];

/** @param {Record<string, unknown>} [fields] */
export const pageOf = (fields) => ({
  uri: 'file:///w/assess-network.md',
  file: 'contoso/assess-network.md',
  title: 'Assess the network',
  language: 'en',
  languageName: 'English',
  phases: ['assess'],
  audience: ['FastTrack'],
  ...fields,
});

/** @param {number} line @param {Record<string, unknown>} [fields] */
export const tableOf = (line, fields) => ({
  page: 0,
  line,
  section: 'Approach',
  step: '',
  primaryRole: '',
  appliesTo: '',
  columns: COLUMNS,
  letters: LETTERS,
  ...fields,
});

/**
 * A row, its words as an author types them: `SME, Partner`. A text may be given in parts.
 *
 * @param {number} table @param {number} line
 * @param {readonly [string, string | readonly { text: string, href?: string }[], string, string, string]} cells
 * @param {Record<string, unknown>} [fields] @param {typeof english} [words]
 */
export function rowOf(table, line, [id, name, mo, role, services], fields = {}, words = english) {
  return {
    table,
    task: null,
    line,
    obligation: mo === 'M' || mo === '必' ? 'mandatory' : mo === 'O' || mo === '可' ? 'optional' : null,
    id: cellOf(id),
    name: typeof name === 'string' ? cellOf(name) : { ...cellOf(name.map(({ text }) => text).join('')), parts: name },
    mo: cellOf(mo),
    role: termsOf(role, words.roles),
    services: termsOf(services, words.services),
    broken: null,
    problems: [],
    ...fields,
  };
}

/** @param {number} table @param {number} line @param {string} broken */
const brokenRow = (table, line, broken) => ({
  table,
  task: null,
  line,
  obligation: null,
  id: null,
  name: null,
  mo: null,
  role: null,
  services: null,
  broken,
  problems: [problem('error', 'The row has 3 cells, and the header has 5', null, 'table-shape')],
});

/** @param {string} severity @param {string} message @param {string | null} [column] @param {string} [ruleId] */
export const problem = (severity, message, column = null, ruleId = 'some-rule') => ({
  severity,
  ruleId,
  message,
  column,
});

const cellOf = (/** @type {string} */ source) => ({ start: 0, end: source.length, source, parts: [{ text: source }] });

/** @param {string} source @param {readonly { id: string, label: string }[]} offered */
function termsOf(source, offered) {
  const texts = source.split(/\s*[,、]\s*/).filter((text) => text !== '');
  return {
    ...cellOf(source),
    terms: texts.map((text) => ({ text, id: offered.find(({ label }) => label === text)?.id ?? null })),
  };
}

/** @param {Record<string, unknown>} preview @param {Record<string, unknown>} [fields] */
export const tasksMessage = (preview, fields) => ({
  type: 'tasks',
  scope: 'page',
  preview: { version: 1, pages: [pageOf()], tasks: null, words: english, ...preview },
  isEditable: true,
  readOnly: null,
  hasAllProblems: true,
  made: [],
  ...fields,
});

const tables = [
  tableOf(20, { step: 'Initiate the engagement', primaryRole: 'FastTrack Manager', appliesTo: 'FastTrack, Partner' }),
  tableOf(40, { step: 'Assess the network', primaryRole: 'FastTrack Engineer', appliesTo: 'All motions' }),
  tableOf(60, { section: 'Next Steps' }),
];

/** A page of 12 rows in three tables, some of them untidy. */
export const page = tasksMessage({
  tables,
  rows: [
    rowOf(0, 22, ['0983', 'Send the welcome mail', 'M', 'FastTrack Manager', 'All']),
    rowOf(0, 23, [
      '0984',
      [
        { text: 'Agree on the dates, see ' },
        { text: 'the schedule', href: '../schedule.md' },
        { text: ' and ' },
        { text: 'the site', href: 'https://example.com/a' },
      ],
      'O',
      'FastTrack Manager, Partner',
      'Teams, Exchange',
    ]),
    rowOf(0, 24, ['985x', 'Name the contacts on both sides', 'M', 'FastTrack Manger', 'Teams'], {
      problems: [
        problem('error', '"985x" isn\'t a task ID: three or four digits', 'task-id', 'task-id'),
        problem('warning', 'Unknown role "FastTrack Manger"', 'role', 'role-unknown'),
      ],
    }),
    brokenRow(0, 25, '| 0986 | Confirm the licences | M'),
    rowOf(0, 26, ['0987', '', 'X', '', ''], {
      problems: [problem('warning', 'The task has no name', 'task-name', 'task-name')],
    }),
    rowOf(1, 42, [
      '4090',
      'Measure the bandwidth of every site, and write down what was measured',
      'M',
      'FastTrack Engineer',
      'Teams, Exchange, SharePoint, OneDrive, Intune, Viva, Purview',
    ]),
    rowOf(1, 43, ['4091', 'Check the DNS records', 'O', 'FastTrack Engineer, SME', 'Exchange']),
    rowOf(1, 44, ['12', 'Plan ExpressRoute', 'O', 'FastTrack Architect', 'Teams, Skype'], {
      problems: [problem('info', 'Unknown service "Skype"', 'services', 'service-unknown')],
    }),
    rowOf(1, 45, ['4093', 'Open the ports 80 | 443', 'M', 'FastTrack Engineer', 'Teams']),
    rowOf(2, 62, ['5001', 'Hand over to the partner', 'M', 'Partner', 'All']),
    rowOf(2, 63, ['5002', 'Close the engagement', 'O', 'FastTrack Manager', 'All']),
    rowOf(2, 64, ['5003', 'Ask for feedback', 'O', 'FastTrack Manager', 'Viva']),
  ],
});

/** The same page after an edit by somebody else, or by us. */
export const nextVersion = (
  /** @type {(rows: any[]) => any[]} */ change,
  /** @type {number} */ version = 2,
  /** @type {{ request: number, row: number | null }[]} */ made = [],
) => tasksMessage({ tables, version, rows: change(page.preview.rows.map((row) => ({ ...row }))) }, { made });

/** The same page with that many lines more at its top, and a row more in its first table. */
export const movedDown = (/** @type {number} */ lines, version = 2) =>
  tasksMessage({
    tables: tables.map((table, index) => ({ ...table, line: table.line + lines + Math.min(index, 1) })),
    version,
    rows: page.preview.rows
      .map((row) => ({ ...row, line: row.line + lines + Math.min(row.table, 1) }))
      .toSpliced(5, 0, rowOf(0, 27 + lines, ['0988', 'One more', 'M', 'Partner', 'All'])),
  });

export const chinesePage = tasksMessage({
  words: chinese,
  pages: [
    pageOf({
      uri: 'file:///w/zh.md',
      file: 'contoso/zh/网络评估.md',
      title: '网络评估',
      language: 'zh',
      languageName: 'Chinese',
    }),
  ],
  tables: [
    tableOf(10, {
      section: '方法',
      step: '评估网络',
      primaryRole: 'FastTrack 工程师',
      appliesTo: '全部',
      letters: { mandatory: '必', optional: '可' },
    }),
    tableOf(30, { section: '后续步骤', letters: { mandatory: '必', optional: '可' } }),
  ],
  rows: [
    rowOf(
      0,
      12,
      ['0431', '关闭不需要的端口，并与客户一起检查防火墙的规则', '必', 'FastTrack 工程师', 'Teams、全部'],
      {},
      chinese,
    ),
    rowOf(
      0,
      13,
      ['0432', '记录网络中的差距', '可', '主题专家、合作伙伴', 'Exchange'],
      { problems: [problem('warning', '未知的角色“合作伙伴”', 'role', 'role-unknown')] },
      chinese,
    ),
    rowOf(0, 14, ['0433', '规划带宽', '必', 'FastTrack 经理', '全部'], {}, chinese),
    brokenRow(0, 15, '| 0434 | 测试 | 必'),
    rowOf(1, 32, ['0435', '向客户交付评估报告', '可', 'FastTrack 经理', '全部'], {}, chinese),
  ],
});

/** Many tasks of many pages. */
export function workspace(count = 20_000, perPage = 25) {
  const pageCount = Math.ceil(count / perPage);
  const languages = [
    ['en', 'English'],
    ['de', 'German'],
    ['zh', 'Simplified Chinese'],
  ];
  const pages = Array.from({ length: pageCount }, (_, index) => {
    const [language = 'en', languageName = 'English'] = languages[index % languages.length] ?? [];
    return pageOf({
      uri: `file:///w/${index}.md`,
      file: `playbooks/${languageName.toLowerCase()}/assess-network-${index}.md`,
      language,
      languageName,
      phases: [english.phases[index % 3]?.id],
      audience: index % 4 === 0 ? ['internal'] : ['partner'],
    });
  });
  const [services, roles] = [english.services, english.roles].map((terms) => terms.map(({ label }) => label));
  const rows = Array.from({ length: count }, (_, index) =>
    rowOf(
      Math.floor(index / perPage),
      10 + (index % perPage),
      [
        String(1000 + ((index * 7919) % 9000)),
        `Task ${index}: check ${services[index % services.length]} with the customer`,
        index % 3 === 0 ? 'O' : 'M',
        roles[index % roles.length] ?? '',
        `${services[index % services.length]}, ${services[(index + 3) % services.length]}`,
      ],
      index % 50 === 0 ? { problems: [problem('warning', 'Something is odd', 'task-name')] } : {},
    ),
  );
  return tasksMessage(
    {
      version: null,
      pages,
      tables: pages.map((_, index) => tableOf(8, { page: index, step: index % 2 ? 'Assess' : '' })),
      rows,
    },
    { scope: 'workspace', isEditable: false, hasAllProblems: false },
  );
}

/** What is shown as it is, and runs nothing. */
export const hostile = tasksMessage({
  tables: [tableOf(0, { section: '<script>ran()</script>', step: '\u202Eevil', primaryRole: '<b>bold</b>' })],
  rows: [
    rowOf(0, 2, ['1', '<img src=x onerror="ran()">', 'M', '<svg onload=ran()>', 'javascript:ran()']),
    rowOf(0, 3, ['2', [{ text: '[x](javascript:ran())' }], 'O', 'SME', 'Teams']),
    rowOf(0, 4, ['3', 'x'.repeat(100_000), 'O', 'SME', 'Teams']),
    rowOf(0, 5, ['4', 'abc\u202Efed\u200Bghi \u0007 \u2066', 'O', 'SME', 'Teams']),
    rowOf(0, 6, ['5', 'שלום world', 'O', 'SME', 'Teams']),
    brokenRow(0, 7, '| <iframe srcdoc="<script>ran()</script>"> |'),
  ],
});

export const noTables = tasksMessage({ tables: [], rows: [] });
export const noRows = tasksMessage({ tables: [tableOf(7)], rows: [] });
