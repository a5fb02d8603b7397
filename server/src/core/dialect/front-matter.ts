import type { Field, FrontMatter } from '../model/front-matter.js';
import { sliceOf, type Span } from '../text/span.js';
import { INVISIBLE, nearest } from '../text/spelling.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';
import type { DatedContext } from './reading-context.js';

/**
 * Whether missing fields can be determined. If a fence is missing or YAML failed, a field may only seem to be missing,
 * and another rule reports that mistake.
 */
export function isReadable({ opening, closed, errors }: FrontMatter): boolean {
  return opening.value === '---' && closed && errors.length === 0;
}

/** The value as readers see it: without white space and invisible characters, which another rule reports. */
export function visibleText({ value }: Field): string {
  return value.text.replace(INVISIBLE, '').trim();
}

/** Whether there is no visible text after the colon. */
export function isEmpty(field: Field): boolean {
  return (field.value.kind === 'scalar' || field.value.kind === 'missing') && visibleText(field) === '';
}

/** The span of the value without its quotation marks. */
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

/** The line ending of the front matter. */
export function frontMatterLineEnd({ opening, content }: FrontMatter, text: string): string {
  const between = text.slice(opening.span.end, content.start).replace(/^[^\r\n]+/, '');
  return between === '' ? '\n' : between;
}

/** `internal`, `partner`, or both; empty if the audience is unknown. */
export function audiencesOf(fields: readonly Field[], spec: FrontMatterSpec, text: string): string[] {
  const field = fields.find(({ key }) => key.value === 'ft.audience');
  const values = field === undefined ? [] : valuesIn(field, text).map((value) => value.text);
  return values.every((value) => Object.hasOwn(spec.sites, value)) ? values : [];
}

/** The most likely value of `key` on a page for `audiences`, if it can be determined. */
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

/**
 * The possible values of `key` on a page for `audiences`, most likely first; all possible values if the audience is
 * unknown.
 */
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

/** `2020-03-27` in the format of playbooks, `3/27/2020`. */
export function usualDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${Number(month)}/${Number(day)}/${year}`;
}

/** Every key that a playbook can have, in the usual order if there is one. */
export function playbookKeys({ order, required, recommended, optional }: FrontMatterSpec): string[] {
  return [...new Set([...order, ...required, ...recommended, ...optional])];
}

/** The known key that each misspelled key probably means. A key that the page already has isn't a candidate. */
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

/** `tilte` is `title` with two letters swapped, which counts as two typos. */
function sortedCharacters(key: string): string {
  return [...key].sort().join('');
}

/** Whether docfx or the sites of playbooks know the key, although playbooks don't use it. */
export function isOtherKnownKey(key: string): boolean {
  return OTHER_KEYS.has(key) || OTHER_KEY.test(key);
}

/** Page settings for docfx templates, and open-ended families of keys. */
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

/** A missing key, and the field that it belongs below; `undefined` if it belongs first. */
export interface MissingKey {
  readonly key: string;
  readonly below: Field | undefined;
}

/** The `keys` that the front matter doesn't have. A misspelled key isn't missing. */
export function missingKeys(keys: readonly string[], frontMatter: FrontMatter, spec: FrontMatterSpec): MissingKey[] {
  const present = new Set([
    ...frontMatter.fields.map(({ key }) => key.value.replace(INVISIBLE, '').trim()),
    ...misspeltKeys(frontMatter, spec).values(),
  ]);
  return spec.order
    .filter((key) => keys.includes(key) && !present.has(key))
    .map((key) => ({ key, below: fieldAbove(key, frontMatter, spec) }));
}

/** The last of the fields that are above `key` in every playbook. */
function fieldAbove(key: string, { fields }: FrontMatter, { order }: FrontMatterSpec): Field | undefined {
  const place = order.indexOf(key);
  return fields.reduce<Field | undefined>((above, field) => {
    const at = order.indexOf(field.key.value);
    return at !== -1 && at < place && (above === undefined || at > order.indexOf(above.key.value)) ? field : above;
  }, undefined);
}
