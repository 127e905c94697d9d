/** What travels in `Diagnostic.data`: all that code actions need, so that they are made from the request alone. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { z } from 'zod';

const position = z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() });
const edit = z.object({ range: z.object({ start: position, end: position }), newText: z.string() });
const state = { uri: z.string(), stamp: z.string().nullable() };

const diagnosticData = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('race'),
    ...state,
    rule: z.string(),
    position,
    rewrites: z.array(z.object({ title: z.string(), edits: z.array(edit) })),
    disableLine: edit,
    disableFile: edit,
    documentation: z.string().optional(),
  }),
  z.object({ kind: z.literal('step'), ...state, position }),
  z.object({ kind: z.literal('unused'), ...state, removal: edit.optional() }),
]);

export type DiagnosticData = z.infer<typeof diagnosticData>;

/** Undefined for a diagnostic that is not ours, or came without its data. */
export function dataOf(diagnostic: Diagnostic): DiagnosticData | undefined {
  return diagnosticData.safeParse(diagnostic.data).data;
}
