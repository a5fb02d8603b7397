/** What isn't a message is answered as JSON-RPC says, and the connection goes on. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { ValidMessages, type InvalidMessage } from '../../server/src/mcp/valid-messages.js';
import { cli, notBuilt } from '../support/mcp-client.js';

const PING = '{"jsonrpc":"2.0","id":9,"method":"ping"}';
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

/** What is passed on, and what is refused. */
async function filtered(...chunks: (string | Buffer)[]): Promise<{ text: string; refused: InvalidMessage[] }> {
  const refused: InvalidMessage[] = [];
  const filter = new ValidMessages((invalid) => refused.push(invalid));
  let text = '';
  filter.on('data', (data: Buffer) => (text += data.toString()));
  for (const chunk of chunks) filter.write(chunk);
  await new Promise<void>((done) => filter.end(done));
  return { text, refused };
}

test('messages are passed on, whole and one per line, however they arrive', async () => {
  const messages = [
    PING,
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    '{"jsonrpc":"2.0","id":"a","result":{}}',
    '{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"Über"}}',
  ];
  const text = messages.map((message) => `${message}\n`).join('');
  assert.deepEqual(await filtered(text), { text, refused: [] });
  const bytes = Array.from(Buffer.from(text), (byte) => Buffer.of(byte));
  assert.deepEqual(await filtered(...bytes), { text, refused: [] });
  assert.deepEqual(await filtered(`\uFEFF${PING}\r\n\n  \n`), { text: `${PING}\r\n`, refused: [] });
});

test('everything else is refused, with its ID where it has one', async () => {
  const cases: readonly (readonly [line: string | Buffer, code: number | undefined, id?: string | number])[] = [
    ['hello', PARSE_ERROR],
    ['{"jsonrpc":"2.0","id":3,"method"', PARSE_ERROR],
    [Buffer.from('{"jsonrpc":"2.0","id":3,"method":"p\xff"}', 'latin1'), PARSE_ERROR],
    ['a\0b', PARSE_ERROR],
    ['42', INVALID_REQUEST],
    ['null', INVALID_REQUEST],
    ['"ping"', INVALID_REQUEST],
    ['{}', INVALID_REQUEST],
    ['[]', INVALID_REQUEST],
    [`[${PING},${PING}]`, INVALID_REQUEST],
    ['{"jsonrpc":"1.0","id":3,"method":"ping"}', INVALID_REQUEST, 3],
    ['{"id":"three","method":"ping"}', INVALID_REQUEST, 'three'],
    ['{"jsonrpc":"2.0","id":3,"method":5}', INVALID_REQUEST, 3],
    ['{"jsonrpc":"2.0","id":3,"method":"ping","params":[1]}', INVALID_REQUEST, 3],
    ['{"jsonrpc":"2.0","id":null,"method":"ping"}', INVALID_REQUEST],
    ['{"jsonrpc":"2.0","id":{},"method":"ping"}', INVALID_REQUEST],
    ['{"jsonrpc":"2.0","id":1.5,"method":"ping"}', INVALID_REQUEST],
    ['{"jsonrpc":"2.0","id":7,"error":{"code":1}}', undefined],
    ['{"jsonrpc":"1.0","id":7,"result":{}}', undefined],
  ];
  for (const [line, code, id = null] of cases) {
    const { text, refused } = await filtered(line, '\n', `${PING}\n`);
    assert.equal(text, `${PING}\n`, String(line));
    const answers = refused.map(({ answer }) => answer && [answer.jsonrpc, answer.error.code, answer.id]);
    assert.deepEqual(answers, [code && ['2.0', code, id]], String(line));
    for (const { reason } of refused) assert.doesNotMatch(reason, /\n/);
  }
});

test('a line that is too long is skipped, and its text is not kept', async () => {
  const part = Buffer.alloc(1_000_000, 'x');
  const { text, refused } = await filtered(...Array<Buffer>(12).fill(part), `\n${PING}\n`);
  assert.equal(text, `${PING}\n`);
  assert.deepEqual(
    refused.map(({ answer }) => answer?.error.message),
    ['Invalid request: longer than 10485759 bytes'],
  );
});

test('the server that ships answers mistakes, logs a line each, and goes on', { skip: notBuilt }, async () => {
  const child = spawn(process.execPath, [cli, '--mcp']);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise((done) => child.once('close', done));
  const info = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } };
  const start = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: info });
  // The last line has no end.
  child.stdin.end(['hello', start, '[]', '{"id":2,"method":"ping"}', PING].join('\n'));
  assert.equal(await ended, 0);
  const answers = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: unknown; error?: { code: number } })
    .map(({ id, error }) => [id, error?.code]);
  assert.deepEqual(new Set(answers.map(String)), new Set([',-32700', '1,', ',-32600', '2,-32600', '9,']));
  assert.equal(
    errors,
    [
      "Parse error: the message isn't JSON",
      "Invalid request: batches aren't supported",
      'Invalid request: not a message of JSON-RPC 2.0',
    ]
      .map((reason) => `playbook-lint: ${reason}\n`)
      .join(''),
  );
});
