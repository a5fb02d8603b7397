import type { Kind } from '../kind.js';
import { conflicts } from './conflicts.js';
import { delimiter } from './delimiter.js';
import { frontMatter } from './front-matter.js';
import { header } from './header.js';
import { ids } from './ids.js';
import { images } from './images.js';
import { labels } from './labels.js';
import { letters } from './letters.js';
import { links } from './links.js';
import { refresh } from './refresh.js';
import { roles } from './roles.js';
import { rows } from './rows.js';
import { sections } from './sections.js';
import { services } from './services.js';
import { text } from './text.js';

/** Kinds about the same part of a page. */
export interface KindGroup {
  readonly name: string;
  readonly kinds: readonly Kind[];
}

export const kindGroups: readonly KindGroup[] = [
  { name: 'Rows', kinds: rows },
  { name: 'Delimiter rows', kinds: delimiter },
  { name: 'Table headers', kinds: header },
  { name: 'Letters', kinds: letters },
  { name: 'Roles', kinds: roles },
  { name: 'Services', kinds: services },
  { name: 'Task IDs', kinds: ids },
  { name: 'Labels', kinds: labels },
  { name: 'Headings and sections', kinds: sections },
  { name: 'Front matter', kinds: frontMatter },
  { name: 'Refresh log', kinds: refresh },
  { name: 'Links', kinds: links },
  { name: 'Images', kinds: images },
  { name: 'Text', kinds: text },
  { name: 'Merge conflicts', kinds: conflicts },
];

export const allKinds: readonly Kind[] = kindGroups.flatMap(({ kinds }) => kinds);
