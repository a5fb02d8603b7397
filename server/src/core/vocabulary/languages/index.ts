import type { LanguagePack } from '../language-pack.js';
import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { japanese } from './ja.js';
import { portuguese } from './pt.js';
import { chinese } from './zh.js';

/** The languages that playbooks are written in, in the order of lists and reports. A new language needs one line here. */
export const LANGUAGE_PACKS = [
  english,
  german,
  spanish,
  portuguese,
  japanese,
  chinese,
] as const satisfies readonly LanguagePack[];
