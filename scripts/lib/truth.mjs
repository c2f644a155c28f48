// What each dump really shows: tests/dumps (its README has the rules) and, where it lies beside the
// project, a corpus that was captured by others.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./causes.mjs";

const dumps = join(root, "tests/dumps");
const corpus = join(root, "../shared/corpus");
/** What was found at first sight: {"<round>": {"<folder>/<capture>": [causes above `info`]}}. */
export const firstSightFile = join(dumps, "first_sight.json");
export function readFirstSight() {
  return existsSync(firstSightFile) ? JSON.parse(readFileSync(firstSightFile, "utf8")) : {};
}
const isCapture = /\.(txt|txt\.gz|pb\.gz)$/;

/** {path, id, set, class, accept, also, hard, go, format}: one for each dump whose truth is known. */
export function readCases() {
  return [...ownCases(), ...corpusCases()];
}

function ownCases() {
  return readdirSync(dumps)
    .filter((folder) => statSync(join(dumps, folder)).isDirectory())
    .flatMap((folder) => {
      const truth = readTruth(join(dumps, folder, "truth.json"));
      return readdirSync(join(dumps, folder))
        .filter((name) => isCapture.test(name))
        .flatMap((name) => {
          const known = truthOf(truth, name);
          if (!known && folder === "formats") return [];
          return [
            {
              ...byFolder(folder),
              ...known,
              ...fromName(name),
              set: "tests/dumps",
              id: `${folder}/${name}`,
              path: join(dumps, folder, name),
            },
          ];
        });
    });
}

function readTruth(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** The longest key that is the name, or the name up to a full stop. */
function truthOf(truth, name) {
  const keys = Object.keys(truth).filter((key) => name === key || name.startsWith(`${key}.`));
  return truth[keys.sort((a, b) => b.length - a.length)[0]];
}

function byFolder(folder) {
  if (folder === "healthy") return { class: "healthy", accept: [], also: [], hard: false };
  const kind = folder.startsWith("panic_") ? "crash" : "leak";
  return { class: kind, accept: [folder], also: [], hard: false };
}

function fromName(name) {
  const words = name.replace(/\.gz$/, "").split(".");
  const go = /\.go(1\.\d+)\./.exec(name)?.[1] ?? "unknown";
  const format = name.includes(".goroutineleak.") ? "goroutineleak" : words.at(-2);
  return { go, format };
}

function corpusCases() {
  const file = join(corpus, "truth.json");
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, "utf8")).files.map((entry) => ({
    path: join(corpus, entry.file),
    id: entry.file,
    set: "corpus",
    class: entry.class,
    accept: entry.accept,
    also: entry.also ?? [],
    hard: entry.hard ?? false,
    go: entry.go.replace(/^go/, "").split(".").slice(0, 2).join("."),
    format: entry.wrapped ? "wrapped" : entry.format,
  }));
}
