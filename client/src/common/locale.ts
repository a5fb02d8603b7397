import { Disposable, env, EventEmitter, Uri, workspace, type LogOutputChannel } from 'vscode';
import {
  closestLocale,
  createFormatter,
  logUnreadable,
  translationsIn,
  type Formatter,
} from '../../../server/src/messages/formatting/index';
import { shownLocale, showTextsWith } from './texts';

const changed = new EventEmitter<void>();

/** The texts of the extension are in another language now. Those that are shown are still in the previous one. */
export const onDidChangeLocale = changed.event;

/** Shows the texts of the extension in the language that the author chose, and follows the setting. */
export async function followLocale(extensionUri: Uri, log: LogOutputChannel): Promise<Disposable> {
  const show = async (): Promise<void> =>
    showTextsWith(await chosenFormatter(extensionUri, (failure) => log.warn(failure)));
  await show();
  return workspace.onDidChangeConfiguration(async (event) => {
    if (!event.affectsConfiguration('playbook.locale') || chosenLocale() === shownLocale().locale) return;
    await show();
    changed.fire();
  });
}

/** Reads nothing for English. Works in a browser too, where only VS Code can read our files. */
async function chosenFormatter(extensionUri: Uri, log: (failure: string) => void): Promise<Formatter> {
  const locale = chosenLocale();
  if (locale === 'en') return createFormatter();
  try {
    const file = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'locales', `${locale}.json`));
    return createFormatter(locale, translationsIn(new TextDecoder().decode(file)), log);
  } catch (error) {
    logUnreadable(locale, error, log);
    return createFormatter();
  }
}

/** The setting `playbook.locale`, or VS Code's display language. */
function chosenLocale(): string {
  const setting = workspace.getConfiguration('playbook').get<string>('locale', 'auto');
  return closestLocale(setting === 'auto' ? env.language : setting) ?? 'en';
}
