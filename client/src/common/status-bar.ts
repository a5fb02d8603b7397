import { StatusBarAlignment, ThemeColor, window, type Disposable, type StatusBarItem } from 'vscode';
import type { Status } from './status';
import { defineTexts } from './texts';
import { sharedTexts } from './shared-texts';

const texts = defineTexts('status-bar', {
  name: { text: 'Playbook Problems', note: 'The name of an item of the status bar, in the menu that hides it.' },
  problems: {
    text: 'Playbook $(error) {errors} $(warning) {warnings}',
    note: 'In the status bar. Keep "$(error)" and "$(warning)": they are icons. The numbers are those of the page.',
  },
  clean: { text: 'Playbook $(check)', note: 'In the status bar. Keep "$(check)": it is an icon.' },
  off: { text: 'Playbook $(circle-slash)', note: 'In the status bar. Keep "$(circle-slash)": it is an icon.' },
  failed: { text: 'Playbook $(alert)', note: 'In the status bar. Keep "$(alert)": it is an icon.' },
  spoken: { text: 'Playbook: {state}', note: 'For screen readers. {state} is a phrase such as "1 error, 2 warnings".' },
});

/** Shows the number of errors and warnings of the active playbook where it is always visible. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem = window.createStatusBarItem('playbook.problems', StatusBarAlignment.Right, 101);

  constructor() {
    this.#item.name = texts.name;
  }

  /** `described`: the status in words. */
  show(status: Status, described: string): void {
    const text = textOf(status);
    if (text === undefined) return this.hide();
    const hasFailed = status.kind === 'failed';
    this.#item.text = text;
    this.#item.tooltip = described;
    this.#item.accessibilityInformation = { label: texts.spoken({ state: described }) };
    this.#item.backgroundColor = hasFailed ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.command = hasFailed
      ? { command: 'playbook.showLog', title: sharedTexts.showLog }
      : { command: 'workbench.actions.view.problems', title: sharedTexts.showProblems };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** `undefined`: the page isn't checked, so there is nothing to show. */
function textOf(status: Status): string | undefined {
  switch (status.kind) {
    case 'problems':
    case 'faulty-configuration':
      return texts.problems({ errors: status.errors, warnings: status.warnings });
    case 'clean':
      return texts.clean;
    case 'switched-off':
      return texts.off;
    case 'failed':
      return texts.failed;
    default:
      return undefined;
  }
}
