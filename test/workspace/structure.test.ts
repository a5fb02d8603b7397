import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from '../../server/src/workspace/index.js';
import { MemoryFiles } from '../support/memory-files.js';
import { english } from '../support/english.js';

// How two pages differ is found out once, and again only after a change that matters. Every result must be that of a
// workspace that was just read.

const SITE = 'file:///site';
const ENGLISH = `${SITE}/english-playbook/upgrade.md`;
const GERMAN = `${SITE}/german-playbook/upgrade-de.md`;
const LIST = '- First\n- Second\n\n';
const LINK = '[devices](https://learn.microsoft.com/devices)';

test('typing changes nothing about two pages that agree', async () => {
  const desk = await openDesk();
  assert.deepEqual(await desk.problems(), []);
  for (const letters of ['W', 'Wo', 'Wor', 'Word'])
    await desk.change(ENGLISH, (text) => text.replace(/Text\b[^\n]*/, `Text ${letters}`));
  assert.deepEqual(await desk.problems(), []);
});

test('a list that moves to another step differs, although the pages have the same lists in the same order', async () => {
  const desk = await openDesk();
  await desk.change(ENGLISH, (text) => text.replace(LIST, '').replace('Text\n', `Text\n\n${LIST}`));
  assert.notDeepEqual(await desk.problems(), []);
  await desk.change(ENGLISH, (text) => text.replace(LIST, '').replace('Do this:\n\n', `Do this:\n\n${LIST}`));
  assert.deepEqual(await desk.problems(), []);
});

test('a link that is deleted, inserted in another step, and moved back', async () => {
  const desk = await openDesk();
  await desk.change(ENGLISH, (text) => text.replace(LINK, ''));
  assert.notDeepEqual(await desk.problems(), []);
  await desk.change(ENGLISH, (text) => text.replace('Text', `Text ${LINK}`));
  await desk.change(ENGLISH, (text) => text.replace(` ${LINK}`, '').replace('See ', `See ${LINK}`));
  assert.deepEqual(await desk.problems(), []);
});

test('a role, a list item, a row and a heading that change on the translation, and change back', async () => {
  const desk = await openDesk();
  for (const [from, to] of [
    ['Primäre Rolle: **FastTrack Engineer**', 'Primäre Rolle: **SME**'],
    ['- Zweitens', '- Zweitens\n- Drittens'],
    ['| 3101 |', '| 3109 |'],
    ['### Upgrade planen', '## Upgrade planen'],
  ] as const) {
    await desk.change(GERMAN, (text) => text.replace(from, to));
    assert.notDeepEqual(await desk.problems(), [], to);
    await desk.change(GERMAN, (text) => text.replace(to, from));
    assert.deepEqual(await desk.problems(), [], from);
  }
});

/** Two open pages. After each change, both are compared with a workspace that was just read. */
async function openDesk(): Promise<{
  change: (uri: string, edit: (text: string) => string) => Promise<void>;
  problems: () => Promise<string[]>;
}> {
  const texts = new Map([
    [ENGLISH, PAGE],
    [GERMAN, GERMAN_PAGE],
  ]);
  const workspace = await workspaceWith(texts);
  return {
    problems: () => problemsIn(workspace),
    change: async (uri, edit) => {
      const before = texts.get(uri) ?? '';
      const after = edit(before);
      assert.notEqual(after, before);
      texts.set(uri, after);
      workspace.change(uri, after);
      await workspace.indexed();
      assert.deepEqual(await problemsIn(workspace), await problemsIn(await workspaceWith(texts)));
    },
  };
}

async function workspaceWith(texts: ReadonlyMap<string, string>): Promise<Workspace> {
  const workspace = new Workspace({ host: new MemoryFiles(texts), today: () => '2026-11-21' });
  workspace.setFolders([SITE]);
  for (const [uri, text] of texts) workspace.open(uri, text);
  await workspace.indexed();
  return workspace;
}

async function problemsIn(workspace: Workspace): Promise<string[]> {
  const results = await Promise.all([ENGLISH, GERMAN].map((uri) => workspace.problemsOf(uri)));
  return results.flatMap((result) =>
    (result?.problems ?? [])
      .filter(({ ruleId }) => ruleId.startsWith('translation-'))
      .map(({ ruleId, span, message }) => `${ruleId} ${span.start} ${english(message)}`),
  );
}

const PAGE = `---
ft.audience: partner
---

# Upgrade

## Approach

### Check the devices

Primary Role: **FastTrack Engineer**\\
Applies To: **Teams**

Do this:

${LIST}See ${LINK}.

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|
| 3101 | List the devices | M | FastTrack Engineer | Teams |

### Plan the upgrade

Primary Role: **FastTrack Engineer**\\
Applies To: **Teams**

Text

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|
| 3103 | Choose the first users | M | FastTrack Engineer | Teams |
`;

const GERMAN_PAGE = `---
ft.audience: partner
---

# Upgrade

## Methode

### Geräte prüfen

Primäre Rolle: **FastTrack Engineer**\\
Gilt für: **Teams**

Tun Sie das:

- Erstens
- Zweitens

Siehe [Geräte](https://learn.microsoft.com/devices).

#### FTOP-Aufgaben

| Aufgaben-ID | Aufgabenname | (E)rforderlich / (O)ptional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
| 3101 | Geräte auflisten | E | FastTrack Engineer | Teams |

### Upgrade planen

Primäre Rolle: **FastTrack Engineer**\\
Gilt für: **Teams**

Absatz

#### FTOP-Aufgaben

| Aufgaben-ID | Aufgabenname | (E)rforderlich / (O)ptional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
| 3103 | Erste Benutzer auswählen | E | FastTrack Engineer | Teams |
`;
