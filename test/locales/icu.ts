import { IntlMessageFormat } from 'intl-messageformat';

/** A part of an ICU message, as its parser returns it. */
interface Element {
  readonly type: number;
  readonly value?: string;
  readonly pluralType?: Intl.PluralRuleType;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
  readonly location?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

/** The types of elements that our messages have. */
const TYPE = { literal: 0, inserted: 1, number: 2, select: 5, plural: 6, pound: 7 } as const;
const NAMES = new Map<number, keyof typeof TYPE>(
  Object.entries(TYPE).map(([name, type]) => [type, name as keyof typeof TYPE]),
);

/** One placeholder of a message. */
export interface Argument {
  readonly name: string;
  readonly kind: 'inserted' | 'number' | 'select' | 'plural' | 'other';
  /** The branches of a plural or of a choice. */
  readonly branches: readonly string[];
}

/** A message taken apart. */
export interface Icu {
  readonly arguments: readonly Argument[];
  /** The texts that readers can see: one for each combination of branches, with `{}` in place of values. */
  readonly sentences: readonly string[];
  /** The text between placeholders, with its offsets. */
  readonly literals: readonly { readonly start: number; readonly end: number }[];
}

/** Throws a `SyntaxError` if the text isn't an ICU message. */
export function parseIcu(text: string): Icu {
  const ast = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true, captureLocation: true }).getAst();
  const elements = ast as readonly Element[];
  const all = [...elementsIn(elements)];
  return {
    arguments: all.flatMap(argumentOf),
    sentences: sentencesOf(elements),
    literals: all.flatMap(({ type, location }) =>
      type === TYPE.literal && location !== undefined
        ? [{ start: location.start.offset, end: location.end.offset }]
        : [],
    ),
  };
}

function* elementsIn(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element;
    for (const { value } of Object.values(element.options ?? {})) yield* elementsIn(value);
  }
}

function argumentOf({ type, value = '', options = {}, pluralType }: Element): Argument[] {
  const kind = NAMES.get(type) ?? 'other';
  if (kind === 'literal' || kind === 'pound') return [];
  return [{ name: value, kind: pluralType === 'ordinal' ? 'other' : kind, branches: Object.keys(options).sort() }];
}

function sentencesOf(elements: readonly Element[]): string[] {
  return elements.reduce<string[]>(
    (starts, element) => starts.flatMap((start) => endingsOf(element).map((end) => start + end)),
    [''],
  );
}

function endingsOf({ type, value = '', options }: Element): string[] {
  if (type === TYPE.literal) return [value];
  if (options === undefined) return ['{}'];
  return Object.values(options).flatMap((option) => sentencesOf(option.value));
}
