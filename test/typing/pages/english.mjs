// A whole page in English, from its first key to its last.
export default {
  name: 'english page',
  file: 'playbooks/plan-remediation.md',
  keys: `---
# required metadata
title: FastTrack Playbook - Plan Remediation
description: FastTrack Playbook - Plan Remediation
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

# Plan Remediation

Phase: **Remediate**

## Overview

Plan the work before it starts. Use the results of the assessment/measurement!

> [!NOTE]
> The plan is shared with the customer.

## Objectives

- Know which sites come first

## Approach

### Plan the work

Primary Role: **FastTrack Engineer**  
Secondary Role: **FastTrack Manager**  
Applies To: **Exchange Online, Teams / Core Onboarding**

See [Assess Network](./assess-network.md#approach) and [the details](task-details.md).

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
| ------- | --------- | :----------------------: | -------------- | -------- |
| 4301 | Network - measure each site | M | FastTrack Engineer | Core Onboarding |
| 4302 | Network - review the results | O | FastTrack Engineer / FastTrack Manager | Core Onboarding |
|4310|Network - plan the remediation|M|FastTrack Engineer|Teams
| 4310 |
| 43

## Key Inputs

- The list of sites

<!-- playbook-lint-disable-next-line task-id-duplicate -->
## Key Outputs

- One plan per site

## Next Steps

- Do the work.

## Refresh Summary

| Date | Who Changed | What Changed |
| ---- | ----------- | ------------ |
| 3/02/2020 | Robin Field | Playbook created |
| 4/02/2020 | Robin Field
| 5/
`,
};
