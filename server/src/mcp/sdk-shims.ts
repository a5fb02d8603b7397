/**
 * What the SDK takes from `@modelcontextprotocol/server/_shims`, without its validator of JSON Schema, which is a third of
 * dist/mcp.js and only checks forms that a tool has the user fill in. No tool does. See esbuild.js.
 */
export { default as process } from 'node:process';

export class DefaultJsonSchemaValidator {
  getValidator(): never {
    throw new Error('Forms are not supported');
  }
}
