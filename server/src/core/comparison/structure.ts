import { memoized } from '../text/memo.js';
import { outOfOrder } from '../text/sequence.js';
import { shift, type Located, type Placed } from '../text/span.js';
import type { LabelId } from '../vocabulary/vocabulary.js';
import type { PageSummary, PlacedTask, ShapeFact } from '../workspace-index/page-summary.js';
import { tasksById } from '../workspace-index/facts-by-id.js';
import { neutralTarget } from './neutral-target.js';
import { originOfComparison, type TranslationComparison } from './translations.js';
import { areInStep, pairUnits, unitsOf, type Unit, type UnitPairs } from './units.js';

/** Two units with the same content. */
export interface UnitPair {
  readonly english: Unit;
  readonly translated: Unit;
}

/** The row of a task that each page has once. */
export interface RowPair {
  readonly english: PlacedTask;
  readonly translated: PlacedTask;
}

/** A step that only the English page has. */
export interface MissingStep {
  readonly step: Unit;
  /** The unit of the translation that it follows in English. */
  readonly after: Unit;
}

/** Rows of one unit that are in another one in English. */
export interface MovedRows {
  readonly rows: readonly [RowPair, ...RowPair[]];
  /** Where they are, on the translation. */
  readonly from: Unit;
  /** Where English has them. */
  readonly to: UnitPair;
}

/** A unit whose rows are in another order. */
export interface ReorderedRows {
  /** The rows that both pages have in this unit, in the order of the English page. */
  readonly rows: readonly RowPair[];
  /** The smallest number of rows that have to move, in the order of the translation. */
  readonly moved: readonly [RowPair, ...RowPair[]];
}

/** A step that has another place among the steps. */
export interface MovedStep extends UnitPair {
  /** The unit of the translation that it follows in English. */
  readonly after: UnitPair;
}

export interface LabelDifference extends UnitPair {
  readonly label: LabelId;
  /** The neutral IDs. */
  readonly here: readonly string[];
  readonly there: readonly string[];
}

/** Targets that only one of the pages has, in one unit. */
export interface LinkDifference extends UnitPair {
  readonly kind: 'link' | 'image';
  /** On the English page. */
  readonly missing: readonly Located<string>[];
  /** On the translation. */
  readonly extra: readonly Located<string>[];
}

export interface ShapeDifference extends UnitPair {
  readonly kind: ShapeFact['kind'];
  readonly here: readonly Placed<ShapeFact>[];
  readonly there: readonly Placed<ShapeFact>[];
}

/** The differences in the structure of a translation and its English page, whatever the words are. */
export interface StructureComparison {
  readonly movedSteps: readonly MovedStep[];
  readonly movedRows: readonly MovedRows[];
  readonly reorderedRows: readonly ReorderedRows[];
  readonly labels: readonly LabelDifference[];
  readonly links: readonly LinkDifference[];
  readonly shapes: readonly ShapeDifference[];
}

/** Computed once for all rules. Pages that don't differ aren't compared again until one of their facts changes. */
export const structureOf = memoized((comparison: TranslationComparison): StructureComparison =>
  areAlike(originOfComparison(comparison)) ? NO_DIFFERENCES : compareStructure(comparison),
);

const NO_DIFFERENCES: StructureComparison = {
  movedSteps: [],
  movedRows: [],
  reorderedRows: [],
  labels: [],
  links: [],
  shapes: [],
};

/** Whether nothing differs, whatever the words of the pages are. */
const areAlike = memoized((comparison: TranslationComparison): boolean => {
  const pages = pairedPages(comparison);
  return (
    pages.areInStep &&
    LINK_KINDS.every((kind) => Object.values(loneTargets(kind, pages)).every(({ length }) => length === 0)) &&
    Object.values(compareStructure(comparison)).every((found: readonly unknown[]) => found.length === 0)
  );
});

function compareStructure(comparison: TranslationComparison): StructureComparison {
  const pages = pairedPages(comparison);
  const { areInStep } = pages;
  return {
    movedSteps: areInStep ? [] : movedSteps(pages),
    movedRows: areInStep ? [] : movedRows(pages),
    reorderedRows: areInStep ? [] : reorderedRows(pages),
    labels: labelDifferences(pages),
    links: LINK_KINDS.flatMap((kind) => linkDifferences(kind, pages)),
    shapes: [...shapeDifferences('list', pages), ...shapeDifferences('alert', pages)],
  };
}

const LINK_KINDS = ['link', 'image'] as const satisfies readonly LinkDifference['kind'][];

/** The steps that only the English page has. English pages, which have several translations, need no more. */
export const missingStepsOf = memoized((comparison: TranslationComparison): readonly MissingStep[] =>
  pairedPages(originOfComparison(comparison)).areInStep ? [] : missingSteps(pairedPages(comparison)),
);

const pairedPages = memoized(({ english, translation }: TranslationComparison): Pages => {
  const [units, translated] = [unitsOf(english), unitsOf(translation)];
  return {
    english,
    translation,
    units,
    translated,
    pairs: pairUnits(units, translated),
    areInStep: areInStep(units, translated),
  };
});

interface Pages {
  readonly english: PageSummary;
  readonly translation: PageSummary;
  /** Of the English page. */
  readonly units: readonly Unit[];
  /** Of the translation. */
  readonly translated: readonly Unit[];
  readonly pairs: UnitPairs;
  /** Whether neither steps nor rows are missing, moved or in another order. */
  readonly areInStep: boolean;
}

/** The steps without a counterpart, where the translation has no step that could be it. */
function missingSteps({ units, translated, pairs, areInStep }: Pages): MissingStep[] {
  if (areInStep || !translated.some(({ isStep }) => isStep)) return [];
  const taken = new Set(pairs.values());
  return units.flatMap((step, index): MissingStep[] => {
    if (!step.isStep || pairs.has(step)) return [];
    if (step.heading?.value.isStep !== true && step.tasks.length === 0) return [];
    const above = units.slice(0, index).reverse();
    const after = above.map((unit) => pairs.get(unit)).find((unit) => unit !== undefined);
    if (after === undefined) return [];
    const below = translated.slice(translated.indexOf(after) + 1);
    const next = below.findIndex((unit) => taken.has(unit));
    const couldBeIt = below.slice(0, next === -1 ? undefined : next).some(({ isStep }) => isStep);
    return couldBeIt ? [] : [{ step, after }];
  });
}

function movedSteps({ units, translated, pairs }: Pages): MovedStep[] {
  const all = pairsOf(units, pairs);
  const steps = all.filter((pair) => pair.english.isStep && pair.translated.isStep);
  const inOrder = [...steps].sort((a, b) => translated.indexOf(a.translated) - translated.indexOf(b.translated));
  return outOfOrder(inOrder.map((pair) => steps.indexOf(pair))).flatMap((at): MovedStep[] => {
    const pair = inOrder[at];
    const above =
      pair === undefined
        ? []
        : all.slice(
            0,
            all.findIndex(({ english }) => english === pair.english),
          );
    const after = above.at(-1);
    return pair === undefined || after === undefined ? [] : [{ ...pair, after }];
  });
}

function pairsOf(units: readonly Unit[], pairs: UnitPairs): UnitPair[] {
  return units.flatMap((english) => {
    const translated = pairs.get(english);
    return translated === undefined ? [] : [{ english, translated }];
  });
}

/** The rows of a unit whose tasks are once on each page. */
function* sharedRows({ english, translation }: Pages, unit: Unit): Iterable<RowPair> {
  const [own, theirs] = [tasksById(english), tasksById(translation)];
  for (const task of unit.tasks) {
    const [other, second] = theirs.get(task.value.id.value) ?? [];
    if (other !== undefined && second === undefined && own.get(task.value.id.value)?.length === 1)
      yield { english: task, translated: other };
  }
}

function movedRows(pages: Pages): MovedRows[] {
  const { units, translated, pairs } = pages;
  const moved = new Map<string, { rows: [RowPair, ...RowPair[]]; from: Unit; to: UnitPair }>();
  for (const to of pairsOf(units, pairs)) {
    for (const row of sharedRows(pages, to.english)) {
      const from = unitAt(row.translated.start, translated);
      if (from === undefined || from === to.translated) continue;
      const key = `${from.start} ${to.translated.start}`;
      const same = moved.get(key);
      if (same === undefined) moved.set(key, { rows: [row], from, to });
      else same.rows.push(row);
    }
  }
  return [...moved.values()];
}

function unitAt(offset: number, units: readonly Unit[]): Unit | undefined {
  return units.find(({ start, end }) => start <= offset && offset < end);
}

function reorderedRows(pages: Pages): ReorderedRows[] {
  return pairsOf(pages.units, pages.pairs).flatMap(({ english, translated }): ReorderedRows[] => {
    const rows = [...sharedRows(pages, english)].filter(
      ({ translated: { start } }) => translated.start <= start && start < translated.end,
    );
    const here = [...rows].sort((a, b) => a.translated.start - b.translated.start);
    const [first, ...others] = outOfOrder(here.map((row) => rows.indexOf(row))).flatMap((at) => here[at] ?? []);
    return first === undefined ? [] : [{ rows, moved: [first, ...others] }];
  });
}

/** The labels of two steps whose values are all known, each label once. */
function labelDifferences({ english, translation, units, pairs }: Pages): LabelDifference[] {
  return pairsOf(units, pairs).flatMap((pair) => {
    const [theirs, own] = [labelsIn(pair.english, english), labelsIn(pair.translated, translation)];
    return [...theirs].flatMap(([label, there]): LabelDifference[] => {
      const here = own.get(label);
      return here === undefined || String([...here].sort()) === String([...there].sort())
        ? []
        : [{ ...pair, label, here, there }];
    });
  });
}

function labelsIn(unit: Unit, { steps }: PageSummary): ReadonlyMap<LabelId, readonly string[]> {
  const step = unit.isStep ? steps.filter(({ start }) => start <= unit.start).at(-1) : undefined;
  const labels = new Map<LabelId, readonly string[]>();
  const twice = new Set<LabelId>();
  if (step === undefined || unit.start - step.start > LONGEST_MARKER) return labels;
  for (const { id, terms } of step.value.labels) {
    if (labels.has(id)) twice.add(id);
    labels.set(id, terms);
  }
  for (const id of twice) labels.delete(id);
  return labels;
}

/** A step starts with `### `, its unit with the text after it. */
const LONGEST_MARKER = 20;

/**
 * What only one of the pages has: a link that is in another unit isn't missing, nor is an address that is written without
 * a link. The links of a row that is missing as a whole have the same cause.
 */
function linkDifferences(kind: LinkDifference['kind'], pages: Pages): LinkDifference[] {
  const { english, translation, units, pairs } = pages;
  const { onlyThere, onlyHere } = loneTargets(kind, pages);
  if (onlyThere.length + onlyHere.length === 0) return [];
  return pairsOf(units, pairs).flatMap((pair): LinkDifference[] => {
    if (pair.english.heading?.value.section === 'refresh-summary') return [];
    const missing = lackingIn(translation, onlyThere, pair.english);
    const extra = lackingIn(english, onlyHere, pair.translated);
    return missing.length + extra.length === 0 ? [] : [{ ...pair, kind, missing, extra }];
  });
}

/** The targets that only the English page has, and those that only the translation has. */
function loneTargets(
  kind: LinkDifference['kind'],
  { english, translation }: Pages,
): Readonly<Record<'onlyThere' | 'onlyHere', (readonly Located<string>[])[]>> {
  const [theirs, own] = [targetsOf(english, kind), targetsOf(translation, kind)];
  return { onlyThere: without(theirs, own), onlyHere: without(own, theirs) };
}

type Targets = ReadonlyMap<string, readonly Located<string>[]>;

function targetsOf({ links }: PageSummary, kind: LinkDifference['kind']): Targets {
  const targets = new Map<string, Located<string>[]>();
  for (const { start, value } of links) {
    if ((value.kind === 'image' ? 'image' : value.kind === 'include' ? undefined : 'link') !== kind) continue;
    const key = neutralTarget(value);
    if (key === undefined) continue;
    const place = { value: value.target.value, span: shift(value.target.span, start) };
    targets.set(key, [...(targets.get(key) ?? []), place]);
  }
  return targets;
}

/** The places of the targets that are only on one page. */
function without(targets: Targets, others: Targets): (readonly Located<string>[])[] {
  return [...targets].flatMap(([key, places]) => (others.has(key) ? [] : [places]));
}

/** The first place in `unit` of each target that the page `other` lacks. */
function lackingIn(
  other: PageSummary,
  targets: readonly (readonly Located<string>[])[],
  unit: Unit,
): Located<string>[] {
  const otherTasks = tasksById(other);
  const isInOwnRow = ({ span }: Located<string>): boolean =>
    unit.tasks.some(
      ({ start, value }) => start <= span.start && span.start < start + value.length && !otherTasks.has(value.id.value),
    );
  return targets.flatMap((places) => {
    const first = places.find(({ span }) => unit.start <= span.start && span.start < unit.end);
    if (first === undefined || isInOwnRow(first)) return [];
    const isWritten = first.value.includes('://') && other.text.includes(first.value);
    return isWritten ? [] : [first];
  });
}

function shapeDifferences(kind: ShapeFact['kind'], { english, translation, units, pairs }: Pages): ShapeDifference[] {
  return pairsOf(units, pairs).flatMap((pair): ShapeDifference[] => {
    const [there, here] = [shapesIn(pair.english, english, kind), shapesIn(pair.translated, translation, kind)];
    return weightOf(there) === weightOf(here) ? [] : [{ ...pair, kind, here, there }];
  });
}

function shapesIn({ start, end }: Unit, { shapes }: PageSummary, kind: ShapeFact['kind']): Placed<ShapeFact>[] {
  return shapes.filter((shape) => shape.value.kind === kind && start <= shape.start && shape.start < end);
}

/**
 * All items together: whether a blank line divides a list isn't certain. Alerts in any order: of two with changed places,
 * it isn't known which text is which.
 */
function weightOf(shapes: readonly Placed<ShapeFact>[]): string {
  const items = shapes.reduce((sum, { value }) => sum + (value.kind === 'list' ? value.items : 0), 0);
  const alerts = shapes.flatMap(({ value }) => (value.kind === 'alert' ? [value.alert] : []));
  return `${items} ${alerts.sort().join(' ')}`;
}
