/** The public API of the core: the only file that other folders may import. */
export { builtInVocabulary } from './vocabulary/built-in.js';
export type { Obligation, Vocabulary } from './vocabulary/vocabulary.js';
export { LANGUAGES, LANGUAGE_NAMES, type Language } from './vocabulary/language.js';
export type { Spellings } from './vocabulary/language-pack.js';
export { TermSet, type TermSetData } from './vocabulary/term-set.js';
export { readFrontMatter } from './parse/front-matter.js';
export { parsePlaybook, updatePlaybook } from './parse/playbook.js';
export { SharedParts } from './parse/shared-parts.js';
export type { Playbook, SourceText } from './model/playbook.js';
export { isPlaybook, isProcessPlaybook } from './model/page-kind.js';
export { taskIdsOf } from './model/task-ids.js';
export { isTaskExport } from './vocabulary/column-names.js';
export { rowsOfJson } from './text/json-rows.js';
export * as shapes from './text/shape.js';
export { appendAll } from './text/lists.js';
export { LineMap, type LineColumn } from './text/line-map.js';
export { naturalOrder } from './text/natural-order.js';
export { preferredFirst } from './text/preferred-first.js';
export { changeBetween } from './text/text-change.js';
export { applyEdits, type TextEdit } from './text/text-edit.js';
export { touches, type Placed, type Span } from './text/span.js';
export { nearest } from './text/spelling.js';
export {
  createLinter,
  type Linter,
  type LintRequest,
  type LintResult,
  type RuleFailure,
  type Surroundings,
} from './lint/linter.js';
export { suppressionsIn } from './lint/suppressions.js';
export { isOutside } from './dialect/renderers.js';
export { bestFix, fixAll, safeFix, type FixResult } from './lint/fix-all.js';
export { DEFAULT_LINT_CONFIG, type LintConfig, type RuleSetting } from './lint/lint-config.js';
export { NO_OPTIONS, type JsonValue, type OptionSchema, type OptionsSchema } from './lint/options.js';
export {
  defineRule,
  type Fix,
  type Problem,
  type Related,
  type Rule,
  type RuleId,
  type RuleMeta,
  type Severity,
  type WordList,
} from './lint/rule.js';
export { descriptionOf } from './lint/rule.js';
export { ADDRESS, DOCS_ON_THE_WEB, pageOfRule } from './lint/docs-url.js';
export { VERSION } from './lint/version.js';
export { LazyPage } from './summary/lazy-page.js';
export { summarize } from './summary/summarize.js';
export type { Branded, Unbranded } from './text/branded.js';
export { asRelativePath, type RelativePath } from './text/relative-path.js';
export * from './workspace-index/index.js';
export * from './completion/index.js';
export * from './features/index.js';
export * from './edits/index.js';
export * from './preview/index.js';
export { allRules } from './rules/index.js';
export {
  planMetadataEdit,
  type MetadataChange,
  type MetadataPlan,
  type MetadataProblem,
} from './reports/metadata-edit.js';
export { DIFFERENCE_TEXTS } from './reports/difference-texts.js';
export { FILE_COLUMN, metadataSheet, type MetadataPage } from './reports/metadata-report.js';
export type { Sheet, SheetCell } from './reports/sheet.js';
export { sortKeysOf } from './reports/sort-keys.js';
export {
  planTaskEdit,
  type TaskChange,
  type TaskEditPlan,
  type TaskPages,
  type TaskProblem,
} from './reports/task-edit.js';
export { taskReport, type ReportedTask, type TaskReport } from './reports/task-report.js';
export { filesInTaskSheet, taskColumnCount } from './reports/task-sheet-rows.js';
export { taskSheet } from './reports/task-tables.js';
export { translationReport, type LanguageReport, type TranslationReport } from './reports/translation-report.js';
export {
  translationFindings,
  type TranslationDifference,
  type TranslationFinding,
} from './reports/translation-findings.js';
export { translationSheet } from './reports/translation-tables.js';
export {
  changedConfig,
  CONFIG_FILE_NAMES,
  CONFIGURATION_PROBLEM,
  configSchema,
  globMatcher,
  globMistake,
  newestRelease,
  readConfig,
  resolveConfig,
  type ConfigChange,
  type ConfigFile,
  type ConfigReading,
  type EffectiveConfig,
  type PageSource,
  type ResolvedConfig,
  type RuleSeverities,
  type SettingOrigin,
  type SourcedWord,
} from './config/index.js';
