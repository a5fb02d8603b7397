import ts from 'typescript';
import { isCatalogued } from './catalogue.js';
import { nodesIn, placeOf, type Source } from './sources.js';

/** Texts that look like English for people, but aren't messages, with their places. */
export function bypassingTexts({ tree }: Source): string[] {
  return [...nodesIn(tree, (node) => !isCatalogued(node) && !isForProgrammers(node))].flatMap((node) => {
    const text = textOf(node);
    return text === undefined || !looksLikeProse(text) ? [] : [`${placeOf(node)} ${text}`];
  });
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isJsxText(node)) return node.text.trim();
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
  return undefined;
}

/** Two words in a row, the first text in upper case or after a value; or words between tags. */
function looksLikeProse(text: string): boolean {
  return (
    /(?:^|[…"(:.] ?)[A-Z][\p{L}'’-]* [\p{L}'’"…]/u.test(text) ||
    /… [a-z]{2,} [a-z]{2,}|[a-z]{2,} [a-z]{2,} …/.test(text)
  );
}

/** Imports, types, log entries, errors that report a mistake in the code, and what is always English. */
function isForProgrammers(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return PROGRAMMERS_ERROR.test(node.expression.getText());
  if (ts.isCallExpression(node)) return LOGGING.test(node.expression.getText());
  return ts.isPropertyAssignment(node) && ENGLISH_ONLY.has(node.name.getText());
}

const PROGRAMMERS_ERROR = /^(?:(?:Type|Range)?Error|MisplacedFinding)$/;

const LOGGING = /^logFailure$|^logged$|\b(?:log|console)\b[^(]*\.(?:error|warn|info|debug|trace|log)$/i;

/**
 * Shown in the JSON schema and in the documentation, which are English, or the columns of exported files, which the
 * import recognizes by their English names.
 */
const ENGLISH_ONLY: ReadonlySet<string> = new Set(['description', 'markdownDescription', 'exported']);
