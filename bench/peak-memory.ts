import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const sampledMs = 20;

/** Watches how much memory this process holds; `stop` answers with the most there was beyond the beginning, in bytes. */
export function watchMemory(): { stop(): number } {
  globalThis.gc?.();
  const forgot = forgetPeak();
  const before = process.memoryUsage().rss;
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const watch = setInterval(look, sampledMs);
  return {
    stop: () => {
      clearInterval(watch);
      look();
      return Math.max(most, forgot ? peak() : 0) - before;
    },
  };
}

/** Linux keeps the peak of a process and forgets it on demand; elsewhere only samples tell, which can miss a short one. */
function forgetPeak(): boolean {
  if (!existsSync('/proc/self/clear_refs')) return false;
  writeFileSync('/proc/self/clear_refs', '5');
  return true;
}

function peak(): number {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
