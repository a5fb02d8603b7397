import { Uri, window, workspace } from 'vscode';
import {
  fixWorkspaceMethod,
  type FixedPage,
  type FixWorkspaceParams,
  type FixWorkspaceResult,
} from '../../../../server/src/protocol';
import { applyReviewed, applyUnseen, type Change } from '../changes/apply-changes';
import type { ServerLifecycle } from '../server-lifecycle';
import { objectOf } from './command-arguments';
import { withPageProgress } from './page-progress';
import { reported } from './reported';
import { defineTexts } from '../texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('commands/fix-workspace', {
  noFixes: 'No problem in any playbook has a safe fix.',
  fixing: { text: 'Fixing playbooks', note: 'Shown with the progress.' },
  outdated: { text: 'Nothing was fixed because {page} changed. Try again.', note: '{page} is the path of a page.' },
  fixed: {
    text: '{count, plural, one {# problem fixed on this page: {rules}} other {# problems fixed on this page: {rules}}}',
    note: 'The label of a change in the refactor preview of VS Code. {rules} are the IDs of rules.',
  },
});

/**
 * Applies all safe fixes in all playbooks after the author has reviewed them. With `{ "preview": false }`, they are
 * applied immediately. With `{ "ruleId": … }`, only the fixes of that rule are applied.
 */
export async function fixWorkspace(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const pages = await reported(async () => requestFixes(server, objectOf(argument)?.['ruleId']));
  if (pages === undefined || pages === 'cancelled') return;
  if (pages === null) void window.showWarningMessage(sharedTexts.noFolder);
  else if (pages.length === 0) void window.showInformationMessage(texts.noFixes);
  else await apply(pages, objectOf(argument)?.['preview'] !== false);
}

function requestFixes(server: ServerLifecycle, ruleId: unknown): Thenable<FixWorkspaceResult | 'cancelled'> {
  const params: FixWorkspaceParams = typeof ruleId === 'string' ? { ruleId } : {};
  return withPageProgress(texts.fixing, (token, onProgress) =>
    server.requestAboutPages<FixWorkspaceResult>(fixWorkspaceMethod, params, token, onProgress),
  );
}

async function apply(pages: readonly FixedPage[], hasPreview: boolean): Promise<void> {
  const changes = pages.flatMap(changesIn);
  const result = await (hasPreview ? applyReviewed(changes) : applyUnseen(changes));
  if (result.kind === 'outdated')
    void window.showWarningMessage(texts.outdated({ page: workspace.asRelativePath(Uri.parse(result.uri)) }));
}

/** A change such as an added space is hardly visible in the preview, so its rules are named. */
function changesIn({ uri, version, edits, fixed, rules }: FixedPage): Change[] {
  const label = texts.fixed({ count: fixed, rules: rules.join(', ') });
  return edits.map((edit) => ({ uri, version, label, ...edit }));
}
