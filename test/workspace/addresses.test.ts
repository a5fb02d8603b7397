/** The types of addresses: the compiler refuses one kind of address where another one is expected. */
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { asRelativePath, WorkspaceIndex, type FilePath, type RelativePath } from '../../server/src/core/index.js';
import { filePathOf, normalizedUri, uriOf, type AnyUri, type Uri } from '../../server/src/workspace/index.js';

const PATH = filePathOf('file:///site/a%20b.md');
const INSIDE = asRelativePath('a b.md');

test('addresses of the same file differ as text, and only a conversion leads from one to another', () => {
  const byPath = new Map<FilePath, number>([[PATH, 1]]);
  const byUri = new Map<Uri, number>([[uriOf(PATH), 1]]);
  // @ts-expect-error A URI isn't a path.
  equal(byPath.get(uriOf(PATH)), undefined);
  // @ts-expect-error A path isn't a URI.
  equal(byUri.get(PATH), undefined);
  // @ts-expect-error A URI as the client wrote it isn't normalized.
  equal(byUri.get('file:///site/a b.md'), undefined);
  equal(byUri.get(normalizedUri('file:///site/a b.md')), 1);
  equal(byPath.get(filePathOf(uriOf(PATH))), 1);
});

test('a relative path is refused as an address, and an address as a relative path', () => {
  const index = new WorkspaceIndex();
  index.changeFiles([PATH], []);
  const isIgnored = (path: RelativePath): boolean => path === 'a b.md';
  const asWritten = (uri: AnyUri): string => uri;
  // @ts-expect-error A relative path isn't a path.
  equal(index.files.has(INSIDE), false);
  // @ts-expect-error A path isn't relative.
  equal(isIgnored(PATH), false);
  // @ts-expect-error A path isn't a URI in any form.
  deepEqual(asWritten(PATH), 'file:///site/a b.md');
  equal(index.files.has(PATH) && isIgnored(INSIDE), true);
});
