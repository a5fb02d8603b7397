import {
  ErrorCodes,
  ExecuteCommandRequest,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type ApplyWorkspaceEditResult,
  type CancellationToken,
  type ExecuteCommandParams,
  type Location,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Refusal } from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { CheckWorkspaceResult } from '../../protocol/index.js';
import { readArgument, type ArgumentForm, type CommandArgument } from '../convert/command-arguments.js';
import type { Plan } from '../convert/edit-plan.js';
import { PLACE_COMMANDS } from '../convert/place-commands.js';
import { PAGE_COMMANDS } from '../convert/page-commands.js';
import { editablePage, plannedEdit, toPlannedEdits, type EditablePage } from '../convert/planned-edit.js';
import { safeEdits } from '../convert/safe-edits.js';
import { toWorkspaceEdit } from '../convert/to-lsp.js';
import { shownName } from '../../workspace/index.js';
import { checkedWorkspace } from '../diagnostics/checked-workspace.js';
import type { Feature, FeatureContext } from '../feature.js';
import type { ClientFeatures } from '../session/client-features.js';
import { workspaceIndexed } from '../session/index-access.js';
import { FAILED, Outdated, PAGE_CHANGED, runAlone, runSafe } from '../session/run-safe.js';
import type { Session } from '../session/session.js';

const texts = defineMessages('execute-command', {
  unknownCommand: { text: 'Unknown command: {command}', note: '"command" is the ID of a command.' },
  notOpen: '"{page}" isn\'t open in the editor',
  noFixes: 'No problem in this playbook has a safe fix',
  nothingToChange: 'Nothing to change',
  makesNoEdits: "The editor can't make changes for a command",
  notApplied: "The editor didn't change the page",
  notAppliedBecause: {
    text: "The editor didn't change the page: {reason}",
    note: '"reason" is a text of the editor.',
  },
  noWorkspace: 'No folder is open. Open the folder that contains your playbooks',
  checked: {
    text: '{files, plural, one {# playbook checked} other {# playbooks checked}}: {errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}, {infos, plural, other {# info}}',
    note: 'Errors, warnings and infos are the severities of problems.',
  },
});

/** The result of a command that changes a page or shows a place. */
interface CommandResult {
  readonly applied: boolean;
  /** What the author was told: why nothing changed, or what wasn't changed. */
  readonly message?: string;
  /** Where the author probably continues, in the changed text. */
  readonly selection?: Range;
}

const FIX_ALL: ArgumentForm = { id: 'playbook.fixAll', isForPage: true };
const CHECK_WORKSPACE = 'playbook.checkWorkspace';

/**
 * Runs the commands of our own client in other editors. Our client has its own commands with these names, and would
 * register the announced ones a second time.
 */
export const executeCommand: Feature = {
  capability: (client) => (client.isOurs ? {} : { executeCommandProvider: { commands: commandsFor(client) } }),
  register,
};

function commandsFor({ appliesEdits, showsDocuments }: ClientFeatures): string[] {
  const changing = [...PAGE_COMMANDS.map(({ id }) => id), FIX_ALL.id];
  const showing = PLACE_COMMANDS.map(({ id }) => id);
  return [...(appliesEdits ? changing : []), ...(showsDocuments ? showing : []), CHECK_WORKSPACE];
}

type Result = CommandResult | CheckWorkspaceResult | ResponseError<void>;

function register(context: FeatureContext): void {
  const { session } = context;
  const { connection, format } = session;
  const failed = new ResponseError<void>(ErrorCodes.InternalError, format(FAILED));
  connection.onRequest(ExecuteCommandRequest.type, (params, token) =>
    runSafe<Result>(params.command, session, token, failed, async () => {
      try {
        return await run(params, context, token);
      } catch (error) {
        // Editors don't show this error of the protocol to the author.
        if (error instanceof Outdated) say(PAGE_CHANGED, MessageType.Warning, session);
        throw error;
      }
    }),
  );
}

async function run(params: ExecuteCommandParams, context: FeatureContext, token: CancellationToken): Promise<Result> {
  const { command, arguments: list, workDoneToken } = params;
  const { session } = context;
  if (command === CHECK_WORKSPACE) return checkAll(context, workDoneToken, token);
  const place = PLACE_COMMANDS.find(({ id }) => id === command);
  const form =
    place ?? PAGE_COMMANDS.find(({ id }) => id === command) ?? (command === FIX_ALL.id ? FIX_ALL : undefined);
  if (form === undefined) return invalid(texts.unknownCommand({ command: String(command) }), session);
  const argument = readArgument(form, Array.isArray(list) ? list[0] : undefined);
  if ('refused' in argument) return invalid(argument.refused, session);
  if (place === undefined && !session.client.appliesEdits) return refused(texts.makesNoEdits, session);
  const open = session.documents.get(argument.uri);
  if (open === undefined) return refused(texts.notOpen({ page: shownName(session.workspace, argument.uri) }), session);
  if (argument.version !== undefined && open.version !== argument.version) throw new Outdated();
  return place === undefined
    ? changePage(argument, command, context, token)
    : showPlace(await place.find(argument, session, token), session);
}

/** Has the client show a place. */
function showPlace(place: Location | Refusal, session: Session): CommandResult {
  if ('refused' in place) return refused(place.refused, session, MessageType.Info);
  show(place, session);
  return { applied: true, selection: place.range };
}

/** The author doesn't have to wait, and a client that can't show the place has no use for an error. */
function show({ uri, range }: Location, { client, connection }: Session): void {
  if (!client.showsDocuments) return;
  runAlone('show document', connection.console, async () => {
    await connection.window.showDocument({ uri, selection: range, takeFocus: true });
  });
}

function invalid(message: Message, { format }: Session): ResponseError<void> {
  return new ResponseError<void>(ErrorCodes.InvalidParams, format(message));
}

async function checkAll(
  context: FeatureContext,
  workDoneToken: string | number | undefined,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  const counts = await checkedWorkspace(context, workDoneToken, token);
  if (counts === null) say(texts.noWorkspace, MessageType.Warning, context.session);
  else say(texts.checked(counts), MessageType.Info, context.session);
  return counts;
}

async function changePage(
  argument: CommandArgument,
  command: string,
  context: FeatureContext,
  token: CancellationToken,
): Promise<CommandResult | ResponseError<void>> {
  const { session } = context;
  const { uri, version } = argument;
  if (argument.values.taskId !== undefined) await workspaceIndexed(session, token);
  const page = await editablePage(session, { uri, version }, token);
  if ('refused' in page) return refused(page.refused, session);
  const plan = await planFor(command, argument, page, context);
  return 'refused' in plan ? refused(plan.refused, session) : apply(plan, page, session);
}

async function planFor(
  command: string,
  { range, values }: CommandArgument,
  page: EditablePage,
  { session, today }: FeatureContext,
): Promise<Plan | Refusal> {
  const found = PAGE_COMMANDS.find(({ id }) => id === command);
  if (found === undefined) {
    const edits = await safeEdits(session, page.playbook);
    return edits.length > 0 ? { edits } : { edits, note: texts.noFixes };
  }
  const { author } = await session.settings.of(page.uri);
  const edit = found.edit(values, { playbook: page.playbook, session, author });
  if ('refused' in edit) return edit;
  const planned = plannedEdit(session, page, range, edit, today);
  return 'refused' in planned ? planned : planned.plan;
}

/** Has the client make the edits, for the version of the text that they were computed for. */
async function apply(plan: Plan, page: EditablePage, session: Session): Promise<CommandResult> {
  const { client, documents } = session;
  const { uri, version, playbook } = page;
  if (plan.edits.length === 0) return refused(plan.note ?? texts.nothingToChange, session, MessageType.Info);
  const { edits, selection, note } = toPlannedEdits(plan, playbook, session);
  if (documents.get(uri)?.version !== version) throw new Outdated();
  const { applied, failureReason } = await madeByClient(toWorkspaceEdit(edits, uri, version, client), session);
  if (!applied) {
    const isOutdated = documents.get(uri)?.version !== version;
    if (isOutdated) throw new Outdated();
    return refused(
      failureReason === undefined ? texts.notApplied : texts.notAppliedBecause({ reason: failureReason }),
      session,
    );
  }
  if (selection !== undefined) show({ uri, range: selection }, session);
  if (plan.note !== undefined) say(plan.note, MessageType.Info, session);
  return {
    applied: true,
    ...(note !== undefined && { message: note }),
    ...(selection !== undefined && { selection }),
  };
}

/** A client can also answer with an error, or with nothing. */
async function madeByClient(edit: WorkspaceEdit, { connection }: Session): Promise<ApplyWorkspaceEditResult> {
  try {
    const answer: ApplyWorkspaceEditResult | null = await connection.workspace.applyEdit(edit);
    return answer ?? { applied: false };
  } catch (error) {
    return { applied: false, failureReason: error instanceof Error ? error.message : String(error) };
  }
}

/** Nothing changes, and a message says why. */
function refused(message: Message, session: Session, type: MessageType = MessageType.Warning): CommandResult {
  say(message, type, session);
  return { applied: false, message: session.format(message) };
}

function say(message: Message, type: MessageType, { connection, format }: Session): void {
  runAlone('message', connection.console, () =>
    connection.sendNotification(ShowMessageNotification.type, { type, message: format(message) }),
  );
}
