// gowhy causes, gowhy explain CAUSE: the catalogue in the terminal, with the causes of rule packs.
import { init, newSession, stage } from "../wasm/engine.ts";
import { nearest } from "../wasm/options.ts";
import { Writer, wrap } from "../wasm/render/layout.ts";
import type { CauseWords } from "../wasm/types.ts";
import { at, readRules } from "./analyse.ts";
import { readWords } from "./assets.ts";
import { colors, optionTypes, parsed, UsageError } from "./options.ts";
import { type Screen, terminal, write } from "./output.ts";

interface Cause {
  id: string;
  severity: string;
  title: string;
  /** Of a cause of a rule pack; those of the built-in ones are in a file. */
  words?: Partial<CauseWords>;
}

export async function listCauses(argv: string[]): Promise<number> {
  const { positionals, values } = parsed(argv, { rules: optionTypes.rules });
  if (positionals.length > 0) {
    throw new UsageError("gowhy causes takes no words; gowhy explain CAUSE tells about one");
  }
  await write(await catalogue(values.rules), null);
  return 0;
}

/** All causes, one a line: the built-in ones, and behind them those of the rule packs in these files. */
export async function catalogue(rules: string[] = []): Promise<string> {
  const causes = await allCauses(rules);
  const width = Math.max(0, ...causes.map(({ id }) => id.length));
  return causes
    .map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}\n`)
    .join("");
}

export async function explain(argv: string[]): Promise<number> {
  const { positionals, values } = parsed(argv, {
    color: optionTypes.color,
    rules: optionTypes.rules,
  });
  const id = positionals[0];
  if (!id || positionals.length > 1) {
    throw new UsageError("name one cause: gowhy explain CAUSE; gowhy causes lists them");
  }
  const color = colors.find((one) => one === values.color) ?? "auto";
  await write(await explanation(id, terminal({ color, output: null }), values.rules), null);
  return 0;
}

/** Throws a UsageError for an id that does not exist. */
export async function explanation(
  id: string,
  screen: Screen,
  rules: string[] = [],
): Promise<string> {
  const causes = await allCauses(rules);
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
  const words = cause.words ?? readWords()[cause.id];
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

async function allCauses(rules: string[]): Promise<Cause[]> {
  const lines = (await init()).causes().split("\n").filter(Boolean);
  const builtIn = lines.map((line) => {
    const [id = "", severity = "", title = ""] = line.split("\t");
    return { id, severity, title };
  });
  return [...builtIn, ...(await ownCauses(rules))];
}

type Pack = { causes?: (Partial<CauseWords> & { id: string; title: string })[] };

/** The core checks the packs, all of them together, before their words are believed. */
async function ownCauses(rules: string[]): Promise<Cause[]> {
  if (rules.length === 0) return [];
  const session = newSession(await init(), {});
  try {
    return rules.flatMap((path) => {
      const text = readRules(path);
      const wrong = session.addRules(stage(session, new TextEncoder().encode(text)));
      if (wrong) throw new UsageError(at(path, wrong));
      const { causes = [] }: Pack = JSON.parse(text.replace(/^\uFEFF/, ""));
      return causes.map((words) => ({
        id: words.id,
        severity: words.severity ?? "warning",
        title: words.title,
        words,
      }));
    });
  } finally {
    session.delete();
  }
}
