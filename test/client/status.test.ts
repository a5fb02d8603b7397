import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusOf, type StatusFacts } from '../../client/src/common/status';

const clean: StatusFacts = { server: 'running', busy: undefined, isPlaybook: true, errors: 0, warnings: 0 };

test('a server that is down is worth more than everything else', () => {
  assert.deepEqual(statusOf({ ...clean, server: 'failed', busy: 'Reading', errors: 2 }), { kind: 'failed' });
  assert.deepEqual(statusOf({ ...clean, server: 'stopped' }), { kind: 'failed' });
  assert.deepEqual(statusOf({ ...clean, server: 'starting', errors: 2 }), { kind: 'starting' });
});

test('a busy server says what it does', () => {
  assert.deepEqual(statusOf({ ...clean, busy: 'Reading playbooks' }), { kind: 'busy', doing: 'Reading playbooks' });
});

test('a page is checked, not a playbook, clean, or has problems', () => {
  assert.deepEqual(statusOf({ ...clean, isPlaybook: undefined }), { kind: 'checking' });
  assert.deepEqual(statusOf({ ...clean, isPlaybook: false }), { kind: 'not-a-playbook' });
  assert.deepEqual(statusOf(clean), { kind: 'clean' });
  assert.deepEqual(statusOf({ ...clean, errors: 1, warnings: 2 }), { kind: 'problems', errors: 1, warnings: 2 });
});
