import type { PreviewProblem } from '../protocol/messages';
import { Icon } from './icon';
import { PlainText } from './plain-text';

/** The messages of the rules, one per line. */
export function ProblemList({ problems }: { readonly problems: readonly PreviewProblem[] }) {
  return (
    <ul class="problem-list">
      {problems.map(({ severity, ruleId, message }, index) => (
        <li key={index} class={severity}>
          <Icon name={severity} />
          <span>
            <PlainText text={message} /> <span class="rule">{ruleId}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
