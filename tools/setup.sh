# shellcheck shell=bash
# What test.sh and quickstart.sh need beside the .NET SDK. Sourced by them.

setup_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

setup_say() { printf 'setup: %s\n' "$*"; }

# OpenMP's threads spin while they wait, and take the cores from whatever else runs here. A user's own choice stands.
[[ -n "${GOMP_SPINCOUNT:-}${OMP_WAIT_POLICY:-}" ]] || export GOMP_SPINCOUNT=0

if ! (cd "$setup_root" && dotnet --version) >/dev/null 2>&1; then
  setup_say "The .NET 10 SDK is missing. Install it, then run this again." >&2
  exit 2
fi

setup_browser() { # Chromium, for the tests that look at pages; they are skipped without one
  [[ -z "${CHROMIUM:-}" ]] || return 0
  if command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null; then return 0; fi
  local as_root=()
  ((EUID == 0)) || as_root=(sudo -n)
  if command -v apt-get >/dev/null; then
    setup_say "installing Chromium for the tests that look at pages"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive bash -c \
      'apt-get install -y --no-install-recommends chromium || { apt-get update && apt-get install -y --no-install-recommends chromium; }' </dev/null >/dev/null 2>&1 && return 0
  fi
  setup_say "going on without Chromium: the tests that need it are skipped"
}

setup_ahead_compiler() { # programs start sooner with it (build/FastStart.targets); without it they are the same
  local packages="${NUGET_PACKAGES:-$HOME/.nuget/packages}"
  compgen -G "$packages/microsoft.netcore.app.crossgen2.*" >/dev/null ||
    dotnet restore "$setup_root/src/Gan.Net.Cli/Gan.Net.Cli.csproj" -p:CompileAhead=true --verbosity quiet >/dev/null 2>&1 ||
    setup_say "going on without the ahead-of-time compiler, which the feed lacks: programs start more slowly"
}
