import type { TextEdit } from '../text/text-edit.js';
import type { FilePath } from '../workspace-index/file-path.js';

/** The edits of several files, each relative to the text in the index. */
export type FileEdits = ReadonlyMap<FilePath, readonly TextEdit[]>;

/** Collects edits; of two at the same place, the first is used. */
export class EditCollector {
  readonly byFile = new Map<FilePath, TextEdit[]>();

  add(path: FilePath, edit: TextEdit): void {
    const known = this.byFile.get(path);
    if (known === undefined) this.byFile.set(path, [edit]);
    else if (!known.some(({ span }) => span.start === edit.span.start)) known.push(edit);
  }
}
