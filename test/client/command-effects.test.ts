import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Contributed {
  readonly command: string;
  readonly enablement?: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly commands: readonly Contributed[] };
};
/** `page`: changes the active page. `pages`: changes pages of the workspace. `new-page`: opens one that is not stored yet. */
const effects = JSON.parse(readFileSync('test/support/command-effects.json', 'utf8')) as Readonly<
  Record<string, 'none' | 'page' | 'pages' | 'new-page'>
>;

test('every command states whether it changes a page', () => {
  assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.keys(effects).sort());
});

test('a command that changes the active page can be run on a read-only page, to say why it changes nothing', () => {
  const hidden = contributes.commands.filter(
    ({ command, enablement = '' }) => effects[command] === 'page' && /readonly/i.test(enablement),
  );
  assert.deepEqual(
    hidden.map(({ command }) => command),
    [],
  );
});
