import { ErrorCodes, ResponseError, type ConnectionOptions, type Message } from 'vscode-languageserver';

/**
 * The answer to a request with parameters that a handler couldn't read; `undefined` if there is nothing wrong with them.
 * The library doesn't check them. Fields that a handler can do without aren't checked.
 */
export function invalidParams(method: string, params: unknown): ResponseError<void> | undefined {
  const names = REQUIRED[method] ?? (method.startsWith('textDocument/') ? 'textDocument' : '');
  return wrongField(names, params, isNeeded);
}

/** The same for `initialize`, whose fields may be missing. */
export function invalidInitialize(params: unknown): ResponseError<void> | undefined {
  const isRight = (name: string, value: unknown): boolean => value == null || isNeeded(name, value);
  return wrongField('capabilities workspaceFolders rootUri rootPath', params, isRight);
}

/** The library itself reads the capabilities of `initialize`, so `null` must be gone before. */
export const connectionOptions: ConnectionOptions = {
  messageStrategy: {
    handleMessage: (message, next) => next(withCapabilities(message)),
  },
};

function withCapabilities(message: Message): Message {
  const { method, params } = message as Message & { readonly method?: unknown; readonly params?: unknown };
  if (method !== 'initialize' || !isObject(params)) return message;
  return { ...message, params: { ...params, capabilities: params['capabilities'] ?? {} } } as Message;
}

function wrongField(
  names: string,
  params: unknown,
  isRight: (name: string, value: unknown) => boolean,
): ResponseError<void> | undefined {
  const fields = isObject(params) ? params : {};
  const wrong = names.split(' ').find((name) => name !== '' && !isRight(name, fields[name]));
  if (wrong === undefined) return undefined;
  return new ResponseError(
    ErrorCodes.InvalidParams,
    `Invalid params: "${wrong}" is ${fields[wrong] === undefined ? 'missing' : 'of the wrong type'}`,
  );
}

/** What the handlers can't do without. All requests about a document have `textDocument` at least. */
const REQUIRED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['completion', 'hover', 'definition', 'prepareRename'].map((name) => [
      `textDocument/${name}`,
      'textDocument position',
    ]),
  ),
  'textDocument/references': 'textDocument position context',
  'textDocument/rename': 'textDocument position newName',
  'textDocument/codeAction': 'textDocument range context',
  'textDocument/inlayHint': 'textDocument range',
  'textDocument/rangeFormatting': 'textDocument range',
  'textDocument/selectionRange': 'textDocument positions',
  'workspace/symbol': 'query',
  'workspace/executeCommand': 'command',
  'workspace/willRenameFiles': 'files',
  'playbook/edit': 'uri range command',
  'playbook/tryEdit': 'uri range command',
  'playbook/counterparts': 'uri position',
  'playbook/nextCell': 'uri position direction',
  'playbook/refreshDraft': 'uri before',
  'playbook/rowOffers': 'uri typed ownId',
  'playbook/newPage': 'kind language title audience',
  'playbook/newPageFile': 'uri language title',
  'playbook/exportReport': 'kind format',
  'playbook/report': 'kind',
  'playbook/planMetadataEdit': 'fileName base64',
  'playbook/planTaskEdit': 'fileName base64',
  'playbook/rulePage': 'help',
  ...Object.fromEntries(
    ['configuration', 'knownTasks', 'taskPreview', 'renderedTables', 'taskVersions'].map((name) => [
      `playbook/${name}`,
      'uri',
    ]),
  ),
};

function isNeeded(name: string, value: unknown): boolean {
  return (CHECKS[name] ?? isText)(value);
}

/** Fields without a check are texts. */
const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  capabilities: isObject,
  workspaceFolders: (value) => Array.isArray(value) && value.every(hasUri),
  textDocument: hasUri,
  context: isObject,
  position: isPosition,
  range: (value) => isObject(value) && isPosition(value['start']) && isPosition(value['end']),
  positions: (value) => Array.isArray(value) && value.every(isPosition),
  files: (value) =>
    Array.isArray(value) && value.every((file) => isObject(file) && isText(file['oldUri']) && isText(file['newUri'])),
};

function isPosition(value: unknown): boolean {
  return isObject(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

function hasUri(value: unknown): boolean {
  return isObject(value) && isText(value['uri']);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
