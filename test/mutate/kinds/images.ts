import { at, replace, type Kind } from '../kind.js';
import { misspelt } from '../misspell.js';
import { images as allImages } from '../places.js';

/** Mistakes in images. */
export const images: readonly Kind[] = [
  {
    id: 'image-file-typo',
    describe: 'The file name of an image has a typo.',
    apply: at(allImages, ({ target, address }, page, random) => {
      if (/^\w+:/.test(address)) return undefined;
      const from = address.lastIndexOf('/') + 1;
      const typo = misspelt(address.slice(from, address.lastIndexOf('.')), random);
      return typo === undefined
        ? undefined
        : replace(page, target, address.slice(0, from) + typo + address.slice(address.lastIndexOf('.')));
    }),
  },
];
