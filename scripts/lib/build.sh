# Sourced by gowhy and scripts/build: what is built from what.

# stale STAMP SOURCE…: whether a source is newer than the stamp. A removed file counts: its folder is.
stale() {
  local stamp=$1
  shift
  [[ ! -e $stamp || -n $(find "$@" -newer "$stamp" -print -quit 2>/dev/null) ]]
}

command_sources=("$root"/{analyzer,wasm,cli,cmake,CMakeLists.txt,CMakePresets.json,package-lock.json}
                 "$root"/scripts/{build,build-words.mjs,build-tables.mjs,build-js.mjs,build-code.mjs,build-wasm,lib/causes.mjs})

command_is_stale() { stale "$root/dist/.command" "${command_sources[@]}"; }

site_is_stale() { stale "$root/dist/.site" "${command_sources[@]}" "$root"/{web,netlify.toml}; }
