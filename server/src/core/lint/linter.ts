import { compareMessages, englishOf } from '../../messages/index.js';
import { tableBlocksOf, type Playbook } from '../model/playbook.js';
import type { FrontMatter } from '../model/front-matter.js';
import { blockFacts } from '../model/block-facts.js';
import { rowFacts } from '../model/row-facts.js';
import type { Row, Table, TableSchema } from '../model/tables.js';
import { afterLineEnd, lineEnd } from '../parse/lines.js';
import { shift, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import type { TocSummary } from '../workspace-index/toc.js';
import { lineEndOf } from '../text/line-ends.js';
import { checkedFinding, MisplacedFinding } from './findings.js';
import type { LintConfig, RuleSetting } from './lint-config.js';
import type { CheckedPage, Finding, Fix, Problem, Related, Rule, RuleId, RuleMessages } from './rule.js';
import { applySuppressions, type SuppressionFinding } from './suppressions.js';
import type { Fact } from '../text/item-facts.js';
import { appendAll } from '../text/lists.js';
import { memoized } from '../text/memo.js';

export interface LintRequest {
  readonly playbook: Playbook;
  readonly config: LintConfig;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** The other pages; without them, rules about several files report nothing. */
  readonly surroundings?: Surroundings;
}

/** The index entry of a page, and a reader to query the index about other pages. */
export interface Surroundings {
  readonly summary: PageSummary;
  readonly index: IndexReader;
}

export interface TocRequest {
  readonly toc: TocSummary;
  readonly index: IndexReader;
  readonly config: LintConfig;
  readonly vocabulary: Vocabulary;
  readonly today: string;
}

/** A rule that threw, or reported something outside its input. The other rules still ran. */
export interface RuleFailure {
  readonly ruleId: RuleId;
  readonly error: unknown;
}

export interface LintResult {
  /** Sorted by position, then by rule ID: the same input gives the same problems everywhere. */
  readonly problems: readonly Problem[];
  readonly failures: readonly RuleFailure[];
}

export interface Linter {
  /** Never throws because of a bad rule or document. Runs without interruption, so it can't be canceled. */
  lint(request: LintRequest): LintResult;
  /** The same for a table of contents. */
  lintToc(request: TocRequest): LintResult;
}

/**
 * A linter for `rules`. It caches the findings of blocks and rows for as long as those exist. `known` are all existing
 * rules: a comment may silence a rule that this linter doesn't run.
 */
export function createLinter(rules: readonly Rule[], known: readonly Rule[] = rules): Linter {
  const scopes = new Map<LintConfig, Map<string, RunScope>>();
  const knownIds = new Set(known.map(({ meta }) => meta.id));
  return {
    lintToc({ toc, index, config, vocabulary, today }) {
      const scope = scopeFor(scopes, rules, config, {
        language: 'en',
        vocabulary,
        lineEnd: lineEndOf(toc.text),
        today,
      });
      const { problems, failures } = run(scope, 'toc', toc.text, { toc, index });
      return { problems: [...problems].sort(byPosition), failures };
    },
    lint(request) {
      const { language, vocabulary, text } = request.playbook;
      const scope = scopeFor(scopes, rules, request.config, {
        language,
        vocabulary,
        lineEnd: lineEndOf(text),
        today: request.today,
      });
      const collected = new Collector();
      runAll(scope, request, collected);
      const suppressed = applySuppressions(request.playbook, collected.problems, knownIds, scope.suppressionProblem);
      return { problems: suppressed.sort(byPosition), failures: collected.failures };
    },
  };
}

type CheckName = 'row' | 'table' | 'text' | 'frontMatter' | 'playbook' | 'workspace' | 'toc';

/** One check of an enabled rule. Its context is reused for each node, because a page has thousands of them. */
interface ActiveCheck {
  readonly ruleId: RuleId;
  readonly context: object;
  readonly check: (context: object) => void;
}

/**
 * What findings depend on besides the text: configuration, language, vocabulary, line ending, and date. Holds the
 * caches.
 */
interface RunScope {
  readonly page: CheckedPage;
  readonly checks: Readonly<Record<CheckName, readonly ActiveCheck[]>>;
  readonly sink: Sink;
  /** Converts a mistake in a comment to a problem; `undefined` if its rule is off. */
  readonly suppressionProblem: (finding: SuppressionFinding) => Problem | undefined;
  readonly byFrontMatter: WeakMap<FrontMatter, Collected>;
  /** The findings in blocks of text; a block without any isn't listed, and neither is a row. */
  readonly blocks: (playbook: Playbook) => readonly Fact<Collected>[];
  /** The findings in tables and rows, which depend on the schema. */
  readonly tablesUnder: (schema: TableSchema) => WeakMap<Table, Collected>;
  readonly rowsUnder: (schema: TableSchema) => (table: Table) => readonly Fact<Collected>[];
}

/** Collects what the checks find in a node. */
interface Sink {
  /** The text of the node, which its spans are relative to. */
  source: string;
  problems: Problem[];
  failures: RuleFailure[];
  /** The identities of problems from narrower checks that are none. */
  withdrawn: string[];
}

function scopeFor(
  scopes: Map<LintConfig, Map<string, RunScope>>,
  rules: readonly Rule[],
  config: LintConfig,
  page: CheckedPage,
): RunScope {
  let byKey = scopes.get(config);
  if (byKey === undefined) {
    // A new configuration replaces the old one, so only a few are ever in use.
    if (scopes.size > 32) scopes.clear();
    scopes.set(config, (byKey = new Map()));
  }
  const key = `${page.language} ${page.today} ${page.lineEnd}`;
  let scope = byKey.get(key);
  if (scope === undefined || scope.page.vocabulary !== page.vocabulary) {
    scope = createScope(rules, config, page);
    byKey.set(key, scope);
  }
  return scope;
}

function createScope(rules: readonly Rule[], config: LintConfig, page: CheckedPage): RunScope {
  const sink: Sink = { source: '', problems: [], failures: [], withdrawn: [] };
  const checksNamed = (name: CheckName): ActiveCheck[] =>
    rules.flatMap((rule) => activate(rule, name, settingOf(rule, config), page, sink));
  const scope: RunScope = {
    page,
    sink,
    checks: {
      row: checksNamed('row'),
      table: checksNamed('table'),
      text: checksNamed('text'),
      frontMatter: checksNamed('frontMatter'),
      playbook: checksNamed('playbook'),
      workspace: checksNamed('workspace'),
      toc: checksNamed('toc'),
    },
    suppressionProblem: (finding) => {
      const rule = rules.find(({ meta }) => meta.id === finding.ruleId);
      const setting = rule === undefined ? undefined : settingOf(rule, config);
      return rule === undefined || setting === undefined || setting.severity === 'off'
        ? undefined
        : toProblem(rule, setting, finding);
    },
    byFrontMatter: new WeakMap(),
    // Each is remembered, because several pages can have the same block or row.
    blocks: blockFacts(
      memoized((block) => (block.kind === 'text' ? found(run(scope, 'text', block.source, { block })) : undefined)),
    ),
    tablesUnder: memoized(() => new WeakMap<Table, Collected>()),
    rowsUnder: memoized((schema: TableSchema) =>
      rowFacts(memoized((row: Row) => found(run(scope, 'row', row.source, { row, schema })))),
    ),
  };
  return scope;
}

function activate(rule: Rule, name: CheckName, setting: RuleSetting, page: CheckedPage, sink: Sink): ActiveCheck[] {
  const method = rule[name] as ((context: object) => void) | undefined;
  if (method === undefined || setting.severity === 'off') return [];
  const report = (finding: Finding<RuleMessages>): void => {
    try {
      sink.problems.push(checkedFinding(toProblem(rule, setting, finding), sink.source));
    } catch (error) {
      if (!(error instanceof MisplacedFinding)) throw error;
      sink.failures.push({ ruleId: rule.meta.id, error });
    }
  };
  const withdraw = ({ messageId, span }: { readonly messageId: string; readonly span: Span }): void => {
    sink.withdrawn.push(identityOf({ message: { id: messageOf(rule, messageId) }, span }));
  };
  const context = { page, options: setting.options, report, ...(name === 'workspace' && { withdraw }) };
  return [{ ruleId: rule.meta.id, context, check: method.bind(rule) }];
}

function settingOf({ meta }: Rule, config: LintConfig): RuleSetting {
  return config.rules.get(meta.id) ?? { severity: meta.recommended, options: meta.options.defaults };
}

/** The findings of one node, with spans as reported by the checks. */
interface Collected {
  readonly problems: readonly Problem[];
  readonly failures: readonly RuleFailure[];
  /** The identities of problems from narrower checks that are none. */
  readonly withdrawn: readonly string[];
}

class Collector implements Collected {
  problems: Problem[] = [];
  readonly withdrawn = [];
  readonly failures: RuleFailure[] = [];

  /** Adds findings, shifted by `offset` characters. */
  add(found: Collected, offset: number): void {
    if (found === NOTHING) return;
    appendAll(this.problems, offset === 0 ? found.problems : shifted(found, offset));
    appendAll(this.failures, found.failures);
  }

  /**
   * The same, each in the place of what a narrower check found there in the same words: the index may know how to fix
   * it, or that it isn't a mistake.
   */
  addKnowingMore(found: Collected): void {
    const known = new Set([...found.problems.map(identityOf), ...found.withdrawn]);
    if (known.size > 0) this.problems = this.problems.filter((problem) => !known.has(identityOf(problem)));
    this.add(found, 0);
  }
}

interface Identified {
  readonly message: Pick<Problem['message'], 'id'>;
  readonly span: Span;
}

function identityOf({ message, span }: Identified): string {
  return `${message.id} ${span.start} ${span.end}`;
}

function runAll(scope: RunScope, { playbook, surroundings }: LintRequest, collected: Collector): void {
  const { frontMatter, text } = playbook;
  if (frontMatter !== undefined) {
    const check = (): Collected => run(scope, 'frontMatter', upToBody(frontMatter, text), { frontMatter, text });
    // Of a closed one, nothing depends on the text below it. An open one reaches as far as a rule thinks it was meant to.
    collected.add(frontMatter.closed ? remembered(scope.byFrontMatter, frontMatter, check) : check(), 0);
  }
  for (const { index, value } of scope.blocks(playbook)) collected.add(value, playbook.blocks[index]?.start ?? 0);
  for (const [place, { value: block }] of tableBlocksOf(playbook).entries()) {
    const { table, schema, start } = playbook.tables[place] ?? {};
    if (table === undefined || schema === undefined || start === undefined) continue;
    collected.add(
      remembered(scope.tablesUnder(schema), table, () => run(scope, 'table', block.source, { table, schema })),
      start,
    );
    for (const { index, value } of scope.rowsUnder(schema)(table))
      collected.add(value, start + (table.rowStarts[index] ?? 0));
  }
  collected.add(run(scope, 'playbook', text, { playbook }), 0);
  if (surroundings !== undefined)
    collected.addKnowingMore(run(scope, 'workspace', text, { playbook, ...surroundings }));
}

/** The front matter, the text above it, and the rest of its last line, which may have been meant to close it. */
function upToBody({ span }: FrontMatter, text: string): string {
  return text.slice(0, afterLineEnd(text, lineEnd(text, span.end)));
}

function remembered<Node extends object>(
  known: WeakMap<Node, Collected>,
  node: Node,
  find: () => Collected,
): Collected {
  let found = known.get(node);
  if (found === undefined) known.set(node, (found = find()));
  return found;
}

const NOTHING: Collected = { problems: [], failures: [], withdrawn: [] };

function found(collected: Collected): Collected | undefined {
  return collected === NOTHING ? undefined : collected;
}

/** Runs one check of every enabled rule on a node with the text `source`. A rule that throws doesn't end the run. */
function run({ checks, sink }: RunScope, name: CheckName, source: string, node: object): Collected {
  const problems: Problem[] = [];
  const failures: RuleFailure[] = [];
  const withdrawn: string[] = [];
  Object.assign(sink, { source, problems, failures, withdrawn });
  for (const { ruleId, context, check } of checks[name]) {
    try {
      check(Object.assign(context, node));
    } catch (error) {
      failures.push({ ruleId, error });
    }
  }
  const isEmpty = problems.length === 0 && failures.length === 0 && withdrawn.length === 0;
  return isEmpty ? NOTHING : { problems, failures, withdrawn };
}

function toProblem(
  { meta }: Rule,
  { severity }: RuleSetting,
  finding: Finding<RuleMessages> | SuppressionFinding,
): Problem {
  const { messageId } = finding;
  return {
    ruleId: meta.id,
    message: {
      id: messageOf({ meta }, messageId),
      english: englishOf(meta.messages[messageId] ?? messageId),
      values: finding.data ?? {},
    },
    severity: severity === 'off' ? 'hint' : severity,
    span: finding.span,
    tags: finding.tags ?? [],
    related: 'related' in finding ? (finding.related ?? []) : [],
    fixes: finding.fixes ?? [],
  };
}

function messageOf({ meta }: Pick<Rule, 'meta'>, messageId: string): string {
  return `${meta.id}/${messageId}`;
}

/** The problems of a node at an offset: the same objects as last time if the node hasn't moved. */
function shifted(found: Collected, offset: number): readonly Problem[] {
  const last = lastShifted.get(found);
  if (last?.offset === offset) return last.problems;
  const problems = found.problems.map((problem) => shiftProblem(problem, offset));
  lastShifted.set(found, { offset, problems });
  return problems;
}

const lastShifted = new WeakMap<Collected, { readonly offset: number; readonly problems: readonly Problem[] }>();

function shiftProblem(problem: Problem, offset: number): Problem {
  return {
    ...problem,
    span: shift(problem.span, offset),
    related: problem.related.map((related): Related =>
      related.path === undefined ? { ...related, span: shift(related.span, offset) } : related,
    ),
    fixes: problem.fixes.map((fix): Fix => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, offset) })),
    })),
  };
}

/** Sorts by position, then by message, so that equal input gives equal output in every locale. */
function byPosition(a: Problem, b: Problem): number {
  return compareSpans(a.span, b.span) || compareMessages(a.message, b.message);
}

function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
