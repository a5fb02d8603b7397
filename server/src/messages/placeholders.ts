import type { MessageValue } from './message.js';

/**
 * The values that an ICU message needs, read from its text by the compiler: `{ count: number; name: Inserted }` for
 * `{count, plural, one {# row} other {# rows}} of {name}`. A missing or misspelled value doesn't compile.
 */
export type ValuesOf<Text extends string> = Merged<InText<Text>>;

/** What `{name}` accepts. */
type Inserted = MessageValue;

type Merged<Each> = { readonly [Name in NameIn<Each>]: ValueIn<Each, Name> };
type NameIn<Each> = Each extends readonly [infer Name extends string, unknown] ? Name : never;
/** The strictest of the values that the places of one name accept. */
type ValueIn<Each, Name> = [Name, 'number'] extends Each ? number : [Name, 'choice'] extends Each ? string : Inserted;

/** `[name, kind]` of each placeholder. `Depth` has one item for each branch of a plural or a choice around the text. */
type InText<Text extends string, Depth extends readonly unknown[] = [], Found = never> =
  Before<Text, '{'> extends infer Start extends string
    ? Depth extends readonly [unknown, ...infer Outer]
      ? Start extends `${string}}${string}`
        ? InBranches<After<Text, '}'>, Outer, Found>
        : Opened<After<Text, '{'>, Depth, Found>
      : Text extends `${string}{${infer Rest}`
        ? Opened<Rest, Depth, Found>
        : Found
    : never;

/** The text after the `{` of a placeholder. */
type Opened<Text extends string, Depth extends readonly unknown[], Found> =
  Before<Text, '}'> extends infer Inside
    ? Inside extends `${infer Name}, ${'plural' | 'selectordinal'},${string}`
      ? InBranches<After<Text, ','>, Depth, Found | [Name, 'number']>
      : Inside extends `${infer Name}, select,${string}`
        ? InBranches<After<Text, ','>, Depth, Found | [Name, 'choice']>
        : Inside extends `${infer Name}, number${string}`
          ? InText<After<Text, '}'>, Depth, Found | [Name, 'number']>
          : Inside extends string
            ? InText<After<Text, '}'>, Depth, Found | [Inside, 'inserted']>
            : never
    : never;

/** Between the branches of a plural or a choice: the next `{` starts a branch, the next `}` ends the placeholder. */
type InBranches<Text extends string, Depth extends readonly unknown[], Found> =
  Before<Text, '{'> extends `${string}}${string}`
    ? InText<After<Text, '}'>, Depth, Found>
    : Text extends `${string}{${infer Branch}`
      ? InText<Branch, [...Depth, unknown], Found>
      : InText<After<Text, '}'>, Depth, Found>;

type Before<Text extends string, Mark extends string> = Text extends `${infer Start}${Mark}${string}` ? Start : Text;
type After<Text extends string, Mark extends string> = Text extends `${string}${Mark}${infer Rest}` ? Rest : '';
