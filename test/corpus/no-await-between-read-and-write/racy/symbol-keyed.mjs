const kDepth = Symbol('depth');

export class Diver {
  [kDepth] = 0;

  get depth() {
    return this[kDepth];
  }

  async descend(sonar) {
    this[kDepth] += await sonar.distanceToFloor(); // RACE
  }

  surface() {
    this[kDepth] = 0;
  }
}
