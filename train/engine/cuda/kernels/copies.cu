// What only moves words, or looks at them: gather, pick, concat, tick, results into the state; what products may leave out.
#include "shim.h"

// gather copies rows of a table: of index[n] (0), n mod parameter (1), or min(clock, parameter) (2). Beyond the table it reads row 0.
KERNEL gather(const u32 *table, const u32 *index, u32 *out, i64 count, i64 values, i64 width, u64 mode, u64 parameter) {
	i64 e = global();
	if (e >= count * width) return;
	i64 n = e / width, c = e % width;
	u64 v;
	if (mode == 0) v = index[n];
	else if (mode == 1) v = (u64)n % parameter;
	else v = *index < parameter ? *index : parameter;
	if (v >= (u64)values) v = 0;
	out[e] = table[v * width + c];
}

// pick copies one word of each row; beyond the row it reads column 0.
KERNEL pick(const u32 *z, const u32 *index, u32 *out, i64 count, i64 width) {
	i64 n = global();
	if (n >= count) return;
	u64 v = index[n];
	if (v >= (u64)width) v = 0;
	out[n] = z[n * width + v];
}

// place copies a matrix into columns of a wider one.
KERNEL place(const u32 *from, u32 *to, i64 rows, i64 width, i64 stride) {
	i64 e = global();
	if (e < rows * width) to[e / width * stride + e % width] = from[e];
}

// canonical copies floats and makes every NaN the one NaN.
KERNEL canonical(const float *from, float *to, i64 words) {
	i64 e = global();
	if (e >= words) return;
	float x = from[e];
	to[e] = x != x ? number(0x7fc00000) : x;
}

KERNEL zero(float *to, i64 words) {
	i64 e = global();
	if (e < words) to[e] = 0;
}

// look finds words of a list of matrices that are greater than a limit in magnitude, as bits are: LOOKS blocks share matrix g, and each leaves a word,
// 0 if it has found none. above: only words beyond the diagonal are looked at, from the next multiple of 16 columns on.
KERNEL look(const u32 *x, u32 *found, i64 stride, i64 across, i64 outer, i64 inner, i64 rows, i64 width, u64 above, u64 limit) {
	i64 g = __nvvm_read_ptx_sreg_ctaid_y();
	x += g / across * outer + g % across * inner;
	bool some = false;
	for (i64 r = block() * 8 + thread() / 32; r < rows; r += LOOKS * 8)
		for (i64 c = (above ? r / SIDE * SIDE + SIDE : 0) + thread() % 32; c < width; c += 32)
			if ((x[r * stride + c] & 0x7fffffff) > limit) some = true;
	some = any(some);
	if (thread() == 0) found[g * LOOKS + block()] = some;
}

KERNEL tick(const u32 *clock, u32 *out) {
	if (global() == 0) *out = *clock + 1;
}
