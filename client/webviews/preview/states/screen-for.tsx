import type { VNode } from 'preact';
import { defineTexts } from '../../shared/texts';
import type { NothingReason } from '../protocol/messages';
import type { PanelState } from '../model/panel-state';
import { tasksIn } from '../model/preview-state';
import type { Panel } from '../panel';
import { Loading } from './loading';
import { Message } from './message';
import { NoTables } from './no-tables';

const texts = defineTexts('preview/screen-for', {
  loading: 'Reading the tasks…',
  loadingWorkspace: 'Reading playbooks…',
  failed: 'The tasks could not be read',
  readAgain: { text: 'Read again', note: 'A button: read the tasks again.' },
  noPage: 'No playbook yet',
  noPageHint: 'Open a playbook to see its tasks here.',
  noPlaybook: "{file} isn't a playbook",
  noPlaybookHint: 'A playbook has front matter with ft.audience or ms.topic, or an FTOP task table.',
  ignored: 'The configuration ignores {file}',
  ignoredHint:
    'To see its tasks, remove it from "ignore" in .playbooklint.json. The command Show Effective Configuration lists its configuration files.',
  switchedOff: { text: "{file} isn't checked", note: 'A setting turns off all checks of the file.' },
  switchedOffHint: 'The setting playbook.enable is off. Turn it on to see the tasks.',
  gone: '{file} no longer exists',
  goneHint: 'Open another playbook to see its tasks here.',
  noWorkspace: 'No folder is open',
  noWorkspaceHint: 'Open the folder that contains your playbooks to see all their tasks.',
  cancelled: 'Reading was canceled',
  cancelledHint: 'Nothing was changed.',
  noTablesInWorkspace: 'No FTOP task table in this workspace',
  noRows: 'The task table has no rows yet',
  noRowsHint: 'Add the first task below the header.',
  goToTable: { text: 'Go to the table', note: 'A button that shows the table in the editor.' },
});

/** The message to show instead of the view if there is nothing to show; `null` otherwise. */
export function screenFor(panel: Panel): VNode | null {
  const { state, send } = panel;
  const { scope, view } = state;
  const again = [{ label: texts.readAgain, run: () => send({ type: 'refresh' }) }];
  if (state.failure !== null && !hasView(state))
    return <Message title={texts.failed} hint={state.failure} actions={again} />;
  if (state.nothing !== null) return nothing(state.nothing.reason, state.nothing.file, again);
  if (!hasView(state)) return <LoadingState {...panel} />;
  const preview = tasksIn(state, scope)?.preview;
  if (view === 'tasks' && preview?.tables.length === 0) return noTables(panel);
  if (view === 'tasks' && preview?.rows.length === 0) return noRows(preview.tables[0]?.line ?? 0, panel);
  return null;
}

function hasView(state: PanelState): boolean {
  const { scope, view } = state;
  if (view === 'readers') return state.rendered !== null;
  if (view === 'languages') return state.versions !== null;
  return tasksIn(state, scope) !== null;
}

function LoadingState({ state, send }: Panel) {
  const { done, total } = state.loading ?? { done: null, total: null };
  if (state.scope === 'page') return <Loading title={texts.loading} done={done} total={total} />;
  return <Loading title={texts.loadingWorkspace} done={done} total={total} onCancel={() => send({ type: 'cancel' })} />;
}

type Actions = readonly { readonly label: string; readonly run: () => void }[];

function nothing(reason: NothingReason, file: string, again: Actions): VNode {
  switch (reason) {
    case 'no-page':
      return <Message title={texts.noPage} hint={texts.noPageHint} />;
    case 'no-playbook':
      return <Message title={texts.noPlaybook({ file })} hint={texts.noPlaybookHint} />;
    case 'ignored':
      return <Message title={texts.ignored({ file })} hint={texts.ignoredHint} />;
    case 'switched-off':
      return <Message title={texts.switchedOff({ file })} hint={texts.switchedOffHint} />;
    case 'gone':
      return <Message title={texts.gone({ file })} hint={texts.goneHint} />;
    case 'no-workspace':
      return <Message title={texts.noWorkspace} hint={texts.noWorkspaceHint} />;
    case 'cancelled':
      return <Message title={texts.cancelled} hint={texts.cancelledHint} actions={again} />;
  }
}

function noTables({ state, send }: Panel): VNode {
  if (state.scope === 'workspace') return <Message title={texts.noTablesInWorkspace} />;
  const isEditable = state.tasks?.isEditable === true;
  return <NoTables {...(isEditable && { onInsert: () => send({ type: 'insertTable' }) })} />;
}

function noRows(line: number, { state, send }: Panel): VNode {
  const goTo = { label: texts.goToTable, run: () => send({ type: 'revealLine', page: null, line }) };
  return <Message title={texts.noRows} hint={texts.noRowsHint} actions={state.scope === 'page' ? [goTo] : []} />;
}
