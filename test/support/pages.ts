/** A playbook in English with everything a rule could ask for. `rows` are the rows of its task table. */
export function playbookWith(...rows: readonly string[]): string {
  return [
    '---',
    'title: Assess the network',
    'description: Assess the network',
    'author: Ada Byron',
    'ms.author: v-ada',
    'manager: v-bea',
    'ms.date: 05/02/2019',
    'ms.topic: partner-playbook',
    'ms.prod: non-product-specific',
    'ms.custom: partner-playbook',
    'ft.audience: partner',
    'ft.owner: v-bea',
    '---',
    '',
    '# Assess the network',
    '',
    '#### FTOP Tasks',
    '',
    '| Task ID | Task Name | (M) Mandatory (O) Optional | FastTrack Role | Services |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

export const GOOD_ROW = '| 1234 | Check the network | M | FastTrack Engineer | Exchange |';
/** The letter is none of the header's: `task-mo-letter`, with a suggestion for each letter. */
export const BAD_ROW = '| 1235 | Check the proxy | X | FastTrack Engineer | Exchange |';
