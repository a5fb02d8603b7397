/** Process playbooks without a problem, in the three languages that completion is tried in. */
export const WRITTEN_PAGES = {
  en: `---
# required metadata
title: FastTrack Partner Playbook - Check the Network
description: FastTrack Partner Playbook - Check the Network
author: Ada North
ms.author: adanorth
manager: benwest
ms.date: 9/14/2026
ms.topic: partner-playbook
ms.prod: non-product-specific
ms.custom: partner-playbook
ft.audience: partner
ft.owner: benwest
---

# Check the Network

Phase: **Assess**

## Overview

What the network of the customer is like.

## Objectives

- The network is known.

## Approach

### Ask the customer

Primary Role: **FastTrack Manager**  
Motions: **Customer Health / RFA**  
Applies To: **Exchange / Teams**

> [!NOTE]
> Bring the list of offices.

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|:---:|---|---|
| 5001 | Collect the list of offices | M | FastTrack Manager | Exchange / Teams |
| 5002 | Name a contact | O | SME | Classroom/SDS / Teams |

## Key Inputs

- The assessment is planned.

## Key Outputs

- The list of offices.

## Next Steps

- Go on with the plan.

## Refresh Summary

| Date | Who Changed | What Changed | Notes |
|---|---|---|---|
| 09/14/2026 | Ada North | Added task 5002 | First |
| 03/02/2026 | Ben West | Created the playbook | |

[Home](https://partner-docs.microsoft.com)
`,
  de: `---
# required metadata
title: FastTrack Partner Playbook - Check the Network
description: FastTrack Partner Playbook - Check the Network
author: Ada North
ms.author: adanorth
manager: benwest
ms.date: 09/14/2026
ms.topic: partner-playbook
ms.prod: non-product-specific
ms.custom: partner-playbook
ft.audience: partner
ft.owner: benwest
---

# Das Netzwerk prüfen

Phase: **Analyse**

## Übersicht

Wie das Netzwerk des Kunden ist und was daran zu ändern ist.

## Ziele

- Das Netzwerk ist bekannt.

## Methode

### Den Kunden fragen

Primäre Rolle: **FastTrack Manager**  
Konzepte: **Kundenintegrität/RFA**  
Gilt für: **Exchange/Teams**

> [!WARNING]
> Die Liste der Büros wird gebraucht.

#### FTOP-Aufgaben

| Aufgaben-ID | Name der Aufgabe | (E)rforderlich/(O)ptional | FastTrack-Rolle | Dienste |
|-------------|--------------------------|:---:|-------------------|----------------|
| 5001        | Die Büros sammeln        | E   | FastTrack Manager | Exchange/Teams |

## Wichtige Inputs

- Die Prüfung ist geplant.

## Wichtige Ergebnisse

- Die Liste der Büros.

## Nächste Schritte

- Weiter mit dem Plan.

## Zusammenfassung der Aktualisierung

| Datum | Geändert durch | Änderung an |
|---|---|---|
| 14.09.2026 | Ada North | Aufgabe 5001 ist neu |

[Startseite](https://partner-docs.microsoft.com)
`,
  zh: `---
# required metadata
title: FastTrack Partner Playbook - Check the Network
description: FastTrack Partner Playbook - Check the Network
author: Ada North
ms.author: adanorth
manager: benwest
ms.date: 9/14/2026
ms.topic: partner-playbook
ms.prod: non-product-specific
ms.custom: partner-playbook
ft.audience: partner
ft.owner: benwest
---

# 检查网络

阶段：**评估**

## 概述

了解客户的网络情况。

## 目标

- 了解网络。

## 方法

### 询问客户

主要角色：**FastTrack 经理**  
行动：**客户运行状况/RFA**  
适用于：**Exchange/Teams**

> [!TIP]
> 请准备办公室列表。

#### FTOP 任务

|任务 ID|任务名称|(M) 强制性/(O) 可选|FastTrack 角色|服务|
|---|---|:---:|---|---|
|5001|收集办公室列表|M|FastTrack 经理|Exchange/Teams|

## 重要投入

- 已计划评估。

## 重要成果

- 办公室列表。

## 后续步骤

- 继续执行计划。

## 刷新摘要

| 日期 | 变更人 | 变更内容 |
|---|---|---|
| 2026/9/14 | Ada North | 添加了任务 5001 |

[主页](https://partner-docs.microsoft.com)
`,
} as const;

/** A catalogue and a page of other readers, so that there are tasks to offer. */
export const OTHER_PAGES = `==> task-details.md <==
---
title: Tasks
ms.topic: playbook
ft.audience: internal
---

# Tasks

## 5001: Collect the list of offices

**Service(s):** Exchange, Teams

**Task Location:** Check the network > Ask

## 5003: Check the proxy | with the customer

**Service(s):** All Services

**Task Location:** Check the network > Check

## 5004: Deprecated - Ask again

**Service(s):** Teams

**Task Location:** Check the network > Check

==> english-playbook/check-proxy.md <==
---
title: Check the Proxy
ms.author: adanorth
manager: gwynhale
ms.topic: partner-playbook
ft.audience: partner
ft.owner: pargim
---

# Check the Proxy

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|:---:|---|---|
| 5003 | Check the proxy \\| with the customer | M | FastTrack Engineer / SME | All Services |
| 5005 | Watch the traffic | O | FastTrack Engineer | Skype for Business / Classroom/SDS |
`;
