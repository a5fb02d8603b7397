import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { unlinkAt } from '../lint/support/unlink.js';
import { followedLinks, isPageOrFile, missingFiles, pathIn, startOf } from '../lint/support/workspace-links.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const linkTargetMissing = defineRule({
  meta: {
    id: 'link-target-missing',
    category: 'link',
    description: 'A link leads to a file that is there and that readers can get to',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'There is no file "{target}"',
      near: 'There is no file "{target}". Did you mean "{meant}"?',
      moved: 'There is no file "{target}". There is "{other}", but docfx makes no page of it',
      notBuilt: 'docfx makes no page of "{target}"',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ playbook, summary, index, report }) {
    const lineOf = ({ start }: { readonly start: number }): number => summary.lines.lineAt(start);
    const images = missingImages(summary, index);
    for (const { lookup, written, meant, fixes, unbuilt } of missingFiles(summary, index, ['link', 'definition'])) {
      const { span } = written;
      const target = written.value;
      if (images.has(`${lineOf(span)} ${lookup.target.path}`)) continue;
      if (meant !== undefined) report({ messageId: 'near', data: { target, meant }, span, fixes });
      else if (unbuilt === undefined)
        report({ messageId: 'missing', data: { target }, span, fixes: unlinkAt(playbook, span) });
      else
        report({
          messageId: 'moved',
          data: { target, other: unbuilt.way },
          span,
          related: [startOf(unbuilt.path, 'The page of that name')],
          fixes: unlinkAt(playbook, span),
        });
    }

    for (const { kind, target, lookup } of followedLinks(summary, index)) {
      if ((kind !== 'link' && kind !== 'definition') || lookup.kind !== 'found' || isPageOrFile(lookup.path, index))
        continue;
      const { value, span } = pathIn(target, lookup.target);
      report({
        messageId: 'notBuilt',
        data: { target: value },
        span,
        related: [startOf(lookup.path, 'The page that is left out')],
        fixes: unlinkAt(playbook, span),
      });
    }
  },
});

/** By line and path the images that are not there: the link around an image to its own file is the same mistake. */
function missingImages(summary: PageSummary, index: IndexReader): ReadonlySet<string> {
  return new Set(
    followedLinks(summary, index).flatMap(({ kind, target, lookup }) =>
      kind === 'image' && lookup.kind === 'missing'
        ? [`${summary.lines.lineAt(target.span.start)} ${lookup.target.path}`]
        : [],
    ),
  );
}
