import type { Rule } from '../lint/rule.js';
import { taskMoLetter } from './task-mo-letter.js';

/** Every rule, sorted by id. Written by hand; a test holds it against the folder. */
export const allRules: readonly Rule[] = [
  taskMoLetter,
];
