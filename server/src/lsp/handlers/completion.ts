import {
  CompletionItemKind,
  CompletionRequest as CompletionMessage,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import {
  allRules,
  COMPLETION_TRIGGERS,
  completionsAt,
  mayBecomePlaybook,
  textWithoutComment,
  type Completion,
  type CompletionKind,
  type CompletionRequest,
  type Playbook,
  type Problem,
} from '../../core/index.js';
import { filePathOf } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { shownText } from '../convert/shown-text.js';
import { toTextEdits } from '../convert/to-lsp.js';
import { openPage } from '../session/open-page.js';

/**
 * Completes what can be written at the caret. Items are complete, so there is no resolve request. No item has commit
 * characters, so only the usual keys accept it.
 */
export const completion: Feature = {
  capability: ({ suggestsWhileTyping }) => ({
    completionProvider: {
      ...(suggestsWhileTyping && { triggerCharacters: [...COMPLETION_TRIGGERS] }),
      resolveProvider: false,
    },
  }),
  register,
};

function register({ session, today }: FeatureContext): void {
  session.connection.onRequest(CompletionMessage.type, (params, token) =>
    runSafe<CompletionList | null>('completion', session, token, null, async () => {
      const page = await openPage(session, params.textDocument.uri, token);
      if (page === undefined) return null;
      const request = toRequest(page.playbook, params, session, today());
      if (!page.isOurs && !mayBecomePlaybook(request)) return null;
      const problems = await problemsAtComment(request, session);
      const { items, isComplete } = completionsAt({ ...request, problems });
      return {
        isIncomplete: !isComplete,
        items: items.map((item, index) => toItem(item, index, page.playbook, session)),
      };
    }),
  );
}

const rules = allRules.map(({ meta: { id, description } }) => ({ id, description }));

function toRequest(
  playbook: Playbook,
  { textDocument, position, context }: CompletionParams,
  { workspace, positions }: Session,
  today: string,
): CompletionRequest {
  const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  return {
    playbook,
    offset: positions.offsetAt(playbook.lines, position),
    today,
    rules,
    // Until everything has been read, an incomplete list would be misleading, because authors would think that it is
    // complete.
    ...(workspace.isIndexed && { workspace: { index: workspace.index, path: filePathOf(textDocument.uri) } }),
    ...(typed !== undefined && { typed }),
  };
}

/** The problems at a comment that is being written to suppress them. */
async function problemsAtComment(request: CompletionRequest, { workspace }: Session): Promise<readonly Problem[]> {
  const text = textWithoutComment(request);
  return text === undefined ? [] : ((await workspace.recheck(request, text))?.problems ?? []);
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  person: CompletionItemKind.Value,
  date: CompletionItemKind.Value,
  label: CompletionItemKind.Property,
  term: CompletionItemKind.EnumMember,
  letter: CompletionItemKind.EnumMember,
  task: CompletionItemKind.Reference,
  column: CompletionItemKind.Field,
  row: CompletionItemKind.Struct,
  section: CompletionItemKind.Module,
  alert: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Constant,
};

/** VS Code's command that opens the list of suggestions: after `ms.topic: `, the values follow. Only our own client gets it, which shows no title. */
const askAgain = { title: '', command: 'editor.action.triggerSuggest', arguments: [{ auto: true }] };

function toItem(
  completion: Completion,
  index: number,
  { lines }: Playbook,
  { positions, client, format }: Session,
): CompletionItem {
  const { label, kind, detail, documentation, filterText, edit, snippet, additionalEdits, goesOn } = completion;
  const isSnippet = snippet !== undefined && client.snippets;
  return {
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: positions.rangeOf(lines, edit.span), newText: isSnippet ? snippet : edit.newText },
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(detail !== undefined && { detail: shownText(detail, format) }),
    ...(documentation !== undefined && {
      documentation: client.completionMarkdown
        ? { kind: MarkupKind.Markdown, value: format(documentation) }
        : format(documentation).replaceAll('`', ''),
    }),
    ...(filterText !== undefined && { filterText }),
    ...(additionalEdits !== undefined && { additionalTextEdits: toTextEdits(additionalEdits, lines, positions) }),
    ...(goesOn === true && client.isOurs && client.suggestsWhileTyping && { command: askAgain }),
  };
}
