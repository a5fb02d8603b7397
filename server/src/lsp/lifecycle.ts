import {
  ErrorCodes,
  ResponseError,
  type Connection,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';

/**
 * Holds a connection to the order that the protocol asks for: one `initialize` first, and nothing after `shutdown`. What
 * `initialize` is given registers the requests that are answered in between, on the connection that it is handed.
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
    // The library passes on what is no result.
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
  // Whatever nobody has registered.
  connection.onRequest((method) =>
    state === 'running' ? new ResponseError<void>(ErrorCodes.MethodNotFound, `Unhandled method ${method}`) : refused(),
  );
  connection.listen();
}

/** The connection, with each request that is registered on it put into `registered`. */
function remembering(connection: Connection, registered: Disposable[]): Connection {
  const onRequest = (...args: Parameters<Connection['onRequest']>): Disposable => {
    const handler = connection.onRequest(...args);
    registered.push(handler);
    return handler;
  };
  return Object.create(connection, { onRequest: { value: onRequest } }) as Connection;
}
