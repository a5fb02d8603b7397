import { defineTexts } from '../../shared/texts';
import type { PreviewProblem } from '../protocol/messages';
import { Icon } from '../parts/icon';
import { ProblemList } from '../parts/problem-list';
import type { Tried } from '../model/panel-state';

const texts = defineTexts('preview/tried-problems', { noProblems: 'No problems' });

interface TriedProblemsProps {
  readonly id: string;
  readonly answer: Tried | undefined;
  readonly brought: readonly PreviewProblem[];
  readonly keys: string;
}

/** The problems that the rules would report for the typed text. */
export function TriedProblems({ id, answer, brought, keys }: TriedProblemsProps) {
  return (
    <div class="tried">
      <div id={id} role="status">
        {answer?.refused != null && (
          <p class="refused">
            <Icon name="error" />
            {answer.refused}
          </p>
        )}
        {brought.length > 0 && <ProblemList problems={brought} />}
        {answer !== undefined && answer.refused === null && brought.length === 0 && (
          <p class="fine">
            <Icon name="check" />
            {texts.noProblems}
          </p>
        )}
      </div>
      <p class="editor-keys">{keys}</p>
    </div>
  );
}
