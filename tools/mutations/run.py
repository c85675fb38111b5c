#!/usr/bin/env python3
"""Breaks the objectives on purpose, one change at a time in a copy of the tree, and reports the changes that no test notices.

    tools/mutations/run.py [word ...] [--jobs=N]

With words, only changes whose file holds one of them. Exits with 1 when a change survives. The copy is built once; then each change costs
one call of the compiler on the core library and one run of the tests named for it, which ends at the first failure unless several must fail.
The whole list takes about ten minutes of one core. Jobs work side by side, each in a copy of the copy.
"""

import copy
import json
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from mutations import MUTATIONS

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS = "tests/Gan.Net.Tests/Gan.Net.Tests.csproj"
LIBRARY = "src/Gan.Net/Gan.Net.csproj"
QUIET = ("--tl:off", "-v", "q")

# What a mutant's compilation does without: outputs nobody reads, and analyzers, which would only complain.
LEFT_OUT = ("/out:", "/refout:", "/doc:", "/analyzerconfig:", "/warnaserror", "/noconfig")
ADVISERS = ("NetAnalyzers", "CodeStyle")


def call(folder, *command):
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def must(result):
    if result.returncode != 0:
        sys.exit(result.stdout + result.stderr)
    return result.stdout


def copy_sources(tree):
    for name in must(call(ROOT, "git", "ls-files", "-co", "--exclude-standard")).splitlines():
        if (ROOT / name).is_file():
            target = tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)


class Mutant:
    """A built copy of the tree in which one file at a time is changed."""

    def __init__(self, tree, properties):
        self.tree = tree
        must(call(tree, "dotnet", "build", TESTS, "-c", "Release", *QUIET, *properties))
        artifacts = must(call(tree, "dotnet", "msbuild", LIBRARY, "-getProperty:ArtifactsPath", *properties)).strip()
        self.tests = pathlib.Path(artifacts) / "bin/Gan.Net.Tests/release/Gan.Net.Tests.dll"
        self.settings = self.tests.parent / "xunit.runner.json"
        self.compiler = self.compile_line(properties)
        self.must_pass_untouched()

    def compile_line(self, properties):
        """The compiler's own command, without what msbuild adds around it in time."""
        asked = ("-t:ResolveReferences;CoreCompile", "-p:BuildProjectReferences=false", "-p:Configuration=Release", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:NonExistentFile=none")
        items = must(call(self.tree, "dotnet", "msbuild", LIBRARY, *asked, "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath", *properties))
        answer = json.loads(items)
        arguments = [item["Identity"] for item in answer["Items"]["CscCommandLineArgs"]]
        kept = [argument for argument in arguments if not argument.startswith(LEFT_OUT) and not any(word in argument for word in ADVISERS)]
        response = self.tree / "mutant.rsp"
        response.write_text("\n".join(f'"{argument}"' if " " in argument else argument for argument in [*kept, f"/out:{self.tests.parent / 'Gan.Net.dll'}"]))
        compiler = pathlib.Path(answer["Properties"]["RoslynTargetsPath"]) / "bincore/csc.dll"
        return ["dotnet", "exec", str(compiler), "/noconfig", "/shared", f"@{response}"]

    def beside(self, tree):
        """Another one, for another job."""
        shutil.copytree(self.tree, tree)
        moved = lambda path: tree / pathlib.Path(path).relative_to(self.tree)
        other = copy.copy(self)
        other.tree, other.tests, other.settings = tree, moved(self.tests), moved(self.settings)
        response = moved(self.compiler[-1][1:])
        response.write_text(response.read_text().replace(str(self.tree), str(tree)))
        other.compiler = [*self.compiler[:-1], f"@{response}"]
        return other

    def must_pass_untouched(self):
        """Tests that fail without any change would notice everything."""
        must(call((self.tree / LIBRARY).parent, *self.compiler))
        filters = "|".join(sorted({part for mutation in MUTATIONS for part in mutation[3].split("|")}))
        must(call(self.tree, "dotnet", "test", str(self.tests), "--filter", filters))

    def judge(self, file, old, new, tests, who):
        """None when the tests notice, otherwise why not."""
        path = self.tree / "src/Gan.Net" / file
        text = path.read_text()
        path.write_text(text.replace(old, new))
        try:
            built = call((self.tree / LIBRARY).parent, *self.compiler)
        finally:
            path.write_text(text)
        if built.returncode != 0:
            return "does not build: " + next((line for line in built.stdout.splitlines() if "error" in line), "")
        return self.notice(tests, who)

    def notice(self, tests, who):
        self.settings.write_text(json.dumps({"parallelizeAssembly": False, "parallelizeTestCollections": False, "stopOnFail": not who}))
        result = call(self.tree, "dotnet", "test", str(self.tests), "--filter", tests, "--logger", "console;verbosity=minimal")
        failed = re.findall(r"^\s*Failed (.+) \[", result.stdout, re.MULTILINE)
        if not failed:
            return None if result.returncode != 0 and "No test matches" not in result.stdout else "survives"
        missing = [word for word in who if not any(word in name for name in failed)]
        return f"survives the tests of {', '.join(missing)}" if missing else None


def stale(mutations):
    """Changes that the sources have moved away from."""
    texts = {name: (ROOT / "src/Gan.Net" / name).read_text() for name in {mutation[0] for mutation in mutations}}
    return [f"matches {texts[name].count(old)} times: {name}: {old.strip()}" for name, old, *_ in mutations if texts[name].count(old) != 1]


def judge_all(chosen, mutants):
    """Lines of those that survive; each is shown as soon as it is known."""
    idle = queue.Queue()
    for mutant in mutants:
        idle.put(mutant)

    def judge(number, mutation):
        mutant = idle.get()
        try:
            why = mutant.judge(*mutation)
        finally:
            idle.put(mutant)
        line = f"{why or 'noticed':10} {mutation[0]}: {mutation[1].strip()} -> {mutation[2] or 'nothing'}"
        print(f"{number:3}/{len(chosen)} {line}", flush=True)
        return [line] if why else []

    with ThreadPoolExecutor(len(mutants)) as jobs:
        return sum(jobs.map(judge, range(1, len(chosen) + 1), chosen), [])


def main(arguments):
    jobs = max([1, *(int(argument.removeprefix("--jobs=")) for argument in arguments if argument.startswith("--jobs="))])
    properties = [argument for argument in arguments if argument.startswith("-") and not argument.startswith("--jobs=")]
    words = [argument for argument in arguments if not argument.startswith("-")]
    chosen = [mutation for mutation in MUTATIONS if not words or any(word in mutation[0] for word in words)]
    if problems := stale(chosen):
        sys.exit("\n".join(["tools/mutations/mutations.py no longer fits the sources:", *problems]))
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        tree = pathlib.Path(folder) / "1"
        copy_sources(tree)
        first = Mutant(tree, properties)
        print(f"built and passed untouched after {time.monotonic() - started:.0f} s", flush=True)
        survivors = judge_all(chosen, [first, *(first.beside(tree.with_name(str(job))) for job in range(2, jobs + 1))])
    print(f"{len(chosen) - len(survivors)} noticed, {len(survivors)} survived, {time.monotonic() - started:.0f} s")
    print("".join(f"{line}\n" for line in survivors), end="")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
