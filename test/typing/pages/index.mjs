// All pages that are typed, as authors write them.
import chinese from './chinese.mjs';
import { json, yaml } from './configuration.mjs';
import english from './english.mjs';
import german from './german.mjs';
import japanese from './japanese.mjs';
import { inserted, overtype, several, short, tabs } from './keys.mjs';
import { grown, lists, notes, saved } from './other.mjs';

/**
 * @typedef {object} TypedPage
 * @property {string} name
 * @property {string} file in the workspace of the tests; an empty one is made where there is none
 * @property {string} keys what is typed, from the start of the file; see `keys.mjs`
 */

/** @type {TypedPage[]} */
export const pages = [
  short,
  english,
  german,
  chinese,
  japanese,
  tabs,
  several,
  overtype,
  inserted,
  json,
  yaml,
  notes,
  grown,
  lists,
  saved,
];
