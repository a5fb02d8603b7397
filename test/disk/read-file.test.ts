import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { filesIn } from '../../server/src/disk/files-in.js';
import { leadsOutSync } from '../../server/src/disk/leads-out-sync.js';
import { listFolder } from '../../server/src/disk/list-folder.js';
import { listFolderSync } from '../../server/src/disk/list-folder-sync.js';
import { ReadRefusal } from '../../server/src/disk/file-errors.js';
import { leadsOut, readStart, readWhole } from '../../server/src/disk/read-file.js';
import { readStartSync } from '../../server/src/disk/read-file-sync.js';
import { moreFilesThan, unreadReasons } from '../../server/src/shared/unread-reasons.js';
import { nodeHost } from '../../server/src/node/node-host.js';
import { pathToFileURL } from 'node:url';
import { english } from '../support/english.js';

const folder = mkdtempSync(join(tmpdir(), 'playbook-read-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const isPosix = process.platform !== 'win32';
const at = (name: string): string => join(folder, name);
const refusal = (message: RegExp) => (error: unknown) =>
  error instanceof ReadRefusal && message.test(english(error.said));

test('a regular file is read completely, or only its beginning', async () => {
  writeFileSync(at('a.md'), 'four');
  assert.equal(Buffer.from(await readWhole(at('a.md'), 4)).toString(), 'four');
  await assert.rejects(readWhole(at('a.md'), 3), refusal(/^it is larger than 0 MB$/));
  const { bytes, size } = await readStart(at('a.md'), 3);
  assert.equal(Buffer.from(bytes).toString(), 'fou');
  assert.equal(size, 4);
  assert.deepEqual(readStartSync(at('a.md'), 3, 0), { bytes, size, stamp: undefined });
  await assert.rejects(readWhole(at('gone.md'), 10), { code: 'ENOENT' });
  assert.throws(() => readStartSync(at('gone.md'), 10), { code: 'ENOENT' });
});

test('only the requested part of a 450 MB file is read', async () => {
  writeFileSync(at('sparse.md'), '');
  truncateSync(at('sparse.md'), 450_000_000);
  const { bytes, size } = await readStart(at('sparse.md'), 1000);
  assert.equal(bytes.length, 1000);
  assert.equal(size, 450_000_000);
  assert.deepEqual(readStartSync(at('sparse.md'), 1000, 0), { bytes, size, stamp: undefined });
  await assert.rejects(readWhole(at('sparse.md'), 15_000_000), refusal(/larger than 15 MB/));
});

describe("what isn't a regular file is not read", { skip: !isPosix && 'there are no such files on Windows' }, () => {
  test('a folder', async () => {
    await assert.rejects(readWhole(folder, 10), refusal(/^it is a folder$/));
    assert.throws(() => readStartSync(folder, 10), refusal(/^it is a folder$/));
  });
  test('a link to an endless device', async () => {
    symlinkSync('/dev/zero', at('.playbooklint.json'));
    await assert.rejects(readWhole(at('.playbooklint.json'), 10), refusal(/^it is not a regular file$/));
    assert.throws(() => readStartSync(at('.playbooklint.json'), 10), refusal(/^it is not a regular file$/));
    assert.deepEqual(await nodeHost.readText(pathToFileURL(at('.playbooklint.json')).href, undefined), {
      unread: unreadReasons.notRegular,
      hasFailed: false,
    });
  });
  test('a pipe without a writer', async () => {
    assert.equal(spawnSync('mkfifo', [at('pipe.md')]).status, 0);
    await assert.rejects(readStart(at('pipe.md'), 10), refusal(/^it is not a regular file$/));
    assert.throws(() => readStartSync(at('pipe.md'), 10), refusal(/^it is not a regular file$/));
  });
});

test(
  'a file that exists but cannot be read is not missing',
  { skip: !isPosix && 'links need rights on Windows' },
  async () => {
    mkdirSync(at('loops'));
    symlinkSync(at('loops/self.md'), at('loops/self.md'));
    const uri = pathToFileURL(at('loops/self.md')).href;
    const text = await nodeHost.readText(uri, pathToFileURL(at('loops')).href);
    assert.ok(typeof text === 'object' && text.hasFailed === true);
    assert.match(english(text.unread), /links form a loop/);
    const listing = await nodeHost.listFiles(uri, 100);
    assert.ok(listing !== undefined && 'unread' in listing && listing.hasFailed === true);
    assert.equal(await nodeHost.readText(pathToFileURL(at('loops/gone.md')).href, undefined), undefined);
    assert.equal(await nodeHost.listFiles(pathToFileURL(at('loops/gone')).href, 100), undefined);
  },
);

describe('files in a folder', () => {
  const denied = (): Promise<never> => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
  const disk = (locked: string) => ({
    list: (folder: string) => (folder === locked ? denied() : listFolder(folder)),
    leadsOut,
  });
  test('a subfolder that cannot be listed is named with the reason', async () => {
    mkdirSync(at('listed/locked'), { recursive: true });
    writeFileSync(at('listed/a.md'), '');
    const uriOf = (name: string): string => pathToFileURL(at(name)).href;
    assert.deepEqual(await filesIn(at('listed'), 10, disk(at('listed/locked'))), {
      uris: [uriOf('listed/a.md')],
      unlisted: [{ uri: uriOf('listed/locked'), reason: unreadReasons.noPermission }],
    });
    await assert.rejects(filesIn(at('listed'), 10, disk(at('listed'))), { code: 'EACCES' });
    assert.deepEqual(await filesIn(at('listed'), 0, disk('')), { unread: moreFilesThan(0) });
    assert.equal(english(moreFilesThan(200_000)), 'it has more than 200,000 files');
  });
});

test(
  'a link leads out of a folder if its target is outside',
  { skip: !isPosix && 'links need rights on Windows' },
  async () => {
    mkdirSync(at('site/de'), { recursive: true });
    writeFileSync(at('site/de/in.md'), '');
    writeFileSync(at('outside.md'), '');
    mkdirSync(at('site-2'));
    symlinkSync(at('site/de/in.md'), at('site/in.md'));
    symlinkSync(at('outside.md'), at('site/out.md'));
    symlinkSync(at('site-2'), at('site/folder'));
    writeFileSync(at('site-2/a.md'), '');
    for (const [name, isOut, why] of [
      ['site/in.md', false, 'a link inside the folder'],
      ['site/out.md', true, 'a link to a file outside'],
      ['site/folder/a.md', true, 'a name that only begins like the folder is outside'],
    ] as const) {
      assert.equal(await leadsOut(at(name), at('site')), isOut, why);
      assert.equal(leadsOutSync(at(name), at('site')), isOut, why);
    }
    await assert.rejects(leadsOut(at('site/gone.md'), at('site')), { code: 'ENOENT' });
    assert.throws(() => leadsOutSync(at('site/gone.md'), at('site')), { code: 'ENOENT' });
    assert.deepEqual(listFolderSync(at('site')), await listFolder(at('site')));
    const uriOf = (name: string): string => pathToFileURL(at(name)).href;
    assert.deepEqual(await nodeHost.readText(uriOf('site/out.md'), uriOf('site')), {
      unread: unreadReasons.leadsOut,
    });
    assert.equal(await nodeHost.readText(uriOf('site/in.md'), uriOf('site')), '');
    const listing = await nodeHost.listFiles(uriOf('site'), 100);
    assert.ok(listing !== undefined && 'uris' in listing);
    assert.deepEqual([...listing.uris].sort(), [uriOf('site/de/in.md'), uriOf('site/in.md')]);
  },
);
