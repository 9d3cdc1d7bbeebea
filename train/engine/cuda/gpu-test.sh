#!/bin/sh
# Runs the tests that need a GPU from the binaries that `make gpu-test-build` left in the folder given. Run it in the root of the repository. One part
# that fails keeps no other from running; the last line says which failed.
set -eu
binaries=$(cd "$1" && pwd)
root=$PWD
failed=

part() { # NAME FOLDER COMMAND …
	name=$1 folder=$2
	shift 2
	echo "=== $name: $*"
	(cd "$root/$folder" && "$@") || failed="$failed $name"
}

part doctor . "$binaries/commonweight" doctor
part engine train/engine/cuda "$binaries/cuda.test" -gpu -test.v -test.timeout 60m
part gpt2 fraudproof/trace "$binaries/trace.test" -test.run RootsOfGPT2 -all -engine cuda -test.v -test.timeout 60m
for tool in memcheck racecheck; do
	if command -v compute-sanitizer >/dev/null; then
		part "$tool" train/engine/cuda compute-sanitizer --tool "$tool" --error-exitcode 1 "$binaries/cuda.test" -gpu -test.run 'TestVectors|TestDevice$' -test.v -test.timeout 60m
	else
		echo "=== $tool is left out: compute-sanitizer is not installed"
	fi
done
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
echo "all passed"
