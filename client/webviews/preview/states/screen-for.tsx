import type { VNode } from 'preact';
import type { NothingReason, PreviewScope, PreviewView } from '../protocol/messages';
import type { PreviewTexts } from '../protocol/texts';
import type { Send } from '../host';
import { tasksIn, type PreviewState } from '../model/preview-state';
import { filled } from '../parts/filled';
import { Loading } from './loading';
import { Message } from './message';
import { NoTables } from './no-tables';

interface StateProps {
  readonly state: PreviewState;
  readonly scope: PreviewScope;
  readonly view: PreviewView;
  readonly texts: PreviewTexts;
  readonly send: Send;
}

/** The message to show instead of the view if there is nothing to show; `null` otherwise. */
export function screenFor(props: StateProps): VNode | null {
  const { state, scope, view, texts, send } = props;
  const { states } = texts;
  const again = [{ label: states.readAgain, run: () => send({ type: 'refresh' }) }];
  if (state.failure !== null && !hasView(props))
    return <Message title={states.failed} hint={state.failure} actions={again} />;
  if (state.nothing !== null) return nothing(state.nothing.reason, state.nothing.file, texts, again);
  if (!hasView(props)) return <LoadingState {...props} />;
  const preview = tasksIn(state, scope)?.preview;
  if (view === 'tasks' && preview?.tables.length === 0) return noTables(props);
  if (view === 'tasks' && preview?.rows.length === 0) return noRows(preview.tables[0]?.line ?? 0, props);
  return null;
}

function hasView({ state, scope, view }: StateProps): boolean {
  if (view === 'readers') return state.rendered !== null;
  if (view === 'languages') return state.versions !== null;
  return tasksIn(state, scope) !== null;
}

function LoadingState({ state, scope, texts: { states }, send }: StateProps) {
  const { done, total } = state.loading ?? { done: null, total: null };
  if (scope === 'page') return <Loading title={states.loading} done={done} total={total} texts={states} />;
  return (
    <Loading
      title={states.loadingWorkspace}
      done={done}
      total={total}
      texts={states}
      onCancel={() => send({ type: 'cancel' })}
    />
  );
}

type Actions = readonly { readonly label: string; readonly run: () => void }[];

function nothing(reason: NothingReason, file: string, { states }: PreviewTexts, again: Actions): VNode {
  switch (reason) {
    case 'no-page':
      return <Message title={states.noPage} hint={states.noPageHint} />;
    case 'no-playbook':
      return <Message title={filled(states.noPlaybook, file)} hint={states.noPlaybookHint} />;
    case 'ignored':
      return <Message title={filled(states.ignored, file)} hint={states.ignoredHint} />;
    case 'switched-off':
      return <Message title={filled(states.switchedOff, file)} hint={states.switchedOffHint} />;
    case 'gone':
      return <Message title={filled(states.gone, file)} hint={states.goneHint} />;
    case 'no-workspace':
      return <Message title={states.noWorkspace} hint={states.noWorkspaceHint} />;
    case 'cancelled':
      return <Message title={states.cancelled} hint={states.cancelledHint} actions={again} />;
  }
}

function noTables({ state, scope, texts, send }: StateProps): VNode {
  if (scope === 'workspace') return <Message title={texts.states.noTablesInWorkspace} />;
  const isEditable = state.tasks?.isEditable === true;
  return <NoTables texts={texts} {...(isEditable && { onInsert: () => send({ type: 'insertTable' }) })} />;
}

function noRows(line: number, { scope, texts: { states }, send }: StateProps): VNode {
  const goTo = { label: states.goToTable, run: () => send({ type: 'revealLine', page: null, line }) };
  return <Message title={states.noRows} hint={states.noRowsHint} actions={scope === 'page' ? [goTo] : []} />;
}
