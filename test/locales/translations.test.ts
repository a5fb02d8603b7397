/** The translations that ship. CONTRIBUTING.md says what to do where a test fails. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { COLUMNS } from '../../client/webviews/preview/columns/index.js';
import { allRules } from '../../server/src/core/index.js';
import { TRANSLATED } from '../../server/src/messages/formatting/index.js';
import { catalogue } from '../messages/catalogue.js';
import { root } from '../support/project.js';
import { mistakesIn, plainMistakesIn } from './checks.js';
import {
  manifestTexts,
  translatedMessages,
  translationsOf,
  writeTranslatedMessages,
  writeTranslations,
  type TranslatedMessage,
} from './files.js';

const messages = new Map(catalogue().map((message) => [message.id, message]));

const isUpdating = process.env['UPDATE_FIXTURES'] === '1';
if (isUpdating) update();

/** Sorts the translations, removes those that aren't used, and writes down which are missing. */
function update(): void {
  for (const locale of TRANSLATED) {
    const used = Object.entries(translationsOf(locale)).filter(([id]) => messages.has(id));
    writeTranslations(locale, Object.fromEntries(used));
  }
  writeTranslatedMessages(current());
}

/** Each message with its note, and the locales that have no translation. */
function current(): Record<string, TranslatedMessage> {
  const locales = TRANSLATED.map((locale) => [locale, translationsOf(locale)] as const);
  return Object.fromEntries(
    [...messages.values()].map(({ id, english, note }) => {
      const missing = locales.flatMap(([locale, texts]) => (Object.hasOwn(texts, id) ? [] : [locale]));
      return [id, { english, ...(note !== undefined && { note }), ...(missing.length > 0 && { missing }) }];
    }),
  );
}

describe('server/src/messages/translated.json', () => {
  const [written, wanted] = [translatedMessages(), current()];
  const differences = (isDifferent: (was: TranslatedMessage, is: TranslatedMessage) => boolean): string[] =>
    Object.entries(wanted).flatMap(([id, is]) => {
      const was = written[id];
      return was !== undefined && isDifferent(was, is) ? [`${id}: ${is.english}`] : [];
    });

  test('has all messages: translate the new ones, then run `npm test -- --only locales --update`', () => {
    const added = Object.entries(wanted).filter(([id]) => !Object.hasOwn(written, id));
    assert.deepEqual(
      added.map(([id, { english }]) => `${id}: ${english}`),
      [],
    );
  });

  test('has no others', () => {
    assert.deepEqual(
      Object.keys(written).filter((id) => !Object.hasOwn(wanted, id)),
      [],
    );
  });

  test('has the same English texts: update the translations of those that changed', () => {
    assert.deepEqual(
      differences((was, is) => was.english !== is.english),
      [],
    );
  });

  test('has the same notes, and lists the translations that are missing', () => {
    assert.deepEqual(
      differences((was, is) => was.note !== is.note || String(was.missing) !== String(is.missing)),
      [],
    );
  });
});

for (const locale of TRANSLATED) {
  describe(`${locale}.json`, () => {
    const texts = Object.entries(translationsOf(locale));

    test('has only texts of messages, in the order of their ids', () => {
      const ids = texts.map(([id]) => id);
      assert.deepEqual(
        ids.filter((id) => !messages.has(id)),
        [],
      );
      assert.deepEqual(ids, [...ids].sort());
    });

    test('has texts that fit their messages and their places', () => {
      const mistakes = texts.flatMap(([id, text]) => {
        const message = messages.get(id);
        return message === undefined ? [] : mistakesIn({ ...message, text, locale }).map((what) => `${id} ${what}`);
      });
      assert.deepEqual(mistakes, []);
    });
  });

  test(`the columns of the task preview have different titles in ${locale}`, () => {
    const translations = translationsOf(locale);
    const titles = Object.keys(COLUMNS).map((name) => translations[`preview/${name}/title`]);
    assert.ok(titles.every((title) => title !== undefined));
    assert.deepEqual(titles, [...new Set(titles)]);
  });

  test(`package.nls.${locale}.json has the texts of package.nls.json`, () => {
    const [english, own] = [manifestTexts(), manifestTexts(locale)];
    assert.deepEqual(Object.keys(own).sort(), Object.keys(english).sort());
    const mistakes = Object.entries(own).flatMap(([id, text]) =>
      plainMistakesIn({ id, english: english[id] ?? '', note: undefined, text, locale }).map((what) => `${id} ${what}`),
    );
    assert.deepEqual(mistakes, []);
  });
}

test('each locale has its files, and no others have any', () => {
  const names = (folder: string, pattern: RegExp): (string | undefined)[] =>
    readdirSync(join(root, folder)).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  assert.deepEqual(names('server/src/messages/locales', /^(.*)\.json$/).sort(), [...TRANSLATED].sort());
  assert.deepEqual(names('.', /^package\.nls\.(.+)\.json$/).sort(), [...TRANSLATED].sort());
});

test('what each rule requires can be translated', () => {
  for (const { meta } of allRules)
    assert.equal(messages.get(`${meta.id}/description`)?.english, meta.description, meta.id);
});
