/** The web pages get the translations of their own messages, and no others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsOfPage } from '../../client/src/common/webview/texts-of-page';
import { catalogue } from '../messages/catalogue.js';
import { pseudoTranslations } from './pseudo-locale.js';

const messages = catalogue();
const all = pseudoTranslations(messages);

for (const name of ['preview', 'report']) {
  test(`the ids of all messages of the page ${name} start with its name`, () => {
    const own = messages.filter(({ place }) => place.startsWith(`client/webviews/${name}/`)).map(({ id }) => id);
    assert.ok(own.length > 5);
    const sent = textsOfPage(name, all) ?? {};
    assert.deepEqual(
      [...own, 'quoted'].filter((id) => !Object.hasOwn(sent, id)),
      [],
    );
    assert.ok(Object.keys(sent).length < own.length + 10, 'it gets messages of other parts of the product');
  });
}

test('pages share no messages', () => {
  const shared = messages.filter(({ place }) => place.startsWith('client/webviews/shared/'));
  assert.deepEqual(shared, []);
});

test('an English page gets no translations', () => assert.equal(textsOfPage('preview', {}), undefined));
