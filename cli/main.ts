// The command `gowhy`. What is not on the way from FILE to text is imported when it is asked for.
import { analyseInputs, complain } from "./analyse.ts";
import { useBuiltAssets } from "./assets.ts";
import { commands, parseOptions } from "./options.ts";
import { quietOnClosedPipe, write } from "./output.ts";

async function main(argv: string[]): Promise<number> {
  useBuiltAssets();
  const [first, ...rest] = argv;
  if (commands.some((command) => command === first)) return command(first as string, rest);
  const options = parseOptions(argv);
  if (options.help || (options.inputs.length === 0 && process.stdin.isTTY && !options.version)) {
    await write((await import("./help.ts")).help, null);
    return 0;
  }
  if (options.version) {
    const { init } = await import("../wasm/engine.ts");
    await write(`gowhy ${(await init()).version()}\n`, null);
    return 0;
  }
  if (options.inputs.length === 0) options.inputs.push("-");
  return analyseInputs(options);
}

async function command(name: string, argv: string[]): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) {
    await write((await import("./help.ts")).help, null);
    return 0;
  }
  if (name === "serve") return (await import("./serve.ts")).serve(argv);
  if (name === "explain") return (await import("./causes.ts")).explain(argv);
  if (name === "causes") return (await import("./causes.ts")).listCauses(argv);
  if (name === "completion") return (await import("./completion.ts")).completion(argv);
  return (await import("./mcp.ts")).mcp(argv);
}

quietOnClosedPipe();
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(error instanceof Error ? error.message : String(error));
    if (error instanceof Error && "GOWHY_DEBUG" in process.env)
      process.stderr.write(`${error.stack}\n`);
    process.exitCode = 2;
  },
);
