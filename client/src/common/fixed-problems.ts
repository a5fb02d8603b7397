import { commands, languages, workspace, type Disposable, type TextDocument } from 'vscode';

/** Context key for the walkthrough: a page has fewer problems after a change, so its author has fixed one. */
const hasFixedProblemKey = 'playbook.hasFixedProblem';

interface Seen {
  readonly version: number;
  readonly problems: number;
}

/** Watches the problems of open pages until one of them is fixed. */
export function watchFixedProblems(): Disposable {
  const seen = new WeakMap<TextDocument, Seen>();
  const listener = languages.onDidChangeDiagnostics(({ uris }) => {
    const changed = new Set(uris.map(String));
    for (const document of workspace.textDocuments.filter(({ uri }) => changed.has(uri.toString()))) {
      const before = seen.get(document);
      const now: Seen = { version: document.version, problems: problemsOf(document) };
      seen.set(document, now);
      // Without a change of the page, its problems are gone because the server or the settings changed.
      if (before === undefined || now.problems >= before.problems || now.version === before.version) continue;
      void commands.executeCommand('setContext', hasFixedProblemKey, true);
      listener.dispose();
    }
  });
  return listener;
}

function problemsOf({ uri }: TextDocument): number {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'playbook').length;
}
