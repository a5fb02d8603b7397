import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';

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

/** The connection. Each request that is registered on it is added to `registered`. */
function remembering(connection: Connection, registered: Disposable[]): Connection {
  const onRequest = (...args: Parameters<Connection['onRequest']>): Disposable => {
    const handler = connection.onRequest(...args);
    registered.push(handler);
    return handler;
  };
  return Object.create(connection, { onRequest: { value: onRequest } }) as Connection;
}
