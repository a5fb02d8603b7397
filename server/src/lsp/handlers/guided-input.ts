import type { Session } from '../session/session.js';
import { registerFixWorkspace } from './fix-workspace.js';
import { registerKnownTasks } from './known-tasks.js';
import { registerNewPage } from './new-page.js';
import { registerShowConfiguration } from './show-configuration.js';
import { registerVocabulary } from './vocabulary.js';

/** Requests that our client's commands send before and after they ask the author. `today`: the date, `YYYY-MM-DD`. */
export function registerGuidedInput(session: Session, today: () => string): void {
  registerVocabulary(session);
  registerKnownTasks(session);
  registerNewPage(session, today);
  registerFixWorkspace(session);
  registerShowConfiguration(session);
}
