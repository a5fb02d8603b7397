import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { startOf } from '../lint/support/workspace-links.js';
import { firstLineOf } from '../model/playbook.js';
import { nameOf } from '../workspace-index/file-path.js';

const texts = defineMessages('toc-orphan', {
  nearest: { text: 'The nearest table of contents', note: 'A link to that file.' },
});

export const tocOrphan = defineRule({
  meta: {
    id: 'toc-orphan',
    category: 'structure',
    description: 'A page is listed in a table of contents',
    recommended: 'info',
    fixable: 'none',
    messages: {
      orphan: 'No table of contents lists this page: readers can reach it only through a link',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, report }) {
    const { path } = summary;
    if (IN_NO_TOC.test(nameOf(path)) || !index.isBuilt(path)) return;
    const toc = index.nearestToc(path);
    // A table of contents that couldn't be read may list the page.
    if (toc === undefined || index.isInToc(path) || index.isIncluded(path) || !index.isComplete) return;
    report({
      messageId: 'orphan',
      span: firstLineOf(playbook),
      related: [startOf(toc, texts.nearest)],
    });
  },
});

/** Index pages, tables of contents, templates, and the files of a repository that are for its authors. */
const IN_NO_TOC = /^(?:index|toc|readme|contributing|license|[\w.-]*template)(?:[-_.][\w.-]*)?\.(?:md|markdown)$/i;
