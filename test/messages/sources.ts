import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../support/project.js';

/** A source file of the product, parsed. */
export interface Source {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly tree: ts.SourceFile;
}

/** The product's own code: everything whose texts people read. */
export function sources(): Source[] {
  return ['server/src', 'client'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => ({
        file,
        tree: ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true),
      })),
  );
}

/** Every node below `node`, and `node` itself, in source order. `enter` decides whether the nodes below are included. */
export function* nodesIn(node: ts.Node, enter: (node: ts.Node) => boolean = () => true): Generator<ts.Node> {
  yield node;
  if (!enter(node)) return;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesIn(child, enter);
}

/** `file:line`, for messages. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
