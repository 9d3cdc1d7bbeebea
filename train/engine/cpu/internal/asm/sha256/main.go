// Command sha256 writes assembly for fraudproof/merkle: SHA-256 of two messages side by side with the SHA extensions of amd64, and of sixteen
// with AVX-512. One message alone waits for the latency of each round; two fill the gaps of one another, and sixteen the registers. It stands
// here because this is the room of avo.
package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// message is the registers of one message: the state as the round instructions want it, and sixteen words of the schedule.
type message struct {
	abef, cdgh VecPhysical
	words      [4]VecPhysical
	at         GPVirtual // the next block
	save       Mem       // the state before the block
}

func main() {
	hasSHA()
	hashPair()
	hashSixteen()
	Generate()
}

// hasSHA asks the processor itself, since no package of Go's tells.
func hasSHA() {
	TEXT("hasSHA", attr.NOSPLIT, "func() bool")
	Doc("hasSHA reports whether the processor has the SHA extensions, and SSSE3 and SSE4.1 with them.")
	Pragma("noescape")
	const leafOne, leafSeven = 1, 7
	MOVL(U32(0), EAX)
	CPUID()
	CMPL(EAX, U32(leafSeven))
	JL(LabelRef("no"))
	MOVL(U32(leafOne), EAX)
	XORL(ECX, ECX)
	CPUID()
	ANDL(U32(1<<9|1<<19), ECX) // SSSE3, SSE4.1
	CMPL(ECX, U32(1<<9|1<<19))
	JNE(LabelRef("no"))
	MOVL(U32(leafSeven), EAX)
	XORL(ECX, ECX)
	CPUID()
	SHRL(U8(29), EBX)
	ANDL(U32(1), EBX)
	Store(BL, ReturnIndex(0))
	RET()
	Label("no")
	MOVB(U8(0), BL)
	Store(BL, ReturnIndex(0))
	RET()
}

func hashPair() {
	TEXT("hashPair", attr.NOSPLIT, "func(out, a, b *byte, blocks int)")
	Doc("hashPair writes the SHA-256 of two messages to out, 32 bytes each. Both are padded already and have so many blocks of 64 bytes.")
	Pragma("noescape")
	two := [2]message{
		{abef: X1, cdgh: X2, words: [4]VecPhysical{X3, X4, X5, X6}, at: GP64(), save: AllocLocal(32)},
		{abef: X7, cdgh: X8, words: [4]VecPhysical{X9, X10, X11, X12}, at: GP64(), save: AllocLocal(32)},
	}
	Load(Param("a"), two[0].at)
	Load(Param("b"), two[1].at)
	out, blocks, k := GP64(), GP64(), GP64()
	Load(Param("out"), out)
	Load(Param("blocks"), blocks)
	LEAQ(words("constants", constants), k)
	for _, m := range two { // of initial
		MOVOU(words("abef", []uint32{0x9b05688c, 0x510e527f, 0xbb67ae85, 0x6a09e667}), m.abef)
		MOVOU(words("cdgh", []uint32{0x5be0cd19, 0x1f83d9ab, 0xa54ff53a, 0x3c6ef372}), m.cdgh)
	}
	swap := X13 // the bytes of each word
	MOVOU(words("swap", []uint32{0x00010203, 0x04050607, 0x08090a0b, 0x0c0d0e0f}), swap)

	Label("block")
	for _, m := range two {
		MOVOU(m.abef, m.save)
		MOVOU(m.cdgh, m.save.Offset(16))
	}
	for group := range 16 {
		for _, m := range two {
			m.rounds(group, k, swap)
		}
	}
	for _, m := range two {
		MOVOU(m.save, X0)
		PADDD(X0, m.abef)
		MOVOU(m.save.Offset(16), X0)
		PADDD(X0, m.cdgh)
		ADDQ(U32(64), m.at)
	}
	DECQ(blocks)
	JNE(LabelRef("block"))

	for i, m := range two {
		t := m.words[0]
		PSHUFD(U8(0x1b), m.abef, t)       // a b e f
		PSHUFD(U8(0xb1), m.cdgh, m.cdgh)  // g h c d
		MOVOA(t, m.abef)                  //
		PBLENDW(U8(0xf0), m.cdgh, m.abef) // a b c d
		PALIGNR(U8(8), t, m.cdgh)         // e f g h
		PSHUFB(swap, m.abef)
		PSHUFB(swap, m.cdgh)
		MOVOU(m.abef, Mem{Base: out, Disp: 32 * i})
		MOVOU(m.cdgh, Mem{Base: out, Disp: 32*i + 16})
	}
	RET()
}

// rounds does rounds 4·group … 4·group+3 and prepares words of later groups, as FIPS 180-4 schedules them.
func (m message) rounds(group int, k GPVirtual, swap VecPhysical) {
	word := func(g int) VecPhysical { return m.words[(g+4)%4] }
	current, next, previous, sum, shifted := word(group), word(group+1), word(group-1), X0, X14
	if group < 4 {
		MOVOU(Mem{Base: m.at, Disp: 16 * group}, current)
		PSHUFB(swap, current)
	}
	MOVOU(Mem{Base: k, Disp: 16 * group}, sum)
	PADDD(current, sum)
	SHA256RNDS2(sum, m.abef, m.cdgh)
	if group >= 3 && group < 15 {
		MOVOA(current, shifted)
		PALIGNR(U8(4), previous, shifted)
		PADDD(shifted, next)
		SHA256MSG2(current, next)
	}
	PSHUFD(U8(0x0e), sum, sum)
	SHA256RNDS2(sum, m.cdgh, m.abef)
	if group >= 1 && group < 13 {
		SHA256MSG1(current, previous)
	}
}

// words returns a table in memory.
func words(name string, values []uint32) Mem {
	if m, ok := tables[name]; ok {
		return m
	}
	m := GLOBL(name, attr.RODATA|attr.NOPTR)
	for i, v := range values {
		DATA(4*i, U32(v))
	}
	tables[name] = m
	return m
}

// initial is the state before the first block.
var initial = [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}

var tables = map[string]Mem{}

var constants = []uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}
