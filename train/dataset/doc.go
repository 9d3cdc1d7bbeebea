// Package dataset owns payloads: the bytes a run trains on, exactly as they are hashed and stored. It knows neither models nor trees nor
// where a payload is kept; which sample a step reads is decided by the program.
//
//	FromFolder   the regular files of a folder, sorted by the bytes of their relative paths (separated by /), one behind the other
//	FromTokens   a file of tokens, little-endian, of 1, 2 or 4 bytes each
//	CheckTokens  whether a payload is long enough for a model and whole
//	Open         a payload that lies in a file, without reading it first
//
// The same files give the same payload on every machine: no file names, no time stamps, no locale. Links are not followed, so nothing
// outside the folder gets in and nothing inside twice. Nothing else is skipped.
package dataset
