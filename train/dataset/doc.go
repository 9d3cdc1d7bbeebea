// Package dataset owns payloads: the bytes a run trains on, exactly as they are hashed and stored. It knows neither models nor trees nor
// where a payload is kept; which sample a step reads is decided by the program.
//
//	Read         a payload from what people have: a folder of text, token files of llm.c and nanoGPT, IDX images, CSV, records
//	CheckTokens  whether a payload is long enough for a model and whole
//	Open         a payload that lies in a file, without reading it first
//
// A folder's payload is its regular files, sorted by the bytes of their relative paths (separated by /), one behind the other. Tokens lie in
// it little-endian, 1, 2 or 4 bytes each; a record is its features as float32 words and one word for the label.
//
// The same files give the same payload on every machine: no file names, no time stamps, no locale. Links are not followed, so nothing
// outside the folder gets in and nothing inside twice. Nothing else is skipped.
package dataset
