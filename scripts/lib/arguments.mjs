import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * The arguments of a script that people call. With --help it prints the comment the script begins with
 * and ends; what it does not understand it names in one line, and ends with 2.
 *
 * @param {string} url the script's `import.meta.url`
 * @param {object} [options] as parseArgs takes them; `help` is there already
 * @param {boolean} [words] whether it takes words beside the options
 * @returns {{values: object, words: string[]}} the options' values, and the words
 */
export function scriptArguments(url, options = {}, words = false) {
  const path = fileURLToPath(url);
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: words,
    });
    if (!values.help) return { values, words: positionals };
    console.log(headComment(readFileSync(path, "utf8")));
    process.exit(0);
  } catch (error) {
    if (!error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
    console.error(`${basename(path)}: ${error.message.split(". ")[0]}; --help says what it takes`);
    process.exit(2);
  }
}

/** The first lines that are comments, without their slashes. */
function headComment(source) {
  const lines = source.replace(/^#!.*\n/, "").split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^\/\/ ?/, ""))
    .join("\n");
}
