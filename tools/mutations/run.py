#!/usr/bin/env python3
"""Breaks the objectives on purpose, one change at a time in a copy of the tree, and reports the changes that no test notices.

    tools/mutations/run.py [word ...] [-p:TorchBackend=...]

With words, only changes whose file holds one of them. Exits with 1 when a change survives. Slow: half an hour on two cores.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from mutations import MUTATIONS

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS = "tests/Gan.Net.Tests/Gan.Net.Tests.csproj"
LIBRARY = "src/Gan.Net/Gan.Net.csproj"


def call(tree, *command):
    return subprocess.run(command, cwd=tree, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def copy(tree):
    files = call(ROOT, "git", "ls-files", "-co", "--exclude-standard").stdout.splitlines()
    for name in files:
        if (ROOT / name).is_file():
            target = tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)


def must(result):
    if result.returncode != 0:
        sys.exit(result.stdout + result.stderr)
    return result


class Mutant:
    def __init__(self, tree, properties):
        self.tree, self.properties = tree, properties
        must(call(tree, "dotnet", "build", TESTS, "-c", "Release", "--tl:off", "-v", "q", *properties))
        artifacts = call(tree, "dotnet", "msbuild", LIBRARY, "-getProperty:ArtifactsPath", *properties).stdout.strip()
        self.bin = pathlib.Path(artifacts) / "bin"
        self.library = self.bin / "Gan.Net/release/Gan.Net.dll"
        self.tests = self.bin / "Gan.Net.Tests/release/Gan.Net.Tests.dll"

    def judge(self, file, old, new, tests, who):
        """None when the tests notice, otherwise why not."""
        path = self.tree / "src/Gan.Net" / file
        text = path.read_text()
        if text.count(old) != 1:
            return f"matches {text.count(old)} times"
        path.write_text(text.replace(old, new))
        try:
            built = call(self.tree, "dotnet", "build", LIBRARY, "-c", "Release", "--no-restore", "--tl:off", "-v", "q", *self.properties)
            if built.returncode != 0:
                return "does not build: " + next((line for line in built.stdout.splitlines() if "error" in line), "")
            return self.notice(tests, who)
        finally:
            path.write_text(text)

    def notice(self, tests, who):
        shutil.copy2(self.library, self.tests.parent)
        result = call(self.tree, "dotnet", "test", str(self.tests), "--filter", tests, "--logger", "console;verbosity=minimal")
        failed = re.findall(r"^\s*Failed (.+) \[", result.stdout, re.MULTILINE)
        if not failed:
            return None if result.returncode != 0 and "No test matches" not in result.stdout else "survives"
        missing = [word for word in who if not any(word in name for name in failed)]
        return f"survives the tests of {', '.join(missing)}" if missing else None


def main(arguments):
    properties = [argument for argument in arguments if argument.startswith("-")]
    words = [argument for argument in arguments if not argument.startswith("-")]
    chosen = [mutation for mutation in MUTATIONS if not words or any(word in mutation[0] for word in words)]
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        tree = pathlib.Path(folder)
        copy(tree)
        mutant = Mutant(tree, properties)
        for number, mutation in enumerate(chosen, 1):
            why = mutant.judge(*mutation)
            survivors += why is not None
            print(f"{number:3}/{len(chosen)} {why or 'noticed':10} {mutation[0]}: {mutation[1].strip()} -> {mutation[2] or 'nothing'}", flush=True)
    print(f"{len(chosen) - survivors} noticed, {survivors} survived")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
