// The address of the project: `homepage` in package.json. All links to its pages on the web are made from it.

/** Hosts that never exist (RFC 2606 and 6761). As long as the homepage is on one of them, the project has no address. */
const PLACEHOLDER = /^(?:.+\.)?(?:example\.(?:com|net|org)|example|invalid|test|localhost)$/;

/**
 * @param {{ homepage: string }} manifest
 * @returns {string | undefined} the repository on the web, without a slash at its end
 */
function publicAddress({ homepage }) {
  const { hostname, origin, pathname } = new URL(homepage);
  return PLACEHOLDER.test(hostname) ? undefined : (origin + pathname).replace(/\/$/, '');
}

/**
 * @param {{ homepage: string }} manifest
 * @returns {string | undefined} where the files of the repository are shown, with a slash at its end
 */
function publicFiles(manifest) {
  const address = publicAddress(manifest);
  return address === undefined ? undefined : `${address}/blob/main/`;
}

module.exports = { publicAddress, publicFiles };
