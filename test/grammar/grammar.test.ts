import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { builtInVocabulary, LANGUAGES } from '../../server/src/core/index.js';
import { root } from '../support/project.js';

const update = process.env['UPDATE_FIXTURES'] === '1';
const folder = join(root, 'test/grammar');
const require = createRequire(join(root, 'package.json'));
/** Not bundled, and its exports are invisible to an import. */
const { createOnigScanner, createOnigString, loadWASM } =
  require('vscode-oniguruma') as typeof import('vscode-oniguruma');
/** Stands in for the editor's own Markdown grammar, with the same scope names. */
const MARKDOWN = 'text.html.markdown';
const OURS = 'markdown.playbook.injection';
const FILES: Readonly<Record<string, string>> = {
  [MARKDOWN]: join(folder, 'markdown.tmLanguage.json'),
  [OURS]: join(root, 'syntaxes/playbook.tmLanguage.json'),
};

let grammar: IGrammar;

before(async () => {
  const wasm = join(dirname(require.resolve('vscode-oniguruma')), 'onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) => {
      const file = FILES[scope];
      return Promise.resolve(file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
    getInjections: (scope) => (scope === MARKDOWN ? [OURS] : undefined),
  });
  const loaded = await registry.loadGrammar(MARKDOWN);
  assert.ok(loaded !== null);
  grammar = loaded;
});

describe('the grammar colours', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    test(name, () => {
      const actual = printTokens(readFileSync(join(folder, name), 'utf8'));
      const file = join(folder, name.replace(/\.md$/, '.tokens.txt'));
      if (update) writeFileSync(file, actual);
      assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '', 'npm test -- --update rewrites it');
    });
  }
});

describe('the grammar knows the vocabulary', () => {
  test('every spelling of every label', () => {
    for (const id of builtInVocabulary.labels.ids()) {
      for (const spelling of spellingsOf(builtInVocabulary.labels.data[id])) {
        assert.ok(scopesOf(`${spelling}: **X**`).has('keyword.other.label.playbook'), spelling);
      }
    }
  });

  test('the heading of task tables in every language', () => {
    for (const language of LANGUAGES) {
      const heading = builtInVocabulary.sections.spelling('ftop-tasks', language);
      assert.ok(scopesOf(`#### ${heading}`).has('entity.name.function.ftop-tasks.playbook'), heading);
    }
  });

  test('every letter', () => {
    for (const language of LANGUAGES) {
      const { mandatory, optional } = builtInVocabulary.letters[language];
      assert.ok(
        scopesOf(`| 3998 | x | ${mandatory} | SME | AIP |`).has('keyword.control.mandatory.playbook'),
        mandatory,
      );
      assert.ok(
        scopesOf(`| 3998 | x | ${optional} | SME | AIP |`).has('constant.language.optional.playbook'),
        optional,
      );
    }
  });

  test('every alert kind', () => {
    for (const kind of builtInVocabulary.alertKinds)
      assert.ok(scopesOf(`> [!${kind}]`).has('keyword.other.alert.playbook'), kind);
  });
});

test('a long line takes no long time', () => {
  const parts = ['|', ' ', '| M ', '<!-- playbook-lint-disable ', 'a-', 'Phase: **', '| 3998 ', '[!', '#', ' - '];
  for (const part of parts) {
    const line = `${part}${part.repeat(Math.ceil(20_000 / part.length))}x`;
    const { stoppedEarly } = grammar.tokenizeLine(line, INITIAL, 3000);
    assert.ok(!stoppedEarly, `${JSON.stringify(part)} repeated`);
  }
});

function spellingsOf(data: object): string[] {
  return Object.values(data as Record<string, { canonical: string; aliases?: string[] }>).flatMap(
    ({ canonical, aliases }) => [canonical, ...(aliases ?? [])],
  );
}

function scopesOf(line: string): Set<string> {
  return new Set(
    grammar.tokenizeLine(line, INITIAL).tokens.flatMap(({ scopes }) => scopes.flatMap((scope) => scope.split(' '))),
  );
}

/** Each line that has tokens of ours, each token with a line of its own. */
function printTokens(text: string): string {
  let state = INITIAL;
  const printed: string[] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const ours = tokens.filter(({ scopes }) => scopes.some((scope) => scope.includes('.playbook')));
    if (ours.length === 0) continue;
    printed.push(
      line,
      ...ours.map(
        ({ startIndex, endIndex, scopes }) =>
          `  ${JSON.stringify(line.slice(startIndex, endIndex))} ${scopes.slice(1).join(' ')}`,
      ),
      '',
    );
  }
  return printed.join('\n');
}
