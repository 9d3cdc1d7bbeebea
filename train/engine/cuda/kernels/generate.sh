#!/bin/sh
# Compiles the kernels to PTX with clang alone, no CUDA toolkit. The text is the same on every machine with this clang; others are refused.
# -ffp-contract=off: a product and a sum stay two instructions unless the source says fma.
set -eu
version=19.1.7
root=$(git rev-parse --show-toplevel)
clang=$root/.tools/clang/clang
[ -x "$clang" ] || clang=$(command -v clang-19) || { echo "kernels are not compiled: clang-19 is missing (make clang)"; exit 0; }
"$clang" --version | grep -q "version $version" || { echo "kernels are not compiled: $clang is not version $version (make clang)"; exit 0; }
for name in product reduce copies hash; do
	"$clang" -x cuda --cuda-device-only -nocudainc -nocudalib --cuda-gpu-arch=sm_70 --cuda-feature=+ptx63 -std=c++17 -O3 -ffp-contract=off \
		-Wall -Werror -S "$name.cu" -o "$name.ptx"
done
sha256sum product.cu reduce.cu copies.cu hash.cu shim.h > sources.sha256
