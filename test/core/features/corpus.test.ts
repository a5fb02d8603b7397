import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  builtInVocabulary,
  counterpartsOf,
  editsForRenames,
  pageLinks,
  renameTask,
  workspaceSymbols,
  type WorkspaceIndex,
} from '../../../server/src/core/index.js';
import { changedLines, corpusFiles, edited } from '../../support/navigation.js';
import { hasCorpus, noCorpus } from '../../support/project.js';
import { indexOf, pathOf, type FileTexts } from '../../support/workspace-fixture.js';

const files = hasCorpus ? corpusFiles() : new Map<string, string>();
const index = indexOf(files);
const options = { skip: noCorpus };

test('a rename in all real playbooks changes only the cells and mentions of the task', options, () => {
  const result = renameTask(index, { from: '3190', to: '9876', vocabulary: builtInVocabulary });
  assert.ok('edits' in result);
  const after = edited(files, result.edits);
  const replaced = new Map(
    [...files].map(([name, text]) => [name, name.endsWith('.md') ? text.replace(/(?<!\d)3190(?!\d)/g, '9876') : text]),
  );
  assert.deepEqual(changedLines(files, after), changedLines(files, replaced));
  assert.equal([...result.edits.values()].flat().length, 21);
  const back = renameTask(indexOf(after), { from: '9876', to: '3190', vocabulary: builtInVocabulary });
  assert.ok('edits' in back);
  assert.deepEqual([...edited(after, back.edits)], [...files]);
});

function moved(before: FileTexts, known: WorkspaceIndex, from: string, to: string): FileTexts {
  const edits = editsForRenames(known, [{ from: pathOf(from), to: pathOf(to) }]);
  const place = (name: string): string =>
    name === from ? to : name.startsWith(`${from}/`) ? to + name.slice(from.length) : name;
  return new Map([...edited(before, edits)].map(([name, text]) => [place(name), text]));
}

/** The target of each link, by the original name of the file. */
function destinations(now: WorkspaceIndex, texts: FileTexts, nameBefore: (name: string) => string): string[] {
  const original = (path: string): string => nameBefore(path.slice(pathOf('').length));
  return [...texts.keys()]
    .flatMap((name) =>
      pageLinks(now, pathOf(name)).map(
        ({ target }) =>
          `${nameBefore(name)} -> ${original(target.path)} ${texts.get(target.path.slice(pathOf('').length))?.slice(target.span.start, target.span.end)}`,
      ),
    )
    .sort();
}

for (const [from, to] of [
  ['playbook/task-details.md', 'playbook/all tasks.md'],
  ['playbook/remediate-address-technical-gaps.md', 'playbook/remediate.md'],
  ['partner-site/fasttrack-playbook/english-playbook/index.md', 'partner-site/start/index.md'],
  ['playbook/includes', 'playbook/shared/includes'],
  ['partner-site/fasttrack-playbook', 'partners'],
] as const) {
  test(`${from} becomes ${to}: every link keeps its target, and renaming back restores the texts`, options, () => {
    const there = moved(files, index, from, to);
    const indexThere = indexOf(there);
    const nameBefore = (name: string): string =>
      name === to ? from : name.startsWith(`${to}/`) ? from + name.slice(to.length) : name;
    assert.deepEqual(
      destinations(indexThere, there, nameBefore),
      destinations(index, files, (name) => name),
    );
    const back = moved(there, indexThere, to, from);
    // A `./` that was removed by the move to another folder isn't restored.
    const plain = (text: string | undefined): string | undefined => text?.replace(/\]\(\.\//g, '](');
    for (const [name, text] of files) assert.equal(plain(back.get(name)), plain(text), name);
    if (from.endsWith('.md') && from.slice(0, from.lastIndexOf('/')) === to.slice(0, to.lastIndexOf('/')))
      assert.deepEqual(Object.fromEntries(back), Object.fromEntries(files));
  });
}

test('the catalogue comes first, and most pages have counterparts', options, () => {
  assert.equal(workspaceSymbols(index, '3190')[0]?.kind, 'entry');
  const german = [...files.keys()].filter((name) => name.includes('german-playbook/') && name.endsWith('.md'));
  const withEnglish = german.filter((name) =>
    counterpartsOf(index, pathOf(name), 0).some(({ language }) => language === 'en'),
  );
  assert.ok(withEnglish.length > german.length * 0.9, `${withEnglish.length} of ${german.length}`);
});
