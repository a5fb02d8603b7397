import { defineMessages, listed, type Message } from '../../messages/index.js';
import { audiencesOf } from '../dialect/front-matter.js';
import { isAliasForm } from '../dialect/mail-aliases.js';
import { fieldNamed } from '../model/front-matter.js';
import { sliceOf } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';
import type { ValuePlace } from '../features/caret-place.js';
import { all, type Completion, type CompletionKind, type CompletionRequest, type Completions } from './completion.js';
import { TODAY, todayFor } from './days.js';
import { titleOf } from './front-matter-keys.js';
import { valuesSeen } from './seen-values.js';
import { jointBefore } from './terms.js';

const texts = defineMessages('front-matter-values', {
  title: { text: 'the title', note: 'A suggestion for the description of a page: the title of the page.' },
  forAudiences: { text: 'for {audiences}', note: 'A value for pages with these audiences: for internal, partner.' },
});

/** The known values of a key. */
export function valueCompletions(place: ValuePlace, request: CompletionRequest): Completions {
  const { playbook, offset } = request;
  const { text } = playbook;
  const span = { start: Math.min(place.part.start, offset), end: Math.max(place.part.end, offset) };
  const before =
    text[span.start - 1] === ':'
      ? ' '
      : text.slice(span.start, place.part.start) || jointBefore(text, span.start, '').before;
  return all(
    valuesFor(place, request).map(({ value, kind, detail }): Completion => ({
      label: value,
      kind,
      ...(detail !== undefined && { detail }),
      edit: { span, newText: before + value },
    })),
  );
}

interface OfferedValue {
  readonly value: string;
  readonly kind: CompletionKind;
  readonly detail?: Message;
}

/** More than anyone looks through. */
const MOST_PEOPLE = 50;

function valuesFor(place: ValuePlace, request: CompletionRequest): readonly OfferedValue[] {
  const { key } = place;
  const { playbook } = request;
  const spec = playbook.vocabulary.frontMatter;
  if (key === 'ms.date')
    return [{ value: todayFor(sliceOf(playbook.text, place.value), request), kind: 'date', detail: TODAY }];
  if (key === 'ms.topic') return ofSites('topics', request);
  if (key === 'ms.custom') return ofSites('customs', request);
  if (key === 'description') return asTitle(place, request);
  if (key === 'ft.audience') return notNamed(fittingFirst(spec.values[key] ?? [], request), place, request);
  if (Object.hasOwn(spec.values, key)) return notNamed(spec.values[key] ?? [], place, request);
  if (spec.aliasKeys.includes(key))
    return aliases(key, request)
      .slice(0, MOST_PEOPLE)
      .map((value) => ({ value, kind: 'person' }));
  return spec.nameKeys.includes(key)
    ? names(key, request)
        .slice(0, MOST_PEOPLE)
        .map((value) => ({ value, kind: 'person' }))
    : [];
}

/** Most playbooks use their title as the description. */
function asTitle({ value }: ValuePlace, { playbook }: CompletionRequest): OfferedValue[] {
  const title = titleOf(playbook);
  const inQuotes = /["']/.test(playbook.text[value.start - 1] ?? '');
  return title === undefined || (inQuotes && /["']/.test(title))
    ? []
    : [{ value: title, kind: 'value', detail: texts.title }];
}

/** The values for the site of the page's audience; if that is unknown, the values for all sites. */
function ofSites(
  what: 'topics' | 'customs',
  { playbook: { frontMatter, vocabulary, text } }: CompletionRequest,
): OfferedValue[] {
  const { sites } = vocabulary.frontMatter;
  const audiences = audiencesOf(frontMatter?.fields ?? [], vocabulary.frontMatter, text);
  const wanted = audiences.length === 0 ? Object.keys(sites) : audiences;
  const values = new Map<string, string[]>();
  for (const audience of wanted)
    for (const value of sites[audience]?.[what] ?? []) values.set(value, [...(values.get(value) ?? []), audience]);
  return [...values].map(([value, of]) => ({
    value,
    kind: 'value',
    detail: texts.forAudiences({ audiences: listed(of) }),
  }));
}

/** The audiences, those that match the page's topic and site first. */
function fittingFirst(
  audiences: readonly string[],
  { playbook: { frontMatter, vocabulary } }: CompletionRequest,
): readonly string[] {
  const { sites } = vocabulary.frontMatter;
  const [topic = '', custom = ''] = ['ms.topic', 'ms.custom'].map((key) => fieldNamed(frontMatter, key)?.value.text);
  const fits = (audience: string): boolean =>
    sites[audience]?.customs.includes(custom) === true ||
    (custom === '' && sites[audience]?.topics.includes(topic) === true);
  return [...audiences.filter(fits), ...audiences.filter((audience) => !fits(audience))];
}

/** For a list of values, the missing ones. */
function notNamed(
  known: readonly string[],
  { value, part }: ValuePlace,
  { playbook: { text } }: CompletionRequest,
): OfferedValue[] {
  const others =
    `${text.slice(value.start, Math.max(value.start, part.start))},${text.slice(part.end, Math.max(part.end, value.end))}`
      .split(/[,;]/)
      .map((one) => one.trim());
  return known.filter((one) => !others.includes(one)).map((one) => ({ value: one, kind: 'value' }));
}

/** Mail aliases: first those that other pages have under this key, by frequency. */
function aliases(key: string, request: CompletionRequest): string[] {
  const spec = request.playbook.vocabulary.frontMatter;
  const seen = [key, ...spec.aliasKeys.filter((other) => other !== key)].flatMap((one) => valuesSeen(one, request));
  return [...new Set([...seen, ...spec.knownAliases])].filter((value) => isAlias(value, spec));
}

/** Misspelled values of other pages aren't offered. */
function isAlias(value: string, { values, knownAliases }: FrontMatterSpec): boolean {
  if (!isAliasForm(value) || Object.values(values).some((list) => list.includes(value))) return false;
  return knownAliases.includes(value) || nearest(value, knownAliases, 1).length === 0;
}

function names(key: string, request: CompletionRequest): string[] {
  const { author } = request;
  const seen = valuesSeen(key, request).filter((value) =>
    /^\p{L}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)+$/u.test(value),
  );
  return [...new Set(author === undefined ? seen : [author, ...seen])];
}
