// gowhy completion bash|zsh|fish: a script for the shell, printed.
import {
  colors,
  commands,
  formats,
  optionTypes,
  parsed,
  severities,
  UsageError,
} from "./options.ts";
import { write } from "./output.ts";

const values: Record<string, readonly string[]> = {
  format: formats,
  "fail-on": [...severities, "never"],
  "min-severity": severities,
  color: colors,
  debug: ["1", "2"],
};

export async function completion(argv: string[]): Promise<number> {
  const shell = parsed(argv, {}).positionals[0] ?? "";
  const scripts: Record<string, () => string> = {
    bash,
    zsh: () => `autoload -U bashcompinit && bashcompinit\n${bash()}`,
    fish,
  };
  const script = scripts[shell];
  if (!script) throw new UsageError("name the shell: gowhy completion bash, zsh or fish");
  await write(script(), null);
  return 0;
}

function bash(): string {
  const options = Object.keys(optionTypes)
    .map((name) => `--${name}`)
    .join(" ");
  const cases = Object.entries(values).map(
    ([name, words]) =>
      `    --${name}) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")); return ;;`,
  );
  return `# eval "$(gowhy completion bash)"
_gowhy() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
${cases.join("\n")}
    explain) COMPREPLY=($(compgen -W "$(gowhy causes | cut -d' ' -f1)" -- "$word")); return ;;
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "${options}" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
    if [[ "$COMP_CWORD" == 1 ]]; then
      COMPREPLY+=($(compgen -W "${commands.join(" ")}" -- "$word"))
    fi
  fi
}
complete -o filenames -F _gowhy gowhy
`;
}

function fish(): string {
  const lines = ["# gowhy completion fish | source"];
  lines.push(`complete -c gowhy -n __fish_use_subcommand -a "${commands.join(" ")}"`);
  lines.push(
    `complete -c gowhy -n "__fish_seen_subcommand_from explain" -f -a "(gowhy causes | string split -f1 ' ')"`,
  );
  for (const [name, option] of Object.entries(optionTypes)) {
    const words = values[name];
    const argument =
      option.type === "string" ? (words ? ` -x -a "${words.join(" ")}"` : " -r") : "";
    lines.push(`complete -c gowhy -l ${name}${argument}`);
  }
  return `${lines.join("\n")}\n`;
}
