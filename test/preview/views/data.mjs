// What the server would send: a page in three languages, with tables of every untidy kind.

/** @param {Record<string, unknown>} [fields] */
const page = (fields) => ({
  uri: 'file:///assess-network.md',
  file: 'contoso/assess-network.md',
  title: 'Assess the network',
  language: 'en',
  languageName: 'English',
  phases: ['assess'],
  audience: ['FastTrack'],
  ...fields,
});

const taskHeader = ['Task ID', 'Task Name', 'M/O', 'Role', 'Services'];

/** @param {number} line @param {readonly string[]} cells @param {readonly string[]} [lost] */
const row = (line, cells, lost = []) => ({ line, cells, lost });

const tidyRows = [
  row(14, ['0421', 'Measure the bandwidth of every site', 'M', 'FastTrack Engineer', 'Teams, SharePoint']),
  row(15, ['0422', 'Check DNS records', 'O', 'Partner', 'Exchange']),
  row(16, [
    '0423',
    'Plan ExpressRoute with the customer and write down what was agreed on',
    'O',
    'FastTrack Architect',
    '',
  ]),
];
const shown = { isTable: true, reason: null, header: taskHeader };
const chineseHeader = ['任务 ID', '任务名称', 'M/O', '角色', '服务'];
const runOn = [
  row(60, ['任务 ID | 任务名称 | M/O | 角色 | 服务']),
  row(61, ['---|---|---|---']),
  row(62, ['0431 | 关闭不需要的端口 | M | FastTrack 工程师 | Teams']),
  row(63, ['0432 | 记录网络中的差距 | O | 合作伙伴 | 全部']),
];

export const rendered = {
  version: 3,
  tables: [
    {
      heading: 'Assess the network',
      line: 12,
      isTaskTable: true,
      gfm: { ...shown, rows: tidyRows },
      docfx: { ...shown, rows: tidyRows },
    },
    {
      heading: 'Remediate the gaps',
      line: 30,
      isTaskTable: true,
      gfm: {
        ...shown,
        rows: [
          row(
            32,
            ['0425', 'Open the ports 80 ', ' 443', 'M', 'FastTrack Engineer'],
            ['Teams', 'whoever reads this on GitHub does not see the services'],
          ),
          row(33, ['0426', 'Update the proxy', 'M', 'Customer', 'All']),
          row(34, ['0427', '', '', '', '']),
          row(35, ['0428', 'Cut the cables', 'O', 'SME', 'Teams'], ['<img src=x onerror=alert(1)>']),
        ],
      },
      docfx: {
        ...shown,
        header: [...taskHeader, '', ''],
        rows: [
          row(32, ['0425', 'Open the ports 80 ', ' 443', 'M', 'FastTrack Engineer', 'Teams', 'whoever reads this']),
          row(33, ['0426', 'Update the proxy', 'M', 'Customer', 'All', '', '']),
        ],
      },
    },
    {
      heading: '修复网络中的差距',
      line: 58,
      isTaskTable: true,
      gfm: { isTable: false, reason: 'The delimiter row has 4 cells and the header 5', header: [], rows: runOn },
      docfx: {
        isTable: true,
        reason: null,
        header: chineseHeader,
        rows: [
          row(62, ['0431', '关闭不需要的端口', 'M', 'FastTrack 工程师', 'Teams']),
          row(63, ['0432', '记录网络中的差距\u202e', 'O', '合作伙伴', '全部']),
        ],
      },
    },
    {
      heading: '',
      line: 80,
      isTaskTable: false,
      gfm: { ...shown, header: ['Port', 'Use'], rows: [row(82, ['443', 'HTTPS'])] },
      docfx: {
        isTable: false,
        reason: 'The line above belongs to a paragraph',
        header: [],
        rows: [row(80, ['Port | Use']), row(82, ['443 | HTTPS'])],
      },
    },
  ],
};

/** A table with a row that lacks a pipe. */
export const shortRendered = (() => {
  const lacking = { ...row(17, ['0424', 'Order the lines', 'O Partner', 'Teams', '']), isShort: true };
  const rows = [...tidyRows, lacking];
  const table = { ...rendered.tables[0], gfm: { ...shown, rows }, docfx: { ...shown, rows } };
  return { version: 1, tables: [table] };
})();

export const wellRendered = { version: 1, tables: rendered.tables.slice(0, 1) };

/** A table that is longer than anybody reads, and loses text near its end. */
export function longRendered(rows = 10_000) {
  const long = Array.from({ length: rows }, (_, index) =>
    row(index + 2, [String(index), `Task ${index}`, 'M', 'Partner', 'Teams'], index === rows - 3 ? ['far below'] : []),
  );
  return {
    version: 1,
    tables: [
      {
        heading: 'All tasks',
        line: 0,
        isTaskTable: true,
        gfm: { ...shown, rows: long },
        docfx: { ...shown, rows: long },
      },
    ],
  };
}

/** @param {number} line @param {string} name @param {string} letter @param {string} role @param {string} services @param {readonly string[]} [differs] */
const version = (line, name, letter, role, services, differs = []) => ({
  line,
  isBroken: false,
  name,
  letter,
  obligation: letter === 'M' ? 'mandatory' : letter === '' ? null : 'optional',
  role,
  services,
  differs,
});

/** Of a row whose cells can't be told apart. @param {number} line @param {string} name */
const broken = (line, name) => ({ ...version(line, name, '', '', ''), isBroken: true });

/** A task whose row is broken in one language. */
export const brokenVersions = () => ({
  pages: versions.pages,
  tasks: [
    {
      id: '0431',
      versions: [
        version(12, 'Close the ports', 'M', 'Partner', 'Teams'),
        broken(12, 'Ports schließen'),
        version(13, '关闭端口', 'M', '合作伙伴', 'Teams'),
      ],
    },
  ],
});

export const versions = {
  pages: [
    { ...page(), isOwn: true },
    {
      ...page({
        uri: 'file:///de/assess-network.md',
        file: 'contoso/de/assess-network.md',
        language: 'de',
        languageName: 'German',
      }),
      isOwn: false,
    },
    {
      ...page({
        uri: 'file:///assess-network-sc.md',
        file: 'contoso/assess-network-sc.md',
        language: 'zh',
        languageName: 'Chinese (Simplified)',
      }),
      isOwn: false,
    },
  ],
  tasks: [
    {
      id: '0421',
      versions: [
        version(14, 'Measure the bandwidth of every site', 'M', 'FastTrack Engineer', 'Teams, SharePoint'),
        version(14, 'Bandbreite jedes Standorts messen', 'M', 'FastTrack Engineer', 'Teams, SharePoint'),
        version(13, '测量每个站点的带宽', 'M', 'FastTrack 工程师', 'Teams、SharePoint'),
      ],
    },
    {
      id: '0422',
      versions: [
        version(15, 'Check DNS records', 'O', 'Partner', 'Exchange'),
        version(15, 'DNS-Einträge prüfen', 'M', 'Partner', 'Exchange', ['mo']),
        version(14, '检查 DNS 记录', 'O', '合作伙伴', 'Exchange'),
      ],
    },
    {
      id: '0423',
      versions: [
        version(
          16,
          'Plan ExpressRoute with the customer and write down what was agreed on',
          'O',
          'FastTrack Architect',
          '',
        ),
        null,
        version(15, '与客户一起规划 ExpressRoute 并记录商定内容', 'O', 'FastTrack 架构师', 'Teams', ['services']),
      ],
    },
    {
      id: '0425',
      versions: [
        version(32, 'Open the ports', 'M', 'FastTrack Engineer', 'Teams'),
        version(30, 'Ports öffnen', 'M', 'Kunde', 'Exchange, Teams, SharePoint', ['role', 'services']),
        version(31, '打开端口', '', 'FastTrack 工程师', 'Teams', ['mo']),
      ],
    },
    {
      id: '0426',
      versions: [
        version(33, 'Update the proxy', 'M', 'Customer', 'All'),
        version(31, 'Proxy aktualisieren', 'M', 'Kunde', 'Alle'),
        version(32, '更新代理', 'M', '客户', '全部'),
      ],
    },
    { id: '0999', versions: [null, version(40, '<img src=x onerror=alert(1)>', 'O', 'Partner', 'Alle'), null] },
  ],
};

/** @param {number} count */
export function manyVersions(count) {
  const tasks = Array.from({ length: count }, (_, index) => ({
    id: String(index).padStart(4, '0'),
    versions: versions.pages.map((_page, at) =>
      index % 10 === 3 && at === 1 ? null : version(index + 5, `Task ${index}`, 'M', 'Partner', 'Teams'),
    ),
  }));
  return { pages: versions.pages, tasks };
}

/** @param {readonly [string | null, string][]} terms */
const terms = (terms) => ({
  start: 0,
  end: 0,
  source: '',
  parts: terms.map(([, text]) => ({ text })),
  terms: terms.map(([id, text]) => ({ id, text })),
});

const roles = [
  ['fasttrack-engineer', 'FastTrack Engineer'],
  ['partner', 'Partner'],
  ['fasttrack-architect', 'FastTrack Architect'],
  ['customer', 'Customer'],
];
const services = [
  ['teams', 'Teams'],
  ['sharepoint', 'SharePoint'],
  ['exchange', 'Exchange'],
  ['intune', 'Intune'],
  ['entra', 'Entra ID'],
  ['viva', 'Viva'],
  ['defender', 'Defender'],
  ['purview', 'Purview'],
  ['windows', 'Windows 365'],
  ['copilot', 'Copilot'],
];
const phases = [
  ['initiate', 'Initiate'],
  ['assess', 'Assess'],
  ['remediate', 'Remediate'],
  ['enable', 'Enable'],
  ['drive-value', 'Drive Value'],
];

/** @param {readonly (readonly string[])[]} offered */
const labels = (offered) => offered.map(([id, label]) => ({ id, label }));

/** @param {{ rows?: number, isWorkspace?: boolean }} [options] */
export function preview({ rows = 48, isWorkspace = false } = {}) {
  const tables = [
    'Assess the network',
    'Remediate the gaps',
    '测量带宽',
    'A step whose name is far too long to be shown beside a bar in a narrow panel',
  ].map((step, index) => ({
    page: isWorkspace ? index : 0,
    line: index * 40,
    section: 'FTOP tasks',
    step,
    primaryRole: '',
    appliesTo: '',
    columns: ['task-id', 'task-name', 'mo', 'role', 'services'],
    letters: { mandatory: 'M', optional: 'O' },
  }));
  const pages = isWorkspace
    ? phases
        .slice(0, 4)
        .map(([id], index) => page({ uri: `file:///${id}.md`, file: `${id}.md`, phases: index === 3 ? [] : [id] }))
    : [page()];
  return {
    version: isWorkspace ? null : 1,
    pages,
    tables,
    rows: Array.from({ length: rows }, (_, index) => ({
      table: Math.floor((index * index) / 5) % 4,
      line: index,
      obligation: index % 7 === 3 ? null : index % 3 === 0 ? 'optional' : 'mandatory',
      id: null,
      name: null,
      mo: null,
      role:
        index % 11 === 5
          ? terms([])
          : terms([
              roles[Math.floor((index * index) / 7) % 4],
              ...(index % 6 === 0 ? [['partner', 'Partner']] : []),
              ...(index % 13 === 1 ? [[null, 'Project \u202emanager']] : []),
            ]),
      services: terms([services[Math.floor((index * index) / 3) % 10], ...(index % 4 === 0 ? [services[0]] : [])]),
      broken: index === 20 ? '| 0420 | Broken' : null,
      problems: [],
    })),
    words: {
      roles: labels(roles),
      services: labels(services),
      phases: labels(phases),
      taskId: { pattern: '', description: '' },
    },
  };
}
