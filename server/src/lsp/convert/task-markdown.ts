import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import type { TaskCard, TaskLanguage, TaskPage, TaskPlaceKind, TaskCardRow } from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { Format } from '../../messages/formatting/index.js';
import { languageName } from './language-names.js';
import { escapedMarkdown, plainLine } from './markdown.js';
import { toLocation } from './places.js';
import type { Session } from '../session/session.js';

const texts = defineMessages('task-markdown', {
  task: { text: 'Task {id}', note: 'The title of a hover, in front of the name of the task.' },
  retired: {
    text: '{task} (retired)',
    note: 'The title of a hover: the ID and the name of a task that is not used now.',
  },
  services: { text: 'Services: {services}', note: 'Microsoft services that a task is about.' },
  location: { text: 'Location: {location}', note: 'Where a task is done, as the catalogue of tasks says.' },
  page: {
    text: '{page}: {details}',
    note: 'A line of a hover. "details" says what is known about a task on that page.',
  },
  pageWithCount: {
    text: '{page}: {details} ({count, plural, one {# time} other {# times}})',
    note: 'A line of a hover. "details" says what is known about a task on that page, and "count" how often it occurs.',
  },
  pageAndFile: {
    text: '{page} ({file})',
    note: 'The title of a page and the name of its file, because several pages have this title.',
  },
  morePages: { text: '{count, plural, other {and # more}}', note: 'The last line of a list of pages.' },
  inTable: { text: 'in a table', note: 'Where a page has a task. Appears after the name of the page and a colon.' },
  describedHere: {
    text: 'described here',
    note: 'The page describes the task. Appears after the name of the page and a colon.',
  },
  mentioned: {
    text: 'mentioned in text',
    note: 'Where a page has a task. Appears after the name of the page and a colon.',
  },
  mandatory: { text: '{letter} (mandatory)', note: '"letter" marks the task as mandatory in a table, such as M.' },
  optional: { text: '{letter} (optional)', note: '"letter" marks the task as optional in a table, such as O.' },
});

/** The format of a card: Markdown, or plain text for clients that don't support it. */
interface Writer {
  readonly format: Format;
  /** A text of a page. */
  text(value: string): string;
  bold(value: string): string;
  link(page: TaskPage): string;
}

/** The hover for a task. */
export function taskMarkup(session: Session, card: TaskCard): MarkupContent {
  const write = session.client.hoverMarkdown ? markdownWriter(session) : plainWriter(session);
  const { englishName, services, location } = card;
  const paragraphs = [
    titleOf(card, write),
    ...(englishName === undefined ? [] : [write.text(englishName)]),
    ...(services === undefined ? [] : [write.format(texts.services({ services: write.text(services) }))]),
    ...(location === undefined ? [] : [write.format(texts.location({ location: write.text(location) }))]),
    ...withFileNames(card.languages, write).map((language) => languageParagraph(language, write)),
  ];
  return {
    kind: session.client.hoverMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: paragraphs.join('\n\n'),
  };
}

/** Titles are often copied from page to page. */
function withFileNames(languages: readonly TaskLanguage[], { format }: Writer): TaskLanguage[] {
  const titles = languages.flatMap(({ pages }) => pages.map(({ title }) => title));
  const repeated = new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
  return languages.map((language) => ({
    ...language,
    pages: language.pages.map((page) => {
      const file = page.place.path.slice(page.place.path.lastIndexOf('/') + 1);
      return repeated.has(page.title) && page.title !== file
        ? { ...page, title: format(texts.pageAndFile({ page: page.title, file })) }
        : page;
    }),
  }));
}

function titleOf({ id, name = '', isRetired }: TaskCard, { bold, text, format }: Writer): string {
  const task = bold(format(texts.task({ id: text(id) }))) + (name === '' ? '' : ` ${text(name)}`);
  return isRetired ? format(texts.retired({ task })) : task;
}

function languageParagraph({ language, pages, more }: TaskLanguage, write: Writer): string {
  const lines = pages.map((page) => write.format(pageLine(page, write)));
  if (more > 0) lines.push(write.format(texts.morePages({ count: more })));
  return [write.bold(write.format(languageName(language))), '', ...lines.map((line) => `- ${line}`)].join('\n');
}

function pageLine(page: TaskPage, write: Writer): Message {
  const facts = page.row === undefined ? [] : rowFacts(page.row, write);
  const line = { page: write.link(page), details: facts.length === 0 ? WHERE[page.kind] : facts.join(' · ') };
  return page.count > 1 ? texts.pageWithCount({ ...line, count: page.count }) : texts.page(line);
}

const WHERE: Readonly<Record<TaskPlaceKind, Message>> = {
  table: texts.inTable,
  entry: texts.describedHere,
  mention: texts.mentioned,
};

function rowFacts({ letter, obligation, role, services }: TaskCardRow, { format, text }: Writer): string[] {
  const meaning = letter === undefined || obligation === undefined ? letter : format(texts[obligation]({ letter }));
  return [meaning, role, services].filter((fact): fact is string => fact !== undefined && fact.trim() !== '').map(text);
}

function markdownWriter(session: Session): Writer {
  return {
    format: session.format,
    text: escapedMarkdown,
    bold: (value) => `**${value}**`,
    link({ title, place }) {
      const { uri, range } = toLocation(session, place);
      return `[${escapedMarkdown(title)}](${linkable(uri)}#L${range.start.line + 1})`;
    },
  };
}

/** A URI from the client may contain characters that end a link. */
function linkable(uri: string): string {
  return uri.replace(/[\s()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function plainWriter({ format }: Session): Writer {
  return { format, text: plainLine, bold: (value) => value, link: ({ title }) => plainLine(title) };
}
