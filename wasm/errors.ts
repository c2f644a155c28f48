import type { ErrorCode } from "./types.ts";

/** Everything the API rejects with. `code` is stable; the message says what to do. */
export class GowhyError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    // The platform's own name for it, so that callers who already test for it need nothing new.
    this.name = code === "aborted" ? "AbortError" : "GowhyError";
    this.code = code;
  }
}

export function abortError(signal: AbortSignal): GowhyError {
  return new GowhyError("aborted", "the analysis was aborted", signal.reason);
}
