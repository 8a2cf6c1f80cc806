import { startStack, tireless } from "../stack.ts";
import { residentMb, withCpu } from "./cpu.ts";
import { gather, measureDevices, measureWrites } from "./writes.ts";
const root = process.argv[2];
const stack = await startStack({ env: tireless, ...(root && root !== "-" ? { root } : {}) });
try {
  await measureDevices(await gather(stack.url), 4);
  const crowd = await gather(stack.url);
  const { cpu } = await withCpu(stack, () => measureDevices(crowd, 12), ([f]) => f?.run.times.length ?? 1);
  let sum = 0;
  for (const { part, ms } of cpu) { sum += ms; console.log(part.padEnd(16), ms.toFixed(2)); }
  console.log("all", sum.toFixed(2), "memory", residentMb(stack).toFixed(0));
  if (process.argv[3]) for (const { name, run } of await measureWrites(stack.url)) { const t = run.times.toSorted((a, b) => a - b); console.log(name, t[Math.floor(t.length / 2)]?.toFixed(1), ((run.times.length * 1000) / run.totalMs).toFixed(0)); }
} finally { await stack.stop(); }
