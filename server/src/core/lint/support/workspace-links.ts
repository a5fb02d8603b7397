import { memoized } from '../../text/memo.js';
import { shift, type Located, type Span } from '../../text/span.js';
import { folderOf, nameOf, relativePath, type FilePath } from '../../workspace-index/file-path.js';
import type { IndexReader, LinkLookup } from '../../workspace-index/index-reader.js';
import { respelled } from '../../workspace-index/link-spelling.js';
import type { PathTarget } from '../../workspace-index/link-target.js';
import type { LinkFact, PageSummary } from '../../workspace-index/page-summary.js';
import type { Fix, Related } from '../rule.js';
import { replaceWithNearest } from './fixes.js';

/** A target as written on a page or in a table of contents, and where it leads. */
export interface FollowedLink {
  readonly kind: LinkFact['kind'];
  /** The span counts from the start of the file. */
  readonly target: Located<string>;
  readonly lookup: Exclude<LinkLookup, { readonly kind: 'elsewhere' }>;
}

/** The links of the page that stay in the workspace. None for a page that docfx leaves out: nobody follows them. */
export function followedLinks(summary: PageSummary, index: IndexReader): readonly FollowedLink[] {
  const known = linksKnownTo(index);
  let links = known.get(summary);
  if (links === undefined) known.set(summary, (links = index.isBuilt(summary.path) ? follow(summary, index) : []));
  return links;
}

/** A reader lives for one check of a page: its rules share what was found. */
const linksKnownTo = memoized((_: IndexReader) => new WeakMap<PageSummary, readonly FollowedLink[]>());

function follow({ path, text, links }: PageSummary, index: IndexReader): readonly FollowedLink[] {
  const lookups = new Map<string, LinkLookup>();
  const followed: FollowedLink[] = [];
  for (const { start, value } of links) {
    const { value: written, span } = value.target;
    let lookup = lookups.get(written);
    if (lookup === undefined) lookups.set(written, (lookup = index.follow(path, written)));
    if (lookup.kind === 'elsewhere') continue;
    const target = { value: written, span: shift(span, start) };
    followed.push({
      kind: value.kind === 'link' && isInclude(text, target.span.start) ? 'include' : value.kind,
      target,
      lookup,
    });
  }
  return followed;
}

/** In a table, and with its text on two lines, an include looks like a link in brackets. */
function isInclude(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  return before.includes('[!') && /\[!INCLUDE\s*\[[^[\]]*\]\(\s*<?$/i.test(before);
}

/** A file that is not where the link looks for it. */
export interface MissingFile {
  readonly lookup: Extract<LinkLookup, { readonly kind: 'missing' }>;
  /** The path as written, without query and fragment. */
  readonly written: Located<string>;
  /** How one would write the file that was meant; `undefined` when no file is near. */
  readonly meant: string | undefined;
  /** One for each file that may have been meant. */
  readonly fixes: readonly Fix[];
  /** A file of that name that docfx makes no page of, and the way to it, when there is no other. */
  readonly unbuilt: { readonly path: FilePath; readonly way: string } | undefined;
}

/** The links of one of `kinds` whose file is not there. */
export function missingFiles(
  summary: PageSummary,
  index: IndexReader,
  kinds: readonly LinkFact['kind'][],
): MissingFile[] {
  const describe = describeMissing({ page: summary.path, index, isYaml: false });
  return followedLinks(summary, index).flatMap(({ kind, target, lookup }) =>
    lookup.kind === 'missing' && kinds.includes(kind) ? [describe(target, lookup, kind)] : [],
  );
}

/** Where a link is written. */
export interface LinkSource {
  readonly page: FilePath;
  readonly index: IndexReader;
  /** In YAML more characters mean something than in Markdown. */
  readonly isYaml: boolean;
}

/** So many files are looked for by similar names. Where more links are wrong, the page itself is in the wrong place. */
const MOST_SEARCHES = 100;
/** How many files an author gets to choose from. */
const MOST_FIXES = 3;

/** For one check: says of a link to a file that is not there what was meant. */
export function describeMissing(
  source: LinkSource,
): (target: Located<string>, lookup: MissingFile['lookup'], kind: LinkFact['kind']) => MissingFile {
  const { page, index } = source;
  const searched = new Set<FilePath>();
  return (target, lookup, kind) => {
    const written = pathIn(target, lookup.target);
    const { path } = lookup.target;
    searched.add(path);
    const near = searched.size <= MOST_SEARCHES ? index.filesMeantBy(path, page) : [];
    const wanted = near.filter((file) => kind === 'include' || isPageOrFile(file, index)).slice(0, MOST_FIXES);
    const spellings = wanted.flatMap((file) => spelling(written.value, file, source) ?? []);
    const unbuilt = spellings.length > 0 ? undefined : near.find((file) => nameOf(file) === nameOf(path));
    return {
      lookup,
      written,
      meant: spellings[0],
      fixes: replaceWithNearest(written.span, spellings),
      unbuilt:
        unbuilt === undefined ? undefined : { path: unbuilt, way: relativePath(folderOf(page) ?? page, unbuilt) },
    };
  };
}

/** The path of a target, without query and fragment. */
export function pathIn({ value, span }: Located<string>, { length }: PathTarget): Located<string> {
  return { value: value.slice(0, length), span: { start: span.start, end: span.start + length } };
}

/** Whether readers can get to the file: docfx makes no page of an archived one or an include. */
export function isPageOrFile(path: FilePath, index: IndexReader): boolean {
  return !/\.md$/i.test(path) || index.isBuilt(path);
}

/** How one writes the way to `file` in the manner of `written`; as the `.html` that is built of it, when the author does so. */
export function spelling(written: string, file: FilePath, { page, index, isYaml }: LinkSource): string | undefined {
  const [html = ''] = /\.html?$/i.exec(written) ?? [];
  const target = html === '' ? file : file.replace(/\.md$/i, html);
  return respelled(written, target, { on: page, root: index.rootOf(page), isYaml });
}

/** The start of another file, to jump to. */
export function startOf(path: FilePath, message: string): Related {
  return { path, span: START, message };
}

const START: Span = { start: 0, end: 0 };
