import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus as folder, hasCorpus } from '../support/project.js';

/** A page to measure on, and the place in it where an author types. */
export interface BenchDocument {
  readonly name: 'typical' | 'largest' | '10k rows';
  readonly text: string;
  /** Offset inside a word of a task row or a paragraph. */
  readonly caret: number;
}

const FRONT_MATTER = `---
# required metadata
title: FastTrack Playbook - Measured
description: FastTrack Playbook - Measured
author: Robin Lee
ms.author: robinl
manager: pagrim
ms.date: 11/20/2026
ms.topic: playbook
ms.prod: non-product-specific
ms.custom: internal-playbook
ft.audience: internal
ft.owner: pagrim
---

`;

const TABLE_HEAD = `| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---------|-----------|:------------------------:|:--------------:|----------|
`;

function taskRow(index: number): string {
  return `| ${1000 + index} | Exchange - {Wizard} Review step ${index} with the [customer](https://aka.ms/step${index}) | ${index % 3 === 0 ? 'M' : 'O'} | FastTrack Engineer | Exchange / Teams |\n`;
}

function taskRows(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => taskRow(from + index)).join('');
}

function step(index: number, rows: number): string {
  return `### Review step ${index}

Primary Role: **FastTrack Engineer**  
Motions: **Customer Health / RFA**  
Applies To: **All Services**

Review the remediation checklist with the customer. Use the [guide](https://aka.ms/guide${index}) and **note** each gap.

  - Confirm the owner of each item.
  - Agree on a date, see [Next Steps](#next-steps).

#### FTOP Tasks

${TABLE_HEAD}${taskRows(index * 10, rows)}
`;
}

function processPlaybook(approach: string): string {
  return `${FRONT_MATTER}# Measured

Phase: **Remediate**

## Overview

The process finds and mends technical gaps before deployment.

## Objectives

  - Mend what the assessment found.

## Approach

${approach}
## Key Inputs

  - The assessment is done.

## Key Outputs

  - All items are resolved.

## Next Steps

  - Continue with the pilot.

## Refresh Summary

| Date | Who Changed | What Changed |
|------|-------------|--------------|
| 11/20/2026 | Robin Lee | General Maintenance |
`;
}

/** What a row of the caret's table looks like when a hundred of them are pasted. */
export const HUNDRED_ROWS = taskRows(20_000, 100);

/** Documents of our own making: the same on every machine. */
export function documents(): BenchDocument[] {
  const typical = processPlaybook(step(1, 6) + step(2, 4));
  const largest = processPlaybook(Array.from({ length: 280 }, (_, index) => step(index, 2)).join(''));
  return [
    { name: 'typical', text: typical, caret: typical.indexOf('Review step 12') + 3 },
    { name: 'largest', text: largest, caret: largest.indexOf('Review the remediation', largest.length >> 1) + 3 },
    { name: '10k rows', ...pageWithRows(10_000) },
  ];
}

/** A page with a task table of `count` rows, and a place in the row in the middle. */
export function pageWithRows(count: number): Pick<BenchDocument, 'text' | 'caret'> {
  const text = processPlaybook(`#### FTOP Tasks\n\n${TABLE_HEAD}${taskRows(0, count)}\n`);
  return { text, caret: text.indexOf(`Review step ${count >> 1} `) + 3 };
}

/** The real pages where `PLAYBOOK_CORPUS` names a folder of them, else 450 generated ones. */
export function corpus(): { readonly name: string; readonly texts: readonly string[] } {
  if (hasCorpus) {
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.md'))
      .sort();
    return { name: `${files.length} real pages`, texts: files.map((name) => readFileSync(join(folder, name), 'utf8')) };
  }
  const texts = Array.from({ length: 450 }, (_, index) =>
    processPlaybook(Array.from({ length: 1 + (index % 6) }, (_, at) => step(index + at, 5)).join('')),
  );
  return { name: '450 generated pages', texts };
}
