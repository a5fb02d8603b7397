import * as z from 'zod/mini';

/** The schema as JSON Schema, as short as possible: it is part of what a model reads. */
export function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...converted } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: part }) => {
      // Every integer has these limits.
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
    },
  });
  return converted as Record<string, unknown>;
}
