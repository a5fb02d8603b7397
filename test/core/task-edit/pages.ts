import assert from 'node:assert/strict';
import {
  applyEdits,
  parsePlaybook,
  planTaskEdit,
  type Playbook,
  type Sheet,
  type SheetCell,
  type TaskEditPlan,
} from '../../../server/src/core/index.js';
import { english } from '../../support/english.js';

export const ENGLISH_HEADER = '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |';
export const CHINESE_HEADER = '| 任务 ID | 任务名称 | (M) 强制性/(O) 可选 | FastTrack 角色 | 服务 |';
export const GERMAN_HEADER =
  '| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |';
export const DELIMITER = '|---|---|---|---|---|';

export function pageOf(...lines: readonly string[]): Playbook {
  return parsePlaybook({
    uri: 'file:///a.md',
    text: ['---', 'ft.audience: partner', '---', '', '# Title', '', '#### FTOP Tasks', '', ...lines, ''].join('\n'),
  });
}

export function englishPage(...rows: readonly string[]): Playbook {
  return pageOf(ENGLISH_HEADER, DELIMITER, ...rows);
}

export const NETWORK = '| 4302 | Check the network | M | FastTrack Engineer | Exchange / SharePoint |';
export const PROXY = '| 0983 | Check the proxy | O | FastTrack Manager | Exchange |';

export function sheetWith(columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): Sheet {
  return { name: '', columns, rows };
}

export const FROM_ANYWHERE = { own: undefined, forInformation: [] };

/** Plans the edit of the only open page. */
export function planFor(
  page: Playbook,
  columns: readonly string[],
  ...rows: readonly (readonly SheetCell[])[]
): TaskEditPlan {
  return planTaskEdit(sheetWith(columns, ...rows), new Map([['a.md', page]]), {
    own: 'a.md',
    forInformation: ['Phase', 'Section', 'Problems'],
  });
}

/** The page after the edit, which must not have problems. */
export function edited(page: Playbook, columns: readonly string[], ...rows: readonly (readonly SheetCell[])[]): string {
  const { changes, problems } = planFor(page, columns, ...rows);
  assert.deepEqual(problems, []);
  return applyEdits(
    page.text,
    changes.map(({ edit }) => edit),
  );
}

/** The sheet has no changes and no problems. */
export function assertSame(
  page: Playbook,
  columns: readonly string[],
  ...rows: readonly (readonly SheetCell[])[]
): void {
  const { changes, problems } = planFor(page, columns, ...rows);
  assert.deepEqual(
    { changes: changes.map(({ taskId, column, after }) => [taskId, column, after]), problems },
    { changes: [], problems: [] },
  );
}

/** The problems of a sheet that changes nothing. */
export function problemsOf({ changes, problems }: TaskEditPlan): (readonly [number, string])[] {
  assert.deepEqual(changes, []);
  return problems.map(({ row, message }) => [row, english(message)]);
}

export function inEnglish(problems: TaskEditPlan['problems']): unknown {
  return problems.map((problem) => ({ ...problem, message: english(problem.message) }));
}

export const ID_AND = (...columns: readonly string[]): string[] => ['Task ID', ...columns];
