/** Whether data from outside has the form that is expected of it. */
export type Shape = (value: unknown) => boolean;

export const isText: Shape = (value) => typeof value === 'string';
export const isFlag: Shape = (value) => typeof value === 'boolean';
/** An index or an offset. */
export const isCount: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

export function oneOf(...values: readonly unknown[]): Shape {
  return (value) => values.includes(value);
}

/** The value may be missing. */
export function optional(shape: Shape): Shape {
  return (value) => value === undefined || shape(value);
}

export function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

/** A list with one value of each shape. */
export function tupleOf(...shapes: readonly Shape[]): Shape {
  return (value) =>
    Array.isArray(value) && value.length === shapes.length && shapes.every((shape, index) => shape(value[index]));
}

/** An object whose properties have these shapes. It can have others. */
export function objectOf(shapes: Readonly<Record<string, Shape>>): Shape {
  const properties = Object.entries(shapes);
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    properties.every(([name, shape]) => shape((value as Readonly<Record<string, unknown>>)[name]));
}

/** Either of two shapes. */
export function eitherOf(one: Shape, other: Shape): Shape {
  return (value) => one(value) || other(value);
}
