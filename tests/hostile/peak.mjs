// Preloaded into the command: its peak memory in KiB and its processor time in seconds are the last
// line that it writes to stderr.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`\npeak ${maxRSS} cpu ${(userCPUTime + systemCPUTime) / 1e6}\n`);
});
