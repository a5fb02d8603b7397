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
  const chosenFormatter = (): Promise<Formatter> =>
    formatterOf(chosenLocale(), extensionUri, (failure) => log.warn(failure));
  showTextsWith(await chosenFormatter());
  return workspace.onDidChangeConfiguration(async (event) => {
    const locale = chosenLocale();
    if (!event.affectsConfiguration('playbook.locale') || locale === shownLocale().locale) return;
    const formatter = await chosenFormatter();
    // The setting may have changed again while the file was read.
    if (locale !== chosenLocale()) return;
    showTextsWith(formatter);
    changed.fire();
  });
}

/** Reads nothing for English. Works in a browser too, where only VS Code can read our files. */
async function formatterOf(locale: string, extensionUri: Uri, log: (failure: string) => void): Promise<Formatter> {
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
