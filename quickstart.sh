#!/usr/bin/env bash
# Sets the machine up, then trains two GANs and says where their pictures are:
# an MLP on a ring of eight Gaussians, and a DCGAN on drawn digits. What is there already is not done again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# shellcheck source=tools/setup.sh
source tools/setup.sh "$@"

project=src/Gan.Net.Cli/Gan.Net.Cli.csproj
dotnet build "$project" --configuration Release --tl:off --verbosity quiet "$@"
gan_net="$(dotnet msbuild "$project" -p:Configuration=Release -getProperty:TargetPath "$@")"

train() { # RUN ARGUMENTS...: skipped when the run is there; one that was ended by force starts again
  local run="$1"
  if [[ -f "$run/generator.safetensors" ]]; then
    echo "$run is trained already; remove it to train again."
    return
  fi
  [[ ! -f "$run/config.json" ]] || rm -rf "$run"
  echo "gan-net train ${*:2} --out $run"
  dotnet "$gan_net" train "${@:2}" --out "$run"
}

train runs/ring --model mlp --data ring
train runs/digits --model dcgan --data digits

echo
echo "What happened, on one page each; open them in a browser:"
for run in runs/ring runs/digits; do
  # A run of an earlier version has none yet.
  [[ -f "$run/report.html" ]] || dotnet "$gan_net" report "$run" >/dev/null
  echo "  $PWD/$run/report.html"
done
echo "Pictures, oldest first; the last one is the trained generator:"
for run in runs/ring runs/digits; do
  echo "  $PWD/$run/samples"
  find "$run/samples" -name '*.png' | sort | tail -n 1 | sed "s:^:    :"
done
echo "More digits:"
echo "  dotnet $gan_net sample --run runs/digits --count 100 --out more.png"
