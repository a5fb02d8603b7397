import { pathToFileURL } from 'node:url';
import { VERSION } from '../../workspace/index.js';
import { PRODUCT } from './product.js';
import type { PrintOptions, Report, ReportedEdit, ReportedFile, ReportedFix, ReportFormat } from './report.js';
import { repositoryPath } from './repository-path.js';
import { sarifLevel, sarifRules } from './sarif-rules.js';

/** SARIF 2.1.0, for code scanning on GitHub, Azure DevOps, and viewers. */
export const sarif: ReportFormat = (report, options) => {
  const problems = report.files.flatMap((file) => file.problems);
  const rules = sarifRules(problems, options.docs);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: PRODUCT.name,
        version: VERSION,
        semanticVersion: VERSION,
        ...(PRODUCT.url !== undefined && { informationUri: PRODUCT.url }),
        rules,
      },
    },
    automationDetails: { id: `${PRODUCT.name}/` },
    invocations: [invocationOf(report, options)],
    originalUriBaseIds: { [ROOT]: { uri: folderUri(options.repository ?? options.cwd) } },
    columnKind: 'utf16CodeUnits',
    results: report.files.flatMap((file) => resultsOf(file, indexes, options)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The name that GitHub and Azure DevOps give the folder of the repository. */
const ROOT = '%SRCROOT%';

function invocationOf({ exitCode, failures }: Report, { cwd, format }: PrintOptions): object {
  return {
    executionSuccessful: exitCode !== 2,
    exitCode,
    workingDirectory: { uri: folderUri(cwd) },
    ...(failures.length > 0 && {
      toolExecutionNotifications: [...new Set(failures.map(format))].map((text) => ({
        level: 'error',
        message: { text: withoutLinks(text) },
      })),
    }),
  };
}

function resultsOf(file: ReportedFile, indexes: ReadonlyMap<string, number>, options: PrintOptions): object[] {
  const artifactLocation = { uri: uriOf(repositoryPath(file.path, options)), uriBaseId: ROOT };
  const fingerprints = uniqueFingerprints(file);
  return file.problems.map((problem, index) => ({
    ruleId: problem.ruleId,
    ruleIndex: indexes.get(problem.ruleId) ?? -1,
    level: sarifLevel(problem.severity),
    message: { text: withoutLinks(problem.message) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(problem, file.text) } }],
    partialFingerprints: { 'playbookLint/v1': fingerprints[index] },
    // Says that none of them is suppressed. Suppressed problems aren't listed: GitHub would show them as open.
    suppressions: [],
    ...(problem.fixes.length > 0 && { fixes: problem.fixes.map((fix) => fixOf(fix, file.text, artifactLocation)) }),
  }));
}

/** The fingerprint of each problem. Of equal ones, such as two rows with the same text, each has the number of those above. */
function uniqueFingerprints({ problems }: ReportedFile): string[] {
  const counts = new Map<string, number>();
  return problems.map(({ ruleId, fingerprint }) => {
    const key = `${ruleId}:${fingerprint}`;
    const above = counts.get(key) ?? 0;
    counts.set(key, above + 1);
    return `${key}:${above}`;
  });
}

function fixOf({ title, edits }: ReportedFix, text: string, artifactLocation: object): object {
  const replacements = edits.map((edit) => ({
    deletedRegion: regionOf(edit, text),
    ...(edit.text !== '' && { insertedContent: { text: edit.text } }),
  }));
  return { description: { text: withoutLinks(title) }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** The byte order mark isn't a part of the first line. */
function regionOf(range: Pick<ReportedEdit, 'line' | 'column' | 'endLine' | 'endColumn'>, text: string): object {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const columnIn = (line: number, column: number): number => Math.max(1, line === 1 ? column - mark : column);
  return {
    startLine: range.line,
    startColumn: columnIn(range.line, range.column),
    endLine: range.endLine,
    endColumn: columnIn(range.endLine, range.endColumn),
  };
}

function folderUri(path: string): string {
  const { href } = pathToFileURL(path);
  return href.endsWith('/') ? href : `${href}/`;
}

/** A relative reference. A file on another drive has an absolute path. */
function uriOf(path: string): string {
  if (/^[a-z]:\//i.test(path)) return pathToFileURL(path).href;
  // A name with half a surrogate pair has no URI.
  return path
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** In a SARIF message, `[text](target)` is a link. Messages quote pages, which must not add links to a report. */
function withoutLinks(message: string): string {
  return message.replace(/\[([^\[\]]*)\](?=\()/g, '\\[$1\\]');
}
