import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { invalidInitialize, invalidParams } from './params.js';

/**
 * Enforces the order of messages that the protocol requires: one `initialize` first, and nothing after `shutdown`. The
 * handler of `initialize` registers the requests in between, on the connection that it receives.
 */
export function withLifecycle(
  connection: Connection,
  initialize: (connection: Connection, params: InitializeParams) => InitializeResult,
  shutdown: () => void,
): void {
  let state: 'new' | 'running' | 'ended' = 'new';
  const registered: Disposable[] = [];
  const refused = (): ResponseError<void> =>
    state === 'new'
      ? new ResponseError<void>(ErrorCodes.ServerNotInitialized, 'The first request must be "initialize"')
      : new ResponseError<void>(ErrorCodes.InvalidRequest, 'The server is shut down and accepts only "exit"');

  connection.onInitialize((params) => {
    // The library passes on results that aren't valid.
    if (state !== 'new')
      return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is already initialized') as never;
    const invalid = invalidInitialize(params);
    if (invalid !== undefined) return invalid as never;
    state = 'running';
    return initialize(remembering(connection, registered), params);
  });
  connection.onShutdown(() => {
    if (state !== 'running') return refused();
    state = 'ended';
    for (const request of registered) request.dispose();
    return shutdown();
  });
  // All requests that aren't registered.
  connection.onRequest((method) =>
    state === 'running' ? new ResponseError<void>(ErrorCodes.MethodNotFound, `Unhandled method ${method}`) : refused(),
  );
  connection.listen();
}

/** The connection. Each request that is registered on it is added to `registered`, and its parameters are checked. */
function remembering(connection: Connection, registered: Disposable[]): Connection {
  const onRequest = (
    type: string | { readonly method: string },
    handler: (params: unknown, ...more: unknown[]) => unknown,
  ): Disposable => {
    const method = typeof type === 'string' ? type : type.method;
    const checked = (...args: readonly unknown[]): unknown => {
      // Without parameters, only the token is passed on.
      const [params, ...more] = args.length < 2 ? [{}, ...args] : args;
      return invalidParams(method, params) ?? handler(params ?? {}, ...more);
    };
    const request = connection.onRequest(type as string, checked);
    registered.push(request);
    return request;
  };
  return Object.create(connection, { onRequest: { value: onRequest } }) as Connection;
}
