import { defineTexts } from '../texts';
import { messageOf } from '../report/message-of';
import { contentOf, pageOf, type PagePlace, type PageTexts } from './rule-page-source';

const texts = defineTexts('open-rule-page', {
  unknownRule: 'Unknown rule "{rule}"',
  whichRule: 'Which rule?',
  failed: 'The documentation of {rule} could not be opened: {reason}',
});

/** What the command does in VS Code. */
export interface RulePageWindow {
  /** Asks for a rule. */
  readonly pick: (question: string) => Thenable<string | undefined>;
  readonly preview: (page: PagePlace) => Thenable<unknown>;
  readonly warn: (text: string) => void;
  readonly fail: (text: string) => void;
}

/**
 * Opens the page of a rule in the Markdown preview, in the language of the author. Asks for the rule if it isn't
 * specified. The links of problems run this, too.
 */
export async function openRulePage(ruleId: unknown, source: PageTexts, window: RulePageWindow): Promise<void> {
  const rule = typeof ruleId === 'string' ? ruleId : await window.pick(texts.whichRule);
  if (rule === undefined) return;
  const page = pageOf(rule, source.ruleIds);
  if (page === undefined) return window.warn(texts.unknownRule({ rule }));
  try {
    // The preview of a page that can't be read would be empty and wouldn't say why.
    await contentOf(page.path, source);
  } catch (error) {
    return window.fail(texts.failed({ rule, reason: messageOf(error) }));
  }
  await window.preview(page);
}
