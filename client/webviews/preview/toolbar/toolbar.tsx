import type { PreviewScope, PreviewView } from '../protocol/messages';
import type { PreviewTexts } from '../protocol/texts';
import type { Send } from '../host';
import type { Look } from '../model/look';
import { Icon, type IconName } from '../parts/icon';
import { ExportMenu } from './export-menu';
import { GroupMenu } from './group-menu';
import { Switch } from './switch';

export interface ToolbarProps {
  readonly texts: PreviewTexts;
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
  const {
    texts: { toolbar },
    scope,
    view,
    look,
    isLocked,
    hasTasks,
    send,
    onShow,
    onLook,
    onLock,
  } = props;
  const scopes = [
    { value: 'page', label: toolbar.page },
    { value: 'workspace', label: toolbar.workspace },
  ] as const;
  const views = [
    { value: 'tasks', label: toolbar.tasks },
    { value: 'readers', label: toolbar.readers },
    { value: 'languages', label: toolbar.languages },
  ] as const;
  const isGrid = scope === 'workspace' || view === 'tasks';
  return (
    <header class="toolbar">
      <Switch
        label={toolbar.scope}
        choices={scopes}
        chosen={scope}
        onChoose={(chosen) => onShow(chosen, chosen === 'workspace' ? 'tasks' : view)}
      />
      {scope === 'page' && (
        <Switch label={toolbar.view} choices={views} chosen={view} onChoose={(chosen) => onShow(scope, chosen)} />
      )}
      <span class="tools">
        {isGrid && <GroupMenu texts={props.texts} look={look} groups={props.groups} onLook={onLook} />}
        {isGrid && (
          <Tool
            icon="bars"
            label={toolbar.totals}
            isPressed={look.hasTotals}
            onClick={() => onLook({ hasTotals: !look.hasTotals })}
          />
        )}
        <ExportMenu texts={toolbar} isDisabled={!hasTasks} shownRows={isGrid ? props.shownRows : null} send={send} />
        <Tool icon="import" label={toolbar.import} onClick={() => send({ type: 'import' })} />
        {!props.hasAllProblems && (
          <Tool icon="shield" label={toolbar.check} hint={toolbar.checkHint} onClick={() => send({ type: 'check' })} />
        )}
        <Tool icon="refresh" label={toolbar.refresh} onClick={() => send({ type: 'refresh' })} />
        {scope === 'page' && (
          <Tool
            icon={isLocked ? 'lock' : 'unlock'}
            label={toolbar.lock}
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
