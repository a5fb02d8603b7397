import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import { LANGUAGE_NAMES, type Translation, type WordCard, type WordKind } from '../../core/index.js';
import { pageOf } from '../../workspace/index.js';
import { escapedMarkdown, plainLine } from './markdown.js';

const NAMES: Readonly<Record<WordKind, string>> = {
  role: 'role',
  service: 'service',
  phase: 'phase',
  motion: 'motion',
  letter: 'letter',
  label: 'label',
  column: 'column',
  section: 'section',
  key: 'front-matter key',
  rule: 'rule',
  comment: 'suppression comment',
  alert: 'alert',
};

/** The hover for a word. Text from the page and from the workspace's configuration is escaped. */
export function wordMarkup(card: WordCard, isMarkdown: boolean): MarkupContent {
  const text = isMarkdown ? escapedMarkdown : plainLine;
  const own = isMarkdown ? (words: string): string => words : (words: string): string => words.replaceAll('`', '');
  const { kind, word, written, purpose, notes, translations } = card;
  const title = isMarkdown ? `**${text(word)}** (${NAMES[kind]})` : `${text(word)} (${NAMES[kind]})`;
  const instead =
    written === undefined
      ? []
      : [
          written.isMisspelt
            ? `"${text(written.text)}" is a misspelling of "${text(word)}".`
            : `"${text(written.text)}" is accepted, but "${text(word)}" is recommended.`,
        ];
  const paragraphs = [title, ...(purpose === undefined ? [] : [own(purpose)]), ...notes.map(own), ...instead];
  if (translations.length > 0) paragraphs.push(translations.map((one) => `- ${translationLine(one, text)}`).join('\n'));
  if (kind === 'rule' && isMarkdown) paragraphs.push(`[About this rule](${pageOf(word)})`);
  return { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: paragraphs.join('\n\n') };
}

function translationLine({ language, word, others }: Translation, text: (value: string) => string): string {
  return `${LANGUAGE_NAMES[language]}: ${[word, ...others].map(text).join(', ')}`;
}
