import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { hasFrontMatter, shownPage, textOf, wordsOf, type ShownPage, type ShownTable } from './shown-page.js';

const gfm = remark().use(remarkGfm);
const gfmWithFrontMatter = remark().use(remarkFrontmatter).use(remarkGfm);

/** A page as GitHub and the preview of VS Code show it. */
export function asGfm(text: string): ShownPage {
  const source = text.replace(/^\uFEFF/, '');
  return shownPage((hasFrontMatter(source) ? gfmWithFrontMatter : gfm).parse(source), wordsOf, tableOf);
}

function tableOf(node: Nodes): ShownTable | undefined {
  if (node.type !== 'table') return undefined;
  return {
    rows: node.children.map(({ children }) => children.map(textOf)),
    width: node.children[0]?.children.length ?? 0,
  };
}
