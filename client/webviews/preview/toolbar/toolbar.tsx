import { defineTexts } from '../../shared/texts';
import type { PreviewScope, PreviewView } from '../protocol/messages';
import type { Send } from '../host';
import type { Look } from '../model/look';
import { Icon, type IconName } from '../parts/icon';
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

export interface ToolbarProps {
  readonly scope: PreviewScope;
  readonly view: PreviewView;
  readonly look: Look;
  readonly isLocked: boolean;
  readonly hasTasks: boolean;
  /** Whether all pages have been checked for problems. */
  readonly hasAllProblems: boolean;
  /** In display order. */
  readonly shownRows: () => readonly number[];
  readonly groups: () => readonly string[];
  readonly send: Send;
  readonly onShow: (scope: PreviewScope, view: PreviewView) => void;
  readonly onLook: (change: Partial<Look>) => void;
  readonly onLock: (isLocked: boolean) => void;
}

/** The view, and the actions for all tasks. */
export function Toolbar(props: ToolbarProps) {
  const { scope, view, look, isLocked, hasTasks, send, onShow, onLook, onLock } = props;
  const scopes = [
    { value: 'page', label: texts.page },
    { value: 'workspace', label: texts.workspace },
  ] as const;
  const views = [
    { value: 'tasks', label: texts.tasks },
    { value: 'readers', label: texts.readers },
    { value: 'languages', label: texts.languages },
  ] as const;
  const isGrid = scope === 'workspace' || view === 'tasks';
  return (
    <header class="toolbar">
      <Switch
        label={texts.scope}
        choices={scopes}
        chosen={scope}
        onChoose={(chosen) => onShow(chosen, chosen === 'workspace' ? 'tasks' : view)}
      />
      {scope === 'page' && (
        <Switch label={texts.view} choices={views} chosen={view} onChoose={(chosen) => onShow(scope, chosen)} />
      )}
      <span class="tools">
        {isGrid && <GroupMenu look={look} groups={props.groups} onLook={onLook} />}
        {isGrid && (
          <Tool
            icon="bars"
            label={texts.totals}
            isPressed={look.hasTotals}
            onClick={() => onLook({ hasTotals: !look.hasTotals })}
          />
        )}
        <ExportMenu isDisabled={!hasTasks} shownRows={isGrid ? props.shownRows : null} send={send} />
        <Tool icon="import" label={texts.import} onClick={() => send({ type: 'import' })} />
        {!props.hasAllProblems && (
          <Tool icon="shield" label={texts.check} hint={texts.checkHint} onClick={() => send({ type: 'check' })} />
        )}
        <Tool icon="refresh" label={texts.refresh} onClick={() => send({ type: 'refresh' })} />
        {scope === 'page' && (
          <Tool
            icon={isLocked ? 'lock' : 'unlock'}
            label={texts.lock}
            isPressed={isLocked}
            onClick={() => onLock(!isLocked)}
          />
        )}
      </span>
    </header>
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
