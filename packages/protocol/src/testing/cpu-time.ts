/** How long this process was busy with `run`, whatever else the machine was doing. Milliseconds. */
export function cpuTimeMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
