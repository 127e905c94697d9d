/** `initializationOptions` and later changes of them, checked by a schema. */
import { z } from 'zod';

const options = z.object({
  isTrusted: z.boolean().default(true),
  level: z.enum(['recommended', 'strict']).default('recommended'),
  useESLintConfig: z.boolean().default(true),
  companion: z.boolean().default(false),
  workspaceDiagnostics: z.boolean().default(false),
  explainCommand: z.string().optional(),
  reasonCommand: z.string().optional(),
  status: z.boolean().default(false),
});

export type Options = z.infer<typeof options>;

export interface ParsedOptions {
  readonly options: Options;
  /** What does not fit; the options are then as they were. */
  readonly problem?: string;
}

/** Reads options over those that hold so far: what is not given stays as it is. */
export function parseOptions(given: unknown, before?: Options): ParsedOptions {
  const fallback = before ?? options.parse({});
  const changes = typeof given === 'object' && given !== null ? given : {};
  const parsed = options.safeParse({ ...before, ...changes });
  if (parsed.success) return { options: parsed.data };
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return { options: fallback, problem: `Interleave's options do not fit: ${places.join('; ')}` };
}
