/** Functions that are handed over to be called again and again: handlers of events, requests, messages and times. */
import type { CallInstruction, FunctionForm, Program } from '../../lower/program.js';

/** Methods and functions that take a handler. A guess by name, made here and nowhere else. */
const REGISTERS =
  /^(?:on|addListener|addEventListener|subscribe|consume|process|get|post|put|patch|delete|all|use|route|handle|handler|command|action|tool|registerTool|addTool|setRequestHandler|createServer|serve|setInterval|schedule|watch|observe|listen|work|define|every|receive|addHandler|setHandler|loader)$/u;
/** Classes whose objects call it for each job, message or time. */
const WORKERS = /^(?:Worker|Cron\w*|Consumer|Server|\w*Observer|McpServer)$/u;
/** Names of options that hold a handler. */
const HANDLERS =
  /^(?:handler|callback|execute|eachMessage|eachBatch|fetch|resolve|on[A-Z]\w*|(?:handle|process|run)(?:[A-Z]\w*)?|subscribe|consume)$/u;

/** The functions of a program that are handed over as handlers where they are written. */
export function handlersOf(program: Program): ReadonlySet<FunctionForm> {
  const handlers = new Set<FunctionForm>();
  for (const form of program.functions) {
    for (const call of form.calls) {
      const name = nameOf(call, program);
      const isTaken = (call.construct ? WORKERS : REGISTERS).test(name);
      for (const { value } of call.arguments) {
        const given = program.definitions[value];
        if (given?.op === 'closure' && isTaken) handlers.add(given.form);
        if (given?.op !== 'object') continue;
        for (const entry of given.entries) {
          const closure = program.definitions[entry.value];
          const isNamed =
            entry.kind === 'property' && 'name' in entry.property && HANDLERS.test(entry.property.name);
          if (closure?.op === 'closure' && isNamed) handlers.add(closure.form);
        }
      }
    }
  }
  return handlers;
}

function nameOf({ callee }: CallInstruction, program: Program): string {
  if (callee.kind === 'member') return 'name' in callee.property ? callee.property.name : '';
  const loaded = callee.kind === 'value' ? program.definitions[callee.value] : undefined;
  return loaded?.op === 'load' ? loaded.variable.name : '';
}
