export default {
  name: 'German page',
  file: 'playbooks/plan-remediation.de.md',
  keys: `---
title: FastTrack-Playbook - Abhilfe planen
author: Robin Field
ms.author: rofield
manager: samhill
ms.date: 02.03.2020
ms.topic: playbook
ft.audience: internal
ft.owner: rofield
---

# Abhilfe planen

Phase: **Bewerten**

## Übersicht

Größere Standorte zuerst.

## Ziele

- Wissen, wo es fehlt

## Vorgehensweise

### Arbeit planen

Primäre Rolle: **FastTrack Engineer**  
Gilt für: **Core Onboarding**

#### FTOP-Aufgaben

| Aufgaben-ID | Aufgabenname | (E)rforderlich/(O)ptional | FastTrack-Rolle | Dienste |
| --- | --- | :-: | --- | --- |
| 4301 | Netzwerk – jeden Standort messen | E | FastTrack Engineer | Core Onboarding |
| 4302 | Netzwerk – Ergebnisse prüfen | O | FastTrack Manager | Teams
|4310

## Aktualisierungsübersicht

| Datum | Geändert von | Was wurde geändert |
| --- | --- | --- |
| 02.03.2020 | Robin Field | Playbook erstellt |
| 
`,
};
