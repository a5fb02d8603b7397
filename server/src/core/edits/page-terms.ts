import type { Playbook } from '../model/playbook.js';
import { bestMatch, type TermPart, type TermSet } from '../vocabulary/term-set.js';

type Words = Pick<Playbook, 'vocabulary' | 'language'>;

/**
 * Several terms in one cell or label line, in the words of the page. Each is a neutral ID or a text in any language.
 */
export function joinTerms(values: readonly string[], terms: TermSet, page: Words): string {
  const { language, vocabulary } = page;
  const written = values.map((value) =>
    terms.ids().includes(value) ? terms.spelling(value, language) : inPageWords(value, terms, page),
  );
  return written.filter((value) => value !== '').join(vocabulary.separators[language]);
}

/**
 * The text of a cell with each known term in the language of the page. A term that is correct on the page stays, and so
 * does an unknown term. If all terms are known, the separators are those of the page too.
 */
export function inPageWords(text: string, terms: TermSet, page: Words): string {
  const parts = terms.split(text);
  const words = parts.map((part) => wordFor(part, terms, page));
  if (parts.length > 0 && parts.every(({ matches }) => matches.length > 0))
    return words.join(page.vocabulary.separators[page.language]);
  let written = '';
  let from = 0;
  for (const [index, { span }] of parts.entries()) {
    written += text.slice(from, span.start) + (words[index] ?? '');
    from = span.end;
  }
  return written + text.slice(from);
}

function wordFor({ text, matches }: TermPart, terms: TermSet, { language }: Words): string {
  const match = bestMatch(matches, language);
  if (match === undefined || (match.language === language && match.kind !== 'error')) return text;
  return terms.spelling(match.id, language);
}
