import ts from 'typescript';
import { isCatalogued } from './catalogue.js';
import { nodesIn, placeOf, type Source } from './sources.js';

/** Texts that look like English for people, but aren't messages, with their places. */
export function bypassingTexts({ tree }: Source): string[] {
  return [...nodesIn(tree, (node) => !isCatalogued(node) && !isForProgrammers(node))].flatMap((node) => {
    const text = textOf(node);
    if (text === undefined || isLogName(node)) return [];
    return looksLikeProse(text) || ((isShown(node) || ts.isJsxText(node)) && /\p{L}\p{Ll}/u.test(text))
      ? [`${placeOf(node)} ${text}`]
      : [];
  });
}

/** Whether the node is the value of a property that people see, where one word is a text too. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  const isNamed = ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent);
  return isNamed && parent.initializer === node && SHOWN.has(parent.name.getText().replaceAll("'", ''));
}

const SHOWN: ReadonlySet<string> = new Set([
  'label',
  'title',
  'message',
  'detail',
  'placeholder',
  'placeHolder',
  'prompt',
  'tooltip',
  'hint',
  'aria-label',
  'aria-description',
]);

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return isPropertyName(node) ? undefined : node.text;
  if (ts.isJsxText(node)) return node.text.trim();
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
  return undefined;
}

function isPropertyName(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

/** Two words, the first in upper case or one of them next to a value; or at least three words. */
function looksLikeProse(text: string): boolean {
  return (
    /(?:^|[…"(:.] ?)[A-Z][\p{L}'’-]* [\p{L}'’"…]/u.test(text) ||
    /… [a-z]{2,} [a-z]{2,}|[a-z]{2,} [a-z]{2,} …/.test(text) ||
    /^[a-z']+(?: [a-zA-Z']+){2,}[.:]?$/.test(text)
  );
}

/** Imports, types, log entries, errors that report a mistake in the code, and what is always English. */
function isForProgrammers(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return PROGRAMMERS_ERROR.test(node.expression.getText());
  if (ts.isCallExpression(node)) return LOGGING.test(node.expression.getText());
  return ts.isPropertyAssignment(node) && ENGLISH_ONLY.has(node.name.getText());
}

/** The name of a request in the log: an argument of the functions that run requests. */
function isLogName(node: ts.Node): boolean {
  return (
    ts.isStringLiteral(node) && ts.isCallExpression(node.parent) && LOG_NAMED.test(node.parent.expression.getText())
  );
}

const LOG_NAMED = /^(?:runSafe|runAlone|answered)$/;

const PROGRAMMERS_ERROR = /^(?:(?:Type|Range)?Error|MisplacedFinding)$/;

const LOGGING = /^log(?:Failure)?$|^logged$|\b(?:log|console)\b[^(]*\.(?:error|warn|info|debug|trace|log)$/i;

/**
 * Shown in the JSON schema and in the documentation, which are English, or the columns of exported files, which the
 * import recognizes by their English names.
 */
const ENGLISH_ONLY: ReadonlySet<string> = new Set(['description', 'markdownDescription', 'exported']);
