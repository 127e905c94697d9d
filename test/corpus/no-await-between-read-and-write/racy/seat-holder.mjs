export function createHall(tickets) {
  let sold = { count: 0, last: null };

  return async function sell(name) {
    const number = sold.count + 1;
    const ticket = await tickets.print(name, number);
    sold = { count: number, last: ticket }; // RACE
    return ticket;
  };
}
