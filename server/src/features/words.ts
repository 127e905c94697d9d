/** How a race is said: in related information, in a hover, in a message. */
import type { RaceReport, RaceStep } from '../protocol.js';

type Step = Pick<RaceStep, 'execution' | 'action' | 'text' | 'value' | 'loses'>;

/** "reads `hits` → 5" */
export function describeAction({ action, text, value }: Step): string {
  return value === undefined ? text : `${text} ${action === 'write' ? '←' : '→'} ${value}`;
}

/** "A writes `hits` ← 6: B's update is lost" */
export function describeStep(step: Step): string {
  const loss = describeLoss(step);
  return `${step.execution} ${describeAction(step)}${loss === undefined ? '' : `: ${loss}`}`;
}

/** What a step destroys; undefined where it destroys nothing. */
export function describeLoss({ execution, loses }: Step): string | undefined {
  return loses ? `${execution === 'A' ? 'B' : 'A'}'s update is lost` : undefined;
}

/** The sentence of a report that stands alone. */
export function firstSentence(message: string): string {
  return /^.+?\.(?=\s+[\p{Lu}`]|$)/su.exec(message)?.[0] ?? message;
}

/** All of it, for a client that shows plain text. */
export function tellRace({ message, steps }: Pick<RaceReport, 'message' | 'steps'>): string {
  const lines = steps.map(
    (step, index) => `${index + 1}. line ${step.location.range.start.line + 1}: ${describeStep(step)}`,
  );
  return [message, ...lines].join('\n');
}
