import { promises as fs } from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

const STORE = process.env.GRAPH_FILE ?? path.join(path.dirname(fileURLToPath(import.meta.url)), 'graph.jsonl');

interface Node {
  name: string;
  notes: string[];
}
interface Graph {
  nodes: Node[];
}

export class GraphStore {
  private async loadGraph(): Promise<Graph> {
    try {
      const lines = (await fs.readFile(STORE, 'utf-8')).split('\n').filter((line) => line.trim() !== '');
      return lines.reduce(
        (graph: Graph, line) => {
          graph.nodes.push(JSON.parse(line) as Node);
          return graph;
        },
        { nodes: [] },
      );
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { nodes: [] };
      throw error;
    }
  }

  private async saveGraph(graph: Graph): Promise<void> {
    await fs.writeFile(STORE, graph.nodes.map((node) => JSON.stringify(node)).join('\n'));
  }

  async addNodes(nodes: Node[]): Promise<Node[]> {
    const graph = await this.loadGraph();
    const fresh = nodes.filter((node) => !graph.nodes.some((known) => known.name === node.name));
    graph.nodes.push(...fresh);
    await this.saveGraph(graph); // RACE
    return fresh;
  }

  async forget(names: string[]): Promise<void> {
    const graph = await this.loadGraph();
    graph.nodes = graph.nodes.filter((node) => !names.includes(node.name));
    await this.saveGraph(graph); // RACE
  }
}
