// A bus of hardware registers, not a store of keys
interface Bus {
  read(register: number): Promise<number>;
  write(register: number, value: number): Promise<void>;
}

export async function enable(bus: Bus, register: number, bit: number): Promise<void> {
  const value = await bus.read(register);
  await bus.write(register, value | (1 << bit));
}
