// Checks the links of all pages in a folder with VS Code's Markdown service, and prints how many problems it finds:
//
//   node check-links.mjs FOLDER
import MarkdownIt from 'markdown-it';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLanguageService, DiagnosticLevel, githubSlugifier, LogLevel } from 'vscode-markdown-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';

const folder = process.argv[2] ?? '.';
const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
const noEvent = () => ({ dispose: () => undefined });
const markdown = new MarkdownIt({ html: true });
const parser = {
  slugifier: githubSlugifier,
  tokenize: (document) => Promise.resolve(markdown.parse(document.getText(), {})),
};

const documents = new Map(
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const path = join(folder, name);
      const uri = URI.parse(pathToFileURL(path).href).toString();
      return [uri, TextDocument.create(uri, 'markdown', 1, readFileSync(path, 'utf8'))];
    }),
);

const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: noEvent,
  onDidCreateMarkdownDocument: noEvent,
  onDidDeleteMarkdownDocument: noEvent,
  getAllMarkdownDocuments: () => Promise.resolve([...documents.values()]),
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  openMarkdownDocument: (uri) => Promise.resolve(documents.get(uri.toString())),
  stat: (uri) => Promise.resolve(statOf(uri)),
  readDirectory: (uri) =>
    Promise.resolve(
      readdirSync(uri.fsPath, { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    ),
};

function statOf(uri) {
  const found = statSync(uri.fsPath, { throwIfNoEntry: false });
  return found && { isDirectory: found.isDirectory() };
}

const service = createLanguageService({
  workspace,
  parser,
  logger: { level: LogLevel.Off, log: () => undefined },
});
const options = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.warning,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: [],
};
let problems = 0;
for (const document of documents.values())
  problems += (await service.computeDiagnostics(document, options, never)).length;
console.log(`${problems} problems`);
