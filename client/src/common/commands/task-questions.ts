import { window, type QuickPickItem } from 'vscode';
import type {
  KnownTasksResult,
  NewTask,
  OfferedTask,
  OfferedTerm,
  OfferedVocabulary,
} from '../../../../server/src/protocol';
import { ask, askChoice, askMany, askText, shown, type Step, type StepAnswer, type StepPlace } from './guided-input';
import { meantBy, withTypedId } from './typed-id';
import { defineTexts } from '../texts';

const texts = defineTexts('task-questions', {
  title: { text: 'Insert FTOP Task Row', note: 'The title of a series of questions.' },
  taskId: {
    text: 'Task ID ({form}), or part of the name of a known task',
    note: 'The placeholder of an input box. {form} describes task IDs, such as 4 digits.',
  },
  invalidId: {
    text: 'not a valid task ID ({form})',
    note: 'Next to what the author typed. {form} describes task IDs.',
  },
  newTask: { text: 'new task', note: 'Next to a task ID that no page uses yet.' },
  onPage: { text: 'already on this page', note: 'Next to a task ID.' },
  taskName: { text: 'Name of the task (optional)', note: 'A prompt.' },
  obligation: 'Mandatory or optional?',
  mandatory: { text: 'Mandatory', note: 'A choice: the task is mandatory.' },
  optional: { text: 'Optional', note: 'A choice: the task is optional.' },
  role: { text: 'Role', note: 'The placeholder of a list of roles.' },
  services: {
    text: 'Services (Space to select, Enter to continue)',
    note: 'The placeholder of a list of services. Space and Enter are keys.',
  },
});

/** Asks for the cells of a task row. `undefined`: the author canceled. */
export function askForTask(words: OfferedVocabulary, known: KnownTasksResult): Promise<NewTask | undefined> {
  return ask<NewTask>(texts.title, {}, [
    (task, place) => askForId(task, place, words, known),
    askForName,
    (task, place) => askForLetter(task, place, words),
    roleStep(words),
    serviceStep(words),
  ]);
}

interface TaskItem extends QuickPickItem {
  readonly task?: OfferedTask;
}

/** Asks for the ID: that of a known task, whose other values are filled in, or a new one. */
async function askForId(
  task: NewTask,
  place: StepPlace,
  { taskId }: OfferedVocabulary,
  { tasks, onPage }: KnownTasksResult,
): Promise<StepAnswer<NewTask>> {
  const form = new RegExp(taskId.pattern);
  const offered = tasks.map((one): TaskItem => ({
    label: one.id,
    description: one.shownName ?? one.name ?? '',
    task: one,
    ...(onPage.includes(one.id) && { detail: texts.onPage }),
  }));
  const pick = window.createQuickPick<TaskItem>();
  pick.placeholder = texts.taskId({ form: taskId.description });
  pick.matchOnDescription = true;
  pick.value = task.taskId ?? '';
  const itemFor = (id: string): TaskItem => ({
    label: id,
    description: problemOfId(id, form, taskId.description, onPage) ?? texts.newTask,
    alwaysShow: true,
  });
  const update = (): void => {
    const typed = pick.value.trim();
    pick.items = withTypedId(typed, offered, itemFor);
    // A complete ID means that task, even if the name of another task contains these digits.
    if (form.test(typed)) pick.activeItems = pick.items.filter(({ label }) => label === typed);
  };
  update();
  const answer = await shown<TaskItem>(pick, place, (accept) => [
    pick.onDidChangeValue(update),
    pick.onDidAccept(() => {
      // The list is rebuilt after each key. An Enter right after a key may arrive before VS Code has selected an item.
      const typed = pick.value.trim();
      const typedItem = pick.items.find(({ label }) => label === typed);
      const item = meantBy(typed, [pick.selectedItems[0], pick.activeItems[0], typedItem]);
      // Text that isn't a valid ID is listed with a hint and can't be accepted.
      if (item !== undefined && form.test(item.label)) accept(item);
    }),
  ]);
  if (typeof answer === 'string') return answer;
  const { label, task: found } = answer.value;
  return { value: found === undefined ? { ...task, taskId: label } : taskOf(found) };
}

function problemOfId(id: string, form: RegExp, description: string, onPage: readonly string[]): string | undefined {
  if (!form.test(id)) return texts.invalidId({ form: description });
  return onPage.includes(id) ? texts.onPage : undefined;
}

function taskOf({ id, name, mo, roles, services }: OfferedTask): NewTask {
  return {
    taskId: id,
    roles,
    services,
    ...(name !== undefined && { taskName: name }),
    ...(mo !== undefined && { mo }),
  };
}

const askForName: Step<NewTask> = async (task, place) => {
  const answer = await askText({ prompt: texts.taskName, value: task.taskName ?? '' }, place);
  return typeof answer === 'string' ? answer : { value: { ...task, taskName: answer.value } };
};

async function askForLetter(
  task: NewTask,
  place: StepPlace,
  { letters }: OfferedVocabulary,
): Promise<StepAnswer<NewTask>> {
  const items = [
    { label: texts.mandatory, description: letters.mandatory, mo: 'mandatory' },
    { label: texts.optional, description: letters.optional, mo: 'optional' },
  ];
  const answer = await askChoice(
    { placeholder: texts.obligation, items, active: items.find(({ mo }) => mo === task.mo) },
    place,
  );
  return typeof answer === 'string' ? answer : { value: { ...task, mo: answer.value.mo } };
}

/** The fields that tasks and steps have in common. */
interface RolesAndServices {
  readonly roles?: readonly string[];
  readonly services?: readonly string[];
}

export function roleStep<Known extends RolesAndServices>({ roles }: OfferedVocabulary): Step<Known> {
  return async (known, place) => {
    const items = itemsFor(roles);
    const active = items.find(({ id }) => id === known.roles?.[0]);
    const answer = await askChoice({ placeholder: texts.role, items, active }, place);
    if (typeof answer === 'string') return answer;
    // If a known task has several roles, they are kept as long as the first of them is chosen.
    const isAsBefore = answer.value.id === known.roles?.[0];
    return { value: isAsBefore ? known : { ...known, roles: [answer.value.id] } };
  };
}

export function serviceStep<Known extends RolesAndServices>({ services }: OfferedVocabulary): Step<Known> {
  return async (known, place) => {
    const items = itemsFor(services);
    const chosen = items.filter(({ id }) => known.services?.includes(id));
    const answer = await askMany({ placeholder: texts.services, items, chosen }, place);
    return typeof answer === 'string' ? answer : { value: { ...known, services: answer.value.map(({ id }) => id) } };
  };
}

function itemsFor(terms: readonly OfferedTerm[]): (QuickPickItem & { readonly id: string })[] {
  return terms.map(({ id, label }) => ({ label, id }));
}
