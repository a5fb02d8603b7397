import type { TextRange } from '../../server/src/protocol/index.js';

export interface RequestPlace {
  readonly uri: string;
  readonly version: number;
  readonly range: TextRange;
}

type Params = (place: RequestPlace) => unknown;

const document = ({ uri }: RequestPlace) => ({ textDocument: { uri } });
const position: Params = (place) => ({ ...document(place), position: place.range.start });
const ours: Params = ({ uri, range }) => ({ uri, position: range.start });
const FORMAT = { tabSize: 4, insertSpaces: true };
const SHEET = Buffer.from('File,Task ID,Task Name,title\nhome.md,3184,Other,New\n').toString('base64');

/** Every request that the server answers, and what it is asked with at a place. */
const PARAMS: Readonly<Record<string, Params>> = {
  'textDocument/diagnostic': document,
  'textDocument/codeAction': (place) => ({ ...document(place), range: place.range, context: { diagnostics: [] } }),
  'textDocument/codeAction#fixAll': (place) => ({
    ...document(place),
    range: place.range,
    context: { diagnostics: [], only: ['source.fixAll.playbook'] },
  }),
  'textDocument/completion': position,
  'textDocument/hover': position,
  'textDocument/definition': position,
  'textDocument/references': (place) => ({
    ...document(place),
    position: place.range.start,
    context: { includeDeclaration: true },
  }),
  'textDocument/prepareRename': position,
  'textDocument/rename': (place) => ({ ...document(place), position: place.range.start, newName: '4711' }),
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/selectionRange': (place) => ({ ...document(place), positions: [place.range.start, place.range.end] }),
  'textDocument/documentLink': document,
  'textDocument/codeLens': document,
  'textDocument/inlayHint': (place) => ({ ...document(place), range: place.range }),
  'textDocument/formatting': (place) => ({ ...document(place), options: FORMAT }),
  'textDocument/rangeFormatting': (place) => ({ ...document(place), range: place.range, options: FORMAT }),
  'textDocument/codeAction#source': (place) => ({
    ...document(place),
    range: place.range,
    context: { diagnostics: [], only: ['source'] },
  }),
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'workspace/symbol': () => ({ query: '31' }),
  'workspace/willRenameFiles': ({ uri }) => ({ files: [{ oldUri: uri, newUri: `${uri.slice(0, -3)}-new.md` }] }),
  ...Object.fromEntries(
    [
      'alignTable',
      'compactTable',
      'sortTasks',
      'moveRowUp',
      'moveRowDown',
      'deleteRow',
      'toggleMandatory',
      'escapePipe',
      'updateDate',
      'insertRow',
      'insertTable',
      'insertStep',
      'addRefreshRow',
    ].map((command): [string, Params] => [`playbook/edit#${command}`, (place) => ({ ...place, command })]),
  ),
  'playbook/edit#setCell': (place) => ({ ...place, command: 'setCell', args: { column: 'task-name', text: 'a | b' } }),
  'playbook/edit#fillsRow': (place) => ({
    ...place,
    command: 'setCell',
    args: { column: 'task-id', text: '3184', fillsRow: true },
  }),
  'playbook/tryEdit': (place) => ({ ...place, command: 'setCell', args: { column: 'role', text: ['sme'] } }),
  'playbook/edit#pasteRows': (place) => ({
    ...place,
    command: 'pasteRows',
    args: { text: '3184\tCheck\tM\tFE\tTeams\n3185\tb' },
  }),
  'playbook/fixWorkspace': () => ({}),
  'playbook/vocabulary': ({ uri }) => ({ uri }),
  'playbook/knownTasks': ({ uri }) => ({ uri }),
  'playbook/rowOffers': ({ uri }) => ({ uri, typed: '318', ownId: '3184' }),
  'playbook/refreshDraft': ({ uri }) => ({ uri, before: '| Task ID | Task Name |\n|---|---|\n| 3184 | a |\n' }),
  'playbook/newPage': ({ uri }) => ({ kind: 'process', uri, language: 'de', title: 'a: "b"', audience: 'partner' }),
  'playbook/configuration': ({ uri }) => ({ uri }),
  'playbook/counterparts': ours,
  'playbook/nextCell': ({ uri, range }) => ({ uri, position: range.start, direction: 'next' }),
  'playbook/taskPreview': ({ uri }) => ({ uri }),
  'playbook/workspaceTasks': () => ({}),
  'playbook/workspaceRead': () => ({}),
  'playbook/renderedTables': ({ uri }) => ({ uri }),
  'playbook/taskVersions': ({ uri }) => ({ uri }),
  'playbook/checkWorkspace': () => ({}),
  'playbook/report': () => ({ kind: 'tasks' }),
  'playbook/exportReport': () => ({ kind: 'metadata', format: 'xlsx' }),
  'playbook/planMetadataEdit': () => ({ fileName: 'a.csv', base64: SHEET }),
  'playbook/planTaskEdit': ({ uri }) => ({ fileName: 'a.csv', base64: SHEET, uri, forInformation: ['Language'] }),
};

/** Names of requests; what stands after `#` tells two apart that the protocol has one name for. */
export const METHODS: readonly string[] = Object.keys(PARAMS);

export function methodOf(name: string): string {
  return name.split('#')[0] ?? name;
}

export function paramsFor(name: string, place: RequestPlace): unknown {
  return PARAMS[name]?.(place);
}
