import { defineMessages, type Message } from '../../../messages/index.js';
import { editDistance } from '../../text/edit-distance.js';
import { memoized } from '../../text/memo.js';
import { shift, type Located, type Span } from '../../text/span.js';
import { asFilePath, folderOf, nameOf, relativePath, type FilePath } from '../../workspace-index/file-path.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { LinkLookup } from '../../workspace-index/link-lookup.js';
import { respelled } from '../../workspace-index/link-spelling.js';
import { leadsElsewhere, type PathTarget } from '../../workspace-index/link-target.js';
import type { LinkFact, PageSummary } from '../../workspace-index/page-summary.js';
import type { Fix, Related } from '../rule.js';
import { replaceWith, replaceWithNearest } from './fixes.js';

const texts = defineMessages('workspace-links', {
  sameName: {
    text: 'The page with that name',
    note: 'About another file, which has the name that a broken link contains.',
  },
  notPublished: { text: "The page that isn't published", note: 'About the target of a link.' },
});

/** A target as written on a page or in a table of contents, and the file that it leads to. */
export interface FollowedLink {
  readonly kind: LinkFact['kind'];
  /** The span is relative to the file. */
  readonly target: Located<string>;
  readonly lookup: Exclude<LinkLookup, { readonly kind: 'elsewhere' }>;
}

/**
 * The links of the page within the workspace. Empty for a page that docfx excludes, since readers can't follow them.
 */
export function followedLinks(summary: PageSummary, index: IndexReader): readonly FollowedLink[] {
  const known = linksKnownTo(index);
  let links = known.get(summary);
  if (links === undefined) known.set(summary, (links = index.isBuilt(summary.path) ? follow(summary, index) : []));
  return links;
}

/** A reader is used for one check of a page, so its rules share the result. */
const linksKnownTo = memoized((_: IndexReader) => new WeakMap<PageSummary, readonly FollowedLink[]>());

function follow({ path, text, links }: PageSummary, index: IndexReader): readonly FollowedLink[] {
  const lookups = new Map<string, LinkLookup>();
  const followed: FollowedLink[] = [];
  for (const { start, value } of links) {
    // Most links. A row or block that stays has the same facts.
    if (isElsewhere(value)) continue;
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

const isElsewhere = memoized(({ target }: LinkFact) => leadsElsewhere(target.value));

/** In a table, or with its text on two lines, an include looks like a link in brackets. */
function isInclude(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  return before.includes('[!') && /\[!INCLUDE\s*\[[^[\]]*\]\(\s*<?$/i.test(before);
}

/** A link target that doesn't exist. */
export interface MissingFile {
  readonly lookup: Extract<LinkLookup, { readonly kind: 'missing' }>;
  /** The path as written, without query and fragment. */
  readonly written: Located<string>;
  /**
   * The path of the file that was probably meant, in the style of the author; `undefined` if no file in the edition of the
   * page is similar.
   */
  readonly meant: string | undefined;
  /** One for each file that may have been meant. */
  readonly fixes: readonly Fix[];
  /** A file with that name that docfx doesn't publish, and the path to it, if there is no other file. */
  readonly unbuilt: { readonly path: FilePath; readonly way: string } | undefined;
}

/** The links of one of `kinds` whose file doesn't exist. */
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
  /** YAML has more special characters than Markdown. */
  readonly isYaml: boolean;
}

/** The maximum number of searches for similar names. If more links are wrong, the page itself is in the wrong place. */
const MOST_SEARCHES = 100;
/** The maximum number of files to choose from. */
const MOST_FIXES = 3;

/** For one check: finds what was meant by a link to a missing file. */
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
    const reachable = near.filter((file) => kind === 'include' || isPageOrFile(file, index));
    const translated = kind === 'include' ? [] : reachable.flatMap((file) => translationFor(file, source) ?? []);
    const wanted = [...new Set([...translated, ...reachable])].slice(0, MOST_FIXES);
    const isHere = (file: FilePath): boolean => index.isSameEdition(file, page);
    const spell = (file: FilePath): string | readonly never[] => spelling(written.value, file, source) ?? [];
    const here = bestFirst(written.value, wanted.filter(isHere).flatMap(spell), page);
    // Readers of one edition are rarely sent to another.
    const elsewhere = wanted.filter((file) => !isHere(file)).flatMap(spell);
    const unbuilt = here.length + elsewhere.length > 0 ? undefined : near.find((file) => nameOf(file) === nameOf(path));
    return {
      lookup,
      written,
      meant: here[0],
      fixes: [
        ...(translated.length > 0 ? here.map((one) => replaceWith(written.span, one)) : fixesFor(written, here)),
        ...elsewhere.map((one) => replaceWith(written.span, one)),
      ],
      unbuilt:
        unbuilt === undefined ? undefined : { path: unbuilt, way: relativePath(folderOf(page) ?? page, unbuilt) },
    };
  };
}

/** The page next to `file` in the language of the page with the link, whose readers can't read `file`. */
function translationFor(file: FilePath, { page, index }: LinkSource): FilePath | undefined {
  const language = index.page(page)?.language;
  const own = language === undefined ? undefined : index.translationsOf(file).get(language)?.path;
  return own === undefined || own === file || own === page || folderOf(own) !== folderOf(file) ? undefined : own;
}

/**
 * `step-10.png` is rarely meant by `step-40.png`, however similar the names are. By `step.png` on the page `part-40.md`,
 * `step-40.png` is meant.
 */
function bestFirst(written: string, spellings: readonly string[], page: FilePath): string[] {
  const known = new Set(wordsIn(written));
  const onPage = new Set(wordsIn(page));
  const added = (one: string): number => wordsIn(one).filter((word) => onPage.has(word) && !known.has(word)).length;
  const ranked = spellings.map((one) => ({ one, isSame: numbersIn(one) === numbersIn(written), added: added(one) }));
  return ranked.sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.added - a.added).map(({ one }) => one);
}

/** The words and numbers of the name of a file. */
function wordsIn(path: string): string[] {
  return (
    nameOf(path)
      .toLowerCase()
      .replace(/\.[^.]*$/, '')
      .match(/\p{L}+|\d+/gu) ?? []
  );
}

/** If another name is as similar as the first one, none of them is preferred. */
function fixesFor({ value, span }: Located<string>, spellings: readonly string[]): Fix[] {
  const [first, second] = spellings;
  if (first === undefined) return [];
  const isSure = numbersIn(first) === numbersIn(value) && (second === undefined || !areAlike(value, first, second));
  return isSure ? replaceWithNearest(span, spellings) : spellings.map((one) => replaceWith(span, one));
}

/** Whether the names have nearly as many typing errors; files of the same name in several folders don't differ. */
function areAlike(written: string, first: string, second: string): boolean {
  const [name, one, other] = [nameOf(written), nameOf(first), nameOf(second)].map((text) => text.toLowerCase());
  if (name === undefined || one === undefined || other === undefined || one === other) return false;
  const [errors, others] = [one, other].map((text) => editDistance(name, text, MOST_ERRORS));
  return errors !== undefined && others !== undefined && others <= MOST_ERRORS && Math.abs(errors - others) <= 1;
}

/** With more errors, the file wasn't found by the letters of its name. */
const MOST_ERRORS = 3;

function numbersIn(path: string): string {
  return (path.replace(/%[\da-f]{2}/gi, ' ').match(/\d+/g) ?? []).join(' ');
}

/**
 * Whether the name as written differs from that of the file only in case, and not in how its letters are stored. The
 * link may have `.html` for `.md`.
 */
export function isOnlyOtherCase({ target, path }: Extract<LinkLookup, { readonly kind: 'other-case' }>): boolean {
  const [written, found] = [target.path, path].map((file) => file.toLowerCase().replace(/\.[a-z]+$/, ''));
  return written === found;
}

/** The path of a target, without query and fragment. */
export function pathIn({ value, span }: Located<string>, { length }: PathTarget): Located<string> {
  return { value: value.slice(0, length), span: { start: span.start, end: span.start + length } };
}

/** Whether readers can reach the file: docfx doesn't publish archived files and includes. */
export function isPageOrFile(path: FilePath, index: IndexReader): boolean {
  return !/\.md$/i.test(path) || index.isBuilt(path);
}

/** The path to `file` in the style of `written`, with `.html` if the author uses that. */
export function spelling(written: string, file: FilePath, { page, index, isYaml }: LinkSource): string | undefined {
  const [html = ''] = /\.html?$/i.exec(written) ?? [];
  const target = html === '' ? file : asFilePath(file.replace(/\.md$/i, html));
  return respelled(written, target, { on: page, root: index.rootOf(page), isYaml });
}

/** The start of another file, to jump to. */
export function startOf(path: FilePath, message: Message): Related {
  return { path, span: START, message };
}

/** `path`, a file with the name that a link to a missing file contains. */
export const withSameName = (path: FilePath): Related => startOf(path, texts.sameName);

/** `path`, a file that docfx doesn't publish. */
export const notPublished = (path: FilePath): Related => startOf(path, texts.notPublished);

const START: Span = { start: 0, end: 0 };
