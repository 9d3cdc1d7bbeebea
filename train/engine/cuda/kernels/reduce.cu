// Reductions of rows, columns and tiles, and scatter_add.
//
// Order: sixteen lanes of a half-warp are the profile's sixteen lanes. Which half-warp takes a row, a chunk or a tile, and how many rows a
// block has, changes nothing. Sums of chunks are added in order by one thread each.
#include "shim.h"

enum Kind { SUM, DOT, MAX };

template <Kind K>
INLINE float step(float acc, float x, float y) {
	if constexpr (K == SUM) return acc + x;
	else if constexpr (K == DOT) return fma(x, y, acc);
	else return x > acc ? x : acc;
}

template <Kind K>
INLINE float join(float a, float b) {
	if constexpr (K == MAX) return b > a ? b : a;
	else return a + b;
}

template <Kind K>
INLINE float start() {
	if constexpr (K == MAX) return -__builtin_inff();
	else return 0;
}

// tree leaves s[0] ∘ … in lane 0 of each sixteen.
template <Kind K>
INLINE float tree(float s) {
#pragma unroll
	for (int h = LANES / 2; h > 0; h /= 2) s = join<K>(s, down(s, h));
	return s;
}

// chunkOf reduces terms k … min(k + CHUNK, width) of a row; all sixteen lanes call it.
template <Kind K>
INLINE float chunkOf(const float *x, const float *y, i64 k, i64 width, i64 lane) {
	float acc = start<K>();
	i64 end = k + CHUNK < width ? k + CHUNK : width;
#pragma unroll 4
	for (i64 c = k + lane; c < end; c += LANES) acc = step<K>(acc, x[c], K == DOT ? y[c] : 0);
	return tree<K>(acc);
}

// Short rows: a half-warp each, chunk after chunk.
template <Kind K>
INLINE void rows(const float *x, const float *y, float *out, i64 count, i64 width) {
	i64 r = global() / LANES, lane = thread() % LANES;
	bool in = r < count;
	if (!in) r = count - 1; // shuffles need all lanes
	x += r * width, y += r * width;
	float acc = 0;
	for (i64 k = 0; k < width; k += CHUNK) {
		float s = chunkOf<K>(x, y, k, width, lane);
		acc = k ? join<K>(acc, s) : s;
	}
	if (in && lane == 0) out[r] = acc + 0.0f;
}

// Long rows: a block each; its half-warps take chunks in turn, one thread adds them.
template <Kind K>
INLINE void longRows(const float *x, const float *y, float *out, i64 width) {
	__shared__ float sums[1024]; // a reduction has at most 1024 chunks
	i64 r = block(), lane = thread() % LANES, chunks = (width + CHUNK - 1) / CHUNK;
	x += r * width, y += r * width;
	for (i64 q0 = 0; q0 < chunks; q0 += 256 / LANES) {
		i64 q = q0 + thread() / LANES;
		float s = chunkOf<K>(x, y, q * CHUNK, width, lane);
		if (lane == 0 && q < chunks) sums[q] = s;
	}
	barrier();
	if (thread()) return;
	float acc = sums[0];
	for (i64 q = 1; q < chunks; q++) acc = join<K>(acc, sums[q]);
	out[r] = acc + 0.0f;
}

#define ROWS(name, kind) \
	KERNEL rows_##name(const float *x, const float *y, float *out, i64 count, i64 width) { rows<kind>(x, y, out, count, width); } \
	KERNEL long_rows_##name(const float *x, const float *y, float *out, i64 count, i64 width) { longRows<kind>(x, y, out, width); }
ROWS(sum, SUM)
ROWS(dot, DOT)
ROWS(max, MAX)

// Columns: a block has 32 columns and one chunk of rows. All threads bring 128 rows at a time into shared memory, where one warp's threads go
// down a column each: the chain is short of nothing but its own additions. parts has one row for each chunk, which `fold` adds; a single chunk
// is the result.
enum { STRIP = 32, ROWS_AT_ONCE = 128 };

template <Kind K>
INLINE void columns(const float *x, const float *y, float *parts, i64 rows, i64 width) {
	__shared__ float left[ROWS_AT_ONCE][STRIP];
	__shared__ float right[K == DOT ? ROWS_AT_ONCE : 1][STRIP];
	i64 t = thread(), q = __nvvm_read_ptx_sreg_ctaid_y(), c = block() * STRIP + t % STRIP;
	i64 r0 = q * CHUNK, end = r0 + CHUNK < rows ? r0 + CHUNK : rows;
	float acc = 0;
	for (; r0 < end; r0 += ROWS_AT_ONCE) {
#pragma unroll
		for (int i = 0; i < ROWS_AT_ONCE / 8; i++) {
			i64 own = t / STRIP + 8 * i;
			bool in = c < width && r0 + own < end;
			left[own][t % STRIP] = in ? x[(r0 + own) * width + c] : 0;
			if constexpr (K == DOT) right[own][t % STRIP] = in ? y[(r0 + own) * width + c] : 0;
		}
		barrier();
		if (t < STRIP) { // rows behind the last are +0, which only the sign of a zero could show
#pragma unroll 16
			for (int i = 0; i < ROWS_AT_ONCE; i++) acc = step<K>(acc, left[i][t], K == DOT ? right[i][t] : 0);
		}
		barrier();
	}
	if (t < STRIP && c < width) parts[q * width + c] = acc + 0.0f;
}
KERNEL columns_sum(const float *x, const float *y, float *parts, i64 rows, i64 width) { columns<SUM>(x, y, parts, rows, width); }
KERNEL columns_dot(const float *x, const float *y, float *parts, i64 rows, i64 width) { columns<DOT>(x, y, parts, rows, width); }

// Tiles: a half-warp each, a row of the tile per step. Words behind the edges are +0, whose terms only the sign of a zero could show.
template <Kind K>
INLINE void tiles(const float *x, float *out, i64 count, i64 rows, i64 width, i64 down_, i64 across) {
	i64 tile = global() / LANES, lane = thread() % LANES;
	bool in = tile < count;
	if (!in) tile = count - 1;
	i64 matrix = tile / (down_ * across), within = tile % (down_ * across);
	i64 top = within / across * SIDE, column = within % across * SIDE + lane;
	i64 end = rows - top < SIDE ? rows - top : SIDE;
	if (column >= width) end = 0;
	x += (matrix * rows + top) * width + column;
	float acc = 0;
	for (i64 i = 0; i < end; i++) acc = step<K>(acc, x[i * width], x[i * width]);
	acc = tree<K>(acc);
	if (in && lane == 0) out[tile] = acc + 0.0f;
}
KERNEL tiles_sum(const float *x, float *out, i64 count, i64 rows, i64 width, i64 down_, i64 across) {
	tiles<SUM>(x, out, count, rows, width, down_, across);
}
KERNEL tiles_sqsum(const float *x, float *out, i64 count, i64 rows, i64 width, i64 down_, i64 across) {
	tiles<DOT>(x, out, count, rows, width, down_, across);
}

// The same for vectors, whose tiles are 256 consecutive words.
template <Kind K>
INLINE void vectorTiles(const float *x, float *out, i64 words) {
	i64 tile = global() / LANES, lane = thread() % LANES;
	bool in = tile * TILE < words;
	float acc = 0;
	for (i64 i = 0; i < SIDE; i++) {
		i64 at = tile * TILE + i * SIDE + lane;
		if (at < words) acc = step<K>(acc, x[at], x[at]);
	}
	acc = tree<K>(acc);
	if (in && lane == 0) out[tile] = acc + 0.0f;
}
KERNEL vector_tiles_sum(const float *x, float *out, i64 words) { vectorTiles<SUM>(x, out, words); }
KERNEL vector_tiles_sqsum(const float *x, float *out, i64 words) { vectorTiles<DOT>(x, out, words); }

// scatter_index adds up the rows of x that have one index. Block n, row n of x, does so if it is the first row with its index; the others
// have nothing to do. Every warp looks for the next row by itself, 32 indices at a time. Rows of out that no index names are left as they
// are: +0, or what `add` adds to, to which +0 would add nothing.
KERNEL scatter_index(const float *x, const u32 *index, float *out, i64 n, i64 values, i64 width, u64 add) {
	i64 own = block(), t = thread(), lane = t % 32;
	u32 v = index[own];
	if (v >= values) return;
	bool earlier = false;
	for (i64 i = t; i < own; i += 256) earlier |= index[i] == v;
	if (any(earlier)) return;
	for (i64 c0 = 0; c0 < width; c0 += 256) {
		i64 c = c0 + t;
		float total = 0, sum = 0;
		i64 q = own / CHUNK;
		for (i64 i0 = own / 32 * 32; i0 < n; i0 += 32) {
			bool match = false;
			if (i0 + lane < n && i0 + lane >= own) match = index[i0 + lane] == v;
			u32 found = __nvvm_vote_ballot_sync(0xffffffffu, match);
			if (found && i0 / CHUNK != q) {
				total = total + sum;
				sum = 0;
				q = i0 / CHUNK;
			}
			for (; found; found &= found - 1)
				if (c < width) sum = sum + x[(i0 + __builtin_ctz(found)) * width + c];
		}
		total = total + sum;
		if (c < width) {
			float *p = out + v * width + c;
			float had = 0;
			if (add) had = *p;
			*p = had + total;
		}
	}
}

// scatter_cycle adds up rows v, v + modulus, …; values from modulus on have none.
KERNEL scatter_cycle(const float *x, float *out, i64 n, i64 values, i64 width, i64 modulus) {
	i64 e = global();
	if (e >= values * width) return;
	i64 v = e / width, c = e % width;
	float total = 0, sum = 0;
	i64 q = v / CHUNK;
	if (v < modulus) {
		for (i64 i = v; i < n; i += modulus) {
			if (i / CHUNK != q) {
				total = total + sum;
				sum = 0;
				q = i / CHUNK;
			}
			sum = sum + x[i * width + c];
		}
	}
	out[e] = total + sum;
}
