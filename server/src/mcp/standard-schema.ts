import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type * as z from 'zod/mini';
import { jsonSchema } from '../agent-tools/json-schema.js';

/** The schema as the SDK needs it: the small variant of Zod has no conversion to JSON Schema by itself. */
export function standardSchema(schema: z.ZodMiniType): StandardSchemaWithJSON<unknown, unknown> {
  return {
    '~standard': {
      ...schema['~standard'],
      jsonSchema: { input: () => jsonSchema(schema, 'input'), output: () => jsonSchema(schema, 'output') },
    },
  };
}
