// The skill and the template for agents: what they say comes from the vocabulary, and what they show is checked.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { agentTools } from '../../server/src/agent-tools/index.js';
import { helpText } from '../../server/src/cli/help.js';
import { allRules, builtInVocabulary, isPlaybook, parsePlaybook } from '../../server/src/core/index.js';
import { guideParts } from '../support/agent-guide.js';
import { withGenerated } from '../support/dialect-tables.js';
import { english } from '../support/english.js';
import { lintText, TODAY } from '../support/lint.js';
import { root } from '../support/project.js';
import { expandSnippet, snippetsFor } from '../support/snippets.js';

const SKILL = 'agents/skills/fasttrack-playbook/SKILL.md';
const GUIDES = [SKILL, 'agents/skills/fasttrack-playbook/words.md', 'agents/AGENTS.md'];
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const EXAMPLE = /^```markdown ([^\n]*)\n([^]*?)^```$/gm;

for (const file of GUIDES)
  describe(file, () => {
    const before = read(file);
    const text = withGenerated(before, guideParts(builtInVocabulary));
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(join(root, file), text);

    test('is up to date with the vocabulary', () => assert.equal(text, before, 'run npm test -- --update'));

    test('shows pages only in examples that are checked', () => {
      const fences = text.match(/^```(?!$)[^\n]*/gm) ?? [];
      assert.deepEqual(
        fences.filter((fence) => !/^```(?:sh$|markdown (?:good$|bad [a-z-]+$))/.test(fence)),
        [],
      );
    });

    for (const [index, [, verdict = '', example = '']] of [...text.matchAll(EXAMPLE)].entries())
      test(`example ${index + 1} is ${verdict}`, () => {
        const page = wholePage(example);
        assert.ok(isPlaybook(parsePlaybook({ uri: 'file:///page.md', text: page })));
        const found = lintText(page, allRules).map(({ ruleId }) => ruleId);
        if (verdict === 'good') assert.deepEqual(found, []);
        else assert.ok(found.includes(verdict.replace('bad ', '')), found.join());
      });

    test('names only tools, rules and options that exist', () => {
      const names = [...text.replace(EXAMPLE, '').matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, name]) => name);
      const known: readonly (string | undefined)[] = agentTools.map(({ name }) => name);
      assert.deepEqual(
        names.filter((name) => !known.includes(name)),
        [],
      );
      const rules: readonly (string | undefined)[] = allRules.map(({ meta }) => meta.id);
      for (const [, rule] of text.matchAll(/(?:disable-line|^```markdown bad) ([a-z-]+)/gm))
        assert.ok(rules.includes(rule), rule);
      for (const [option] of text.matchAll(/(?<=[ `])--[a-z][a-z-]*/g))
        assert.ok(helpText(english).includes(option), option);
    });
  });

test('the skill has the front matter that agents look for', () => {
  const [, name, description = ''] = /^---\nname: (.*)\ndescription: (.*)\n---\n/.exec(read(SKILL)) ?? [];
  assert.equal(name, 'fasttrack-playbook');
  assert.ok(description.length > 100 && description.length <= 1024);
});

test('the skill shows a whole page and a task table in every language', () => {
  const examples = [...read(SKILL).matchAll(EXAMPLE)].map(([, , example = '']) => example);
  assert.ok(examples.some((example) => example.startsWith('---\n') && example.includes('| 5405 |')));
  const languages = examples.map((text) => parsePlaybook({ uri: 'file:///page.md', text }).language);
  assert.deepEqual(new Set(languages), new Set(['en', 'de', 'es', 'pt', 'ja', 'zh']));
});

test('docs/agents.md describes every tool', () => {
  const described = [...read('docs/agents.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(
    described,
    agentTools.map(({ name }) => name),
  );
});

/** An example without front matter is a part of a page. */
function wholePage(text: string): string {
  if (text.startsWith('---')) return text;
  const frontMatter = snippetsFor(builtInVocabulary, 'en')['playbook-en-front-matter'];
  return `${expandSnippet(frontMatter?.body ?? [], TODAY)}\n\n${text}`;
}
