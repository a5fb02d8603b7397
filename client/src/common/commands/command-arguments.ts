import { Uri } from 'vscode';
import type { NewRefreshRow, NewStep, NewTask } from '../../../../server/src/protocol';

/** What a key binding or a test gives to a command, which may be anything. `undefined`: nothing was given, so ask. */
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

/** A menu of an editor gives the address of the file: that is no argument of ours. */
export function objectOf(argument: unknown): Given | undefined {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri)
    ? (argument as Given)
    : undefined;
}

/** Those of the named values that are texts. */
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
