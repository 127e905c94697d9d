import type { Socket } from 'socket.io';

interface Player {
  id: string;
  chips: number;
}

export class Table {
  private players = new Map<string, Player>();

  constructor(private readonly verifyBet: (id: string, chips: number) => Promise<boolean>) {}

  seat(socket: Socket, chips: number) {
    const player: Player = { id: socket.id, chips };
    this.players.set(player.id, player);
    socket.on('bet', (amount: number) => void this.bet(player.id, amount));
  }

  async bet(id: string, amount: number) {
    const player = this.players.get(id);
    if (!player || player.chips < amount) return false;
    if (!(await this.verifyBet(id, amount))) return false;
    player.chips -= amount; // RACE
    return true;
  }
}
