import footer from './data/footer.json' with { type: 'json' };
import labels from './data/labels.json' with { type: 'json' };
import motions from './data/motions.json' with { type: 'json' };
import phases from './data/phases.json' with { type: 'json' };
import refreshColumns from './data/refresh-columns.json' with { type: 'json' };
import roles from './data/roles.json' with { type: 'json' };
import sections from './data/sections.json' with { type: 'json' };
import services from './data/services.json' with { type: 'json' };
import taskColumns from './data/task-columns.json' with { type: 'json' };
import { TermSet } from './term-set.js';
import type { Vocabulary } from './vocabulary.js';

/** The vocabulary of 1,260 real playbooks, before a workspace adds its own words. */
export const builtInVocabulary: Vocabulary = {
  roles: new TermSet(roles),
  services: new TermSet(services),
  phases: new TermSet(phases),
  motions: new TermSet(motions),
  labels: new TermSet(labels),
  taskColumns: new TermSet(taskColumns),
  refreshColumns: new TermSet(refreshColumns),
  sections: new TermSet(sections),
  footer: new TermSet(footer),
  sectionOrder: ['overview', 'objectives', 'approach', 'key-inputs', 'key-outputs', 'next-steps', 'refresh-summary'],
  labelOrder: ['primary-role', 'motions', 'applies-to'],
  taskLayouts: [
    ['task-id', 'task-name', 'mo', 'role', 'services'],
    ['task-id', 'task-name', 'mo', 'role'],
  ],
  letters: {
    en: { mandatory: 'M', optional: 'O' },
    de: { mandatory: 'E', optional: 'O' },
    es: { mandatory: 'M', optional: 'O' },
    pt: { mandatory: 'b', optional: 'O' },
    ja: { mandatory: 'M', optional: 'O' },
    zh: { mandatory: 'M', optional: 'O' },
  },
  taskId: { pattern: /^\d{3,4}$/, description: 'three or four digits', placeholders: ['None'] },
  frontMatter: {
    required: [
      'title',
      'description',
      'ms.author',
      'manager',
      'ms.date',
      'ms.topic',
      'ms.prod',
      'ms.custom',
      'ft.audience',
    ],
    recommended: ['author', 'ft.owner'],
    optional: ['authors', 'services', 'ms.service', 'ms.reviewer', 'originalauthor'],
    order: [
      'title',
      'description',
      'author',
      'ms.author',
      'manager',
      'ms.date',
      'ms.topic',
      'ms.prod',
      'ms.custom',
      'ft.audience',
      'ft.owner',
    ],
    aliasKeys: ['ms.author', 'manager', 'ft.owner'],
    nameKeys: ['author'],
    values: { 'ms.prod': ['non-product-specific'], 'ft.audience': ['internal', 'partner'] },
    sites: {
      internal: { topics: ['playbook'], customs: ['internal-playbook'] },
      partner: { topics: ['partner-playbook', 'playbook'], customs: ['partner-playbook'] },
    },
    knownAliases: ['pagrim', 'eduardod', 'v-cekenn'],
  },
  alertKinds: ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'],
  translatedAlertKinds: new Map([
    ['HINWEIS', 'NOTE'],
    ['TIPP', 'TIP'],
    ['WICHTIG', 'IMPORTANT'],
    ['WARNUNG', 'WARNING'],
    ['ACHTUNG', 'WARNING'],
    ['VORSICHT', 'CAUTION'],
    ['NOTA', 'NOTE'],
    ['SUGERENCIA', 'TIP'],
    ['CONSEJO', 'TIP'],
    ['IMPORTANTE', 'IMPORTANT'],
    ['ADVERTENCIA', 'WARNING'],
    ['PRECAUCIÓN', 'CAUTION'],
    ['OBSERVAÇÃO', 'NOTE'],
    ['DICA', 'TIP'],
    ['AVISO', 'WARNING'],
    ['CUIDADO', 'CAUTION'],
    ['メモ', 'NOTE'],
    ['ヒント', 'TIP'],
    ['重要', 'IMPORTANT'],
    ['警告', 'WARNING'],
    ['注意', 'NOTE'],
    ['备注', 'NOTE'],
    ['提示', 'TIP'],
  ]),
  separators: { en: ' / ', es: ' / ', de: '/', pt: '/', ja: '/', zh: '/' },
};
