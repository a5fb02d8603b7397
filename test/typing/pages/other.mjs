// Markdown that is no playbook, and pages that are written in another way than from the first key to the last.
export const notes = {
  name: 'notes beside the playbooks',
  file: 'notes.md',
  keys: `# Notes

See [the pages](./⟦rest⟧⟦Escape⟧⟦Control+Space⟧⟦list⟧⟦Escape⟧
) and [one of them](./playbooks/as⟦rest⟧⟦Escape⟧⟦Control+Space⟧⟦list⟧⟦Tab⟧).
| Task ID | Name |
| --- | --- |
| 4301 | FastTrack Engineer
Phase: **Assess
`,
};

export const grown = {
  name: 'rows added to a page that is there',
  file: 'playbooks/assess-network.zh.md',
  keys: `⟦Control+End⟧| 2021/3/02 | Robin Field | 更新 |
| 2021/4/02 | Robin Field
|⟦Tab⟧
`,
};

export const lists = {
  name: 'lists, brackets and selections',
  file: 'playbooks/lists.md',
  keys: `---
ms.topic: playbook
---

# Plan

Phase: **Assess**

- one
- two
⟦Tab⟧- (inner) [x] {y} \`code\`
- ⟦Backspace*2⟧
⟦Backspace*4⟧1. first
2. second ⟦Shift+ArrowLeft*7⟧*⟦End⟧
- [ ] "open" 'task' <b>
> a quote
> (⟦Backspace⟧[⟦Delete⟧

See [Assess](./assess-network.md#approach), [⟦Backspace⟧, and [](⟦ArrowRight⟧.
Primary Role: **FastTrack Manager**⟦Control+Backspace*3⟧**FastTrack Engineer**  
Secondary Role: ⟦Shift+Home⟧Applies To: **Teams**  
⟦Control+Z⟧⟦Control+Y⟧⟦Escape⟧

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
| --- | --- | :-: | --- | --- |
| 4301 | Network | M | FastTrack Engineer | Teams |
| 4302 | Network | O | FastTrack Engineer | Teams |⟦Alt+ArrowUp⟧⟦Alt+ArrowDown⟧⟦Home⟧⟦Control+ArrowRight*2⟧⟦Shift+End⟧⟦Delete⟧ | Users⟦End⟧⟦Backspace*2⟧rs | M |
`,
};

/** Saved where there is nothing to fix and nothing to format: a save then leaves the page, and the caret, where they are. */
export const saved = {
  name: 'page that is saved while it is typed',
  file: 'playbooks/saved.md',
  keys: `---
title: Plan Remediation
description: Plan Remediation
author: Robin Field
ms.author: rofield
manager: samhill
ms.date: 3/02/2020
ms.topic: playbook
ms.prod: non-product-specific
ms.custom: internal-playbook
ft.audience: partner
ft.owner: rofield
---

# Plan Remediation⟦Control+S⟧

Phase: **Remediate**⟦Control+S⟧

## Approach

### Plan the work

Primary Role: **FastTrack Engineer**  ⟦Control+S⟧
Applies To: **Teams**⟦Control+S⟧

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
| --- | --- | :-: | --- | --- |
| 4301 | Network - measure each site | M | FastTrack Engineer | Core Onboarding |⟦Control+S⟧
| 4302 | Network - review the results | O | FastTrack Engineer | Core Onboarding |⟦Control+S⟧

## Refresh Summary

| Date | Who Changed | What Changed |
| --- | --- | --- |
| 3/02/2020 | Robin Field | Playbook created |⟦Control+S⟧
`,
};
