import {
  isPlaybook,
  LineMap,
  parsePlaybook,
  readToc,
  updatePlaybook,
  type EffectiveConfig,
  type Playbook,
} from '../core/index.js';
import type { PageConfig } from './config-store.js';
import { filePathOf } from './file-uris.js';
import type { OpenDocument } from './open-documents.js';
import type { PageChecker } from './page-checker.js';
import type { Snapshot } from './snapshot.js';
import { isTocFile, type Uri } from './uris.js';
import type { WorkspaceIndexer } from './workspace-indexer.js';

/** Reads open documents, and puts what other pages can see of them into the index. */
export class SnapshotReader {
  readonly #indexer: WorkspaceIndexer;
  readonly #checker: PageChecker;

  constructor(indexer: WorkspaceIndexer, checker: PageChecker) {
    this.#indexer = indexer;
    this.#checker = checker;
  }

  /** The snapshot of the document: the same object until something in it changes. */
  read(uri: Uri, document: OpenDocument, { config, path: relative }: PageConfig): Snapshot {
    if (document.state === 'deleted') return withoutConfig(uri, document, 'deleted');
    const path = filePathOf(uri);
    if (config.isIgnored(relative)) {
      if (document.state === 'shown') this.#indexer.leaveOutPage(path);
      return withoutConfig(uri, document, 'ignored');
    }
    const effective = config.configFor(relative);
    const { snapshot: last, text } = document;
    if (last?.text === text && last.config === effective && this.#isInIndex(last, document)) return last;
    if (isTocFile(uri)) return this.#readToc(uri, document, effective);
    const isIncluded = config.isIncluded(relative);
    const result = this.#checker.precheck(uri, text, effective, isIncluded);
    if (result !== undefined) {
      if (document.state === 'shown') this.#indexer.leaveOutPage(path);
      return { ...withoutConfig(uri, document, result.kind, result.lines), config: effective, result };
    }
    const playbook = parseAgain(last?.playbook, uri, text, effective);
    const summary =
      this.#indexer.isReady && document.state === 'shown' ? this.#indexer.takePage(path, playbook) : undefined;
    const kind = isIncluded || isPlaybook(playbook) ? 'playbook' : 'foreign';
    const { lines } = playbook;
    return { kind, uri, path, text, lines, config: effective, playbook, summary, toc: undefined, result: undefined };
  }

  #readToc(uri: Uri, document: OpenDocument, config: EffectiveConfig): Snapshot {
    const path = filePathOf(uri);
    const { text, state } = document;
    const toc = readToc(path, text);
    if (state === 'shown') this.#indexer.takeToc(path, toc);
    return { ...withoutConfig(uri, document, 'toc', toc.lines), config, toc };
  }

  /** Whether the index still contains what the snapshot says. */
  #isInIndex({ path, kind, summary, text, result }: Snapshot, { state }: OpenDocument): boolean {
    if (state !== 'shown' || !this.#indexer.isReady) return summary === undefined;
    if (!this.#indexer.index.isInWorkspace(path)) return true;
    if (kind === 'toc') return this.#indexer.index.tocs.get(path)?.text === text;
    const known = this.#indexer.index.pages.get(path);
    return result === undefined ? known !== undefined && known === summary : known === undefined;
  }
}

/** A document of which only the text is known. */
export function withoutConfig(
  uri: Uri,
  { text, snapshot: last }: OpenDocument,
  kind: Snapshot['kind'],
  lines?: LineMap,
): Snapshot {
  if (last?.kind === kind && last.text === text && last.config === undefined) return last;
  return {
    kind,
    uri,
    path: filePathOf(uri),
    text,
    lines: lines ?? LineMap.of(text),
    config: undefined,
    playbook: undefined,
    summary: undefined,
    toc: undefined,
    result: undefined,
  };
}

/** The page: the same object until its text or the words of the dialect change. */
function parseAgain(last: Playbook | undefined, uri: string, text: string, { vocabulary }: EffectiveConfig): Playbook {
  return last?.vocabulary === vocabulary ? updatePlaybook(last, text) : parsePlaybook({ uri, text }, vocabulary);
}
