// Package kernels holds the CUDA engine's kernels: CUDA C and the PTX that clang makes of it. It knows nothing of plans or devices.
//
//	shim.h      what stands in for the toolkit's headers
//	product.cu  matrix products in three modes and three shapes of blocks; fold, which adds the sums of chunks
//	reduce.cu   rows, columns, tiles, scatter_add
//	copies.cu   gather, pick, what goes into place, ticks
//	hash.cu     SHA-256 of tiles and nodes
//
// Each file says why its grids and blocks can't change a bit. Maps have no source here: train/engine/cuda/plan writes their PTX.
package kernels

import _ "embed"

//go:generate sh generate.sh

// The modules, as the driver reads them.
var (
	//go:embed product.ptx
	product string
	//go:embed reduce.ptx
	reduce string
	//go:embed copies.ptx
	copies string
	//go:embed hash.ptx
	hash string
)

// Modules are the texts by name.
func Modules() map[string]string {
	return map[string]string{"product": product, "reduce": reduce, "copies": copies, "hash": hash}
}
