import { promises as fs } from "fs";
const PID = "/run/agent.pid";
function isRunning(pid: number) { try { process.kill(pid, 0); return true; } catch { return false; } }
export async function start() {
  const raw = await fs.readFile(PID, "utf8").catch(() => "");
  if (raw && isRunning(Number(raw))) throw new Error("already running");
  await fs.writeFile(PID, `${process.pid}`); // RACE
}
