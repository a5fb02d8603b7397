import { defineMessages } from '../../messages/index.js';
import { LANGUAGES, type Language } from '../vocabulary/language.js';
import type { Spellings } from '../vocabulary/language-pack.js';
import type { TermSetData } from '../vocabulary/term-set.js';
import type { TermSetName } from '../vocabulary/vocabulary.js';
import type { FrontMatterChange, VocabularyChange } from './config-file.js';
import type { ConfigNode } from './config-node.js';
import { ofKey, type ConfigPart, type ConfigReporter } from './config-reporter.js';
import { taskIdPattern } from './task-id-pattern.js';

const texts = defineMessages('read-vocabulary', {
  badId: 'The id "{id}" must be lower-case letters and digits with single hyphens, such as "customer-lead"',
  noCanonical: '"{name}" requires "canonical", the recommended spelling',
  noPattern: '"taskId" requires "pattern"',
});

/** The keys that change the vocabulary. */
export const VOCABULARY_KEYS = ['vocabulary', 'frontMatter', 'taskId'] as const;
export const TERM_SET_NAMES: readonly TermSetName[] = ['roles', 'services', 'phases', 'motions'];
/** The form of a term ID. */
export const TERM_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The settings under {@link VOCABULARY_KEYS}. */
export function readVocabularyChange(
  fields: Partial<Record<(typeof VOCABULARY_KEYS)[number], ConfigNode>>,
  reporter: ConfigReporter,
): VocabularyChange {
  const terms = new Map<TermSetName, TermSetData>();
  const object = fields.vocabulary === undefined ? undefined : reporter.object(fields.vocabulary, ofKey('vocabulary'));
  if (object !== undefined) {
    const sets = reporter.fields(object, ofKey('vocabulary'), TERM_SET_NAMES);
    for (const name of TERM_SET_NAMES) {
      const node = sets[name];
      if (node !== undefined) terms.set(name, readTerms(node, name, reporter));
    }
  }
  const frontMatter = fields.frontMatter === undefined ? undefined : readFrontMatter(fields.frontMatter, reporter);
  const taskId = fields.taskId === undefined ? undefined : readTaskId(fields.taskId, reporter);
  return { terms, ...(frontMatter !== undefined && { frontMatter }), ...(taskId !== undefined && { taskId }) };
}

function readTerms(node: ConfigNode, name: TermSetName, reporter: ConfigReporter): TermSetData {
  if (node.kind === 'array') {
    const words = reporter.texts(node, ofKey(name)) ?? [];
    return Object.fromEntries(words.map((text, index) => [idFor(text, index), inAllLanguages(text)]));
  }
  const terms = new Map<string, Partial<Record<Language, Spellings>>>();
  for (const { key, value } of reporter.object(node, ofKey(name))?.entries ?? []) {
    if (!TERM_ID.test(key.value)) reporter.report(key.span, texts.badId({ id: key.value }));
    else terms.set(key.value, readTerm(value, key.value, reporter));
  }
  return Object.fromEntries(terms);
}

/** A term in the short form, spelled the same in every language. */
function inAllLanguages(text: string): Record<Language, Spellings> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, { canonical: text }])) as Record<
    Language,
    Spellings
  >;
}

/** Only has to differ from other IDs: the short form has none. */
function idFor(text: string, index: number): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `own-${slug === '' ? index : slug}`;
}

function readTerm(node: ConfigNode, id: string, reporter: ConfigReporter): Partial<Record<Language, Spellings>> {
  const part: ConfigPart = { of: 'term', name: id };
  const object = reporter.object(node, part);
  if (object === undefined) return {};
  const byLanguage = reporter.fields(object, part, LANGUAGES);
  const term = new Map<Language, Spellings>();
  for (const language of LANGUAGES) {
    const value = byLanguage[language];
    const spellings = value === undefined ? undefined : readSpellings(value, ofKey(`${id}.${language}`), reporter);
    if (spellings !== undefined) term.set(language, spellings);
  }
  return Object.fromEntries(term);
}

function readSpellings(node: ConfigNode, part: ConfigPart, reporter: ConfigReporter): Spellings | undefined {
  if (node.kind === 'scalar') {
    const canonical = reporter.text(node, part);
    return canonical === undefined ? undefined : { canonical };
  }
  const object = reporter.object(node, part);
  if (object === undefined) return undefined;
  const { canonical, aliases, errors } = reporter.fields(object, part, ['canonical', 'aliases', 'errors']);
  if (canonical === undefined) {
    reporter.report({ start: object.span.start, end: object.span.start + 1 }, texts.noCanonical({ name: part.name }));
    return undefined;
  }
  const text = reporter.text(canonical, ofKey('canonical'));
  if (text === undefined) return undefined;
  return {
    canonical: text,
    ...(aliases !== undefined && { aliases: reporter.texts(aliases, ofKey('aliases')) ?? [] }),
    ...(errors !== undefined && { errors: reporter.texts(errors, ofKey('errors')) ?? [] }),
  };
}

const FRONT_MATTER_KEYS = ['required', 'recommended', 'optional', 'knownAliases'] as const;

function readFrontMatter(node: ConfigNode, reporter: ConfigReporter): FrontMatterChange | undefined {
  const object = reporter.object(node, ofKey('frontMatter'));
  if (object === undefined) return undefined;
  const fields = reporter.fields(object, ofKey('frontMatter'), FRONT_MATTER_KEYS);
  const change = new Map<string, readonly string[]>();
  for (const key of FRONT_MATTER_KEYS) {
    const value = fields[key];
    const keys = value === undefined ? undefined : reporter.texts(value, ofKey(key));
    if (keys !== undefined) change.set(key, keys);
  }
  return Object.fromEntries(change);
}

function readTaskId(node: ConfigNode, reporter: ConfigReporter): VocabularyChange['taskId'] {
  const object = reporter.object(node, ofKey('taskId'));
  if (object === undefined) return undefined;
  const { pattern, description } = reporter.fields(object, ofKey('taskId'), ['pattern', 'description']);
  const inWords = description === undefined ? undefined : reporter.text(description, ofKey('description'));
  if (pattern === undefined) {
    reporter.report({ start: object.span.start, end: object.span.start + 1 }, texts.noPattern);
    return undefined;
  }
  const source = reporter.text(pattern, ofKey('pattern'));
  if (source === undefined) return undefined;
  const result = taskIdPattern(source);
  if ('mistake' in result) {
    reporter.report(pattern.span, result.mistake);
    return undefined;
  }
  return { pattern: result.pattern, written: source, ...(inWords !== undefined && { description: inWords }) };
}
