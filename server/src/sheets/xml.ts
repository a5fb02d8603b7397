import { SaxesParser } from 'saxes';
import { defineMessages } from '../messages/index.js';
import { MAX_XML_ATTRIBUTES, MAX_XML_DEPTH, tooDeepXml } from './limits.js';
import { SheetError } from './sheet-error.js';

const texts = defineMessages('xml', {
  notXml: "The file is damaged: a part of it isn't XML",
  doctype: {
    text: "The file isn't a valid Excel workbook: a part of it declares a document type",
    note: 'A document type declaration (DOCTYPE) in XML.',
  },
});

/** The events of an XML text, in order. Names don't include namespace prefixes. */
export interface XmlVisitor {
  readonly open?: (name: string, attributes: Attributes) => void;
  /** A piece of text; a text can be split into several pieces. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** The attributes of an element by their names in the source. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * Parses `source` from start to end. Definitions and references aren't resolved.
 *
 * Throws a `SheetError` if it isn't well-formed, or takes more memory than a workbook needs.
 */
export function visitXml(source: string, { open, text, close }: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw new SheetError(texts.notXml, { cause: error });
  });
  parser.on('doctype', () => {
    throw new SheetError(texts.doctype);
  });
  // The parser keeps all open elements and all attributes of the current element, and a small file can have millions of
  // either.
  let depth = 0;
  let attributes = 0;
  parser.on('opentagstart', () => {
    attributes = 0;
    if (++depth > MAX_XML_DEPTH) throw tooDeepXml();
  });
  parser.on('attribute', () => {
    if (++attributes > MAX_XML_ATTRIBUTES) throw tooDeepXml();
  });
  parser.on('closetag', (tag) => {
    depth--;
    close?.(withoutPrefix(tag.name));
  });
  if (open !== undefined) parser.on('opentag', (tag) => open(withoutPrefix(tag.name), tag.attributes));
  if (text !== undefined) parser.on('text', text);
  if (text !== undefined) parser.on('cdata', text);
  parser.write(source).close();
}

/** The attribute with this name, regardless of its prefix. */
export function attributeNamed(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((candidate) => withoutPrefix(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
