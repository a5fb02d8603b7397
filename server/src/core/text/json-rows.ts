/**
 * The rows of a table in JSON: a list of objects, or an object with such a list. The first row contains the names.
 * `undefined` for any other text.
 */
export function rowsOfJson(text: string): readonly (readonly string[])[] | undefined {
  const list = listIn(parsed(text));
  if (list === undefined) return undefined;
  const keys = [...new Set(list.flatMap((item) => (isObject(item) ? Object.keys(item) : [])))];
  return [
    keys,
    ...list.filter(isObject).map((item) => keys.map((key) => textOf(Object.hasOwn(item, key) ? item[key] : ''))),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as unknown[];
  return isObject(value) ? (Object.values(value).find(Array.isArray) as unknown[] | undefined) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
