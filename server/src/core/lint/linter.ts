import { compareMessages, englishOf } from '../../messages/index.js';
import { tableBlocksOf, type Playbook } from '../model/playbook.js';
import type { FrontMatter } from '../model/front-matter.js';
import { isBodyRow } from '../model/tables.js';
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
import { appendAll } from '../text/lists.js';

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
  readonly byNode: WeakMap<object, Collected>;
  readonly bySchema: WeakMap<object, WeakMap<object, Collected>>;
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
  return {
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
    byNode: new WeakMap(),
    bySchema: new WeakMap(),
  };
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
    for (const problem of found.problems) this.problems.push(offset === 0 ? problem : shiftProblem(problem, offset));
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
    // The text is part of the context only for slicing inside the front matter, which is part of the key.
    collected.add(
      remembered(scope.byNode, frontMatter, () =>
        run(scope, 'frontMatter', upToBody(frontMatter, text), { frontMatter, text }),
      ),
      0,
    );
  }
  for (const { start, value } of playbook.blocks) {
    if (value.kind === 'text')
      collected.add(
        remembered(scope.byNode, value, () => run(scope, 'text', value.source, { block: value })),
        start,
      );
  }
  for (const [place, { value: block }] of tableBlocksOf(playbook).entries()) {
    const { table, schema, start } = playbook.tables[place] ?? {};
    if (table === undefined || schema === undefined || start === undefined) continue;
    const known = cacheUnder(scope, schema);
    collected.add(
      remembered(known, table, () => run(scope, 'table', block.source, { table, schema })),
      start,
    );
    // A long table is walked at every keystroke: a known row without problems costs one lookup.
    for (let index = 0; index < table.rows.length; index++) {
      const row = table.rows[index];
      if (row === undefined || !isBodyRow(table, index)) continue;
      let found = known.get(row);
      if (found === undefined) known.set(row, (found = run(scope, 'row', row.source, { row, schema })));
      if (found !== NOTHING) collected.add(found, start + (table.rowStarts[index] ?? 0));
    }
  }
  collected.add(run(scope, 'playbook', text, { playbook }), 0);
  if (surroundings !== undefined)
    collected.addKnowingMore(run(scope, 'workspace', text, { playbook, ...surroundings }));
}

/** The front matter, the text above it, and the rest of its last line, which may have been meant to close it. */
function upToBody({ span }: FrontMatter, text: string): string {
  return text.slice(0, afterLineEnd(text, lineEnd(text, span.end)));
}

/** The findings in a table or a row depend on the schema. */
function cacheUnder(scope: RunScope, schema: object): WeakMap<object, Collected> {
  let known = scope.bySchema.get(schema);
  if (known === undefined) scope.bySchema.set(schema, (known = new WeakMap()));
  return known;
}

function remembered(known: WeakMap<object, Collected>, node: object, find: () => Collected): Collected {
  let found = known.get(node);
  if (found === undefined) known.set(node, (found = find()));
  return found;
}

const NOTHING: Collected = { problems: [], failures: [], withdrawn: [] };

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
