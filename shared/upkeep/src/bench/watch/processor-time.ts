import { readFile, readdir } from 'node:fs/promises';

/** Milliseconds of processor time that a process and all its children have used. Linux alone tells. */
export async function processorTime(pid: number): Promise<number> {
  const family = await descendantsOf(pid);
  const times = await Promise.all([pid, ...family].map((each) => ownTime(each)));
  return times.reduce((sum, time) => sum + time, 0);
}

/** What a process holds in memory, in MiB. */
export async function residentMebibytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

async function ownTime(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const spent = threads.map(async (thread) => {
    const [nanoseconds] = (await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8')).split(
      ' ',
    );
    return Number(nanoseconds) / 1e6;
  });
  return (await Promise.all(spent)).reduce((sum, time) => sum + time, 0);
}

async function descendantsOf(pid: number): Promise<number[]> {
  const children = await childrenOf(pid);
  const deeper = await Promise.all(children.map((child) => descendantsOf(child)));
  return [...children, ...deeper.flat()];
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8'));
  return (await Promise.all(lists)).flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
