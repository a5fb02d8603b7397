import { textSink, type TextSink } from './text-sink.js';

/**
 * A stream of the process. Each write waits until the data is written, so a slow pipe loses nothing. `onFailure` gets
 * the error if writing fails.
 */
export function sinkOf(stream: NodeJS.WriteStream, onFailure: (error: Error) => void): TextSink {
  // A reader that stops reading (`| head`) isn't an error.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') onFailure(error);
  });
  return textSink(
    (stream.isTTY as boolean | undefined) === true,
    (text) => new Promise((done) => stream.write(text, () => done())),
  );
}

export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
