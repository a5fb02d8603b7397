import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeNamedCharacterReference } from '../../server/src/core/parse/named-characters.js';

test('named characters are those of HTML', () => {
  const characters = {
    amp: '&',
    apos: "'",
    nbsp: '\u00a0',
    zwnj: '\u200c',
    AElig: 'Æ',
    fjlig: 'fj',
    NotEqualTilde: '≂̸',
    CounterClockwiseContourIntegral: '∳',
    Afr: '𝔄',
  };
  for (const [name, character] of Object.entries(characters))
    assert.equal(decodeNamedCharacterReference(name), character, name);
});

test('an unknown name is no character', () => {
  for (const name of ['', 'ampx', 'AMPERSAND', 'constructor', '__proto__'])
    assert.equal(decodeNamedCharacterReference(name), false, name);
});
