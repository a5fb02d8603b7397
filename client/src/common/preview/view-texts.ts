import { l10n } from 'vscode';
import type { LanguagesTexts, ReadersTexts, TotalsTexts } from '../../../webviews/preview/protocol/texts';

export function readersTexts(): ReadersTexts {
  return {
    title: l10n.t('As readers see them'),
    chooseReader: l10n.t('Reader'),
    gfm: l10n.t('GitHub and VS Code'),
    docfx: l10n.t('Published site (docfx)'),
    both: l10n.t('Both, side by side'),
    allTables: l10n.t('All tables'),
    oneTableWell: l10n.t('The table is shown in full'),
    allTablesWell: l10n.t('All {0} tables are shown in full', '{0}'),
    oneTableLoses: l10n.t('{0} of {1} tables loses text', '{0}', '{1}'),
    tablesLose: l10n.t('{0} of {1} tables lose text', '{0}', '{1}'),
    oneIsNoTable: l10n.t("{0} of {1} isn't displayed as a table", '{0}', '{1}'),
    areNoTables: l10n.t("{0} of {1} aren't displayed as tables", '{0}', '{1}'),
    losses: l10n.t('Text that is not shown'),
    previous: l10n.t('Previous'),
    next: l10n.t('Next'),
    previousHint: l10n.t('Go to the previous text that is not shown (Shift+F8)'),
    nextHint: l10n.t('Go to the next text that is not shown (F8)'),
    noHeading: l10n.t('Table without a heading'),
    line: l10n.t('Line {0}', '{0}'),
    oneRowLoses: l10n.t('1 row loses text'),
    rowsLose: l10n.t('{0} rows lose text', '{0}'),
    noTable: l10n.t('Not a table: the lines are displayed as text'),
    noHeader: l10n.t('without a header'),
    notShown: l10n.t('not shown'),
    notShownHeader: l10n.t('Not shown'),
    moreRows: l10n.t('Show {0} more of {1} rows', '{0}', '{1}'),
    noTaskTables: l10n.t('This page has no task tables.'),
    noTables: l10n.t('This page has no tables.'),
    noRows: l10n.t('The table has no rows.'),
    keys: l10n.t('Use the arrow keys to move between rows. Press Enter to show the row in the editor.'),
  };
}

export function languagesTexts(): LanguagesTexts {
  return {
    title: l10n.t('Tasks in all languages'),
    differencesOnly: l10n.t('Differences only'),
    oneTaskDiffers: l10n.t('{0} of {1} tasks differs between languages', '{0}', '{1}'),
    tasksDiffer: l10n.t('{0} of {1} tasks differ between languages', '{0}', '{1}'),
    noneDiffers: l10n.t('All tasks are the same in all languages'),
    noTasks: l10n.t('These pages have no tasks.'),
    thisPage: l10n.t('this page'),
    tasks: l10n.t('{0} tasks', '{0}'),
    oneTask: l10n.t('1 task'),
    differing: l10n.t('{0} different', '{0}'),
    missing: l10n.t('{0} missing', '{0}'),
    same: l10n.t('all the same'),
    missingIn: l10n.t('Missing in {0}', '{0}'),
    differsFrom: l10n.t('Differs from {0}', '{0}'),
    differs: l10n.t('differs'),
    lacks: l10n.t('missing'),
    empty: l10n.t('empty'),
    keys: l10n.t(
      'Use the arrow keys to move between cells. Press Enter to show the task on the page in that language.',
    ),
    onlyOne: l10n.t('This page has no translations'),
    onlyOneHint: l10n.t('The file name of a translation is the same except for the language:'),
    sameFolder: l10n.t('in the same folder, with the language at the end of the name'),
    ownFolder: l10n.t('in a folder named after the language'),
  };
}

export function totalsTexts(): TotalsTexts {
  return {
    title: l10n.t('Totals'),
    tasks: l10n.t('Tasks'),
    mandatory: l10n.t('Mandatory'),
    optional: l10n.t('Optional'),
    unclear: l10n.t('Unclear'),
    byRole: l10n.t('By role'),
    byServices: l10n.t('By service'),
    byPhase: l10n.t('By phase'),
    byStep: l10n.t('By step'),
    noRole: l10n.t('No role'),
    noServices: l10n.t('No services'),
    noPhase: l10n.t('No phase'),
    noStep: l10n.t('Before the first heading'),
    showAll: l10n.t('Show all {0}', '{0}'),
    showFewer: l10n.t('Show fewer'),
    pick: l10n.t('Show only these tasks: {0}', '{0}'),
    countedForEach: l10n.t('A task with several roles, services or phases counts for each of them.'),
  };
}
