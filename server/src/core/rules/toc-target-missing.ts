import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { replaceWith } from '../lint/support/fixes.js';
import { describeMissing, isPageOrFile, pathIn, spelling, startOf } from '../lint/support/workspace-links.js';
import { trimmed } from '../text/span.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import { withoutQuotes } from '../workspace-index/toc.js';

export const tocTargetMissing = defineRule({
  meta: {
    id: 'toc-target-missing',
    category: 'link',
    description: 'A table of contents names files that are there and that readers can get to',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'There is no file "{target}"',
      near: 'There is no file "{target}". Did you mean "{meant}"?',
      moved: 'There is no file "{target}". There is "{other}", but docfx makes no page of it',
      otherCase: 'The file is called "{name}", not "{target}"',
      notBuilt: 'docfx makes no page of "{target}"',
      noContents: 'The folder "{target}" has neither a table of contents nor an index page',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  toc({ toc, index, report }) {
    if (!index.isBuilt(toc.path)) return;
    const source = { page: toc.path, index, isYaml: true };
    const describe = describeMissing(source);
    for (const target of toc.targets) {
      const lookup = index.follow(toc.path, target.value);
      if (lookup.kind === 'elsewhere' || lookup.kind === 'here') continue;
      const plain = withoutQuotes(toc.text, target);
      const path = pathIn(plain ?? target, lookup.target);
      // What YAML spells otherwise than it is can not be pointed into.
      const span = plain === undefined ? trimmed(toc.text, target.span) : path.span;
      const data = { target: path.value };

      if (lookup.kind === 'missing') {
        const { meant, fixes, unbuilt } = describe(plain ?? target, lookup, 'link');
        if (meant !== undefined)
          report({ messageId: 'near', data: { ...data, meant }, span, fixes: plain === undefined ? [] : fixes });
        else if (unbuilt === undefined) report({ messageId: 'missing', data, span });
        else
          report({
            messageId: 'moved',
            data: { ...data, other: unbuilt.way },
            span,
            related: [startOf(unbuilt.path, 'The page of that name')],
          });
      } else if (lookup.kind === 'other-case') {
        const name = spelling(path.value, lookup.path, source);
        if (name !== undefined)
          report({
            messageId: 'otherCase',
            data: { ...data, name },
            span,
            fixes: plain === undefined ? [] : [replaceWith(span, name)],
          });
      } else if (!isPageOrFile(lookup.path, index)) {
        report({ messageId: 'notBuilt', data, span, related: [startOf(lookup.path, 'The page that is left out')] });
      } else if (lookup.target.path.endsWith('/') && !hasContents(lookup.path, index)) {
        report({ messageId: 'noContents', data, span });
      }
    }
  },
});

/** What a folder is found by: a page right away, or a table of contents in it. */
function hasContents(found: FilePath, index: IndexReader): boolean {
  return !found.endsWith('/') || index.tocIn(found.replace(/\/$/, '')) !== undefined;
}
