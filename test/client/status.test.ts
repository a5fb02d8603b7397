import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusOf, type StatusFacts } from '../../client/src/common/status';

const page = { isPlaybook: true, isEnabled: true, isIgnored: false, faultyConfiguration: null };
const clean: StatusFacts = { server: 'running', busy: undefined, page, errors: 0, warnings: 0 };

test('a stopped server takes precedence over everything else', () => {
  assert.deepEqual(statusOf({ ...clean, server: 'failed', busy: 'Reading', errors: 2 }), { kind: 'failed' });
  assert.deepEqual(statusOf({ ...clean, server: 'stopped' }), { kind: 'failed' });
  assert.deepEqual(statusOf({ ...clean, server: 'starting', errors: 2 }), { kind: 'starting' });
});

test('a busy server says what it is doing', () => {
  assert.deepEqual(statusOf({ ...clean, busy: 'Reading playbooks' }), { kind: 'busy', doing: 'Reading playbooks' });
});

test('a page is checked, not a playbook, clean, or has problems', () => {
  assert.deepEqual(statusOf({ ...clean, page: undefined }), { kind: 'checking' });
  assert.deepEqual(statusOf({ ...clean, page: { ...page, isPlaybook: false } }), { kind: 'not-a-playbook' });
  assert.deepEqual(statusOf({ ...clean, page: { ...page, isPlaybook: false, isIgnored: true } }), { kind: 'ignored' });
  assert.deepEqual(statusOf(clean), { kind: 'clean' });
  assert.deepEqual(statusOf({ ...clean, errors: 1, warnings: 2 }), { kind: 'problems', errors: 1, warnings: 2 });
});

test('a page for which checking is off, or whose configuration has problems, says so', () => {
  assert.deepEqual(statusOf({ ...clean, page: { ...page, isEnabled: false } }), { kind: 'switched-off' });
  const uri = 'file:///site/.playbooklint.json';
  assert.deepEqual(statusOf({ ...clean, page: { ...page, faultyConfiguration: uri }, errors: 2 }), {
    kind: 'faulty-configuration',
    uri,
    errors: 2,
    warnings: 0,
  });
  assert.deepEqual(
    statusOf({ ...clean, page: { isPlaybook: false, isEnabled: true, isIgnored: false, faultyConfiguration: uri } }),
    { kind: 'not-a-playbook' },
  );
});
