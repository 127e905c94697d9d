/** How the value that a node returns for a channel comes from what the channel holds. */
import type { Temp } from '../../lower/program.js';
import type { ChannelUpdate } from '../../race.js';
import type { Origins } from '../../resources/origins.js';

/** Expressions are followed so deep. */
const MAX_DEPTH = 12;

export function howUpdates(
  value: Temp,
  channel: string,
  state: Temp | undefined,
  origins: Origins,
): ChannelUpdate['how'] {
  const reading = new DeltaReading(channel, state, origins);
  if (reading.holdsAll(value)) return 'whole';
  return reading.mentions(value, 0) ? 'changed' : 'delta';
}

class DeltaReading {
  constructor(
    private readonly channel: string,
    private readonly state: Temp | undefined,
    private readonly origins: Origins,
  ) {}

  /** `[...state.items, x]`, `state.items.concat(x)`, `state.count + 1`, or what the channel holds by itself. */
  holdsAll(value: Temp, depth = 0): boolean {
    if (depth > MAX_DEPTH) return false;
    return this.origins.of(value).some((made) => {
      switch (made.op) {
        case 'array':
          return made.elements.some((element) => element.spread && this.isChannel(element.value));
        case 'call':
          return (
            made.callee.kind === 'member' &&
            this.origins.methodName(made) === 'concat' &&
            (this.isChannel(made.callee.object) ||
              made.arguments.some((argument) => this.isChannel(argument.value)))
          );
        case 'compute':
          return made.operator === '+' && made.operands.some((operand) => this.isChannel(operand));
        default:
          return this.isChannel(made.to);
      }
    });
  }

  mentions(value: Temp, depth: number): boolean {
    if (depth > MAX_DEPTH || this.isChannel(value)) return true;
    const inner = (each: Temp): boolean => this.mentions(each, depth + 1);
    return this.origins.of(value).some((made) => {
      switch (made.op) {
        case 'array':
          return made.elements.some((element) => inner(element.value));
        case 'object':
          return made.entries.some((entry) => inner(entry.value));
        case 'compute':
          return made.operands.some(inner);
        case 'call':
          return made.callee.kind === 'member' && inner(made.callee.object);
        case 'get':
          return inner(made.object);
        default:
          return false;
      }
    });
  }

  /** `state.items`, and `items` of `({ items }) => …`. */
  private isChannel(temp: Temp): boolean {
    return this.origins
      .of(temp)
      .some(
        (made) =>
          made.op === 'get' &&
          'name' in made.property &&
          made.property.name === this.channel &&
          this.origins.of(made.object).some(({ to }) => to === this.state),
      );
  }
}
