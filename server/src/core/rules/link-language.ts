import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { replaceWith } from '../lint/support/fixes.js';
import { followedLinks, pathIn, spelling, type FollowedLink } from '../lint/support/workspace-links.js';
import { nameOf, type FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';

export const linkLanguage = defineRule({
  meta: {
    id: 'link-language',
    category: 'link',
    description: 'A translation links to pages in its own language',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      english: {
        text: 'The link leads to the English page. In the language of this page, it\'s "{name}"',
        note: '{name}: the name of a file.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    if (summary.language === 'en' || !summary.isPlaybook) return;
    for (const link of followedLinks(summary, index)) {
      if (link.kind !== 'link' && link.kind !== 'definition') continue;
      if (link.lookup.kind !== 'found' && link.lookup.kind !== 'other-case') continue;
      const translated = translationOf(link.lookup.path, summary, index);
      if (translated === undefined) continue;
      report({
        messageId: 'english',
        data: { name: nameOf(translated) },
        span: pathIn(link.target, link.lookup.target).span,
        fixes: fixesFor(link, translated, summary.path, index),
      });
    }
  },
});

/**
 * The page in the language of `summary`, if `path` is its English counterpart. A link from a translation to its own
 * English page is intended.
 */
function translationOf(path: FilePath, summary: PageSummary, index: IndexReader): FilePath | undefined {
  if (!path.endsWith('.md') || index.page(path)?.language !== 'en') return undefined;
  const pages = index.translationsOf(path);
  const translated = pages.get(summary.language)?.path;
  const isOwn = [...pages.values()].some((page) => page.path === summary.path);
  return translated === undefined || isOwn || !index.isBuilt(translated) ? undefined : translated;
}

/** No fix if the link names a heading that the translation doesn't have: its headings have other names. */
function fixesFor({ target, lookup }: FollowedLink, translated: FilePath, page: FilePath, index: IndexReader): Fix[] {
  if (lookup.kind === 'here') return [];
  const { fragment } = lookup.target;
  const isKept =
    fragment === undefined ||
    index.anchorsShownOn(translated)?.some((anchors) => anchors.has(fragment.split(':~:', 1)[0] ?? '')) === true;
  const { value, span } = pathIn(target, lookup.target);
  const newText = isKept ? spelling(value, translated, { page, index, isYaml: false }) : undefined;
  return newText === undefined ? [] : [replaceWith(span, newText)];
}
