import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { frontMatterLineEnd } from '../dialect/front-matter.js';
import type { FrontMatter } from '../model/front-matter.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('front-matter-fence', {
  moveDown: {
    text: 'Move "{words}" to a separate line',
    note: 'Title of a fix. {words}: what follows --- on the line that opens the front matter.',
  },
  remove: {
    text: 'Remove "{words}"',
    note: 'Title of a fix. {words}: what follows --- on the line that opens the front matter.',
  },
});

export const frontMatterFence = defineRule({
  meta: {
    id: 'front-matter-fence',
    category: 'front-matter',
    description: 'The line that opens the front matter is `---` and nothing else',
    recommended: 'error',
    fixable: 'both',
    messages: {
      language: {
        text: '"{text}" after the fence selects another language, but front matter is always YAML: nothing else is read or run',
        note: '{text}: what follows --- on the line that opens the front matter, the fence.',
      },
      yaml: {
        text: '"{text}" after the fence hides the front matter from docfx: front matter is always YAML',
        note: '{text}: what follows --- on the line that opens the front matter, the fence. docfx: the program that publishes the pages.',
      },
      field: {
        text: '"{text}" must be on a separate line below the fence',
        note: '{text}: what follows --- on the line that opens the front matter, the fence.',
      },
      words: {
        text: '"{text}" after the fence hides the front matter from docfx',
        note: '{text}: what follows --- on the line that opens the front matter, the fence. docfx: the program that publishes the pages.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  frontMatter({ frontMatter, text, report }) {
    const { value, span } = frontMatter.opening;
    if (value === '---') return;
    const words = value.slice(3).trim();
    const after = { start: span.start + 3, end: span.end };
    report({
      messageId: /^ya?ml$/i.test(words)
        ? 'yaml'
        : FIELD.test(words)
          ? 'field'
          : LANGUAGE.test(words)
            ? 'language'
            : 'words',
      data: { text: words },
      span: { start: span.end - words.length, end: span.end },
      fixes: [FIELD.test(words) ? moveDown(frontMatter, text, words) : remove(after, words, frontMatter)],
    });
  },
});

const FIELD = /^[\w.-]+[ \t]*:(?:[ \t]|$)/;
/** A single word, which gray-matter, the parser in many tools, takes for the name of an engine. */
const LANGUAGE = /^[\w.+-]+$/;

function moveDown(frontMatter: FrontMatter, text: string, words: string): Fix {
  const { span } = frontMatter.opening;
  return {
    title: texts.moveDown({ words }),
    edits: [
      { span: { start: span.start + 3, end: span.end }, newText: `${frontMatterLineEnd(frontMatter, text)}${words}` },
    ],
    applicability: 'suggestion',
  };
}

/** `yaml` is redundant; other words may matter. A block that isn't closed or isn't YAML may be text of the page. */
function remove(span: Span, words: string, { closed, errors }: FrontMatter): Fix {
  const isSafe = closed && errors.length === 0 && /^ya?ml$/i.test(words);
  return {
    title: texts.remove({ words }),
    edits: [{ span, newText: '' }],
    applicability: isSafe ? 'safe' : 'suggestion',
  };
}
