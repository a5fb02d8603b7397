// The package.json of each package: what its users need of the one in the repository.
import { publicAddress } from './address.cjs';

const COMMON = ['name', 'displayName', 'description', 'version', 'publisher', 'license'];
const ADDRESSES = ['homepage', 'repository', 'bugs'];
const OF_EXTENSION = [
  'icon',
  'galleryBanner',
  'main',
  'browser',
  'categories',
  'keywords',
  'qna',
  'pricing',
  'extensionKind',
  'activationEvents',
  'capabilities',
  'l10n',
  'contributes',
];

/** @param {any} manifest */
export function extensionManifest(manifest) {
  const { vscode } = manifest.engines;
  return { ...chosen(manifest, [...COMMON, ...addressesOf(manifest), ...OF_EXTENSION]), engines: { vscode } };
}

/** @param {any} manifest */
export function npmManifest(manifest) {
  const { node } = manifest.engines;
  return {
    ...chosen(manifest, ['name', 'version', 'license', ...addressesOf(manifest)]),
    description: 'Checks FastTrack playbooks on the command line and in any editor with a language client',
    keywords: manifest.keywords,
    bin: manifest.bin,
    engines: { node },
  };
}

/**
 * An address that doesn't exist isn't published.
 *
 * @param {any} manifest
 */
function addressesOf(manifest) {
  return publicAddress(manifest) === undefined ? [] : ADDRESSES;
}

/**
 * @param {Record<string, unknown>} manifest
 * @param {readonly string[]} names
 */
function chosen(manifest, names) {
  return Object.fromEntries(names.flatMap((name) => (name in manifest ? [[name, manifest[name]]] : [])));
}
