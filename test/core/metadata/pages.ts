import assert from 'node:assert/strict';
import { applyEdits, builtInVocabulary, parsePlaybook, type Playbook } from '../../../server/src/core/index.js';
import { planMetadataEdit, type MetadataPlan } from '../../../server/src/core/reports/metadata-edit.js';
import { metadataSheet } from '../../../server/src/core/reports/metadata-report.js';
import type { Sheet, SheetCell } from '../../../server/src/core/reports/sheet.js';
import { english } from '../../support/english.js';

const spec = builtInVocabulary.frontMatter;

export function pageOf(path: string, text: string): Playbook {
  return parsePlaybook({ uri: `file:///${path}`, text });
}

export function sheetOf(pages: ReadonlyMap<string, Playbook>): Sheet {
  return metadataSheet(
    [...pages].map(([path, { frontMatter, text }]) => ({ path, frontMatter, text })),
    spec,
  );
}

/** A page with these lines of front matter. */
export function between(...lines: readonly string[]): string {
  return `---\n${lines.join('\n')}\n---\n\n# Title\n`;
}

export function sheetWith(columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): Sheet {
  return { name: '', columns, rows };
}

/** Plans the edit of the one page `a.md`, whose row has these cells. */
export function planFor(text: string, cells: Readonly<Record<string, SheetCell>>): MetadataPlan {
  return planMetadataEdit(
    sheetWith(['File', ...Object.keys(cells)], ['a.md', ...Object.values(cells)]),
    new Map([['a.md', pageOf('a.md', text)]]),
  );
}

/** The page after the edit, which must not have problems. */
export function edited(text: string, cells: Readonly<Record<string, SheetCell>>): string {
  const { changes, problems } = planFor(text, cells);
  assert.deepEqual(problems, []);
  return applyEdits(
    text,
    changes.map(({ edit }) => edit),
  );
}

export function problemsFor(text: string, cells: Readonly<Record<string, SheetCell>>): string[] {
  const { changes, problems } = planFor(text, cells);
  assert.deepEqual(changes, []);
  return problems.map(({ message }) => english(message));
}
