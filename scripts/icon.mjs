// node scripts/icon.mjs: draws the icon of the extension, client/media/icon.png, from client/icon.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/e2e/host/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const SIZE = 128;

const browser = await launchBrowser(console.log);
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  const svg = readFileSync(join(root, 'client/icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${SIZE}px }</style>${svg}`);
  await page.screenshot({ path: join(root, 'client/media/icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
