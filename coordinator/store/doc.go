// Package store keeps the entities of an index in one SQLite file, as a graph node does: every version of an entity with the blocks it was
// true in, so that a reorganisation is a rollback and earlier blocks can be asked about. It knows entities, not events; SQL is written
// here and nowhere else.
//
//	Store   the file: one writer, any number of readers (WAL)
//	Batch   one transaction of the writer: blocks in ascending order, what mappings save in each, and the cursor that moves with them
//	View    one moment of the file: all its answers are of the same state
//
// A version of a mutable kind holds for the blocks first ≤ b < next; of an immutable kind for all from first on. Rolling back to block b
// deletes what began later and reopens what ended later. Versions that ended long ago are forgotten (Keep). Whatever happens to the process, the file
// holds whole batches.
//
// # Values
//
//	ids, references, String   TEXT
//	Bytes                     BLOB
//	lists of Bytes            TEXT: ",aa,bb,"
//	BigInt                    BLOB whose bytes are in the order of the numbers: sign and length, then magnitude
//	Int, Boolean              INTEGER
//	enums                     INTEGER: place in the schema, from 1
package store
