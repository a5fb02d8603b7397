import { Position, SnippetString, Uri, window, workspace, type TextDocument, type WorkspaceFolder } from 'vscode';
import {
  newPageFileMethod,
  newPageMethod,
  type NewPageFileParams,
  type NewPageFileResult,
  type NewPageKind,
  type NewPageParams,
  type NewPageResult,
  type OfferedTerm,
  type OfferedVocabulary,
} from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { knownAuthor } from './author-name';
import { objectOf, textsOf } from './command-arguments';
import { ask, askChoice, askText, type Step } from './guided-input';
import { wordsFor } from './insert-task-row';
import { doesExist } from '../documents';
import { reported } from './reported';
import { defineTexts } from '../texts';

const texts = defineTexts('new-playbook', {
  newPlaybook: {
    text: 'New Playbook',
    note: 'The title of a series of questions, and of a page for which none is specified.',
  },
  process: { text: 'Process playbook', note: 'A kind of page.' },
  aboutProcess: {
    text: 'All sections from the overview to the refresh log',
    note: 'The content of a process playbook.',
  },
  approach: { text: 'Approach', note: 'A kind of page: the approach to a project, step by step.' },
  aboutApproach: { text: 'Steps with their tasks, and the refresh log', note: 'The content of an approach.' },
  page: { text: 'Page', note: 'A kind of page: neither a process playbook nor an approach.' },
  aboutPage: { text: 'An overview and the refresh log', note: 'The content of a page.' },
  whichKind: 'What kind of page?',
  whichLanguage: 'Which language?',
  title: { text: 'Title', note: 'A prompt for the title of the page.' },
  titleMissing: 'Enter a title',
  phase: { text: 'Phase', note: 'The placeholder of a list of the phases of a project.' },
  partners: { text: 'Partners', note: 'An audience: the partners of Microsoft.' },
  microsoft: { text: 'Microsoft', note: 'An audience: the employees of Microsoft.' },
  whichAudience: 'Which audience?',
  owner: { text: 'Mail alias of the owner (optional)', note: 'A prompt. The owner is responsible for the page.' },
  notAnAlias: "An alias can't contain spaces or @",
  file: {
    text: 'File in the folder {folder}',
    note: 'A prompt for the path of the new page. {folder} is the name of the workspace folder.',
  },
  fileEnding: 'The name must end in .md',
  outsideFolder: 'The file must be in the folder {folder}',
  fileExists: '{file} already exists',
});

/** Opens a new playbook. Asks what it should contain, unless `argument` says so. */
export async function newPlaybook(server: ServerLifecycle, argument?: unknown): Promise<void> {
  await reported(async () => {
    const uri = placeOfNewPage();
    const page = newPageOf(argument) ?? (await askForPage(server, uri));
    if (page === undefined) return;
    const { file, ...params } = page;
    const author = page.author ?? (await knownAuthor(workspace.workspaceFolders?.[0]?.uri));
    const { snippet } = await server.request<NewPageResult>(newPageMethod, {
      ...params,
      uri: file?.toString() ?? uri,
      ...(author !== undefined && { author }),
    } satisfies NewPageParams);
    const editor = await window.showTextDocument(await newDocument(file));
    await editor.insertSnippet(new SnippetString(snippet), new Position(0, 0));
  });
}

/** What a new page contains, and where it is saved. */
interface NewPage extends NewPageParams {
  readonly file?: Uri;
}

/** An empty document. If there is a file, the document is saved there, without another question. */
async function newDocument(file: Uri | undefined): Promise<TextDocument> {
  if (file !== undefined) {
    const named = await workspace.openTextDocument(Uri.from({ scheme: 'untitled', path: file.path }));
    // Another new page may have the name, which isn't saved yet.
    if (named.getText() === '') return named;
  }
  return workspace.openTextDocument({ language: 'markdown' });
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

function newPageOf(argument: unknown): NewPage | undefined {
  const given = objectOf(argument);
  if (given === undefined) return undefined;
  const {
    kind,
    language = 'en',
    title = texts.newPlaybook,
    audience = AUDIENCES[0],
    ...others
  } = textsOf(given, ['kind', 'language', 'title', 'audience', 'phase', 'owner', 'author']);
  return { kind: KINDS.find((known) => known === kind) ?? 'process', language, title, audience, ...others };
}

async function askForPage(server: ServerLifecycle, uri: string): Promise<NewPage | undefined> {
  // Terms are requested once the language is known.
  const words = (language: string): Promise<OfferedVocabulary> => wordsFor(server, { uri, language });
  const { languages } = await words('en');
  const folder = workspace.getWorkspaceFolder(Uri.parse(uri));
  const start: NewPage = { kind: 'process', language: 'en', title: '', audience: AUDIENCES[0] };
  return ask(texts.newPlaybook, start, [
    askForKind,
    languageStep(languages),
    askForTitle,
    phaseStep(words),
    askForAudience,
    askForOwner,
    ...(folder !== undefined && isOnDisk(folder) ? [fileStep(server, uri, folder)] : []),
  ]);
}

const askForKind: Step<NewPage> = async (page, place) => {
  const items: readonly { readonly label: string; readonly detail: string; readonly page: NewPageKind }[] = [
    {
      label: texts.process,
      detail: texts.aboutProcess,
      page: 'process',
    },
    { label: texts.approach, detail: texts.aboutApproach, page: 'approach' },
    { label: texts.page, detail: texts.aboutPage, page: 'page' },
  ];
  const answer = await askChoice(
    { placeholder: texts.whichKind, items, active: items.find((item) => item.page === page.kind) },
    place,
  );
  return typeof answer === 'string' ? answer : { value: { ...page, kind: answer.value.page } };
};

function languageStep(languages: readonly OfferedTerm[]): Step<NewPage> {
  return async (page, place) => {
    const items = languages.map(({ id, label }) => ({ label, id }));
    const answer = await askChoice(
      { placeholder: texts.whichLanguage, items, active: items.find(({ id }) => id === page.language) },
      place,
    );
    return typeof answer === 'string' ? answer : { value: { ...page, language: answer.value.id } };
  };
}

const askForTitle: Step<NewPage> = async (page, place) => {
  const problemIn = (text: string): string | undefined => (text === '' ? texts.titleMissing : undefined);
  const answer = await askText({ prompt: texts.title, value: page.title, problemIn }, place);
  return typeof answer === 'string' ? answer : { value: { ...page, title: answer.value } };
};

function phaseStep(wordsOf: (language: string) => Promise<OfferedVocabulary>): Step<NewPage> {
  return async (page, place) => {
    const items = (await wordsOf(page.language)).phases.map(({ id, label }) => ({ label, id }));
    const answer = await askChoice(
      { placeholder: texts.phase, items, active: items.find(({ id }) => id === page.phase) },
      place,
    );
    return typeof answer === 'string' ? answer : { value: { ...page, phase: answer.value.id } };
  };
}

const askForAudience: Step<NewPage> = async (page, place) => {
  const items = [
    { label: texts.partners, description: 'partner', audience: AUDIENCES[0] },
    { label: texts.microsoft, description: 'internal', audience: AUDIENCES[1] },
  ];
  const answer = await askChoice(
    { placeholder: texts.whichAudience, items, active: items.find(({ audience }) => audience === page.audience) },
    place,
  );
  return typeof answer === 'string' ? answer : { value: { ...page, audience: answer.value.audience } };
};

const askForOwner: Step<NewPage> = async ({ owner = '', ...page }, place) => {
  const problemIn = (text: string): string | undefined => (/[\s@]/.test(text) ? texts.notAnAlias : undefined);
  const answer = await askText({ prompt: texts.owner, value: owner, problemIn }, place);
  if (typeof answer === 'string') return answer;
  return { value: answer.value === '' ? page : { ...page, owner: answer.value } };
};

/** A document for a new file in another file system would be saved on the disk. */
function isOnDisk({ uri }: WorkspaceFolder): boolean {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote';
}

/** Proposes a file, and asks for another one if the author's exists. */
function fileStep(server: ServerLifecycle, beside: string, folder: WorkspaceFolder): Step<NewPage> {
  return async ({ file, ...page }, place) => {
    let path = pathIn(folder, file ?? (await proposedFile(server, beside, page)) ?? Uri.parse(beside));
    const taken = new Set<string>();
    const problemIn = (text: string): string | undefined =>
      taken.has(text) ? texts.fileExists({ file: text }) : problemInPath(text, folder);
    for (;;) {
      const question = { prompt: texts.file({ folder: folder.name }), value: path, problemIn };
      const answer = await askText(question, place);
      if (typeof answer === 'string') return answer;
      path = answer.value;
      const chosen = Uri.joinPath(folder.uri, path);
      if (!(await doesExist(chosen))) return { value: { ...page, file: chosen } };
      taken.add(path);
    }
  };
}

async function proposedFile(server: ServerLifecycle, beside: string, page: NewPageParams): Promise<Uri | undefined> {
  const { language, title, phase } = page;
  const params: NewPageFileParams = { uri: beside, language, title, ...(phase !== undefined && { phase }) };
  const { uri } = await server.request<NewPageFileResult>(newPageFileMethod, params);
  return uri === null ? undefined : Uri.parse(uri);
}

/** The path of `file` in the folder, with `/` between folders; of a file outside, its name. */
function pathIn({ uri }: WorkspaceFolder, file: Uri): string {
  const root = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
  return file.path.startsWith(root) ? file.path.slice(root.length) : NEW_NAME;
}

function problemInPath(text: string, { name }: WorkspaceFolder): string | undefined {
  if (/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(text)) return texts.outsideFolder({ folder: name });
  return /[^/\\]\.(?:md|markdown)$/i.test(text) ? undefined : texts.fileEnding;
}
