import { l10n, Uri, window, workspace } from 'vscode';
import {
  newPageMethod,
  type NewPageKind,
  type NewPageParams,
  type NewPageResult,
  type OfferedTerm,
  type OfferedVocabulary,
} from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { knownAuthor } from './author-name';
import { objectOf, textsOf } from './command-arguments';
import { ask, askChoice, askText, orNothing, type Step } from './guided-input';
import { wordsFor } from './insert-task-row';
import { reported } from './reported';

/** Opens a new playbook. Asks what it should contain, unless `argument` says so. */
export async function newPlaybook(server: ServerLifecycle, argument?: unknown): Promise<void> {
  await reported(async () => {
    const uri = placeOfNewPage();
    const page = newPageOf(argument) ?? (await askForPage(server, uri));
    if (page === undefined) return;
    const author = page.author ?? (await knownAuthor(workspace.workspaceFolders?.[0]?.uri));
    const { text } = await server.request<NewPageResult>(newPageMethod, {
      ...page,
      uri,
      ...(author !== undefined && { author }),
    } satisfies NewPageParams);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text }));
  });
}

/**
 * The folder of the active page, or else the first workspace folder. The new page isn't saved yet, and this is where it
 * will most likely be saved.
 */
function placeOfNewPage(): string {
  const beside = window.activeTextEditor?.document.uri;
  if (beside !== undefined && workspace.getWorkspaceFolder(beside) !== undefined)
    return Uri.joinPath(beside, '..', NEW_NAME).toString();
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return (
    folder === undefined ? Uri.from({ scheme: 'untitled', path: NEW_NAME }) : Uri.joinPath(folder, NEW_NAME)
  ).toString();
}

const NEW_NAME = 'new-playbook.md';
const KINDS: readonly NewPageKind[] = ['process', 'approach', 'page'];
const AUDIENCES = ['partner', 'internal'] as const;

function newPageOf(argument: unknown): NewPageParams | undefined {
  const given = objectOf(argument);
  if (given === undefined) return undefined;
  const {
    kind,
    language = 'en',
    title = l10n.t('New Playbook'),
    audience = AUDIENCES[0],
    ...others
  } = textsOf(given, ['kind', 'language', 'title', 'audience', 'phase', 'owner', 'author']);
  return { kind: KINDS.find((known) => known === kind) ?? 'process', language, title, audience, ...others };
}

async function askForPage(server: ServerLifecycle, uri: string): Promise<NewPageParams | undefined> {
  // Terms are requested once the language is known.
  const words = (language: string): Promise<OfferedVocabulary> => wordsFor(server, { uri, language });
  const { languages } = await words('en');
  const start: NewPageParams = { kind: 'process', language: 'en', title: '', audience: AUDIENCES[0] };
  return ask(l10n.t('New Playbook'), start, [
    askForKind,
    languageStep(languages),
    askForTitle,
    phaseStep(words),
    askForAudience,
    askForOwner,
  ]);
}

const askForKind: Step<NewPageParams> = async (page, place) => {
  const items: readonly { readonly label: string; readonly detail: string; readonly page: NewPageKind }[] = [
    {
      label: l10n.t('Process playbook'),
      detail: l10n.t('All sections from the overview to the refresh log'),
      page: 'process',
    },
    { label: l10n.t('Approach'), detail: l10n.t('Steps with their tasks, and the refresh log'), page: 'approach' },
    { label: l10n.t('Page'), detail: l10n.t('An overview and the refresh log'), page: 'page' },
  ];
  const answer = await askChoice(
    { placeholder: l10n.t('What kind of page?'), items, active: items.find((item) => item.page === page.kind) },
    place,
  );
  return typeof answer === 'string' ? answer : { value: { ...page, kind: answer.value.page } };
};

function languageStep(languages: readonly OfferedTerm[]): Step<NewPageParams> {
  return async (page, place) => {
    const items = languages.map(({ id, label }) => ({ label, id }));
    const answer = await askChoice(
      { placeholder: l10n.t('Which language?'), items, active: items.find(({ id }) => id === page.language) },
      place,
    );
    return typeof answer === 'string' ? answer : { value: { ...page, language: answer.value.id } };
  };
}

const askForTitle: Step<NewPageParams> = async (page, place) => {
  const problemIn = (text: string): string | undefined => (text === '' ? l10n.t('Enter a title') : undefined);
  const answer = await askText({ prompt: l10n.t('Title'), value: page.title, problemIn }, place);
  return typeof answer === 'string' ? answer : { value: { ...page, title: answer.value } };
};

function phaseStep(wordsOf: (language: string) => Promise<OfferedVocabulary>): Step<NewPageParams> {
  return async (page, place) => {
    const items = (await wordsOf(page.language)).phases.map(({ id, label }) => ({ label, id }));
    const answer = await askChoice(
      { placeholder: l10n.t('Phase'), items, active: items.find(({ id }) => id === page.phase) },
      place,
    );
    return typeof answer === 'string' ? answer : { value: { ...page, phase: answer.value.id } };
  };
}

const askForAudience: Step<NewPageParams> = async (page, place) => {
  const items = [
    { label: l10n.t('Partners'), description: 'partner', audience: AUDIENCES[0] },
    { label: l10n.t('Microsoft'), description: 'internal', audience: AUDIENCES[1] },
  ];
  const answer = await askChoice(
    { placeholder: l10n.t('Which audience?'), items, active: items.find(({ audience }) => audience === page.audience) },
    place,
  );
  return typeof answer === 'string' ? answer : { value: { ...page, audience: answer.value.audience } };
};

const askForOwner: Step<NewPageParams> = async ({ owner = '', ...page }, place) => {
  const problemIn = (text: string): string | undefined =>
    /[\s@]/.test(text) ? l10n.t("An alias can't contain spaces or @") : undefined;
  const answer = await askText(
    { prompt: orNothing(l10n.t('Mail alias of the owner')), value: owner, problemIn },
    place,
  );
  if (typeof answer === 'string') return answer;
  return { value: answer.value === '' ? page : { ...page, owner: answer.value } };
};
