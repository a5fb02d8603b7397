import { defineMessages } from '../../messages/index.js';
import { anchorNamesIn } from '../parse/anchor-names.js';
import { replaceWith, replaceWithNearest, suggestion } from '../lint/support/fixes.js';
import { asTarget, linksWithTarget, mayHoldLinks } from '../dialect/links.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { textOfLinkAt, unlinkAt } from '../lint/support/unlink.js';
import { followedLinks, type FollowedLink } from '../lint/support/workspace-links.js';
import type { Block } from '../model/blocks.js';
import { blockFacts } from '../model/block-facts.js';
import type { Heading } from '../model/headings.js';
import type { Inlines } from '../model/inlines.js';
import type { Playbook } from '../model/playbook.js';
import { inlinesOf } from '../parse/row-inlines.js';
import { AnchorSet } from '../text/anchor-set.js';
import type { Fact } from '../text/item-facts.js';
import { memoized } from '../text/memo.js';
import { slugOf, slugsOf } from '../text/slug.js';
import { shift, type Located, type Span } from '../text/span.js';
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
      const meant = meantBy(anchors, fragment) ?? anchorNamedAs(textOfLinkAt(playbook, span), anchors);
      if (meant === undefined)
        report({ messageId: 'missing', data: { fragment }, span, fixes: unlinkAt(playbook, span) });
      else
        report({
          messageId: 'near',
          data: { fragment, meant: meant.fragment },
          span,
          fixes: meant.isTypo ? fixesFor(meant, span) : [...fixesFor(meant, span), ...unlinkAt(playbook, span)],
        });
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
          data: { ...data, meant: meant.fragment },
          span,
          fixes: fixesFor(meant, span),
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
function hasIncludes(playbook: Playbook): boolean {
  return includingBlocks(playbook).length > 0;
}

const includingBlocks = blockFacts((block) => (block.kind === 'text' && block.includes.length > 0 ? block : undefined));

/** Whether `fragment`, which starts with `#`, exists. What follows `:~:` is for the browser, which looks for a text. */
function hasAnchor(anchors: readonly AnchorSet[], fragment: string): boolean {
  const [name = '', directive] = fragment.slice(1).split(':~:', 2);
  return (name === '' && directive !== undefined) || anchors.some((set) => set.has(name));
}

/** A search compares all anchors of a page: with this many wrong links, suggestions would take too long. */
const MAX_SEARCHES = 100;

/** The fragment that was probably meant. */
interface Meant {
  readonly fragment: string;
  /** A typo; otherwise, only the words are alike. */
  readonly isTypo: boolean;
}

/** Finds the fragment that was probably meant, for the first links of a check. */
function searchAnchors(): (anchors: readonly AnchorSet[], fragment: string) => Meant | undefined {
  let searches = 0;
  return (anchors, fragment) => {
    if (++searches > MAX_SEARCHES) return undefined;
    const near = firstOf(anchors, (set) => set.meantBy(fragment.slice(1)));
    const found = near ?? firstOf(anchors, (set) => set.alike(fragment.slice(1)));
    return found === undefined ? undefined : { fragment: `#${asTarget(found)}`, isTypo: near !== undefined };
  };
}

function firstOf(anchors: readonly AnchorSet[], find: (set: AnchorSet) => string | undefined): string | undefined {
  return anchors.map(find).find((anchor) => anchor !== undefined);
}

function fixesFor({ fragment, isTypo }: Meant, span: Span): Fix[] {
  return isTypo ? replaceWithNearest(span, [fragment]) : [replaceWith(span, fragment)];
}

/** The anchor of the heading that has the same words as the link to it. */
function anchorNamedAs(text: string, anchors: readonly AnchorSet[]): Meant | undefined {
  const slug = slugOf(text);
  const isKnown = slug !== '' && anchors.some((set) => set.has(slug));
  return isKnown ? { fragment: `#${asTarget(slug)}`, isTypo: false } : undefined;
}

/** Every target that consists of a fragment only, with its span in the file. */
function fragmentsIn(playbook: Playbook): Located<string>[] {
  return fragmentsOfBlocks(playbook).flatMap(({ index, value }) =>
    value.map((fragment) => ({ ...fragment, span: shift(fragment.span, playbook.blocks[index]?.start ?? 0) })),
  );
}

const fragmentsOfBlocks = blockFacts((block) => {
  const fragments = fragmentsOf(block);
  return fragments.length === 0 ? undefined : fragments;
});

function fragmentsOf(block: Block): readonly Located<string>[] {
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
}

function mayHoldFragments(source: string): boolean {
  return source.includes('#') && mayHoldLinks(source);
}

function fragmentTargets(inlines: Inlines): Located<string>[] {
  return linksWithTarget(inlines).flatMap(({ target }) => (target.value.startsWith('#') ? [target] : []));
}

/** A keystroke rarely changes a heading or a name, so it seldom makes the set again. */
function anchorsOf(playbook: Playbook): AnchorSet {
  return anchorsNamed(headingsOfBlocks(playbook))(namesOfBlocks(playbook));
}

const anchorsNamed = memoized((headings: readonly Fact<readonly Heading[]>[]) =>
  memoized(
    (names: readonly Fact<readonly string[]>[]) =>
      new AnchorSet([
        ...slugsOf(headings.flatMap(({ value }) => value.map(({ text }) => text))),
        ...names.flatMap(({ value }) => value),
      ]),
  ),
);

const headingsOfBlocks = blockFacts((block) =>
  block.kind === 'text' && block.headings.length > 0 ? block.headings : undefined,
);

const namesOfBlocks = blockFacts((block) => {
  const names = anchorNamesIn(block);
  return names.length > 0 ? names : undefined;
});

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
