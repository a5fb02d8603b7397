import {
  asFilePath,
  createLinter,
  allRules,
  folderOf,
  IndexReader,
  isPlaybook,
  isTocName,
  nameOf,
  parsePlaybook,
  readDocset,
  readToc,
  builtInVocabulary,
  summarize,
  WorkspaceIndex,
  type FilePath,
  type LintConfig,
  type Problem,
  type Rule,
} from '../../server/src/core/index.js';
import { TODAY } from './lint.js';
import { printProblems } from './print-problems.js';

/** The files of a small workspace by path, written as one text: before each file a line `==> path/of/file.md <==`. */
export type FileTexts = ReadonlyMap<string, string>;

const MARK = /^==> (\S.*?) <==\r?\n/m;
const ROOT = asFilePath('file:///workspace');

export function isWorkspaceText(text: string): boolean {
  return text.startsWith('==> ');
}

/** Reads `==> a.md <==` and what stands below, up to the next mark. */
export function filesIn(text: string): FileTexts {
  const [, ...parts] = text.split(MARK);
  const files = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) files.set(parts[index] ?? '', parts[index + 1] ?? '');
  return files;
}

export function printFiles(files: FileTexts): string {
  return [...files].map(([path, text]) => `==> ${path} <==\n${text}`).join('');
}

/** The index of these files, as the workspace would build it. */
export function indexOf(files: FileTexts): WorkspaceIndex {
  const index = new WorkspaceIndex();
  index.setRoots([ROOT]);
  index.changeFiles([...files.keys()].map(pathOf), []);
  for (const [name, text] of files) {
    const path = pathOf(name);
    if (nameOf(path) === 'docfx.json') index.setDocsets([readDocset(folderOf(path) ?? ROOT, text)]);
    else if (isTocName(nameOf(path))) index.setToc(path, readToc(path, text));
    else if (/\.md$/i.test(path)) index.setPage(path, summarize(path, parsePlaybook({ uri: path, text })));
  }
  return index;
}

export function pathOf(name: string): FilePath {
  return asFilePath(`${ROOT}/${name}`);
}

/** The problems of every file, by its path in the text. Fails when a rule throws. */
export function lintFiles(
  files: FileTexts,
  rules: readonly Rule[] = allRules,
  config: LintConfig = { rules: new Map() },
): Map<string, readonly Problem[]> {
  const index = indexOf(files);
  const linter = createLinter(rules, allRules);
  const found = new Map<string, readonly Problem[]>();
  for (const [name, text] of files) {
    const path = pathOf(name);
    const toc = index.tocs.get(path);
    const summary = index.pages.get(path);
    const reader = new IndexReader(index);
    if (toc !== undefined)
      found.set(
        name,
        orThrow(linter.lintToc({ toc, index: reader, config, vocabulary: builtInVocabulary, today: TODAY })),
      );
    const playbook = summary === undefined ? undefined : parsePlaybook({ uri: path, text });
    if (summary === undefined || playbook === undefined || !isPlaybook(playbook)) continue;
    found.set(name, orThrow(linter.lint({ playbook, config, today: TODAY, surroundings: { summary, index: reader } })));
  }
  return found;
}

function orThrow({
  problems,
  failures,
}: {
  readonly problems: readonly Problem[];
  readonly failures: readonly { readonly ruleId: string; readonly error: unknown }[];
}): readonly Problem[] {
  for (const { ruleId, error } of failures) throw new Error(`${ruleId} threw`, { cause: error });
  return problems;
}

/** What was found, file by file, for a `*.expected.txt`. */
export function printFound(files: FileTexts, found: ReadonlyMap<string, readonly Problem[]>): string {
  const textOf = (path: string): string => files.get(path.slice(ROOT.length + 1)) ?? '';
  return [...found]
    .filter(([, problems]) => problems.length > 0)
    .map(([name, problems]) => `==> ${name} <==\n${printProblems(files.get(name) ?? '', problems, textOf)}`)
    .join('');
}
