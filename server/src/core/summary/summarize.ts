import type { Playbook } from '../model/playbook.js';
import { isPlaybook } from '../model/page-kind.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import { entriesOf } from './catalogue-facts.js';
import { headingsOf } from './heading-facts.js';
import { homeLinkOf, linksOf, namesOf } from './link-facts.js';
import { mentionsOf } from './mention-facts.js';
import { audienceOf, fieldsOf, phasesOf, refreshDaysOf, titleOf } from './page-facts.js';
import { shapesOf } from './shape-facts.js';
import { stepFactsOf } from './step-facts.js';
import { tasksOf } from './task-facts.js';

/**
 * The facts about `playbook` that other pages can use. After a small change of the page, almost all facts are the same
 * objects as before: they are cached by row and block.
 */
export function summarize(path: FilePath, playbook: Playbook): PageSummary {
  const { text, lines, language } = playbook;
  const isOurs = isPlaybook(playbook);
  return {
    path,
    text,
    lines,
    isPlaybook: isOurs,
    language,
    audience: audienceOf(playbook),
    title: titleOf(playbook),
    fields: isOurs ? fieldsOf(playbook) : NO_FIELDS,
    headings: headingsOf(playbook),
    names: namesOf(playbook),
    tasks: isOurs ? tasksOf(playbook) : [],
    mentions: isOurs ? mentionsOf(playbook) : [],
    links: linksOf(playbook),
    homeLink: isOurs ? homeLinkOf(playbook) : undefined,
    entries: isOurs ? entriesOf(playbook) : [],
    refreshDays: isOurs ? refreshDaysOf(playbook) : [],
    phases: isOurs ? phasesOf(playbook) : [],
    steps: isOurs ? stepFactsOf(playbook) : [],
    shapes: isOurs ? shapesOf(playbook) : [],
  };
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();
