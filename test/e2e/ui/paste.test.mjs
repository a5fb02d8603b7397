// Rows are pasted from the real clipboard, with what Excel leaves on it.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test, useSession } from './ui-test.mjs';

const folder = fileURLToPath(new URL('../workspace', import.meta.url));
const safe =
  'https://nam06.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fguide&data=04%7C01&reserved=0';

/** A header and two rows, as Excel writes them: a document of its own, classes, comments for other programs. */
const excel = {
  text: 'Task ID\tTask Name\t(M)andatory / (O)ptional\tOwner\r\n4311\t“Ask”\u00a0the team\tO\tAda\r\n4312\tRead the guide\tM\tBo\r\n',
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=ProgId content=Excel.Sheet><style>
<!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";}
.xl65 {color:red; mso-number-format:"\\@";}
-->
</style></head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse;width:192pt'>
<!--StartFragment-->
 <col width=64 span=4 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 width=64 style='height:15.0pt;width:48pt'>Task ID</td>
  <td class=xl65>Task Name</td><td class=xl65>(M)andatory / (O)ptional</td><td class=xl65>Owner</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 align=right class=xl65>4311</td><td class=xl65>“Ask”&nbsp;the team</td><td>O</td><td>Ada</td>
 </tr>
 <tr height=20>
  <td height=20 align=right>4312</td><td>Read <a href="${safe.replaceAll('&', '&amp;')}"><span style='color:#0563C1'>the
  guide</span></a></td><td>M</td><td>Bo</td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>`,
};

const session = useSession({ folder });

const row = (/** @type {string} */ text) =>
  session.page.locator('.editor-instance .view-line', { hasText: text }).first();
const textOf = async (/** @type {string} */ id) => (await row(id).innerText()).replace(/\s+/gu, ' ').trim();

/** Opens the page with a copied range on the clipboard and the caret before `text`. */
async function startAt(/** @type {string} */ text) {
  await session.openFile('playbooks/assess-network.md');
  // What pastes and what commands there are is known when the page is known to be a playbook.
  await session.page.locator('[id="status.languageStatus"][aria-label*="Playbook"]').waitFor();
  await session.copy(excel);
  await session.goToText(text);
  await session.page.keyboard.press('ArrowLeft');
}

/** One undo, and the page is as it was. */
async function undo() {
  await session.page.keyboard.press('Control+Z');
  await session.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
}

test('a range of Excel becomes rows in a task table; one undo takes them back', async () => {
  await startAt('4301');
  await session.page.keyboard.press('Control+V');
  await row('4312').waitFor();
  assert.equal(await textOf('4311'), '| 4311 | "Ask" the team | O | | |');
  assert.equal(await textOf('4312'), '| 4312 | Read [the guide](https://example.com/guide) | M | | |');
  await undo();
  await row('4312').waitFor({ state: 'hidden' });
});

test('the button that appears offers plain text instead', async () => {
  const { page } = session;
  await startAt('4301');
  await page.keyboard.press('Control+V');
  await row('4312').waitFor();
  await page.locator('.post-edit-widget').click();
  const ways = page.locator('.action-widget .actionList .monaco-list-row');
  await ways.first().waitFor();
  assert.match((await ways.allInnerTexts()).join('\n'), /Paste as Task Rows[^]*Plain Text/i);
  await page.keyboard.press('Escape');
  await page.locator('.action-widget .actionList').waitFor({ state: 'hidden' });
  await undo();
});

test('the command reads the clipboard too, and names the column that the table has not', async () => {
  const { page, runCommand } = session;
  await startAt('4301');
  await runCommand('Playbook: Paste as Task Rows');
  await row('4312').waitFor();
  assert.equal(await textOf('4311'), '| 4311 | "Ask" the team | O | | |');
  const note = page.locator('.notification-toast', { hasText: '"Owner"' });
  await note.waitFor();
  await page.keyboard.press('Escape');
  await note.waitFor({ state: 'hidden' });
  await undo();
});

for (const { where, at } of [
  { where: 'the refresh log', at: 'Robin Field | Playbook' },
  { where: 'a text', at: 'Run the connectivity' },
]) {
  test(`in ${where} the same range is pasted as it is`, async () => {
    await startAt(at);
    await session.page.keyboard.press('Control+V');
    await row('4312').waitFor();
    assert.match(await textOf('4312'), /^4312 Read the guide M Bo/);
    await undo();
  });
}
