/** The pages of rules, which our client shows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulePageMethod, type RulePageParams, type RulePageResult } from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';

const translations = {
  'rule-page/why': 'Warum',
  'rule-page/requirement': '{description}!',
  'rule-page/allRules': 'Alle Regeln',
  'task-mo-letter/description': 'Ein Buchstabe',
};

async function pageOf(client: TestClient, params: RulePageParams): Promise<string | null> {
  return (await client.request<RulePageResult>(rulePageMethod, params)).page;
}

test('the page of a rule is in the language of the session', async () => {
  const client = await TestClient.inMemory({ initializationOptions: { readFile: true, locale: 'de', translations } });
  const help =
    '## Why\n\nDarum, siehe [task-id-format](task-id-format.md).\n\n## See also\n\n- task-mo-empty\n- dialect\n- rules\n';
  assert.equal(
    await pageOf(client, { rule: 'task-mo-letter', help }),
    `# task-mo-letter

Ein Buchstabe!

Severity: error · fixed automatically where that is safe, otherwise fix suggested · since 0.1.0

## Warum

Darum, siehe [task-id-format](task-id-format.md).

## Options

None.

## See also

- [task-mo-empty](task-mo-empty.md)
- [The dialect](../dialect.md)
- [Alle Regeln](README.md)
`,
  );
  assert.match(
    (await pageOf(client, { rule: null, help: '' })) ?? '',
    /^# Alle Regeln\n[^]*\n- \[task-mo-letter\]\(task-mo-letter\.md\) {2}\n {2}Ein Buchstabe!\n/,
  );
  await client.stop();
});

test('a rule without help has a page with what its code says; a rule that does not exist has none', async () => {
  const client = await TestClient.inMemory({ initializationOptions: { readFile: true } });
  assert.match(
    (await pageOf(client, { rule: 'task-mo-letter', help: '' })) ?? '',
    /^# task-mo-letter\n\nA mandatory[^]*\n\n## Options\n\nNone\.\n$/,
  );
  assert.equal(await pageOf(client, { rule: 'task-mo-lettre', help: '' }), null);
  await client.stop();
});
