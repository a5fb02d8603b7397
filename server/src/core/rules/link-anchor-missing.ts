import { defineMessages } from '../../messages/index.js';
import { anchorNamesIn } from '../parse/anchor-names.js';
import { replaceWithNearest, suggestion } from '../lint/support/fixes.js';
import { asTarget, linksWithTarget, mayHoldLinks } from '../dialect/links.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { unlinkAt } from '../lint/support/unlink.js';
import { followedLinks, type FollowedLink } from '../lint/support/workspace-links.js';
import type { Block } from '../model/blocks.js';
import type { Inlines } from '../model/inlines.js';
import type { Playbook } from '../model/playbook.js';
import { inlinesOf } from '../parse/row-inlines.js';
import { AnchorSet } from '../text/anchor-set.js';
import { memoized } from '../text/memo.js';
import { slugsOf } from '../text/slug.js';
import { shift, type Located } from '../text/span.js';
import { nameOf, type FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';

const texts = defineMessages('link-anchor-missing', {
  linkToTop: {
    text: 'Delete "{fragment}" and link to the top of the page',
    note: 'Title of a fix. {fragment}: the end of a link target: #next-steps.',
  },
});

export const linkAnchorMissing = defineRule({
  meta: {
    id: 'link-anchor-missing',
    category: 'link',
    description: 'The anchor in a link exists on the target page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      missing: {
        text: 'No heading on this page has the anchor "{fragment}"',
        note: '{fragment}: the end of a link target: #next-steps.',
      },
      near: {
        text: 'No heading on this page has the anchor "{fragment}". Did you mean "{meant}"?',
        note: '{fragment}: the end of a link target: #next-steps.',
      },
      missingThere: {
        text: 'No heading on "{name}" has the anchor "{fragment}"',
        note: '{fragment}: the end of a link target: #next-steps. {name}: the name of a file.',
      },
      nearThere: {
        text: 'No heading on "{name}" has the anchor "{fragment}". Did you mean "{meant}"?',
        note: '{fragment}: the end of a link target: #next-steps. {name}: the name of a file.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    if (hasIncludes(playbook)) return;
    const fragments = fragmentsIn(playbook);
    if (fragments.length === 0) return;
    const anchors = [anchorsOf(playbook)];
    const meantBy = searchAnchors();
    for (const { value: fragment, span } of fragments) {
      if (hasAnchor(anchors, fragment)) continue;
      const meant = meantBy(anchors, fragment);
      if (meant === undefined)
        report({ messageId: 'missing', data: { fragment }, span, fixes: unlinkAt(playbook, span) });
      else report({ messageId: 'near', data: { fragment, meant }, span, fixes: replaceWithNearest(span, [meant]) });
    }
  },

  /**
   * Links to other pages, and links within a page that includes other files, since only the index knows their anchors.
   */
  workspace({ playbook, summary, index, report }) {
    const isWhole = !hasIncludes(playbook);
    const anchorsOn = cachedAnchors(index);
    const meantBy = searchAnchors();
    for (const link of followedLinks(summary, index)) {
      const fragment = fragmentOf(link);
      const isHere = link.lookup.kind === 'here';
      const path = link.lookup.kind === 'found' || link.lookup.kind === 'other-case' ? link.lookup.path : summary.path;
      const anchors = fragment === undefined || (isHere && isWhole) ? undefined : anchorsOn(path);
      if (fragment === undefined || anchors === undefined || hasAnchor(anchors, fragment.value)) continue;
      const { value, span } = fragment;
      const meant = meantBy(anchors, value);
      const data = { fragment: value, name: nameOf(path) };
      if (meant !== undefined)
        report({
          messageId: isHere ? 'near' : 'nearThere',
          data: { ...data, meant },
          span,
          fixes: replaceWithNearest(span, [meant]),
        });
      else if (isHere) report({ messageId: 'missing', data, span, fixes: unlinkAt(playbook, span) });
      else
        report({
          messageId: 'missingThere',
          data,
          span,
          fixes: [suggestion(texts.linkToTop({ fragment: value }), { span, newText: '' })],
        });
    }
  },
});

/** Whether the page includes headings from other files, which only the index knows. */
function hasIncludes({ blocks }: Playbook): boolean {
  return blocks.some(({ value }) => value.kind === 'text' && value.includes.length > 0);
}

/** Whether `fragment`, which starts with `#`, exists. What follows `:~:` is for the browser, which looks for a text. */
function hasAnchor(anchors: readonly AnchorSet[], fragment: string): boolean {
  const [name = '', directive] = fragment.slice(1).split(':~:', 2);
  return (name === '' && directive !== undefined) || anchors.some((set) => set.has(name));
}

/** A search compares all anchors of a page: with this many wrong links, suggestions would take too long. */
const MAX_SEARCHES = 100;

/** Finds the fragment that was probably meant, for the first links of a check. */
function searchAnchors(): (anchors: readonly AnchorSet[], fragment: string) => string | undefined {
  let searches = 0;
  return (anchors, fragment) => {
    if (++searches > MAX_SEARCHES) return undefined;
    const meant = anchors.map((set) => set.meantBy(fragment.slice(1))).find((anchor) => anchor !== undefined);
    return meant === undefined ? undefined : `#${asTarget(meant)}`;
  };
}

/** Every target that consists of a fragment only, with its span in the file. */
function fragmentsIn({ blocks }: Playbook): Located<string>[] {
  return blocks.flatMap(({ start, value }) =>
    fragmentsOf(value).map((fragment) => ({ ...fragment, span: shift(fragment.span, start) })),
  );
}

const fragmentsOf = memoized((block: Block): readonly Located<string>[] => {
  if (block.kind === 'text') return fragmentTargets(block.inlines);
  if (!mayHoldFragments(block.source)) return [];
  const { rows, rowStarts } = block.table;
  return rows.flatMap((row, index) => {
    if (!mayHoldFragments(row.source)) return [];
    return fragmentTargets(inlinesOf(row)).map((fragment) => ({
      ...fragment,
      span: shift(fragment.span, rowStarts[index] ?? 0),
    }));
  });
});

function mayHoldFragments(source: string): boolean {
  return source.includes('#') && mayHoldLinks(source);
}

function fragmentTargets(inlines: Inlines): Located<string>[] {
  return linksWithTarget(inlines).flatMap(({ target }) => (target.value.startsWith('#') ? [target] : []));
}

function anchorsOf({ headings, blocks }: Playbook): AnchorSet {
  return new AnchorSet([
    ...slugsOf(headings.map(({ value }) => value.text)),
    ...blocks.flatMap(({ value }) => anchorNamesIn(value)),
  ]);
}

/** The fragment of the target, with its `#`. */
function fragmentOf({ kind, target: { value, span }, lookup }: FollowedLink): Located<string> | undefined {
  const at = value.indexOf('#');
  if (at === -1 || kind === 'image' || kind === 'include' || lookup.kind === 'missing') return undefined;
  return { value: value.slice(at), span: { start: span.start + at, end: span.end } };
}

/** Caches the anchors by page, since many links may lead to the same page. */
function cachedAnchors(index: IndexReader): (path: FilePath) => readonly AnchorSet[] | undefined {
  const known = new Map<FilePath, readonly AnchorSet[] | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, index.anchorsShownOn(path));
    return known.get(path);
  };
}
