# shellcheck shell=bash
# Gets a machine ready to build Gan.Net. Sourced by quickstart.sh and test.sh with their arguments; also runs alone.
#
# An engine already chosen (TorchBackend in the environment or as -p:TorchBackend=...) is left as it is. Otherwise, where
# the C++ runtime is new enough for TorchSharp, the machine's NuGet feed is asked for TorchSharp-cpu once; if it has none,
# libtorch, a compiler and a fast BLAS are installed with apt, only what is missing. Leaves TorchBackend exported, so that every later build agrees.
#
# Exit code 2: something is missing and this user may not install it. The message holds the command to run.

setup_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
setup_cache="$setup_root/artifacts/setup"

setup_say() { printf 'setup: %s\n' "$*"; }
setup_stop() { printf 'setup: %s\n' "$@" >&2; exit 2; }

setup_chosen_engine() { # ARGUMENTS...: the engine the user chose, or nothing
  local engine="${TorchBackend:-}" argument
  for argument; do
    case "$argument" in
      -p:TorchBackend=* | --property:TorchBackend=* | /p:TorchBackend=*) engine="${argument#*=}" ;;
      -p:TorchSharpAssembly=* | --property:TorchSharpAssembly=* | /p:TorchSharpAssembly=*) engine="${engine:-TorchSharp}" ;;
    esac
  done
  printf '%s' "$engine"
}

setup_needs_dotnet() {
  command -v dotnet >/dev/null || setup_stop "The .NET 10 SDK is missing. Install it, then run this again."
  # Reading a folder is faster than starting the SDK.
  if [[ ! -f "$setup_cache/sdk" ]]; then
    (cd "$setup_root" && dotnet --version) >/dev/null 2>&1 ||
      setup_stop "$(cd "$setup_root" && dotnet --version 2>&1 | head -n 3)" "Install the .NET 10 SDK, then run this again."
    mkdir -p "$setup_cache" && touch "$setup_cache/sdk"
  fi
}

setup_engine_property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$setup_root/build/Engine.props"; }

setup_torchsharp_version() { setup_engine_property TorchSharpVersion; }

setup_torchsharp_loads() { # as build/Engine.props finds out: without its symbol TorchSharp's native library cannot be loaded
  local runtime needs
  needs="$(setup_engine_property TorchSharpNeeds)"
  for runtime in /usr/lib/x86_64-linux-gnu/libstdc++.so.6 /usr/lib64/libstdc++.so.6; do
    [[ -f "$runtime" ]] || continue
    grep -q "$needs" "$runtime" && return 0
    setup_say "TorchSharp $(setup_torchsharp_version) needs a C++ runtime with $needs (GCC 13 or newer), which this system's lacks"
    return 1
  done
}

setup_feed_has_torchsharp() { # the answer is kept for a day, per set of NuGet configuration files
  local version answer key
  version="$(setup_torchsharp_version)"
  key="$(cat "$setup_root/nuget.config" "$HOME/.nuget/NuGet/NuGet.Config" "$HOME/.config/NuGet/NuGet.Config" 2>/dev/null | cksum | cut -d' ' -f1)"
  answer="$setup_cache/feed-$version-$key"
  if [[ -z "$(find "$answer" -mmin -1440 2>/dev/null)" ]]; then
    mkdir -p "$setup_cache"
    setup_say "asking the NuGet feed for TorchSharp-cpu $version"
    if (cd "$setup_root" && timeout 120 dotnet package search TorchSharp-cpu --exact-match --format json 2>/dev/null) | grep -q "\"$version\""; then
      echo yes >"$answer"
    else
      echo no >"$answer"
    fi
  fi
  [[ "$(<"$answer")" == yes ]]
}

setup_take_torchsharp() { # fetch it now, so that every later build finds it in the package folder and takes it by itself
  local packages="${NUGET_PACKAGES:-$HOME/.nuget/packages}"
  [[ -d "$packages/torchsharp/$(setup_torchsharp_version)" ]] && return 0
  setup_say "taking TorchSharp $(setup_torchsharp_version) from the feed"
  TorchBackend=TorchSharp dotnet restore "$setup_root/src/Gan.Net.Cli/Gan.Net.Cli.csproj" --verbosity quiet
}

setup_blas_is_fast() {
  local library
  for library in /usr/lib/*/libblas.so.3 /usr/lib/libblas.so.3 /usr/lib64/libblas.so.3; do
    case "$(readlink -f "$library" 2>/dev/null)" in *openblas* | *mkl* | *blis* | *atlas*) return 0 ;; esac
  done
  return 1
}

setup_missing_packages() { # prints the Debian packages this machine lacks
  local missing=() config
  command -v "${CXX:-g++}" >/dev/null || missing+=(g++)
  if ! config="$("$setup_root/src/Gan.Net.LibTorch/native/build.sh" --print-config 2>/dev/null)"; then
    [[ -z "${LIBTORCH:-}" ]] || setup_stop "$("$setup_root/src/Gan.Net.LibTorch/native/build.sh" --print-config 2>&1)"
    missing+=(libtorch-dev)
    config="kind=system"
  fi
  # Debian's reference BLAS is about twenty times slower; a libtorch from elsewhere brings its own.
  if [[ "$config" == kind=system* ]] && ! setup_blas_is_fast; then missing+=(libopenblas0-openmp); fi
  printf '%s ' "${missing[@]}"
}

setup_install() { # PACKAGES...
  local as_root=() command="apt-get install -y --no-install-recommends $*"
  command -v apt-get >/dev/null ||
    setup_stop "missing: $*" "This system has no apt-get. Install a C++ compiler, and set LIBTORCH to an unpacked libtorch or a Python package's torch folder."
  if ((EUID != 0)); then
    if sudo -n true 2>/dev/null; then as_root=(sudo -n); else setup_stop "missing: $*" "Run this once, then start again:" "  sudo $command"; fi
  fi
  setup_say "installing $*"
  local log="$setup_cache/apt.log"
  mkdir -p "$setup_cache"
  # Package lists may be absent or older than the mirror, so a failure is tried again with fresh ones.
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $command </dev/null >"$log" 2>&1; then
    setup_say "refreshing the package lists"
    "${as_root[@]}" apt-get update </dev/null >"$log" 2>&1 || true
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $command </dev/null >"$log" 2>&1; then
      tail -n 15 "$log" >&2
      setup_stop "apt-get could not install $*. Its last words are above; the whole log is $log."
    fi
  fi
}

setup_libtorch() {
  local missing
  missing="$(setup_missing_packages)" || exit 2
  # shellcheck disable=SC2086 # a list of words
  [[ -z "${missing// /}" ]] || setup_install $missing
}

setup_has_chromium() {
  [[ -n "${CHROMIUM:-}" ]] || command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null
}

setup_browser() { # for the tests that look at reports; they are skipped without one, so that nothing ends here
  setup_has_chromium || (setup_install chromium) || setup_say "going on without Chromium: the tests that need it will be skipped"
}

setup_ahead_compiler() { # makes programs start sooner (build/FastStart.targets); without it they are the same
  local packages="${NUGET_PACKAGES:-$HOME/.nuget/packages}"
  compgen -G "$packages/microsoft.netcore.app.crossgen2.*" >/dev/null ||
    dotnet restore "$setup_root/src/Gan.Net.Cli/Gan.Net.Cli.csproj" -p:CompileAhead=true --verbosity quiet >/dev/null 2>&1 ||
    setup_say "going on without the ahead-of-time compiler, which the feed lacks: programs will start more slowly"
}

setup_main() {
  setup_needs_dotnet
  local engine
  engine="$(setup_chosen_engine "$@")"
  if [[ -n "$engine" ]]; then
    [[ "$engine" == LibTorch || "$engine" == TorchSharp ]] || setup_stop "TorchBackend is '$engine'; it is 'TorchSharp' or 'LibTorch'."
    export TorchBackend="$engine"
    [[ "$engine" != LibTorch ]] || setup_libtorch
  elif [[ -z "${LIBTORCH:-}" ]] && setup_torchsharp_loads && setup_feed_has_torchsharp; then
    export TorchBackend=TorchSharp
    setup_take_torchsharp
  else
    export TorchBackend=LibTorch
    setup_libtorch
  fi
}

setup_main "$@"
if [[ "${BASH_SOURCE[0]}" == "$0" ]]; then setup_browser; setup_ahead_compiler; setup_say "ready, with the engine $TorchBackend"; fi
