/** Most URIs need no parser. What is read without one is what the parser reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { filePathOf, uriOf } from '../../server/src/workspace/file-uris.js';
import { asUri, fileNameOf, isPlain, relativePath } from '../../server/src/workspace/uris.js';
import { assertProperty } from '../support/property.js';

const uris = fc
  .array(fc.constantFrom('a', 'B', '9', '_', '-', '.', '/', '//', '..', '%20', ' ', 'c:', 'ä', '~', '?', '#'))
  .map((parts) => `file:///${parts.join('')}`);

test('a plain URI is normalized, and the same text as the path', () => {
  assertProperty(
    fc.property(uris, (uri) => {
      if (!isPlain(uri)) return;
      const parsed = URI.parse(uri);
      assert.equal(parsed.toString(), uri);
      assert.equal(filePathOf(uri), `${parsed.scheme}://${parsed.authority}${parsed.path}`);
      assert.equal(uriOf(filePathOf(uri)), URI.from({ scheme: 'file', path: parsed.path }).toString());
      assert.equal(fileNameOf(uri), Utils.basename(parsed));
    }),
    1000,
  );
  assert.ok(isPlain('file:///site/my_pages/kick-off.de.md'));
  for (const uri of ['file:////server/a', 'file:///c:/a', 'file:///a%20b', 'file:///ä', 'untitled:a', 'a.md'])
    assert.ok(!isPlain(uri), uri);
});

test('a relative path is the same with and without a parser', () => {
  for (const [folder, uri, expected] of [
    ['file:///a', 'file:///a/b/c.md', 'b/c.md'],
    ['file:///a/', 'file:///a/b.md', 'b.md'],
    ['file:///', 'file:///b.md', 'b.md'],
    ['file:///a', 'file:///ab/c.md', undefined],
    ['file:///a', 'file:///a', undefined],
    ['file:///a%20b', 'file:///a%20b/c.md', 'c.md'],
    ['file:///a', 'file:///a/c%20d.md', 'c d.md'],
  ] as const)
    assert.equal(relativePath(folder, asUri(uri)), expected, `${folder} ${uri}`);
});
