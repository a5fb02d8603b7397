/**
 * Whether a value that was read from JSON has the expected form. A schema of a package makes a copy of each value that it
 * checks, which takes too long for the facts about thousands of pages.
 */
export type Shape = (value: unknown) => boolean;

export const anything: Shape = () => true;

export const nothing: Shape = (value) => value === null;

export const text: Shape = (value) => typeof value === 'string';

export const flag: Shape = (value) => typeof value === 'boolean';

/** An index, an offset, or a number of things. */
export const count: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

export function oneOf(values: readonly unknown[]): Shape {
  return (value) => values.includes(value);
}

export function either(one: Shape, other: Shape): Shape {
  return (value) => one(value) || other(value);
}

export function optional(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

export function listOf(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const item of value) if (!shape(item)) return false;
    return true;
  };
}

/** A list whose items have these shapes, in this order. */
export function tuple(...shapes: readonly Shape[]): Shape {
  return (value) =>
    Array.isArray(value) && value.length === shapes.length && shapes.every((shape, index) => shape(value[index]));
}

/** An object with these properties. Others are allowed. */
export function record(shapes: Readonly<Record<string, Shape>>): Shape {
  const properties = Object.entries(shapes).map(([name, shape]) => ({ name, shape }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const fields = value as Readonly<Record<string, unknown>>;
    for (const { name, shape } of properties) if (!shape(fields[name])) return false;
    return true;
  };
}
