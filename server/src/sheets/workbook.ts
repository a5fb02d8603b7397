import { defineMessages } from '../messages/index.js';
import { formOf, type Epoch, type NumberForm } from './number-text.js';
import { MAX_SHARED, MAX_SHEETS, tooManySheets, tooManyStyles, tooManyTexts } from './limits.js';
import { SheetError } from './sheet-error.js';
import { attributeNamed, visitXml } from './xml.js';
import { unescapeText } from './xlsx-text.js';
import type { ZipFile } from './zip-file.js';

const texts = defineMessages('workbook', {
  notWorkbook: "The file isn't an Excel workbook (.xlsx)",
});

/** The data that the cells of all sheets refer to. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly epoch: Epoch;
  /** The texts that cells refer to by number. */
  readonly strings: readonly string[];
  /** The number format of a cell, by the number of its style. */
  readonly forms: readonly NumberForm[];
}

export interface SheetPart {
  readonly name: string;
  /** Where its cells are in the archive. */
  readonly path: string;
}

/** Reads everything except the cells. Throws a `SheetError` if the archive doesn't contain a workbook. */
export function readWorkbook(zip: ZipFile): Workbook {
  const path = readRelations(zip, '').find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const source = zip.textOf(path);
  if (source === undefined) throw new SheetError(texts.notWorkbook);
  const relations = readRelations(zip, path);
  const textOf = (kind: string): string | undefined => {
    const part = relations.find((relation) => relation.kind === kind);
    return part === undefined ? undefined : zip.textOf(part.path);
  };
  return {
    ...readSheets(source, relations),
    strings: readStrings(textOf('sharedStrings')),
    forms: readForms(textOf('styles')),
  };
}

interface Relation {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  /** Its target in the archive. */
  readonly path: string;
}

/** The relations of the part at `path`; the archive itself is the part without a path. */
function readRelations(zip: ZipFile, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const source = zip.textOf(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (source === undefined) return relations;
  visitXml(source, {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name === 'Relationship')
        relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(Target, folder) });
    },
  });
  return relations;
}

function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The sheets with cells, in the order of their tabs. Sheets that are charts are skipped. */
function readSheets(source: string, relations: readonly Relation[]): Pick<Workbook, 'sheets' | 'epoch'> {
  const paths = new Map(relations.filter(({ kind }) => kind === 'worksheet').map(({ id, path }) => [id, path]));
  const sheets: SheetPart[] = [];
  let epoch: Epoch = 1900;
  visitXml(source, {
    open(name, attributes) {
      const path = name === 'sheet' ? paths.get(attributeNamed(attributes, 'id') ?? '') : undefined;
      if (path !== undefined && sheets.push({ name: unescapeText(attributes['name'] ?? ''), path }) > MAX_SHEETS)
        throw tooManySheets();
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) epoch = 1904;
    },
  });
  return { sheets, epoch };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function readStrings(source: string | undefined): string[] {
  const strings: string[] = [];
  if (source === undefined) return strings;
  const reader = new RichText();
  visitXml(source, {
    open: (name) => reader.open(name),
    text: (text) => reader.text(text),
    close(name) {
      reader.close(name);
      if (name === 'si' && strings.push(reader.take()) > MAX_SHARED) throw tooManyTexts();
    },
  });
  return strings;
}

/** Collects a text that is split into pieces with different fonts. */
export class RichText {
  #text = '';
  #inText = false;
  #inReading = false;

  open(name: string): void {
    if (name === 't') this.#inText = true;
    // The phonetic reading of a Japanese word is stored next to it, and isn't part of the cell.
    else if (name === 'rPh') this.#inReading = true;
  }

  text(text: string): void {
    if (this.#inText && !this.#inReading) this.#text += text;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inReading = false;
  }

  /** The text so far. The next text starts empty. */
  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    return text;
  }
}

function readForms(source: string | undefined): NumberForm[] {
  const codes = new Map<number, string>();
  const forms: NumberForm[] = [];
  let inCellStyles = false;
  if (source === undefined) return forms;
  visitXml(source, {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (
        name === 'xf' &&
        inCellStyles &&
        forms.push(formOf(Number(numFmtId), codes.get(Number(numFmtId)))) > MAX_SHARED
      )
        throw tooManyStyles();
      if (codes.size > MAX_SHARED) throw tooManyStyles();
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return forms;
}
