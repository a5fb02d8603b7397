import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { replaceWith } from '../lint/support/fixes.js';
import {
  describeMissing,
  isOnlyOtherCase,
  isPageOrFile,
  notPublished,
  pathIn,
  spelling,
  withSameName,
} from '../lint/support/workspace-links.js';
import { trimmed } from '../text/span.js';
import { withoutSlash, type FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import { withoutQuotes } from '../workspace-index/toc.js';

export const tocTargetMissing = defineRule({
  meta: {
    id: 'toc-target-missing',
    category: 'link',
    description: 'A table of contents lists files that exist and are published',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'The file "{target}" doesn\'t exist',
      near: 'The file "{target}" doesn\'t exist. Did you mean "{meant}"?',
      moved: 'The file "{target}" doesn\'t exist. There is "{other}", but docfx doesn\'t publish it',
      otherCase: 'The file name is "{name}", not "{target}"',
      otherForm: {
        text: 'The letters with accents in "{target}" are stored in another way than in the file name',
        note: '{target}: a path with a letter such as ü, which can be one character, or a u with a mark.',
      },
      notBuilt: 'docfx doesn\'t publish "{target}"',
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
      // In a value with YAML escapes, the offset of the path is unknown.
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
            related: [withSameName(unbuilt.path)],
          });
      } else if (lookup.kind === 'other-case') {
        const name = spelling(path.value, lookup.path, source);
        if (name === undefined) continue;
        const fixes = plain === undefined ? [] : [replaceWith(span, name)];
        if (isOnlyOtherCase(lookup)) report({ messageId: 'otherCase', data: { ...data, name }, span, fixes });
        else report({ messageId: 'otherForm', data, span, fixes });
      } else if (!isPageOrFile(lookup.path, index)) {
        report({ messageId: 'notBuilt', data, span, related: [notPublished(lookup.path)] });
      } else if (lookup.target.path.endsWith('/') && !hasContents(lookup.path, index)) {
        report({ messageId: 'noContents', data, span });
      }
    }
  },
});

/** Whether a link to the folder works: it leads to a page, or the folder has a table of contents. */
function hasContents(found: FilePath, index: IndexReader): boolean {
  return !found.endsWith('/') || index.tocIn(withoutSlash(found)) !== undefined;
}
