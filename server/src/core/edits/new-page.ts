import { packOf, type Language } from '../vocabulary/language.js';
import type { LabelId, SectionId, Vocabulary } from '../vocabulary/vocabulary.js';
import { dayOf, writeDate } from '../dialect/date-forms.js';
import { cellSource, lineOf } from './cell-text.js';
import { plainText, snippetText, tabStop, withoutMarks } from './tab-stops.js';

/** A page with all sections of a process, a page with the steps of an approach only, or any other page. */
export type PageKind = 'process' | 'approach' | 'page';

export interface NewPage {
  readonly kind: PageKind;
  readonly language: Language;
  readonly title: string;
  /** One of the vocabulary's `sites`. */
  readonly audience: string;
  /** A neutral ID. */
  readonly phase?: string;
  /** A mail alias. */
  readonly owner?: string;
  /** A person's name. */
  readonly author?: string;
}

/** The text of a new page in the words of its language. It has no problems, and contains only what is known. */
export function newPage(page: NewPage, vocabulary: Vocabulary, today: string): string {
  return plainText(markedPage(page, vocabulary, today));
}

/** The same as a snippet: its tab stops are what isn't known, and the texts of the sections. */
export function newPageSnippet(page: NewPage, vocabulary: Vocabulary, today: string): string {
  return snippetText(markedPage(page, vocabulary, today));
}

function markedPage(page: NewPage, vocabulary: Vocabulary, today: string): string {
  const lines = [
    ...frontMatter(page, vocabulary, today),
    '',
    `# ${headingText(page.title)}`,
    '',
    ...bodyOf(page, vocabulary, today),
  ];
  return `${lines.join('\n')}\n`;
}

/** A title as the source of a heading. Signs at the end of a heading aren't displayed. */
function headingText(title: string): string {
  return lineOf(inOneLine(title)).replace(/(^|\s)(#+)$/, '$1\\$2');
}

/** For an unknown owner, where an empty value would be an error. */
const UNKNOWN_ALIAS = 'alias';

function frontMatter(
  { title, language, audience, owner, author }: NewPage,
  { frontMatter: spec }: Vocabulary,
  today: string,
): string[] {
  const site = spec.sites[audience];
  const alias = owner === undefined ? tabStop('alias', UNKNOWN_ALIAS) : yamlValue(inOneLine(owner));
  const written = (key: string, value: string | undefined): string => {
    if (value !== undefined) return yamlValue(inOneLine(value));
    return key === 'author' ? person(language) : alias;
  };
  const values: Readonly<Record<string, string | undefined>> = {
    title,
    description: title,
    author,
    'ms.date': dateOf(today),
    'ms.topic': site?.topics[0],
    'ms.prod': spec.values['ms.prod']?.[0],
    'ms.custom': site?.customs[0],
    'ft.audience': audience,
  };
  return ['---', '# required metadata', ...spec.order.map((key) => `${key}: ${written(key, values[key])}`), '---'];
}

/** Without quotes if YAML reads it as this text. */
function yamlValue(text: string): string {
  return /^[\p{L}\p{N}](?:[^:#\p{C}]|:(?! |$))*$/u.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|\d[\w.:+-]*)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function inOneLine(text: string): string {
  return withoutMarks(text).replace(/\s+/gu, ' ').trim();
}

/** For an unknown author. */
function person(language: Language): string {
  return tabStop('author', packOf(language).placeholders.person);
}

function dateOf(today: string): string {
  const day = dayOf(today);
  return day === undefined ? today : writeDate(day, { model: '09/14/2026', order: 'month-first', padded: true });
}

function bodyOf(page: NewPage, vocabulary: Vocabulary, today: string): string[] {
  const lines = SECTIONS_OF[page.kind](vocabulary).flatMap((id) => [
    `## ${vocabulary.sections.spelling(id, page.language)}`,
    '',
    ...sectionBody(id, page, vocabulary, today),
  ]);
  return [
    ...(page.kind === 'page' ? [] : phaseLine(page, vocabulary)),
    ...lines.slice(0, lines.at(-1) === '' ? -1 : undefined),
  ];
}

const SECTIONS_OF: Readonly<Record<PageKind, (vocabulary: Vocabulary) => readonly SectionId[]>> = {
  process: ({ sectionOrder }) => sectionOrder,
  approach: () => ['approach', 'refresh-summary'],
  page: () => ['overview', 'refresh-summary'],
};

function phaseLine({ phase, language }: NewPage, { phases, labels }: Vocabulary): string[] {
  const id = phase ?? phases.ids()[0];
  return id === undefined ? [] : [`${labels.spelling('phase', language)}: **${phases.spelling(id, language)}**`, ''];
}

function sectionBody(id: SectionId, page: NewPage, vocabulary: Vocabulary, today: string): string[] {
  if (id === 'approach') return stepLines(page.language, vocabulary);
  if (id === 'refresh-summary') return refreshLines(page, vocabulary, today);
  return [tabStop(id, ''), ''];
}

/** A first step as an example. */
function stepLines(language: Language, vocabulary: Vocabulary): string[] {
  const { labels, labelOrder, roles, motions, services, separators } = vocabulary;
  const values: Readonly<Partial<Record<LabelId, string | undefined>>> = {
    'primary-role': roles.spellings(language)[0],
    motions: motions.spellings(language).join(separators[language]),
    'applies-to': services.spellings(language)[0],
  };
  // Two trailing spaces keep the next label on a separate line.
  const lines = labelOrder.map(
    (id, index) =>
      `${labels.spelling(id, language)}: **${values[id] ?? ''}**${index < labelOrder.length - 1 ? '  ' : ''}`,
  );
  return [`### ${tabStop('step', packOf(language).placeholders.step)}`, '', ...lines, '', tabStop('approach', ''), ''];
}

function refreshLines({ language, author }: NewPage, { refreshColumns }: Vocabulary, today: string): string[] {
  const columns = (['date', 'who', 'what'] as const).map((id) => refreshColumns.spelling(id, language));
  const who = author === undefined ? person(language) : cellSource(inOneLine(author), ' ');
  const cells = [dateOf(today), who, tabStop('change', packOf(language).placeholders.created)];
  return [`| ${columns.join(' | ')} |`, '| --- | --- | --- |', `| ${cells.join(' | ')} |`];
}
