// safe: the record is read under one id and another record is written, of the one that it names
import type { Redis } from 'ioredis';

interface Employee {
  id: string;
  managerId: string;
  email: string;
}

export async function index(redis: Redis, id: string): Promise<void> {
  const text = await redis.get(`employee:${id}`);
  if (!text) return;
  const employee = JSON.parse(text) as Employee;
  await redis.set(`employee:${employee.managerId}:report`, JSON.stringify(employee));
  await redis.set(`employee:${employee.email}`, JSON.stringify({ id: employee.id }));
}
