import ts from 'typescript';
import { nodesIn, placeOf, sources, type Source } from './sources.js';

/** A message as its source file defines it. */
export interface CataloguedMessage {
  readonly id: string;
  readonly english: string;
  readonly note: string | undefined;
  readonly place: string;
  /** Whether the code uses it: `texts.name`. Always for the problems of rules, whose ids the compiler checks. */
  readonly isUsed: boolean;
}

const DEFINING = new Set(['defineMessages', 'defineTexts']);

/** All messages of the product: those of `defineMessages` and `defineTexts`, the problems of the rules and what they require. */
export function catalogue(): CataloguedMessage[] {
  const all = sources();
  return all.flatMap((source) => [...nodesIn(source.tree)].flatMap((node) => messagesAt(node, source, all)));
}

/** Whether the node defines messages: all texts in it are in the catalogue. */
export function isCatalogued(node: ts.Node): boolean {
  return definition(node) !== undefined;
}

function messagesAt(node: ts.Node, source: Source, all: readonly Source[]): CataloguedMessage[] {
  const found = definition(node);
  if (found === undefined) return [...descriptionAt(node), ...literalAt(node)];
  const { group, messages, variable } = found;
  return messages.properties.map((property) => {
    const name = nameOf(property);
    const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
    if (value === undefined) throw new Error(`${placeOf(property)}: a message must be a literal`);
    return {
      id: `${group}/${name}`,
      ...textAndNote(value),
      place: placeOf(property),
      isUsed: variable === undefined || isUsed(variable, name, source, all),
    };
  });
}

/** The sentence that says what a rule requires: the description in its `meta`. */
function descriptionAt(node: ts.Node): CataloguedMessage[] {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'description' || !isMeta(node.parent)) return [];
  const ruleId = ruleIdIn(node.parent);
  const note = 'A sentence without a full stop: what a rule requires of a page.';
  return ruleId === undefined
    ? []
    : [{ id: `${ruleId}/description`, english: textOf(node.initializer), note, place: placeOf(node), isUsed: true }];
}

/** A message that is written as it is, with its id and its text, because it belongs to no group. */
function literalAt(node: ts.Node): CataloguedMessage[] {
  if (!ts.isObjectLiteralExpression(node)) return [];
  const [id, english] = ['id', 'english'].map((wanted) => {
    const property = node.properties.find((one) => nameOf(one) === wanted);
    const value = property !== undefined && ts.isPropertyAssignment(property) ? property.initializer : undefined;
    return value !== undefined && ts.isStringLiteralLike(value) ? value.text : undefined;
  });
  return id === undefined || english === undefined
    ? []
    : [{ id, english, note: undefined, place: placeOf(node), isUsed: true }];
}

interface Definition {
  readonly group: string;
  readonly messages: ts.ObjectLiteralExpression;
  /** The constant with the messages; `undefined` for the problems of a rule. */
  readonly variable: string | undefined;
}

function definition(node: ts.Node): Definition | undefined {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && DEFINING.has(node.expression.text)) {
    const [group, messages] = node.arguments;
    if (group === undefined || messages === undefined || !ts.isStringLiteral(group)) return undefined;
    if (!ts.isObjectLiteralExpression(messages)) return undefined;
    const variable = ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '';
    return { group: group.text, messages, variable };
  }
  return problems(node);
}

/** The `messages` of a rule's `meta`: in it, or in a constant of that name above the rule. */
function problems(node: ts.Node): Definition | undefined {
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return undefined;
  if (node.name.getText() !== 'messages' || node.initializer === undefined) return undefined;
  const messages = ts.isAsExpression(node.initializer) ? node.initializer.expression : node.initializer;
  const group = ruleIdIn(ts.isPropertyAssignment(node) ? node.parent : node.getSourceFile());
  return group === undefined || !ts.isObjectLiteralExpression(messages)
    ? undefined
    : { group, messages, variable: undefined };
}

/** The `id` of the `meta` that is `node`, or in it. */
function ruleIdIn(node: ts.Node): string | undefined {
  for (const { parent, name, initializer } of [...nodesIn(node)].filter(ts.isPropertyAssignment))
    if (name.getText() === 'id' && isMeta(parent) && ts.isStringLiteral(initializer)) return initializer.text;
  return undefined;
}

function isMeta({ parent }: ts.Node): boolean {
  return (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) && parent.name.getText() === 'meta';
}

function nameOf(property: ts.ObjectLiteralElementLike): string {
  const { name } = property;
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '';
}

function textAndNote(value: ts.Expression): Pick<CataloguedMessage, 'english' | 'note'> {
  if (!ts.isObjectLiteralExpression(value)) return { english: textOf(value), note: undefined };
  const [text, note] = ['text', 'note'].map((wanted) =>
    value.properties.find((property) => nameOf(property) === wanted),
  );
  if (text === undefined || !ts.isPropertyAssignment(text)) throw new Error(`${placeOf(value)}: a message has no text`);
  return {
    english: textOf(text.initializer),
    note: note !== undefined && ts.isPropertyAssignment(note) ? textOf(note.initializer) : undefined,
  };
}

function textOf(value: ts.Expression): string {
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isBinaryExpression(value)) return textOf(value.left) + textOf(value.right);
  throw new Error(`${placeOf(value)}: a message must be a literal`);
}

/** Whether `variable.name` is somewhere: in its own file, or in another one that could import it. */
function isUsed(variable: string, name: string, { tree }: Source, all: readonly Source[]): boolean {
  const uses = new RegExp(`\\b${variable}(?:\\.${name}\\b|\\[)`);
  const isExported = new RegExp(`export const ${variable}\\b`).test(tree.text);
  return uses.test(tree.text) || (isExported && all.some((other) => uses.test(other.tree.text)));
}
