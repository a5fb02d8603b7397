import { Uri, workspace } from 'vscode';
import { translationsIn, type Translations } from '../../../../server/src/messages/formatting/index';
import { helpIn } from '../../../../server/src/shared/rule-help';
import { logFailure } from '../log';

/** The help of a rule in a locale, or else in English. Rejects if neither can be read. */
export async function ruleHelpOf(extensionUri: Uri, rule: string, locale: string): Promise<string | undefined> {
  const english = await fileOf(extensionUri, 'en');
  return helpIn(locale === 'en' ? english : await fileOf(extensionUri, locale), english, rule);
}

async function fileOf(extensionUri: Uri, locale: string): Promise<Translations> {
  const file = Uri.joinPath(extensionUri, 'dist', 'rule-help', `${locale}.json`);
  try {
    return translationsIn(new TextDecoder().decode(await workspace.fs.readFile(file)));
  } catch (error) {
    if (locale === 'en') throw error;
    logFailure(`Reading the help of the rules in "${locale}"`, error);
    return fileOf(extensionUri, 'en');
  }
}
