import type { GithubStep } from './invocation.js';

/** What the environment variables say about the step. */
export function githubStep(variables: Readonly<Record<string, string | undefined>>): GithubStep {
  return { workspace: valueOf(variables['GITHUB_WORKSPACE']), summaryFile: valueOf(variables['GITHUB_STEP_SUMMARY']) };
}

function valueOf(variable: string | undefined): string | undefined {
  return variable === '' ? undefined : variable;
}
