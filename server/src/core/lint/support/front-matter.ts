import type { Field, FrontMatter } from '../../model/front-matter.js';
import { sliceOf, type Span } from '../../text/span.js';
import { INVISIBLE, nearest } from '../../text/spelling.js';
import type { FrontMatterSpec } from '../../vocabulary/vocabulary.js';
import type { DatedContext } from '../rule.js';

/**
 * Whether what the front matter lacks can be told. Where a fence is missing or YAML gave up, a field may only seem to be
 * missing, and the one mistake is reported by its own rule.
 */
export function isReadable({ opening, closed, errors }: FrontMatter): boolean {
  return opening.value === '---' && closed && errors.length === 0;
}

/** The value as a reader sees it: without white space and invisible characters, which have a rule of their own. */
export function visibleText({ value }: Field): string {
  return value.text.replace(INVISIBLE, '').trim();
}

/** Whether nothing is written after the colon that a reader could see. */
export function isEmpty(field: Field): boolean {
  return (field.value.kind === 'scalar' || field.value.kind === 'missing') && visibleText(field) === '';
}

/** Where the value's own characters stand, without its quotes. */
export function valueSpanOf({ value }: Field, text: string): Span {
  const source = sliceOf(text, value.span);
  const isQuoted = source.length > 1 && /^["']/.test(source) && source.slice(1, -1) === value.text;
  return isQuoted ? { start: value.span.start + 1, end: value.span.end - 1 } : value.span;
}

/** The single values of a field such as `ft.audience: internal, partner`. */
export function valuesIn(field: Field, text: string): { readonly text: string; readonly span: Span }[] {
  const span = valueSpanOf(field, text);
  const source = sliceOf(text, span);
  return [...source.matchAll(/[^,;]+/g)].flatMap((match) => {
    const value = match[0].trim();
    const start = span.start + match.index + (match[0].length - match[0].trimStart().length);
    return value === '' ? [] : [{ text: value.replace(INVISIBLE, ''), span: { start, end: start + value.length } }];
  });
}

/** The line end that the front matter uses. */
export function frontMatterLineEnd({ opening, content }: FrontMatter, text: string): string {
  const between = text.slice(opening.span.end, content.start).replace(/^[^\r\n]+/, '');
  return between === '' ? '\n' : between;
}

/** `internal`, `partner`, or both; empty when the audience is not known. */
export function audiencesOf(fields: readonly Field[], spec: FrontMatterSpec, text: string): string[] {
  const field = fields.find(({ key }) => key.value === 'ft.audience');
  const values = field === undefined ? [] : valuesIn(field, text).map((value) => value.text);
  return values.every((value) => Object.hasOwn(spec.sites, value)) ? values : [];
}

/** What a page for `audiences` most likely has under `key`, if that can be told. */
export function likelyValue(
  key: string,
  audiences: readonly string[],
  { vocabulary, today }: DatedContext,
): string | undefined {
  const { values, sites } = vocabulary.frontMatter;
  if (key === 'ms.date') return usualDate(today);
  const closed = Object.hasOwn(values, key) ? (values[key] ?? []) : [];
  if (closed.length === 1) return closed[0];
  const site = audiences.length === 1 ? sites[audiences[0] ?? ''] : undefined;
  if (key === 'ms.topic') return site?.topics[0];
  return key === 'ms.custom' ? site?.customs[0] : undefined;
}

/** What a page for `audiences` may have under `key`, the likeliest first; where that cannot be told, all that any page has. */
export function likelyValues(key: string, audiences: readonly string[], page: DatedContext): string[] {
  const { values, sites } = page.vocabulary.frontMatter;
  const likely = likelyValue(key, audiences, page);
  if (likely !== undefined) return [likely];
  const wanted = Object.keys(sites).filter((audience) => audiences.length === 0 || audiences.includes(audience));
  const onSites = wanted.flatMap((audience) =>
    key === 'ms.topic' ? (sites[audience]?.topics ?? []) : key === 'ms.custom' ? (sites[audience]?.customs ?? []) : [],
  );
  return [...new Set([...(Object.hasOwn(values, key) ? (values[key] ?? []) : []), ...onSites])];
}

/** `2020-03-27` the way playbooks write it, `3/27/2020`. */
export function usualDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${Number(month)}/${Number(day)}/${year}`;
}

/** Every key that a playbook can have, in the usual order as far as there is one. */
export function playbookKeys({ order, required, recommended, optional }: FrontMatterSpec): string[] {
  return [...new Set([...order, ...required, ...recommended, ...optional])];
}

/** The known key that each misspelt one was probably meant to be. A key that the page has already is no candidate. */
export function misspeltKeys({ fields }: FrontMatter, spec: FrontMatterSpec): Map<Field, string> {
  const known = playbookKeys(spec);
  const present = new Set(fields.map(({ key }) => key.value));
  const candidates = known.filter((key) => !present.has(key));
  const misspelt = new Map<Field, string>();
  for (const field of fields) {
    const key = field.key.value.replace(INVISIBLE, '').trim();
    if (known.includes(key) || isOtherKnownKey(key)) continue;
    const meant =
      nearest(key, candidates, 1)[0] ??
      candidates.find((candidate) => sortedCharacters(candidate) === sortedCharacters(key));
    if (meant !== undefined) misspelt.set(field, meant);
  }
  return misspelt;
}

/** `tilte` is `title` with two letters swapped, which counts as two slips. */
function sortedCharacters(key: string): string {
  return [...key].sort().join('');
}

/** Whether docfx, or the sites that a playbook may be published on, know the key, though playbooks do not use it. */
export function isOtherKnownKey(key: string): boolean {
  return OTHER_KEYS.has(key) || OTHER_KEY.test(key);
}

/** A page's settings for docfx's templates, and families that nobody can list. */
const OTHER_KEY = /^(?:_(?!_)|search\.|feedback_|hide_|uhf|open_graph_)/;

const OTHER_KEYS: ReadonlySet<string> = new Set([
  ...[
    'uid',
    'layout',
    'documentType',
    'keywords',
    'toc_rel',
    'breadcrumb_path',
    'remarks',
    'summary',
    'syntax',
    'example',
    'robots',
    'ROBOTS',
  ],
  ...[
    'audience',
    'monikerRange',
    'no-loc',
    'page_type',
    'products',
    'languages',
    'redirect_url',
    'redirect_document_id',
    'contributors',
  ],
  ...[
    'localization_priority',
    'f1_keywords',
    'helpviewer_keywords',
    'zone_pivot_groups',
    'date',
    'tags',
    'lang',
    'locale',
    'reviewer',
    'editor',
  ],
  ...[
    'ms.assetid',
    'ms.collection',
    'ms.component',
    'ms.devlang',
    'ms.localizationpriority',
    'ms.locfileid',
    'ms.locale',
    'ms.lasthandoff',
  ],
  ...[
    'ms.manager',
    'ms.openlocfilehash',
    'ms.owner',
    'ms.product',
    'ms.sitesec',
    'ms.suite',
    'ms.subservice',
    'ms.technology',
    'ms.tgt_pltfrm',
  ],
  ...[
    'ms.title',
    'ms.translationtype',
    'ms.workload',
    'ms.contentlocale',
    'ms.sourcegitcommit',
    'ms.update-cycle',
    'ms.services',
    'ms.tocTitle',
  ],
]);

/** A key that is not there, and the field that it belongs below; `undefined` when it belongs first. */
export interface MissingKey {
  readonly key: string;
  readonly below: Field | undefined;
}

/** Those of `keys` that the front matter lacks. One that is only misspelt is not missing. */
export function missingKeys(keys: readonly string[], frontMatter: FrontMatter, spec: FrontMatterSpec): MissingKey[] {
  const present = new Set([
    ...frontMatter.fields.map(({ key }) => key.value.replace(INVISIBLE, '').trim()),
    ...misspeltKeys(frontMatter, spec).values(),
  ]);
  return spec.order
    .filter((key) => keys.includes(key) && !present.has(key))
    .map((key) => ({ key, below: fieldAbove(key, frontMatter, spec) }));
}

/** The last of the fields that stand above `key` in every playbook. */
function fieldAbove(key: string, { fields }: FrontMatter, { order }: FrontMatterSpec): Field | undefined {
  const place = order.indexOf(key);
  return fields.reduce<Field | undefined>((above, field) => {
    const at = order.indexOf(field.key.value);
    return at !== -1 && at < place && (above === undefined || at > order.indexOf(above.key.value)) ? field : above;
  }, undefined);
}
