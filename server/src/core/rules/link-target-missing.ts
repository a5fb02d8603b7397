import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { unlinkAt } from '../lint/support/unlink.js';
import {
  followedLinks,
  isPageOrFile,
  missingFiles,
  notPublished,
  pathIn,
  withSameName,
} from '../lint/support/workspace-links.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const linkTargetMissing = defineRule({
  meta: {
    id: 'link-target-missing',
    category: 'link',
    description: 'A link points to a file that exists and is published',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      missing: 'The file "{target}" doesn\'t exist',
      near: 'The file "{target}" doesn\'t exist. Did you mean "{meant}"?',
      moved: {
        text: 'The file "{target}" doesn\'t exist. There is "{other}", but docfx doesn\'t publish it',
        note: '{other}: the path of another file with the same name. docfx: the program that publishes the pages.',
      },
      notBuilt: { text: 'docfx doesn\'t publish "{target}"', note: 'docfx: the program that publishes the pages.' },
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
        report({ messageId: 'missing', data: { target }, span, fixes: [...fixes, ...unlinkAt(playbook, span)] });
      else
        report({
          messageId: 'moved',
          data: { target, other: unbuilt.way },
          span,
          related: [withSameName(unbuilt.path)],
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
        related: [notPublished(lookup.path)],
        fixes: unlinkAt(playbook, span),
      });
    }
  },
});

/** The missing images by line and path: an image that links to its own missing file is only one mistake. */
function missingImages(summary: PageSummary, index: IndexReader): ReadonlySet<string> {
  return new Set(
    followedLinks(summary, index).flatMap(({ kind, target, lookup }) =>
      kind === 'image' && lookup.kind === 'missing'
        ? [`${summary.lines.lineAt(target.span.start)} ${lookup.target.path}`]
        : [],
    ),
  );
}
