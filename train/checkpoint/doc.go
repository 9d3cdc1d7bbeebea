// Package checkpoint owns the files that states are stored in: safetensors, readable by PyTorch and every other tool, written and read to
// the bit. It knows programs and states, and nothing of where a file is kept or whose it is.
//
//	Write        a whole state; the same state gives the same bytes everywhere
//	Read         the state back, bit by bit, and nothing but a state of the given program
//	CheckGenesis what a state must not hold before step 0
//	ExportModel  the parameters alone, for people who use the model; ModelConfig for Hugging Face's loader
//	ImportModel  the other way: the parameters of a model.safetensors that somebody else wrote, as the state before step 0
//
// A file is a header (8 bytes length, then JSON: names, types, shapes, offsets) and the words, little-endian. Tensors are sorted by name.
// Parameters have the names and layouts of the program; for a GPT those are Hugging Face's GPT-2 (weights are [in, out]). Moments have the
// parameter's name behind first_moment. or second_moment., the rest are scalars (pow1, pow2, loss, norm) and clock (uint32).
//
// Read bounds the header before it reads it, takes only names, types and shapes of the program, and refuses overlaps, holes, repeated
// names, bytes left over and bytes missing. It doesn't check whose state it is: compare the state root.
package checkpoint
