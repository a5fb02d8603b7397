import { defineMessages } from '../../messages/index.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { languageAround } from '../comparison/folder-language.js';
import { firstLineOf } from '../model/playbook.js';
import { nameOf } from '../workspace-index/file-path.js';

const texts = defineMessages('page-untranslated', {
  page: {
    text: 'The {language} page',
    note: 'A link to a page. {language}: the name of its language, in English "German".',
  },
});

export const pageUntranslated = defineRule({
  meta: {
    id: 'page-untranslated',
    category: 'translation',
    description: "A page in a folder of translations isn't in English",
    recommended: 'info',
    fixable: 'none',
    messages: {
      untranslated: {
        text: 'This page is in English, but most pages in its folder are in {language}',
        note: '{language}: the name of a language.',
      },
      translated: {
        text: 'This page is in English, but most pages in its folder are in {language}. Its translation is "{name}"',
        note: '{language}: the name of a language. {name}: the name of a file.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, report }) {
    const wanted = languageAround(summary, index);
    if (wanted === undefined) return;
    const span = firstLineOf(playbook);
    const language = { language: wanted };
    const translation = index.translationsOf(summary.path).get(wanted);
    if (translation === undefined || !index.isBuilt(translation.path))
      report({ messageId: 'untranslated', data: { language }, span });
    else {
      const related = [{ path: translation.path, span: firstLineOf(translation), message: texts.page({ language }) }];
      report({ messageId: 'translated', data: { language, name: nameOf(translation.path) }, span, related });
    }
  },
});
