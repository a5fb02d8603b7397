import { defineMessages, type Message } from '../../messages/index.js';
import type { Spellings } from '../vocabulary/language-pack.js';
import { TermSet, type TermSetData } from '../vocabulary/term-set.js';
import type { Language } from '../vocabulary/language.js';
import type { FrontMatterSpec, TermSetName, Vocabulary } from '../vocabulary/vocabulary.js';
import type { FrontMatterChange, TaskIdChange, VocabularyChange } from './config-file.js';

const texts = defineMessages('vocabulary-change', {
  taskIdForm: {
    text: 'of the form {pattern}',
    note: 'The form of a task ID, after a colon: "12" isn\'t a task ID: of the form ^[A-Z][0-9]+$.',
  },
  taskIdInWords: { text: '{description}', note: 'The form of a task ID, as described in a configuration file.' },
});

/** Whether the change contains anything. */
export function isEmptyChange({ terms, frontMatter, taskId }: VocabularyChange): boolean {
  return terms.size === 0 && frontMatter === undefined && taskId === undefined;
}

/** `vocabulary` with `changes` applied one after the other. The same object if there are no changes. */
export function changedVocabulary(vocabulary: Vocabulary, changes: readonly VocabularyChange[]): Vocabulary {
  return changes.filter((change) => !isEmptyChange(change)).reduce(applyChange, vocabulary);
}

function applyChange(vocabulary: Vocabulary, { terms, frontMatter, taskId }: VocabularyChange): Vocabulary {
  const sets = new Map<TermSetName, TermSet>();
  for (const [name, added] of terms) sets.set(name, new TermSet(mergedTerms(vocabulary[name].data, added)));
  return {
    ...vocabulary,
    ...Object.fromEntries(sets),
    ...(frontMatter !== undefined && { frontMatter: changedFrontMatter(vocabulary.frontMatter, frontMatter) }),
    ...(taskId !== undefined && {
      taskId: { ...vocabulary.taskId, pattern: taskId.pattern, description: describedForm(taskId) },
    }),
  };
}

function describedForm({ description, written }: TaskIdChange): Message {
  return description === undefined ? texts.taskIdForm({ pattern: written }) : texts.taskIdInWords({ description });
}

function mergedTerms(known: TermSetData, added: TermSetData): TermSetData {
  const merged = new Map(Object.entries(known));
  for (const [id, term] of Object.entries(added)) merged.set(id, mergedTerm(merged.get(id) ?? {}, term));
  return Object.fromEntries(merged);
}

type Term = Readonly<Partial<Record<Language, Spellings>>>;

/** A new recommended spelling replaces the old one, which stays accepted. */
function mergedTerm(known: Term, added: Term): Term {
  const merged = new Map(Object.entries(known) as [Language, Spellings][]);
  for (const [language, spellings] of Object.entries(added) as [Language, Spellings][]) {
    const old = merged.get(language);
    const aliases = [
      ...(old === undefined ? [] : [old.canonical, ...(old.aliases ?? [])]),
      ...(spellings.aliases ?? []),
    ];
    const accepted = new Set([spellings.canonical, ...aliases]);
    const errors = [...(old?.errors ?? []).filter((error) => !accepted.has(error)), ...(spellings.errors ?? [])];
    merged.set(language, {
      canonical: spellings.canonical,
      aliases: [...accepted].slice(1),
      errors: [...new Set(errors)],
    });
  }
  return Object.fromEntries(merged);
}

/** The lists replace the built-in lists. A built-in key that is no longer in a list is still known. */
function changedFrontMatter(spec: FrontMatterSpec, change: FrontMatterChange): FrontMatterSpec {
  const required =
    change.required ??
    spec.required.filter(
      (key) => change.recommended?.includes(key) !== true && change.optional?.includes(key) !== true,
    );
  const recommended = (change.recommended ?? spec.recommended).filter(
    (key) => !required.includes(key) && change.optional?.includes(key) !== true,
  );
  const known = [...spec.required, ...spec.recommended, ...spec.optional, ...(change.optional ?? [])];
  const optional = [...new Set(known)].filter((key) => !required.includes(key) && !recommended.includes(key));
  return {
    ...spec,
    required,
    recommended,
    optional,
    order: [...new Set([...spec.order, ...required, ...recommended])],
    knownAliases: [...new Set([...spec.knownAliases, ...(change.knownAliases ?? [])])],
  };
}
