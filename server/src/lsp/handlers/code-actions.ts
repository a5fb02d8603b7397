import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  MessageType,
  ShowMessageNotification,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { bestFix, safeFix, touches, type Problem, type TextEdit, type WordList } from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import { isConfigFile, isRuleProblem, unknownWordOf } from '../../workspace/index.js';
import { fixWorkspaceCommand, openRulePageCommand, saveConfigurationCommand } from '../session/client-features.js';
import { editActionKind, editActionsAt } from '../convert/edit-actions.js';
import { pageActionsAt, sourceAction, SOURCE_KINDS, type ActionValues } from '../convert/page-actions.js';
import { safeEdits } from '../convert/safe-edits.js';
import { runAlone, runSafe } from '../session/run-safe.js';
import type { DocumentDiagnostics, Session } from '../session/session.js';
import {
  readSuppressData,
  suppress,
  suppressData,
  suppressionOf,
  type DisableScope,
} from '../diagnostics/suppress-action.js';
import type { SuppressionScope } from '../diagnostics/suppression-edit.js';
import { assertCurrent } from '../session/text-version.js';
import { toDiagnostic, toTextEdits, toWorkspaceEdit } from '../convert/to-lsp.js';
import { appendAll } from '../../core/index.js';
import type { Feature, FeatureContext } from '../feature.js';

const texts = defineMessages('code-actions', {
  fixRuleInFile: 'Fix all "{rule}" problems in this file',
  fixRuleInWorkspace: {
    text: 'Fix all "{rule}" problems in the workspace…',
    note: 'A quick fix. The ellipsis says that the changes are shown first.',
  },
  fixAll: { text: 'Fix all safe problems in this playbook', note: 'Applies all fixes that are safe.' },
  disableRule: {
    text: 'Disable {rule} for this line',
    note: 'A quick fix: adds a comment that disables the rule. "rule" is the ID of the rule.',
  },
  disableRuleInFile: {
    text: 'Disable {rule} in this file',
    note: 'A quick fix: adds a comment that disables the rule. "rule" is the ID of the rule.',
  },
  disableRuleInWorkspace: {
    text: 'Disable {rule} in the workspace',
    note: 'A quick fix: turns off the rule in the configuration file. "rule" is the ID of the rule.',
  },
  addRole: { text: 'Add "{word}" to the roles of the workspace', note: 'A quick fix: changes the configuration file.' },
  addService: {
    text: 'Add "{word}" to the services of the workspace',
    note: 'A quick fix: changes the configuration file.',
  },
  addPhase: {
    text: 'Add "{word}" to the phases of the workspace',
    note: 'A quick fix: changes the configuration file.',
  },
  addMotion: {
    text: 'Add "{word}" to the motions of the workspace',
    note: 'A quick fix: changes the configuration file. Motion: the kind of work with a customer.',
  },
  addKey: {
    text: 'Add "{word}" to the front matter keys of the workspace',
    note: 'A quick fix: changes the configuration file.',
  },
  addAlias: {
    text: 'Add "{word}" to the mail aliases of the workspace',
    note: 'A quick fix: changes the configuration file.',
  },
  cannotChangeConfiguration:
    "The configuration file can't be changed: it has unsaved changes or a mistake, or another setting takes precedence",
  cannotDisableRule:
    "A comment can't disable the rule for this line without changing the page. Disable it in this file",
  cannotDisableRuleInFile: "A comment can't disable the rule in this file without changing the page",
  openRulePage: { text: 'Open the documentation of {rule}', note: 'A quick fix. "rule" is the ID of the rule.' },
});

const ADD_WORD: Readonly<Record<WordList, (values: { readonly word: string }) => Message>> = {
  roles: texts.addRole,
  services: texts.addService,
  phases: texts.addPhase,
  motions: texts.addMotion,
  optional: texts.addKey,
  knownAliases: texts.addAlias,
};

const REFUSALS: Readonly<Record<DisableScope, Message>> = {
  line: texts.cannotDisableRule,
  file: texts.cannotDisableRuleInFile,
  workspace: texts.cannotChangeConfiguration,
  word: texts.cannotChangeConfiguration,
};

/** The kind of the action that applies all safe fixes, which can run on save. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.playbook`;

/** The maximum number of fixes tried per place. More of them don't help, and each one takes time. */
const MAX_SUPPRESSIONS = 5;

/** Fixes problems, suppresses them, and changes tables. */
export const codeActions: Feature = {
  capability: ({ codeActions: isSupported, resolvesActions, isOurs }) =>
    isSupported
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, editActionKind, ...(isOurs ? [] : SOURCE_KINDS)],
            resolveProvider: resolvesActions,
          },
        }
      : {},
  register,
};

function register({ session, today }: FeatureContext): void {
  const { connection } = session;
  connection.onRequest(CodeActionRequest.type, (params, token) =>
    runSafe<CodeAction[]>('code actions', session, token, [], async () => {
      const result = await session.diagnosticsFor(params.textDocument.uri);
      if (result?.enabled !== true || result.check.playbook === undefined) return [];
      const { author } = await session.settings.of(params.textDocument.uri);
      const actions = await new ActionBuilder(session, result, params, { today, author }).build();
      assertCurrent(result, session);
      return actions;
    }),
  );
  connection.onRequest(CodeActionResolveRequest.type, (action, token) =>
    runSafe<CodeAction>('resolve code action', session, token, action, async () => {
      const data = readSuppressData(action.data);
      // A client also asks for the edit of an action that has a command instead.
      if (data === undefined) return action;
      const edit = await suppress(session, data);
      if (edit !== undefined) return { ...action, edit, ...savingAfter(action.title, edit, session) };
      runAlone('message', connection.console, () =>
        connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message: session.format(REFUSALS[data.scope]),
        }),
      );
      return action;
    }),
  );
}

/** Our client then saves the configuration file, because only the saved file applies. */
function savingAfter(title: string, { documentChanges }: WorkspaceEdit, { client }: Session): Partial<CodeAction> {
  const change = documentChanges?.at(-1);
  const uri = change !== undefined && 'textDocument' in change ? change.textDocument.uri : undefined;
  return client.isOurs && uri !== undefined && isConfigFile(uri)
    ? { command: { title, command: saveConfigurationCommand, arguments: [uri] } }
    : {};
}

/** The actions for a place in a text. Earlier diagnostics aren't stored. */
class ActionBuilder {
  readonly #session: Session;
  readonly #result: DocumentDiagnostics;
  readonly #params: CodeActionParams;
  readonly #values: ActionValues;

  constructor(session: Session, result: DocumentDiagnostics, params: CodeActionParams, values: ActionValues) {
    this.#session = session;
    this.#result = result;
    this.#params = params;
    this.#values = values;
  }

  async build(): Promise<CodeAction[]> {
    const actions: CodeAction[] = [];
    if (this.#wants(CodeActionKind.QuickFix)) appendAll(actions, await this.#quickFixes());
    if (this.#wants(fixAllKind) && this.#isAskedFor(fixAllKind)) appendAll(actions, await this.#fixAll());
    if (this.#wants(editActionKind) && this.#isAskedFor(editActionKind)) appendAll(actions, this.#edits(actions));
    appendAll(actions, this.#sourceActions());
    return actions;
  }

  /** Whether `context.only` allows `kind`. */
  #wants(kind: string): boolean {
    const { only } = this.#params.context;
    return (
      only === undefined || only.some((allowed) => allowed === '' || kind === allowed || kind.startsWith(`${allowed}.`))
    );
  }

  /**
   * Source actions take longer and are never shown automatically, so they aren't computed each time the caret moves.
   */
  #isAskedFor(kind: string): boolean {
    const { only, triggerKind } = this.#params.context;
    return (
      triggerKind !== CodeActionTriggerKind.Automatic || only?.some((allowed) => kind.startsWith(allowed)) === true
    );
  }

  async #quickFixes(): Promise<CodeAction[]> {
    const { check, problems } = this.#result;
    const range = this.#session.positions.spanOf(check.lines, this.#params.range);
    const here = problems.filter(({ span }) => touches(span, range));
    const rules = [...new Set(here.filter(isRuleProblem).map(({ ruleId }) => ruleId))];
    const actions = here.flatMap((problem) => this.#fixesOf(problem));
    for (const ruleId of rules) appendAll(actions, await this.#fixAllOf(ruleId));
    if (this.#session.client.isOurs)
      appendAll(
        actions,
        rules.flatMap((ruleId) => this.#fixWorkspace(ruleId, here)),
      );
    for (const problem of here) appendAll(actions, this.#addWord(problem));
    const right = here.filter(isRuleProblem).slice(0, MAX_SUPPRESSIONS);
    for (const problem of right) appendAll(actions, await this.#suppress(problem, 'line'));
    for (const problem of firstOfRule(right)) {
      appendAll(actions, await this.#suppress(problem, 'file'));
      const title = texts.disableRuleInWorkspace({ rule: problem.ruleId });
      appendAll(actions, this.#changeConfiguration(problem, 'workspace', title));
    }
    if (this.#session.client.openRulePage)
      appendAll(
        actions,
        rules.map((ruleId) => this.#openPage(ruleId, here)),
      );
    return actions;
  }

  #fixesOf(problem: Problem): CodeAction[] {
    const best = this.#session.client.preferredActions ? bestFix(problem) : undefined;
    return problem.fixes.map((fix) => ({
      ...this.#action(fix.title, CodeActionKind.QuickFix, fix.edits),
      diagnostics: this.#diagnosticsOf(problem),
      ...(fix === best && { isPreferred: true }),
    }));
  }

  async #fixAllOf(ruleId: string): Promise<CodeAction[]> {
    const fixable = this.#result.check.problems.filter(
      (problem) => problem.ruleId === ruleId && safeFix(problem).length > 0,
    );
    if (fixable.length < 2) return [];
    const edits = await this.#fixed((problem) => problem.ruleId === ruleId);
    return edits.length === 0
      ? []
      : [this.#action(texts.fixRuleInFile({ rule: ruleId }), CodeActionKind.QuickFix, edits)];
  }

  /** Problems of the rule elsewhere are computed only when the author asks for them. */
  #fixWorkspace(ruleId: string, here: readonly Problem[]): CodeAction[] {
    const own = here.filter((problem) => problem.ruleId === ruleId && safeFix(problem).length > 0);
    if (own.length === 0) return [];
    const title = this.#session.format(texts.fixRuleInWorkspace({ rule: ruleId }));
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: own.flatMap((problem) => this.#diagnosticsOf(problem)),
        command: { title, command: fixWorkspaceCommand, arguments: [{ ruleId }] },
      },
    ];
  }

  async #fixAll(): Promise<CodeAction[]> {
    const edits = await this.#fixed();
    return edits.length === 0 ? [] : [this.#action(texts.fixAll, fixAllKind, edits)];
  }

  /** Actions for a table without problems. A fix of a problem with the same title knows better what was meant. */
  #edits(fixes: readonly CodeAction[]): CodeAction[] {
    const { playbook, lines } = this.#result.check;
    if (playbook === undefined) return [];
    const span = this.#session.positions.spanOf(lines, this.#params.range);
    // Our client has the other actions as commands, which would only make its list longer.
    const others = this.#session.client.isOurs ? [] : pageActionsAt(playbook, span, this.#values);
    return [...editActionsAt(playbook, span), ...others]
      .map(({ title, edits }) => this.#action(title, editActionKind, edits))
      .filter(({ title }) => !fixes.some((fix) => fix.title === title));
  }

  /** Changes of the whole page, which would be in every list if a client didn't have to ask for them. */
  #sourceActions(): CodeAction[] {
    const { playbook } = this.#result.check;
    const { only } = this.#params.context;
    if (this.#session.client.isOurs || playbook === undefined || only === undefined) return [];
    return SOURCE_KINDS.filter((kind) => this.#wants(kind)).flatMap((kind) =>
      sourceAction(playbook, kind, this.#values).map(({ title, edits }) => this.#action(title, kind, edits)),
    );
  }

  #fixed(accept?: (problem: Problem) => boolean): Promise<TextEdit[]> {
    const { uri, check } = this.#result;
    return safeEdits(this.#session, { uri, text: check.text }, accept);
  }

  /** A comment is tried before it is proposed. Where the client allows it, only once the author has chosen the action. */
  async #suppress(problem: Problem, scope: SuppressionScope): Promise<CodeAction[]> {
    const rule = problem.ruleId;
    const action = {
      title: this.#session.format(scope === 'file' ? texts.disableRuleInFile({ rule }) : texts.disableRule({ rule })),
      kind: CodeActionKind.QuickFix,
      diagnostics: this.#diagnosticsOf(problem),
    };
    if (this.#session.client.resolvesActions) return [{ ...action, data: suppressData(problem, this.#result, scope) }];
    const edit = await suppressionOf(problem, scope, this.#result, this.#session);
    return edit === undefined ? [] : [{ ...action, edit }];
  }

  #addWord(problem: Problem): CodeAction[] {
    const unknown = unknownWordOf(problem);
    return unknown === undefined
      ? []
      : this.#changeConfiguration(problem, 'word', ADD_WORD[unknown.list]({ word: unknown.word }));
  }

  /** The change is computed only when the author chooses the action: it checks the page again. */
  #changeConfiguration(problem: Problem, scope: 'workspace' | 'word', title: Message): CodeAction[] {
    const { client } = this.#session;
    if (!client.resolvesActions || !client.versionedEdits) return [];
    return [
      {
        title: this.#session.format(title),
        kind: CodeActionKind.QuickFix,
        diagnostics: this.#diagnosticsOf(problem),
        data: suppressData(problem, this.#result, scope),
      },
    ];
  }

  #openPage(ruleId: string, here: readonly Problem[]): CodeAction {
    const title = this.#session.format(texts.openRulePage({ rule: ruleId }));
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: here
        .filter((problem) => problem.ruleId === ruleId)
        .flatMap((problem) => this.#diagnosticsOf(problem)),
      command: { title, command: openRulePageCommand, arguments: [ruleId] },
    };
  }

  #action(title: Message, kind: string, edits: readonly TextEdit[]): CodeAction {
    const { uri, version, check } = this.#result;
    return {
      title: this.#session.format(title),
      kind,
      edit: toWorkspaceEdit(
        toTextEdits(edits, check.lines, this.#session.positions),
        uri,
        version,
        this.#session.client,
      ),
    };
  }

  /** The client's own copy of the diagnostic, so that it knows what the action is for. */
  #diagnosticsOf(problem: Problem): Diagnostic[] {
    const { uri, check } = this.#result;
    const own = toDiagnostic(problem, { uri, lines: check.lines }, this.#session);
    const known = this.#params.context.diagnostics.find(
      ({ code, message, range }) => code === own.code && message === own.message && sameRange(range, own.range),
    );
    return [known ?? own];
  }
}

/** The first problem of each rule. */
function firstOfRule(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ ruleId }, index) => problems.findIndex((other) => other.ruleId === ruleId) === index);
}

function sameRange(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
