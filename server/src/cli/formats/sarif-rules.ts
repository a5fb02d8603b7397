import { allRules, CONFIGURATION_PROBLEM, type RuleId, type Severity } from '../../core/index.js';
import { pageOf } from '../../workspace/index.js';
import { isOnTheWeb } from './product.js';
import type { ReportedProblem } from './report.js';

export type SarifLevel = 'error' | 'warning' | 'note';

export function sarifLevel(severity: Severity): SarifLevel {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** A rule as SARIF describes it. GitHub requires all these texts. */
interface SarifRule {
  readonly id: RuleId;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly enabled: boolean; readonly level: SarifLevel };
  readonly properties: { readonly tags: readonly string[] };
}

interface Described {
  readonly id: RuleId;
  readonly description: string;
  readonly severity: Severity | 'off';
  readonly tag: string;
  /** The folder of the pages. */
  readonly docs: string;
}

/** All rules, and the problems among `problems` that no rule reports. */
export function sarifRules(problems: readonly ReportedProblem[], docs: string): SarifRule[] {
  const known = allRules.map(({ meta: { id, description, recommended, category } }) =>
    sarifRule({ id, description, severity: recommended, tag: category, docs }),
  );
  const ids = new Set(known.map(({ id }) => id));
  const others = new Map(problems.filter(({ ruleId }) => !ids.has(ruleId)).map((problem) => [problem.ruleId, problem]));
  return [
    ...known,
    ...[...others.values()].map(({ ruleId, severity }) =>
      sarifRule({ id: ruleId, description: OTHERS.get(ruleId)?.description ?? ruleId, severity, tag: 'file', docs }),
    ),
  ];
}

/** In English, as the descriptions of rules are. */
const OTHERS: ReadonlyMap<string, { readonly description: string }> = new Map([
  [CONFIGURATION_PROBLEM, { description: 'The configuration file is valid' }],
  ['file-encoding', { description: 'A file is UTF-8, and no character is lost' }],
  ['file-not-text', { description: 'A file is a text file' }],
  ['file-too-large', { description: 'A file is small enough to be checked' }],
  ['too-many-problems', { description: 'All problems of a file are shown' }],
]);

function sarifRule({ id, description, severity, tag, docs }: Described): SarifRule {
  const helpUri = isOnTheWeb(docs) ? docs + pageOf(id) : undefined;
  return {
    id,
    shortDescription: { text: description },
    fullDescription: { text: description },
    help:
      helpUri === undefined
        ? { text: description, markdown: description }
        : { text: `${description}\n${helpUri}`, markdown: `${description}\n\n[${id}](${helpUri})` },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: {
      enabled: severity !== 'off',
      level: severity === 'off' ? 'warning' : sarifLevel(severity),
    },
    properties: { tags: [tag] },
  };
}
