#!/bin/sh
# Runs the tests that need a GPU from the binaries that `make gpu-test-build` left in the folder given. Run it in the root of the repository.
set -eu
binaries=$(cd "$1" && pwd)
"$binaries/commonweight" doctor
cd train/engine/cuda
"$binaries/cuda.test" -gpu -test.v -test.timeout 60m
for tool in memcheck racecheck; do
	if command -v compute-sanitizer >/dev/null; then
		compute-sanitizer --tool "$tool" --error-exitcode 1 "$binaries/cuda.test" -gpu -test.run 'Vectors|Device' -test.timeout 60m
	else
		echo "$tool is left out: compute-sanitizer is not installed"
	fi
done
cd ../../../fraudproof/trace
"$binaries/trace.test" -test.run RootsOfGPT2 -all -engine cuda -test.v -test.timeout 60m
