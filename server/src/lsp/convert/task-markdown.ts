import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import {
  LANGUAGE_NAMES,
  type TaskCard,
  type TaskLanguage,
  type TaskPage,
  type TaskPlaceKind,
  type TaskCardRow,
} from '../../core/index.js';
import { escapedMarkdown, plainLine } from './markdown.js';
import { toLocation } from './places.js';
import type { Session } from '../session/session.js';

/** The format of a card: Markdown, or plain text for clients that don't support it. */
interface Writer {
  /** A text of a page. */
  text(value: string): string;
  bold(value: string): string;
  link(page: TaskPage): string;
}

/** The hover for a task. */
export function taskMarkup(session: Session, card: TaskCard): MarkupContent {
  const write = session.client.hoverMarkdown ? markdownWriter(session) : PLAIN;
  const { id, name = '', englishName, services, location, isRetired } = card;
  const title =
    write.bold(`Task ${write.text(id)}`) +
    (name === '' ? '' : ` ${write.text(name)}`) +
    (isRetired ? ' (retired)' : '');
  const english = englishName === undefined ? [] : [write.text(englishName)];
  const facts = [
    services === undefined ? [] : `Services: ${write.text(services)}`,
    location === undefined ? [] : `Location: ${write.text(location)}`,
  ].flat();
  const paragraphs = [
    title,
    ...english,
    ...facts,
    ...card.languages.map((language) => languageParagraph(language, write)),
  ];
  return {
    kind: session.client.hoverMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
    value: paragraphs.join('\n\n'),
  };
}

function languageParagraph({ language, pages, more }: TaskLanguage, write: Writer): string {
  const lines = pages.map((page) => `- ${pageLine(page, write)}`);
  if (more > 0) lines.push(`- and ${more} more`);
  return [`${write.bold(LANGUAGE_NAMES[language])}`, '', ...lines].join('\n');
}

function pageLine(page: TaskPage, write: Writer): string {
  const facts = page.row === undefined ? [] : rowFacts(page.row).map(write.text);
  const details = facts.length === 0 ? WHERE[page.kind] : facts.join(' · ');
  return `${write.link(page)}: ${details}${page.count > 1 ? ` (${page.count} times)` : ''}`;
}

const WHERE: Readonly<Record<TaskPlaceKind, string>> = {
  table: 'in a table',
  entry: 'described here',
  mention: 'mentioned in text',
};

function rowFacts({ letter, obligation, role, services }: TaskCardRow): string[] {
  const meaning = letter === undefined || obligation === undefined ? letter : `${letter} (${obligation})`;
  return [meaning, role, services].filter((fact): fact is string => fact !== undefined && fact.trim() !== '');
}

function markdownWriter(session: Session): Writer {
  return {
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

const PLAIN: Writer = { text: plainLine, bold: (value) => value, link: ({ title }) => plainLine(title) };
