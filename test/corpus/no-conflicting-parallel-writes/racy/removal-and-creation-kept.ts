import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function setRoles(userId: string, roles: string[]) {
  const cleared = prisma.userRole.deleteMany({ where: { userId } });
  const created = prisma.userRole.createMany({ data: roles.map((role) => ({ userId, role })) }); // RACE
  await Promise.all([cleared, created]);
}
