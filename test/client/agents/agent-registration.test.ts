import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  AgentRegistration,
  type AgentFolder,
  type ServerProvider,
} from '../../../client/src/common/agents/agent-registration.js';
import { serverNameOf } from '../../../client/src/common/agents/agent-tool.js';
import { agentTools } from '../../../server/src/agent-tools/index.js';
import type { CallToolParams, CallToolResult } from '../../../server/src/protocol/index.js';
import { root } from '../../support/project.js';

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly contributes: {
    readonly languageModelTools: readonly { readonly name: string; readonly when: string }[];
    readonly mcpServerDefinitionProviders: readonly { readonly id: string }[];
  };
};

const ON_DISK: AgentFolder = { scheme: 'file', path: '/site' };
const REMOTE: AgentFolder = { scheme: 'vscode-vfs', path: '/site' };

/** An editor with the tools of package.json. */
class FakeEditor {
  isTrusted = true;
  folders: readonly AgentFolder[] = [ON_DISK];
  areToolsShown: boolean | undefined;
  serverChanges = 0;
  provider: ServerProvider | undefined;
  answer: CallToolResult = { isError: false, text: 'answer' };
  refusal: unknown;
  readonly requests: CallToolParams[] = [];
  readonly tools = new Map<string, (input: unknown, token: string) => Promise<string>>();
  readonly registration: AgentRegistration<string>;

  constructor(
    setup: Partial<Pick<FakeEditor, 'isTrusted' | 'folders'>> & {
      readonly canStart?: boolean;
      readonly refuses?: boolean;
    } = {},
  ) {
    const { canStart = true, refuses = false, ...state } = setup;
    Object.assign(this, state);
    this.registration = new AgentRegistration<string>({
      tools: contributes.languageModelTools.map(({ name }) => name),
      isTrusted: () => this.isTrusted,
      folders: () => this.folders,
      registerServers: canStart
        ? (provider) => {
            if (refuses) throw new Error('refused');
            this.provider = provider;
            provider.onDidChange(() => this.serverChanges++);
            return { dispose: () => (this.provider = undefined) };
          }
        : undefined,
      registerTool: (name, invoke) => {
        assert.ok(!this.tools.has(name), `${name} is registered twice`);
        this.tools.set(name, invoke);
        return { dispose: () => this.tools.delete(name) };
      },
      showTools: (areShown) => (this.areToolsShown = areShown),
      request: (params) => {
        this.requests.push(params);
        return Promise.resolve(this.answer);
      },
      onRefused: (error) => (this.refusal = error),
      ruleHelp: (rule) => Promise.resolve(rule === 'known' ? '# known' : undefined),
    });
  }

  get servers(): readonly (readonly string[])[] {
    return this.provider?.servers() ?? [];
  }

  call(name: string, input: unknown): Promise<string> {
    const invoke = this.tools.get(name);
    assert.ok(invoke !== undefined, `${name} is not registered`);
    return invoke(input, 'token');
  }
}

test('in a trusted workspace on a disk, agents get a server for all folders, and no tools', () => {
  const editor = new FakeEditor({ folders: [ON_DISK, { scheme: 'file', path: '/other' }] });
  assert.deepEqual(editor.servers, [['/site', '/other']]);
  assert.equal(editor.tools.size, 0);
  assert.equal(editor.areToolsShown, false);
});

test('everywhere else, agents get the tools, and no server', () => {
  for (const setup of [
    { canStart: false },
    { isTrusted: false },
    { folders: [] },
    { folders: [REMOTE] },
    { folders: [ON_DISK, REMOTE] },
  ]) {
    const editor = new FakeEditor(setup);
    assert.deepEqual(editor.servers, []);
    assert.equal(editor.tools.size, agentTools.length);
    assert.equal(editor.areToolsShown, true);
  }
});

test('an editor that refuses the server gets the tools', () => {
  const editor = new FakeEditor({ refuses: true });
  assert.match(String(editor.refusal), /refused/);
  assert.equal(editor.tools.size, agentTools.length);
  assert.equal(editor.areToolsShown, true);
});

test('when the workspace becomes trusted, the server replaces the tools; with a remote folder, the tools return', () => {
  const editor = new FakeEditor({ isTrusted: false });
  editor.isTrusted = true;
  const before = editor.serverChanges;
  editor.registration.update();
  assert.equal(editor.tools.size, 0);
  assert.deepEqual(editor.servers, [['/site']]);
  assert.equal(editor.serverChanges, before + 1);
  editor.folders = [ON_DISK, REMOTE];
  editor.registration.update();
  editor.registration.update();
  assert.equal(editor.tools.size, agentTools.length);
  assert.deepEqual(editor.servers, []);
});

test('nothing stays registered after the extension ends', () => {
  for (const isTrusted of [true, false]) {
    const editor = new FakeEditor({ isTrusted });
    editor.registration.dispose();
    assert.equal(editor.tools.size, 0);
    assert.equal(editor.provider, undefined);
  }
});

test('a tool asks the language server, and returns its text', async () => {
  const editor = new FakeEditor({ canStart: false });
  assert.equal(await editor.call('playbook_check_text', { text: 'a' }), 'answer');
  assert.deepEqual(editor.requests, [{ tool: 'check_text', input: { text: 'a' } }]);
});

test('the help of a rule is added to the request', async () => {
  const editor = new FakeEditor({ canStart: false });
  for (const input of [{ rule: 'known' }, { rule: '../secret' }, { rule: 1 }, null])
    await editor.call('playbook_explain_rule', input);
  assert.deepEqual(
    editor.requests.map(({ ruleHelp }) => ruleHelp),
    ['# known', undefined, undefined, undefined],
  );
});

test('a tool without a result fails with the reason, for the model', async () => {
  const editor = new FakeEditor({ canStart: false });
  editor.answer = { isError: true, text: '"../x" is outside the workspace' };
  await assert.rejects(editor.call('playbook_check_files', {}), /outside the workspace/);
});

test('package.json contributes the tools of the server under one context key', () => {
  assert.deepEqual(
    contributes.languageModelTools.map(({ name }) => serverNameOf(name)),
    agentTools.map(({ name }) => name),
  );
  assert.ok(contributes.languageModelTools.every(({ when }) => when === 'playbook.offersTools'));
  assert.deepEqual(
    contributes.mcpServerDefinitionProviders.map(({ id }) => id),
    ['playbook.agentTools'],
  );
});
