import { NO_OPTIONS } from '../lint/options.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import type { Inlines } from '../model/inlines.js';
import { sliceOf, type Located } from '../text/span.js';
import { normalized } from '../text/spelling.js';
import { inAnyLanguage } from '../vocabulary/language.js';

export const imageAltFileName = defineTextRule({
  meta: {
    id: 'image-alt-file-name',
    category: 'link',
    description: "Alt text describes the image and isn't just the name of its file, or a word such as image",
    recommended: 'hint',
    fixable: 'none',
    messages: {
      fileName: 'The alt text "{text}" is only the file name',
      anyImage: 'The alt text "{text}" doesn\'t say what the image shows',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    for (const { text, target } of imagesIn(source, inlines)) {
      const alt = normalized(text.value);
      const file = normalized(/[^/\\]*$/.exec(target)?.[0] ?? '');
      const name = file.replace(/\.\w+$/, '');
      const data = { text: text.value };
      if (FITS_ANY_IMAGE.has(alt.replace(/[\s\d.:#_-]+$/, '')))
        report({ messageId: 'anyImage', data, span: text.span });
      // A file name that is a single plain word can be the best description.
      else if (alt !== '' && (alt === file || (alt === name && /[-_\d]/.test(name))))
        report({ messageId: 'fileName', data, span: text.span });
    }
  },
});

/** In a translation, the word is often still in English. */
const FITS_ANY_IMAGE: ReadonlySet<string> = new Set(inAnyLanguage(({ imageWords }) => imageWords));

interface DescribedImage {
  readonly text: Located<string>;
  readonly target: string;
}

function imagesIn(source: string, { links, tags }: Inlines): DescribedImage[] {
  if (links.length === 0 && tags.length === 0) return [];
  const images = links.flatMap(({ kind, text, target }) =>
    kind === 'image' ? [{ text: { value: sliceOf(source, text), span: text }, target: target.value }] : [],
  );
  const inHtml = tags.flatMap(({ name, attributes }) => {
    const text = attributes.get('alt');
    return name === 'img' && text !== undefined ? [{ text, target: attributes.get('src')?.value ?? '' }] : [];
  });
  return [...images, ...inHtml];
}
