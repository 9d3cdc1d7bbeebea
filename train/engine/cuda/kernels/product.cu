// Matrix products: C[g,i,j] = chain over k of fma(A[i,k], B[k,j], acc).
//
// A block of 256 threads computes BM×BN outputs, each thread (BM/16)×(BN/16) of them in registers. Eight terms at a time go through shared
// memory, twice, so that the next eight are on their way while these are multiplied.
//
// Order: every output is one accumulator of one thread. It takes its terms in ascending k from +0 and is added to what C has after each
// chunk of 512, so grid, block and thread shapes can't change it. A block that takes only some chunks (split k) leaves their sums in `parts`,
// and `fold` adds them in order. Terms behind the edges are fma(0, 0, acc), which only the sign of a zero could show, and the first
// chunk's addition to +0 ends that. C is then never −0, so no later addition is.
//
// Causal attention multiplies by matrices whose words above the diagonal are ±0, mostly. Nothing is assumed: a kernel has looked at them, and at B. If
// it found ±0 there and no Inf or NaN in B, the terms left out are ±0, which again only the sign of a zero could show; if not, all are taken.
#include "shim.h"

enum { STEP = 8, PAD = 4 };

// origin is where a matrix of a list begins: matrix g at word (g / across) * outer + (g % across) * inner.
INLINE i64 origin(i64 g, i64 across, i64 outer, i64 inner) { return g / across * outer + g % across * inner; }

// Operand brings STEP terms of SPAN rows (or columns) from memory to shared memory. DEEP: the terms lie side by side, else the rows do.
// Each thread carries V words; wide, if they are one vector that is wholly in the operand or wholly outside.
template <int SPAN, bool DEEP>
struct Operand {
	static const int V = SPAN * STEP / 256;
	float held[V];
	const float *at;
	i64 stride;
	int line, word; // of the thread in what the block brings
	i64 left;       // words of its line in the operand, from the thread's on; DEEP: of all lines
	bool in, wide;

	MEMBER Operand(const float *x, i64 rowWords, i64 first, i64 span, i64 k, int t, bool vectors) {
		stride = rowWords, wide = vectors;
		if constexpr (DEEP) {
			line = t / (STEP / V), word = t % (STEP / V) * V;
			in = first + line < span;
			at = x + (first + line) * stride + k + word;
		} else {
			line = t / (SPAN / V), word = t % (SPAN / V) * V;
			left = span - first - word;
			in = left > 0;
			at = x + (k + line) * stride + first + word;
		}
	}

	// fetch takes the next STEP terms, of which `terms` are there; the others are +0.
	MEMBER void fetch(int terms) {
		int many = V;
		if constexpr (DEEP) many = in ? terms - word : 0;
		else many = !in || line >= terms ? 0 : left < V ? (int)left : V;
		if (wide) {
			if (many > 0) {
				if constexpr (V == 4) {
					f32x4 v = *(const f32x4 *)at;
					held[0] = v.x, held[1] = v.y, held[2] = v.z, held[3] = v.w;
				} else {
					f32x2 v = *(const f32x2 *)at;
					held[0] = v.x, held[1] = v.y;
				}
			} else {
#pragma unroll
				for (int i = 0; i < V; i++) held[i] = 0;
			}
		} else {
#pragma unroll
			for (int i = 0; i < V; i++) held[i] = i < many ? at[i] : 0;
		}
		at += DEEP ? STEP : STEP * stride;
	}

	MEMBER void put(float (*to)[SPAN + PAD]) {
#pragma unroll
		for (int i = 0; i < V; i++) {
			if constexpr (DEEP) to[word + i][line] = held[i];
			else to[line][word + i] = held[i];
		}
	}
};

// take reads the words of a thread: quads of four at distance APART.
template <int N, int APART>
INLINE void take(float (&to)[N], const float *from) {
#pragma unroll
	for (int q = 0; q < N / 4; q++) {
		f32x4 v = *(const f32x4 *)(from + q * APART);
		to[4 * q] = v.x, to[4 * q + 1] = v.y, to[4 * q + 2] = v.z, to[4 * q + 3] = v.w;
	}
}

enum { WIDE_A = 1, WIDE_B = 2, WIDE_C = 4, CAUSAL = 8 };

template <int BM, int BN, bool DEEP_A, bool DEEP_B>
INLINE void product(const float *a, const float *b, float *c, float *parts, const u32 *above, const u32 *odd, i64 lda, i64 ldb,
	i64 ldc, i64 acrossA, i64 outerA, i64 innerA, i64 acrossB, i64 outerB, i64 innerB, i64 acrossC, i64 outerC, i64 innerC, i64 m, i64 n, i64 terms, i64 chunks, u64 flags) {
	static const int TM = BM / 16, TN = BN / 16;
	// Eight warps, 4 down and 2 across; 4×8 lanes each; a lane has quads of rows 16 apart and quads of columns 32 apart.
	static const int WM = BM / 4, WN = BN / 2;
	__shared__ __attribute__((aligned(16))) float left[2][STEP][BM + PAD];
	__shared__ __attribute__((aligned(16))) float right[2][STEP][BN + PAD];

	int t = (int)thread();
	i64 g = __nvvm_read_ptx_sreg_ctaid_y(), panels = (n + BN - 1) / BN;
	i64 i0 = block() / panels * BM, j0 = block() % panels * BN;
	int warp = t / 32, lane = t % 32;
	int row = warp / 2 * WM + lane / 8 * 4, column = warp % 2 * WN + lane % 8 * 4;
	c += origin(g, acrossC, outerC, innerC);

	i64 all = (terms + CHUNK - 1) / CHUNK, q = __nvvm_read_ptx_sreg_ctaid_z() * chunks, last = q + chunks < all ? q + chunks : all;
	i64 from = q * CHUNK, to = last * CHUNK < terms ? last * CHUNK : terms; // the terms that are taken
	if (flags & CAUSAL && j0 > i0 + BM - 1) to = from;                      // no output of the block has any
	if (above) {
		u32 found = 0;
		for (int i = 0; i < LOOKS; i++) found |= above[g * LOOKS + i] | odd[g * LOOKS + i];
		if (!found && DEEP_A && to > i0 + BM) to = i0 + BM;
		if (!found && !DEEP_A && from < i0) from = i0;
	}
	bool first = true;
	i64 rest = to - from; // terms from the next to be multiplied on
	Operand<BM, DEEP_A> x(a + origin(g, acrossA, outerA, innerA), lda, i0, m, from, t, flags & WIDE_A);
	Operand<BN, DEEP_B> y(b + origin(g, acrossB, outerB, innerB), ldb, j0, n, from, t, flags & WIDE_B);
	int half = 0;
	if (rest > 0) {
		x.fetch(rest < STEP ? (int)rest : STEP);
		y.fetch(rest < STEP ? (int)rest : STEP);
		x.put(left[0]);
		y.put(right[0]);
		barrier();
	}
	for (; q < last; q++, first = false) {
		float sum[TM][TN];
#pragma unroll
		for (int i = 0; i < TM; i++)
#pragma unroll
			for (int j = 0; j < TN; j++) sum[i][j] = 0;
		i64 end = (q + 1) * CHUNK < to ? (q + 1) * CHUNK : to;
		int steps = end > from ? ((int)(end - from) + STEP - 1) / STEP : 0;
		if (end > from) from = end;
		for (; steps > 0; steps--) {
			rest -= STEP;
			if (rest > 0) {
				x.fetch(rest < STEP ? (int)rest : STEP);
				y.fetch(rest < STEP ? (int)rest : STEP);
			}
#pragma unroll
			for (int s = 0; s < STEP; s++) {
				float u[TM], v[TN];
				take<TM, 16>(u, &left[half][s][row]);
				take<TN, 32>(v, &right[half][s][column]);
#pragma unroll
				for (int i = 0; i < TM; i++)
#pragma unroll
					for (int j = 0; j < TN; j++) sum[i][j] = fma(u[i], v[j], sum[i][j]);
			}
			if (rest > 0) {
				half ^= 1;
				x.put(left[half]);
				y.put(right[half]);
				barrier();
			}
		}
		// The chunk's sums are added to C, or written among the parts.
#pragma unroll
		for (int i = 0; i < TM; i++) {
			i64 r = i0 + row + i / 4 * 16 + i % 4;
			if (r >= m) continue;
#pragma unroll
			for (int k = 0; k < TN / 4; k++) {
				i64 s = j0 + column + k * 32;
				float *p = parts ? parts + ((g * all + q) * m + r) * n + s : c + r * ldc + s;
				if (flags & WIDE_C) {
					if (s >= n) continue;
					f32x4 v = {0, 0, 0, 0};
					if (!first && !parts) v = *(f32x4 *)p;
					v.x = v.x + sum[i][4 * k], v.y = v.y + sum[i][4 * k + 1], v.z = v.z + sum[i][4 * k + 2], v.w = v.w + sum[i][4 * k + 3];
					if (flags & CAUSAL) {
						if (s + 0 > r) v.x = 0;
						if (s + 1 > r) v.y = 0;
						if (s + 2 > r) v.z = 0;
						if (s + 3 > r) v.w = 0;
					}
					*(f32x4 *)p = v;
					continue;
				}
#pragma unroll
				for (int j = 0; j < 4; j++) {
					if (s + j >= n) continue;
					float v = 0;
					if (!first && !parts) v = p[j];
					v = v + sum[i][4 * k + j];
					if (flags & CAUSAL && s + j > r) v = 0;
					p[j] = v;
				}
			}
		}
	}
}

#define PRODUCT(name, bm, bn, deepA, deepB) \
	extern "C" __global__ void __launch_bounds__(256, 2) name(const float *a, const float *b, float *c, float *parts, \
		const u32 *above, const u32 *odd, i64 lda, i64 ldb, i64 ldc, i64 acrossA, i64 outerA, i64 innerA, i64 acrossB, i64 outerB, i64 innerB, i64 acrossC, i64 outerC, i64 innerC, i64 m, i64 n, \
		i64 terms, i64 chunks, u64 flags) { \
		product<bm, bn, deepA, deepB>(a, b, c, parts, above, odd, lda, ldb, ldc, acrossA, outerA, innerA, acrossB, outerB, innerB, acrossC, outerC, \
			innerC, m, n, terms, chunks, flags); \
	}

#define PRODUCTS(bm, bn) \
	PRODUCT(product_nn_##bm##x##bn, bm, bn, true, false) \
	PRODUCT(product_nt_##bm##x##bn, bm, bn, true, true) \
	PRODUCT(product_tn_##bm##x##bn, bm, bn, false, false)

PRODUCTS(128, 128)
PRODUCTS(128, 64)
PRODUCTS(64, 64)

// fold adds the sums of the chunks of each output in order. A part is the m×n sums of one chunk; those of a matrix follow one another.
KERNEL fold(const float *parts, float *c, i64 ldc, i64 across, i64 outerC, i64 innerC, i64 m, i64 n, i64 chunks, u64 flags) {
	i64 e = global(), g = __nvvm_read_ptx_sreg_ctaid_y();
	if (e >= m * n) return;
	i64 r = e / n, s = e % n;
	parts += g * chunks * m * n + e;
	float acc = 0;
	for (i64 q = 0; q < chunks; q++) acc = acc + parts[q * m * n];
	if (flags & CAUSAL && s > r) acc = 0;
	c[origin(g, across, outerC, innerC) + r * ldc + s] = acc;
}
