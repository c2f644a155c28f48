// gowhy causes, gowhy explain CAUSE: the catalogue in the terminal.
import { init } from "../wasm/engine.ts";
import { nearest } from "../wasm/options.ts";
import { Writer, wrap } from "../wasm/render/layout.ts";
import { readWords } from "./assets.ts";
import { colors, parsed, UsageError } from "./options.ts";
import { type Screen, terminal, write } from "./output.ts";

interface Cause {
  id: string;
  severity: string;
  title: string;
}

export async function listCauses(argv: string[]): Promise<number> {
  const { positionals } = parsed(argv, {});
  if (positionals.length > 0) {
    throw new UsageError("gowhy causes takes no words; gowhy explain CAUSE tells about one");
  }
  await write(await catalogue(), null);
  return 0;
}

/** All causes, one a line. */
export async function catalogue(): Promise<string> {
  const causes = await allCauses();
  const width = Math.max(0, ...causes.map(({ id }) => id.length));
  return causes
    .map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}\n`)
    .join("");
}

export async function explain(argv: string[]): Promise<number> {
  const { positionals, values } = parsed(argv, { color: { type: "string" } });
  const id = positionals[0];
  if (!id || positionals.length > 1) {
    throw new UsageError("name one cause: gowhy explain CAUSE; gowhy causes lists them");
  }
  const color = colors.find((one) => one === values.color) ?? "auto";
  await write(await explanation(id, terminal({ color, output: null })), null);
  return 0;
}

/** Throws a UsageError for an id that does not exist. */
export async function explanation(id: string, screen: Screen): Promise<string> {
  const causes = await allCauses();
  const cause = causes.find((one) => one.id === id);
  if (cause) return explained(cause, screen);
  const near = nearest(
    id,
    causes.map((one) => one.id),
  );
  const hint = near ? `; did you mean ${near}?` : "; gowhy causes lists them";
  throw new UsageError(`there is no cause ${id}${hint}`);
}

function explained(cause: Cause, screen: Screen): string {
  const out = new Writer(screen.width, screen.color);
  for (const line of wrap(cause.title, screen.width)) out.line(["bold", line]);
  out.line(["dim", `${cause.id}, ${cause.severity}`]);
  const words = readWords()[cause.id];
  const sections: [string, string | undefined][] = [
    ["What happens", words?.explanation],
    ["Normal when", words?.normalWhen],
    ["Confirm", words?.confirm],
    ["Fix", words?.fix],
  ];
  for (const [title, text] of sections) {
    if (!text) continue;
    out.blank();
    out.line(["bold", title]);
    out.markdown(text, 2);
  }
  const references = words?.references ?? [];
  if (references.length > 0) {
    out.blank();
    out.line(["bold", "References"]);
    for (const { title, url } of references) {
      out.text(title, 2);
      out.line("    ", url);
    }
  }
  return out.toString();
}

async function allCauses(): Promise<Cause[]> {
  const lines = (await init()).causes().split("\n").filter(Boolean);
  return lines.map((line) => {
    const [id = "", severity = "", title = ""] = line.split("\t");
    return { id, severity, title };
  });
}
