#!/usr/bin/env bash
# Tests what Gan.Net promises about runs, files and numbers, and prints one table with the counts reached.
#
#   tools/reliability/run.sh [--long] [NAME...]     all checks, or those named
#   tools/reliability/run.sh --list                 their names
#
# The short form takes about a minute and is part of ./test.sh; the long one (minutes to hours) reaches the counts of the reliability
# page. Build properties (-p:...) go to the build. The exit code is 0 when every promise holds.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

properties=() arguments=()
for argument; do
  case "$argument" in
    -p:*) properties+=("$argument") ;;
    *) arguments+=("$argument") ;;
  esac
done

project="$here/Gan.Net.Reliability"
dotnet build "$project" -c Release -v quiet --nologo "${properties[@]}"
bin="$(dotnet msbuild "$project" -getProperty:OutputPath -p:Configuration=Release "${properties[@]}")"
dotnet "$bin/Gan.Net.Reliability.dll" "${arguments[@]}"
