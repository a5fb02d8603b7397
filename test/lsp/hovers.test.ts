import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remark } from 'remark';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { at, GERMAN, LOG, PLAN, start, TASKS } from './linked-site.js';

test('a hover shows what is known about a task, with links to its places', async () => {
  const { client, files } = await start();
  const hover = await client.request<Hover>('textDocument/hover', at(files, PLAN, '983 |'));
  assert.deepEqual(hover.range, { start: { line: 12, character: 2 }, end: { line: 12, character: 5 } });
  assert.equal(
    (hover.contents as MarkupContent).value,
    [
      '**Task 983** QuickLeads',
      'Services: All Services',
      `**English**\n\n- [plan\\.md](${PLAN}#L13): M \\(mandatory\\) · FastTrack Manager · All Services (2 times)\n- [my log\\.md](${LOG}#L9): mentioned in text\n- [task\\-details\\.md](${TASKS}#L7): described here`,
      `**German**\n\n- [plan\\-de\\.md](${GERMAN}#L14): E \\(mandatory\\) · FastTrack Manager · Alle Dienste`,
    ].join('\n\n'),
  );
  assert.equal(await client.request('textDocument/hover', at(files, PLAN, 'Finish')), null);
  await client.stop();
});

test('a hover names the files of pages with the same title', async () => {
  const titled = (page = ''): string => page.replace('---\nft', '---\ntitle: Plan\nft');
  const { client, files } = await start({}, []);
  for (const uri of [PLAN, GERMAN]) files.set(uri, titled(files.get(uri)));
  await client.open(PLAN, files.get(PLAN) ?? '');
  const hover = await client.request<Hover>('textDocument/hover', at(files, PLAN, '983 |'));
  const { value } = hover.contents as MarkupContent;
  for (const name of ['[Plan \\(plan\\.md\\)]', '[Plan \\(plan\\-de\\.md\\)]', '[task\\-details\\.md]'])
    assert.ok(value.includes(name), value);
  await client.stop();
});

test('no text of a page becomes a link, HTML or a command in a hover', async () => {
  const evil =
    '[x](command:evil) ![i](https://evil.org/i.png) <img src=x> <b>b</b> https://evil.org www.evil.org a@evil.org &lt;b&gt; `c` **d** $(bug) \\[e\\](f)';
  const { client, files } = await start({}, []);
  const page = (files.get(PLAN) ?? '')
    .replace('---\nft', `---\ntitle: '${evil}'\nft`)
    .replace('| 983 | QuickLeads | M | FastTrack Manager', `| 983 | ${evil} | ${evil} | ${evil}`)
    .replaceAll('| 5000', `| [${evil}](x) || 5000`);
  files.set(PLAN, page).set(TASKS, (files.get(TASKS) ?? '').replace('QuickLeads', evil).replace('All Services', evil));
  await client.open(PLAN, page);
  const hover = await client.request<Hover>('textDocument/hover', at(files, PLAN, 'task 983', 6));
  const { value } = hover.contents as MarkupContent;
  const kinds = new Set<string>();
  const targets: string[] = [];
  const visit = (node: {
    readonly type: string;
    readonly url?: string;
    readonly children?: readonly never[];
  }): void => {
    kinds.add(node.type);
    if (node.url !== undefined) targets.push(node.url);
    for (const child of node.children ?? []) visit(child);
  };
  visit(remark().parse(value) as never);
  assert.deepEqual(
    [...kinds].filter((kind) => !['root', 'paragraph', 'text', 'strong', 'list', 'listItem', 'link'].includes(kind)),
    [],
  );
  assert.deepEqual(
    targets.filter((url) => !url.startsWith('file:///site/')),
    [],
  );
  assert.doesNotMatch(value, /https?:\/\/evil|www\.evil|a@evil|[^\\]\$\(/);
  await client.stop();
});
