import { defineTexts } from '../../shared/texts';
import type { PreviewScope, PreviewView } from '../protocol/messages';
import { usePanel } from '../panel';
import { Icon, type IconName } from '../parts/icon';
import type { ShownTasks } from '../shown-tasks';
import { ExportMenu } from './export-menu';
import { GroupMenu } from './group-menu';
import { Switch } from './switch';

const texts = defineTexts('preview/toolbar', {
  scope: { text: 'Tasks of', note: 'Label of a choice between "This page" and "Workspace". Read by screen readers.' },
  page: 'This page',
  workspace: { text: 'Workspace', note: 'The choice to show the tasks of all pages in the workspace.' },
  view: { text: 'View', note: 'Label of a choice between "Tasks", "As readers see them" and "Languages". A noun.' },
  tasks: { text: 'Tasks', note: 'The view that shows a list of tasks.' },
  readers: { text: 'As readers see them', note: 'The view that shows tables as they are displayed to readers.' },
  languages: { text: 'Languages', note: 'The view that shows the tasks in all languages.' },
  totals: { text: 'Totals', note: 'A button that shows or hides the numbers of tasks.' },
  import: 'Import tasks…',
  check: 'Check all pages',
  checkHint: 'Only checked pages show their problems. Check all pages to see all problems.',
  refresh: { text: 'Refresh', note: 'A button. A verb.' },
  lock: { text: 'Lock to this page', note: 'A button: the panel keeps showing this page when another page is opened.' },
});

/** The view, and the actions for all tasks. `shown`: `null` if no tasks are known. */
export function Toolbar({ shown }: { readonly shown: ShownTasks | null }) {
  const { state, dispatch, send } = usePanel();
  const { scope, view, look, isLocked } = state;
  const isGrid = scope === 'workspace' || view === 'tasks';
  const lock = (): void => {
    dispatch({ type: 'locked', isLocked: !isLocked });
    send({ type: 'lock', isLocked: !isLocked });
  };
  return (
    <header class="toolbar">
      <ViewSwitches />
      <span class="tools">
        {isGrid && <GroupMenu shown={shown} />}
        {isGrid && (
          <Tool
            icon="bars"
            label={texts.totals}
            isPressed={look.hasTotals}
            onClick={() => dispatch({ type: 'look', change: { hasTotals: !look.hasTotals } })}
          />
        )}
        <ExportMenu shown={shown} isGrid={isGrid} />
        <Tool icon="import" label={texts.import} onClick={() => send({ type: 'import' })} />
        {shown?.message.hasAllProblems === false && (
          <Tool icon="shield" label={texts.check} hint={texts.checkHint} onClick={() => send({ type: 'check' })} />
        )}
        <Tool icon="refresh" label={texts.refresh} onClick={() => send({ type: 'refresh' })} />
        {scope === 'page' && (
          <Tool icon={isLocked ? 'lock' : 'unlock'} label={texts.lock} isPressed={isLocked} onClick={lock} />
        )}
      </span>
    </header>
  );
}

/** What the tasks are of, and how they are shown. */
function ViewSwitches() {
  const { state, dispatch, send } = usePanel();
  const { scope, view } = state;
  const show = (nextScope: PreviewScope, nextView: PreviewView): void => {
    dispatch({ type: 'show', scope: nextScope, view: nextView });
    send({ type: 'show', scope: nextScope, view: nextView });
  };
  const scopes = [
    { value: 'page', label: texts.page },
    { value: 'workspace', label: texts.workspace },
  ] as const;
  const views = [
    { value: 'tasks', label: texts.tasks },
    { value: 'readers', label: texts.readers },
    { value: 'languages', label: texts.languages },
  ] as const;
  return (
    <>
      <Switch
        label={texts.scope}
        choices={scopes}
        chosen={scope}
        onChoose={(chosen) => show(chosen, chosen === 'workspace' ? 'tasks' : view)}
      />
      {scope === 'page' && (
        <Switch label={texts.view} choices={views} chosen={view} onChoose={(chosen) => show(scope, chosen)} />
      )}
    </>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly hint?: string;
  /** `undefined`: it can't be toggled. */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, label, hint = label, isPressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class={isPressed ? 'tool active' : 'tool'}
      aria-label={label}
      title={hint}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
