import { usualDate } from '../../dialect/front-matter.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';

/** The value of a front matter key; `undefined` if it isn't known. */
export type KnownValue = (key: string) => string | undefined;

/**
 * The values that other pages show: those of the same page in other languages, and the pages beside it in the same
 * language. Not known if they don't have the key, or don't agree. The pages are read when a value is needed.
 */
export function valuesElsewhere(page: PageSummary, index: IndexReader): KnownValue {
  let others: OtherPages | undefined;
  return (key) => valueIn((others ??= otherPages(page, index)), key, page);
}

/** Whether any page beside this one has a value for the key. With only a few pages, this isn't known. */
export function isUsedBeside(key: string, page: PageSummary, index: IndexReader): boolean {
  const others = index.playbooksBeside(page.path).filter(({ path }) => path !== page.path);
  return others.length < FEWEST_PAGES || others.some(({ fields }) => (fields.get(key) ?? '') !== '');
}

/** Fewer other pages don't show what a folder does without. */
const FEWEST_PAGES = 3;

interface OtherPages {
  readonly counterparts: readonly PageSummary[];
  readonly beside: readonly PageSummary[];
}

function otherPages(page: PageSummary, index: IndexReader): OtherPages {
  const isOther = ({ path }: PageSummary): boolean => path !== page.path;
  return {
    counterparts: [...index.translationsOf(page.path).values()].filter(isOther),
    beside: index.playbooksBeside(page.path).filter((one) => isOther(one) && one.language === page.language),
  };
}

function valueIn({ counterparts, beside }: OtherPages, key: string, page: PageSummary): string | undefined {
  if (key === 'author' || key === 'ms.author') {
    const same = ofSameAuthor(key === 'author' ? 'ms.author' : 'author', page, [...beside, ...counterparts]);
    const value = agreed(key, same) ?? agreed(key, beside);
    // Some pages have the name where the alias belongs.
    return key === 'ms.author' && /\s/.test(value ?? '') ? undefined : value;
  }
  if (key === 'title' || key === 'description')
    return agreed(key, counterparts) ?? sameAsOther(key === 'title' ? 'description' : 'title', page, beside);
  if (key === 'ms.date') return newestRefresh(page, [...counterparts, ...beside]);
  return agreed(key, counterparts) ?? agreed(key, beside);
}

/** Authors have a name and an alias, of which the page still has one. */
function ofSameAuthor(other: string, page: PageSummary, pages: readonly PageSummary[]): PageSummary[] {
  const own = page.fields.get(other);
  return own === undefined || own === '' ? [] : pages.filter(({ fields }) => fields.get(other) === own);
}

/** Where all pages have the same text as title and as description, this page does, too. */
function sameAsOther(other: string, page: PageSummary, beside: readonly PageSummary[]): string | undefined {
  const isSame = beside.length > 0 && beside.every(({ fields }) => fields.get('title') === fields.get('description'));
  return isSame ? page.fields.get(other) : undefined;
}

/** The newest day in the refresh log, with leading zeros if other pages have them. */
function newestRefresh({ refreshDays: [newest] }: PageSummary, others: readonly PageSummary[]): string | undefined {
  if (newest === undefined) return undefined;
  const [year = '', month = '', day = ''] = newest.split('-');
  const isPadded = others.some(({ fields }) => /\b0\d/.test(fields.get('ms.date') ?? ''));
  return isPadded ? `${month}/${day}/${year}` : usualDate(newest);
}

/** The value that all the pages with a value have. */
function agreed(key: string, pages: readonly PageSummary[]): string | undefined {
  let agreed: string | undefined;
  for (const { fields } of pages) {
    const value = fields.get(key) ?? '';
    if (value === '' || value === agreed) continue;
    if (agreed !== undefined) return undefined;
    agreed = value;
  }
  return agreed;
}

/** The value as YAML: in quotes if something in it has a meaning there. */
export function asYaml(value: string): string {
  if (value === '') return '';
  return /^[\p{L}\p{N}(](?:[^:#\r\n]|:(?! |$)|(?<! )#)*$/u.test(value) && value.trim() === value
    ? value
    : JSON.stringify(value);
}
