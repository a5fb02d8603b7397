import type { TextEdit } from '../text/text-edit.js';
import { asFilePath, withoutSlash, type FilePath } from '../workspace-index/file-path.js';
import { leadsTo, respelled } from '../workspace-index/link-spelling.js';
import { linkTarget, type PathTarget } from '../workspace-index/link-target.js';
import { extensionOf } from '../workspace-index/resolve.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { EditCollector, type FileEdits } from './file-edits.js';
import { MovedFiles, type FileRename } from './moved-files.js';
import { allLinks, type WrittenLink } from './written-links.js';

/**
 * The edits in pages and tables of contents that keep every link on its file after `renames`: in links to the moved
 * files, and in relative links of moved pages. The edits of a moved page are under its old path.
 * Links between files of a site without playbooks aren't changed.
 */
export function editsForRenames(index: WorkspaceIndex, renames: readonly FileRename[]): FileEdits {
  const moved = new MovedFiles(renames);
  const sites = sitesWithPlaybooks(index);
  const edits = new EditCollector();
  for (const link of allLinks(index)) {
    const edit = editOf(index, link, moved, sites);
    if (edit !== undefined) edits.add(link.on, edit);
  }
  return edits.byFile;
}

/** The targets of `~/` on playbooks: the folders with a `docfx.json`, or the workspace folders. */
function sitesWithPlaybooks(index: WorkspaceIndex): ReadonlySet<FilePath> {
  const sites = new Set<FilePath>();
  for (const page of index.pages.values()) if (page.isPlaybook) sites.add(index.rootOf(page.path));
  return sites;
}

function editOf(
  index: WorkspaceIndex,
  { on, span, target }: WrittenLink,
  moved: MovedFiles,
  sites: ReadonlySet<FilePath>,
): TextEdit | undefined {
  const root = index.rootOf(on);
  const link = linkTarget(on, target, root);
  if (link.kind !== 'path') return undefined;
  const file = fileNamedBy(index, link);
  if (
    file === undefined ||
    !(moved.moves(file) || moved.moves(on)) ||
    !(sites.has(root) || sites.has(index.rootOf(file)))
  )
    return undefined;
  const named = moved.moves(file) ? namedLike(link.path, file, moved.placeOf(file)) : link.path;
  const site = { on: moved.placeOf(on), root: rootAfter(index, on, root, moved), isYaml: index.tocs.has(on) };
  const written = target.slice(0, link.length);
  const newText = leadsTo(written, named, site) ? undefined : respelled(written, named, site);
  return newText === undefined ? undefined : { span: { start: span.start, end: span.start + link.length }, newText };
}

/**
 * The file that a link refers to. A missing file is known by its name, since it may not be checked out. A word without
 * an extension isn't a file.
 */
function fileNamedBy(index: WorkspaceIndex, { path }: PathTarget): FilePath | undefined {
  const file = index.fileAt(path) ?? index.files.inOtherCase(path);
  return file ?? (extensionOf(path) !== '' || index.files.hasFolder(withoutSlash(path)) ? path : undefined);
}

/**
 * The spelling of `now` in the same style as `named` for `file`: a page as its `.html`, an index page by its folder.
 */
function namedLike(named: FilePath, file: FilePath, now: FilePath): FilePath {
  const [html = ''] = /\.html?$/i.exec(named) ?? [];
  if (html !== '' && file === `${named.slice(0, -html.length)}.md`) return asFilePath(now.replace(/\.md$/i, html));
  const slash = named.endsWith('/') ? '/' : '';
  const [, folder] = /^(.*)\/index\.md$/.exec(now) ?? [];
  const isByFolder = file === `${named}${slash === '' ? '/' : ''}index.md`;
  return isByFolder && folder !== undefined ? asFilePath(folder + slash) : now;
}

/** The target of `~/` on the page after the rename: if the whole site moves, the root moves too. */
function rootAfter(index: WorkspaceIndex, on: FilePath, root: FilePath, moved: MovedFiles): FilePath {
  return moved.moves(root) ? moved.placeOf(root) : index.rootOf(moved.placeOf(on));
}
