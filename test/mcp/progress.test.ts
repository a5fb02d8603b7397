import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressOf } from '../../server/src/mcp/progress.js';

type Request = Parameters<typeof progressOf>[0];

function requestWith(progressToken: number | undefined, sent: object[]): Request {
  const mcpReq = {
    ...(progressToken !== undefined && { _meta: { progressToken } }),
    notify: (notification: object) => {
      sent.push(notification);
      return Promise.resolve();
    },
  };
  return { mcpReq } as unknown as Request;
}

test('a client that asks for progress gets it once a second', () => {
  const sent: object[] = [];
  let now = 0;
  const onStep = progressOf(requestWith(7, sent), () => now);
  for (now = 0; now < 3000; now += 100) onStep();
  assert.deepEqual(sent, [
    { method: 'notifications/progress', params: { progressToken: 7, progress: 11 } },
    { method: 'notifications/progress', params: { progressToken: 7, progress: 21 } },
  ]);
});

test('another client gets none', () => {
  const sent: object[] = [];
  let now = 0;
  const onStep = progressOf(requestWith(undefined, sent), () => (now += 5000));
  onStep();
  assert.deepEqual(sent, []);
});
