/**
 * The texts of the task preview, in the language of VS Code. `{0}` and `{1}` are numbers or names. This file contains
 * only types, so both sides can import it.
 */
export interface PreviewTexts {
  readonly title: string;
  /** The names of the columns. */
  readonly columns: ColumnTexts;
  readonly obligation: ObligationTexts;
  readonly severity: SeverityTexts;
  readonly toolbar: ToolbarTexts;
  readonly filters: FilterTexts;
  readonly groups: GroupTexts;
  readonly rows: RowTexts;
  readonly actions: ActionTexts;
  readonly editor: EditorTexts;
  readonly states: StateTexts;
  readonly readers: ReadersTexts;
  readonly languages: LanguagesTexts;
  readonly totals: TotalsTexts;
}

export interface ColumnTexts {
  readonly 'task-id': string;
  readonly 'task-name': string;
  readonly mo: string;
  readonly role: string;
  readonly services: string;
  readonly problems: string;
  readonly file: string;
  readonly phase: string;
  readonly language: string;
  readonly audience: string;
  readonly languages: string;
  readonly actions: string;
}

export interface ObligationTexts {
  readonly mandatory: string;
  readonly optional: string;
  /** A letter that is neither. */
  readonly unknown: string;
}

/** The name of each severity. */
export interface SeverityTexts {
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  readonly hint: string;
}

export interface ToolbarTexts {
  readonly scope: string;
  readonly page: string;
  readonly workspace: string;
  readonly view: string;
  readonly tasks: string;
  readonly readers: string;
  readonly languages: string;
  readonly group: string;
  readonly export: string;
  readonly import: string;
  readonly refresh: string;
  readonly check: string;
  /** Why to check all pages. */
  readonly checkHint: string;
  readonly lock: string;
  readonly totals: string;
  readonly exportShown: string;
  readonly exportAll: string;
  readonly copyShown: string;
  readonly copyAll: string;
  readonly csv: string;
  readonly tsv: string;
  readonly xlsx: string;
  readonly json: string;
  readonly markdown: string;
}

export interface FilterTexts {
  readonly bar: string;
  readonly text: string;
  readonly textHint: string;
  readonly clearText: string;
  /** The value for rows whose cells can't be assigned to columns. */
  readonly broken: string;
  /** The value for rows without a role or service. */
  readonly none: string;
  readonly problemsOnly: string;
  readonly clear: string;
  /** The filter has no values. */
  readonly noValues: string;
  /** `{0}`: the name of the filter, `{1}`: how many of its values are selected. */
  readonly chosen: string;
  readonly tasks: string;
  readonly oneTask: string;
  readonly someTasks: string;
}

export interface GroupTexts {
  readonly label: string;
  readonly section: string;
  readonly role: string;
  readonly services: string;
  readonly none: string;
  readonly noSection: string;
  readonly noRole: string;
  readonly noServices: string;
  readonly primaryRole: string;
  readonly appliesTo: string;
  /** Read out with the group: the number of tasks, and of tasks with problems. */
  readonly tasks: string;
  readonly oneTask: string;
  readonly problems: string;
  readonly collapseAll: string;
  readonly expandAll: string;
}

export interface RowTexts {
  readonly grid: string;
  readonly keys: string;
  readonly broken: string;
  readonly empty: string;
  readonly unknownWord: string;
  readonly oneProblem: string;
  readonly problems: string;
  readonly openLink: string;
}

export interface ActionTexts {
  readonly menu: string;
  readonly show: string;
  readonly openLink: string;
  readonly edit: string;
  readonly insert: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly toggle: string;
  readonly delete: string;
}

export interface EditorTexts {
  /** `{0}`: the column. */
  readonly label: string;
  readonly choose: string;
  readonly takeWord: string;
  readonly remove: string;
  readonly noProblems: string;
  readonly keys: string;
  readonly choiceKeys: string;
  readonly wordKeys: string;
  /** `{0}`: the typed text. */
  readonly lost: string;
}

export interface StateTexts {
  readonly loading: string;
  readonly loadingWorkspace: string;
  readonly pagesRead: string;
  readonly cancel: string;
  readonly noPage: string;
  readonly noPageHint: string;
  readonly noPlaybook: string;
  readonly noPlaybookHint: string;
  readonly ignored: string;
  readonly ignoredHint: string;
  readonly switchedOff: string;
  readonly switchedOffHint: string;
  readonly gone: string;
  readonly goneHint: string;
  readonly noWorkspace: string;
  readonly noWorkspaceHint: string;
  readonly cancelled: string;
  readonly cancelledHint: string;
  readonly readAgain: string;
  readonly noTables: string;
  readonly noTablesHint: string;
  readonly noTablesInWorkspace: string;
  readonly exampleName: string;
  readonly exampleRole: string;
  readonly exampleServices: string;
  readonly insertTable: string;
  readonly noRows: string;
  readonly noRowsHint: string;
  readonly goToTable: string;
  readonly noneFound: string;
  readonly failed: string;
  readonly dismiss: string;
}

/** Texts of the readers view. `{0}`: how many, `{1}`: the total number of tables. */
export interface ReadersTexts {
  readonly title: string;
  /** The label of the choice of readers. */
  readonly chooseReader: string;
  readonly gfm: string;
  readonly docfx: string;
  readonly both: string;
  readonly allTables: string;
  readonly oneTableWell: string;
  readonly allTablesWell: string;
  readonly oneTableLoses: string;
  readonly tablesLose: string;
  readonly oneIsNoTable: string;
  readonly areNoTables: string;
  /** The label of the navigation between losses. */
  readonly losses: string;
  readonly previous: string;
  readonly next: string;
  readonly previousHint: string;
  readonly nextHint: string;
  readonly noHeading: string;
  readonly line: string;
  readonly oneRowLoses: string;
  readonly rowsLose: string;
  readonly noTable: string;
  /** Describes a column. */
  readonly noHeader: string;
  readonly notShown: string;
  /** The header of columns that aren't shown. */
  readonly notShownHeader: string;
  /** `{0}`: how many rows the button adds, `{1}`: how many aren't shown. */
  readonly moreRows: string;
  readonly noTaskTables: string;
  readonly noTables: string;
  readonly noRows: string;
  readonly keys: string;
}

/** Texts of the languages view. `{0}`: a language, or how many. */
export interface LanguagesTexts {
  readonly title: string;
  readonly differencesOnly: string;
  readonly oneTaskDiffers: string;
  readonly tasksDiffer: string;
  readonly noneDiffers: string;
  readonly noTasks: string;
  readonly thisPage: string;
  readonly tasks: string;
  readonly oneTask: string;
  readonly differing: string;
  readonly missing: string;
  readonly same: string;
  readonly missingIn: string;
  /** Describes a cell that differs from the language `{0}`. */
  readonly differsFrom: string;
  /** Describes a task. */
  readonly differs: string;
  readonly lacks: string;
  readonly empty: string;
  readonly keys: string;
  /** There is only one language. */
  readonly onlyOne: string;
  readonly onlyOneHint: string;
  readonly sameFolder: string;
  readonly ownFolder: string;
}

/** Texts of the totals. `{0}`: how many. */
export interface TotalsTexts {
  readonly title: string;
  readonly tasks: string;
  readonly mandatory: string;
  readonly optional: string;
  readonly unclear: string;
  readonly byRole: string;
  readonly byServices: string;
  readonly byPhase: string;
  readonly byStep: string;
  readonly noRole: string;
  readonly noServices: string;
  readonly noPhase: string;
  readonly noStep: string;
  /** `{0}`: the number of groups. */
  readonly showAll: string;
  readonly showFewer: string;
  /** `{0}`: the group whose tasks are shown. */
  readonly pick: string;
  readonly countedForEach: string;
}
