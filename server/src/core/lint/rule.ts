import type { Message, MessageDefinition, TextOf, ValuesOf } from '../../messages/index.js';
import type { DatedContext } from '../dialect/reading-context.js';
import type { FrontMatter } from '../model/front-matter.js';
import type { TextBlock } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import type { Row, Table, TableSchema } from '../model/tables.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { TermSetName } from '../vocabulary/vocabulary.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { TocSummary } from '../workspace-index/toc.js';
import type { JsonValue, OptionsSchema } from './options.js';

/** Kebab case, the subject first, then what is checked: `task-id-format`. Never changes. */
export type RuleId = string;
export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type RuleCategory =
  | 'front-matter'
  | 'task-table'
  | 'table'
  | 'label'
  | 'structure'
  | 'refresh-summary'
  | 'text'
  | 'link'
  | 'translation'
  | 'suppression';

/** A named set of edits that fixes one problem. */
export interface Fix {
  /** Imperative, names the result: `Replace with "Teams"`. */
  readonly title: Message;
  /** The edits don't overlap, and all refer to the linted text. */
  readonly edits: readonly TextEdit[];
  /**
   * `safe`: can't lose text or change its meaning; applied by Fix All, on save, and by `--fix`.
   * `suggestion`: the author decides.
   */
  readonly applicability: 'safe' | 'suggestion';
  /** Of several suggestions, the one that was most probably meant. Omitted if none is more likely than the others. */
  readonly isPreferred?: boolean;
}

/** Another location that a problem is about. */
export interface Related {
  /** The file it is in; `undefined`: the same as the problem's. */
  readonly path?: FilePath;
  /** Relative to that file. */
  readonly span: Span;
  readonly message: Message;
}

/**
 * What the engine returns and every front end shows, after making sentences of its messages. Plain data. Spans are
 * relative to the file.
 */
export interface Problem {
  readonly ruleId: RuleId;
  /** Its id starts with the rule's: `task-mo-letter/unknown`. */
  readonly message: Message;
  readonly severity: Severity;
  readonly span: Span;
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** The texts of a rule by message id. */
export type RuleMessages = Readonly<Record<string, MessageDefinition>>;

type DataFor<Definition extends MessageDefinition> = keyof ValuesOf<TextOf<Definition>> extends never
  ? { readonly data?: never }
  : { readonly data: ValuesOf<TextOf<Definition>> };

/**
 * What a rule reports. The engine adds the rule ID, severity, and message to make a `Problem`.
 *
 * Spans, including those of fixes, are relative to the input of the check: the row, the table, or the block; or the
 * file, for front matter and for the whole playbook. The engine rejects a finding outside that text, and drops fixes
 * that don't change it.
 */
export type Finding<Messages extends RuleMessages> = {
  [Id in keyof Messages & string]: DataFor<Messages[Id]> & {
    readonly messageId: Id;
    readonly span: Span;
    readonly tags?: Problem['tags'];
    readonly related?: readonly Related[];
    readonly fixes?: readonly Fix[];
  };
}[keyof Messages & string];

/** A list of a configuration file with words that are right: of the vocabulary, or of the front matter. */
export type WordList = TermSetName | 'optional' | 'knownAliases';

/** A message about an unknown word: which value of the message it is, and where an author can add it. */
export interface UnknownWord {
  readonly value: string;
  readonly list: WordList;
}

export interface RuleMeta<Options, Messages extends RuleMessages> {
  readonly id: RuleId;
  readonly category: RuleCategory;
  /** One sentence without a full stop that says what the rule requires. */
  readonly description: string;
  /** The default severity; `off`: the rule runs only if configured. */
  readonly recommended: Severity | 'off';
  readonly fixable: 'safe' | 'suggestion' | 'both' | 'none';
  /** The text of each problem, an ICU message, by message id. Defines the values that a finding needs. */
  readonly messages: Messages;
  /** The messages about words that a workspace can add to its vocabulary. */
  readonly unknownWords?: Readonly<Partial<Record<keyof Messages & string, UnknownWord>>>;
  readonly options: OptionsSchema<Options>;
  /** The first release with this rule. */
  readonly since: string;
}

/** The description of a rule as a message, for people. */
export function descriptionOf({ id, description }: Pick<RuleMeta<never, RuleMessages>, 'id' | 'description'>): Message {
  return { id: `${id}/description`, english: description, values: {} };
}

/** The page that is checked, the same for every check of one run: part of the key of every cached finding. */
export interface CheckedPage extends DatedContext {
  /** The line ending for new lines: the first one of the page. */
  readonly lineEnd: string;
}

interface Reporting<Options, Messages extends RuleMessages> {
  readonly page: CheckedPage;
  readonly options: Options;
  report(finding: Finding<Messages>): void;
}

export type FrontMatterCheck<O, M extends RuleMessages> = Reporting<O, M> & {
  readonly frontMatter: FrontMatter;
  readonly text: string;
};
export type TextCheck<O, M extends RuleMessages> = Reporting<O, M> & { readonly block: TextBlock };
export type TableCheck<O, M extends RuleMessages> = Reporting<O, M> & {
  readonly table: Table;
  readonly schema: TableSchema;
};
export type RowCheck<O, M extends RuleMessages> = Reporting<O, M> & {
  readonly row: Row;
  readonly schema: TableSchema;
};
export type WorkspaceCheck<O, M extends RuleMessages> = Reporting<O, M> & {
  readonly playbook: Playbook;
  /** What the index knows of the page itself: offsets as in `playbook`. */
  readonly summary: PageSummary;
  readonly index: IndexReader;
  /** Takes back what a narrower check of the rule found, because other files show that it isn't a mistake. */
  withdraw(finding: { readonly messageId: keyof M & string; readonly span: Span }): void;
};
export type TocCheck<O, M extends RuleMessages> = Reporting<O, M> & {
  readonly toc: TocSummary;
  readonly index: IndexReader;
};
export type PlaybookCheck<O, M extends RuleMessages> = Reporting<O, M> & {
  readonly playbook: Playbook;
};

/**
 * One rule. It uses the narrowest check that can detect the mistake: the findings of a row are cached until that row
 * changes, and so on for the wider checks. A check is a pure function of its context.
 */
export interface Rule<Options = JsonValue, Messages extends RuleMessages = RuleMessages> {
  readonly meta: RuleMeta<Options, Messages>;
  /**
   * One body row of a table; not the header, the delimiter row, or a conflict marker. Spans are relative to the row.
   */
  row?(context: RowCheck<Options, Messages>): void;
  /** One table as a whole. Spans are relative to the table. */
  table?(context: TableCheck<Options, Messages>): void;
  /** One block of text between tables. Spans are relative to the block. */
  text?(context: TextCheck<Options, Messages>): void;
  /** The front matter. Spans are relative to the file. */
  frontMatter?(context: FrontMatterCheck<Options, Messages>): void;
  /**
   * The playbook as a whole: order, duplicates, missing parts. Runs at every keystroke. Spans are relative to the file.
   */
  playbook?(context: PlaybookCheck<Options, Messages>): void;
  /**
   * The playbook and its relation to other files: runs when the page or a result from the index changed. Spans are
   * relative to the file. A finding replaces one with the same message and span from a narrower check of the rule,
   * and `withdraw` removes it.
   */
  workspace?(context: WorkspaceCheck<Options, Messages>): void;
  /** A table of contents, `toc.yml`. Spans are relative to the file. */
  toc?(context: TocCheck<Options, Messages>): void;
}

/** Keeps the literal types of messages, so that a typo in a message id or a placeholder does not compile. */
export function defineRule<const Messages extends RuleMessages, Options = Readonly<Record<string, never>>>(
  rule: Rule<Options, Messages>,
): Rule {
  return rule as unknown as Rule;
}
