import { defineMessages } from '../../messages/index.js';
import type { Rule } from '../lint/rule.js';
import { VERSION } from '../lint/version.js';
import type { ConfigNode } from './config-node.js';
import { ofKey, type ConfigReporter } from './config-reporter.js';

const texts = defineMessages('rules-as-of', {
  notRelease: '"rulesAsOf" must be a release such as "{example}", not "{written}"',
  tooOld: 'Release {written} has no rules: the first one with rules is {first}',
  tooNew: {
    text: "Release {written} isn't known here: the newest known release is {newest}",
    note: 'The program that checks pages is older than the release in the configuration file.',
  },
});

/** Three numbers, such as `0.1.0`. */
export const RELEASE = /^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/;

/** The releases that added rules, oldest first. */
export function releasesOf(rules: readonly Rule[]): string[] {
  return [...new Set(rules.map(({ meta }) => meta.since))].sort(compareReleases);
}

/** The newest release that the program knows. */
export function newestRelease(rules: readonly Rule[]): string {
  return [...releasesOf(rules), VERSION].sort(compareReleases).at(-1) ?? VERSION;
}

/** The value of `rulesAsOf`: rules of later releases are off. `undefined` if it isn't a known release. */
export function readRulesAsOf(node: ConfigNode, rules: readonly Rule[], reporter: ConfigReporter): string | undefined {
  const written = reporter.text(node, ofKey('rulesAsOf'));
  if (written === undefined) return undefined;
  const first = releasesOf(rules)[0] ?? VERSION;
  const newest = newestRelease(rules);
  if (!RELEASE.test(written)) reporter.report(node.span, texts.notRelease({ example: newest, written }));
  else if (compareReleases(written, first) < 0) reporter.report(node.span, texts.tooOld({ written, first }));
  else if (compareReleases(written, newest) > 0) reporter.report(node.span, texts.tooNew({ written, newest }));
  else return written;
  return undefined;
}

/** Whether the rule came with a later release. */
export function isNewerThan({ meta }: Rule, release: string): boolean {
  return compareReleases(meta.since, release) > 0;
}

function compareReleases(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function numbersOf(release: string): number[] {
  return release.split('.').map(Number);
}
