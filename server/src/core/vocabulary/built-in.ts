import { defineMessages } from '../../messages/index.js';
import { byLanguage, inAnyLanguage, LANGUAGES, packOf } from './language.js';
import { ALERT_KINDS, type LanguageTerms, type Spellings, type TermsIn } from './language-pack.js';
import { TermSet, type TermSetData } from './term-set.js';
import type { Vocabulary } from './vocabulary.js';

const texts = defineMessages('built-in', {
  taskId: {
    text: 'three or four digits',
    note: 'The form of a task ID, after a colon: "12" isn\'t a task ID: three or four digits.',
  },
});

/** The vocabulary of 1,260 real playbooks, before a workspace adds its own words. */
export const builtInVocabulary: Vocabulary = {
  roles: termSet(({ roles }) => roles),
  services: termSet(({ services }) => services),
  phases: termSet(({ phases }) => phases),
  motions: termSet(({ motions }) => motions),
  labels: termSet(({ labels }) => labels),
  taskColumns: termSet(({ taskColumns }) => taskColumns),
  refreshColumns: termSet(({ refreshColumns }) => refreshColumns),
  sections: termSet(({ sections }) => sections),
  footer: termSet(({ footer }) => footer),
  sectionOrder: ['overview', 'objectives', 'approach', 'key-inputs', 'key-outputs', 'next-steps', 'refresh-summary'],
  labelOrder: ['primary-role', 'motions', 'applies-to'],
  taskLayouts: [
    ['task-id', 'task-name', 'mo', 'role', 'services'],
    ['task-id', 'task-name', 'mo', 'role'],
  ],
  letters: byLanguage(({ letters }) => letters),
  taskId: { pattern: /^\d{3,4}$/, description: texts.taskId, placeholders: ['None'] },
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
  alertKinds: ALERT_KINDS,
  translatedAlertKinds: new Map(inAnyLanguage(({ alertKinds }) => Object.entries(alertKinds))),
  separators: byLanguage(({ lists }) => lists.separator),
};

/** The terms of all languages, in the order of the English ones. */
function termSet<Id extends string>(termsOf: (terms: LanguageTerms) => TermsIn<Id>): TermSet<Id> {
  const data: Record<string, Record<string, Spellings>> = {};
  for (const language of LANGUAGES) {
    for (const [id, term] of Object.entries<string | Spellings>(termsOf(packOf(language).terms))) {
      data[id] = { ...data[id], [language]: typeof term === 'string' ? { canonical: term } : term };
    }
  }
  return new TermSet(data as TermSetData<Id>);
}
