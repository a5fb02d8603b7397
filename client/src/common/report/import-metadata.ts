import { ProgressLocation, Uri, window, type LogOutputChannel } from 'vscode';
import {
  planMetadataEditMethod,
  type MetadataChange,
  type MetadataEditPlan,
  type PlanMetadataEditParams,
  type PlanMetadataEditResult,
} from '../../../../server/src/protocol';
import { applyReviewed, changedFiles, type Change } from '../changes/apply-changes';
import { showProblems, showWithLogButton } from '../changes/plan-problems';
import { pickSheetFile, readSheetFile } from '../files/sheet-file';
import { nameOf } from '../documents';
import type { ServerLifecycle } from '../server-lifecycle';
import { messageOf } from './message-of';
import { defineTexts } from '../texts';
import { importTexts } from '../changes/import-texts';
import { sharedTexts } from '../shared-texts';

const texts = defineTexts('import-metadata', {
  pickTitle: { text: 'Apply Edited Front Matter', note: 'The title of a dialog that opens a file.' },
  failed: 'The front matter could not be applied: {reason}',
  applied:
    '{playbooks, plural, one {{values, plural, one {Front matter applied: # value changed in 1 playbook.} other {Front matter applied: # values changed in 1 playbook.}}} other {Front matter applied: {values, number} values changed in # playbooks.}}',
});

/**
 * Applies an edited front matter report to the playbooks. VS Code's refactor preview shows the changes first, and
 * nothing is written until somebody accepts them. Returns whether anything was written.
 */
export async function importMetadata(
  server: ServerLifecycle,
  log: LogOutputChannel,
  argument: unknown,
): Promise<boolean> {
  const file = argument instanceof Uri ? argument : await pickSheetFile(texts.pickTitle);
  if (file === undefined) return false;
  try {
    const plan = await planFor(server, file);
    if (plan !== null) return await carryOut(plan, file, log);
    void window.showWarningMessage(sharedTexts.noFolder);
  } catch (error) {
    log.error(`${file.toString(true)}:`, error);
    void showWithLogButton(window.showErrorMessage, texts.failed({ reason: messageOf(error) }));
  }
  return false;
}

function planFor(server: ServerLifecycle, file: Uri): Thenable<PlanMetadataEditResult> {
  return window.withProgress(
    { location: ProgressLocation.Window, title: importTexts.comparing({ file: nameOf(file) }) },
    async () =>
      server.request<PlanMetadataEditResult>(
        planMetadataEditMethod,
        (await readSheetFile(file)) satisfies PlanMetadataEditParams,
      ),
  );
}

async function carryOut(plan: MetadataEditPlan, file: Uri, log: LogOutputChannel): Promise<boolean> {
  const changes = plan.changes.map(labelled);
  log.info(
    `${file.toString(true)}: ${changes.length} values in ${changedFiles(changes).length} playbooks differ, ${plan.problems.length} problems.`,
  );
  showProblems(plan, log);
  if (changes.length === 0) {
    if (plan.problems.length === 0) void window.showInformationMessage(importTexts.unchanged({ file: nameOf(file) }));
    return false;
  }
  const result = await applyReviewed(changes);
  if (result.kind === 'outdated') {
    const outdated = plan.changes.find(({ uri }) => uri === result.uri);
    void window.showWarningMessage(importTexts.outdated({ page: outdated?.file ?? result.uri }));
  }
  if (result.kind === 'discarded') void window.showInformationMessage(importTexts.nothingApplied);
  if (result.kind !== 'applied') return false;
  log.info(`${nameOf(file)}: ${result.changes} values in ${result.files} playbooks changed.`);
  void window.showInformationMessage(texts.applied({ values: result.changes, playbooks: result.files }));
  return true;
}

function labelled({ key, file, ...change }: MetadataChange): Change {
  return { ...change, label: key, description: file };
}
