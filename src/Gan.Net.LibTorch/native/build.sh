#!/usr/bin/env bash
# Compiles gannet_torch.cpp against the libtorch this machine has. Needs g++ only.
#
#   build.sh --output FILE [--cache DIR]   compile (or take from the cache) and put the library at FILE
#   build.sh --print-config                say what was found, one `name=value` a line; 1 if there is no libtorch
#
# libtorch is looked for in this order: $LIBTORCH (an unpacked zip or a Python package's `torch` folder),
# the system's headers in /usr/include (Debian's libtorch-dev), the `torch` package of $PYTHON or python3.
# $CXX names another compiler. $PYTORCH_ROCM is not supported: CPU and CUDA only.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source_file="$here/gannet_torch.cpp"
cxx="${CXX:-g++}"
output="" cache="" print=false

while (($#)); do
  case "$1" in
    --output) output="$2"; shift 2 ;;
    --cache) cache="$2"; shift 2 ;;
    --print-config) print=true; shift ;;
    *) echo "build.sh: unknown option '$1'" >&2; exit 2 ;;
  esac
done

fail() { echo "error: $*" >&2; exit 1; }

# --- which libtorch ---------------------------------------------------------------------------------------------------
kind="" root="" include_dirs=() lib_dir="" version=""

is_torch_dir() { [[ -f "$1/include/torch/csrc/api/include/torch/torch.h" && -f "$1/lib/libtorch_cpu.so" ]]; }

use_dir() { # KIND DIR
  kind="$1" root="$(cd "$2" && pwd)"
  include_dirs=("$root/include" "$root/include/torch/csrc/api/include")
  lib_dir="$root/lib"
}

use_system() {
  kind=system root=/usr
  include_dirs=(/usr/include/torch/csrc/api/include)
  lib_dir=""
  local found
  for found in "/usr/lib/$("$cxx" -dumpmachine)" /usr/lib/x86_64-linux-gnu /usr/lib/aarch64-linux-gnu /usr/lib /usr/lib64; do
    if [[ -e "$found/libtorch_cpu.so" ]]; then lib_dir="$found"; break; fi
  done
  [[ -n "$lib_dir" ]]
}

python_torch() { # prints the folder without importing torch, which would take seconds
  command -v "${PYTHON:-python3}" >/dev/null || return 1
  "${PYTHON:-python3}" -c '
import importlib.util, os, sys
spec = importlib.util.find_spec("torch")
sys.exit(1) if spec is None or not spec.origin else print(os.path.dirname(spec.origin))' 2>/dev/null
}

if [[ -n "${LIBTORCH:-}" ]]; then
  if is_torch_dir "$LIBTORCH"; then use_dir directory "$LIBTORCH"
  elif is_torch_dir "$LIBTORCH/torch"; then use_dir directory "$LIBTORCH/torch"
  else fail "LIBTORCH is '$LIBTORCH', which holds no include/torch/csrc/api/include/torch/torch.h and lib/libtorch_cpu.so. Name the folder of an unpacked libtorch."
  fi
elif [[ -f /usr/include/torch/csrc/api/include/torch/torch.h ]] && use_system; then :
elif folder="$(python_torch)" && is_torch_dir "$folder"; then use_dir python "$folder"
else
  fail "No libtorch found. Install Debian's libtorch-dev (apt-get install libtorch-dev), or set LIBTORCH to an unpacked libtorch or a Python package's torch folder."
fi

for version_file in "${include_dirs[@]/%//torch/version.h}" "$root/include/torch/headeronly/version.h"; do
  if [[ -f "$version_file" ]]; then
    version="$(sed -n 's/^#define TORCH_VERSION_\(MAJOR\|MINOR\|PATCH\) \([0-9]*\)$/\2/p' "$version_file" | paste -sd.)"
    [[ -z "$version" ]] || break
  fi
done

# --- how to compile ---------------------------------------------------------------------------------------------------
# A libtorch built with the old std::string exports `Ss` where the new one exports `std::__cxx11::basic_string`.
cxx11_abi=1
if [[ "$kind" != system ]]; then
  if LC_ALL=C grep -qaE '_ZN3c10(5ErrorC[12]ENS_14SourceLocationE|6detail14torchCheckFailEPKcS2_jRK)Ss' "$lib_dir/libc10.so"; then cxx11_abi=0; fi
fi

cuda=false
if [[ -e "$lib_dir/libtorch_cuda.so" && -e "$lib_dir/libc10_cuda.so" ]]; then cuda=true; fi

# libtorch's parallel loops are templates: without -fopenmp they compile to loops of one thread. The linker is not told, so that the
# OpenMP runtime is the one libtorch itself brings.
flags=(-O2 -fPIC -fopenmp -fvisibility=hidden -w "-D_GLIBCXX_USE_CXX11_ABI=$cxx11_abi")
for folder in "${include_dirs[@]}"; do flags+=(-isystem "$folder"); done
libraries=("-L$lib_dir" "-Wl,-rpath,$lib_dir" -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10)
if $cuda; then
  flags+=(-DGANNET_CUDA)
  libraries+=(-ltorch_cuda -lc10_cuda)
fi
if $print; then
  printf '%s\n' "kind=$kind" "root=$root" "include=${include_dirs[*]}" "lib=$lib_dir" "version=${version:-unknown}" \
    "cxx11_abi=$cxx11_abi" "cuda=$cuda" "compiler=$(command -v "$cxx" || echo "none ($cxx)")"
  exit 0
fi

[[ -n "$output" ]] || { echo "build.sh: --output FILE is missing" >&2; exit 2; }
command -v "$cxx" >/dev/null || fail "No C++ compiler '$cxx' found. Install g++ (apt-get install g++) or set CXX."
cache="${cache:-$here/../../../artifacts/native}"
mkdir -p "$cache" "$(dirname "$output")"

# The libraries' size and time stand for their content: hashing 200 MB would cost more than it tells.
key="$({
  cat "$source_file"
  "$cxx" --version
  printf '%s\n' "$kind" "$root" "$version" "${flags[@]}" "${libraries[@]}"
  stat -L -c '%s %Y' "$lib_dir/libtorch_cpu.so"
} | sha256sum | cut -c1-16)"
built="$cache/$key/libgannet_torch.so"

exec 9>"$cache/.lock"
flock 9

if [[ ! -f "$built" ]]; then
  mkdir -p "$cache/$key"
  echo "Compiling the native shim against libtorch ${version:-of unknown version} in $lib_dir (once; takes about half a minute)"
  log="$cache/$key/compiler.log"
  compile() {
    { "$cxx" "-std=$1" "${flags[@]}" -c "$source_file" -o "$built.o" && "$cxx" -shared "$built.o" -o "$built.part" "${libraries[@]}"; } >"$log" 2>&1
  }
  # The newest headers ask for C++20, and say so; any other error is the same in both.
  if ! compile c++17 && ! { cp "$log" "$log.17"; compile c++20; }; then
    cat "$log.17" >&2
    fail "The native shim did not compile against $root. The compiler's words are above."
  fi
  rm "$built.o"
  mv "$built.part" "$built"
fi

# What a distribution's libtorch leans on, deepest first. The loader resolves every symbol of a library among all that are opened with it;
# libraries opened one by one before libtorch have few to search (docs/design/fast-paths.md). An unpacked libtorch brings its own.
needs="${built%.so}.needs"
if [[ ! -f "$needs" ]]; then
  { [[ "$kind" != system ]] || ldd "$built" | awk '$2 == "=>" && $1 !~ /^lib(torch|c10)/ {print $1}' | tac; } >"$needs.part"
  mv "$needs.part" "$needs"
fi

put() { # FILE TARGET
  if ! cmp -s "$1" "$2"; then
    cp "$1" "$2.part.$$"
    mv "$2.part.$$" "$2"
  fi
}
put "$built" "$output"
put "$needs" "${output%.so}.needs"
