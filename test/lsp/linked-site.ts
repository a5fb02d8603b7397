/** A small site whose pages link to each other, and a client that navigates in it. */
import type { ClientCapabilities, Location, Position, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FULL_CLIENT, TestClient, type ClientSetup } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';

export const NAVIGATOR: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: {
    ...FULL_CLIENT.textDocument,
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    ...FULL_CLIENT.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    fileOperations: { willRename: true },
  },
};

const FRONT = '---\nft.audience: partner\n---\n';
export const PLAN = 'file:///site/english-playbook/plan.md';
export const GERMAN = 'file:///site/german-playbook/plan-de.md';
export const TASKS = 'file:///site/task-details.md';
export const LOG = 'file:///site/my%20log.md';
export const TOC = 'file:///site/toc.yml';
export const README = 'file:///site/README.md';

function site(): Map<string, string> {
  return new Map([
    ['file:///site/docfx.json', '{}'],
    [TOC, '- name: Plan\n  href: english-playbook/plan.md\n- name: Leads\n  href: task-details.md#983-quickleads\n'],
    [README, '# Read me first\n\n[Plan](english-playbook/plan.md), task 983\n'],
    [
      TASKS,
      `${FRONT}\n# Task Details\n\n## 983: QuickLeads\n\n**Service(s):** All Services  \n\n## 994: Kickoff\n\n## 995: Other\n`,
    ],
    [
      PLAN,
      `${FRONT}\n# Plan the deployment\n\n## Objectives\n\nFinish task 983. See [it](~/task-details.md#983-quickleads) or [it](../task-details.html), [log](<../my log.md>).\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n| 983 | QuickLeads | M | FastTrack Manager | All Services |\n| 5000 | New | M | FastTrack Manager | All Services |\n`,
    ],
    [
      GERMAN,
      `${FRONT}\n# Planung der Bereitstellung\n\n## Ziele\n\nWas wir mit dem Kunden wollen.\n\n| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |\n|---|---|---|---|---|\n| 994 | Auftakt | E | FastTrack Manager | Alle Dienste |\n| [983](https://aka.ms/983) | Interessenten | E | FastTrack Manager | Alle Dienste |\n`,
    ],
    [
      LOG,
      `${FRONT}\n## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 01/02/2020 | ada | Task 983 was renamed |\n`,
    ],
  ]);
}

export async function start(
  setup: ClientSetup = {},
  opened: readonly string[] = [PLAN],
): Promise<{ client: TestClient; files: Map<string, string> }> {
  const files = site();
  const client = await TestClient.inMemory(
    { capabilities: NAVIGATOR, files, ...setup },
    { host: new MemoryFiles(files) },
  );
  for (const uri of opened) await client.open(uri, files.get(uri) ?? '', uri === TOC ? 'yaml' : 'markdown');
  return { client, files };
}

/** Where `needle` starts in the text, `into` characters on. */
export function at(
  files: ReadonlyMap<string, string>,
  uri: string,
  needle: string,
  into = 1,
): { textDocument: { uri: string }; position: Position } {
  const text = files.get(uri) ?? '';
  return {
    textDocument: { uri },
    position: TextDocument.create(uri, 'markdown', 0, text).positionAt(text.indexOf(needle) + into),
  };
}

export function textIn(files: ReadonlyMap<string, string>, { uri, range }: Location): string {
  return `${uri.slice('file:///site/'.length)} ${TextDocument.create(uri, 'markdown', 0, files.get(uri) ?? '').getText(range)}`;
}

/** The files after the edit, as an editor would have them. */
export function applied(files: ReadonlyMap<string, string>, edit: WorkspaceEdit | null): Map<string, string> {
  const changes = Object.entries(edit?.changes ?? {}).concat(
    (edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? [[change.textDocument.uri, change.edits] as never] : [],
    ),
  );
  return new Map([
    ...files,
    ...changes.map(
      ([uri, edits]) =>
        [uri, TextDocument.applyEdits(TextDocument.create(uri, '', 0, files.get(uri) ?? ''), edits)] as const,
    ),
  ]);
}
