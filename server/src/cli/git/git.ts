/** The result of a Git command. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

/**
 * Runs Git in a folder with these arguments, without a shell. `input`: its standard input. Rejects with a Node error if
 * Git can't be started.
 */
export type Git = (args: readonly string[], folder: string, input?: string) => Promise<GitResult>;
