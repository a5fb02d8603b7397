import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import type { Translation, WordCard } from '../../core/index.js';
import { defineMessages, listed, type Message } from '../../messages/index.js';
import type { Session } from '../session/session.js';
import { escapedMarkdown, plainLine } from './markdown.js';

const texts = defineMessages('word-markdown', {
  role: { text: '{word} (role)', note: 'The title of a hover. "word" is the name of a role in FastTrack.' },
  service: { text: '{word} (service)', note: 'The title of a hover. "word" is the name of a Microsoft service.' },
  phase: { text: '{word} (phase)', note: 'The title of a hover. "word" is a phase of the work with a customer.' },
  motion: {
    text: '{word} (motion)',
    note: 'The title of a hover. "word" is a motion: a kind of activity with a customer.',
  },
  letter: { text: '{word} (letter)', note: 'The title of a hover. "word" is one letter, such as M for mandatory.' },
  label: { text: '{word} (label)', note: 'The title of a hover. "word" is the name in front of a value on a page.' },
  column: { text: '{word} (column)', note: 'The title of a hover. "word" is the header of a table column.' },
  section: { text: '{word} (section)', note: 'The title of a hover. "word" is the heading of a section.' },
  key: { text: '{word} (front-matter key)', note: 'The title of a hover. "word" is a key of the YAML front matter.' },
  rule: { text: '{word} (rule)', note: 'The title of a hover. "word" is the ID of a rule that checks pages.' },
  comment: {
    text: '{word} (suppression comment)',
    note: 'The title of a hover. "word" is a comment that suppresses problems.',
  },
  alert: {
    text: '{word} (alert)',
    note: 'The title of a hover. "word" is the kind of a highlighted note in Markdown.',
  },
  reason: { text: 'Reason: {reason}', note: 'Why an author disabled a rule on a page, in the words of the author.' },
  misspelling: '"{written}" is a misspelling of "{word}".',
  accepted: '"{written}" is accepted, but "{word}" is recommended.',
  translation: { text: '{language}: {words}', note: '"words" is a list of the spellings in that language.' },
  aboutRule: { text: 'About this rule', note: 'A link to the documentation of a rule.' },
});

/** The hover for a word. Text from the page and from the workspace's configuration is escaped. */
export function wordMarkup(
  card: WordCard,
  { client, format, linkTo }: Pick<Session, 'client' | 'format' | 'linkTo'>,
): MarkupContent {
  const isMarkdown = client.hoverMarkdown;
  const text = isMarkdown ? escapedMarkdown : plainLine;
  const own = isMarkdown ? (words: string): string => words : (words: string): string => words.replaceAll('`', '');
  const { kind, word, written, purpose, reason, notes, translations } = card;
  const title = texts[kind]({ word: isMarkdown ? `**${text(word)}**` : text(word) });
  const paragraphs = [
    format(title),
    ...[...(purpose === undefined ? [] : [purpose]), ...notes].map((one) => own(format(one))),
  ];
  if (reason !== undefined) paragraphs.push(format(texts.reason({ reason: text(reason) })));
  if (written !== undefined) paragraphs.push(format(insteadOf(written, word, text)));
  if (translations.length > 0)
    paragraphs.push(translations.map((one) => `- ${format(translationLine(one, text))}`).join('\n'));
  const link = kind === 'rule' && isMarkdown ? linkTo(word) : undefined;
  if (link !== undefined) paragraphs.push(`[${format(texts.aboutRule)}](${link})`);
  return { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: paragraphs.join('\n\n') };
}

type Escape = (value: string) => string;

function insteadOf(written: NonNullable<WordCard['written']>, word: string, text: Escape): Message {
  const values = { written: text(written.text), word: text(word) };
  return written.isMisspelt ? texts.misspelling(values) : texts.accepted(values);
}

function translationLine({ language, word, others }: Translation, text: Escape): Message {
  return texts.translation({ language: { language }, words: listed([word, ...others].map(text)) });
}
