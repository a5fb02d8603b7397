// node scripts/check-release.mjs v0.2.0: checks that this commit can be released under that tag.
import { readFileSync } from 'node:fs';
import { publicAddress } from './package/address.cjs';

const tag = process.argv[2] ?? '';
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');

const mistakes = [
  tag !== `v${manifest.version}` && `The tag ${tag} isn't the version in package.json, ${manifest.version}`,
  !changelog.includes(`\n## [${manifest.version}]`) && `CHANGELOG.md has no section for ${manifest.version}`,
  publicAddress(manifest) === undefined && `The homepage in package.json is a placeholder: ${manifest.homepage}`,
].filter((mistake) => mistake !== false);

for (const mistake of mistakes) console.error(mistake);
process.exitCode = mistakes.length > 0 ? 1 : 0;
