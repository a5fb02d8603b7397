// Keys that mean something in a list of suggestions and something else in the text.

/** The hands rest wherever a list would open by itself, and before the key that it would take. */
export const short = {
  name: 'short page',
  file: 'playbooks/short.md',
  keys: `---
ms.topic: ⟦rest⟧playbook⟦rest⟧
ft.audience: ⟦rest⟧partner⟦rest⟧
---

Phase: ⟦rest⟧**Assess**

Applies To: ⟦rest⟧Teams⟦rest⟧

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
| --- | --- | :-: | --- | --- |
| 4302 | Network | M | FastTrack Engineer | ⟦rest⟧Teams⟦rest⟧
|⟦rest⟧4310⟦rest⟧
|⟦rest⟧⟦Tab⟧43
`,
};

export const tabs = {
  name: 'Tab in front matter, labels, and cells',
  file: 'playbooks/tabs.md',
  keys: `---
ms.topic: playbook⟦Tab⟧
ft.audience: ⟦Tab⟧partner
---
Phase: ⟦Tab⟧**Assess⟦Tab⟧**
#### FTOP Tasks

| Task ID⟦Tab⟧| Task Name |⟦Tab⟧(M)andatory / (O)ptional | FastTrack Role | Services |
| --- | --- | :-: | --- | --- |
|⟦Tab⟧4301⟦Tab⟧|⟦Tab⟧Network⟦Tab⟧|⟦Tab⟧M⟦Tab⟧| FastTrack Engineer⟦Tab⟧|⟦Tab⟧Teams⟦Tab⟧|
| 43⟦Tab⟧|⟦Shift+Tab⟧ |⟦Backspace*3⟧ x |⟦Escape⟧ ⟦ArrowLeft⟧⟦Home⟧⟦End⟧
## Next ⟦Tab⟧Steps
> [!⟦Tab⟧
> [!NO⟦Tab⟧
`,
};

export const several = {
  name: 'several carets',
  file: 'playbooks/several.md',
  keys: `---
ms.topic: playbook
---

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
| --- | --- | :-: | --- | --- |
|
|
|⟦Shift+Alt+ArrowUp*2⟧ 4301 | Network | M | FastTrack Engineer | Teams
| 4302 | Network | O |⟦Escape*2⟧⟦Control+End⟧
Primary Role: 
Secondary Role: ⟦Shift+Alt+ArrowUp⟧**FastTrack Engineer**  
⟦Escape*2⟧⟦Control+End⟧
`,
};

export const overtype = {
  name: 'overtype mode',
  file: 'playbooks/overtype.md',
  keys: `---
ms.topic: xxxxxxxx
ft.audience: xxxxxxx
---

| Date | Who Changed | What Changed |
| ---- | ----------- | ------------ |
| 1/01/1111 | xxxxxxxxxxx | xxxxxxxxxxxxxxxx |
⟦Control+Home⟧⟦Insert⟧⟦ArrowDown⟧⟦ArrowRight*10⟧playbook
⟦ArrowRight*13⟧partner⟦End⟧
⟦Control+End⟧⟦ArrowUp⟧⟦Home⟧| 3/02/2020 | Robin Field | Playbook created⟦End⟧
⟦Insert⟧x
`,
};

export const inserted = {
  name: 'words that arrive at once',
  file: 'playbooks/inserted.md',
  keys: `---
ms.topic: ⟦insert:playbook⟧
ft.audience: ⟦insert:partner⟧
---

Primary Role: **⟦insert:FastTrack Engineer⟧**  
Secondary Role: ⟦insert:FastTrack Manager⟧
⟦insert:#### FTOP Tasks⟧

⟦insert:| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |⟧
| --- | --- | :-: | --- | --- |
|⟦insert:4310⟧
| ⟦insert:4302⟧ |
`,
};
