export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The subset of JSON Schema that an option may use. Used for validation, completion, and the rule's page. */
export type OptionSchema =
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'string'; readonly enum?: readonly string[] }
  | { readonly type: 'array'; readonly items: { readonly type: 'string' } };

export interface OptionProperty {
  readonly description: string;
  readonly schema: OptionSchema;
}

/** The options of one rule: the purpose, the allowed values, and the default of each. */
export interface OptionsSchema<Options> {
  readonly properties: Readonly<Record<keyof Options & string, OptionProperty>>;
  readonly defaults: Options;
}

/** For the many rules without options. */
export const NO_OPTIONS = { properties: {}, defaults: {} } as const;
