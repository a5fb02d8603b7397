import { Uri } from 'vscode';
import type { NewRefreshRow, NewStep, NewTask } from '../../../../server/src/protocol';

/**
 * The argument of a command from a key binding or a test. It can be anything. `undefined`: there is no argument, so ask
 * the author.
 */
export function newTaskOf(argument: unknown): NewTask | undefined {
  const given = objectOf(argument);
  if (given === undefined) return undefined;
  return { ...textsOf(given, ['taskId', 'taskName', 'mo']), ...listsOf(given, ['roles', 'services']) };
}

export function newStepOf(argument: unknown): NewStep | undefined {
  const given = objectOf(argument);
  if (given === undefined) return undefined;
  return { ...textsOf(given, ['title']), ...listsOf(given, ['roles', 'motions', 'services']) };
}

export function newRefreshRowOf(argument: unknown): NewRefreshRow | undefined {
  const given = objectOf(argument);
  return given === undefined ? undefined : textsOf(given, ['date', 'author', 'text', 'notes']);
}

export type Given = Readonly<Record<string, unknown>>;

/** The context menu of an editor passes the URI of the file, which isn't one of our arguments. */
export function objectOf(argument: unknown): Given | undefined {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri)
    ? (argument as Given)
    : undefined;
}

/** Returns those of the named values that are strings. */
export function textsOf<Name extends string>(
  given: Given,
  names: readonly Name[],
): { readonly [Key in Name]?: string } {
  const texts: { [Key in Name]?: string } = {};
  for (const name of names) {
    const value = given[name];
    if (typeof value === 'string') texts[name] = value;
  }
  return texts;
}

function listsOf<Name extends string>(
  given: Given,
  names: readonly Name[],
): { readonly [Key in Name]?: readonly string[] } {
  const lists: { [Key in Name]?: readonly string[] } = {};
  for (const name of names) {
    const value = given[name];
    if (Array.isArray(value)) lists[name] = value.filter((item): item is string => typeof item === 'string');
  }
  return lists;
}
