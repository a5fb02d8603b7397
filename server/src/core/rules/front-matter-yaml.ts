import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { mistakenLines, shown, unexplained, type LineMistake } from '../lint/support/yaml-lines.js';
import type { FrontMatter, YamlError } from '../model/front-matter.js';
import { sliceOf, type Span } from '../text/span.js';

export const frontMatterYaml = defineRule({
  meta: {
    id: 'front-matter-yaml',
    category: 'front-matter',
    description: 'Front matter is valid YAML: one `key: value` per line',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      colonInValue: 'The value of "{key}" contains ": " and must be in quotes: "{text}"',
      reservedStart:
        'The value of "{key}" starts with a character that has a special meaning in YAML and must be in quotes: "{text}"',
      openQuote: {
        text: 'The value of "{key}" starts with a quotation mark that is never closed: {text}',
        note: '{text}: the value, with that quotation mark.',
      },
      textAfterQuote: {
        text: 'The value of "{key}" continues after its closing quotation mark: {text}',
        note: '{text}: the value, with its quotation marks.',
      },
      noColon: '"{text}" isn\'t "key: value": the colon is missing',
      notAField: '"{text}" isn\'t "key: value"',
      colonPlace: '"{text}" isn\'t "key: value": put a colon and a space right after the key',
      noSpace: 'No space after the colon in "{text}"',
      tab: '"{text}" is indented with a tab, which YAML doesn\'t allow',
      indent: '"{text}" is indented, but must be at the start of the line',
      secondBlock: '"{text}" starts a second YAML block: the lines below aren\'t read',
      tooLong: 'Front matter is too long to be read',
      tooDeep: 'Front matter is nested too deeply to be read',
      notFields: 'Front matter must be a list of "key: value" lines',
      unknownAnchor: {
        text: 'YAML can\'t read "{text}": no value is marked {anchor}',
        note: '{text}: *name, a reference to the value that is marked &name. {anchor}: &name.',
      },
      other: {
        text: 'YAML can\'t read "{text}": {reason}',
        note: '{reason}: the message of the program that reads YAML, in English.',
      },
      otherHere: {
        text: "YAML can't read any further: {reason}",
        note: '{reason}: the message of the program that reads YAML, in English.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, page, report }) {
    const mistakes = mistakesIn(frontMatter, text, page);
    for (const mistake of mistakes) {
      // Another rule reports conflict markers.
      if (mistake.kind === 'conflict') continue;
      const { span, fix } = mistake;
      const quoted = shown(mistake.text);
      const fixes: Fix[] =
        fix === undefined ? [] : [{ title: fix.title, edits: [fix.edit], applicability: 'suggestion' }];
      if ('key' in mistake) report({ messageId: mistake.kind, data: { text: quoted, key: mistake.key }, span, fixes });
      else report({ messageId: mistake.kind, data: { text: quoted }, span, fixes });
    }
    // Without a closing fence, the rest may be text of the page, which needn't be YAML.
    if (!frontMatter.closed) return;
    for (const error of unexplained(relevantErrors(frontMatter.errors, text), mistakes, text)) {
      const span = withinLine(error.span, text);
      const quoted = shown(sliceOf(text, span).trim());
      const reason = error.message;
      if (error.code === 'TOO_LONG') report({ messageId: 'tooLong', span: frontMatter.opening.span });
      else if (error.code === 'TOO_DEEP') report({ messageId: 'tooDeep', span });
      else if (error.code === 'NOT_A_MAP') report({ messageId: 'notFields', span });
      else if (error.code === 'UNKNOWN_ANCHOR')
        report({ messageId: 'unknownAnchor', data: { text: quoted, anchor: quoted.replace('*', '&') }, span });
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

/** If there are no fields at all, all other errors are only consequences. */
function relevantErrors(errors: readonly YamlError[], text: string): YamlError[] {
  const [first] = errors;
  return first?.code === 'NOT_A_MAP' ? [first] : firstOfEachLine(errors, text);
}

/** A single mistake can cause several YAML errors. */
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
