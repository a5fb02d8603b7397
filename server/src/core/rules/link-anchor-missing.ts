import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import type { Block } from '../model/blocks.js';
import type { Inlines } from '../model/inlines.js';
import type { Playbook } from '../model/playbook.js';
import { inlinesOf } from '../parse/row-inlines.js';
import { memoized } from '../text/memo.js';
import { slugOf, slugsOf } from '../text/slug.js';
import { shift, type Located } from '../text/span.js';
import { nearest } from '../text/spelling.js';

export const linkAnchorMissing = defineRule({
  meta: {
    id: 'link-anchor-missing',
    category: 'link',
    description: 'A link to a place on the same page names a heading that the page has',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      missing: 'No heading on this page has the anchor "{fragment}"',
      near: 'No heading on this page has the anchor "{fragment}". Did you mean "{meant}"?',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    const fragments = fragmentsIn(playbook);
    if (fragments.length === 0) return;
    const anchors = anchorsOf(playbook);
    const loose = new Set([...anchors].map(simplified));
    for (const { value, span } of fragments) {
      const wanted = decoded(value.slice(1));
      if (loose.has(simplified(wanted)) || GENERATED.test(wanted)) continue;
      const meant = meantBy(wanted, anchors);
      if (meant === undefined) report({ messageId: 'missing', data: { fragment: value }, span });
      else {
        const newText = `#${meant}`;
        report({
          messageId: 'near',
          data: { fragment: value, meant: newText },
          span,
          fixes: [{ title: `Replace with "${newText}"`, edits: [{ span, newText }], applicability: 'suggestion' }],
        });
      }
    }
  },
});

/** Fragments that docfx makes up itself: the start of the page, and tabs. */
const GENERATED = /^(?:top)?$|^tab\//;

/** Every target that is a fragment alone, with its span in the file. */
function fragmentsIn({ blocks }: Playbook): Located<string>[] {
  return blocks.flatMap(({ start, value }) => fragmentsOf(value).map((fragment) => ({ ...fragment, span: shift(fragment.span, start) })));
}

const fragmentsOf = memoized((block: Block): readonly Located<string>[] => {
  if (block.kind === 'text') return fragmentTargets(block.inlines);
  if (!block.source.includes('(#')) return [];
  const { rows, rowStarts } = block.table;
  return rows.flatMap((row, index) => {
    if (!row.source.includes('(#')) return [];
    return fragmentTargets(inlinesOf(row)).map((fragment) => ({ ...fragment, span: shift(fragment.span, rowStarts[index] ?? 0) }));
  });
});

function fragmentTargets({ links }: Inlines): Located<string>[] {
  return links.map(({ target }) => target).filter(({ value }) => value.startsWith('#'));
}

function anchorsOf({ headings, blocks }: Playbook): Set<string> {
  const anchors = new Set(slugsOf(headings.map(({ value }) => value.text)));
  for (const { value } of blocks) for (const name of namesIn(value)) anchors.add(name);
  return anchors;
}

const NAME = /<[a-z][^<>]*?\s(?:name|id)\s*=\s*["']?([^"'\s<>]+)|\{#([\w-]+)\s*[^}]*\}/gi;

/** The anchors that HTML in the block makes. */
const namesIn = memoized((block: Block): readonly string[] => {
  if (!/<[a-z][^<>]*=|\{#/i.test(block.source)) return [];
  return [...block.source.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? '');
});

/** What two anchors share that only differ in ways in which renderers do: case, and how many hyphens stand for punctuation. */
function simplified(anchor: string): string {
  return slugOf(anchor).replaceAll('_', '').replace(/-+/g, '-').replace(/^-|-$/g, '');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The anchor that was meant: the same words under another number, as after a renumbering, or a slip away. */
function meantBy(wanted: string, anchors: ReadonlySet<string>): string | undefined {
  const words = withoutNumber(wanted);
  const renumbered = words === '' ? [] : [...anchors].filter((anchor) => withoutNumber(anchor) === words);
  return renumbered.length === 1 ? renumbered[0] : nearest(wanted, anchors, 1)[0];
}

function withoutNumber(anchor: string): string {
  return simplified(anchor).replace(/^\d+-/, '');
}
