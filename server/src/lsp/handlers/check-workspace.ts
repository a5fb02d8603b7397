import type { CancellationToken } from 'vscode-languageserver';
import { checkWorkspaceMethod, type CheckWorkspaceParams, type CheckWorkspaceResult } from '../../protocol/index.js';
import { checkedWorkspace } from '../diagnostics/checked-workspace.js';
import type { Feature, FeatureContext } from '../feature.js';
import { runSafe } from '../session/run-safe.js';

/** Checks the whole workspace at the author's request (*Check All Playbooks*), and returns the number of problems. */
export const checkWorkspace: Feature = { register };

function register(context: FeatureContext): void {
  const { session } = context;
  session.connection.onRequest(checkWorkspaceMethod, (params: CheckWorkspaceParams, token: CancellationToken) =>
    runSafe<CheckWorkspaceResult>('check workspace', session, token, null, () =>
      checkedWorkspace(context, params.workDoneToken, token),
    ),
  );
}
