import type { FilePath } from '../workspace-index/file-path.js';
import { nameOf } from '../workspace-index/file-path.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { byPlace, type Place } from './places.js';
import { taskPlace } from './task-place.js';
import { appendAll } from '../text/lists.js';

export type SymbolKind = 'entry' | 'task' | 'page' | 'heading';

/** A symbol of the workspace. */
export interface WorkspaceSymbol {
  readonly kind: SymbolKind;
  /** `3190 Confirm the customer reviews the checklist`, a title, a heading. */
  readonly name: string;
  /** The display name of the page. */
  readonly page: string;
  readonly place: Place;
}

/** The kinds in the order of the list. */
export const SYMBOL_KINDS: readonly SymbolKind[] = ['entry', 'task', 'page', 'heading'];

/** More than anyone reads. */
const MOST = 500;

/**
 * The symbols whose names contain the letters of `query` in order: catalogue entries first, and within each kind,
 * contiguous matches first. Only playbooks count.
 */
export function workspaceSymbols(
  index: WorkspaceIndex,
  query: string,
  kinds: Iterable<SymbolKind> = SYMBOL_KINDS,
): WorkspaceSymbol[] {
  const wanted = query.trim().toLowerCase();
  const letters = wanted.replace(/\s+/g, '');
  const found: WorkspaceSymbol[] = [];
  for (const kind of kinds) {
    if (found.length >= MOST) break;
    appendAll(found, matching(symbolsOf(index, kind), wanted, letters));
  }
  return found.slice(0, MOST);
}

function matching(symbols: Iterable<WorkspaceSymbol>, wanted: string, letters: string): WorkspaceSymbol[] {
  const ranked: { readonly symbol: WorkspaceSymbol; readonly rank: number }[] = [];
  for (const symbol of symbols) {
    const rank = rankOf(symbol.name.toLowerCase(), wanted, letters);
    if (rank !== undefined) ranked.push({ symbol, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank || byName(a.symbol, b.symbol)).map(({ symbol }) => symbol);
}

/** 0: begins with the query; 1: contains it; 2: contains its letters. `undefined`: no match. */
function rankOf(name: string, wanted: string, letters: string): number | undefined {
  const at = name.indexOf(wanted);
  if (at !== -1) return at === 0 ? 0 : 1;
  let from = 0;
  for (const letter of letters) {
    const next = name.indexOf(letter, from);
    if (next === -1) return undefined;
    from = next + letter.length;
  }
  return 2;
}

function byName(a: WorkspaceSymbol, b: WorkspaceSymbol): number {
  return a.name === b.name ? byPlace(a.place, b.place) : a.name < b.name ? -1 : 1;
}

function* symbolsOf(index: WorkspaceIndex, kind: SymbolKind): Iterable<WorkspaceSymbol> {
  for (const page of index.pages.values()) if (page.isPlaybook) yield* OF_KIND[kind](page, pageName(page));
}

/** The display name of a page: its title, or its file name. */
export function pageName({ path, title }: { readonly path: FilePath; readonly title: PageSummary['title'] }): string {
  return title === undefined || title.value.trim() === '' ? nameOf(path) : title.value.trim();
}

const OF_KIND: Readonly<Record<SymbolKind, (page: PageSummary, name: string) => Iterable<WorkspaceSymbol>>> = {
  entry: (page, name) =>
    page.entries.map(({ start, value }) => ({
      kind: 'entry',
      name: `${value.id.value} ${value.name}`.trimEnd(),
      page: name,
      place: { path: page.path, span: taskPlace(page, start, value.id, 'entry').span },
    })),
  task: (page, name) =>
    page.tasks.map(({ start, value }) => ({
      kind: 'task',
      name: `${value.id.value} ${value.name?.value ?? ''}`.trimEnd(),
      page: name,
      place: { path: page.path, span: taskPlace(page, start, value.id, 'table').span },
    })),
  page: (page, name) => [
    {
      kind: 'page',
      name,
      page: nameOf(page.path),
      place: { path: page.path, span: page.title?.span ?? { start: 0, end: 0 } },
    },
  ],
  heading: (page, name) => {
    const entries = new Set(page.entries.map(({ start }) => start));
    return page.headings.flatMap(({ start, value }) =>
      entries.has(start) || value.text === ''
        ? []
        : [
            {
              kind: 'heading',
              name: value.text,
              page: name,
              place: { path: page.path, span: { start, end: start + value.span.end } },
            },
          ],
    );
  },
};
