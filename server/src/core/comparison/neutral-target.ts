import { memoized } from '../text/memo.js';
import { asFilePath, nameOf } from '../workspace-index/file-path.js';
import { translationKey } from '../workspace-index/language-marks.js';
import type { LinkFact } from '../workspace-index/page-summary.js';

/**
 * What a link leads to, whatever the language of its page: the same text for the English page and its translation. The
 * folder of a file doesn't count, because the folders of two languages can be organized in two ways. `undefined` for a
 * place on the same page, whose anchor is a translated heading, and for what isn't a link to anything.
 */
export const neutralTarget = memoized(({ target }: LinkFact): string | undefined => {
  const written = target.value.trim().replaceAll('&amp;', '&').toLowerCase();
  if (written.length > LONGEST || BROKEN.test(written)) return undefined;
  const address = ADDRESS.exec(written);
  if (address === null) return SCHEME.test(written) ? undefined : fileKey(written);
  const [, host = '', path = '', query = ''] = address;
  return `//${SAME_HOSTS.get(host) ?? host}/${pathKey(path)}${queryKey(query)}`;
});

const LONGEST = 2000;
/** Other rules report these. */
const BROKEN = /[\s\\\u200b-\u200d\u2060\ufeff()（）]/;
const ADDRESS = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/;
const SCHEME = /^(?:[a-z][a-z\d+.-]*:|h?t+p+s?[;.,]?\/\/|www\.|[\w.+-]+@)/;
/** The site under its old and its new name. */
const SAME_HOSTS = new Map([
  ['docs.microsoft.com', 'learn.microsoft.com'],
  ['support.office.com', 'support.microsoft.com'],
]);
/** `en-us`, `zh-hans`, `zh-hant-tw`. */
const LOCALE = /^[a-z]{2}(?:-(?:[a-z]{2}|[a-z]{4}))?(?:-[a-z]{2})?$/;
/** The parameters that select a language. */
const LOCALE_PARAMETER = /^(?:ui|rs|ad|clcid|lcid|culture|lang|language|locale|mkt|setlang|ocid|wt\.mc_id)=/;

function pathKey(path: string): string {
  // An article is known by its ID; its name is translated.
  const id = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/.exec(path)?.[0];
  if (id !== undefined) return id;
  return path
    .split('/')
    .filter((part, index) => part !== '' && !(LOCALE.test(part) && index < 4))
    .join('/');
}

function queryKey(query: string): string {
  const kept = query.split('&').filter((part) => part !== '' && !LOCALE_PARAMETER.test(part));
  return kept.length === 0 ? '' : `?${kept.sort().join('&')}`;
}

/** The name of the file, without the language in it. */
function fileKey(target: string): string | undefined {
  const [path = ''] = target.split(/[?#]/);
  const name = nameOf(path.replace(/\/+$/, ''));
  if (name === '') return undefined;
  return nameOf(translationKey(asFilePath(decoded(name)))).replace(/-partner$/, '');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
