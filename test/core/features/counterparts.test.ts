import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counterpartsOf, asFilePath } from '../../../server/src/core/index.js';
import { printPlace, sceneOf } from '../../support/navigation.js';

const ENGLISH = `---
ft.audience: partner
---

# Plan the deployment

## Objectives

What we want.

## Approach

### Prepare the customer

Primary Role: **FastTrack Manager**  

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|
| 3190 | Confirm | M | FastTrack Engineer | All Services |
| 5000 | Only here | M | FastTrack Engineer | All Services |

### Meet the customer

Primary Role: **FastTrack Manager**  

## My own section

Words.
`;

const GERMAN = `---
ft.audience: partner
---

# Planung der Bereitstellung

## Ziele

Was wir mit dem Kunden wollen.

## Methode

### Vorbereitung für den Kunden

Primäre Rolle: **FastTrack Manager**  

| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
| 3191 | Vorher | E | FastTrack Engineer | Alle Dienste |
| 3190 | Bestätigung | E | FastTrack Engineer | Alle Dienste |

### Treffen mit dem Kunden

Primäre Rolle: **FastTrack Manager**  
`;

describe('from the English page, with the caret at', () => {
  const leads = (before: string, caret: string, ...places: readonly string[]): void =>
    void test(before, () => {
      const { files, index, path, offset } = sceneOf(
        `==> english-playbook/plan.md <==\n${ENGLISH.replace(before, caret)}==> german-playbook/plan-de.md <==\n${GERMAN}`,
      );
      assert.deepEqual(
        counterpartsOf(index, path, offset).map(({ language, place }) => `${language} ${printPlace(files, place)}`),
        places,
      );
    });
  leads('Confirm', 'Conf█irm', 'de german-playbook/plan-de.md:20:3 3190');
  leads('Only here', 'Only █here', 'de german-playbook/plan-de.md:13:1 ### Vorbereitung für den Kunden');
  leads('What we want', 'What █we want', 'de german-playbook/plan-de.md:7:1 ## Ziele');
  leads('## Approach', '█## Approach', 'de german-playbook/plan-de.md:11:1 ## Methode');
  leads('### Meet', '### Me█et', 'de german-playbook/plan-de.md:22:1 ### Treffen mit dem Kunden');
  leads('ft.audience', 'ft.█audience', 'de german-playbook/plan-de.md:1:1');
});

test('a section without a counterpart leads to the nearest one above', () => {
  const { files, index, path, offset } = sceneOf(
    `==> english-playbook/plan.md <==\n${ENGLISH.replace('Words', 'Wo█rds')}==> german-playbook/plan-de.md <==\n${GERMAN}`,
  );
  assert.deepEqual(
    counterpartsOf(index, path, offset).map(({ place }) => printPlace(files, place)),
    ['german-playbook/plan-de.md:22:1 ### Treffen mit dem Kunden'],
  );
});

test('a page without translations has no counterpart', () => {
  const { index, path, offset } = sceneOf(`==> english-playbook/plan.md <==\n█${ENGLISH}`);
  assert.deepEqual(counterpartsOf(index, path, offset), []);
  assert.deepEqual(counterpartsOf(index, asFilePath(`${path}x`), 0), []);
});
