// A file for speedscope.app: each group is one stack, as wide as it has goroutines.
import type { Report } from "../types.ts";

export function renderSpeedscope(reports: Report[]): string {
  const frames: { name: string; file: string; line: number }[] = [];
  const known = new Map<string, number>();
  const indexOf = (func: string, file: string, line: number) => {
    const key = `${func}\0${file}\0${line}`;
    let index = known.get(key);
    if (index === undefined) {
      index = frames.length;
      known.set(key, index);
      frames.push({ name: func, file, line });
    }
    return index;
  };
  const profiles = reports.map((report) => {
    const samples = report.groups.map((group) =>
      // The root comes first: the creator, then the outermost frame.
      [
        ...(group.createdBy
          ? [
              indexOf(
                `created by ${group.createdBy.func}`,
                group.createdBy.file,
                group.createdBy.line,
              ),
            ]
          : []),
        ...group.frames.toReversed().map(({ func, file, line }) => indexOf(func, file, line)),
      ],
    );
    const weights = report.groups.map((group) => group.count);
    const name = report.inputs.at(-1)?.name ?? "goroutines";
    const endValue = weights.reduce((sum, weight) => sum + weight, 0);
    return { type: "sampled", name, unit: "none", startValue: 0, endValue, samples, weights };
  });
  const file = {
    $schema: "https://www.speedscope.app/file-format-schema.json",
    exporter: `gowhy ${reports[0]?.tool.version ?? ""}`.trim(),
    name: profiles[0]?.name ?? "goroutines",
    activeProfileIndex: 0,
    shared: { frames },
    profiles,
  };
  return `${JSON.stringify(file)}\n`;
}
