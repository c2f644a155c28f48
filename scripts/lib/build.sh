# Sourced after setup.sh: builds dist/. Each part is built only when one of its sources is newer.

# stale STAMP SOURCE…: whether a source changed since; sets nothing, starts one process.
stale() {
  local stamp=$1
  shift
  [[ ! -e $stamp || -n $(find "$@" -newer "$stamp" -print -quit 2>/dev/null) ]]
}

command_sources=("$root"/{analyzer,wasm,cli,cmake,CMakeLists.txt,CMakePresets.json,package-lock.json}
                 "$root"/scripts/{lib,build-words.mjs,build-js.mjs,build-wasm})
site_sources=("$root"/{web,netlify.toml})

# The command and the library: dist/wasm, dist/words.json, dist/cli, dist/index.mjs.
build_command() {
  touch "$state/started"
  step "building the analysis (wasm)" wasm "report it with the log" "$root/scripts/build-wasm"
  step "building the command" js "report it with the log" "$node" "$root/scripts/build-js.mjs"
  printf '%s\n' "$node" >"$root/dist/.command"
  # Sources that change while it is built must be seen next time.
  touch -r "$state/started" "$root/dist/.command"
}

# The page and the element: dist/site, dist/element.mjs.
build_site() {
  touch "$state/started"
  step "building the page" site "report it with the log" "$node" "$root/scripts/build-site.mjs"
  touch -r "$state/started" "$root/dist/.site"
}
