import { ADDRESS } from '../../core/index.js';

/** The name of the program in the formats of other programs, and its home page, if it has one. */
export const PRODUCT: { readonly name: string; readonly url?: string } = {
  name: 'playbook-lint',
  ...(ADDRESS !== undefined && { url: ADDRESS }),
};

/** Whether a link works on other machines too. As long as the project has no address, pages are files of the package. */
export function isOnTheWeb(url: string): boolean {
  return /^https?:/.test(url);
}
