import { alsoRight, at, insert, remove, replace, type Kind, type Mutation } from '../kind.js';
import { misspelt } from '../misspell.js';
import type { Page } from '../page.js';
import { images, links as allLinks, pageLinks, webLinks, type LinkPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in links. */
export const links: readonly Kind[] = [
  {
    id: 'link-opening-paren-missing',
    describe: 'The opening parenthesis is lost.',
    apply: at(allLinks, ({ target }, page) => remove(page, { start: target.start - 1, end: target.start })),
  },
  {
    id: 'link-closing-paren-missing',
    describe: 'The closing parenthesis is lost.',
    apply: at(allLinks, ({ target, span }, page) => remove(page, { start: target.end, end: span.end })),
  },
  {
    id: 'link-closing-bracket-missing',
    describe: 'The closing bracket is lost.',
    apply: at(allLinks, ({ text }, page) => remove(page, { start: text.end, end: text.end + 1 })),
  },
  {
    id: 'link-full-width-paren',
    describe: 'An input method writes a full-width parenthesis.',
    apply: at(allLinks, ({ target, span }, page, random) =>
      random.below(2) === 0
        ? replace(page, { start: target.end, end: span.end }, '）')
        : replace(page, { start: target.start - 1, end: target.start }, '（'),
    ),
  },
  {
    id: 'link-space-before-paren',
    describe: 'A space is between the text and the target.',
    apply: at(allLinks, ({ text }, page) => insert(page, text.end + 1, ' ')),
  },
  {
    id: 'link-file-typo',
    describe: 'The file name of a link to a page has a typo.',
    apply: target(pageLinks, (address, random) => {
      const [file = ''] = address.split('.md', 1);
      const name = file.slice(file.lastIndexOf('/') + 1);
      const typo = misspelt(name, random);
      return typo === undefined ? undefined : address.replace(name, typo);
    }),
  },
  {
    id: 'link-md-missing',
    describe: 'The ending of the file name is lost.',
    apply: target(pageLinks, (address) => address.replace(/\.md/i, '')),
  },
  {
    id: 'link-html-instead-of-md',
    describe: 'A link to a page ends in ".html".',
    harmless: true,
    apply: target(pageLinks, (address) => address.replace(/\.md/i, '.html')),
  },
  {
    id: 'link-anchor-typo',
    describe: 'The anchor of a link has a typo.',
    apply: target(pageLinks, (address, random) => {
      const [file = '', anchor = ''] = address.split('#');
      const typo = misspelt(anchor, random);
      return typo === undefined ? undefined : `${file}#${typo}`;
    }),
  },
  {
    id: 'link-backslash',
    describe: 'A path has backslashes.',
    apply: target(filesInFolders, (address) => address.replaceAll('/', '\\')),
  },
  {
    id: 'link-space-in-target',
    describe: 'A space is in the file name of a link to a page.',
    apply: target(pageLinks, (address, random) => {
      const place = random.pick([...address.matchAll(/-|(?=\.md)/gi)]);
      return place === undefined
        ? undefined
        : `${address.slice(0, place.index)} ${address.slice(place.index + place[0].length)}`;
    }),
  },
  {
    id: 'link-scheme-missing',
    describe: 'The scheme of a web address is lost.',
    apply: at(webLinks, ({ target: span, address }, page) => {
      const rest = address.replace(/^https?:\/\//, '');
      return alsoRight(replace(page, span, rest), replace(page, span, `https://${rest}`));
    }),
  },
  {
    id: 'link-one-slash',
    describe: 'One of the two slashes after the scheme is lost.',
    apply: target(webLinks, (address) => address.replace('://', ':/')),
  },
  {
    id: 'link-colon-missing',
    describe: 'The colon after the scheme is lost.',
    apply: target(webLinks, (address) => address.replace('://', '//')),
  },
  {
    id: 'link-scheme-typo',
    describe: 'The scheme of a web address has a typo.',
    apply: target(webLinks, (address, random) =>
      // `http` keeps its meaning: the scheme that was meant is known only where it was `https`.
      address.startsWith('https:')
        ? address.replace('https', random.pick(['htps', 'htpps', 'htttps', 'https:']) ?? '')
        : undefined,
    ),
  },
];

/** Replaces the target of a link. */
function target(
  places: (page: Page) => readonly LinkPlace[],
  change: (address: string, random: Random) => string | undefined,
): Kind['apply'] {
  return at(places, ({ target: span, address }, page, random): Mutation | undefined => {
    const changed = change(address, random);
    return changed === undefined ? undefined : replace(page, span, changed);
  });
}

/** Links and images with a path that has a folder in it. */
function filesInFolders(page: Page): LinkPlace[] {
  return [...allLinks(page), ...images(page)].filter(({ address }) => /^[^:#/]+\/[^:]*$/.test(address));
}
