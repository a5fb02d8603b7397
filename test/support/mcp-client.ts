import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { root } from './project.js';

export const cli = join(root, 'dist/cli.js');
/** Why tests of the shipped program are skipped; `false` where they run. */
export const notBuilt = !existsSync(cli) && 'dist/ is not built';

/** The result of a call as an agent gets it. */
export interface AgentResult {
  readonly isError: boolean;
  readonly text: string;
  // Tests name the parts that they expect.
  readonly data: Readonly<Record<string, unknown>>;
}

/** An agent: the client of the SDK, and the server that ships in a process of its own. */
export class AgentClient {
  readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  static async start(folders: readonly string[], options: { readonly cwd?: string } = {}): Promise<AgentClient> {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [cli, '--mcp', ...folders],
        stderr: 'pipe',
        ...options,
      }),
    );
    return new AgentClient(client);
  }

  async call(name: string, input: Record<string, unknown> = {}): Promise<AgentResult> {
    const { content, structuredContent, isError } = await this.client.callTool({ name, arguments: input });
    const texts = content.map((part) => (part.type === 'text' ? part.text : ''));
    return {
      isError: isError === true,
      text: texts.join('\n'),
      data: (structuredContent ?? {}) as AgentResult['data'],
    };
  }

  stop(): Promise<void> {
    return this.client.close();
  }
}
