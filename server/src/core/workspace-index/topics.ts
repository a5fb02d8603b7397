import type { FilePath } from './file-path.js';

/** Something that can be read from the index. */
export type Topic = string;

/** The names of all topics. */
export const topics = {
  /** Which files exist. */
  files: 'files',
  docsets: 'docsets',
  /** Which edition each file is in. */
  editions: 'editions',
  /** Which tables of contents exist. */
  tocs: 'tocs',
  /** Whether the content of all files is known. */
  unread: 'unread',
  /** Which files are included. */
  includes: 'includes',
  /** Which tasks are described. */
  catalogue: 'catalogue',
  /** Whether a table of contents names the page. */
  inToc: (path: FilePath): Topic => `inToc ${path}`,
  file: (path: FilePath): Topic => `file ${path.toLowerCase()}`,
  /** Any content of the page. */
  page: (path: FilePath): Topic => `page ${path}`,
  anchors: (path: FilePath): Topic => `anchors ${path}`,
  task: (id: string): Topic => `task ${id}`,
  entry: (id: string): Topic => `entry ${id}`,
  /** A page and its translations. */
  group: (key: string): Topic => `group ${key}`,
  title: (folder: FilePath | undefined, title: string): Topic => `title ${folder ?? ''} ${title}`,
  /** The languages of the pages in a folder. */
  folder: (path: FilePath | undefined): Topic => `folder ${path ?? ''}`,
  /** The front matter of all pages. */
  allFields: 'allFields',
  /** The links to the home page on the pages in a folder. */
  homeLinks: (folder: FilePath | undefined): Topic => `homeLinks ${folder ?? ''}`,
  /** The front matter of the pages in a folder. */
  fields: (folder: FilePath | undefined): Topic => `fields ${folder ?? ''}`,
} as const;
