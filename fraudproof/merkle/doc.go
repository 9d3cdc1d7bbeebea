// Package merkle owns the trees that commitments are made of: tiles, leaves, roots and openings. It knows nothing of
// programs, states or chains, imports nothing of ours, and has a twin in Solidity (TileProof.sol) that reads the same vectors
// (testdata/vectors/merkle.json).
//
// Every hash ends in a one-byte tag, so that the words in front of it stay aligned and no hash of one sort can pass for another:
//
//	leaf       H(1024 bytes ‖ 00)                      a tile of a tensor, 1 KiB of the dataset, one operator descriptor
//	entry      H(root ‖ 00)                            a leaf of a list of roots
//	node       H(left ‖ right ‖ 01)
//	list root  H(tree ‖ kind ‖ uint64 length ‖ 02)     length counts leaves before padding, little-endian
//
// Leaves are padded on the right with 32 zero bytes each to a power of two. A list of one leaf has depth 0: its tree is the leaf.
// The tree of an empty list is the padding leaf; nothing can be opened in it.
//
// What the leaves of a list are:
//
//	matrix   16×16 words, row-major in the tile, tiles row by row; a list of G matrices is cut matrix by matrix, each with its own grid
//	vector   256 consecutive words
//	dataset  1 KiB of the payload as it lies
//
// Words lie little-endian; edges are filled with +0, the end of a payload with zero bytes. Kind and length of a list, and with them the
// depth of every opening, are known to the verifier from the program: a prover supplies siblings only.
//
// H is SHA-256 or, for a small run that wants step proofs, Poseidon2 (Function). With Poseidon2 a message is field elements, taken in one by one
// (absorb): a root, node or leaf is an element, big-endian in its 32 bytes; other bytes are packed little-endian, 28 in one element; the tag is
// the first element:
//
//	leaf       0; 37 elements of 28, 28 … 28, 16 bytes, from the last to the first
//	entry      0; root
//	node       1; left; right
//	list root  2; tree; kind + 256·length
//
// Hashing by SHA-256 uses all cores. On amd64 each hashes sixteen leaves or nodes at a time with AVX-512, where they lie if they can be hashed there
// (sixteen.go), or two with the SHA extensions (pair.go), which is half as fast; one after the other is half of that. Roots don't depend on how
// many there are: a leaf belongs to its index, and nodes are binary.
package merkle

//go:generate go test -run TestPoseidon2Vectors -update .
