import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind, Mutation } from './kind.js';
import { allKinds } from './kinds/index.js';
import type { Page } from './page.js';
import { Random } from './random.js';
import { projectWorkspaces, setOf, SETS } from './workspaces.js';

const pages = projectWorkspaces().flatMap((workspace) => workspace.pages);

for (const kind of allKinds) {
  test(`${kind.id} fits pages in both sets, and names the lines it changes`, () => {
    for (const set of SETS) {
      const own = pages.filter((page) => setOf(page) === set);
      const made = own.flatMap((page) => mutationsOf(kind, page).map((mutation) => ({ page, mutation })));
      assert.ok(made.length > 0, `no page in the ${set} set`);
      for (const { page, mutation } of made) {
        assert.notEqual(mutation.text, page.text);
        assert.ok(!mutation.alsoRight.includes(mutation.text));
        assertLinesChanged(page.text, mutation);
      }
    }
  });

  test(`${kind.id} is the same with the same random numbers`, () => {
    const page = pages.find((one) => mutationsOf(kind, one).length > 0);
    assert.ok(page !== undefined);
    assert.deepEqual(mutationsOf(kind, page), mutationsOf(kind, page));
  });
}

test('each kind has an ID that no other kind has', () => {
  assert.deepEqual(new Set(allKinds.map(({ id }) => id)).size, allKinds.length);
});

function mutationsOf(kind: Kind, page: Page): Mutation[] {
  const mutation = kind.apply(page, new Random(7, kind.id, page.file));
  return mutation === undefined ? [] : [mutation];
}

/** Without the named lines, the mutated page has only lines of the original page, in the same order. */
function assertLinesChanged(original: string, { text, lines }: Mutation): void {
  const all = text.split(/\r\n|\n|\r/);
  assert.deepEqual(
    lines,
    [...new Set(lines)].sort((a, b) => a - b),
  );
  assert.ok(
    lines.every((line) => line >= 0 && line < all.length),
    `lines ${lines.join(', ')} of ${all.length}`,
  );
  const rest = all.filter((_, line) => !lines.includes(line));
  const originals = original.split(/\r\n|\n|\r/);
  let next = 0;
  for (const line of originals) if (line === rest[next]) next++;
  assert.equal(next, rest.length, `"${rest[next]}" is changed, but not among the lines ${lines.join(', ')}`);
}
