import { LANGUAGES, type Language } from '../vocabulary/language.js';
import type { Spellings } from '../vocabulary/language-pack.js';
import type { TermSetData } from '../vocabulary/term-set.js';
import type { TermSetName } from '../vocabulary/vocabulary.js';
import type { FrontMatterChange, VocabularyChange } from './config-file.js';
import type { ConfigNode } from './config-node.js';
import type { ConfigReporter } from './config-reporter.js';
import { taskIdPattern } from './task-id-pattern.js';

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
  const object = fields.vocabulary === undefined ? undefined : reporter.object(fields.vocabulary, '"vocabulary"');
  if (object !== undefined) {
    const sets = reporter.fields(object, '"vocabulary"', TERM_SET_NAMES);
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
    const texts = reporter.texts(node, `"${name}"`) ?? [];
    return Object.fromEntries(texts.map((text, index) => [idFor(text, index), inAllLanguages(text)]));
  }
  const terms = new Map<string, Partial<Record<Language, Spellings>>>();
  for (const { key, value } of reporter.object(node, `"${name}"`)?.entries ?? []) {
    if (!TERM_ID.test(key.value))
      reporter.report(
        key.span,
        `The id "${key.value}" must be lower-case letters and digits with single hyphens, such as "customer-lead"`,
      );
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
  const object = reporter.object(node, `the term "${id}"`);
  if (object === undefined) return {};
  const byLanguage = reporter.fields(object, `the term "${id}"`, LANGUAGES);
  const term = new Map<Language, Spellings>();
  for (const language of LANGUAGES) {
    const value = byLanguage[language];
    const spellings = value === undefined ? undefined : readSpellings(value, `"${id}" in "${language}"`, reporter);
    if (spellings !== undefined) term.set(language, spellings);
  }
  return Object.fromEntries(term);
}

function readSpellings(node: ConfigNode, what: string, reporter: ConfigReporter): Spellings | undefined {
  if (node.kind === 'scalar') {
    const canonical = reporter.text(node, what);
    return canonical === undefined ? undefined : { canonical };
  }
  const object = reporter.object(node, what);
  if (object === undefined) return undefined;
  const { canonical, aliases, errors } = reporter.fields(object, what, ['canonical', 'aliases', 'errors']);
  if (canonical === undefined) {
    reporter.report(
      { start: object.span.start, end: object.span.start + 1 },
      `${what} requires "canonical", the recommended spelling`,
    );
    return undefined;
  }
  const text = reporter.text(canonical, '"canonical"');
  if (text === undefined) return undefined;
  return {
    canonical: text,
    ...(aliases !== undefined && { aliases: reporter.texts(aliases, '"aliases"') ?? [] }),
    ...(errors !== undefined && { errors: reporter.texts(errors, '"errors"') ?? [] }),
  };
}

const FRONT_MATTER_KEYS = ['required', 'recommended', 'optional', 'knownAliases'] as const;

function readFrontMatter(node: ConfigNode, reporter: ConfigReporter): FrontMatterChange | undefined {
  const object = reporter.object(node, '"frontMatter"');
  if (object === undefined) return undefined;
  const fields = reporter.fields(object, '"frontMatter"', FRONT_MATTER_KEYS);
  const change = new Map<string, readonly string[]>();
  for (const key of FRONT_MATTER_KEYS) {
    const value = fields[key];
    const texts = value === undefined ? undefined : reporter.texts(value, `"${key}"`);
    if (texts !== undefined) change.set(key, texts);
  }
  return Object.fromEntries(change);
}

function readTaskId(node: ConfigNode, reporter: ConfigReporter): VocabularyChange['taskId'] {
  const object = reporter.object(node, '"taskId"');
  if (object === undefined) return undefined;
  const { pattern, description } = reporter.fields(object, '"taskId"', ['pattern', 'description']);
  const said = description === undefined ? undefined : reporter.text(description, '"description"');
  if (pattern === undefined) {
    reporter.report({ start: object.span.start, end: object.span.start + 1 }, '"taskId" requires "pattern"');
    return undefined;
  }
  const source = reporter.text(pattern, '"pattern"');
  if (source === undefined) return undefined;
  const result = taskIdPattern(source);
  if ('mistake' in result) {
    reporter.report(pattern.span, result.mistake);
    return undefined;
  }
  return { pattern: result.pattern, written: source, description: said ?? `of the form ${source}` };
}
