#!/usr/bin/env bash
# Builds everything and runs every test.
#
#   ./test.sh [build properties] [--filter EXPRESSION]
#
# Properties (-p:...) go to the build, anything else to `dotnet test`. The last line reads `N passed, N failed`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# shellcheck source=tools/setup.sh
source tools/setup.sh
setup_browser
setup_ahead_compiler

properties=() options=()
for argument; do
  case "$argument" in
    -p:* | /p:* | --property:*) properties+=("$argument") ;;
    *) options+=("$argument") ;;
  esac
done

dotnet build Gan.Net.sln --configuration Release --tl:off --verbosity minimal "${properties[@]}"
bin="$PWD/artifacts/bin"
results="$PWD/artifacts/test-results"
rm -rf "$results"

passed=0 failed=0 skipped=0 broken=()
counter() { sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$2"; }

for project in tests/*/*.csproj; do
  name="$(basename "$project" .csproj)"
  echo "== $name"
  code=0
  dotnet test "$bin/$name/release/$name.dll" --results-directory "$results/$name" --logger "trx;LogFileName=results.trx" \
    --logger "console;verbosity=minimal" --blame-hang-timeout 10min --blame-hang-dump-type none "${options[@]}" </dev/null || code=$?

  results_file="$results/$name/results.trx"
  if [[ -f "$results_file" ]]; then
    total="$(counter total "$results_file")" executed="$(counter executed "$results_file")" project_failed="$(counter failed "$results_file")"
    passed=$((passed + $(counter passed "$results_file"))) failed=$((failed + project_failed)) skipped=$((skipped + total - executed))
  else
    project_failed=0
  fi
  # A run that ends badly without a failed test has crashed, or was stopped: that counts as one.
  if ((code != 0 && project_failed == 0)); then
    broken+=("$name (exit code $code)")
    failed=$((failed + 1))
  fi
done

for project in "${broken[@]}"; do echo "did not finish: $project"; done
summary="$passed passed, $failed failed"
((skipped == 0)) || summary+=", $skipped skipped"
echo "$summary"
((failed == 0 && passed > 0))
