#!/usr/bin/env bash
# Takes the pictures of reports in docs/images: opens the reports of the quickstart's runs in Chromium at 1280 and 390 pixels.
#
#   tools/screenshots.sh [build properties]     after ./quickstart.sh; takes runs/ring and runs/digits
#
# With ImageMagick (convert) the pictures are made smaller: 255 colours.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=tools/setup.sh
source tools/setup.sh "$@"
setup_browser

GANNET_SCREENSHOTS="$PWD/docs/images" dotnet test --configuration Release tests/Gan.Net.Reporting.Tests --filter Screenshots "$@"
if command -v convert >/dev/null; then
  for picture in docs/images/report-*.png; do convert "$picture" +dither -colors 255 -strip "PNG8:$picture"; done
fi
ls -l docs/images/report-*.png
