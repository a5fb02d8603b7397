import type { AgentTool } from '../tool.js';
import { checkFiles } from './check-files.js';
import { checkText } from './check-text.js';
import { compareTranslation } from './compare-translation.js';
import { explainRule } from './explain-rule.js';
import { findTask } from './find-task.js';
import { insertTaskRow } from './insert-task-row.js';
import { vocabulary } from './vocabulary.js';

/** All tools. To add one, write a file in this folder and add a line here. */
export const agentTools: readonly AgentTool[] = [
  checkText,
  checkFiles,
  findTask,
  vocabulary,
  compareTranslation,
  explainRule,
  insertTaskRow,
];
