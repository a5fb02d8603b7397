import { defineMessages } from '../../messages/index.js';
import { isSentence } from '../dialect/sentences.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { lineEnd } from '../parse/lines.js';

const texts = defineMessages('comment-not-closed', {
  close: { text: 'Insert "-->" at the end of the line', note: 'Title of a fix. --> ends a comment in HTML.' },
});

export const commentNotClosed = defineRule({
  meta: {
    id: 'comment-not-closed',
    category: 'text',
    description: 'Every comment ends with `-->`',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      open: {
        text: '"<!--" is never closed: readers don\'t see the text below it',
        note: '<!-- starts a comment in HTML.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block: { source, inlines }, report }) {
    for (const { start, end } of inlines.opaque) {
      if (!source.startsWith(OPENING, start) || source.slice(start, end).includes('-->')) continue;
      const span = { start, end: start + OPENING.length };
      report({ messageId: 'open', span, fixes: fixesFor(source, start) });
    }
  },
});

const OPENING = '<!--';

/** A sentence was probably meant to be shown; anything else, such as a note to oneself, is the comment. */
function fixesFor(source: string, start: number): Fix[] {
  const line = source.slice(start, lineEnd(source, start)).trimEnd();
  const content = line.slice(OPENING.length);
  const [opening = OPENING] = /^<!--[ \t]*/.exec(line) ?? [];
  const deletion = suggestion(titles.delete({ text: OPENING }), {
    span: { start, end: start + opening.length },
    newText: '',
  });
  if (content.trim() === '') return [deletion];
  const end = start + line.length;
  const closure = suggestion(texts.close, { span: { start: end, end }, newText: ' -->' });
  return isSentence(content) ? [deletion, closure] : [closure, deletion];
}
