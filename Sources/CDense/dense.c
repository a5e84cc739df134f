// Why this is C: one loop has to be compiled for three widths of registers and chosen while running, and Swift has no
// attribute for that. It is nothing but the loop.
#include "dense.h"

// A fused multiply-add rounds once where two operations round twice: processors with and without it would differ.
#pragma STDC FP_CONTRACT OFF

typedef float lanes __attribute__((vector_size(64), aligned(4)));

static inline __attribute__((always_inline)) float folded(const lanes *sum) {
    float eight[8], four[4];
    for (int i = 0; i < 8; i++) eight[i] = (*sum)[i] + (*sum)[i + 8];
    for (int i = 0; i < 4; i++) four[i] = eight[i] + eight[i + 4];
    return (four[0] + four[2]) + (four[1] + four[3]);
}

// Products of up to `high` rows with up to `wide` columns; the two are constants where this is inlined, so that all sums
// stay in registers.
static inline __attribute__((always_inline)) void tile(const float *rows, const float *columns, size_t depth, float *out,
                                                       size_t stride, int high, int wide) {
    lanes sums[4][4];
    for (int r = 0; r < high; r++)
        for (int c = 0; c < wide; c++) sums[r][c] = (lanes){0};
    for (size_t k = 0; k < depth; k += 16)
        for (int r = 0; r < high; r++) {
            lanes row = *(const lanes *)(rows + r * depth + k);
            for (int c = 0; c < wide; c++) {
                lanes product = row * *(const lanes *)(columns + c * depth + k);
                sums[r][c] = sums[r][c] + product;
            }
        }
    for (int r = 0; r < high; r++)
        for (int c = 0; c < wide; c++) out[r * stride + c] = folded(&sums[r][c]);
}

static inline __attribute__((always_inline)) void products(const float *rows, size_t row_count, const float *columns,
                                                           size_t column_count, size_t depth, float *out, size_t stride,
                                                           int high, int wide) {
    size_t c = 0;
    for (; c + wide <= column_count; c += wide) {
        size_t r = 0;
        for (; r + high <= row_count; r += high)
            tile(rows + r * depth, columns + c * depth, depth, out + r * stride + c, stride, high, wide);
        for (; r < row_count; r++) tile(rows + r * depth, columns + c * depth, depth, out + r * stride + c, stride, 1, wide);
    }
    for (; c < column_count; c++)
        for (size_t r = 0; r < row_count; r++)
            tile(rows + r * depth, columns + c * depth, depth, out + r * stride + c, stride, 1, 1);
}

static void plain(const float *rows, size_t row_count, const float *columns, size_t column_count, size_t depth, float *out,
                  size_t stride) {
    products(rows, row_count, columns, column_count, depth, out, stride, 1, 2);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void avx2(const float *rows, size_t row_count, const float *columns,
                                                 size_t column_count, size_t depth, float *out, size_t stride) {
    products(rows, row_count, columns, column_count, depth, out, stride, 2, 3);
}

__attribute__((target("avx512f"))) static void avx512(const float *rows, size_t row_count, const float *columns,
                                                      size_t column_count, size_t depth, float *out, size_t stride) {
    products(rows, row_count, columns, column_count, depth, out, stride, 4, 4);
}

enum dense_width dense_widest(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512f") ? dense_avx512 : __builtin_cpu_supports("avx2") ? dense_avx2 : dense_plain;
}

void dense_products(const float *rows, size_t row_count, const float *columns, size_t column_count, size_t depth,
                    float *out, size_t stride, enum dense_width width) {
    switch (width) {
    case dense_avx512: return avx512(rows, row_count, columns, column_count, depth, out, stride);
    case dense_avx2: return avx2(rows, row_count, columns, column_count, depth, out, stride);
    case dense_plain: return plain(rows, row_count, columns, column_count, depth, out, stride);
    }
}
#else
enum dense_width dense_widest(void) { return dense_plain; }

void dense_products(const float *rows, size_t row_count, const float *columns, size_t column_count, size_t depth,
                    float *out, size_t stride, enum dense_width width) {
    plain(rows, row_count, columns, column_count, depth, out, stride);
}
#endif
