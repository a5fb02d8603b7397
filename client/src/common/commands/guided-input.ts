import {
  QuickInputButtons,
  window,
  type Disposable,
  type InputBox,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';

/** The result of a step: an answer, a step back, or a cancellation. */
export type StepAnswer<Value> = { readonly value: Value } | 'back' | 'cancelled';

/** The position of a step in the sequence. */
export interface StepPlace {
  readonly title: string;
  /** Starts at 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks one question, and adds the answer to what is known so far. */
export type Step<Known> = (known: Known, place: StepPlace) => Promise<StepAnswer<Known>>;

/** Asks step by step, and goes back if the author wants to. Answers are kept. `undefined`: the author canceled. */
export async function ask<Known>(
  title: string,
  start: Known,
  steps: readonly Step<Known>[],
): Promise<Known | undefined> {
  let known = start;
  for (let index = 0; index < steps.length;) {
    const step = steps[index];
    if (step === undefined) return undefined;
    const answer = await step(known, { title, step: index + 1, totalSteps: steps.length });
    if (answer === 'cancelled') return undefined;
    if (answer === 'back') index--;
    else [known, index] = [answer.value, index + 1];
  }
  return known;
}

export interface TextQuestion {
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** Validates the text while it is typed; returns what is wrong with it. */
  readonly problemIn?: (text: string) => string | undefined;
}

/** Asks for a line of text. */
export function askText(
  { prompt, value = '', placeholder, problemIn = () => undefined }: TextQuestion,
  place: StepPlace,
): Promise<StepAnswer<string>> {
  const box = window.createInputBox();
  Object.assign(box, { prompt, value, placeholder });
  const check = (): void => void (box.validationMessage = problemIn(box.value.trim()));
  // An answer that turned out to be impossible is asked for again.
  if (value !== '') check();
  return shown(box, place, (accept) => [
    box.onDidChangeValue(check),
    box.onDidAccept(() => {
      check();
      if (problemIn(box.value.trim()) === undefined) accept(box.value.trim());
    }),
  ]);
}

export interface ChoiceQuestion<Item extends QuickPickItem> {
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** The item that is active at first. */
  readonly active?: Item | undefined;
}

/** Asks the author to choose one item. */
export function askChoice<Item extends QuickPickItem>(
  { placeholder, items, active }: ChoiceQuestion<Item>,
  place: StepPlace,
): Promise<StepAnswer<Item>> {
  const pick = window.createQuickPick<Item>();
  Object.assign(pick, { placeholder, items, matchOnDescription: true, matchOnDetail: true });
  if (active !== undefined) pick.activeItems = [active];
  return shown(pick, place, (accept) => [
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item !== undefined) accept(item);
    }),
  ]);
}

export interface ManyQuestion<Item extends QuickPickItem> {
  readonly placeholder: string;
  readonly items: readonly Item[];
  readonly chosen: readonly Item[];
}

/** Asks the author to choose any number of items. They are returned in the order of the list. */
export function askMany<Item extends QuickPickItem>(
  { placeholder, items, chosen }: ManyQuestion<Item>,
  place: StepPlace,
): Promise<StepAnswer<readonly Item[]>> {
  const pick = window.createQuickPick<Item>();
  Object.assign(pick, { placeholder, items, canSelectMany: true });
  pick.selectedItems = chosen;
  return shown(pick, place, (accept) => [
    pick.onDidAccept(() => accept(items.filter((item) => pick.selectedItems.includes(item)))),
  ]);
}

/** Shows a question until it is answered. `listen` passes on the answer. */
export function shown<Value>(
  input: InputBox | QuickPick<QuickPickItem>,
  { title, step, totalSteps }: StepPlace,
  listen: (accept: (value: Value) => void) => readonly Disposable[],
): Promise<StepAnswer<Value>> {
  const back: readonly QuickInputButton[] = step > 1 ? [QuickInputButtons.Back] : [];
  // Switching to another window must not lose the input.
  Object.assign(input, { title, step, totalSteps, buttons: back, ignoreFocusOut: true });
  return new Promise((resolve) => {
    const finish = (answer: StepAnswer<Value>): void => {
      resolve(answer);
      input.dispose();
      for (const listener of listeners) listener.dispose();
    };
    const listeners: readonly Disposable[] = [
      input.onDidTriggerButton((button) => button === QuickInputButtons.Back && finish('back')),
      input.onDidHide(() => finish('cancelled')),
      ...listen((value) => finish({ value })),
    ];
    input.show();
  });
}
