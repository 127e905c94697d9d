/** What the status item says. */

export interface Health {
  readonly state: 'starting' | 'ok' | 'warning' | 'error' | 'off';
  readonly busy: boolean;
  readonly message?: string;
}

/** What is known of the document in front. */
export interface LastCheck {
  readonly races: number;
  /** Milliseconds from the question to the answer. */
  readonly took: number;
  readonly at: Date;
}

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
}

export function describeStatus({ state, message }: Health, last: LastCheck | undefined): StatusText {
  switch (state) {
    case 'starting':
      return { text: 'Interleave', detail: 'starting', severity: 'information' };
    case 'off':
      return { text: 'Interleave: off', detail: 'switched off for this file', severity: 'information' };
    case 'error':
      return { text: 'Interleave has stopped', detail: message ?? '', severity: 'error' };
    case 'warning':
      return { text: describeRaces(last), detail: message ?? describeTime(last), severity: 'warning' };
    case 'ok':
      return { text: describeRaces(last), detail: describeTime(last), severity: 'information' };
  }
}

function describeRaces(last: LastCheck | undefined): string {
  if (!last) return 'Interleave';
  return last.races === 0 ? 'No races' : count(last.races, 'race');
}

function describeTime(last: LastCheck | undefined): string {
  return last ? `checked at ${last.at.toLocaleTimeString()} in ${Math.round(last.took)} ms` : 'ready';
}

/** "1 race", "2 races", "3 accesses" */
export function count(number: number, noun: string): string {
  if (number === 1) return `1 ${noun}`;
  return `${number} ${noun}${noun.endsWith('s') ? 'es' : 's'}`;
}
