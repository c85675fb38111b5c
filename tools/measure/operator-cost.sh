#!/usr/bin/env bash
# What one 64x32 addition costs from C#, beside the same call from C++. Prints a line for each way to call it.
#
#   tools/measure/operator-cost.sh
#
# The two take turns in one process and count the CPU time of their thread, so a busy machine disturbs them little.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
build="$root/artifacts/measure"
mkdir -p "$build"

config="$("$root/src/Gan.Net.LibTorch/native/build.sh" --print-config)"
value() { sed -n "s/^$1=//p" <<<"$config"; }
flags=()
for folder in $(value include); do flags+=(-isystem "$folder"); done
g++ -std=c++17 -O2 -w -fPIC -shared "-D_GLIBCXX_USE_CXX11_ABI=$(value cxx11_abi)" "${flags[@]}" "$here/OperatorCost/add.cpp" \
  -o "$build/libadd.so" "-L$(value lib)" "-Wl,-rpath,$(value lib)" -ltorch_cpu -lc10

dotnet build "$here/OperatorCost" -c Release -v quiet --nologo -p:TorchBackend=LibTorch
bin="$(dotnet msbuild "$here/OperatorCost" -getProperty:OutputPath -p:Configuration=Release -p:TorchBackend=LibTorch)"
dotnet "$bin/OperatorCost.dll" "$build/libadd.so"
