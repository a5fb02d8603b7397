import type { NamedChange } from './page-changes.js';

/**
 * What each rule with a safe fix changes for readers: the one place that says so. A rule that is not here changes
 * nothing that they see but where a link leads.
 */
export const NAMED_CHANGES: Readonly<Record<string, NamedChange>> = {
  'front-matter-date': { respells: (before, after) => after === before.replace(/(\d{2})(?=["']?$)/, '20$1') },
  'front-matter-duplicate-key': { drops: 'repetition' },
  'front-matter-fence': { shows: ['front matter'], drops: /^-*ya?ml$/i },
  'front-matter-invisible-character': { joins: true },
  'front-matter-missing': { shows: ['front matter'] },
  'front-matter-not-closed': { shows: ['front matter'] },
  'heading-invisible-character': { shows: ['heading'] },
  'link-locale': { respells: (before, after) => withoutLocales(before) === withoutLocales(after) },
  'heading-not-rendered': {
    shows: ['heading'],
    respells: (before, after) => before.replace(/^[#＃]+\s*/, '') === after,
  },
  'link-safelinks': {
    respells: (before, after) =>
      decodeURIComponent(decodeURIComponent(before)).includes(decodeURIComponent(after).replace(/[.,;]$/, '')),
  },
  'list-marker-space': { respells: (before, after) => before.replace(/^(?:\d{1,2}[.)]|[-*])/, '') === after },
  'product-name-case': { respells: (before, after) => before.toLowerCase() === after.toLowerCase() },
  'table-after-text': { shows: ['cell'] },
  'table-delimiter-count': { shows: ['cell'], moves: 'left' },
  'table-full-width-pipe': { shows: ['cell'], moves: 'right' },
  'table-not-rendered': { shows: ['cell'] },
  'table-row-indented': { shows: ['cell'], fromCode: true },
  'task-id-format': { respells: isSameWhenNarrow },
  'task-mo-letter': { respells: isSameWhenNarrow },
  'task-mo-merged-role': { moves: 'right' },
  'task-row-leading-empty-cell': { moves: 'left' },
  'task-rows-joined': { moves: 'next row' },
};

function withoutLocales(text: string): string {
  return text.replace(/(?<=\.com\/)[a-z]{2,3}-(?:[a-z]{4}-)?[a-z]{2}(?:\/|\b)/gi, '');
}

function isSameWhenNarrow(before: string, after: string): boolean {
  return before.normalize('NFKC').toLowerCase() === after.normalize('NFKC').toLowerCase();
}
