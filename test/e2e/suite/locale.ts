import { ConfigurationTarget, env, workspace } from 'vscode';
import { mergedLetterPlaybook, open, problemOn } from './editor';
import { equal, eventually, test } from './harness';

test('problems are in the language of the setting, which is read in a browser too', async () => {
  equal(env.language, 'en', 'the display language');
  const { document } = await open(mergedLetterPlaybook);
  const message = async (): Promise<string> => (await problemOn(document, 'M FastTrack 工程师')).message;
  const english = await message();
  const settings = workspace.getConfiguration('playbook');
  await settings.update('locale', 'zh-cn', ConfigurationTarget.Global);
  try {
    await eventually('the problem in Chinese', async () => isChinese(await message()));
  } finally {
    await settings.update('locale', undefined, ConfigurationTarget.Global);
  }
  await eventually('the problem in English again', async () => (await message()) === english);
});

/** What the message quotes from the page doesn't count. */
function isChinese(message: string): boolean {
  return /\p{Script=Han}/u.test(message.replace(/["“][^"”]*["”]/g, ''));
}
