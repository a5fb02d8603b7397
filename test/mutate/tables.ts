import { figuresOf, type Figures } from './figures.js';
import type { KindGroup } from './kinds/index.js';
import type { Injection } from './measure.js';
import { SETS } from './workspaces.js';

const MEASURES: readonly (readonly [title: string, text: (figures: Figures) => string])[] = [
  ['Injections', ({ count }) => String(count)],
  ['Found', ({ found }) => percent(found)],
  ['Error or warning', ({ severe }) => percent(severe)],
  ['Cascade', ({ cascadeMedian, cascade90 }) => `${cascadeMedian} (${cascade90})`],
  ['Fix 1', ({ firstRight }) => percent(firstRight)],
  ['Fix 3', ({ oneOfThreeRight }) => percent(oneOfThreeRight)],
  ['Wrong', ({ firstWrong }) => percent(firstWrong)],
  ['No fix', ({ noFix }) => percent(noFix)],
  ['Unsafe', ({ unsafe }) => String(unsafe)],
];

/** The totals of each set, without the harmless kinds. */
export function totalsTable(injections: readonly Injection[]): string {
  const counted = injections.filter(({ kind }) => kind.harmless !== true);
  const sets = [...SETS.filter((set) => counted.some((injection) => injection.set === set)), undefined];
  return table(
    ['Set', 'Pages', ...MEASURES.map(([title]) => title)],
    sets.map((set) => {
      const own = set === undefined ? counted : counted.filter((injection) => injection.set === set);
      const pages = new Set(own.map(({ page }) => page)).size;
      return [set ?? 'both', String(pages), ...MEASURES.map(([, text]) => text(figuresOf(own)))];
    }),
  );
}

/** A row for each kind of a group. Each cell has the figure of the training set and that of the held-out set. */
export function kindsTable({ kinds }: KindGroup, injections: readonly Injection[]): string {
  const rows = kinds.flatMap((kind) => {
    const own = injections.filter((injection) => injection.kind === kind);
    if (own.length === 0) return [];
    const name = `\`${kind.id}\`${kind.harmless === true ? ' (harmless)' : ''}`;
    const bySet = SETS.map((set) => own.filter((injection) => injection.set === set)).filter(
      ({ length }) => length > 0,
    );
    return [[name, ...MEASURES.map(([, text]) => bySet.map((some) => text(figuresOf(some))).join(' / '))]];
  });
  return rows.length === 0 ? '' : table(['Kind', ...MEASURES.map(([title]) => title)], rows);
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(header),
    `|${header.map((_, index) => (index === 0 ? '---|' : '--:|')).join('')}`,
    ...rows.map(line),
  ].join('\n');
}

function percent(share: number): string {
  return String(Math.round(share));
}
