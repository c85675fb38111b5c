#!/usr/bin/env bash
# Trains two GANs and says where their pictures are. On Windows: dotnet run quickstart.cs
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=tools/setup.sh
source tools/setup.sh
exec dotnet run quickstart.cs -- "$@"
