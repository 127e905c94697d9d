import { PrismaClient } from '@prisma/client';
import { probe } from './probe.js';

const prisma = new PrismaClient();

export async function probeAll(clusterId: string, nodes: string[]): Promise<void> {
  for (const node of nodes) {
    probe(node).then(async (state) => {
      await prisma.cluster.update({ where: { id: clusterId }, data: { state } }); // RACE
    });
  }
}
