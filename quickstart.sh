#!/usr/bin/env bash
# Sets the machine up, then trains two GANs and says where their pictures are:
# an MLP on a ring of eight Gaussians, and a DCGAN on drawn digits.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# shellcheck source=tools/setup.sh
source tools/setup.sh "$@"

project=src/Gan.Net.Cli/Gan.Net.Cli.csproj
dotnet build "$project" --configuration Release --tl:off --verbosity quiet "$@"
gan_net="$(dotnet msbuild "$project" -p:Configuration=Release -getProperty:TargetPath "$@")"

runs="runs/quickstart-$(date +%Y%m%d-%H%M%S)"
dotnet "$gan_net" train --model mlp --data ring --out "$runs/ring"
dotnet "$gan_net" train --model dcgan --data digits --out "$runs/digits"

echo
echo "Pictures, oldest first; the last one is what the trained generator makes:"
for run in ring digits; do
  echo "  $PWD/$runs/$run/samples"
  find "$runs/$run/samples" -name '*.png' | sort | tail -n 1 | sed "s:^:    :"
done
