import { isBodyRow } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import { shift, type Span } from '../text/span.js';
import type { LintConfig, RuleSetting } from './lint-config.js';
import type { Finding, Fix, Page, Problem, Related, Rule, RuleId } from './rule.js';
import { applySuppressions } from './suppressions.js';

export interface LintRequest {
  readonly playbook: Playbook;
  readonly config: LintConfig;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** Asked between rules; the linter stops and throws `Cancelled` when it says yes. */
  readonly isCancelled?: () => boolean;
}

/** A rule that threw. The other rules still ran. */
export interface RuleFailure {
  readonly ruleId: RuleId;
  readonly error: unknown;
}

export interface LintResult {
  /** By position, then by rule id: the same input gives the same problems in every face. */
  readonly problems: readonly Problem[];
  readonly failures: readonly RuleFailure[];
}

/** Thrown when `isCancelled` said yes. */
export class Cancelled extends Error {}

export interface Linter {
  /** Never throws for a bad rule or a bad document; throws `Cancelled` only when asked to stop. */
  lint(request: LintRequest): LintResult;
}

/** A linter for `rules`. It keeps what it found in blocks and rows for as long as they live. */
export function createLinter(rules: readonly Rule[]): Linter {
  const scopes = new Map<LintConfig, Map<string, RunScope>>();
  return {
    lint(request) {
      const scope = scopeFor(scopes, rules, request);
      const collected = new Collector();
      runAll(scope, request, collected);
      const suppressed = applySuppressions(request.playbook, collected.problems, scope.suppressionSetting, rules);
      return { problems: suppressed.sort(byPosition), failures: collected.failures };
    },
  };
}

type Messages = Readonly<Record<string, string>>;

/** A rule that is on, with its settings. */
interface ActiveRule {
  readonly rule: Rule;
  readonly setting: RuleSetting;
}

/** What findings depend on besides the text: one configuration, language, vocabulary and day. Holds the caches. */
interface RunScope {
  readonly page: Page;
  readonly active: readonly ActiveRule[];
  readonly suppressionSetting: RuleSetting['severity'];
  readonly byNode: WeakMap<object, Collected>;
  readonly bySchema: WeakMap<object, WeakMap<object, Collected>>;
}

function scopeFor(scopes: Map<LintConfig, Map<string, RunScope>>, rules: readonly Rule[], { playbook, config, today }: LintRequest): RunScope {
  const { language, vocabulary } = playbook;
  let byKey = scopes.get(config);
  if (byKey === undefined) {
    // A new configuration replaces the old one; only a handful is ever alive.
    if (scopes.size > 32) scopes.clear();
    scopes.set(config, (byKey = new Map()));
  }
  const key = `${language} ${today}`;
  let scope = byKey.get(key);
  if (scope === undefined || scope.page.vocabulary !== vocabulary) {
    scope = {
      page: { language, vocabulary, today },
      active: rules.map((rule) => ({ rule, setting: settingOf(rule, config) })).filter(({ setting }) => setting.severity !== 'off'),
      suppressionSetting: config.rules.get('suppression-unused')?.severity ?? 'warning',
      byNode: new WeakMap(),
      bySchema: new WeakMap(),
    };
    byKey.set(key, scope);
  }
  return scope;
}

function settingOf({ meta }: Rule, config: LintConfig): RuleSetting {
  return config.rules.get(meta.id) ?? { severity: meta.recommended, options: meta.options.defaults };
}

/** What was found in one place, with spans as the checks gave them. */
interface Collected {
  readonly problems: readonly Problem[];
  readonly failures: readonly RuleFailure[];
}

class Collector implements Collected {
  readonly problems: Problem[] = [];
  readonly failures: RuleFailure[] = [];

  /** Takes over what was found `offset` characters further on. */
  add(found: Collected, offset: number): void {
    for (const problem of found.problems) this.problems.push(offset === 0 ? problem : shiftProblem(problem, offset));
    this.failures.push(...found.failures);
  }
}

function runAll(scope: RunScope, { playbook, isCancelled }: LintRequest, collected: Collector): void {
  const stopWhenCancelled = (): void => {
    if (isCancelled?.() === true) throw new Cancelled();
  };
  const { frontMatter } = playbook;
  if (frontMatter !== undefined) {
    // The text is part of the context only for slicing inside the front matter, which is part of the key.
    collected.add(remembered(scope.byNode, frontMatter, () => run(scope, 'frontMatter', { frontMatter, text: playbook.text })), 0);
  }
  for (const { start, value } of playbook.blocks) {
    stopWhenCancelled();
    if (value.kind === 'text') collected.add(remembered(scope.byNode, value, () => run(scope, 'text', { block: value })), start);
  }
  for (const { table, schema, start } of playbook.tables) {
    stopWhenCancelled();
    const known = cacheUnder(scope, schema);
    collected.add(remembered(known, table, () => run(scope, 'table', { table, schema })), start);
    for (const [index, row] of table.rows.entries()) {
      if (!isBodyRow(table, index)) continue;
      const found = remembered(known, row, () => run(scope, 'row', { row, schema }));
      if (found !== NOTHING) collected.add(found, start + (table.rowStarts[index] ?? 0));
    }
  }
  stopWhenCancelled();
  collected.add(run(scope, 'playbook', { playbook }), 0);
}

/** What is found in a table or a row depends on the schema. */
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

const NOTHING: Collected = { problems: [], failures: [] };

type CheckName = 'row' | 'table' | 'text' | 'frontMatter' | 'playbook';

/** Runs one check of every rule that is on. A rule that throws is a failure, not the end of the run. */
function run(scope: RunScope, check: CheckName, node: object): Collected {
  let collected: Collector | undefined;
  for (const { rule, setting } of scope.active) {
    const method = rule[check] as ((context: object) => void) | undefined;
    if (method === undefined) continue;
    const report = (finding: Finding<Messages>): void => {
      (collected ??= new Collector()).problems.push(toProblem(rule, setting, finding));
    };
    try {
      method.call(rule, { ...node, page: scope.page, options: setting.options, report });
    } catch (error) {
      (collected ??= new Collector()).failures.push({ ruleId: rule.meta.id, error });
    }
  }
  return collected ?? NOTHING;
}

function toProblem({ meta }: Rule, { severity }: RuleSetting, finding: Finding<Messages>): Problem {
  const template = meta.messages[finding.messageId] ?? finding.messageId;
  const data = (finding as { data?: Readonly<Record<string, string | number>> }).data ?? {};
  return {
    ruleId: meta.id,
    messageId: finding.messageId,
    message: template.replace(/\{(\w+)\}/g, (whole, name: string) => String(Object.hasOwn(data, name) ? data[name] : whole)),
    severity: severity === 'off' ? 'hint' : severity,
    span: finding.span,
    tags: finding.tags ?? [],
    related: finding.related ?? [],
    fixes: finding.fixes ?? [],
  };
}

function shiftProblem(problem: Problem, offset: number): Problem {
  return {
    ...problem,
    span: shift(problem.span, offset),
    related: problem.related.map((related): Related => ({ ...related, span: shift(related.span, offset) })),
    fixes: problem.fixes.map((fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, offset) })) })),
  };
}

/** Orders by place, then by rule, so that equal input gives equal output. */
export function byPosition(a: Problem, b: Problem): number {
  return compareSpans(a.span, b.span) || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
}

function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
