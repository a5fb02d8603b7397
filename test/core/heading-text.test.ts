import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlaybook } from '../../server/src/core/index.js';
import type { Heading } from '../../server/src/core/model/headings.js';

const DEFINITIONS = '\n\n[plan]: plan.md\n';

function headingOf(line: string): Heading {
  const [heading] = parsePlaybook({ uri: '', text: `${line}${DEFINITIONS}` }).headings;
  return heading?.value ?? assert.fail(`no heading in ${line}`);
}

const TEXTS: Readonly<Record<string, string>> = {
  '## Overview <!-- checked -->': 'Overview',
  '## <!-- playbook-lint-disable-line section-order -- moved --> Overview': 'Overview',
  '## <a id="overview"></a>Overview': 'Overview',
  '## Overview <a name="top"></a>': 'Overview',
  '## Key<br>Inputs': 'Key Inputs',
  '## Key <br/> Inputs': 'Key Inputs',
  '## Press <kbd>Ctrl</kbd>+<kbd>C</kbd>': 'Press Ctrl+C',
  '## Overview {#overview}': 'Overview',
  '## Overview {#overview .wide} ##': 'Overview',
  '## The {Wizard} of tasks': 'The {Wizard} of tasks',
  '## Roles &amp; Tasks': 'Roles & Tasks',
  '## Key&nbsp;Inputs': 'Key Inputs',
  '## Key\u00A0Inputs': 'Key Inputs',
  '## Key&#32;Inputs &unknown; &lt;tag&gt;': 'Key Inputs &unknown; <tag>',
  '## [Next steps][plan]': 'Next steps',
  '## [plan]': 'plan',
  '## [Next][unknown]': '[Next][unknown]',
  '## [A [b] c](plan.md)': 'A [b] c',
  '## ![Icon](icon.png) Legend': 'Icon Legend',
  '## *Very* _important_ **bold** __also__ ***both***': 'Very important bold also both',
  '## snake_case and 2 * 3 * 4': 'snake_case and 2 * 3 * 4',
  '## Run `git *status*`': 'Run git *status*',
  '## \\*Not\\* \\[emphasis\\] 3 \\# 4': '*Not* [emphasis] 3 # 4',
  '## ~~Old~~ New': 'Old New',
  '## A < b': 'A < b',
  '## Over\u200Bview': 'Overview',
  '## 1. [Plan](#plan)': '1. Plan',
  '## - Plan': '- Plan',
  '## ## Plan': '## Plan',
  'Key *Inputs*\nfor all\n---': 'Key Inputs for all',
  '##\u00A0Overview': 'Overview',
  '＃＃　概要': '概要',
};

for (const [source, text] of Object.entries(TEXTS)) {
  test(`${JSON.stringify(source)} is read as ${JSON.stringify(text)}`, () => {
    assert.equal(headingOf(source).text, text);
  });
}

test('the words of a heading are its source without comments, anchors and {#id}', () => {
  const wordsOf = (line: string): string => {
    const { words } = headingOf(line);
    return line.slice(words.start, words.end);
  };
  assert.equal(wordsOf('## <a id="a"></a> **Key** Inputs <!-- x --> {#id} <!-- y -->'), '**Key** Inputs');
  assert.equal(wordsOf('## Key <!-- x --> Inputs'), 'Key <!-- x --> Inputs');
  assert.equal(wordsOf('## <!-- nothing else -->'), '<!-- nothing else -->');
  assert.equal(wordsOf('##   Key Inputs  ##'), 'Key Inputs');
});

test('a section is found in spite of bold that is not rendered', () => {
  for (const line of ['## **Overview **', '## `Overview`', '## ## Overview'])
    assert.equal(headingOf(line).matches[0]?.id, 'overview', line);
});
