import type { Session } from '../session.js';
import { registerFixWorkspace } from './fix-workspace.js';
import { registerKnownTasks } from './known-tasks.js';
import { registerNewPage } from './new-page.js';
import { registerShowConfiguration } from './show-configuration.js';
import { registerVocabulary } from './vocabulary.js';

/** What the commands of our client ask before and after they ask an author. `today`: the day, `YYYY-MM-DD`. */
export function registerGuidedInput(session: Session, today: () => string): void {
  registerVocabulary(session);
  registerKnownTasks(session);
  registerNewPage(session, today);
  registerFixWorkspace(session);
  registerShowConfiguration(session);
}
