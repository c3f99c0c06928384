/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/** What libFuzzer calls with each input: reads it as `second-heart check` does, and ends the
 * program when a mistake is not told with file, line, column and what is allowed, in one line. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
