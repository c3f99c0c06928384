/* SPDX-FileCopyrightText: The Second Heart authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

/* Pictures compared with pictures, for the tests of painters. */

/** How two pictures differ, channel by channel. */
typedef struct
{
  int largest;   /* levels of 255 */
  double mean;   /* levels of 255, over all pixels */
  double beyond; /* part of the pixels that differ by more than the stated levels */
} ShDifference;

/** An empty picture of this size. Returns: (transfer full) */
cairo_surface_t *sh_picture_new (int width, int height);

/** Compares two pictures of the same size; @levels is what counts as a different pixel. */
ShDifference sh_picture_compare (cairo_surface_t *a, cairo_surface_t *b, int levels);

/**
 * Compares @picture with the stored tests/golden/<name>.png by the tolerance in
 * tests/golden/tolerance.ini. Fails the test with three files beside the build when they differ:
 * what was drawn, what was expected, and where they differ. With SH_RENEW_GOLDEN=1 in the
 * environment it stores @picture instead.
 */
void sh_picture_assert_golden (cairo_surface_t *picture, const char *name);

/** Whether @picture is farther from the stored one than the tolerance allows. */
gboolean sh_picture_differs_from_golden (cairo_surface_t *picture, const char *name);
