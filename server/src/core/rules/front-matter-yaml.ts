import { defineRule, type Fix, type ReadingContext } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { mistakenLines, shown, unexplained, type LineMistake } from '../lint/support/yaml-lines.js';
import type { FrontMatter, YamlError } from '../model/front-matter.js';
import { sliceOf, type Span } from '../text/span.js';

export const frontMatterYaml = defineRule({
  meta: {
    id: 'front-matter-yaml',
    category: 'front-matter',
    description: 'Front matter can be read as YAML: one `key: value` per line',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      colonInValue: 'The value of "{key}" contains ": " and must stand in quotes: "{text}"',
      reservedStart:
        'The value of "{key}" starts with a character that has a meaning in YAML and must stand in quotes: "{text}"',
      openQuote: 'The value of "{key}" starts with a quote that is never closed: {text}',
      textAfterQuote: 'The value of "{key}" goes on after its closing quote: {text}',
      noColon: '"{text}" is not "key: value": the colon is missing',
      notAField: '"{text}" is not "key: value"',
      colonPlace: '"{text}" is not "key: value": a colon and a space belong right behind the key',
      noSpace: 'A space is missing behind the colon in "{text}"',
      tab: 'A tab indents "{text}", which YAML forbids',
      indent: 'Spaces indent "{text}", which belongs at the start of the line',
      secondBlock: '"{text}" starts a second YAML block; the lines below are not read',
      tooLong: 'Front matter is too long to be read',
      tooDeep: 'Front matter is nested too deeply to be read',
      notFields: 'Front matter must be a list of "key: value" lines',
      other: 'YAML cannot read "{text}": {reason}',
      otherHere: 'YAML cannot read on from here: {reason}',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    const mistakes = mistakesIn(frontMatter, text, page);
    for (const mistake of mistakes) {
      // A conflict marker has a rule of its own.
      if (mistake.kind === 'conflict') continue;
      const { span, mend } = mistake;
      const quoted = shown(mistake.text);
      const fixes: Fix[] =
        mend === undefined ? [] : [{ title: mend.title, edits: [mend.edit], applicability: 'suggestion' }];
      if ('key' in mistake) report({ messageId: mistake.kind, data: { text: quoted, key: mistake.key }, span, fixes });
      else report({ messageId: mistake.kind, data: { text: quoted }, span, fixes });
    }
    // Without a closing fence the rest may be text of the page, which is no YAML and need not be.
    if (!frontMatter.closed) return;
    for (const error of unexplained(worthSaying(frontMatter.errors, text), mistakes, text)) {
      const span = withinLine(error.span, text);
      const quoted = shown(sliceOf(text, span).trim());
      const reason = reasonOf(error);
      if (error.code === 'TOO_LONG') report({ messageId: 'tooLong', span: frontMatter.opening.span });
      else if (error.code === 'TOO_DEEP') report({ messageId: 'tooDeep', span });
      else if (error.code === 'NOT_A_MAP') report({ messageId: 'notFields', span });
      else if (quoted === '') report({ messageId: 'otherHere', data: { reason }, span });
      else report({ messageId: 'other', data: { text: quoted, reason }, span });
    }
  },
});

function mistakesIn(frontMatter: FrontMatter, text: string, page: ReadingContext): LineMistake[] {
  if (frontMatter.errors.some(({ code }) => code === 'TOO_LONG' || code === 'TOO_DEEP')) return [];
  const mistakes = mistakenLines(frontMatter, text, page.vocabulary.frontMatter);
  return frontMatter.closed ? mistakes : mistakes.filter(({ kind }) => kind !== 'notAField');
}

/** Where there is no field at all, every other error only follows from that. */
function worthSaying(errors: readonly YamlError[], text: string): YamlError[] {
  const [first] = errors;
  return first?.code === 'NOT_A_MAP' ? [first] : firstOfEachLine(errors, text);
}

/** One mistake makes YAML complain several times over. */
function firstOfEachLine(errors: readonly YamlError[], text: string): YamlError[] {
  let lineEnd = -1;
  return errors.filter(({ span }) => {
    if (span.start <= lineEnd) return false;
    const next = text.slice(span.start).search(/[\r\n]/);
    lineEnd = next === -1 ? text.length : span.start + next;
    return true;
  });
}

/** The part of `span` on its first line. */
function withinLine(span: Span, text: string): Span {
  const length = sliceOf(text, span).search(/[\r\n]/);
  return length === -1 ? span : { start: span.start, end: span.start + length };
}

/** What the parser says, made to follow a colon. */
function reasonOf({ message }: YamlError): string {
  const plain = message.replace(/[.\s]+$/, '').replace(/\s+/g, ' ');
  return `${plain[0]?.toLowerCase() ?? ''}${plain.slice(1)}`;
}
