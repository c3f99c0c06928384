/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <limits.h> /* tells which C library this is */

/**
 * Marks a function that is compiled twice, for any processor and for those that compute four
 * numbers at once (AVX2); the loader takes the one that fits. Both give the same bits: every number
 * still comes out of the same single operations, since nothing may be reordered or fused. Where
 * compiler or C library cannot do it, or SH_NOT_WIDE is defined, it is compiled once.
 */
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__GLIBC__) &&       \
    defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(SH_NOT_WIDE)
#define SH_WIDE __attribute__ ((target_clones ("avx2", "default"), flatten))
#else
#define SH_WIDE
#endif
