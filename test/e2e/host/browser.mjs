// Finds a browser that starts here: the one asked for, an installed one, or the one that comes with npm.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import { installHost } from './install.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const onPath = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const onMac = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/**
 * @param {(line: string) => void} say
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws when none starts; the message says what to install
 */
export async function launchBrowser(say) {
  const executablePath = process.env.PLAYBOOK_TEST_BROWSER || installedBrowser();
  try {
    return await (executablePath ? chromium.launch({ executablePath, args: flags }) : launchPackaged(say));
  } catch (error) {
    throw new Error(
      'No browser starts on this machine. Install Chrome, Edge or Chromium (Debian, as root: apt-get install -y chromium), ' +
        `or name one in PLAYBOOK_TEST_BROWSER.\n${error instanceof Error ? error.message : error}`,
    );
  }
}

/** The path of a Chrome, Edge or Chromium of this machine. */
function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...onPath.flatMap((name) => folders.map((folder) => join(folder, name))), ...onMac];
  return candidates.find((path) => existsSync(path));
}

/**
 * The Chromium of the package @sparticuz/chromium, with the libraries and fonts that lie next to it.
 *
 * @param {(line: string) => void} say
 */
async function launchPackaged(say) {
  const folder = await unpackChromium(await installHost(say), say);
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'own-fonts.conf') };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: flags, env });
}

/**
 * @param {import('./install.mjs').Host} host
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the folder with the binary and what it needs
 */
async function unpackChromium(host, say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`There is no packaged Chromium for ${process.platform}-${process.arch}.`);
  }
  const folder = join(host.home, 'chromium');
  const binary = join(folder, 'chromium');
  if (existsSync(binary)) return folder;
  say('Unpacking Chromium …');
  mkdirSync(folder, { recursive: true });
  const packed = join(host.home, 'node_modules/@sparticuz/chromium/bin');
  for (const name of ['al2023.tar', 'fonts.tar']) {
    await decompress(join(packed, `${name}.br`), join(folder, name));
    execFileSync('tar', ['-xf', name], { cwd: folder });
    rmSync(join(folder, name));
  }
  writeFileSync(join(folder, 'own-fonts.conf'), fontsConfig(join(folder, 'fonts')));
  // The binary comes last, under its name only when complete: it says that all of this was done.
  await decompress(join(packed, 'chromium.br'), `${binary}.part`);
  chmodSync(`${binary}.part`, 0o755);
  renameSync(`${binary}.part`, binary);
  return folder;
}

/**
 * The fonts of the system, if there are any, and the packaged ones.
 *
 * @param {string} packagedFonts
 */
function fontsConfig(packagedFonts) {
  return `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${packagedFonts}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}

/**
 * @param {string} from
 * @param {string} to
 */
function decompress(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}
