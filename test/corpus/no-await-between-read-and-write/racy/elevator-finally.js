'use strict';

const { EventEmitter } = require('events');

class Elevator extends EventEmitter {
  constructor(motor) {
    super();
    this.motor = motor;
    this.trips = 0;
    this.on('call', (floor) => this.travel(floor));
    this.on('home', () => this.travel(0));
  }

  async travel(to) {
    const { trips } = this;
    try {
      await this.motor.moveTo(to);
      this.emit('arrived', to);
    } catch (error) {
      this.emit('stuck', error);
    } finally {
      this.trips = trips + 1; // RACE
    }
  }
}

module.exports = { Elevator };
