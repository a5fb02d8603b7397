import type { Activation } from './activation.js';
import type { EditorFigures } from './editor.js';
import type { GrowthFigures } from './growth.js';
import type { TypingFigures } from './typing.js';
import type { RunFigures } from './whole-runs.js';

/** Everything that one run of the report measured. */
export interface Figures {
  readonly repository: { readonly pages: number; readonly bytes: number };
  readonly onePage: readonly RunFigures[];
  readonly allPages: readonly RunFigures[];
  readonly typing: readonly TypingFigures[];
  readonly growth: readonly GrowthFigures[];
  readonly editor: readonly EditorFigures[];
  readonly activation: Activation;
}

export function runOf(runs: readonly RunFigures[], id: string): RunFigures {
  const found = runs.find((run) => run.id === id);
  if (found === undefined) throw new Error(`No program "${id}" was measured`);
  return found;
}

/** The median of a letter, in milliseconds. */
export function letterOf(typing: readonly TypingFigures[], page: TypingFigures['page'], server: string): number {
  const found = typing.find((one) => one.page === page)?.servers.find(({ id }) => id === server);
  return found?.letter.median ?? Number.NaN;
}
