#ifndef DENSE_H
#define DENSE_H

#include <stddef.h>

/// The width of registers that a product may use. All widths give the same bits.
enum dense_width { dense_plain = 0, dense_avx2 = 1, dense_avx512 = 2 };

/// The widest that this processor has.
enum dense_width dense_widest(void);

/// out[r * stride + c] = the sum over k of rows[r * depth + k] * columns[c * depth + k].
///
/// `depth` is a multiple of 16. Each sum runs in sixteen lanes, which are then added pair by pair; multiply and add are
/// never fused. `rows` holds row_count * depth numbers, `columns` column_count * depth, `out` (row_count - 1) * stride +
/// column_count; nothing else is read or written. `width` must be one that the processor has.
void dense_products(const float *rows, size_t row_count, const float *columns, size_t column_count, size_t depth,
                    float *out, size_t stride, enum dense_width width);

#endif
