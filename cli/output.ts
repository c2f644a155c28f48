// stdout, --output and what the terminal can show.
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileMessage } from "./inputs.ts";
import { type CliOptions, UsageError } from "./options.ts";

const widest = 100; // longer lines of prose are hard to read

/** A reader that has seen enough (`| head`) is not an error. */
export function quietOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

export async function write(text: string | Uint8Array, file: string | null): Promise<void> {
  if (file === null) {
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return;
  }
  try {
    writeWhole(file, text);
  } catch (error) {
    const { message } = error as Error;
    const reason = fileMessage(file, error as NodeJS.ErrnoException);
    throw new UsageError(
      reason.includes("cannot be read")
        ? `${file} cannot be written: ${message}`
        : reason.replace("read", "written"),
    );
  }
}

/** Beside the target, then renamed over it: nobody sees half a report. */
function writeWhole(file: string, text: string | Uint8Array): void {
  const old = statSync(file, { throwIfNoEntry: false });
  if (old && !old.isFile() && !old.isDirectory()) {
    writeFileSync(file, text); // /dev/stderr, a FIFO
    return;
  }
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, old ? { mode: old.mode } : {});
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

export interface Screen {
  width: number;
  color: boolean;
}

export function terminal(options: Pick<CliOptions, "color" | "output">): Screen {
  const onTerminal = options.output === null && process.stdout.isTTY === true;
  const width = onTerminal ? Math.max(40, Math.min(process.stdout.columns || 80, widest)) : 80;
  if (options.color !== "auto") return { width, color: options.color === "always" };
  const { NO_COLOR, TERM } = process.env;
  const plain = NO_COLOR || TERM === "dumb";
  return { width, color: onTerminal && !plain };
}
