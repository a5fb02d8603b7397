import { packOf, type Language } from '../vocabulary/language.js';
import { asFilePath, folderOf, joined, nameOf, NO_FOLDER, type FilePath } from '../workspace-index/file-path.js';
import { folderNameLanguage, suffixLanguage, suffixOf } from '../workspace-index/language-marks.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';

export interface NewPageFile {
  readonly language: Language;
  readonly title: string;
  /** A neutral ID. */
  readonly phase?: string | undefined;
}

/**
 * The file in which a new page is probably wanted: in the folder of the pages in its language, with a name like theirs.
 * `beside`: the page that the author is working on.
 */
export function newPageFile(index: WorkspaceIndex, page: NewPageFile, beside: FilePath): FilePath {
  const like = [...index.pages.values()].filter(({ isPlaybook, language }) => isPlaybook && language === page.language);
  const folder = folderFor(like, folderOf(beside) ?? NO_FOLDER);
  const near = like.filter(({ path }) => folderOf(path) === folder);
  const stem = stemFor(page, near);
  const ending = endingOf(near.length > 0 ? near : like, page.language) ?? ownEnding(page.language, folder);
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}${ending}.md`;
    const path = joined(folder, name) ?? asFilePath(name);
    if (!index.pages.has(path)) return path;
  }
}

/** The folder of the author's page if it has pages in the language; else the one closest to it, with the most pages. */
function folderFor(like: readonly PageSummary[], own: FilePath): FilePath {
  const counts = new Map<FilePath, number>();
  for (const { path } of like) {
    const folder = folderOf(path) ?? NO_FOLDER;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  if (counts.has(own)) return own;
  const [best] = [...counts].sort(
    ([one, count], [other, otherCount]) => shared(other, own) - shared(one, own) || otherCount - count,
  );
  return best?.[0] ?? own;
}

/** The number of folders that two paths have in common. */
function shared(one: FilePath, other: FilePath): number {
  const parts = other.split('/');
  const difference = one.split('/').findIndex((part, index) => part !== parts[index]);
  return difference === -1 ? parts.length : difference;
}

/** In Latin letters, with the phase in front if other names have it. */
function stemFor({ title, phase }: NewPageFile, near: readonly PageSummary[]): string {
  const slug = slugOf(title);
  if (slug === '') return phase === undefined ? 'new-playbook' : `${phase}-playbook`;
  const hasPhases = phase !== undefined && near.some(({ path }) => nameOf(path).startsWith(`${phase}-`));
  return hasPhases && !slug.startsWith(`${phase}-`) ? `${phase}-${slug}` : slug;
}

const LONGEST_SLUG = 60;

function slugOf(title: string): string {
  const words = title
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // A number or an abbreviation in a title of other characters doesn't name the page.
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(title)) return '';
  while (words.length > 1 && words.join('-').length > LONGEST_SLUG) words.pop();
  return words.join('-').slice(0, LONGEST_SLUG);
}

/** What most names end in: `-de` or `.de`, or nothing. `undefined` without pages to learn from. */
function endingOf(pages: readonly PageSummary[], language: Language): string | undefined {
  const counts = new Map<string, number>();
  for (const { path } of pages) {
    const ending = suffixLanguage(path) === language ? suffixOf(path) : '';
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** English pages and pages in a folder of their language need no mark. */
function ownEnding(language: Language, folder: FilePath): string {
  const isMarked = language === 'en' || folderNameLanguage(joined(folder, 'a.md') ?? folder) === language;
  return isMarked ? '' : `-${packOf(language).paths.codes[0] ?? language}`;
}
