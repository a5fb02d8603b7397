// node scripts/look.mjs [locale…] [part…]: pictures of everything of ours on the screen, with VS Code in that language: de, ja
// or zh-cn. `pseudo` is accented English. They are for somebody who looks at them: out/interface/<locale>.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addTranslations, KEYBINDINGS, PARTS, SAMPLES, titlesIn } from '../test/e2e/ui/interface.mjs';
import { PSEUDO_LOCALE, writePseudoExtension } from '../test/e2e/ui/pseudo-extension.mjs';
import { openSession } from '../test/e2e/ui/session.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const parts = process.argv.slice(2).filter((name) => name in PARTS);
for (const locale of process.argv.slice(2).filter((name) => !(name in PARTS))) {
  const folder = join(root, 'out/interface', locale);
  mkdirSync(folder, { recursive: true });
  const isPseudo = locale === 'pseudo';
  const extension = isPseudo ? await writePseudoExtension() : root;
  const displayLanguage = isPseudo ? PSEUDO_LOCALE : locale;
  const session = await openSession({
    folder: SAMPLES,
    prepare: addTranslations,
    ...(locale === 'en' ? {} : { displayLanguage }),
    extension,
    keybindings: KEYBINDINGS,
    size: { width: 1200, height: 760 },
  });
  session.page.setDefaultTimeout(60_000);
  try {
    const titles = titlesIn(displayLanguage, extension);
    const see = async (/** @type {string} */ name) => {
      await session.page.screenshot({ path: join(folder, `${name}.png`) });
      console.log(`out/interface/${locale}/${name}.png`);
    };
    for (const [name, visit] of Object.entries(PARTS)) {
      if (parts.length > 0 && !parts.includes(name)) continue;
      await visit({ session, titles, see });
      await session.reset();
    }
  } catch (error) {
    await session.page.screenshot({ path: join(folder, 'failed.png') });
    throw error;
  } finally {
    await session.close();
  }
}
