import { l10n } from 'vscode';
import type {
  ActionTexts,
  ColumnTexts,
  EditorTexts,
  FilterTexts,
  GroupTexts,
  ObligationTexts,
  PreviewTexts,
  RowTexts,
  SeverityTexts,
  StateTexts,
  ToolbarTexts,
} from '../../../webviews/preview/protocol/texts';
import { languagesTexts, readersTexts, totalsTexts } from './view-texts';

/** The texts of the task preview. Placeholders are kept, because the page in the panel fills them in. */
export function panelTexts(): PreviewTexts {
  return {
    title: l10n.t('Tasks'),
    columns: columnTexts(),
    obligation: obligationTexts(),
    severity: severityTexts(),
    toolbar: toolbarTexts(),
    filters: filterTexts(),
    groups: groupTexts(),
    rows: rowTexts(),
    actions: actionTexts(),
    editor: editorTexts(),
    states: stateTexts(),
    readers: readersTexts(),
    languages: languagesTexts(),
    totals: totalsTexts(),
  };
}

function columnTexts(): ColumnTexts {
  return {
    'task-id': l10n.t('Task ID'),
    'task-name': l10n.t('Task Name'),
    mo: l10n.t('M/O'),
    role: l10n.t('Role'),
    services: l10n.t('Services'),
    problems: l10n.t('Problems'),
    file: l10n.t('File'),
    phase: l10n.t('Phase'),
    language: l10n.t('Language'),
    audience: l10n.t('Audience'),
    languages: l10n.t('Languages'),
    actions: l10n.t('Actions'),
  };
}

function obligationTexts(): ObligationTexts {
  return {
    mandatory: l10n.t('Mandatory'),
    optional: l10n.t('Optional'),
    unknown: l10n.t('Neither mandatory nor optional'),
  };
}

function severityTexts(): SeverityTexts {
  return { error: l10n.t('Error'), warning: l10n.t('Warning'), info: l10n.t('Information'), hint: l10n.t('Hint') };
}

function toolbarTexts(): ToolbarTexts {
  return {
    scope: l10n.t('Tasks of'),
    page: l10n.t('This page'),
    workspace: l10n.t('Workspace'),
    view: l10n.t('View'),
    tasks: l10n.t('Tasks'),
    readers: l10n.t('As readers see them'),
    languages: l10n.t('Languages'),
    group: l10n.t('Group by: {0}', '{0}'),
    export: l10n.t('Export'),
    import: l10n.t('Import tasks…'),
    refresh: l10n.t('Refresh'),
    check: l10n.t('Check all pages'),
    checkHint: l10n.t('Only checked pages show their problems. Check all pages to see all problems.'),
    lock: l10n.t('Lock to this page'),
    totals: l10n.t('Totals'),
    exportShown: l10n.t('Save shown tasks as'),
    exportAll: l10n.t('Save all tasks as'),
    copyShown: l10n.t('Copy shown tasks as'),
    copyAll: l10n.t('Copy all tasks as'),
    csv: l10n.t('CSV'),
    tsv: l10n.t('Excel cells'),
    xlsx: l10n.t('Excel (.xlsx)'),
    json: l10n.t('JSON'),
    markdown: l10n.t('Markdown'),
  };
}

function filterTexts(): FilterTexts {
  return {
    bar: l10n.t('Filters'),
    text: l10n.t('Filter the tasks'),
    textHint: l10n.t('Filter: words that a task must contain'),
    clearText: l10n.t('Clear the filter text'),
    broken: l10n.t('(broken row)'),
    none: l10n.t('(none)'),
    problemsOnly: l10n.t('With problems only'),
    clear: l10n.t('Clear filters'),
    noValues: l10n.t('No values'),
    chosen: l10n.t('{0}: {1} selected', '{0}', '{1}'),
    tasks: l10n.t('{0} tasks', '{0}'),
    oneTask: l10n.t('1 task'),
    someTasks: l10n.t('{0} of {1} tasks', '{0}', '{1}'),
  };
}

function groupTexts(): GroupTexts {
  return {
    label: l10n.t('Group by'),
    section: l10n.t('Section and step'),
    role: l10n.t('Role'),
    services: l10n.t('Service'),
    none: l10n.t('None'),
    noSection: l10n.t('(without a heading)'),
    noRole: l10n.t('(without a role)'),
    noServices: l10n.t('(without a service)'),
    primaryRole: l10n.t('Primary Role'),
    appliesTo: l10n.t('Applies To'),
    tasks: l10n.t('{0} tasks', '{0}'),
    oneTask: l10n.t('1 task'),
    problems: l10n.t('{0} with problems', '{0}'),
    collapseAll: l10n.t('Collapse all groups'),
    expandAll: l10n.t('Expand all groups'),
  };
}

function rowTexts(): RowTexts {
  return {
    grid: l10n.t('FTOP tasks'),
    keys: l10n.t(
      'Use the arrow keys to move. Press Enter to show the row in the editor, F2 to edit the cell, or Shift+F10 for more actions. On a column header, press Enter to sort.',
    ),
    broken: l10n.t('Broken row, as written'),
    empty: l10n.t('Empty'),
    unknownWord: l10n.t('Unknown word: {0}', '{0}'),
    oneProblem: l10n.t('1 problem'),
    problems: l10n.t('{0} problems', '{0}'),
    openLink: l10n.t('Open link: {0}', '{0}'),
  };
}

function actionTexts(): ActionTexts {
  return {
    menu: l10n.t('Row actions'),
    show: l10n.t('Show in the editor'),
    openLink: l10n.t('Open link: {0}', '{0}'),
    edit: l10n.t('Edit the cell'),
    insert: l10n.t('Add a row below'),
    moveUp: l10n.t('Move up'),
    moveDown: l10n.t('Move down'),
    toggle: l10n.t('Toggle mandatory/optional'),
    delete: l10n.t('Delete the row'),
  };
}

function editorTexts(): EditorTexts {
  return {
    label: l10n.t('Edit {0}', '{0}'),
    choose: l10n.t('Type to find a word'),
    takeWord: l10n.t('Use "{0}"', '{0}'),
    remove: l10n.t('Remove {0}', '{0}'),
    noProblems: l10n.t('No problems'),
    keys: l10n.t('Enter to save, Escape to cancel'),
    choiceKeys: l10n.t('Arrow keys to choose, Enter to save, Escape to cancel'),
    wordKeys: l10n.t('Enter to add the word, or to save if nothing is typed. Escape to cancel'),
    lost: l10n.t("The row changed. Your text wasn't saved: {0}", '{0}'),
  };
}

function stateTexts(): StateTexts {
  return {
    loading: l10n.t('Reading the tasks…'),
    loadingWorkspace: l10n.t('Reading playbooks…'),
    pagesRead: l10n.t('{0} of {1} pages', '{0}', '{1}'),
    cancel: l10n.t('Cancel'),
    noPage: l10n.t('No playbook yet'),
    noPageHint: l10n.t('Open a playbook to see its tasks here.'),
    noPlaybook: l10n.t("{0} isn't a playbook", '{0}'),
    noPlaybookHint: l10n.t('A playbook has front matter with ft.audience or ms.topic, or an FTOP task table.'),
    ignored: l10n.t('The configuration ignores {0}', '{0}'),
    ignoredHint: l10n.t(
      'To see its tasks, remove it from "ignore" in .playbooklint.json. The command Show Effective Configuration lists its configuration files.',
    ),
    switchedOff: l10n.t("{0} isn't checked", '{0}'),
    switchedOffHint: l10n.t('The setting playbook.enable is off. Turn it on to see the tasks.'),
    gone: l10n.t('{0} no longer exists', '{0}'),
    goneHint: l10n.t('Open another playbook to see its tasks here.'),
    noWorkspace: l10n.t('No folder is open'),
    noWorkspaceHint: l10n.t('Open the folder that contains your playbooks to see all their tasks.'),
    cancelled: l10n.t('Reading was canceled'),
    cancelledHint: l10n.t('Nothing was changed.'),
    readAgain: l10n.t('Read again'),
    noTables: l10n.t('No FTOP task table on this page'),
    noTablesHint: l10n.t('A task table has a row for each task and these five columns:'),
    noTablesInWorkspace: l10n.t('No FTOP task table in this workspace'),
    exampleName: l10n.t('Check the network'),
    exampleRole: l10n.t('FastTrack Engineer'),
    exampleServices: l10n.t('Teams'),
    insertTable: l10n.t('Insert FTOP task table'),
    noRows: l10n.t('The task table has no rows yet'),
    noRowsHint: l10n.t('Add the first task below the header.'),
    goToTable: l10n.t('Go to the table'),
    noneFound: l10n.t('No tasks match the filters'),
    failed: l10n.t('The tasks could not be read'),
    dismiss: l10n.t('Dismiss'),
  };
}
