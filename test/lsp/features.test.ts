/** The list of features: the parts of the server's capabilities fit together. */
import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { features, withFeatures } from '../../server/src/lsp/features.js';
import { clientFeatures } from '../../server/src/lsp/session/client-features.js';
import { english } from '../support/english.js';
import { root } from '../support/project.js';

const client = clientFeatures({
  processId: null,
  rootUri: null,
  capabilities: {
    textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
    workspace: { fileOperations: { willRename: true } },
  },
});

test('every handler of a feature is in the list', () => {
  const folder = join(root, 'server/src/lsp/handlers');
  const handlers = readdirSync(folder).filter((name) => /: Feature =/.test(readFileSync(join(folder, name), 'utf8')));
  deepEqual(handlers.length, features.length);
  deepEqual(new Set(features).size, features.length);
});

test('no two features announce the same capability', () => {
  const keys = features.flatMap(({ capability }) => {
    const { workspace = {}, ...others } = capability?.(client, english) ?? {};
    return [...Object.keys(others), ...Object.keys(workspace).map((key) => `workspace.${key}`)];
  });
  ok(keys.includes('codeActionProvider') && keys.includes('workspace.fileOperations'));
  deepEqual(keys, [...new Set(keys)]);
});

test('the capabilities of a feature are added to those of the server', () => {
  const own = { workspace: { workspaceFolders: { supported: true } } };
  const { workspace, hoverProvider } = withFeatures(own, client, english);
  deepEqual(hoverProvider, true);
  deepEqual(Object.keys(workspace ?? {}), ['workspaceFolders', 'fileOperations']);
});
