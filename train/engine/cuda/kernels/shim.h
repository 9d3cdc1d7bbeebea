// What CUDA C needs of the toolkit's headers, for clang alone. Every argument of a kernel is 8 bytes wide, as the launcher passes them.
#pragma once

#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#define __shared__ __attribute__((shared))
#define __launch_bounds__(...) __attribute__((launch_bounds(__VA_ARGS__)))
#define KERNEL extern "C" __global__ void __launch_bounds__(256)
#define INLINE static MEMBER
#define MEMBER __device__ inline __attribute__((always_inline))

typedef unsigned int u32;
typedef unsigned long long u64;
typedef long long i64;
typedef float f32x4 __attribute__((ext_vector_type(4)));
typedef float f32x2 __attribute__((ext_vector_type(2)));

INLINE i64 thread() { return __nvvm_read_ptx_sreg_tid_x(); }
INLINE i64 block() { return __nvvm_read_ptx_sreg_ctaid_x(); }
INLINE i64 global() { return block() * 256 + thread(); }
INLINE void barrier() { __syncthreads(); }
INLINE bool any(bool x) { return __nvvm_bar0_or(x); } // a barrier too
INLINE float fma(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
INLINE u32 bits(float x) { return __builtin_bit_cast(u32, x); }
INLINE float number(u32 x) { return __builtin_bit_cast(float, x); }

// down gives the value of the lane h further on, within groups of sixteen lanes.
INLINE float down(float x, int h) { return __nvvm_shfl_sync_down_f32(0xffffffffu, x, h, 0x100f); }

// CHUNK is the number of terms of one accumulator, BLOCK that of the lanes.
enum { CHUNK = 512, LANES = 16, SIDE = 16, TILE = 256 };

// LOOKS is the number of blocks that look at a matrix.
enum { LOOKS = 16 };
