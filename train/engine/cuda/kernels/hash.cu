// SHA-256 of tiles and nodes: leaf = H(1024 bytes ‖ 00), node = H(left ‖ right ‖ 01). Hashes lie as eight big-endian words, in native order.
#include "shim.h"

INLINE u32 right(u32 x, int n) { return x >> n | x << (32 - n); }
INLINE u32 swapped(u32 x) { return __builtin_bswap32(x); }

INLINE void compress(u32 (&h)[8], u32 (&w)[16]) {
	static const u32 K[64] = {
		0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
		0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
		0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
		0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
		0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
		0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
	};
	u32 s[8];
#pragma unroll
	for (int i = 0; i < 8; i++) s[i] = h[i];
#pragma unroll
	for (int i = 0; i < 64; i++) {
		if (i >= 16) {
			u32 a = w[(i + 1) % 16], b = w[(i + 14) % 16];
			w[i % 16] += (right(a, 7) ^ right(a, 18) ^ a >> 3) + w[(i + 9) % 16] + (right(b, 17) ^ right(b, 19) ^ b >> 10);
		}
		u32 e = s[4], a = s[0];
		u32 t = s[7] + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & s[5]) ^ (~e & s[6])) + K[i] + w[i % 16];
		u32 u = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
		s[7] = s[6], s[6] = s[5], s[5] = s[4], s[4] = s[3] + t, s[3] = s[2], s[2] = s[1], s[1] = s[0], s[0] = t + u;
	}
#pragma unroll
	for (int i = 0; i < 8; i++) h[i] += s[i];
}

INLINE void begin(u32 (&h)[8]) {
	h[0] = 0x6a09e667, h[1] = 0xbb67ae85, h[2] = 0x3c6ef372, h[3] = 0xa54ff53a;
	h[4] = 0x510e527f, h[5] = 0x9b05688c, h[6] = 0x1f83d9ab, h[7] = 0x5be0cd19;
}

// end compresses the last block: the tag, the padding and the number of bits.
INLINE void end(u32 (&h)[8], u32 tag, u32 bytes) {
	u32 w[16];
#pragma unroll
	for (int i = 0; i < 16; i++) w[i] = 0;
	w[0] = tag << 24 | 0x800000;
	w[15] = 8 * bytes;
	compress(h, w);
}

// leaves hashes tiles: one thread a tile. down = 0: of a vector of width words. Behind the last tile it writes the padding leaf, 32 zero bytes.
KERNEL leaves(const u32 *x, u32 *out, i64 count, i64 padded, i64 rows, i64 width, i64 down_, i64 across) {
	i64 tile = global();
	if (tile >= padded) return;
	u32 h[8];
	if (tile >= count) {
#pragma unroll
		for (int i = 0; i < 8; i++) out[8 * tile + i] = 0;
		return;
	}
	i64 top = 0, left = 0;
	if (down_) {
		i64 matrix = tile / (down_ * across), within = tile % (down_ * across);
		top = within / across * SIDE, left = within % across * SIDE;
		x += matrix * rows * width;
	}
	begin(h);
	for (i64 i = 0; i < SIDE; i++) { // a block of the hash is a row of the tile
		u32 w[16];
#pragma unroll
		for (int j = 0; j < 16; j++) {
			i64 at = down_ ? (top + i) * width + left + j : tile * TILE + i * SIDE + j;
			bool in = down_ ? top + i < rows && left + j < width : at < width;
			w[j] = 0;
			if (in) w[j] = swapped(x[at]);
		}
		compress(h, w);
	}
	end(h, 0, 1025);
#pragma unroll
	for (int i = 0; i < 8; i++) out[8 * tile + i] = h[i];
}

// nodes hashes pairs of hashes.
KERNEL nodes(const u32 *in, u32 *out, i64 count) {
	i64 n = global();
	if (n >= count) return;
	u32 h[8], w[16];
	begin(h);
#pragma unroll
	for (int i = 0; i < 16; i++) w[i] = in[16 * n + i];
	compress(h, w);
	end(h, 1, 65);
#pragma unroll
	for (int i = 0; i < 8; i++) out[8 * n + i] = h[i];
}
